"""Short names that refer back to a longer title: "the ASEAN Declaration" after the "ASEAN Declaration on …" of 2013."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from archivist.recognise.fold import skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archivist.recognise.found import Found

_SHORT_NAME = (2, 3)  # telling words of a name that may be the beginning of another
_FEW = 5  # findings that may lie inside a name or next to it
_NEXT_TO = 3  # code points: an alias in brackets follows at once


def refer_back(text: str, settled: Iterable[Found]) -> list[Found]:
    """Give each short name that begins a longer title used before it the target of that title.

    A name that its own alias follows ("ASEAN Declaration (Bangkok Declaration)") says itself what it means.
    """
    items = list(settled)
    titles: dict[tuple[str, ...], Found] = {}
    for number in [number for number, item in enumerate(items) if item[2] == "asean"]:
        item = items[number]
        words = _telling(text[item.start : item.end])
        title = titles.get(words)
        if (
            title is not None
            and title.target != item.target
            and not _has_alias(item, items[number + 1 : number + _FEW])
        ):
            items[number] = item._replace(target=title.target, candidates=title.candidates, anaphora=True)
            continue
        titles.update({words[:length]: item for length in _SHORT_NAME if len(words) > length})
    return items


@lru_cache(maxsize=4096)  # a text says a name again and again
def _telling(name: str) -> tuple[str, ...]:
    return skeleton(name)


def _has_alias(item: Found, following: Iterable[Found]) -> bool:
    return any(0 < other.start - item.end <= _NEXT_TO and other.target == item.target for other in following)
