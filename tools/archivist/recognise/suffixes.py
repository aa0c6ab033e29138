"""What belongs to an instrument's name before and after it: year, number, bracket, the body's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archivist.recognise.letters import ALNUM, BLANK, CAPITAL, GAP, LATIN, NOT_BEFORE_WORD

if TYPE_CHECKING:
    from collections.abc import Collection

YEAR = r"(?:19|20|21)\d\d"
BODY = r"(?:ILO|OIT|IAO|ASEAN|ANASE)"
# "No.", "Nos.", "n°", "núm.", "Nr.", "nomor", "số", "#" and their like
NUMBER_SIGN = (
    r"(?i:n[ \xa0]o(?![a-zà-ÿ])|n(?:\.?\s?[°ºo]s?|o\.s|os?|ums?|úm(?:ero)?s?|ros?|rs?|umbers?|umero|uméros?|omb?or"
    r"|ummern?|ummers?)(?![a-zà-ÿ])\.?:?|n\.|#|số"
    r"|លេខ|ฉบับที่|หมายเลข)"
)
_CODE = r"(?:(?:ILO|OIT|IAO)[ \xa0-]?)?[CRPÜ][ \xa0.-]{0,2}\d{1,3}"
_SERIAL = rf"(?:{NUMBER_SIGN}{BLANK})?\d{{1,3}}"
_NO_PLACE = r"(?![^()\d]{0,40}(?:Declarat|Déclarat|Deklaras|Erklärung|Concord|Treaty|Charter|Consensus|Statement))"
_PLACE = rf"{_NO_PLACE}[{CAPITAL}][a-zà-ỹ][{LATIN}'’., \xa0-]{{1,60}}?,?[ \xa0]+(?:\d\d\d\d(?:[-–]\d\d\d\d)?)"
_INNER = (
    rf"(?:{_CODE}|{_SERIAL}|{YEAR}(?:[-–]{YEAR})?)(?:[ \xa0]?[,;/][ \xa0]?(?:{_CODE}|{_SERIAL}|{YEAR})| of {YEAR})?"
    rf"|{_PLACE}|\d{{4}}"
)
# A bare number in square brackets is that of a note.
_BRACKET = re.compile(
    rf"{BLANK}(?:\({BLANK}(?P<round>{_INNER}){BLANK}\)"
    rf"|\[{BLANK}(?!\d{{1,3}}{BLANK}[\],;–-])(?P<square>{_INNER}){BLANK}\])"
)
_PLAIN_YEAR = re.compile(
    rf"(?:[ \xa0]?(?P<comma>,){BLANK}|{GAP}(?:(?i:tahun){GAP})?)"
    rf"(?P<year>{YEAR})(?:[-–](?P<last>{YEAR}))?(?![\d{ALNUM}%-])"
)
_PLAIN_NUMBER = re.compile(rf",?{GAP}?{NUMBER_SIGN}{BLANK}(?P<number>\d{{1,3}})(?!\d)")
_BARE_NUMBER = re.compile(rf"[^\S\r\n]+(?P<number>\d{{2,3}})(?![\d%.,:/-]*\d){NOT_BEFORE_WORD}")
# The end of a clause, or a word that is no sign of a number or a year ("Tahun 1952").
_NOTHING_FOLLOWS = re.compile(r"[.;:!?)”»\"]|[ \n](?:[A-MO-RU-Za-mo-ru-z]|(?![Tt][Aa][Hh][Uu][Nn])[Tt])")
_REVISED = re.compile(rf"{BLANK}\((?:[Rr]evised|[Rr]évisée?|[Rr]evisado)\)")
_FIRST_NUMBER = re.compile(r"(?<!\d)(\d{1,3})(?!\d)")
_ANY_YEAR = re.compile(r"\d{4}")
# A year that opens a line, with more than one blank after it, is a column of a table.
_BEFORE = re.compile(
    rf"(?:(?<![{ALNUM}.-])(?P<year>{YEAR})(?:[ \xa0]|(?<![\r\n]\d\d\d\d)[ \xa0]+))?"
    rf"(?:(?<![{ALNUM}/–&-])(?P<body>{BODY})(?:{GAP}|-))?\Z"
)
_DATE_BEFORE = re.compile(
    rf"(?:\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Aa]fter|[Ee]n|[Tt]ahun)|\b[{CAPITAL}][a-z]+|\d,?|,){GAP}\Z"
)
_NO_MONTH = re.compile(rf"\b(?:The|This|Its|Their|Our|That|La|Le|El|See|Cf|And|Also|Both|Under|With){GAP}\Z")


# A year that is of a title before it: after a comma, in a bracket, or at the end of a clause. One before a number is
# not asked for: the number says which instrument is meant.
_TITLE_YEAR = re.compile(
    rf"(?:,{GAP}(?P<comma>{YEAR})(?![\d{ALNUM}%-])|{BLANK}[(\[](?P<inner>{YEAR})[)\]]"
    rf"|{GAP}(?P<bare>{YEAR})(?=[.;:,)\]]|\Z))"
    rf"(?!{BLANK}[(\[,]?{BLANK}(?:{NUMBER_SIGN}|[CRP]?[ .]?\d))"
)


class Tail(NamedTuple):
    """What follows a name and belongs in its span."""

    end: int
    years: tuple[int, ...]
    number: int | None


def read_tail(text: str, end: int, *, years_wanted: frozenset[int], bare_number: bool | None) -> Tail:
    """Read years, numbers and brackets directly after a name.

    A year without comma or bracket counts if it is one of `years_wanted`; a number without sign if `bare_number`,
    and none but in brackets if that is None: the name has its number already.
    """
    if _NOTHING_FOLLOWS.match(text, end):  # nearly always
        return Tail(end, (), None)
    years: list[int] = []
    number: int | None = None
    for _ in range(4):
        step = _step(text, end, years_wanted, bare_number=bare_number if number is None else bare_number and False)
        if step is None:
            break
        end = step.end
        years += step.years
        number = step.number if number is None else number
    return Tail(end, tuple(years), number)


class OtherYear(NamedTuple):
    """A year after a title, and where it ends."""

    end: int
    year: int


def read_other_year(text: str, end: int, years: Collection[int]) -> OtherYear | None:
    """Read the year of a title that ends at a place, if it is none of those that instruments with the title have.

    One in a bracket may be that of a ratification, unless it is before all of them.
    """
    match = _TITLE_YEAR.match(text, end)
    if match is None:
        return None
    year = int(match["comma"] or match["inner"] or match["bare"])
    other = year < min(years) if match["inner"] else year not in years
    return OtherYear(match.end(), year) if other else None


def _step(text: str, end: int, years_wanted: frozenset[int], *, bare_number: bool | None) -> Tail | None:
    if match := _BRACKET.match(text, end):
        return _read_bracket(match)
    if match := _REVISED.match(text, end):
        return Tail(match.end(), (), None)
    if match := _PLAIN_YEAR.match(text, end):
        year = int(match["year"])
        if year in years_wanted or (match["comma"] and not years_wanted) or match["last"]:
            return Tail(match.end(), (year, int(match["last"] or year)), None)
        return None
    if bare_number is None:
        return None
    match = _PLAIN_NUMBER.match(text, end) or (_BARE_NUMBER.match(text, end) if bare_number else None)
    return Tail(match.end(), (), int(match["number"])) if match else None


def _read_bracket(match: re.Match[str]) -> Tail:
    inner = match["round"] or match["square"]
    number = _FIRST_NUMBER.search(inner)
    return Tail(match.end(), tuple(map(int, _ANY_YEAR.findall(inner))), int(number[1]) if number else None)


def read_head(text: str, start: int) -> int:
    """Give the start of the body's bare name and of a bare year directly before a name; `start` if there is neither."""
    before = text[start - 1 : start]
    if not (before.isspace() or before == "-") or text[start - 2 : start - 1].islower():  # nearly always
        return start
    match = _BEFORE.search(text, max(0, start - 24), start)
    if match is None or match.start() == start:
        return start
    if match["year"] and _is_date(text[max(0, match.start() - 20) : match.start()]):
        return match.start("body") if match["body"] else start
    return match.start()


def _is_date(before: str) -> bool:
    return _DATE_BEFORE.search(before) is not None and _NO_MONTH.search(before) is None
