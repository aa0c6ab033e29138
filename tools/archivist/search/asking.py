"""What a query asks for: words, quoted phrases, and what must not be there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from archivist.search.terms import tokens
from archivist.search.variants import accented, compounds

if TYPE_CHECKING:
    from archivist.search.terms import Token

LONGEST = 64  # terms of a query that are looked up
_BLANKS = re.compile("[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]")
_QUOTES = '"“”„«»'
# A minus before it excludes; a quotation mark that is not closed reaches to the end, as while a phrase is being typed.
_PHRASE = rf"[{_QUOTES}]([^{_QUOTES}]*)(?:[{_QUOTES}]|$)"
_ITEM = re.compile(rf"(?:(?<![^ ])-)?{_PHRASE}|[^ {_QUOTES}]+")


class _Typed(TypedDict):
    accented: str
    is_lower: bool


class Asked(NamedTuple):
    """A piece of a query."""

    terms: tuple[str, ...]  # one, or those of a phrase
    quoted: bool
    excluded: bool
    paired: bool  # its one term is a pair of orthographic units
    item: int  # number of what it is a piece of: “self-employed” is one item and two pieces
    accented: str = ""  # the word with its accents, where it has any
    is_lower: bool = False  # no capital letter was typed: “who” asks, “WHO” is a body
    whole: str = ""  # what it is a part of, in one word, where hyphens join them: “cooperation” of “co-operation”


def asked(query: str) -> list[Asked]:
    """Part a query; at most LONGEST terms of it."""
    found: list[Asked] = []
    room = LONGEST
    for number, item in enumerate(_ITEM.finditer(_BLANKS.sub(" ", query))):
        for piece in _pieces(item, number):
            room -= len(piece.terms)
            if room < 0:
                return found
            found.append(piece)
    return found


def _pieces(item: re.Match[str], number: int) -> list[Asked]:
    """Give the words of an item, or its phrase; what is excluded and has several words is a phrase."""
    quoted = item[1] is not None
    excluded = item[0][0] == "-" and len(item[0]) > 1 and item.string[: item.start()][-1:] in ("", " ")
    text = item[1] if quoted else item[0]
    words = list(tokens(text))
    if not words:
        return []
    wholes = {at: one.term for one in compounds(text, words) for at in range(one.first, one.last + 1)}
    if quoted or (excluded and len(words) > 1):
        whole = "" if quoted or len(wholes) < len(words) else wholes[0]
        terms = tuple(word.term for word in words)
        return [Asked(terms, quoted=True, excluded=excluded, paired=False, item=number, whole=whole)]
    return [
        Asked((word.term,), False, excluded, word.paired, number, **_typed(text, word), whole=wholes.get(at, ""))
        for at, word in enumerate(words)
    ]


def _typed(text: str, word: Token) -> _Typed:
    surface = text[word.start : word.end]
    return {"accented": accented(surface), "is_lower": surface == surface.lower()}
