"""Identifiers are read back as they were written, and whatever is none is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.errors import ArchivistError
from archivist.passages import Characters, Paragraphs, Passage, parse_passage, print_passage
from archivist.passages.identifier import page_fragment

NUMBERS = st.integers(0, 10**18 - 1)
IDS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
PASSAGES = st.builds(
    Passage,
    document=IDS,
    locator=st.none() | st.builds(Paragraphs, NUMBERS, NUMBERS) | st.builds(Characters, NUMBERS, NUMBERS),
    digest=st.just("") | st.from_regex(r"[0-9a-f]{16}", fullmatch=True),
    code=st.just("") | st.from_regex(r"[a-z0-9-]+", fullmatch=True),
)


@given(PASSAGES)
def test_an_identifier_is_read_back_as_it_was_written(passage):
    assert parse_passage(print_passage(passage)) == passage


@pytest.mark.parametrize(
    ("written", "passage"),
    [
        ("2018-a-title", Passage("2018-a-title")),
        ("2018-a-title#p12", Passage("2018-a-title", Paragraphs(12, 12))),
        ("2018-a-title#p12-14", Passage("2018-a-title", Paragraphs(12, 14))),
        ("2018-a-title#c232-250", Passage("2018-a-title", Characters(232, 250))),
        ("aspa:x@a6c7f4b13505211d#p1", Passage("x", Paragraphs(1, 1), "a6c7f4b13505211d", "aspa")),
        ("aspa:x@a6c7f4b13505211d", Passage("x", None, "a6c7f4b13505211d", "aspa")),
    ],
)
def test_each_form_is_printed_as_it_stands_in_the_manual(written, passage):
    assert parse_passage(written) == passage
    assert print_passage(passage) == written


@pytest.mark.parametrize(
    "address",
    [
        "https://archive.example/documents/2018-a-title.html#c2-5",
        "file:///media/stick/html/documents/2018-a-title.html#c2-5",
        "https://archive.example/documents/2018-a-title.html?q=floors#c2-5",
        "<https://archive.example/documents/2018-a-title.html#c2-5>",
        "https://archive.example/documents/2018-a-title.html%23c2-5",
        "https://archive.example/documents/2018-a-title.html%3Fq=floors%23c2-5",
        "file:///media/a%23b/html/documents/2018-a-title.html#c2-5",
    ],
)
def test_the_address_of_a_passage_names_it_too(address):
    assert parse_passage(address) == Passage("2018-a-title", Characters(2, 5))


@pytest.mark.parametrize(
    "query", ["?sha256=a6c7f4b13505211d", "%3fsha256%3da6c7f4b13505211d", "?q=floors&sha256=a6c7f4b13505211d&x"]
)
def test_an_address_can_be_bound_to_a_text(query):
    address = f"https://archive.example/documents/2018-a-title.html{query}#p2"
    bound = Passage("2018-a-title", Paragraphs(2, 2), "a6c7f4b13505211d")
    assert parse_passage(address) == bound
    assert page_fragment(bound) == "?sha256=a6c7f4b13505211d#p2"
    assert page_fragment(Passage("2018-a-title")) == ""


@pytest.mark.parametrize(
    "written",
    [
        "", "#p1", "x#", "x#p", "x#p1-", "x#p-1", "x#c5", "x#c5-", "x#p1,2", "x#p٣", "x y", "X", "x#p1 ", "x#p1\n",
        "x@a6c7#p1", "x@g6c7f4b13505211d", "x@" + "a" * 65, ":x", "a:b:x", "../x", "x#m2-5", "x#p" + "9" * 19,
        "https://archive.example/search.html#p٣", "https://archive.example/documents/x.html?sha256=a6c7#p1",
    ],
)  # fmt: skip
def test_what_is_no_identifier_is_refused(written):
    with pytest.raises(ArchivistError) as refusal:
        parse_passage(written)
    (fault,) = refusal.value.faults
    assert fault.code == "passage-malformed"
    assert "ID#p12" in fault.expected
