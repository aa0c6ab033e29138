import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.text import paragraph_at, paragraphs

texts = st.text(st.sampled_from("ab \t\r\n\u00a0\u200b\ufeff\x0c\u2028\x85\U0001f600"), max_size=60)
layouts = st.sampled_from(["lines", "blocks"])


def words(text, layout):
    return [text[paragraph.start : paragraph.end] for paragraph in paragraphs(text, layout)]


@pytest.mark.parametrize(
    ("text", "lines", "blocks"),
    [
        ("", [], []),
        ("\n\r\n \t\n", [], []),
        ("one", ["one"], ["one"]),
        ("one\ntwo\n", ["one", "two"], ["one\ntwo"]),
        ("one\n\ntwo", ["one", "two"], ["one", "two"]),
        ("one\r\ntwo\r\n\r\nthree", ["one", "two", "three"], ["one\r\ntwo", "three"]),
        ("one\rtwo\r\rthree", ["one", "two", "three"], ["one\rtwo", "three"]),
        ("one\n \u00a0\u200b\ntwo", ["one", "two"], ["one", "two"]),
        (" one \n\ttwo\t\n", [" one ", "\ttwo\t"], [" one \n\ttwo\t"]),
        ("a\x0cb\u2028c\x85d", ["a\x0cb\u2028c\x85d"], ["a\x0cb\u2028c\x85d"]),
        ("\ufeff\none", ["one"], ["one"]),
        ("\ufeffone", ["\ufeffone"], ["\ufeffone"]),
    ],
)
def test_lines_and_blocks(text, lines, blocks):
    assert words(text, "lines") == lines
    assert words(text, "blocks") == blocks


@given(texts, layouts)
def test_numbers_run_from_1_and_spans_ascend_without_overlap(text, layout):
    numbered = paragraphs(text, layout)
    assert [paragraph.number for paragraph in numbered] == list(range(1, len(numbered) + 1))
    ends = [0, *(paragraph.end for paragraph in numbered)]
    assert all(end <= paragraph.start < paragraph.end for end, paragraph in zip(ends, numbered, strict=False))


@given(texts, layouts)
def test_nothing_but_blanks_and_line_ends_lies_between_paragraphs(text, layout):
    rest, position = "", 0
    for paragraph in paragraphs(text, layout):
        rest += text[position : paragraph.start]
        position = paragraph.end
    assert not re.search("[ab\U0001f600]", rest + text[position:])


@given(texts)
def test_a_line_never_holds_a_line_end(text):
    assert not any(set(line) & set("\r\n") for line in words(text, "lines"))


@given(texts)
def test_blocks_are_made_of_whole_lines(text):
    starts = {paragraph.start for paragraph in paragraphs(text, "lines")}
    ends = {paragraph.end for paragraph in paragraphs(text, "lines")}
    for block in paragraphs(text, "blocks"):
        assert block.start in starts
        assert block.end in ends


@given(texts, layouts)
def test_every_code_point_of_a_paragraph_is_found_in_it(text, layout):
    numbered = paragraphs(text, layout)
    for paragraph in numbered:
        assert {paragraph_at(offset, numbered) for offset in range(paragraph.start, paragraph.end)} == {
            paragraph.number
        }


def test_before_the_first_paragraph_there_is_none_and_between_two_it_is_the_earlier():
    numbered = paragraphs("\n\none\n\ntwo", "lines")
    assert [paragraph_at(offset, numbered) for offset in (0, 1, 2, 5, 6, 7)] == [None, None, 1, 1, 1, 2]
