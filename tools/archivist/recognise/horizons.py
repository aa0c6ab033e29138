"""The years for which a plan, a vision or a blueprint is made, which are part of its title: "… Blueprint 2025".

A text with the title of an entry and other years is another text. The years of adoption, which may be misprinted
(annotation rules, section 5), are not meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archivist.recognise.company import sentence_around
from archivist.recognise.letters import ALNUM, BLANK, CAPITAL, GAP
from archivist.recognise.spelled import year_of
from archivist.recognise.suffixes import YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archivist.model import Entry

_MADE_FOR_YEARS = re.compile(
    r"\b(?:blueprint|masterplan|plan|plan of action|programme|programme of action|roadmap|strategy|vision|framework)\Z"
)
_YEARS = rf"(?P<first>{YEAR})(?:{BLANK}[-–]{BLANK}(?P<last>{YEAR}))?(?![\d{ALNUM}%]|[-–]\d)"
_IN_TITLE = re.compile(_YEARS)
_AFTER = (
    re.compile(rf"(?:{GAP}by|,(?={GAP}{YEAR}{BLANK}[-–]))?{GAP}{_YEARS}"),
    re.compile(rf"{BLANK}\({BLANK}{_YEARS}{BLANK}\)"),
)

_YEAR_AT_END = re.compile(rf"(?<!\d){YEAR}\Z")
_NEXT_YEAR = 1  # years between adoption and the year that a text gives as that of adoption, or of the beginning
_VISION = re.compile(rf"(?i:vision|visi){GAP}\d{{4}}")
_ASEAN = re.compile(rf"(?<![{ALNUM}])(?:ASEAN|ANASE)(?![{ALNUM}])")
# "Rwanda's Vision 2020", "the Botswana Vision 2020"
_OWNER = re.compile(rf"(?<!ASEAN)['’]s?{GAP}\Z|(?<![{ALNUM}])(?!The|Its|This|ASEAN|ANASE)[{CAPITAL}][{ALNUM}]+{GAP}\Z")


class Horizon(NamedTuple):
    """The years after a title, and where they end with their bracket."""

    end: int
    first: int
    last: int

    def is_of(self, entry: Entry) -> bool:
        """Tell whether the years are those of an entry, or may be those of its adoption."""
        adopted = year_of(entry)
        if abs(self.first - adopted) <= _NEXT_YEAR or self.last < adopted:
            return True
        own = [match for name in (entry.name, *entry.forms) for match in _IN_TITLE.finditer(name)]
        spans = [(int(match["first"]), int(match["last"] or match["first"])) for match in own]
        return any(self.last == last or (self.first == first and first != last) for first, last in spans)


def is_made_for_years(entry: Entry) -> bool:
    """Tell whether an entry is of a type of text that is made for certain years."""
    return _MADE_FOR_YEARS.search(entry.type) is not None


def read_horizon(text: str, start: int, end: int) -> Horizon | None:
    """Read the years after a title, or from those in which its known words end; None if there are none."""
    began = _YEAR_AT_END.search(text, max(start, end - 4), end) if text[end - 1].isdigit() else None
    match = (
        _IN_TITLE.match(text, began.start())
        if began
        else next(filter(None, (p.match(text, end) for p in _AFTER)), None)
    )
    return Horizon(match.end(), int(match["first"]), int(match["last"] or match["first"])) if match else None


def of_other_years(horizon: Horizon | None, entries: Iterable[Entry]) -> bool:
    """Tell whether years after a title are of none of the entries that have it, all of which are made for years."""
    return horizon is not None and all(is_made_for_years(one) and not horizon.is_of(one) for one in entries)


def is_vision_of_others(text: str, start: int, end: int) -> bool:
    """Tell whether words are a vision's year alone, as many have one, after its owner or far from ASEAN's name."""
    if not _VISION.fullmatch(text, start, end):
        return False
    if _OWNER.search(text, max(0, start - 24), start):
        return True
    return _ASEAN.search(text, *sentence_around(text, start, end)) is None
