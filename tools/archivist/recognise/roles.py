"""What may begin with a word, or with a word and the next: asked once of the finders, and remembered."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from archivist.recognise.remembered import Remembered
from archivist.recognise.tokens import WITH_CAPITALS, Token, find_around, find_others, may_be_letters
from archivist.recognise.typewords import may_refer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.recognise.codes import Codes
    from archivist.recognise.names import Named, Names, Node
    from archivist.recognise.numbers import Numbers
    from archivist.recognise.titles import Begun, Titles

_MOST_KEPT = 200_000  # words, and pairs of words; a bound for long-running use
# The next word, but not half of one at the end of a line; or what ends a clause: a mark, a blank line.
_FOLLOWING = re.compile(r"(?:[,)]? |\r?\n)[^\W_]++(?!-[ \t]*\r?\n)|\)?[.;](?=\s)|\n(?=\n)")


class Role(NamedTuple):
    """What may begin with a word."""

    title: Begun | None
    node: Node | None  # where names go on
    named: Named | None  # what the word names by itself
    code: bool
    typed: bool
    letters: bool
    refers: bool = False  # a word for a type of instrument, which may refer to one named before
    leads_on: bool = False  # to more than the word itself says: the text must be read on


LETTERS_ALONE = Role(title=None, node=None, named=None, code=False, typed=False, letters=True)


class Roles(dict[str, Role | None]):
    """The roles of words, None for most; filled as words are met, since what a word is does not depend on the text."""

    def __init__(self, titles: Titles, names: Names, numbers: Numbers, codes: Codes) -> None:
        super().__init__()
        self._titles = titles
        self._names = names
        self._numbers = numbers
        self._codes = codes
        self._pairs: Remembered[tuple[str, str], Role | None] = Remembered(
            self._narrow, at_most=_MOST_KEPT
        )  # by a word and what follows it

    def __missing__(self, word: str) -> Role | None:
        """Say what may begin with a word, and remember it."""
        if len(self) >= _MOST_KEPT:
            self.clear()
        role = self[word] = _kept(
            Role(
                _kept_title(self._titles.begins(word)),
                *self._names.begins(word),
                self._codes.may_begin(word),
                self._numbers.may_be_typed(word),
                may_be_letters(word),
                may_refer(word),
            )
        )
        return role

    def tell(self, text: str) -> Iterator[tuple[Token, Role]]:
        """Give the words with which something may begin, each with what that may be before the word that follows.

        Those with a capital come in order, and then the others, which are few.
        """
        new = tuple.__new__  # what a named tuple's own constructor calls, at half the cost
        following, pairs = _FOLLOWING.match, self._pairs
        inner = []
        for match in WITH_CAPITALS.finditer(text):
            if match.lastindex:  # hardly ever
                inner.append(match.start())
                continue
            word = match.group()
            if (role := self[word]) is None:
                continue
            start, end = match.span()
            if role.leads_on and (after := following(text, end)):  # as `_before_next`, without its call
                role = pairs[word, after.group()]
            if role is not None:
                yield new(Token, (start, end, word)), role
        for token in chain(find_others(text), find_around(text, inner)):
            if (role := self._before_next(token.word, text, token.end)) is not None:
                yield token, role

    def _before_next(self, word: str, text: str, end: int) -> Role | None:
        """Say what may begin with a word that ends at `end`, before what follows it there."""
        role = self[word]
        if role is None or not role.leads_on or not (following := _FOLLOWING.match(text, end)):
            return role
        return self._pairs[word, following.group()]

    def _narrow(self, pair: tuple[str, str]) -> Role | None:
        """Say what may still begin with a word, which has a role, before a blank and a certain other word."""
        word, following = pair[0], pair[1].strip(",) \r\n") or "."
        role = self[word] or LETTERS_ALONE
        node, named = role.node, role.named
        if node is not None:
            node, named = self._names.may_go_on(node, pair[1][0] if pair[1][0] in ",)" else following)
        narrowed = role._replace(
            title=role.title and _kept_title(self._titles.may_go_on(role.title, word, following)),
            node=node,
            named=named,
            code=role.code and self._codes.may_go_on(word, following),
        )
        return _kept(narrowed)


def _kept_title(begun: Begun) -> Begun | None:
    return begun if any(begun) else None


def _kept(role: Role) -> Role | None:
    leads_on = role.title is not None or role.node is not None or role.code or role.typed or role.refers
    if not leads_on and role.named is None:
        return LETTERS_ALONE if role.letters else None
    return role._replace(leads_on=leads_on)
