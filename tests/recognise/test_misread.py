"""Figures that a scanner took for letters, protocols named by a code, and Recommendations beside Conventions."""

from pathlib import Path

import pytest

from archivist.glossary import load
from archivist.recognise import Recogniser

RECOGNISER = Recogniser(load(Path(__file__).parents[2] / "source" / "glossary"))


def found(text):
    return [(text[one.start : one.end], one.target) for one in RECOGNISER.mentions(text) if one.kind == "ilo"]


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("Minimum Age Convention, l973 (No. 138)", "C138"),
        ("Minimum Age Convention, 1973 (No. l38)", "C138"),
        ("Equal Remuneration Convention, 195l (No.l00)", "C100"),
        ("Home Work Convention, I996 (No. 177)", "C177"),
        ("Home Work Recommendation, 1996 (No. I84)", "R184"),
        ("Convention No. lO2", "C102"),
        ("Convention No. 1O2", "C102"),
        ("convention n° l22", "C122"),
    ],
)
def test_letters_for_figures_are_read_as_figures(words, target):
    assert found(f"The ILO of workers has the {words}, I read.") == [(words, target)]


@pytest.mark.parametrize(
    "words",
    [
        "Convention No. lO",
        "Convention (No. lOlO)",
        "naming convention, l984 (No. l23)",
        "convention (No. lI) of the poem",
        "Convention No. OO",
    ],
)
def test_what_gives_no_number_of_an_instrument_is_left(words):
    assert found(f"The ILO of workers has the {words}, I read.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ILO has the C029 Protocol.", [("C029 Protocol", "P029")]),
        ("The ILO has the C29 Protocol of 2014.", [("C29 Protocol of 2014", "P029")]),
        ("The ILO has C87; Protocol talks go on.", [("C87", "C087")]),
        ("The ILO has the C190 Protocol room.", [("C190", "C190")]),
    ],
)
def test_a_protocol_may_be_named_by_its_conventions_code(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("ILO: buruh meminta Konvensi 189, K-87 dan K-98.", ["C189", "C087", "C098"]),
        ("ILO: buruh meminta Konvensi 189. Mereka duduk di kamar K-87.", ["C189"]),
        ("The ILO of workers met. Block K-87 is near.", []),
        ("ILO: buruh meminta Konvensi 189, K-55.", ["C189"]),
    ],
)
def test_k_and_a_fundamental_number_are_a_konvensi_in_a_text_that_speaks_of_such(text, targets):
    assert [target for _, target in found(text)] == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("The ILO has Convention 97 and Recommendations 86 and 151.", ["C097", "R086", "R151"]),
        ("They cite ILO Convention No. 143, Recommendation 86 and others.", ["C143", "R086"]),
        ("The ILO has Convention 97. The audit has Recommendation 86.", ["C097"]),
        ("The ILO has Convention 97 and the audit made Recommendation 12.", ["C097"]),
    ],
)
def test_a_recommendation_beside_a_convention_of_the_ilos_is_its(text, targets):
    assert [target for _, target in found(text)] == targets


def test_a_german_code_in_brackets_is_of_the_title():
    words = "Übereinkommen über menschenwürdige Arbeit für Hausangestellte (Ü 189)"
    assert found(f"Die IAO hat das {words}.") == [(words, "C189")]
