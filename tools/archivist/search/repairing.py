"""Words for what was typed: the rest of a word that is being typed, and the word that was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archivist.search.reading import Index

_SHORTEST = 4  # letters of a word that is repaired
_TWO_SLIPS = 8  # letters from which two slips are allowed
_FAR = 9


def complete(index: Index, typed: str) -> str:
    """Give the most frequent word that begins so; empty if there is none."""
    found = [(-power, word) for word, power in index.words(typed[0]) if word.startswith(typed)]
    return min(found)[1] if found else ""


def repair(index: Index, typed: str) -> str:
    """Give the nearest word, else one that begins so; empty if there is neither, or too little was typed to tell.

    The nearest has the fewest slips, and of these is the most frequent.
    """
    if len(typed) < _SHORTEST:
        return ""
    return (_nearest(index, typed) if typed.isalpha() else "") or complete(index, typed)


def _nearest(index: Index, typed: str) -> str:
    most = 2 if len(typed) >= _TWO_SLIPS else 1
    for letter in dict.fromkeys(typed[:2]):
        words = ((slips(typed, word, most), -power, word) for word, power in index.words(letter))
        near = [one for one in words if one[0] <= most]
        if near:
            return min(near)[2]
    return ""


def slips(one: str, other: str, most: int) -> int:
    """Count the letters to add, drop, change or swap (optimal string alignment), up to `most`; else a large number."""
    if abs(len(one) - len(other)) > most:
        return _FAR
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        here = [row]
        for column, wanted in enumerate(other, 1):
            cost = min(last[column] + 1, here[-1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                cost = min(cost, before[column - 2] + 1)
            here.append(cost)
        if min(here) > most:
            return _FAR
        before, last = last, here
    return last[-1]
