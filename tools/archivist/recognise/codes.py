"""ILO instruments named by a code: "C189", "R. 202", "ILC102", "ILO 189"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.recognise.company import CODE, CODE_OF_BODY, code_of, sentence_around
from archivist.recognise.coordinated import Coordinated
from archivist.recognise.found import Found, Numbered
from archivist.recognise.glued import find_run_together
from archivist.recognise.listed import COUNTED
from archivist.recognise.markup import in_file_name
from archivist.recognise.plausible import plausible_code, says_subject
from archivist.recognise.register import entry_id
from archivist.recognise.suffixes import read_head
from archivist.recognise.things import is_of_a_thing
from archivist.recognise.typed import BODY_NUMBER, PROTOCOL_AFTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.recognise.context import Context
    from archivist.recognise.register import Register
    from archivist.recognise.tokens import Token

_BODIES = frozenset({"ILO", "OIT", "IAO", "KILO"})  # "KILO 189": Konvensi ILO
_CODE_WORD = re.compile(r"(?:IL(?=C))?[CRP]\d{0,3}|K(?:1\d\d)?")


_RATIFIED = re.compile(r"(?i:ratif|implement|compl[yi]|phê chuẩn)")  # what is done to a Convention


class Codes:
    """Finds instruments by their codes."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._coordinated = Coordinated(register)

    @staticmethod
    def may_begin(word: str) -> bool:
        """Tell whether a code may begin with a word: "C189", "R", "ILC102"."""
        return _CODE_WORD.fullmatch(word) is not None or word in _BODIES

    @staticmethod
    def may_go_on(word: str, following: str) -> bool:
        """Tell whether a word before a blank and another word can begin a code: "C 189", "ILO No. 189"."""
        signs = "Nn" if word in _BODIES else "Nn."
        return any(map(str.isdigit, word)) or following[0].isdigit() or following[0] in signs

    def find(self, text: str, token: Token, context: Context) -> Iterator[Found]:
        """Find a code at a token, and the bare numbers coordinated with it."""
        if token.word in _BODIES:
            yield from self._find_body_number(text, token, context)
            return
        head = read_head(text, token.start)
        match = (CODE_OF_BODY if head != token.start else CODE).match(text, token.start)
        if match is None or in_file_name(text, *match.span()):
            return
        letter, number = code_of(match)
        known = self._register.entry(letter, number)
        if not (context.may_cite(match) or says_subject(match, known, context, self._register)):
            return
        if letter != match["letter"] and not context.speaks_malay:
            return
        spelt = text.startswith("IL", match.start())
        if spelt and match["sep"] and not _RATIFIED.search(text, *sentence_around(text, *match.span())):
            return  # the Conference of a year: "at ILC 108"
        named = spelt or head != match.start()
        protocol = self._register.entry("P", number) if letter == "C" else None
        if protocol and (called := PROTOCOL_AFTER.match(text, match.end())):  # "the C029 Protocol"
            yield Found(head, called.end(), "ilo", protocol.id, (protocol.id,))
            return
        place = Numbered(head, match.end(), number)
        if named or plausible_code(match, context, self._register):
            if named or not is_of_a_thing(text, *match.span()):
                yield from self._coordinated.mentions(text, letter, place)
        elif known is None:
            context.held.append((letter, place))

    def let_go(self, text: str, found: Iterable[Found], context: Context) -> Iterator[Found]:
        """Find the codes that the glossary lacks and that nothing beside them shows, where the text names the same.

        "Recommendation No. 211 … under R211"
        """
        named = {item.target for item in found if item.kind == "ilo"} if context.held else ()
        for letter, place in context.held:
            if entry_id(letter, place.number) in named and not is_of_a_thing(text, place.start, place.end):
                yield from self._coordinated.mentions(text, letter, place)

    def find_glued(self, text: str, context: Context) -> Iterator[Found]:
        """Find codes run together with the word before or, in a tag, after: "the⟦C189⟧and", "#⟦C190⟧Now"."""
        for match in find_run_together(text):
            code = match["code"]
            if self._register.entry(code[0], int(code[1:])) and context.may_cite(match):
                yield Found(*match.span("code"), "ilo", code, (code,))

    def _find_body_number(self, text: str, token: Token, context: Context) -> Iterator[Found]:
        """Find "ILO 189", in a text that speaks of Conventions."""
        match = BODY_NUMBER.match(text, token.start)
        if match is None or not context.numbers_ilos or COUNTED.match(text, match.end()):
            return
        number = int(match["number"])
        entry = self._register.entry("C" if number <= self._register.highest["C"] else "R", number)
        if entry is not None:
            yield Found(match.start(), match.end(), "ilo", entry.id, (entry.id,))
