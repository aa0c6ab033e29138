"""Instruments named by the year and the word for their type: "the 1998 ILO Declaration", "its 1998 Declaration".

With their body's name the words may say by themselves which is meant; without it they refer back (annotation rules,
section 4) to an instrument that the text names elsewhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.recognise.found import Found
from archivist.recognise.letters import ALNUM, CAPITAL, GAP
from archivist.recognise.subjects import read_subject

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from archivist.glossary import Glossary
    from archivist.model import Entry, Kind

_ILO = "ILO|OIT|IAO"
_BODY = rf"(?P<body>{_ILO}|ASEAN|ANASE)"
# A Convention or a Recommendation of a year may be anybody's.
_TYPE = (  # no class of characters comes first: one would keep the engine from skipping
    r"(?P<type>Declara(?:tion|ción|ção)|declara(?:tion|ción|ção)|Déclaration|déclaration|Deklarasi|Erklärung|Verklaring"
    r"|Tuyên bố|tuyên bố"
    r"|Consensus|consensus|Konsensus|Charter|charter|Piagam|Protocol|protocol|Protocole|protocole)"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_AND_YEAR = rf"(?:(?:of|de|von|van|tahun|năm){GAP}|\()?{_YEAR}\)?"
_OF_BODY = rf"(?:de{GAP}l['’]|de{GAP}la{GAP}|da{GAP}|der{GAP}|van{GAP}de{GAP}|của{GAP})?{_BODY}{GAP}"
_PATTERNS = tuple(
    re.compile(pattern + rf"(?![{ALNUM}])")
    for pattern in (
        rf"{_YEAR}(?<![{ALNUM}.–-]....){GAP}(?:{_BODY}{GAP})?{_TYPE}",  # "1998 ILO Declaration"
        (
            rf"{_BODY}(?:{GAP}|-)(?:(?P<earlier>(?:19|20)\d\d){GAP}{_TYPE}"  # "ILO 1998 Declaration"
            rf"|{_TYPE.replace('<type>', '<word>')}{GAP}{_AND_YEAR})"
        ),  # "ILO Declaration of 1998"
        rf"{_TYPE}{GAP}(?:{_OF_BODY})?{_AND_YEAR}",  # "Déclaration de l'OIT de 1998", "Declaration of 1998"
    )
)
# The engine finds two letters much faster than a choice; the patterns are tried around what begins as a year does.
_CENTURIES = (re.compile(r"19\d\d"), re.compile(r"20\d\d"))
_BEFORE, _AFTER = 60, 40  # code points either side of a year's beginning in which the words stand
# A name before the words makes them another's: "the UN Declaration of 1998", "Rio Declaration 1992".
_OTHERS_BEFORE = re.compile(
    rf"(?<![{ALNUM}])(?!(?:The|This|Its|Their|That|Our|Both|In|Since|Under|With|And|By|La|Le|El|A|Die|Der|De|Het){GAP})"
    rf"[{CAPITAL}][{ALNUM}’'-]*{GAP}\Z"
)
_BODY_BEFORE = re.compile(rf"(?<![{ALNUM}]){_BODY}['’]s{GAP}\Z")
_BODY_AFTER = re.compile(
    rf"{GAP}(?:of{GAP}(?:the{GAP})?|de{GAP}l['’]|de{GAP}la{GAP}|da{GAP}|der{GAP}|van{GAP}de{GAP}|của{GAP}){_BODY}(?![{ALNUM}])"
)
# The title of an instrument, which says more.
_GOES_ON = re.compile(
    rf",?{GAP}(?:on|of|against|for|towards?|concerning|sur|sobre|relative|relativa|tentang|mengenai|über"
    rf"|betreffende|inzake|về|zur?|to|à)(?![{ALNUM}])"
)

_TELLING = 2  # words of a subject
_TELLING_WITHOUT_BODY = 3


class Dated:
    """The declarations, charters, consensuses and protocols of a glossary, by type and year of adoption."""

    def __init__(self, glossary: Glossary) -> None:
        self._by_year: dict[tuple[str, str], list[Entry]] = {}
        for entry in (*glossary.of_kind("ilo"), *glossary.of_kind("asean")):
            self._by_year.setdefault((entry.type.rpartition(" ")[2], entry.adopted[:4]), []).append(entry)

    def find(self, text: str, found: Iterable[Found]) -> Iterator[Found]:
        """Find what is named by year and type, given what else was found in the text."""
        stretches = tuple(_near_years(text))
        matches = [match for each in _PATTERNS for stretch in stretches for match in each.finditer(text, *stretch)]
        if matches:
            named = {item.candidates[0] for item in found if len(item.candidates) == 1}
            for match in matches:
                yield from self._read(text, match, named)

    def _read(self, text: str, match: re.Match[str], named: Container[str]) -> Iterator[Found]:
        words = match.groupdict()
        year, type_word = words["year"] or words.get("earlier"), words["type"] or words.get("word")
        body = _body_of(text, match)
        if body is None and _OTHERS_BEFORE.search(text, max(0, match.start() - 30), match.start()):
            return
        after = _BODY_AFTER.match(text, match.end())
        of_year = words["body"] == "ASEAN" and words.get("word") is not None  # "ASEAN Declaration of 2013"
        entries = self._by_year.get((_type_of(str(type_word)), str(year)), [])
        fitting = [entry for entry in entries if body in (None, entry.kind)]
        place = match.start(), after.end() if after else match.end()
        year_last = not text[match.end() - 1].isalpha()  # else the title is whole behind it
        least = _TELLING if body else _TELLING_WITHOUT_BODY
        if year_last and (titled := _read_titled(text, place, fitting, least=least)):
            yield titled
            return
        if after is None and not of_year and _GOES_ON.match(text, match.end()):
            return
        spoken_of = [entry for entry in fitting if entry.id in named]
        certain = len(fitting) == 1 and body is not None
        chosen = fitting if certain else spoken_of
        if len(chosen) == 1:
            entry = chosen[0]
            yield Found(*match.span(), entry.kind, entry.id, (entry.id,), anaphora=not certain)
        elif words["body"] in ("ASEAN", "ANASE") and _type_of(str(type_word)) == "declaration":
            ids = tuple(entry.id for entry in spoken_of or fitting)
            target = ids[0] if ids else f"asean-declaration-{year}"
            yield Found(*match.span(), "asean", target, ids, anaphora=bool(ids))


def _read_titled(text: str, place: tuple[int, int], entries: Iterable[Entry], *, least: int) -> Found | None:
    """Read an instrument with its year before its subject, of which some telling words say which is meant."""
    start, end = place
    goes_on = _GOES_ON.match(text, end)
    subject = read_subject(text, goes_on.end(), entries) if goes_on else None
    if subject is None or subject.words < least or len(subject.entries) > 1:
        return None
    (entry,) = subject.entries
    return Found(start, subject.end, entry.kind, entry.id, (entry.id,))


def _near_years(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches around the years of a text; those that overlap are one."""
    years = sorted(match.start() for century in _CENTURIES for match in century.finditer(text))
    low = high = 0
    for year in years:
        if year - _BEFORE > high:
            yield low, high
            low = year - _BEFORE
        high = year + _AFTER
    yield low, min(high, len(text))


def _body_of(text: str, match: re.Match[str]) -> Kind | None:
    """Give the kind of the instruments of the body that is named in or beside the words."""
    inside = match.groupdict().get("body")
    beside = _BODY_BEFORE.search(text, max(0, match.start() - 12), match.start()) or _BODY_AFTER.match(
        text, match.end()
    )
    name = inside or (beside["body"] if beside else None)
    if name is None:
        return None
    return "ilo" if name in _ILO.split("|") else "asean"


def _type_of(word: str) -> str:
    """Give the glossary's word for a type."""
    lower = word.lower()
    if lower.startswith(("charter", "piagam")):
        return "charter"
    if lower.startswith(("consensus", "konsensus")):
        return "consensus"
    return "protocol" if lower.startswith("protoco") else "declaration"
