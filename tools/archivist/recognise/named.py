"""What texts of a type were named so far, by paragraph, and which of them a word for the type can mean."""

from __future__ import annotations

import re
from typing import NamedTuple

from archivist.recognise.typewords import Phrase, is_name_like, is_small

OTHERS = ""  # stands for any text that is none of the glossary's
ANY = "?"  # stands for what is spoken of in general: "a convention"
_FAR = 2  # paragraphs between a word and what it refers to, where a text names several instruments
# What begins a paragraph: not an item of a list
_BLANK_LINE = re.compile(r"\n\r?\n\s*+(?![-*•–+\d|(])")
_LINE = re.compile(r"\n\s*+(?![-*•–+\d|(])")
_LONG_LINE = 150  # code points: a text that has one is not wrapped, and each of its lines is a paragraph


class _Paragraph(NamedTuple):
    number: int
    entries: set[str]


class Named:
    """What texts of one type were named so far."""

    def __init__(self) -> None:
        self.end = 0  # of the last of them
        self.all: set[str] = set()
        self._last = self._before = _Paragraph(-9, set())

    def note(self, entry: str, paragraph: int, end: int) -> None:
        """Note that a text was named in a paragraph."""
        if self._last.number != paragraph:
            self._before, self._last = self._last, _Paragraph(paragraph, set())
        self._last.entries.add(entry)
        self.end = end
        if entry != ANY:
            self.all.add(entry)

    def antecedent(self, phrase: Phrase, paragraph: int) -> str | None:
        """Give the entry of the only text that a phrase in a paragraph can mean."""
        number, entries = self._last
        if len(entries) != 1 or not entries.isdisjoint((OTHERS, ANY)):
            return None
        if self._before.number >= number - 1 and OTHERS in self._before.entries:
            return None
        distance = paragraph - number
        if distance > (0 if is_small(phrase) else _FAR) and not (is_name_like(phrase) and len(self.all) == 1):
            return None
        return next(iter(entries))


class Paragraphs:
    """Counts the paragraphs of a text as it is read."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._break = _BLANK_LINE if _is_wrapped(text) else _LINE
        self._at = self._number = 0

    def number(self, start: int) -> int:
        """Give the number of the paragraph at a place, which is none before that asked for last."""
        if start > self._at:
            self._number += len(self._break.findall(self._text, self._at, start))
            self._at = start
        return self._number


def _is_wrapped(text: str) -> bool:
    """Tell whether lines were broken to fit a page."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        if end - start > _LONG_LINE:
            return False
        start = end + 1
    return len(text) - start <= _LONG_LINE
