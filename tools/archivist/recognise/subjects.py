"""The subject of an instrument that is named by type and year: "ASEAN Declaration of 2013 ⟨on social protection⟩"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archivist.recognise.fold import STOP, WORD, fold_word, nearly
from archivist.recognise.register import title_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.model import Entry

_CLAUSE = re.compile(r"[^.,;:!?()\[\]“”\"]{0,200}")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_TELLS_NOTHING = STOP | {"&", "asean", "anase", "ilo", "oit", "iao"}


class Subject(NamedTuple):
    """Where a subject ends, how many telling words it has, and whose titles have them all."""

    end: int
    words: int
    entries: tuple[Entry, ...]


def read_subject(text: str, end: int, entries: Iterable[Entry]) -> Subject | None:
    """Read words from `end` on as far as the title of one of some entries has them; None if none has the first."""
    said = tuple(_words(text, end))
    shares = [(entry, max(_shared(said, title) for title in title_words(entry))) for entry in entries]
    most = max((count for _, count in shares), default=0)
    if most == 0:
        return None
    return Subject(said[most - 1][0], most, tuple(entry for entry, count in shares if count == most))


def _words(text: str, end: int) -> Iterator[tuple[int, str]]:
    """Give the telling words of the clause that begins at a place, up to a number, folded, each with its end."""
    clause = _CLAUSE.match(text, end)
    stop = clause.end() if clause else end
    blank_line = _BLANK_LINE.search(text, end, stop)
    for word in WORD.finditer(text, end, blank_line.start() if blank_line else stop):
        folded = fold_word(word.group())
        if folded.isdigit():  # the year of another name
            return
        if folded not in _TELLS_NOTHING:
            yield word.end(), folded


def _shared(said: Iterable[tuple[int, str]], title: frozenset[str]) -> int:
    """Count the words up to the first that a title has not, misspelt or not."""
    count = 0
    for _, word in said:
        if word not in title and not any(nearly(known, word) for known in title):
            break
        count += 1
    return count
