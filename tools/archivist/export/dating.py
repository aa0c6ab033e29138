"""A document's date as all formats for references give it: points in numbers, and in words what numbers would hide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from archivist.dates import earliest_day, ends, is_set, printed_date
from archivist.store.record import UNKNOWN

if TYPE_CHECKING:
    from archivist.store.record import Record

Json = dict[str, Any]

_POINT = re.compile(r"(\d{4})(?:-(0\d|1[0-2])(?:-(\d\d))?)?(?:T.*)?([?~%]?)")
_PLAIN = re.compile(r"[0-9]{4}(-(0[0-9]|1[0-2])(-[0-9]{2})?)?")
_UNSURE = ("inferred", "from memory")


def is_plain(date: str) -> bool:
    """Tell whether a date is a year, a month or a day, and nothing else."""
    return _PLAIN.fullmatch(date) is not None


def csl_date(date: str, *, unsure: bool) -> Json:
    """Turn an EDTF date into a date variable of CSL-JSON; empty where it is unknown.

    What has no place in `date-parts` (open ends, seasons, unspecified digits) is given in words.
    """
    if date == UNKNOWN:
        return {}
    points = [_POINT.fullmatch(point) for point in ends(date)]
    matched = [point for point in points if point]
    if len(matched) < len(points):
        return {"literal": printed_date(date)}
    parts = [[int(part) for part in point.group(1, 2, 3) if part] for point in matched]
    given: Json = {"date-parts": parts}
    return given | {"circa": True} if unsure or is_set(date) or any(point[4] for point in matched) else given


def counted_date(date: str, *, unsure: bool) -> Json:
    """Turn an EDTF date into a date variable that has a year wherever the date is known.

    Of a date in words ("2015 or later") its first year is given, as an unsure one: reference managers sort by it.
    """
    given = csl_date(date, unsure=unsure)
    if "literal" in given:
        return {"date-parts": [[int(earliest_day(date)[: -len("-01-01")])]], "circa": True}
    return given


def issued(record: Record) -> Json:
    """Give a document's date; one that was only concluded or remembered is `circa`."""
    return counted_date(record.date, unsure=bool(_certainty(record)))


def first_day(record: Record) -> list[int]:
    """Give year, month and day, as far as known, of the date or of its first point; empty where it is unknown."""
    parts: list[list[int]] = issued(record).get("date-parts", [[]])
    return parts[0]


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
