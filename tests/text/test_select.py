"""A selector made for a span names that span."""

from hypothesis import given
from hypothesis import strategies as st

from archivist.model import Span
from archivist.text import locate, select


@given(st.text(alphabet="ab ", min_size=1, max_size=60), st.data())
def test_the_selector_of_a_span_locates_it(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    assert locate(text, select(text, span)) == span


def test_a_span_that_stands_alone_needs_no_context():
    assert select("one two three", Span(4, 7)).prefix == ""
