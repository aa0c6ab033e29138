"""The words around a hit: which paragraph, and which of its words."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from archivist.search.terms import tokens
from archivist.search.variants import compounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.search.reading import Text

_ROW = 3  # pairs of orthographic units, in a row, that are a word's worth
_BRACKETS = (("(", ")"), ("[", "]"))
_BEFORE, _AFTER = 80, 220  # characters shown before the first mark and after it


class Sought(NamedTuple):
    """What one clause of a query looks like in a text."""

    runs: frozenset[tuple[str, ...]]  # any of these terms in a row
    weight: int
    item: int = -1  # of the query, where this is one of several pairs of orthographic units that were typed in a row


class Excerpt(NamedTuple):
    """A paragraph that a query was found in."""

    paragraph: int  # its number; 0 where the query stands in the title only
    text: str
    marks: Sequence[tuple[int, int]]  # code points of `text`
    note: str  # the reading of an editors' note, where the query was found in that


def marks(text: str, sought: Sequence[Sought]) -> tuple[list[tuple[int, int]], set[int]]:
    """Give the spans of a text that clauses look for, joined where they overlap, and which clauses were found.

    Of a script without spaces whole words are marked, as far as pairs tell: no pair alone where more were typed.
    """
    placed = list(tokens(text))
    names = [token.term for token in placed]
    wholes = {one.first: one for one in compounds(text, placed)}
    spans: list[tuple[int, int]] = []
    pairs: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)  # by the item that they are of
    found: set[int] = set()
    for number, clause in enumerate(sought):
        lengths = sorted({len(run) for run in clause.runs}, reverse=True)
        for at in range(len(names)):
            length = next((n for n in lengths if _reads(names, at, n, clause.runs)), 0)
            if length:
                into = pairs[clause.item] if clause.item >= 0 else spans
                into.append((placed[at].start, placed[at + length - 1].end))
                found.add(number)
            elif at in wholes and (wholes[at].term,) in clause.runs:
                spans.append((placed[at].start, placed[wholes[at].last].end))
                found.add(number)
    typed = Counter(clause.item for clause in sought)
    kept = [span for item, of_item in sorted(pairs.items()) for span in _rows(of_item, typed[item])]
    return [_bracketed(text, span) for span in _joined([*spans, *kept])], found


def _rows(pairs: Iterable[tuple[int, int]], typed: int) -> Iterator[tuple[int, int]]:
    """Join pairs that overlap, and leave out rows too short to be a word where `typed` pairs were typed in a row."""
    rows: list[tuple[int, int, int]] = []  # start, end, pairs
    for start, end in sorted(pairs):
        if rows and start < rows[-1][1]:
            rows[-1] = (rows[-1][0], max(end, rows[-1][1]), rows[-1][2] + 1)
        else:
            rows.append((start, end, 1))
    longest = max(size for _, _, size in rows)
    least = 1 if typed == 1 else max(2, min(_ROW, longest))
    return ((start, end) for start, end, size in rows if size >= least)


def _bracketed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Take in the bracket that closes what a span opens, or opens what it closes: “Recommendation (No. 202)”."""
    start, end = span
    for opening, closing in _BRACKETS:
        surplus = text.count(opening, start, end) - text.count(closing, start, end)
        if surplus == 1 and text[end : end + 1] == closing:
            end += 1
        elif surplus == -1 and text[start - 1 : start] == opening:
            start -= 1
    return start, end


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
