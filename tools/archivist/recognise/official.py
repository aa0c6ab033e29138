"""Official titles with their own year, which nobody else's text has: "Domestic Workers Convention, 2011".

One of them says as surely as the ILO's name that a text speaks of its instruments.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.model import Span
from archivist.recognise.bodies import OTHER_BODY
from archivist.recognise.letters import CAPITAL, GAP
from archivist.recognise.listed import COUNTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.model import Entry

_NUMBER = re.compile(r" \(No\. ?\d{1,3}\)$")
_DATED = re.compile(
    rf"(?:Convention|Recommendation|CONVENTION|RECOMMENDATION)(?:{GAP}\([^()\r\n]{{1,40}}\))?,{GAP}(?:19|20)\d\d(?!\d)"
)
_WORD_BEGINS = re.compile(r"(?<!\w)[A-Z]")
# "the Utah Minimum Age Convention, 1973", "draft …"
_NAME_BEFORE = re.compile(rf"\b(?:[Tt]he|an?|this|its|our)\s+[{CAPITAL}][a-z]+\s+\Z|\b[Dd]raft\s+\Z")
_SLACK = 40  # blanks beyond one between the words of a title


class OfficialTitles:
    """The official titles of a glossary's instruments, as they are written and in capitals."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        titles = [title for entry in entries if _DATED.search(title := _NUMBER.sub("", entry.name))]
        self._titles = frozenset((*titles, *map(str.upper, titles)))
        self._longest = max(map(len, titles), default=0)

    def find(self, text: str) -> Iterator[Span]:
        """Give the places of such titles in a text; a year that counts something is none: "1990 delegates"."""
        for dated in _DATED.finditer(text):
            low = max(0, dated.start() - self._longest - _SLACK)
            start = self._start_of_title(text, low, dated.end())
            if start is not None and not _is_of_others(text, start) and not COUNTED.match(text, dated.end()):
                yield Span(start, dated.end())

    def _start_of_title(self, text: str, low: int, end: int) -> int | None:
        """Give the place from `low` on from which the words up to `end` are a title; the first word counts."""
        starts = (word.start() for word in _WORD_BEGINS.finditer(text, low, end))
        return next((at for at in starts if _plain(text[at:end]) in self._titles), None)


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").split())


def _is_of_others(text: str, start: int) -> bool:
    before = text[max(0, start - 40) : start]
    return OTHER_BODY.search(before) is not None or _NAME_BEFORE.search(before) is not None
