"""What the characters next to letters say: whether something there may join, date or expand them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.recognise.addresses import ADDRESS_NEAR
from archivist.recognise.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from archivist.recognise.tokens import Token

TELLING = ADDRESS_NEAR | {"-"}  # marks beside letters that may make them part of something else
JOINTS = frozenset("-/–‑&!+")  # marks that may join letters to others
_OPENING_MARKS = frozenset("([#“\"'‘«")
_MARKS_OR_VERBS = frozenset("(–—=,-simak")  # the first of each that may stand between letters and what they stand for
_VERBS = frozenset({"st", "is", "me", "si", "ad", "ke"})  # "stands for", "is short for", "means", "singkatan dari" …
_ARTICLES = frozenset("taldeho")  # the first letters of those that may stand before it
_NO_NEIGHBOURS = TELLING | JOINTS
_MOST_KEPT = 65536


class Beside:
    """Parts what needs no further look from the rest: sure acronyms with nothing beside them, as most are."""

    def __init__(self, is_sure: Callable[[str], bool]) -> None:
        """Take what tells whether a word is an acronym wherever nothing stands beside it."""
        self._sure = Remembered(is_sure, at_most=_MOST_KEPT)
        self._before = Remembered(is_plain_before, at_most=_MOST_KEPT)
        self._after = Remembered(barred_after, at_most=_MOST_KEPT)

    def part(self, text: str, tokens: Iterable[Token]) -> tuple[list[Token], list[Token]]:
        """Give the tokens that are acronyms whatever else the text says, and the others."""
        plain: list[Token] = []
        others: list[Token] = []
        sure, before, after = self._sure, self._before, self._after
        for token in tokens:
            start, end, word = token
            barred = after[text[end : end + 3]]
            free = barred is not None and barred != word[0] and sure[word] and before[text[max(0, start - 2) : start]]
            (plain if free else others).append(token)
        return plain, others


def is_opened(before: str) -> bool:
    """Tell whether the two characters before letters are a mark that opens, or one and a blank."""
    return before.rstrip()[-1:] in _OPENING_MARKS


def may_lead(following: str) -> bool:
    """Tell whether what they stand for may follow letters, by the next two characters."""
    return following.lstrip()[:1] in _MARKS_OR_VERBS


def is_plain_before(before: str) -> bool:
    """Tell whether the two characters before letters neither join them to anything nor open a bracket."""
    return before[-1:] not in _NO_NEIGHBOURS and not is_opened(before)


def barred_after(following: str) -> str | None:
    """Give the letter with which an acronym must not begin to be plain before three characters; None if none is.

    They may join it to something, or begin a number or what it stands for: after ", M" an MLC may be spelt out.
    """
    first, second, third = following[:1], following[1:2], following[2:]
    if first in _NO_NEIGHBOURS or second == "!" or second.isdigit() or second.isspace():
        return None
    if not may_lead(following[:2]):
        return ""
    if first == "," and second == " " and not third.isspace() and third not in _ARTICLES:
        return third
    return "" if first.isspace() and second.isalpha() and following[1:] not in _VERBS else None
