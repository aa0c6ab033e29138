"""Folding makes alike what pasting changes, and its map leads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.passages.folding import fold, fold_with_map

PASTED = st.text(st.sampled_from("ab .'\"‘’“”…\u00ad\u200b\u00a0\r\n\te\u0301éİ\U0001f600"))


@pytest.mark.parametrize(
    ("source", "pasted"),
    [
        ("“Floors” – the ILO’s", '"Floors" – the ILO\'s'),
        ("Recommendation No.\u00a0202", "Recommendation No. 202"),
        ("social\r\nprotection", "social protection"),
        ("pro\u00adtection", "protection"),
        ("pro\u00ad\ntection", "protection"),
        ("and so on…", "and so on..."),
        ("ប្រទេស\u200bកម្ពុជា", "ប្រទេសកម្ពុជា"),
        ("Việt", "Vie\u0323\u0302t"),
        ("\ufeffTitle", "Title"),
        ("29\u201130", "29-30"),
    ],
)
def test_what_pasting_changes_is_made_alike(source, pasted):
    assert fold(source) == fold(pasted)


@pytest.mark.parametrize(
    ("one", "other"),
    [("shall", "Shall"), ("R202", "R 202"), ("29-30", "29–30"), ("e", "é"), ("not", ""), ("ก", "กำ"), ("1", "¹")],
)
def test_other_words_stay_other(one, other):
    assert fold(one) != fold(other)


@given(PASTED)
def test_the_map_leads_each_folded_character_to_its_piece(text):
    folded = fold_with_map(text)
    assert folded.text == fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    assert folded.offsets[-1] == len(text)
    for index, character in enumerate(folded.text):
        assert character in fold(text[folded.offsets[index] :])


@given(PASTED)
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
