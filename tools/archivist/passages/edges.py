"""What is put around words when they are quoted: quotation marks, and ellipses where they begin or break off.

Points and commas at a closing mark are the quoting text's: within the mark as Americans set them, or after it as the
British do. Programs put signs of direction around words (Unicode, UAX 9).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archivist.passages.comparing import Difference
from archivist.passages.folding import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.model import Span

ELLIPSIS = r"\[(?:\.{3}|…|\. \. \.)\]|\((?:\.{3}|…|\. \. \.)\)|\.{3,4}|…|\.(?: \.){2,3}"  # a pattern
_MARKS = "\"'‘’‚‛′´`‹›“”„‟″«»"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_POINTS = ".,;:?!"
_EDGE = rf"[{BLANK}]*(?:[{_MARKS}{_DIRECTION}]|{ELLIPSIS})[{BLANK}]*"
_LEAD = re.compile(rf"(?:{_EDGE})*")
TAIL = rf"(?:{_EDGE})*\Z"  # a pattern
_TAIL = re.compile(TAIL)
_ONE = re.compile(rf"[{BLANK}>]*(?:[{_MARKS}{_DIRECTION}]|{ELLIPSIS}|[{_POINTS}])[{BLANK}>]*")  # ">": of mail
_POINT = re.compile(rf"[{BLANK}]*[{_POINTS}][{BLANK}]*\Z")
_SIGN = re.compile(f"[{_DIRECTION}]")


class Edged(NamedTuple):
    """A quotation in three; joined they are the quotation."""

    lead: str  # quotation marks and ellipses before the words, with the blanks about them
    words: str  # empty where the quotation is nothing but marks
    tail: str


def without_edges(quoted: str) -> Edged:
    """Part a quotation from the marks around it."""
    lead = _matched(_LEAD.match(quoted))
    rest = quoted[len(lead) :]
    tail = _matched(_TAIL.search(rest))
    return Edged(lead, rest[: len(rest) - len(tail)], tail)


def edges_of(quoted: str) -> Iterator[Edged]:
    """Give the ways to part a quotation from what is put around it, what leaves most to it first.

    First from the marks around it, then from one point or comma after the other at its closing marks.
    """
    lead, words, tail = without_edges(quoted)
    yield Edged(lead, words, tail)
    while (found := _POINT.search(words)) and _is_at_mark(Edged(lead, words[: found.start()], tail), found[0].strip()):
        inner = _matched(_TAIL.search(words[: found.start()]))
        words, tail = words[: found.start() - len(inner)], inner + words[found.start() :] + tail
        yield Edged(lead, words, tail)


def _is_at_mark(edged: Edged, point: str) -> bool:
    """Tell whether a point that was taken from the end of words stood after a closing mark, or a stop within one."""
    is_after = edged.words[-1:] in tuple(_MARKS) and any(mark in edged.lead for mark in _MARKS)
    return is_after or (point in ".," and edged.tail.lstrip()[:1] in tuple(_MARKS))


def edge_differences(edged: Edged, span: Span) -> tuple[tuple[Difference, ...], tuple[Difference, ...]]:
    """List the marks before and after words that stand at a span of a text without them."""
    return tuple(_listed(edged.lead, span.start)), tuple(_listed(edged.tail, span.end))


def _listed(marks: str, at: int) -> Iterator[Difference]:
    for found in _ONE.findall(marks):
        yield Difference(_kind(found), "", found, at)


def _kind(mark: str) -> str:
    if _SIGN.search(mark):
        return "direction"
    if mark.strip().strip(">").strip() in tuple(_POINTS):
        return "punctuation"
    return "ellipsis" if "." in mark or "…" in mark else "quotation mark"


def _matched(found: re.Match[str] | None) -> str:
    return found[0] if found else ""
