"""Numbers that are coordinated with one that was found: "Nos. ⟦29⟧, ⟦87⟧ and ⟦98⟧" (annotation rules, section 3)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.recognise.company import labels_nothing
from archivist.recognise.found import Found, Numbered
from archivist.recognise.listed import COUNTED, NEXT, NEXT_OF_SUBJECT, is_subject
from archivist.recognise.register import entry_id
from archivist.recognise.spelled import year_of
from archivist.recognise.suffixes import NUMBER_SIGN, read_tail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.recognise.register import Register

_SIGN_WITHIN = re.compile(NUMBER_SIGN)


class Coordinated:
    """Reads lists of numbers of instruments that have one letter."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def mentions(self, text: str, letter: str, first: Numbered) -> Iterator[Found]:
        """Give what a number names, and each number that is listed with it."""
        item = self._mention(text, letter, first)
        yield item
        at = item.end
        bracketed = text[first.end - 1] in ")]"
        signed = _SIGN_WITHIN.search(text, first.start, first.end) is not None
        while (match := NEXT.match(text, at) or self._next_of_subject(text, at, letter)) and not COUNTED.match(
            text, match.end()
        ):
            number = int(match["number"])
            unknown = self._register.entry(letter, number) is None
            if (not signed and (match["sign"] or unknown)) or (bracketed and not match["sign"]):
                return  # a list that began without a sign goes on without one, and with what is known; after a bracket
            if unknown and not labels_nothing(text, match.end()):
                return
            item = self._mention(text, letter, Numbered(match.start("whole"), match.end("whole"), number))
            yield item
            at = item.end

    def _next_of_subject(self, text: str, at: int, letter: str) -> re.Match[str] | None:
        """Read the next number of a list in which each has its subject after it, if that is its title's."""
        match = NEXT_OF_SUBJECT.match(text, at)
        entry = self._register.entry(letter, int(match["number"])) if match else None
        return match if match and entry and is_subject(match["subject"], self._register.titles(entry)) else None

    def _mention(self, text: str, letter: str, place: Numbered) -> Found:
        entry = self._register.entry(letter, place.number)
        wanted = frozenset({year_of(entry) if entry else 0})
        tail = read_tail(text, place.end, years_wanted=wanted, bare_number=None)
        return Found(place.start, tail.end, "ilo", entry_id(letter, place.number), (entry.id,) if entry else ())
