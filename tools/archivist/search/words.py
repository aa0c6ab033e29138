"""Words to complete and to repair what is typed, and names to suggest."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from archivist.search.coding import ALPHABET
from archivist.search.shards import Kept
from archivist.search.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from archivist.search.units import Named

_WORDS = 3000  # for each first letter, the most frequent
_SHORTEST = 3
_SUGGESTED = 24  # for each beginning of two letters


def vocabulary(frequencies: Mapping[str, int], *, units: int) -> Iterator[tuple[str, str]]:
    """Give the words of each first letter, sorted, parted by spaces.

    A word is written as how many letters it shares with the one before (one character), its frequency's power of two
    (one character), and the rest of its letters.
    """
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    least = 1 if units < 50 else 2
    for term, frequency in frequencies.items():
        if frequency >= least and len(term) >= _SHORTEST and term.isalpha():
            by_letter[term[0]].append(term)
    for letter, words in sorted(by_letter.items()):
        kept = sorted(sorted(words, key=lambda term: (-frequencies[term], term))[:_WORDS])
        yield letter, " ".join(_written(kept, frequencies))


def _written(words: Sequence[str], frequencies: Mapping[str, int]) -> Iterator[str]:
    before = ""
    for word in words:
        shared = _shared(before, word)
        yield ALPHABET[shared] + ALPHABET[frequencies[word].bit_length()] + word[shared:]
        before = word


def _shared(one: str, other: str) -> int:
    length = min(len(one), len(other), 63)
    return next((at for at in range(length) if one[at] != other[at]), length)


def read_vocabulary(written: str) -> Iterator[tuple[str, int]]:
    """Read words and the power of two of their frequency."""
    before = ""
    for item in written.split(" ") if written else ():
        before = before[: ALPHABET.index(item[0])] + item[2:]
        yield before, ALPHABET.index(item[1])


def suggestions(entries: Sequence[Named], titles: Sequence[tuple[str, str]]) -> Iterator[Kept]:
    """Give names and titles by the first two letters of each of their words.

    Entries come first, of these the names that begin so, the shortest before others; then the latest titles.
    """
    held: defaultdict[str, list[tuple[_Rank, list[str]]]] = defaultdict(list)
    for entry in entries:
        for form in entry.forms if entry.address else ():
            for beginning, is_first in _beginnings(form):
                held[beginning].append(((0, not is_first, len(form), form), [entry.name, entry.address, form]))
    for number, (title, address) in enumerate(reversed(titles)):
        for beginning, is_first in _beginnings(title):
            held[beginning].append(((1, not is_first, number, title), [title, address, title]))
    for beginning, found in sorted(held.items()):
        group: dict[str, list[str]] = {}
        for _, shown in sorted(found):
            group.setdefault(shown[0], shown)
        yield Kept(beginning, 1, beginning, list(group.values())[:_SUGGESTED])


_Rank = tuple[int, bool, int, str]


def _beginnings(name: str) -> Iterator[tuple[str, bool]]:
    """Give the first two letters of each word of a name, and whether the name begins so."""
    words = terms(name)
    for beginning in sorted({word[:2] for word in words if len(word) > 1}):
        yield beginning, words[0].startswith(beginning)
