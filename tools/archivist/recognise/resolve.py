"""From findings to mentions: overlaps settled, nesting marked, states given."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from archivist.model import Mention, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from archivist.model import Kind
    from archivist.recognise.found import Found

# Who wins where two readings cross: instruments before acronyms before the rest; then the longer.
_RANK: Mapping[Kind, int] = {"ilo": 0, "asean": 0, "acronym": 1, "organisation": 2, "place": 3}
_INSTRUMENTS = ("ilo", "asean")
_start = itemgetter(0)


# What joins an instrument's title to that of another which it names: "Protocol to the …", "Plan to implement the …".
_JOINED = re.compile(
    r"(?i:\b(?:to|of(?=\s+the)|implement|implementing|amend|amending|zu|zum|zur|à|au|bij|untuk|melaksanakan)(?:\s+(?:the|la|le|der|dem|het))?)\s\Z"
)


def settle(text: str, found: Iterable[Found]) -> list[Found]:
    """Keep readings that do not cross, one a span; sorted by start, the longer first."""
    kept: list[Found] = []
    reach = -1
    for item in _by_place(found):
        if item[0] >= reach:  # nearly always: nothing overlaps
            reach = item[1]
            kept.append(item)
            continue
        reach = max(reach, item.end)
        while kept and _conflict(text, kept[-1], item) and _better(item, kept[-1]):
            kept.pop()
        if not any(_conflict(text, other, item) for other in kept[-4:]):
            kept.append(item)
    return kept


def _by_place(found: Iterable[Found]) -> list[Found]:
    """Sort by start, the longer first. Few share a start: only those cost a call each."""
    items = sorted(found, key=_start)
    for shared in {one[0] for one, other in pairwise(items) if one[0] == other[0]}:
        low, high = bisect_left(items, shared, key=_start), bisect_right(items, shared, key=_start)
        items[low:high] = sorted(items[low:high], key=_place)
    return items


def _place(item: Found) -> tuple[int, int, int, str]:
    start, end, kind, target = item[:4]
    return start, -end, _RANK[kind], target


def _conflict(text: str, one: Found, other: Found) -> bool:
    if one.end <= other.start:
        return False
    if (one.start, one.end) == (other.start, other.end) or other.end > one.end:
        return True
    if one.kind in _INSTRUMENTS and other.kind in _INSTRUMENTS:
        return one.target == other.target or _JOINED.search(text, one.start, other.start) is None
    return False


def _better(one: Found, other: Found) -> bool:
    return (_RANK[one.kind], one.start - one.end) < (_RANK[other.kind], other.start - other.end)


def to_mentions(settled: Sequence[Found]) -> tuple[Mention, ...]:
    """Give mentions with their states; what lies inside another is nested."""
    mentions = []
    new = tuple.__new__  # what a named tuple's own constructor calls, at half the cost
    reach = -1
    for start, end, kind, target, candidates, anaphora, sense, undecided in settled:
        nested = end <= reach
        reach = reach if nested else end
        state: State = "ambiguous" if undecided or len(candidates) > 1 else "linked" if candidates else "unmatched"
        entry, rest = (candidates[0], ()) if state == "linked" else (None, candidates)
        mentions.append(new(Mention, (start, end, kind, target, state, entry, rest, anaphora, nested, sense)))
    return tuple(mentions)
