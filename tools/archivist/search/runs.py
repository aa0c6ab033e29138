"""Runs of terms: what makes a quoted phrase cheap to find.

A frequent term has no list of positions of its own: it is listed together with its neighbours, so that nobody loads
every place of “of” to find “of Geneva”. Runs of two and three terms that stand often have postings as terms have.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from archivist.search.counting import Column, described, placed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from archivist.search.counting import Counted

FREQUENT_TERMS, FREQUENT = 512, 1000  # at most so many terms, each standing so often
OFTEN = 256  # a run that stands so often has postings
_SKETCH = (1 << 22) - 1


class Runs(NamedTuple):
    """What is listed beside the terms; the keys of pairs and runs are made by `run_key`."""

    frequent: frozenset[int]
    places: Column  # of terms that are not frequent, and of pairs of which one is
    postings: Column  # of runs


def run_key(terms: Sequence[int]) -> int:
    """Make one number of two or three terms' numbers, none of which is 0."""
    key = 0
    for term in terms:
        key = key << 32 | term
    return key


def run_terms(key: int) -> list[int]:
    """Give the terms' numbers of a key."""
    terms: list[int] = []
    while key:
        terms.insert(0, key & 0xFFFFFFFF)
        key >>= 32
    return terms


def list_runs(counted: Counted) -> Runs:
    """Read the terms of all units once more, now that it is known which stand often."""
    common = [(key, total) for key, total in counted.totals.items() if total >= FREQUENT]
    common.sort(key=lambda pair: (-pair[1], pair[0]))
    frequent = frozenset(key for key, _ in common[:FREQUENT_TERMS])
    listed = Runs(frequent, Column(), Column())
    sketch = _sketched(counted)
    often: defaultdict[int, int] = defaultdict(int)
    for unit in range(len(counted.lengths)):
        singles, runs = _of_unit(*counted.unit_runs(unit), frequent, sketch)
        listed.places.add(unit, ((key, placed(positions)) for key, positions in singles.items()))
        listed.postings.add(unit, ((key, described(positions)) for key, positions in runs.items()))
        for key, positions in runs.items():
            often[key] += len(positions)
    for key in [key for key, total in often.items() if total < OFTEN]:  # the sketch counts some runs together
        del listed.postings.written[key]
    return listed


def _sketched(counted: Counted) -> Callable[[int, int, int], bool]:
    """Count all runs in a table of fixed size, and tell of a run whether it can stand often; `third` 0 for pairs."""
    table = array("I", bytes(4 * (_SKETCH + 1)))
    first = second = 0
    for term in counted.runs:
        if term and second:
            table[(second * 0x9E3779B1 + term * 0x85EBCA6B) & _SKETCH] += 1
            if first:
                table[(first * 0xC2B2AE35 + second * 0x9E3779B1 + term * 0x85EBCA6B) & _SKETCH] += 1
        first, second = second, term

    def can_be_often(first: int, second: int, third: int) -> bool:
        return table[(first * 0xC2B2AE35 + second * 0x9E3779B1 + third * 0x85EBCA6B) & _SKETCH] >= OFTEN

    return can_be_often


def _of_unit(
    terms: Sequence[int],
    starts: Sequence[int],
    frequent: frozenset[int],
    can_be_often: Callable[[int, int, int], bool],
) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Give the positions in one unit of what has positions listed, and of the runs that may have postings."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    runs: defaultdict[int, list[int]] = defaultdict(list)
    first = second = 0
    for term, position in zip(terms, starts, strict=True):
        if term:
            if term not in frequent:
                places[term].append(position)
            if second:
                if term in frequent or second in frequent:
                    places[second << 32 | term].append(position - 1)
                if can_be_often(0, second, term):
                    runs[second << 32 | term].append(position - 1)
                    if first and can_be_often(first, second, term):
                        runs[first << 64 | second << 32 | term].append(position - 2)
        first, second = second, term
    return places, runs
