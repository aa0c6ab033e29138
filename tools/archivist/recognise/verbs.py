"""Verbs in capitals that open the clauses of a resolution: "ALARMED by the", "CONDEMNS the"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archivist.recognise.tokens import Token

_LEAST = 6  # letters of a verb with its ending; shorter ones are as often acronyms
_ENDING = re.compile(r"[A-Z]{3,}(?:ED|ING|ES|[BCDFGKLMNPRTVWX]S)")
# What follows a verb and no name: a noun's article, and the like.
_OBJECT = re.compile(r"[\s\xa0](?:the|all|any|these|those|this|its|their|a|an|every|each|that|itself)(?!\w)")
# What follows a name as well, though not where a clause begins with it.
_COMPLEMENT = re.compile(r"[\s\xa0](?:by|at|with|to|upon|on|in|about|over|once|also|further|full)(?!\w)")
_NEVER_BEFORE_COMPLEMENT = re.compile(r"[A-Z]+[^E]S")  # a headline: "UNAIDS to launch"
_NEW_LINE = re.compile(r"(?:\A|[\r\n])[ \t\xa0*_>\"“(]*\Z")
_NEW_CLAUSE = re.compile(r"(?:\A|[\r\n][ \t]*\r?\n|[;:,.•·*–—)-])[\s\xa0*_\"“(]*(?:(?:and|AND)[\s\xa0])?\Z")
_REACH = 40  # code points before


def opens_clause(text: str, token: Token) -> bool:
    """Tell whether a word in capitals is by its ending, its place and what follows it a verb, whoever uses it."""
    if len(token.word) < _LEAST or _ENDING.fullmatch(token.word) is None:
        return False
    low = max(0, token.start - _REACH)
    clause = _NEW_CLAUSE.search(text, low, token.start) is not None
    if _OBJECT.match(text, token.end):
        return clause or _NEW_LINE.search(text, low, token.start) is not None
    if not clause or _NEVER_BEFORE_COMPLEMENT.fullmatch(token.word):
        return False
    return _COMPLEMENT.match(text, token.end) is not None
