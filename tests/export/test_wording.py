"""Words keep what they say when they stand among others, and do nothing to these."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.export.wording import isolated, web_address

BEGIN, END = "\u2068", "\u2069"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Plain words, \u00e9t\u00e9, \u0e2a\u0e27\u0e31", None),
        ("\u05e9\u05dc\u05d5\u05dd", f"{BEGIN}\u05e9\u05dc\u05d5\u05dd{END}"),
        ("a \u202eb", f"{BEGIN}a \u202eb{END}"),
        ("a \u2067b", f"{BEGIN}a \u2067b{END}{END}"),
        ("a \u2067b\u2069", f"{BEGIN}a \u2067b\u2069{END}"),
        ("a \u2069b", f"{BEGIN}{BEGIN}a \u2069b{END}"),
    ],
)
def test_a_direction_is_kept_in(words, expected):
    assert isolated(words) == (expected or words)


@given(st.text("ab\u05d0\u2066\u2067\u2068\u2069\u202e\u202c"))
def test_isolates_are_closed_where_they_were_begun(words):
    depth = 0
    for place, char in enumerate(whole := isolated(words)):
        depth += (char in "\u2066\u2067\u2068") - (char == END)
        assert depth > 0 or whole == words or place == len(whole) - 1
    assert words in whole


def test_an_address_holds_nothing_that_an_address_may_not():
    assert web_address('http://x/{a} "b"\\<c>') == "http://x/%7Ba%7D%20%22b%22%5C%3Cc%3E"
    assert web_address("http://x/a%20b?c=d#e[1]~é") == "http://x/a%20b?c=d#e[1]~é"
