"""What stands in the heads of pages: titles and guide words, as short as there is room."""

from __future__ import annotations

import unicodedata
from bisect import bisect
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archivist.edition.ink import Ink

# Room is counted in small Latin letters of average width.
_HEAD = 88.0  # what a running head holds: title and identifier
_BETWEEN = 4.0  # the gap between them
_FEWEST = 12.0  # a title with less room is left out: the identifier says enough
_GUIDE = 34.0  # what each of two guide words has
_UNBROKEN = 0.85  # of the room for what has no blanks, which are narrower than letters
_BROAD = frozenset("mwMW@%&—…")


@cache
def running_title(title: str, identifier: str, *, ink: Ink) -> str:
    """Shorten a title for the head of a page that bears the identifier too, and write it as a string literal."""
    room = _HEAD - _BETWEEN - sum(map(_width, identifier)) if identifier else _HEAD
    return ink.plain(_shortened(title, room=room, ink=ink) if room >= _FEWEST else "")


@cache
def guide_word(name: str, *, ink: Ink) -> str:
    """Shorten the name of an entry, for the head of a page that begins or ends with it; write it as a literal."""
    return ink.plain(_shortened(name, room=_GUIDE, ink=ink))


def _shortened(title: str, *, room: float, ink: Ink) -> str:
    """Cut a title at a word's end, or inside a word that takes more than half of the room."""
    widths = [sum(map(_width, ink.drawn(char))) for char in title] if ink.hides(title) else map(_width, title)
    ends = list(accumulate(widths))
    if not ends or ends[-1] <= room:
        return title
    kept = title[: bisect(ends, room)]
    words = kept.rpartition(" ")[0]
    cut = words if 2 * len(words) > len(kept) else title[: bisect(ends, room * _UNBROKEN)]
    return cut.rstrip(" ,;:.–-(") + " …"


@cache
def _width(char: str) -> float:
    """Estimate the room of a character, rather too much than too little."""
    if unicodedata.combining(char):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return 2.5
    if char in _BROAD:
        return 2.2
    return 1.5 if char.isupper() or char > "\u024f" else 1.0
