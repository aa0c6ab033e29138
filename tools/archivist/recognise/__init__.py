"""The recogniser: text and glossary in, mentions out; no disk, no Sphinx.

Find (titles, numbers, acronyms, names) -> settle overlaps -> apply rulings -> mentions. The text is sliced, never
cleaned: every tolerance belongs to a pattern or to the folding of a single word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.recognise.acronyms import Acronyms, Reading
from archivist.recognise.context import Context
from archivist.recognise.found import Found
from archivist.recognise.markup import find_zones
from archivist.recognise.names import Names
from archivist.recognise.numbers import Numbers
from archivist.recognise.resolve import settle, to_mentions
from archivist.recognise.rulings import apply_rulings
from archivist.recognise.titles import Titles
from archivist.recognise.tokens import starts

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
        self._titles = Titles(glossary)
        self._numbers = Numbers(glossary)
        self._names = Names(glossary)
        self._acronyms = Acronyms(glossary)

    def __reduce__(self) -> tuple[type[Recogniser], tuple[Glossary]]:
        return Recogniser, (self._glossary,)

    def mentions(self, text: str, *, rulings: Sequence[Ruling] = ()) -> tuple[Mention, ...]:
        """Find every mention in a text, sorted by start, the longer first; spans may nest but never cross."""
        zones = find_zones(text)
        found = (item for item in self._find(text, zones) if not zones.hold(item.start, item.end))
        settled = settle(text, found)
        if rulings:
            settled = settle(text, apply_rulings(text, settled, rulings, self._glossary))
        return to_mentions(settled, self._glossary.entries)

    def _find(self, text: str, zones: Zones) -> Iterator[Found]:
        context = Context(text, zones)
        tokens = list(starts(text))
        named: set[str] = set()
        for token in tokens:
            for item in self._find_at(text, token, context):
                named.update(item.candidates)
                yield item
        yield from self._numbers.find_glued(text, context)
        yield from Reading(text, tokens, self._acronyms, context, frozenset(named)).find()

    def _find_at(self, text: str, token: Token, context: Context) -> Iterator[Found]:
        word = token.word
        if self._titles.begins(word):
            yield from self._titles.find(text, token, context)
        if self._names.begins(word):
            name = self._names.find(text, token.start)
            if name:
                yield name
        yield from self._numbers.find_code(text, token, context)
        yield from self._numbers.find_typed(text, token, context)
