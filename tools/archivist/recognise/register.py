"""The numbered instruments of a glossary, looked up by letter and number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.recognise.fold import WORD, fold_word, shared_with
from archivist.recognise.listed import shared_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archivist.glossary import Glossary
    from archivist.model import Entry

    Titles = tuple[tuple[int, frozenset[str]], ...]  # what is left of an entry's titles, each with its number

FUNDAMENTAL = frozenset({29, 87, 98, 100, 105, 111, 138, 155, 182, 187})
_ADOPTED = (("C", 192), ("R", 209), ("P", 155))  # the last, at the 113th Session of the Conference (2025)
MARITIME = "MLC-2006"  # the id of Convention No. 186
_MOST_KEPT = 100_000  # answers that are remembered


class Register:
    """What the glossary knows of the instruments that have a number."""

    def __init__(self, glossary: Glossary) -> None:
        self._entries: Mapping[str, Entry] = glossary.entries
        self._words: dict[str, tuple[frozenset[str], ...]] = {}  # of titles, by entry id, filled as they are asked for
        self._shared: dict[tuple[str, str], tuple[tuple[frozenset[str], frozenset[str]], ...]] = {}  # in the same way
        forms = (form for entry in self._entries.values() for form in (entry.name, *entry.forms))
        self._own_words = frozenset(fold_word(word) for form in forms for word in form.split())
        numbers = [(e.id[0], int(e.id[1:])) for e in glossary.of_kind("ilo") if e.id[1:].isdigit()]
        self.highest = {letter: max(n for of, n in (*numbers, *_ADOPTED) if of == letter) for letter in "CRP"}

    def entry(self, letter: str, number: int) -> Entry | None:
        """Give the entry of a letter and a number, if the glossary has it."""
        return self._entries.get(entry_id(letter, number))

    def titles(self, entry: Entry) -> tuple[frozenset[str], ...]:
        """Give the folded words of each of an entry's titles."""
        if entry.id not in self._words:
            self._words[entry.id] = title_words(entry)
        return self._words[entry.id]

    def whole_titles(self, entry: Entry) -> Titles:
        """Give an entry's titles as `without` takes them."""
        return tuple(enumerate(self.titles(entry)))

    def without(self, entry: Entry, titles: Titles, written: str) -> Titles:
        """Give the titles that have a written word (or the words of a bracket), without it; misspelt or not."""
        shared = self._shared_words(entry, written)
        left = []
        for number, title in titles if shared else ():
            same, nearly_same = shared[number]
            if taken := (title & same) or (title & nearly_same):
                left.append((number, title - taken))
        return tuple(left)

    def _shared_words(self, entry: Entry, written: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
        """Give the words of each title that a word is, and nearly is; remembered, since texts repeat themselves."""
        if len(self._shared) > _MOST_KEPT:
            self._shared.clear()
        if (entry.id, written) not in self._shared:
            self._shared[entry.id, written] = tuple(shared_with(self.titles(entry), written))
        return self._shared[entry.id, written]

    def is_spoken_of(self, text: str, start: int, end: int, entry: Entry) -> bool:
        """Tell whether words of an entry's title stand near a number: "white lead: ⟦Convention 13⟧"."""
        return shared_words(text, start, end, self.titles(entry)) > 1

    def has_word(self, word: str) -> bool:
        """Tell whether some name in the glossary, be it of a place, has a word."""
        return fold_word(word) in self._own_words


def entry_id(letter: str, number: int) -> str:
    """Give the id of a letter and a number, as it is or would be in the glossary."""
    return MARITIME if (letter, number) == ("C", 186) else f"{letter}{number:03d}"


def title_words(entry: Entry) -> tuple[frozenset[str], ...]:
    """Give the folded words of an entry's name and of each of its forms."""
    return tuple(frozenset(map(fold_word, WORD.findall(form))) for form in (entry.name, *entry.forms))
