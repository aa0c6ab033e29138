"""How a quotation differs from its source: piece by piece where both fold alike, else word by word."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import regex

from archivist.model import Span
from archivist.passages.folding import BLANK, fold, fold_with_map, has_line_end, kind_of, without_blanks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from archivist.passages.folding import Folded

_TOKEN = regex.compile(rf"[\p{{L}}\p{{M}}\p{{N}}_\u00ad\u200b]+|[{BLANK}]+|.", regex.DOTALL)
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]")
_LARGEST = 600  # items of either sequence for which a table of all pairs is made
_RUN = 12  # items by which longer sequences are parted


class Difference(NamedTuple):
    """One place where a quotation is not its source."""

    # "space", "line end", "quotation mark", "ellipsis", "hyphen", "soft hyphen", "composition", "punctuation",
    # "direction", "words", "left out" or "added"
    kind: str
    source: str  # what the source has there; empty: nothing
    quoted: str  # what the quotation has there; empty: nothing
    start: int  # code point of the reading text at which the source's piece begins


def folded_differences(text: str, span: Span, quoted: str, *, given: str = "") -> tuple[Difference, ...]:
    """Compare a quotation with a span of a text that folds alike but for blanks at the quotation's ends.

    `given` is the quotation as it was given, where other characters as many stand in it for what folds.
    """
    words, given = without_blanks(quoted), given or quoted
    start = quoted.index(words)
    end = start + len(words)
    between = _between(text, span, words, given=given[start:end])
    return (*_blanks(given[:start], span.start), *between, *_blanks(given[end:], span.end))


def _blanks(blanks: str, at: int) -> Iterator[Difference]:
    if blanks:
        yield Difference(kind_of("", blanks), "", blanks, at)


def _between(text: str, span: Span, words: str, *, given: str) -> Iterator[Difference]:
    source, other = fold_with_map(text[span.start : span.end]), fold_with_map(words)
    shared = [index for index in range(len(source.text) + 1) if _begins(source, index) and _begins(other, index)]
    for first, last in pairwise(shared):
        start = span.start + source.offsets[first]
        here = text[start : span.start + source.offsets[last]]
        there = given[other.offsets[first] : other.offsets[last]]
        if here != there:
            yield Difference(kind_of(here, there), here, there, start)


def _begins(folded: Folded, index: int) -> bool:
    """Tell whether a piece of the original begins where a code point of its folded copy does."""
    return index == 0 or folded.offsets[index] != folded.offsets[index - 1]


def word_differences(text: str, span: Span, quoted: str) -> tuple[Difference, ...]:
    """Compare a quotation with a span of a text word by word; what folds alike is the same word.

    Where all words fold alike, one by one, they are compared code point for code point: only the same text has no
    differences.
    """
    source, other = tokens(text[span.start : span.end]), tokens(quoted)
    changes = list(_changes(source, other, alike=fold)) or _changes(source, other, alike=str)
    return tuple(
        Difference("words", "".join(here), "".join(there), span.start + start) for start, here, there in changes
    )


def trimmed(text: str, span: Span, quoted: str) -> Span:
    """Give a span without what nothing in a quotation answers to: other lines at its ends, and marks before it."""
    source, other = tokens(text[span.start : span.end]), tokens(quoted)
    pairs = dict(matches([fold(token) for token in source], [fold(token) for token in other]))
    words = [here for here in pairs if _WORD.match(source[here])]
    if not words:
        return span
    first = _first_common(source, other, pairs, words[0])
    is_replaced = any(map(_WORD.match, other[: pairs[first]]))
    line = next((at for at in range(first, 0, -1) if has_line_end(source[at - 1])), 0)
    begins = next((at for at in range(line, first) if is_replaced and _WORD.match(source[at])), first)
    ends = next((at for at in range(words[-1] + 1, len(source)) if has_line_end(source[at])), len(source))
    start = span.start + sum(map(len, source[:begins]))
    return Span(start, start + len("".join(source[begins:ends]).rstrip()))


def _first_common(source: list[str], other: list[str], pairs: dict[int, int], word: int) -> int:
    """Go from a common word back over what both have before it; a line's end is the same only as a line's end."""
    first = word
    while (
        pairs.get(first - 1, -1) == pairs[first] - 1
        and first
        and (has_line_end(other[pairs[first] - 1]) or not has_line_end(source[first - 1]))
    ):
        first -= 1
    return first + 1 if source[first].isspace() else first


def tokens(text: str) -> list[str]:
    """Part a text into words, blanks and single other characters; joined they are the text."""
    return _TOKEN.findall(text)


def similarity(source: str, quoted: str) -> float:
    """Tell how much of two folded texts is common: 1.0 all, 0.0 nothing; case is not minded."""
    return 2 * len(matches(source.lower(), quoted.lower())) / max(1, len(source) + len(quoted))


def matches(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    """Give the indices of items that two sequences have in common, in order.

    What both begin and end with is common; of the rest a longest common subsequence, and of several the one that
    matches earliest in `first`. Where the rest is too long for a table of all pairs, it is parted at a run of items
    that stands once in each; without such a run it has nothing in common.
    """
    before = _common(first, second)
    after = _common(first[before:][::-1], second[before:][::-1])
    ends = len(first) - after, len(second) - after
    head = [(index, index) for index in range(before)]
    tail = [(ends[0] + index, ends[1] + index) for index in range(after)]
    between = _between_ends(first[before : ends[0]], second[before : ends[1]])
    return [*head, *((before + here, before + there) for here, there in between), *tail]


def _between_ends(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    if len(first) * len(second) <= _LARGEST**2:
        return _longest(first, second)
    anchor = _anchor(first, second)
    if anchor is None:
        return []
    here, there = anchor
    left, right = matches(first[:here], second[:there]), matches(first[here:], second[there:])
    return [*left, *((here + one, there + other) for one, other in right)]


def _anchor(first: Sequence[str], second: Sequence[str]) -> tuple[int, int] | None:
    """Give where a run begins that stands once in each, the nearest to the middle of `first`."""
    places = [_once(one) for one in (first, second)]
    shared = [(here, places[1][run]) for run, here in places[0].items() if run in places[1]]
    return min(shared, key=lambda pair: (abs(2 * pair[0] - len(first)), pair[0]), default=None)


def _once(items: Sequence[str]) -> dict[Sequence[str], int]:
    """Give where the runs begin that stand once."""
    places: dict[Sequence[str], int] = {}
    runs = [items[index : index + _RUN] for index in range(len(items) - _RUN + 1)]
    keys = [run if isinstance(run, str) else tuple(run) for run in runs]
    for index, key in enumerate(keys):
        places[key] = -1 if key in places else index
    return {key: place for key, place in places.items() if place >= 0}


def _longest(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    table = _lengths(first, second)
    pairs, here, there = [], 0, 0
    while here < len(first) and there < len(second):
        if first[here] == second[there]:
            pairs.append((here, there))
            here, there = here + 1, there + 1
        elif table[here][there + 1] >= table[here + 1][there]:
            there += 1
        else:
            here += 1
    return pairs


def _lengths(first: Sequence[str], second: Sequence[str]) -> list[list[int]]:
    """Give the length of the longest common subsequence of each pair of endings."""
    table = [[0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for here in range(len(first) - 1, -1, -1):
        row, below, one = table[here], table[here + 1], first[here]
        for there in range(len(second) - 1, -1, -1):
            row[there] = below[there + 1] + 1 if one == second[there] else max(below[there], row[there + 1])
    return table


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    """Count the items that two sequences begin with alike."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count


def _changes(
    source: list[str], quoted: list[str], *, alike: Callable[[str], str]
) -> Iterator[tuple[int, list[str], list[str]]]:
    """Give the runs of tokens that are not alike: the source's start in code points, its tokens, the quotation's."""
    pairs = matches([alike(token) for token in source], [alike(token) for token in quoted])
    last = (0, 0)
    for left, right in [*pairs, (len(source), len(quoted))]:
        if (left, right) != last:
            yield sum(map(len, source[: last[0]])), source[last[0] : left], quoted[last[1] : right]
        last = (left + 1, right + 1)
