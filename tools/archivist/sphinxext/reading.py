"""The reading text as HTML whose `textContent` is that text, code point by code point.

Every paragraph, mention and note is an inline element around slices of the text. Elements that cross are split;
what an element draws beside the text (paragraph numbers, marks of notes) is an empty element filled by CSS.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from archivist.model import Mention, Paragraph, Span


_LONE_RETURN = re.compile(r"\r(?!\n)")


class PlacedNote(NamedTuple):
    """A note of the record and the span that its selector names."""

    number: int  # from 1, in the order of the text
    kind: str
    span: Span


class PlacedWork(NamedTuple):
    """A place where the text names a work of the bibliography."""

    number: int  # from 1, in the order of the text
    words: str  # the entry in plain text, for readers who see no mark
    address: str  # of the work's entry
    span: Span


class _Range(NamedTuple):
    start: int
    end: int
    rank: int  # of ranges that start and end together, the lower one is outside
    tag: str
    attributes: str
    identifier: str = ""  # stands on the first piece only
    after: str = ""  # an empty element that follows the last piece


_PARAGRAPH, _NOTE, _WORK, _MENTION = range(4)


def reading_html(
    text: str,
    *,
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Mention],
    notes: Sequence[PlacedNote],
    works: Sequence[PlacedWork] = (),
    address: Callable[[str], str],
) -> str:
    """Give the inner HTML of `.source-text`; `address` turns an entry's id into the address of its page."""
    ranges = [
        *map(_paragraph, paragraphs),
        *map(_note, notes),
        *map(_work, works),
        *(_mention(mention, address=address) for mention in mentions),
    ]
    ranges.sort(key=lambda span: (span.start, -span.end, span.rank))
    return "".join(_Weaver(text).weave(ranges))


def escape_text(text: str) -> str:
    """Escape text for HTML content so that the parser gives back the same code points.

    A carriage return goes out as a reference, since a parser reads a raw one as a line feed (HTML, section 13.2.3.5).
    CSS breaks no line at one that stands alone, so an empty `br` follows it. Only U+0000 cannot be carried: U+FFFD
    stands in for it.
    """
    escaped = escape(text, quote=False).replace("\0", "\ufffd")
    return _LONE_RETURN.sub("\r<br />", escaped).replace("\r", "&#13;") if "\r" in escaped else escaped


def null_offsets(text: str) -> str:
    """Give the offsets of U+0000, which `escape_text` replaces, parted by blanks."""
    return " ".join(str(offset) for offset, character in enumerate(text) if character == "\0") if "\0" in text else ""


def _paragraph(paragraph: Paragraph) -> _Range:
    number = paragraph.number
    return _Range(paragraph.start, paragraph.end, _PARAGRAPH, "span", ' class="paragraph"', f"p{number}")


def _note(note: PlacedNote) -> _Range:
    mark = (
        f'<a class="note-mark" href="#note-{note.number}" data-kind="{note.kind}"'
        f' aria-label="Editor’s note {note.number}: {note.kind}"></a>'
    )
    attributes = f' class="noted noted-{note.kind}"'
    return _Range(note.span.start, note.span.end, _NOTE, "span", attributes, f"n{note.number}", mark)


def _work(work: PlacedWork) -> _Range:
    """Draw a work as a span with a mark after it: a link around it could hold no mention."""
    label = escape(f"Work named here: {work.words}")
    mark = f'<a class="work-mark" href="{escape(work.address)}" aria-label="{label}"></a>'
    return _Range(work.span.start, work.span.end, _WORK, "span", ' class="work"', f"w{work.number}", mark)


def _mention(mention: Mention, *, address: Callable[[str], str]) -> _Range:
    identifier = f"m{mention.start}-{mention.end}"
    style = f"mention {mention.kind} {mention.state}{' anaphora' if mention.anaphora else ''}"
    if mention.nested:
        return _Range(mention.start, mention.end, _MENTION, "span", ' class="nested"', identifier)
    attributes = f' class="{style}" href="{escape(address(mention.entry or ""))}"'
    return _Range(mention.start, mention.end, _MENTION, "a", attributes, identifier)


class _Weaver:
    """Writes text and elements in one pass; the stack holds what is open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.written = 0
        self.open: list[_Range] = []
        self.waiting: list[str] = []  # empty elements that may not stand inside a link
        self.pieces: list[str] = []

    def weave(self, ranges: Iterable[_Range]) -> list[str]:
        for span in ranges:
            self._close_until(span.start)
            self._write_until(span.start)
            self._start(span)
        self._close_until(len(self.text))
        self._write_until(len(self.text))
        return self.pieces

    def _write_until(self, offset: int) -> None:
        if offset > self.written:
            self.pieces.append(escape_text(self.text[self.written : offset]))
            self.written = offset

    def _start(self, span: _Range) -> None:
        self.pieces.append(f'<{span.tag} id="{span.identifier}"{span.attributes}>')
        self.open.append(span)
        if span.rank == _PARAGRAPH:
            number = span.identifier[1:]
            self.pieces.append(
                f'<a class="paragraph-number" href="#p{number}" aria-label="Paragraph {number}" data-n="{number}"></a>'
            )

    def _close_until(self, offset: int) -> None:
        """Close what ends at or before an offset, in the order of the ends."""
        while self.open:
            end = min(span.end for span in self.open)
            if end > offset:
                return
            self._write_until(end)
            self._close_ending(end)

    def _close_ending(self, end: int) -> None:
        reopen: list[_Range] = []
        while any(span.end == end for span in self.open):
            span = self.open.pop()
            self.pieces.append(f"</{span.tag}>")
            if span.end == end:
                self.waiting.append(span.after)
            else:
                reopen.append(span)
        if not any(span.tag == "a" for span in (*self.open, *reopen)):
            self.pieces.extend(self.waiting)
            self.waiting.clear()
        for span in reversed(reopen):
            self.pieces.append(f"<{span.tag}{span.attributes}>")
            self.open.append(span)
