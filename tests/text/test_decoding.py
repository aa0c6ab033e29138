import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.text import decode, text_digest

texts = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("\r\n\t\0\ufeff\u00a0\u200b\u2028\U0001f600")
)


@given(texts)
def test_utf_8_decodes_to_the_code_point(text):
    assert decode(text.encode(), "utf-8") == text


@given(
    st.binary(),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "latin-1", "ascii", "utf-16-le", "shift_jis", "tis-620"]),
)
def test_bytes_come_back_the_same_or_are_refused(data, charset):
    try:
        text = decode(data, charset)
    except UnicodeError:
        return
    assert text.encode("utf-8" if charset == "utf-8-sig" else charset) == data


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", "utf8", "utf-8-sig"])
def test_a_byte_order_mark_stays(charset):
    assert decode(b"\xef\xbb\xbfa", charset) == "\ufeffa"


@pytest.mark.parametrize("data", [b"a\r\nb", b"a\rb", b"a\nb", b"a\n\r", b"\r\n\r\n", b"no end"])
def test_line_ends_stay_as_they_are(data):
    assert decode(data, "utf-8").encode() == data


@pytest.mark.parametrize("data", [b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"a\x80"])
def test_bytes_that_are_no_utf_8_are_refused(data):
    with pytest.raises(UnicodeError):
        decode(data, "utf-8")


def test_bytes_that_would_not_come_back_the_same_are_refused():
    with pytest.raises(UnicodeError):
        decode(b"+AGE-", "utf-7")  # "a", which UTF-7 writes as itself


@pytest.mark.parametrize("charset", ["no-such-charset", "", "rot13", "base64"])
def test_what_is_no_charset_is_refused(charset):
    with pytest.raises(LookupError):
        decode(b"a", charset)


def test_the_digest_is_that_of_the_text_in_utf_8():
    assert text_digest("é\r\n") == hashlib.sha256(b"\xc3\xa9\r\n").hexdigest()
