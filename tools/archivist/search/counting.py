"""What stands where: the terms of all units, collected one unit after another.

Positions count the terms of a unit. The first block is for its titles; the text begins with block 1. A block has
BLOCK positions and is a file of its own, so that a hit's position says which file has its words. No paragraph lies
in two blocks unless it is longer than one: then it is parted. Between two paragraphs one position stays empty.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from archivist.search.coding import number, posting
from archivist.search.terms import terms, tokens
from archivist.search.units import Passage
from archivist.search.variants import variants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.search.units import Unit

BLOCK = 400


class Piece(NamedTuple):
    """A paragraph, or as much of it as a block holds, in the order in which it is indexed."""

    block: int
    start: int  # position of its first term
    terms: list[str]
    passage: Passage  # with the text of this piece only


class Column:
    """What is written of many keys, unit after unit."""

    def __init__(self) -> None:
        self.written: dict[int, bytearray] = {}
        self.last: dict[int, int] = {}

    def add(self, unit: int, texts: Iterable[tuple[int, str]]) -> None:
        """Append what the texts say of a unit, each to its key; the step to the unit goes before."""
        written, last = self.written, self.last
        for key, text in texts:
            known = written.get(key)
            if known is None:
                written[key] = bytearray((number(unit) + text).encode())
            else:
                known += (number(unit - last[key] - 1) + text).encode()
            last[key] = unit


def pieces(passages: Iterable[Passage]) -> Iterator[Piece]:
    """Lay paragraphs out in blocks; what a note reads follows the paragraph, out of reach of its phrases."""
    at = BLOCK
    for passage in passages:
        for part, found in _parted(passage):
            if at % BLOCK + len(found) > BLOCK:
                at += BLOCK - at % BLOCK
            yield Piece(at // BLOCK, at, found, part)
            at += len(found) + 1


def _parted(passage: Passage) -> Iterator[tuple[Passage, list[str]]]:
    read = [term for note in passage.notes for term in ("", *terms(note))]
    found = terms(passage.text)
    if len(found) + len(read) <= BLOCK:
        yield passage, found + read
        return
    cut = 0
    placed = list(tokens(passage.text))
    room = max(BLOCK - len(read), BLOCK // 2)
    for first in range(0, len(placed), room):
        chunk = placed[first : first + room]
        end = len(passage.text) if first + room >= len(placed) else chunk[-1].end
        last = end == len(passage.text)
        part = passage._replace(text=passage.text[cut:end], notes=passage.notes if last else ())
        yield part, [token.term for token in chunk] + (read[: BLOCK // 2] if last else [])
        cut = end


class Counted:
    """The terms of all units; a global position is that of a unit's first block and the position in the unit."""

    def __init__(self) -> None:
        self.ids: dict[str, int] = {"": 0}  # term: its number; the empty term stands between paragraphs
        self.postings: defaultdict[str, Column] = defaultdict(Column)  # by stemmer
        self.surfaces: dict[str, int] = {}  # word with its accents: its number
        self.accented = Column()
        self.compounds: dict[str, int] = {}  # by the words apart: the number of the term in one word
        self.totals: Counter[int] = Counter()
        self.units: Counter[int] = Counter()  # how many units have a term
        self.runs = array("I")  # the terms of all units in their order
        self.starts = array("I")  # the global position of each
        self.lengths: list[int] = []  # in terms, by unit
        self.bases: list[int] = []  # global position of the first block, by unit
        self.blocks: list[int] = []  # how many a unit has, that of its titles among them
        self.unit_of_block = array("I")

    def add(self, unit: Unit, laid: Sequence[Piece], stemmer: str) -> None:
        """Count a unit; units come in their order."""
        index = len(self.lengths)
        base = len(self.unit_of_block) * BLOCK
        where: defaultdict[int, list[int]] = defaultdict(list)
        self._place(_titles(unit), 0, base, where)
        for piece in laid:
            self._place(piece.terms, piece.start, base, where)
        for key, positions in where.items():
            self.totals[key] += len(positions)
        self.units.update(where.keys())
        length = sum(map(len, where.values()))
        self._add_variants(index, [*_titled(unit), *laid], where)
        self.postings[stemmer].add(index, ((key, described(positions)) for key, positions in where.items()))
        self.lengths.append(length)
        self.bases.append(base)
        self.blocks.append(laid[-1].block + 1 if laid else 1)
        self.unit_of_block.extend([index] * self.blocks[-1])

    def _add_variants(self, index: int, texts: Iterable[Piece], where: dict[int, list[int]]) -> None:
        """Add compounds to where terms stand, and file words with their accents."""
        joined: defaultdict[int, list[int]] = defaultdict(list)
        marked: defaultdict[int, list[int]] = defaultdict(list)
        for _, start, found, passage in texts:
            compounds, accented = variants(passage.text, found)
            for one in compounds:
                key = self.compounds[one.apart] = self.ids.setdefault(one.term, len(self.ids))
                joined[key].append(start + one.first)
            for offset, surface in accented:
                marked[self.surfaces.setdefault(surface, len(self.surfaces))].append(start + offset)
        for key, positions in joined.items():
            where[key] = sorted([*where[key], *positions])
        self.accented.add(index, ((key, described(positions)) for key, positions in marked.items()))

    def _place(self, found: list[str], start: int, base: int, where: defaultdict[int, list[int]]) -> None:
        ids = self.ids
        keys = [ids.setdefault(term, len(ids)) for term in found]
        for position, key in enumerate(keys, start):
            if key:
                where[key].append(position)
        self.runs.extend(keys)
        self.runs.append(0)
        self.starts.extend(range(base + start, base + start + len(keys) + 1))


def _titles(unit: Unit) -> list[str]:
    heading = ["", *terms(unit.heading)] if unit.heading else []
    return (terms(unit.title) + heading)[: BLOCK - 1]


def _titled(unit: Unit) -> Iterator[Piece]:
    found = terms(unit.title)
    yield Piece(0, 0, found, Passage(0, unit.title, ()))
    if unit.heading:
        yield Piece(0, len(found) + 1, terms(unit.heading), Passage(0, unit.heading, ()))


def described(positions: Sequence[int]) -> str:
    """Write what a posting says of ascending positions."""
    first, last = positions[0] // BLOCK, positions[-1] // BLOCK
    if first and first == last:
        return _in_one_block(len(positions), first)
    frequency, named, block = densest(positions)
    return posting(frequency=frequency, named=named, block=block)


@lru_cache(maxsize=4096)
def _in_one_block(frequency: int, block: int) -> str:
    return posting(frequency=frequency, named=False, block=block)


def densest(positions: Sequence[int]) -> tuple[int, bool, int]:
    """Say of ascending positions how many stand in the text, whether any in a title, and which block has the most."""
    named = at = bisect_left(positions, BLOCK)
    densest_, most = 1, 0
    while at < len(positions):
        block = positions[at] // BLOCK
        end = bisect_left(positions, (block + 1) * BLOCK, at)
        if end - at > most:
            densest_, most = block, end - at
        at = end
    return len(positions) - named, bool(named), densest_
