"""A name that two entries have: whose it is cannot be known, and the first is not taken for it."""

import pytest

from archivist.glossary import collect
from archivist.model import Entry
from archivist.recognise import Recogniser

ENTRIES = (
    Entry("lua", "organisation", "Labour Union of Asia", verified=False, forms=("Union of Labour",)),
    Entry("wub", "organisation", "Workers' Union of Bago", verified=False, forms=("Union of Labour",)),
    Entry("bago", "place", "Bago", verified=False),
)


@pytest.mark.parametrize(
    ("text", "state", "candidates"),
    [
        ("They met the Union of Labour.", "ambiguous", ("lua", "wub")),
        ("They met the Labour Union of Asia.", "linked", ()),
        ("They met in Bago.", "linked", ()),
    ],
)
def test_a_name_of_two_is_ambiguous(text, state, candidates):
    (mention,) = Recogniser(collect(ENTRIES)).mentions(text)
    assert (mention.state, mention.candidates) == (state, candidates)
