"""Citations in which a scanner took figures for letters: "Convention, 193O (No. 29)", "Convention No. l89"."""

from __future__ import annotations

import re
from typing import NamedTuple

from archivist.recognise.letters import ALNUM, BLANK
from archivist.recognise.suffixes import NUMBER_SIGN

_CITED = re.compile(
    rf"(?:\s?\((?:[Rr]evised)\))?(?:,?{BLANK}(?P<year>[12lI][09Oo][0-9OolI]{{2}})(?![{ALNUM}]))?"
    rf",?{BLANK}(?P<open>[(\[])?{BLANK}(?P<sign>{NUMBER_SIGN}){BLANK}(?P<number>[0-9OolI]{{1,3}})(?![{ALNUM}]|[.,]\d)"
    rf"(?(open){BLANK}[)\]])"
)
_LETTER = re.compile(r"[OolI]")
_FIGURES = str.maketrans("OolI", "0011")


class Misread(NamedTuple):
    """The year and number that a citation means, and where it ends."""

    end: int
    year: str  # empty if there is none
    number: int
    signed: bool  # a sign stands before the number, with no bracket around them


def read_misread(text: str, end: int) -> Misread | None:
    """Read a citation after a word for a type that ends at a place, if letters stand for some of its figures."""
    match = _CITED.match(text, end)
    if match is None or not any(map(str.isdigit, match["number"])):
        return None
    year = match["year"] or ""
    if not _LETTER.search(year + match["number"]):
        return None
    number = int(match["number"].translate(_FIGURES))
    return Misread(match.end(), year.translate(_FIGURES), number, signed=match["open"] is None)
