"""Numbered paragraphs of a reading text."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from archivist.model import Layout, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A line ends with LF, CRLF or CR and with nothing else: form feeds and U+2028 are characters of a line.
_LINE = re.compile(r"[^\r\n]+")
# Unicode's White_Space, U+200B and the byte order mark: a line of these alone is blank. The set is part of the
# numbering and so is frozen; in particular it has no C0 separators (U+001C to U+001F), which str.isspace accepts.
_BLANK = (
    "\t\v\f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\ufeff"
)
_LINE_END = re.compile(r"\r\n|\r|\n")


def paragraphs(text: str, layout: Layout) -> tuple[Paragraph, ...]:
    """Find the paragraphs of a text and number them from 1.

    `lines`: each non-blank line is one; `blocks`: each run of non-blank lines. Blanks at either end of a line
    belong to the paragraph; the line end after its last line does not.
    """
    spans = _lines(text) if layout == "lines" else _blocks(text)
    return tuple(Paragraph(number, start, end) for number, (start, end) in enumerate(spans, 1))


def paragraph_at(offset: int, numbered: Sequence[Paragraph]) -> int | None:
    """Give the number of the paragraph that holds a code point; between two paragraphs, that of the earlier."""
    index = bisect_right(numbered, offset, key=lambda paragraph: paragraph.start)
    return numbered[index - 1].number if index else None


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text):
        if line.group().strip(_BLANK):
            yield line.span()


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    start = end = -1
    for line_start, line_end in _lines(text):
        if start >= 0 and len(_LINE_END.findall(text, end, line_start)) > 1:
            yield start, end
            start = line_start
        elif start < 0:
            start = line_start
        end = line_end
    if start >= 0:
        yield start, end
