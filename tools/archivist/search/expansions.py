"""Where texts spell out what an acronym stands for."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from archivist.search.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archivist.search.counting import Piece


class SpeltOut:
    """Rows of terms to look for, filed by their first term."""

    def __init__(self, forms: Sequence[Sequence[str]]) -> None:
        """Take the forms of each entry, in the order of the entries' numbers."""
        self.rows: defaultdict[str, list[tuple[list[str], int]]] = defaultdict(list)
        for entry, each in enumerate(forms):
            for row in map(terms, each):
                self.rows[row[0]].append((row, entry))

    def find(self, piece: Piece) -> Iterator[tuple[int, int]]:
        """Give the entry's number and the position of each place."""
        found = piece.terms
        for at, term in enumerate(found):
            for row, entry in self.rows.get(term, ()):
                if found[at : at + len(row)] == row:
                    yield entry, piece.start + at
