"""The acronyms of a glossary: what letters may stand for in any text."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from archivist.recognise.beside import Beside
from archivist.recognise.senses import same_sense
from archivist.recognise.spelled import LETTERS
from archivist.recognise.spellings import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.glossary import Glossary
    from archivist.model import Entry

_IGNORED = re.compile(r"[\s.#\u00a0\u2010\u2011–-]")
_LETTERS_AND_TYPE = re.compile(r"(?!ASEAN)[A-Z]{3,8} (?:Treaty|Convention|Declaration|Agreement)")
_LONGEST_DOUBTFUL = 2  # letters that may be half of a Spanish plural: "EE.UU."


@lru_cache(maxsize=65536)
def key(spelling: str) -> str:
    """Fold what does not matter in an acronym's spelling: case, blanks, hyphens, full stops, "#"."""
    return _IGNORED.sub("", spelling).upper()


class Acronyms:
    """The acronyms of a glossary, filed by spelling."""

    def __init__(self, glossary: Glossary) -> None:
        self._by_key: dict[str, tuple[Entry, ...]] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        for entry in glossary.of_kind("acronym"):
            shown = glossary.resolve(entry.id)
            self._names[entry.id] = (*entry.forms, shown.name, *shown.forms)
            for form in (entry.name, *entry.forms):
                filed = self._by_key.get(key(form), ())
                self._by_key[key(form)] = filed if entry in filed else (*filed, entry)
        self._instruments = dict(_letters_of_instruments(glossary))
        self._by_letters_and_type = {
            (form.split()[0], entry.id): entry
            for entry in glossary.of_kind("asean")
            for form in entry.forms
            if _LETTERS_AND_TYPE.fullmatch(form)
        }
        self._aliases = frozenset(letters for letters, _ in self._by_letters_and_type)
        self.ilo = frozenset(entry.id for entry in glossary.of_kind("ilo"))
        self.asean = frozenset(entry.id for entry in glossary.of_kind("asean"))
        self.place_words = frozenset(_place_words(glossary))
        # What letters say by themselves is asked of the same ones in one text after the other.
        self.judge = lru_cache(maxsize=65536)(partial(judge, is_known=self.is_known, place_words=self.place_words))
        self.beside = Beside(self._is_sure)

    def entries(self, spelling: str) -> tuple[Entry, ...]:
        """Give the entries that have a spelling: more than one where letters have several senses."""
        return self._by_key.get(key(spelling), ())

    def instrument(self, spelling: str) -> Entry | None:
        """Give the instrument that letters, spelt exactly so, may abbreviate."""
        return self._instruments.get(spelling)

    def may_be_instrument(self, spelling: str) -> bool:
        """Tell whether letters may, somewhere, mean an instrument."""
        return spelling in self._instruments or spelling in self._aliases

    def named_by(self, spelling: str, entry_id: str) -> Entry | None:
        """Give an instrument if it is also named by letters and the word for its type: "SEANWFZ Treaty"."""
        return self._by_letters_and_type.get((spelling, entry_id))

    def is_known(self, spelling: str) -> bool:
        return key(spelling) in self._by_key or spelling in self._instruments

    def _is_sure(self, word: str) -> bool:
        """Tell whether letters are an acronym of the glossary wherever nothing stands beside them."""
        return len(word) > _LONGEST_DOUBTFUL and word.isalpha() and self.judge(word).sure

    def means(self, entry: Entry, sense: str) -> bool:
        """Tell whether a document's expansion is what the glossary's entry stands for."""
        return not entry.expansion or same_sense(sense, entry, self._names[entry.id])


def _letters_of_instruments(glossary: Glossary) -> Iterator[tuple[str, Entry]]:
    for entry in (*glossary.of_kind("ilo"), *glossary.of_kind("asean")):
        yield from ((form, entry) for form in entry.forms if LETTERS.fullmatch(form))


def _place_words(glossary: Glossary) -> Iterator[str]:
    for entry in glossary.of_kind("place"):
        for form in (entry.name, *entry.forms):
            yield from (word.upper() for word in form.split() if not word.isupper())
