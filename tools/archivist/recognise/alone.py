"""Numbered instruments in texts that name neither the ILO nor its field: what in the citation itself says whose it is.

That is a year that fits, a subject that is the title's, or a ratification: Conventions of others seldom have a number
by which they are cited, and those that have are known ("Convention 108" of the Council of Europe).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.model import Span
from archivist.recognise.bodies import speaks_of_others
from archivist.recognise.letters import ALNUM, BLANK, GAP
from archivist.recognise.listed import COUNTED, ON, telling_words
from archivist.recognise.register import FUNDAMENTAL
from archivist.recognise.suffixes import NUMBER_SIGN, YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.model import Entry
    from archivist.recognise.found import Found
    from archivist.recognise.register import Register

_RATIFIED = r"(?i:(?<!g)ratif|geratific|bekrachtig|phê[\s\xa0]chuẩn|សច្ចាប័ន|ให้สัตยาบัน)"
_RATIFIED_BEFORE = re.compile(rf"{_RATIFIED}\w*[^.;:\r\n]{{0,40}}\Z")
_RATIFIED_AFTER = re.compile(rf"[^.;:\r\n]{{0,40}}{_RATIFIED}")
# "ratify Convention 87", "ratified C138", "Convention No. 189 has been ratified"
_TYPED = (
    r"(?i:conventions?|convenios?|convenç(?:ão|ões)|konvensi|konvensyen|konvention(?:en)?|[a-z]*übereinkommens?"
    rf"|conventies?|(?:\w+-)?verdrag(?:en)?|công{GAP}ước|អនុសញ្ញា|อนุสัญญา)"
)
_NUMBER = rf"(?P<number>\d{{2,3}})(?![{ALNUM}]|[.,/-]\d|%|\+)"
_RATIFIED_NUMBERS = (
    re.compile(
        rf"{_RATIFIED}[^\W\d_]*(?:[^.;:()\r\n\d]{{0,60}}?(?<![{ALNUM}]){_TYPED}{BLANK}\(?(?:{NUMBER_SIGN}{BLANK})?"
        rf"|{GAP}(?:(?:the|both){GAP})?C[.]?[ \xa0]?){_NUMBER}"
    ),
    re.compile(rf"(?<![{ALNUM}]){_TYPED}{BLANK}{NUMBER_SIGN}{BLANK}{_NUMBER}(?={_RATIFIED_AFTER.pattern})"),
)
_NUMBERS = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
_YEAR_AFTER = re.compile(
    rf"(?:{BLANK}[(\[]|,{GAP}|{GAP}(?:of|de|von|van|dari|(?i:tahun)|năm){GAP})(?P<year>{YEAR})(?![{ALNUM}])"
)
_SUBJECT_AFTER = re.compile(rf"[)\]]?,?{GAP}(?:{ON}|for|pour|para){GAP}(?P<subject>[^.;:()\d\r\n]{{3,80}})")
_LEAST_TELLING = 100  # smaller numbers, but for the fundamental ones, are also those of others' Conventions
_CITED_OF_OTHERS = frozenset({108, 185})  # the Council of Europe's, on data protection and on cybercrime
_OF_ANYBODY = frozenset({"protection", "right", "prevention", "international", "measure", "person"})
_SURELY_SHARED = 2  # telling words
_REACH = 60  # code points before in which a ratification stands


def says_whose(text: str, start: int, number: re.Match[str], entry: Entry, register: Register) -> bool:
    """Tell whether a citation by a type at `start` and a number, as `AFTER_TYPE` reads it, is an entry's by itself."""
    end = number.end("number")
    if COUNTED.match(text, end):
        return False
    if (year := _YEAR_AFTER.match(text, end)) and entry.adopted.startswith(year["year"]):
        return True
    ratified = _RATIFIED_BEFORE.search(text, max(0, start - _REACH), start) is not None
    ratified = entry.id[0] == "C" and (ratified or (bool(number["sign"]) and bool(_RATIFIED_AFTER.match(text, end))))
    if subject := _SUBJECT_AFTER.match(text, end):
        said = telling_words(subject["subject"]) - _OF_ANYBODY
        shared = max(len(said & title) for title in register.titles(entry))
        return shared >= _SURELY_SHARED or (ratified and shared * 2 >= len(said) > 0)
    return ratified and _tells(int(number["number"]))


def ratifies(text: str) -> Iterator[Span]:
    """Give the places of what says that a Convention is ratified, by a number that is hardly another body's.

    With its subject after it, it is for `says_whose` to judge.
    """
    for pattern in _RATIFIED_NUMBERS:
        for match in pattern.finditer(text):
            place = Span(match.start(), match.end("number"))
            if _tells(int(match["number"])) and not (
                _SUBJECT_AFTER.match(text, place.end)
                or COUNTED.match(text, place.end)
                or speaks_of_others(text, *place)
            ):
                yield place


def says_number(text: str, end: int, titled: Found) -> bool:
    """Tell whether after a title, which ends at `end`, stands its own number: "Domestic Workers Convention (C189)"."""
    return len(titled.candidates) == 1 and titled.target[1:].lstrip("0") in _NUMBERS.findall(text, end, titled.end)


def _tells(number: int) -> bool:
    return number in FUNDAMENTAL or (number >= _LEAST_TELLING and number not in _CITED_OF_OTHERS)
