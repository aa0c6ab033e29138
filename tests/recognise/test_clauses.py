"""Verbs that open clauses, names that open lines, letters among figures and in identifiers: acronyms or not."""

from pathlib import Path

import pytest

from archivist.glossary import load
from archivist.recognise import Recogniser

RECOGNISER = Recogniser(load(Path(__file__).parents[2] / "source" / "glossary"))


def acronyms(text):
    return [text[one.start : one.end] for one in RECOGNISER.mentions(text) if one.kind == "acronym"]


@pytest.mark.parametrize(
    "clause",
    [
        "ALARMED by the deaths",
        "DISMAYED that workers",
        "HEARTENED by support",
        "APPALLED at the deaths",
        "SADDENED by the loss",
        "CONDEMNS the attack",
        "INSTRUCTS the board",
        "COMMENDS all unions",
        "PLEDGES to support it",
        "MANDATES the board",
        "RESOLVES that it act",
    ],
)
@pytest.mark.parametrize(
    "around", ["The Congress,\n\n{} in 2020.", "The union: (a) {}; and", "… of Manila;\n{};", "{}."]
)
def test_a_verb_that_opens_a_clause_is_no_acronym(clause, around):
    assert acronyms(around.format(clause)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met:\n\nUNAIDS to launch its report.", ["UNAIDS"]),
        ("We met UNAIDS by the river; UNAIDS and others came.", ["UNAIDS", "UNAIDS"]),
        ("Many friends of\nUNAIDS with the union.", ["UNAIDS"]),
        ("The Centre for Rural Education (CEREED) met. CEREED by the river.", ["CEREED", "CEREED"]),
    ],
)
def test_an_acronym_with_such_an_ending_is_one(text, expected):
    assert acronyms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GRETA, GREVIO and others met.\nIn 2020 GRETA said so.", ["GRETA", "GREVIO", "GRETA"]),
        ("GRETA, GREVIO and others met.", ["GRETA", "GREVIO"]),
        ("MODIRA, 3 May. The union met.", []),
        ("MODIRA, INDIA and elsewhere. The union met.", []),
    ],
)
def test_a_name_that_stands_in_prose_is_no_place_of_a_dateline(text, expected):
    assert acronyms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It held (β = .21, SE = .07). We wrote.", ["SE"]),
        ("It held with SE = 0.07, p < .05, in both.", ["SE"]),
        ("The wind was SE = a breeze, and Airbus SE met them.", []),
        ("The wind (SE = 4.5) was fresh.", []),
    ],
)
def test_letters_with_a_value_are_an_abbreviation_beside_others_with_theirs(text, expected):
    assert acronyms(text) == expected


def test_in_a_line_of_capitals_letters_joined_to_known_ones_are_an_acronym():
    assert acronyms("ITUC-AP CONGRESS CALLS ON THE UNIONS TO ACT") == ["ITUC-AP"]


@pytest.mark.parametrize(
    "text",
    [
        "The ILO: doi:10.9999/xyz.2020.C118, read.",
        "The ILO, DOI 10.1111/ilr.C189.",
        "The ILO, ISBN 978-92-2-C118.",
        "The ILO, ISBN C190 and ISSN: 0378-C155.",
    ],
)
def test_what_stands_in_an_identifier_is_no_convention(text):
    assert [one.target for one in RECOGNISER.mentions(text) if one.kind == "ilo"] == []


def test_what_stands_beside_an_identifier_is():
    text = "The ILO's C190 (ISBN 978-92-2-100000-1, C189), doi:10.9999/xyz and C155."
    assert [one.target for one in RECOGNISER.mentions(text) if one.kind == "ilo"] == ["C190", "C189", "C155"]
