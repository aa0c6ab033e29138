"""Where in a text words stand that are like a quotation, though not the same."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from archivist.model import Span
from archivist.passages.comparing import similarity
from archivist.passages.folding import fold, fold_with_map

if TYPE_CHECKING:
    from collections.abc import Iterator

CLOSE = 0.75  # of the characters must be common: unrelated English sentences share up to half
_GRAM = 8  # characters of the pieces by which a place is found
_GRAMS = 64  # pieces that are looked for
_OFTEN = 50  # places of one piece that are minded
_LONGEST_WORD = 20  # characters
_SHORTEST = 6  # characters of a quotation that can be like another


class Like(NamedTuple):
    """Words of a text that are like a quotation."""

    span: Span  # code points of the text
    similarity: float  # 0.0 to 1.0


def shared_pieces(folded: str, quoted: str) -> tuple[int, int]:
    """Count the pieces of a folded quotation that stand near together in a folded text, and say where it would begin.

    Both are in lower case. The place may lie before the text's beginning.
    """
    width = max(_GRAM, len(quoted) // 8)
    offsets: defaultdict[int, set[int]] = defaultdict(set)  # of the pieces, by where the quotation would begin
    for offset, gram in _grams(quoted):
        for place in _places(folded, gram):
            offsets[place - offset].add(offset)
    buckets: defaultdict[int, set[int]] = defaultdict(set)
    for start, found in offsets.items():
        buckets[start // width] |= found
        buckets[start // width - 1] |= found
    best = max(buckets, key=lambda key: (len(buckets[key]), -key), default=0)
    near = [start for start in offsets if best <= start // width <= best + 1]
    return len(buckets[best]), max(near, key=lambda start: (len(offsets[start]), -start), default=0)


def like(text: str, quoted: str) -> Like | None:
    """Find the words of a text that are most like a quotation; None where none are close."""
    wanted = fold(quoted).strip(" ")
    source = fold_with_map(text)
    count, start = shared_pieces(source.text.lower(), wanted.lower())
    if len(wanted) < _SHORTEST or not count:
        return None
    left, right = _extent(source.text.lower(), wanted.lower(), start)
    found = similarity(source.text[left:right], wanted)
    return Like(Span(source.offsets[left], source.offsets[right]), found) if found >= CLOSE else None


def _extent(text: str, wanted: str, start: int) -> tuple[int, int]:
    """Give where the like of a quotation begins and ends, which would begin near `start`: told by its pieces there."""
    anchors = list(_anchors(text, wanted, start))
    (first, begun), (last, ended) = anchors[0], anchors[-1]
    left, right = max(0, begun - first), min(len(text), ended + len(wanted) - last)
    left, right = _to_word_end(text, left, -1), _to_word_end(text, right, 1)
    words = text[left:right]
    return left + len(words) - len(words.lstrip()), right - len(words) + len(words.rstrip())


def _anchors(text: str, wanted: str, start: int) -> Iterator[tuple[int, int]]:
    """Give offsets of pieces and their places, each the nearest to where the one before lets expect it."""
    slack = len(wanted) // 4 + 2 * _GRAM
    for offset, gram in _grams(wanted):
        expected = start + offset
        there = _places(text[: expected + slack], gram, max(0, expected - slack))
        nearest = min(((abs(place - expected), place) for place in there), default=None)
        if nearest is not None:
            start = nearest[1] - offset
            yield offset, nearest[1]


def _to_word_end(text: str, place: int, step: int) -> int:
    """Move a place out of a word, unless the word is longer than words are."""
    moved = place
    while 0 < moved < len(text) and text[moved - 1].isalnum() and text[moved].isalnum():
        moved += step
        if abs(moved - place) > _LONGEST_WORD:
            return place
    return moved


def _grams(quoted: str) -> Iterator[tuple[int, str]]:
    size = _GRAM if len(quoted) >= 3 * _GRAM else max(3, len(quoted) // 3)
    step = max(1, (len(quoted) - size) // (_GRAMS - 1))
    for offset in range(0, len(quoted) - size + 1, step):
        yield offset, quoted[offset : offset + size]


def _places(text: str, gram: str, start: int = 0) -> Iterator[int]:
    place = text.find(gram, start)
    for _ in range(_OFTEN):
        if place < 0:
            return
        yield place
        place = text.find(gram, place + 1)
