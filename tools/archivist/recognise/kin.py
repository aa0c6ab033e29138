"""Instruments that belong to another: the protocol or the plan to one, the Recommendation of the same title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from archivist.model import Entry

_NUMBER = re.compile(r",? \(No\. ?\d+\)\Z")
_TYPE = re.compile(r"\b(?:Convention|Recommendation|Declaration|Plan of Action|Action Plan)\b")


class Kin:
    """Which instruments belong to which."""

    def __init__(self, instruments: Iterable[Entry], types: Mapping[str, str]) -> None:
        by_name = {_NUMBER.sub("", entry.name): entry for entry in instruments}
        by_title: dict[str, list[Entry]] = {}
        for name, entry in by_name.items():
            by_title.setdefault(_TYPE.sub("", name), []).append(entry)
        self._children: dict[tuple[str, str], set[str]] = {}
        for name, entry in by_name.items():
            alike = by_title[_TYPE.sub("", name)]
            for parent in (*_named_at_end(name, by_name), *(each for each in alike if each is not entry)):
                self._children.setdefault((parent.id, types[entry.id]), set()).add(entry.id)

    def child(self, parent: str, type_: str) -> str | None:
        """Give the only instrument of a type that belongs to another."""
        children = self._children.get((parent, type_), set())
        return next(iter(children)) if len(children) == 1 else None


def _named_at_end(name: str, by_name: Mapping[str, Entry]) -> Iterator[Entry]:
    """Give the instruments with whose name another ends: "Protocol of 2014 to the Forced Labour Convention, 1930"."""
    words = name.split(" ")
    ends = (" ".join(words[first:]) for first in range(1, len(words)))
    return (by_name[end] for end in ends if end in by_name)
