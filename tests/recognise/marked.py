"""The notation of the test texts, which an expert can read and write.

A mention stands in ⟦ ⟧. `⟦ILO⟧` is an acronym whose target is as written; `⟦SPF|SPFs⟧` one whose target is another
spelling; `⟦ilo:R202|Recommendation No. 202⟧` and `⟦asean:asean-charter-2007|ASEAN Charter⟧` are instruments; `~` before
the kind marks an anaphoric mention. Mentions inside an instrument's name stand inside its marks, and are nested.
"""

import re
from typing import NamedTuple

from archivist.score import Reading

_MARK = re.compile(r"⟦(?:([^⟦⟧|]*)\|)?|⟧")


class Marked(NamedTuple):
    text: str
    readings: tuple[Reading, ...]


def parse(marked: str) -> Marked:
    """Take the marks out of a text, and say what they marked."""
    text, at, opened, readings = "", 0, [], []
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark.group() == "⟧":
            start, head = opened.pop()
            readings.append(_reading(start, text, head))
        else:
            opened.append((len(text), mark[1] or ""))
    if opened:
        raise ValueError(f"not closed: {opened}")
    return Marked(text + marked[at:], tuple(_nested(readings)))


def _reading(start, text, head):
    kind, _, target = head.removeprefix("~").rpartition(":")
    words = text[start:]
    return Reading(start, len(text), kind or "acronym", target or words, words, head.startswith("~"))


def _nested(readings):
    outer = [one for one in readings if one.kind != "acronym"]
    for one in sorted(readings):
        inside = any(other is not one and other.start <= one.start and one.end <= other.end for other in outer)
        yield one._replace(ignored=one.ignored or inside)
