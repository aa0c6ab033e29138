"""What people put around words when they quote them: quotation marks, and ellipses where they begin or break off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archivist.passages.comparing import Difference
from archivist.passages.folding import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.model import Span

_ELLIPSIS = r"\[(?:\.{3}|…)\]|\((?:\.{3}|…)\)|\.{3,4}|…|\. \. \."
_EDGE = rf"[{BLANK}]*(?:[\"'‘’‚‛′´`‹›“”„‟″«»]|{_ELLIPSIS})[{BLANK}]*"
_LEAD = re.compile(rf"(?:{_EDGE})*")
TAIL = rf"(?:{_EDGE})*\Z"  # a pattern
_TAIL = re.compile(TAIL)
_ONE = re.compile(_EDGE)


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


def edge_differences(edged: Edged, span: Span) -> tuple[tuple[Difference, ...], tuple[Difference, ...]]:
    """List the marks before and after words that stand at a span of a text without them."""
    return tuple(_listed(edged.lead, span.start)), tuple(_listed(edged.tail, span.end))


def _listed(marks: str, at: int) -> Iterator[Difference]:
    for found in _ONE.findall(marks):
        kind = "ellipsis" if "." in found or "…" in found else "quotation mark"
        yield Difference(kind, "", found, at)


def _matched(found: re.Match[str] | None) -> str:
    return found[0] if found else ""
