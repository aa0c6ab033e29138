from hypothesis import given
from hypothesis import strategies as st

from archivist.model import Quote
from archivist.text import locate

TEXT = "The ILO met. The ILO\u00a0met again.\r\naaa"


def found(exact, prefix="", suffix=""):
    return locate(TEXT, Quote(exact, prefix, suffix))


def test_words_that_stand_once_are_found():
    assert found("again") == (25, 30)


def test_words_that_stand_twice_are_found_only_with_what_is_beside_them():
    assert found("ILO") is None
    assert found("ILO", suffix=" met") == (4, 7)
    assert found("ILO", prefix="met. The ") == (17, 20)


def test_a_space_is_no_no_break_space():
    assert found("ILO met again") is None
    assert found("ILO\u00a0met again") == (17, 30)


def test_places_that_overlap_are_two():
    assert found("aa") is None
    assert found("aa", prefix="\n") == (33, 35)


def test_nothing_is_found_nowhere():
    assert found("") is None
    assert found("", prefix="The") is None


@given(st.text("ab\r\n", max_size=20), st.data())
def test_what_is_found_is_the_quote_with_its_surroundings(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = Quote(text[start:end], text[max(0, start - 2) : start], text[end : end + 2])
    span = locate(text, quote)
    if span is not None:
        assert text[span.start : span.end] == quote.exact
        assert span == (start, end)
    else:
        whole = quote.prefix + quote.exact + quote.suffix
        assert not quote.exact or text.find(whole) != text.rfind(whole)
