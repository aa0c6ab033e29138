"""A name that two entries have: whose it is cannot be known, and the first is not taken for it."""

import pytest

from archivist.glossary import collect
from archivist.model import Entry
from archivist.recognise import Recogniser

ENTRIES = (
    Entry("lua", "organisation", "Labour Union of Asia", verified=False, forms=("Union of Labour",)),
    Entry("wub", "organisation", "Workers' Union of Bago", verified=False, forms=("Union of Labour",)),
    Entry("bago", "place", "Bago", verified=False),
    Entry("CDI", "acronym", "CDI", verified=False, expansion="Centre for Disability Innovation"),
    Entry("CDI-contract", "acronym", "CDI", verified=False, expansion="Contrat à durée indéterminée"),
)


@pytest.mark.parametrize(
    ("text", "state", "candidates"),
    [
        ("They met the Union of Labour.", "ambiguous", ("lua", "wub")),
        ("They met the Labour Union of Asia.", "linked", ()),
        ("They met in Bago.", "linked", ()),
        ("They met the CDI.", "ambiguous", ("CDI", "CDI-contract")),
    ],
)
def test_a_name_of_two_is_ambiguous(text, state, candidates):
    (mention,) = Recogniser(collect(ENTRIES)).mentions(text)
    assert (mention.state, mention.candidates) == (state, candidates)


@pytest.mark.parametrize(
    ("spelt_out", "entry"),
    [
        ("contrat à durée indéterminée", "CDI-contract"),
        ("Centre for Disability Innovation", "CDI"),
        ("Comité départemental des incendies", None),
    ],
)
def test_letters_of_two_entries_are_told_apart_by_what_the_text_spells_out(spelt_out, entry):
    mentions = Recogniser(collect(ENTRIES)).mentions(f"Le {spelt_out} (CDI) et le CDI.")
    assert [(mention.target, mention.entry) for mention in mentions] == [("CDI", entry)] * 2
