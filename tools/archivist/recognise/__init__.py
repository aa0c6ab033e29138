"""The recogniser: text and glossary in, mentions out; no disk, no Sphinx.

Find (titles, numbers, acronyms, names) -> settle overlaps -> refer short names back -> apply rulings -> mentions.
The text is sliced, never cleaned: every tolerance belongs to a pattern or to the folding of a single word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archivist.recognise.acronyms import Acronyms, Reading, read_pairs
from archivist.recognise.context import Context
from archivist.recognise.markup import find_zones
from archivist.recognise.names import Names
from archivist.recognise.numbers import Numbers
from archivist.recognise.references import refer_back
from archivist.recognise.resolve import settle, to_mentions
from archivist.recognise.rulings import apply_rulings
from archivist.recognise.senses import paired_names
from archivist.recognise.titles import Titles
from archivist.recognise.tokens import may_be_letters, starts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.glossary import Glossary
    from archivist.model import Mention, Ruling
    from archivist.recognise.found import Found
    from archivist.recognise.markup import Zones
    from archivist.recognise.tokens import Token

__all__ = ["Recogniser"]

_MOST_KEPT = 200_000  # words, and pairs of words, whose roles are kept; a bound for long-running use
_FOLLOWING = re.compile(r" [^\W_]++(?!-[ \t]*\r?\n)")  # but not half a word, at the end of a line


class _Role(NamedTuple):
    """What may begin with a word."""

    title: bool
    name: bool
    code: bool
    typed: bool
    letters: bool


def _kept(role: _Role) -> _Role | None:
    return None if not any(role) else _LETTERS_ALONE if role == _LETTERS_ALONE else role


_LETTERS_ALONE = _Role(title=False, name=False, code=False, typed=False, letters=True)


class Recogniser:
    """Finds mentions of a glossary's entries, and of instruments and acronyms that it lacks."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._titles = Titles(glossary)
        self._numbers = Numbers(glossary)
        self._names = Names(glossary)
        self._acronyms = Acronyms(glossary)
        # Filled as words are met; what a word is does not depend on the text.
        self._roles: dict[str, _Role | None] = {}  # by word
        self._pairs: dict[tuple[str, str], _Role | None] = {}  # by a word and what follows it

    def __reduce__(self) -> tuple[type[Recogniser], tuple[Glossary]]:
        return Recogniser, (self._glossary,)

    def mentions(self, text: str, *, rulings: Sequence[Ruling] = ()) -> tuple[Mention, ...]:
        """Find every mention in a text, sorted by start, the longer first; spans may nest but never cross."""
        zones = find_zones(text)
        found = self._find(text, zones)
        if zones:
            found = [item for item in found if not zones.hold(item.start, item.end)]
        settled = list(refer_back(text, settle(text, found)))
        if rulings:
            settled = settle(text, apply_rulings(text, settled, rulings, self._glossary))
        return to_mentions(settled)

    def _find(self, text: str, zones: Zones) -> list[Found]:
        found: list[Found] = []
        context = Context(text, zones)
        letters: list[Token] = []
        tokens = starts(text)
        for token, role in self._telling(tokens, text):
            if role.letters:
                letters.append(token)
            if role is not _LETTERS_ALONE:
                found += self._find_at(text, token, role, context)
        named = tuple(found)
        found += self._numbers.find_glued(text, context)
        found += self._numbers.find_listed(text, context)
        found += Reading(text, letters, self._acronyms, context, named).find()
        if pairs := paired_names(text):
            found += read_pairs(pairs, (token for token in tokens if token.word in pairs), self._acronyms)
        return found

    def _telling(self, tokens: Iterable[Token], text: str) -> Iterator[tuple[Token, _Role]]:
        """Give the words with which something may begin, each with what that may be."""
        roles, pairs = self._roles, self._pairs
        for token in tokens:
            _, end, word = token
            role = roles[word] if word in roles else self._role(word)
            if role is None:
                continue
            if role is not _LETTERS_ALONE and (following := _FOLLOWING.match(text, end)):
                pair = word, following.group()
                role = pairs[pair] if pair in pairs else self._narrow(role, pair)
                if role is None:
                    continue
            yield token, role

    def _role(self, word: str) -> _Role | None:
        """Say what may begin with a word, and remember it."""
        if len(self._roles) >= _MOST_KEPT:
            self._roles.clear()
        role = _Role(
            self._titles.begins(word),
            self._names.begins(word),
            self._numbers.may_be_code(word),
            self._numbers.may_be_typed(word),
            may_be_letters(word),
        )
        self._roles[word] = _kept(role)
        return self._roles[word]

    def _narrow(self, role: _Role, pair: tuple[str, str]) -> _Role | None:
        """Say what may still begin with a word before a blank and a certain other word, and remember it."""
        if len(self._pairs) >= _MOST_KEPT:
            self._pairs.clear()
        word, following = pair[0], pair[1].strip()
        narrowed = role._replace(
            title=role.title and self._titles.may_go_on(word, following),
            name=role.name and self._names.may_go_on(word, following),
            code=role.code and self._numbers.may_go_on(word, following),
        )
        self._pairs[pair] = _kept(narrowed)
        return self._pairs[pair]

    def _find_at(self, text: str, token: Token, role: _Role, context: Context) -> list[Found]:
        found: list[Found] = []
        if role.title:
            found += self._titles.find(text, token, context)
        if role.name and (name := self._names.find(text, token.start)):
            found.append(name)
        if role.code:
            found += self._numbers.find_code(text, token, context)
        if role.typed:
            found += self._numbers.find_typed(text, token, context)
        return found
