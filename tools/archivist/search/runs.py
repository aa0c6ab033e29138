"""Runs of terms: what makes a quoted phrase cheap to find.

A frequent term has no list of positions of its own: it is listed together with its neighbours, so that nobody loads
every place of “of” to find “of Geneva”. Runs whose positions would be a long list have postings too, as terms have.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from archivist.search.coding import number
from archivist.search.counting import BLOCK, described

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archivist.search.counting import Counted

    Places = Mapping[int, array[int]]  # global positions by the key of a term or a run

FREQUENT_TERMS, FREQUENT = 512, 1000  # at most so many terms, each standing so often
_LONG_LIST = 4096  # a pair that stands so often has postings
_LONG_LISTS = 16384  # a run of three, whose two pairs stand so often together, has some
_OFTEN = 256  # if it stands so often itself


def frequent_terms(counted: Counted) -> frozenset[int]:
    """Choose the terms that are listed with their neighbours only."""
    often = [(key, total) for key, total in counted.totals.items() if total >= FREQUENT]
    often.sort(key=lambda pair: (-pair[1], pair[0]))
    return frozenset(key for key, _ in often[:FREQUENT_TERMS])


def place_terms(counted: Counted, frequent: frozenset[int]) -> Places:
    """Give the positions of terms that are not frequent, and of pairs of which one is."""
    places: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))
    before = 0
    for term, position in zip(counted.runs, counted.starts, strict=True):
        if term:
            if term not in frequent:
                places[term].append(position)
            if before and (term in frequent or before in frequent):
                places[before << 32 | term].append(position - 1)
        before = term
    return places


def place_runs(counted: Counted, places: Places) -> Places:
    """Give the positions of runs whose own postings spare long lists."""
    pairs = {key: len(found) for key, found in places.items() if key >> 32}
    runs: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))
    first = second = 0
    before = 0  # how often the pair of the two stands
    for term, position in zip(counted.runs, counted.starts, strict=True):
        pair = second << 32 | term
        here = pairs.get(pair, 0) if second and term else 0
        if here and first and before + here >= _LONG_LISTS:
            runs[first << 64 | pair].append(position - 2)
        first, second, before = second, term, here
    often = {key: found for key, found in runs.items() if len(found) >= _OFTEN}
    return often | {key: places[key] for key, total in pairs.items() if total >= _LONG_LIST}


def run_terms(key: int) -> list[int]:
    """Give the numbers of the terms of a run."""
    terms: list[int] = []
    while key:
        terms.insert(0, key & 0xFFFFFFFF)
        key >>= 32
    return terms


def as_postings(positions: array[int], counted: Counted) -> str:
    """Write positions as postings."""
    written = []
    last = -1
    unit_of = counted.unit_of_block
    for unit, group in groupby(positions, key=lambda position: unit_of[position // BLOCK]):
        base = counted.bases[unit]
        written.append(number(unit - last - 1) + described([position - base for position in group]))
        last = unit
    return "".join(written)
