"""The words around a hit: which paragraph, and which of its words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from archivist.search.terms import tokens
from archivist.search.variants import compounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archivist.search.reading import Text

_BEFORE, _AFTER = 80, 220  # characters shown before the first mark and after it


class Sought(NamedTuple):
    """What one clause of a query looks like in a text."""

    runs: frozenset[tuple[str, ...]]  # any of these terms in a row
    weight: int


class Excerpt(NamedTuple):
    """A paragraph that a query was found in."""

    paragraph: int  # its number; 0 where the query stands in the title only
    text: str
    marks: Sequence[tuple[int, int]]  # code points of `text`
    note: str  # the reading of an editors' note, where the query was found in that


def marks(text: str, sought: Sequence[Sought]) -> tuple[list[tuple[int, int]], set[int]]:
    """Give the spans of a text that clauses look for, joined where they overlap, and which clauses were found."""
    placed = list(tokens(text))
    names = [token.term for token in placed]
    wholes = {one.first: one for one in compounds(text, placed)}
    spans: list[tuple[int, int]] = []
    found: set[int] = set()
    for number, clause in enumerate(sought):
        lengths = sorted({len(run) for run in clause.runs}, reverse=True)
        for at in range(len(names)):
            length = next((n for n in lengths if _reads(names, at, n, clause.runs)), 0)
            if length:
                spans.append((placed[at].start, placed[at + length - 1].end))
                found.add(number)
            elif at in wholes and (wholes[at].term,) in clause.runs:
                spans.append((placed[at].start, placed[wholes[at].last].end))
                found.add(number)
    return _joined(spans), found


def _reads(names: Sequence[str], at: int, length: int, runs: frozenset[tuple[str, ...]]) -> bool:
    return at + length <= len(names) and tuple(names[at : at + length]) in runs


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def best_block(votes: Iterable[tuple[int, int]]) -> int:
    """Choose the block for which the clauses' weights speak; the first of equals."""
    tally: defaultdict[int, int] = defaultdict(int)
    for block, weight in votes:
        tally[block] += weight
    return max(sorted(tally), key=tally.__getitem__) if tally else 1


def excerpts(text: Text, sought: Sequence[Sought]) -> list[Excerpt]:
    """Give the paragraphs of a block in which a query was found, the best first."""
    ranked: list[tuple[int, int, Excerpt]] = []
    for order, (number, paragraph, *notes) in enumerate(text.pieces):
        spans, found = marks(paragraph, sought)
        note, in_note = "", set[int]()
        for reading in notes:
            here = marks(reading, sought)[1] - found
            if here:
                note, in_note = reading, in_note | here
        if found or in_note:
            weight = sum(sought[clause].weight for clause in found | in_note)
            score = weight * 100 + min(99, len(spans))
            ranked.append((-score, order, Excerpt(number, paragraph, spans, note)))
    return [excerpt for _, _, excerpt in sorted(ranked, key=lambda one: one[:2])]


def window(excerpt: Excerpt) -> tuple[int, int]:
    """Give the part of a paragraph to show: whole words around its first mark."""
    text = excerpt.text
    centre = excerpt.marks[0][0] if excerpt.marks else 0
    start, end = max(0, centre - _BEFORE), min(len(text), centre + _AFTER)
    while start > 0 and not text[start - 1].isspace() and centre - start < 2 * _BEFORE:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - centre < 2 * _AFTER:
        end += 1
    return start, end
