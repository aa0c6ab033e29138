"""The recogniser: text and glossary in, mentions out; no disk, no Sphinx.

Find (titles, numbers, acronyms, names) -> settle overlaps -> refer back -> apply rulings -> mentions.
The text is sliced, never cleaned: every tolerance belongs to a pattern or to the folding of a single word.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from archivist.recognise.acronyms import Acronyms
from archivist.recognise.anaphora import Anaphora
from archivist.recognise.bodies import drop_refused
from archivist.recognise.codes import Codes
from archivist.recognise.context import Context
from archivist.recognise.dated import Dated
from archivist.recognise.found import Found
from archivist.recognise.markup import find_zones
from archivist.recognise.names import Names
from archivist.recognise.numbers import Numbers
from archivist.recognise.official import OfficialTitles
from archivist.recognise.reading import Reading, read_pairs
from archivist.recognise.references import refer_back
from archivist.recognise.register import Register
from archivist.recognise.resolve import settle, to_mentions
from archivist.recognise.roles import LETTERS_ALONE, Roles
from archivist.recognise.rulings import apply_rulings
from archivist.recognise.senses import paired_names
from archivist.recognise.titles import Titles
from archivist.recognise.tokens import find_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archivist.glossary import Glossary
    from archivist.model import Mention, Ruling
    from archivist.recognise.markup import Zones
    from archivist.recognise.tokens import Token

__all__ = ["Recogniser"]


class Recogniser:
    """Finds mentions of a glossary's entries, and of instruments and acronyms that it lacks."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._official = OfficialTitles(glossary.of_kind("ilo"))
        self._titles = Titles(glossary)
        register = Register(glossary)
        self._numbers = Numbers(register)
        self._codes = Codes(register)
        self._names = Names(glossary)
        self._dated = Dated(glossary)
        self._acronyms = Acronyms(glossary)
        self._anaphora = Anaphora(glossary)
        self._roles = Roles(self._titles, self._names, self._numbers, self._codes)

    def __reduce__(self) -> tuple[type[Recogniser], tuple[Glossary]]:
        return Recogniser, (self._glossary,)

    def mentions(self, text: str, *, rulings: Sequence[Ruling] = ()) -> tuple[Mention, ...]:
        """Find every mention in a text, sorted by start, the longer first; spans may nest but never cross."""
        with _collector_paused():
            zones = find_zones(text)
            found, words = self._find(text, zones)
            settled = refer_back(text, settle(text, zones.outside(found)))
            settled = self._anaphora.add(text, settled, words, zones)
            if rulings:
                settled = settle(text, apply_rulings(text, settled, rulings, self._glossary))
            return to_mentions(settled)

    def _find(self, text: str, zones: Zones) -> tuple[list[Found], list[Token]]:
        """Find what is named; and the words for types of instruments, which may refer to what is."""
        context = Context(text, zones, self._official)
        found, letters, words = self._read_words(text, context)
        named = tuple(found)
        found += self._codes.find_glued(text, context)
        found += list(self._codes.let_go(text, found, context))
        found += self._numbers.find_listed(text, context)
        found += self._dated.find(text, named)
        if context.refused:
            found = drop_refused(text, found, context.refused)
        reading = Reading(text, letters, self._acronyms, context, named)
        found = reading.keep(found)
        found += reading.find()
        if pairs := paired_names(text):
            found += read_pairs(pairs, find_words(text, pairs), self._acronyms)
        return found, words

    def _read_words(  # noqa: C901 - a branch for each thing that may begin with a word
        self, text: str, context: Context
    ) -> tuple[list[Found], list[Token], list[Token]]:
        """Find what begins at a word, but for acronyms.

        Give also the words, in order, that may be an acronym or begin one, and those for types of instruments.
        """
        found: list[Found] = []
        letters: list[Token] = []
        words: list[Token] = []
        new = tuple.__new__  # what a named tuple's own constructor calls, at half the cost
        for token, role in self._roles.tell(text):
            if role.letters:
                letters.append(token)
                if role is LETTERS_ALONE:  # nearly always
                    continue
            if role.named:
                found.append(new(Found, (token[0], token[1], *role.named, False, "", False)))
                if not role.leads_on:
                    continue
            if role.title:
                found += self._titles.find(text, token, role.title, context)
            if role.node and (name := self._names.find(text, token, role.node)):
                found.append(name)
            if role.code:
                found += self._codes.find(text, token, context)
            if role.refers:
                words.append(token)
            if role.typed:
                found += self._numbers.find_typed(text, token, context)
        letters.sort()
        return found, letters, words


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep Python from looking for cycles: what is found is no garbage, and the looking grows faster than the text."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
