"""What refers back by a word for a type, against texts written from the annotation rules with many traps.

In these texts only instruments are marked.
"""

from pathlib import Path

import pytest
from marked import parse

from archivist.glossary import load
from archivist.recognise import Recogniser

TESTS = Path(__file__).parent.parent
TEXTS = sorted((Path(__file__).parent / "anaphora").glob("*.txt"))
RECOGNISER = Recogniser(load(TESTS.parent / "source" / "glossary"))
# What is refused though a reader knows it: the paragraph before names a text of others.
KNOWN_MISSES = {
    "29-asean-two-declarations": [("Declaration", "asean-human-rights-declaration-2012")],
    "35-fr-oit-seafarers": [("convention", "C188")],
}
C189 = "The ILO adopted Convention No. 189. "


def instruments(text):
    return [mention for mention in RECOGNISER.mentions(text) if mention.kind in ("ilo", "asean")]


def referring(text):
    return [(text[m.start : m.end], m.entry) for m in instruments(text) if m.anaphora]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_refers_to_its_instruments_as_it_is_marked(path):
    marked = parse(path.read_bytes().decode())
    expected = {(r.start, r.end, r.target) for r in marked.readings if r.kind in ("ilo", "asean")}
    found = {(m.start, m.end, m.target) for m in instruments(marked.text)}
    missed = [(marked.text[start:end], target) for start, end, target in sorted(expected - found)]
    assert (missed, sorted(found - expected)) == (KNOWN_MISSES.get(path.stem, []), [])


def test_what_refers_back_is_linked_and_says_that_its_words_alone_do_not_tell():
    text = C189 + "The Convention has 27 articles."
    (mention,) = [m for m in instruments(text) if text[m.start : m.end] == "Convention"]
    assert (mention.state, mention.entry, mention.target, mention.anaphora) == ("linked", "C189", "C189", True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (C189 + "States ratify the ILO Convention.", [("ILO Convention", "C189")]),
        (C189 + "States ratify the said Convention.", [("Convention", "C189")]),
        (C189 + "The 2011 Convention is young.", [("2011 Convention", "C189")]),
        ("Cite ILO Convention No. 189 and its Recommendation.", [("Recommendation", "R201")]),
        ("Cite ILO Convention No. 29 and its Protocol of 2014.", [("Protocol", "P029")]),
        (C189 + "\n\nA.\n\nB.\n\nC.\n\nThe Convention is young.", [("Convention", "C189")]),
        ("La convention n° 189 de l'OIT est là. Cette convention est jeune.", [("convention", "C189")]),
        ("Việt Nam nghiên cứu Công ước số 189 của ILO. Công ước này còn mới.", [("Công ước", "C189")]),
    ],
)
def test_one_instrument_can_be_meant(text, expected):
    assert referring(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Convention is young. " + C189,  # before it is named
        C189 + "The ASEAN Convention is young.",  # of another body
        C189 + "The Recommendation is young.",  # of another type
        C189 + "The Conventions are young.",
        C189 + "A Convention is young. A party to any convention reports.",
        C189 + "The Convention centre is full.",
        C189 + "The 1951 Convention is for refugees. The Convention is old.",
        C189 + "The UN Convention on X is old. The Convention is read.",
        C189 + "CEDAW is older. The Convention is read.",
        C189 + "It is younger than Convention No. 29. The Convention is read.",
        C189 + "Convention No. 987 does not exist. The Convention is read.",
        C189 + "They are to write a new convention. The convention is far off.",
        C189
        + "\n\nOf No. 29 see Convention No. 29 of the ILO.\n\nA.\n\nB.\n\nC.\n\nThe Convention is young.",  # too far
        C189 + "\n\nThe convention is full of fans.",
        "La convention n° 189 de l'OIT est là. La Convention européenne est vieille.",
        "Het ILO-verdrag 189 is er. Het handelsverdrag is omstreden. Het verdrag is oud.",
        "Konvensi ILO No. 189 ada. Konvensi nasional dibuka. Konvensi itu ramai.",
        "Cite ILO Convention No. 29 and its Recommendation.",  # it has two, or none
        '<a href="x" title="the Convention">ILO Convention No. 189</a> and <a title="the Convention">it</a>',
    ],
)
def test_more_than_one_text_could_be_meant(text):
    assert referring(text) == []


def test_in_a_text_without_an_instrument_nothing_is_referred_to():
    assert instruments("The ILO met. The Convention of the party chose a leader. The Declaration was read.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ILO adopted C189 in 2011. The Recommendation that goes with it says more.", ["R201"]),
        ("ILO Convention No. 190 and its accompanying Recommendation bind nobody yet.", ["R206"]),
        ("Het IAO-verdrag nr. 189 en de bijbehorende Aanbeveling.", ["R201"]),
        ("La convention n° 190 de l'OIT est là. La Recommandation qui l'accompagne aussi.", ["R206"]),
        ("ILO Conventions No. 189 and No. 190 were ratified. The Recommendation that goes with it is new.", []),
        ("The ILO met. The Recommendation that goes with it is new.", []),
        ("The ILO's C102, its R202, and C190 with the Recommendation that goes with it.", []),
        ("The ILO's C087 is old. The accompanying Recommendation is none.", []),
    ],
)
def test_what_was_adopted_with_the_only_convention_is_linked(text, expected):
    assert [one.target for one in RECOGNISER.mentions(text) if one.anaphora] == expected
