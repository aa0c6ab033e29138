"""A span is widened to whole characters as readers see them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.model import Span
from archivist.text.graphemes import whole_clusters

HELD_TOGETHER = ["e\u0301", "\r\n", "กำ", "ကို", "क\u094d", "\U0001f1f0\U0001f1ed", "\U0001f469\u200d\U0001f33e", "각"]


@pytest.mark.parametrize("cluster", HELD_TOGETHER, ids=ascii)
def test_what_stands_for_one_character_is_not_cut(cluster):
    text = f"ab{cluster}cd"
    whole = Span(2, 2 + len(cluster))
    for cut in range(3, whole.end):
        assert whole_clusters(text, Span(0, cut)) == (0, whole.end)
        assert whole_clusters(text, Span(cut, len(text))) == (2, len(text))
    assert whole_clusters(text, whole) == whole


@given(st.text(), st.data())
def test_a_widened_span_holds_the_span_and_is_widened_no_further(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    whole = whole_clusters(text, Span(start, end))
    assert whole.start <= start <= end <= whole.end <= len(text)
    assert whole_clusters(text, whole) == whole


def test_far_from_a_line_end_too_a_pair_is_kept_together():
    text = "x" * 1000 + "e\u0301" + "x" * 1000
    assert whole_clusters(text, Span(1001, 1500)) == (1000, 1500)
