"""A document's date as all formats for references give it: points in numbers, and in words what numbers would hide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from archivist.dates import earliest_year, ends, is_set, members, printed_date, years_of
from archivist.store.record import UNKNOWN

if TYPE_CHECKING:
    from archivist.store.record import Record

Json = dict[str, Any]

_POINT = re.compile(r"(-?\d{4})(?:-(0\d|1[0-2])(?:-(\d\d))?)?(?:T.*)?([?~%]?)")
_PLAIN = re.compile(r"[0-9]{4}(-(0[0-9]|1[0-2])(-[0-9]{2}(T[^/]*)?)?)?")
_YEAR = re.compile(r"(-?[0-9]{2}[0-9X]{2})[^?~%]*([?~%]?)")
_UNSPECIFIED = re.compile(r"(?:-XX)+(?=[?~%]?(?:[/,.}\]]|$))")
_BIBLATEX = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2]|2[1-4])(-[0-9]{2})?)?[?~%]?|[0-9]{2}([0-9]X|XX)")
_SEASON = re.compile(r"-?[0-9]{4}-2([1-4])[?~%]?")  # spring to winter: CSL counts them from 1
_UNSURE = ("inferred", "from memory")


def is_plain(date: str) -> bool:
    """Tell whether a date is a year, a month or a day, or a time of one, and nothing else."""
    return _PLAIN.fullmatch(date) is not None


def csl_date(date: str, *, unsure: bool) -> Json:
    """Turn an EDTF date into a date variable of CSL-JSON; empty where it is unknown.

    What has no place in `date-parts` (open ends, seasons, unspecified digits) is given in words. CSL has no year 0: -1
    is 1 BC.
    """
    if date == UNKNOWN:
        return {}
    points = [_POINT.fullmatch(point) for point in ends(date)]
    matched = [point for point in points if point]
    if len(matched) < len(points):
        return {"literal": printed_date(date)}
    numbers = [[int(part) for part in point.group(1, 2, 3) if part] for point in matched]
    parts = [[_counted(year), *rest] for year, *rest in numbers]
    given: Json = {"date-parts": parts}
    return given | {"circa": True} if unsure or is_set(date) or any(point[4] for point in matched) else given


def counted_date(date: str, *, unsure: bool) -> Json:
    """Turn an EDTF date into a date variable that has a year wherever the date is known.

    Of a date without beginning or end the year that is known is given, for what sorts by it, and words that are printed
    instead: "2015 or later" is not about 2015. Of a decade or a century both ends are; of a season the year, and the
    season's number.
    """
    if words := open_ended(date):
        return {"date-parts": [[_counted(int(earliest_year(date)))]], "literal": words}
    date = _UNSPECIFIED.sub("", date)
    given = csl_date(date, unsure=unsure)
    if "literal" not in given:
        return given
    parts, is_unsure = _years(date)
    season = _SEASON.fullmatch(date)
    named = {"season": int(season[1])} if season else {}
    return {"date-parts": parts, **named, **({"circa": True} if unsure or is_unsure else {})}


def _years(date: str) -> tuple[list[list[int]], bool]:
    """Give the first and the last year of a date that only words can say, once if they are one; and whether unsure."""
    spans = [years_of(point) for point in members(date) or ends(date)]
    known = [span for span in spans if span]
    if not known or len(known) < len(spans):
        return [[_counted(int(earliest_year(date)))]], True
    years = dict.fromkeys((min(first for first, _ in known), max(last for _, last in known)))
    is_unsure = is_set(date) or any(first != last for first, last in known) or any(mark in date for mark in "?~%")
    return [[_counted(year)] for year in years], is_unsure


def _counted(year: int) -> int:
    """Count a year of ISO 8601 as CSL does, which has no year 0."""
    return year if year > 0 else year - 1


def open_ended(date: str) -> str:
    """Say a date that has no known beginning or end by its year, "2015 or later"; empty for most others.

    What goes on is "2015–", as manuals print works that are not completed. A set is said so too: "2015 or 2017".
    """
    if len(named := dict.fromkeys(_YEAR.sub(r"\1\2", one) for one in members(date))) > 1:
        return printed_date(f"{date[0]}{','.join(named)}{date[-1]}")
    points = ends(date)
    if len(points) == 1 or all(points):
        return ""
    start, end = (_YEAR.sub(r"\1\2", point) for point in points)
    if date.endswith("/.."):
        return f"{printed_date(start)}–"
    return printed_date(f"[{start}..{end}]" if is_set(date) else f"{start}/{end}")


def biblatex_date(date: str) -> str:
    """Give a date that is more than a day, a month or a year as BibLaTeX's `date` takes it; empty where it cannot.

    BibLaTeX has spans, marks and unspecified digits of EDTF (its manual 3.20, section 2.3.8), but no set: one would
    stand there as a span.
    """
    written = _UNSPECIFIED.sub("", date)
    if is_plain(written):
        return ""
    return written if all(map(_BIBLATEX.fullmatch, written.split("/"))) else ""


def certain_year(date: str) -> int | None:
    """Give the year of our era in which all that a date can mean lies; None where there is no such year."""
    given = counted_date(date, unsure=False)
    years = {part[0] for part in given.get("date-parts", ())}
    is_sure = not {"circa", "literal"} & given.keys()
    return years.pop() if len(years) == 1 and is_sure and min(years) > 0 else None


def issued(record: Record) -> Json:
    """Give a document's date; one that was only concluded or remembered is `circa`."""
    return counted_date(record.date, unsure=bool(_certainty(record)))


def first_day(record: Record) -> list[int]:
    """Give year, month and day, as far as known, of the date or of its first point; empty where unknown, or BC."""
    parts: list[list[int]] = issued(record).get("date-parts", [[]])
    return parts[0] if parts[0] and parts[0][0] > 0 else []


def date_words(record: Record) -> str:
    """Say what year, month and day alone would hide of a known date; empty where they hide nothing."""
    certainty = _certainty(record)
    if record.date == UNKNOWN or (is_plain(record.date) and not certainty):
        return ""
    return f"{printed_date(record.date)} ({certainty})" if certainty else printed_date(record.date)


def _certainty(record: Record) -> str:
    """Give how a date is known, where that is not surely."""
    evidence = record.evidence.get("date")
    return evidence.certainty if evidence is not None and evidence.certainty in _UNSURE else ""
