"""The HTML of a reading text: whatever the text and the ranges, a parser gives the text back."""

from __future__ import annotations

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.model import Mention, Span
from archivist.sphinxext.reading import PlacedNote, null_offsets, reading_html
from archivist.sphinxext.views import in_context
from archivist.text import paragraphs

HOSTILE = [
    "no\u00a0break and zero\u200bwidth",
    "CRLF\r\nCR\ralone\r\n\r\nend",
    "tab\there  and trailing  \n\n no final newline",
    "\ufeffBOM first",
    "עברית ومزيد e\u0301 \U0001f600",
    "controls \x01\x0b\x0c\x1f\x7f\x85\x9f",
    "x" * 1_000_000,
    '*a* `b` {ref}`c` <script>alert(1)</script> &amp; &#13; #read("/etc/passwd") $x$ \\input{y} {{ z }} {% q %}',
    "\n\nleading lines",
    "",
]


def shown(text: str, mentions: list[Mention], notes: list[PlacedNote], layout: str = "lines") -> str:
    return reading_html(
        text,
        paragraphs=paragraphs(text, layout),
        mentions=mentions,
        notes=notes,
        address=lambda entry: f"entries/{entry}.html" if entry else "unresolved.html",
    )


def text_content(inner: str) -> str:
    """Parse as a browser does and join the text nodes."""
    tree = html5lib.parse(f"<!DOCTYPE html><div>{inner}</div>", namespaceHTMLElements=False)
    return "".join(tree.find(".//div").itertext())


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("layout", ["lines", "blocks"])
def test_the_parsed_text_is_the_reading_text(text, layout):
    assert text_content(shown(text, [], [], layout)) == text


@pytest.mark.filterwarnings("ignore")
@given(st.data())
def test_ranges_that_nest_and_cross_change_no_character(data):
    text = data.draw(st.text(alphabet="ab <&>\r\n\u00a0é", max_size=40))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda span: span[0] < span[1])
    ranges = st.lists(spans, max_size=4) if text else st.just([])
    notes = [PlacedNote(number, "sic", Span(*span)) for number, span in enumerate(data.draw(ranges), 1)]
    mentions = nested_mentions(data.draw(ranges))
    assert text_content(shown(text, mentions, notes)) == text


def nested_mentions(spans: list[tuple[int, int]]) -> list[Mention]:
    """Keep the spans that cross no earlier one."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if all(end <= other_end or start >= other_end for _, other_end in kept):
            kept.append((start, end))
    return [
        Mention(
            start,
            end,
            "acronym",
            "X",
            "linked",
            entry="X",
            nested=any(s <= start and end <= e and (s, e) != (start, end) for s, e in kept),
        )
        for start, end in kept
    ]


def test_a_null_character_has_a_stand_in_and_its_offset_is_told():
    assert text_content(shown("a\0b", [], [])) == "a\ufffdb"
    assert null_offsets("a\0b\0") == "1 3"


def test_a_mention_is_a_link_and_a_nested_one_only_an_anchor():
    text = "the ILO C102 here"
    mentions = [
        Mention(4, 12, "ilo", "C102", "linked", entry="C102"),
        Mention(4, 7, "acronym", "ILO", "linked", entry="ILO", nested=True),
    ]
    html = shown(text, mentions, [])
    assert '<a id="m4-12" class="mention ilo linked" href="entries/C102.html">' in html
    assert '<span id="m4-7" class="nested">ILO</span> C102</a>' in html


def test_a_mention_that_refers_back_is_told_from_a_name():
    html = shown("the Declaration", [Mention(4, 15, "ilo", "D", "linked", entry="D", anaphora=True)], [])
    assert '<a id="m4-15" class="mention ilo linked anaphora" href="entries/D.html">Declaration</a>' in html


def test_an_unmatched_mention_leads_to_the_list_of_those():
    html = shown("see C999", [Mention(4, 8, "ilo", "C999", "unmatched")], [])
    assert '<a id="m4-8" class="mention ilo unmatched" href="unresolved.html">C999</a>' in html


def test_a_mark_of_a_note_never_stands_inside_a_link():
    text = "Declaration (2103) of"
    mentions = [Mention(0, 18, "asean", "x-2013", "linked", entry="x-2013")]
    html = shown(text, mentions, [PlacedNote(1, "sic", Span(13, 17))])
    assert html.index('</a><a class="note-mark"') > html.index("2103")
    assert text_content(html) == text


def test_paragraph_numbers_are_empty_links():
    html = shown("one\n\ntwo", [], [])
    assert 'id="p2"' in html
    assert '<a class="paragraph-number" href="#p2" aria-label="Paragraph 2" data-n="2"></a>two' in html


def test_a_lone_carriage_return_breaks_the_line_and_stays_one_character():
    html = shown("one\rtwo\r\nthree", [], [])
    assert html.count("<br />") == 1
    assert text_content(html) == "one\rtwo\r\nthree"


def test_words_in_context_are_whole_and_stay_in_their_paragraph():
    text = "Other paragraph.\n" + "word " * 40 + "C102" + " word" * 40 + "\nNext."
    start = text.index("C102")
    before, words, after = in_context(text, start, start + 4)
    assert words == "C102"
    assert set(before.removeprefix("…").split()) == {"word"} == set(after.removesuffix(" …").split())
    assert before.startswith("…")
    assert after.endswith(" …")
    assert in_context("one C102 two\nthree", 4, 8) == ("one ", "C102", " two")
