"""EDTF dates (ISO 8601-2) as people read them, and in order of time."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SIMPLE = re.compile(r"(?P<year>-?\d{4})(?:-(?P<month>0\d|1[0-2])(?:-(?P<day>\d\d)(?:T.*)?)?)?(?P<mark>[?~%]?)")
# Less than a year, or less than surely one: an unspecified digit is X, months from 21 on are seasons and other spans.
_VAGUE = re.compile(r"(?P<year>-?\d{2}(?:\d\d|\dX|XX))(?:-(?P<month>XX|\d\d)(?:-(?P<day>XX))?)?(?P<mark>[?~%]?)")
_SPANS = {
    "21": "spring",
    "22": "summer",
    "23": "autumn",
    "24": "winter",
    "33": "first quarter of",
    "34": "second quarter of",
    "35": "third quarter of",
    "36": "fourth quarter of",
    "40": "first half of",
    "41": "second half of",
}
_MARKS = {"": "{}", "?": "{} (uncertain)", "~": "about {}", "%": "about {} (uncertain)"}


_NEVER = 9999  # the year of what has no date

_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@lru_cache(maxsize=1024)  # the full grammar takes 4 ms a date, and a record holds up to a hundred
def is_edtf(value: str) -> bool:
    """Tell whether a value is a date of EDTF, level 0 to 2, that can have existed; no interval runs backwards."""
    plain = _PLAIN.fullmatch(value)
    if plain:
        year, month, day = (int(part or 1) for part in plain.groups())
        return _is_day(year, month, day) or (month > 12 and _parses(value))  # months from 21 on are seasons
    return _parses(value) and not _runs_backwards(value)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def _parses(value: str) -> bool:
    import edtf  # noqa: PLC0415 (takes 90 ms to import, and only uncertain dates need it)

    try:
        edtf.parse_edtf(value)
    except (edtf.EDTFParseException, ValueError):
        return False
    return True


def _runs_backwards(value: str) -> bool:
    """Tell whether an interval, or a set of one day of several, begins after the last day on which it can end."""
    start, end = (*ends(value), "")[:2]
    if not (start and end and _parses(start) and _parses(end)):  # "[1667,1670..1672]" is a set with a span in it
        return False
    import edtf  # noqa: PLC0415 (see above)

    last = edtf.parse_edtf(end).upper_strict()
    return earliest_day(start) > f"{last.tm_year:04d}-{last.tm_mon:02d}-{last.tm_mday:02d}"


def ends(date: str) -> tuple[str, ...]:
    """Give the first and the last point of an interval ("2015-11/2016") or a set of consecutive dates ("[2015..2016]").

    An end that is open or unknown is empty. Any other date is given alone.
    """
    points = date[1:-1].split("..", 1) if is_set(date) else date.split("/", 1)
    return tuple("" if point == ".." else point for point in points)


def is_set(date: str) -> bool:
    """Tell whether a date is one of several consecutive ones, it is not known which (EDTF level 2)."""
    return date.startswith("[") and ".." in date


def members(date: str) -> tuple[str, ...]:
    """Give the dates of a set that names each: "[2015,2017]" is one of them, "{2015,2017}" both (EDTF level 2)."""
    listed = date[:1] in ("[", "{") and ".." not in date
    return tuple(one.strip() for one in date[1:-1].split(",")) if listed else ()


def printed_date(date: str) -> str:
    """Print an EDTF date in English; what has no simple reading is printed as it stands."""
    if named := members(date):
        *others, last = map(printed_date, named)
        word = "or" if date.startswith("[") else "and"
        return f"{', '.join(others)} {word} {last}" if others else last
    points = ends(date)
    if len(points) > 1:
        start, end = map(printed_date, points)
        return _printed_set(start, end) if is_set(date) else _printed_interval(start, end)
    match = _SIMPLE.fullmatch(date)
    if not match:
        return _printed_vague(date)
    day = match["day"] and f"{int(match['day'])} "
    month = match["month"] and f"{_MONTHS[int(match['month']) - 1]} "
    return _MARKS[match["mark"]].format(f"{day or ''}{month or ''}{_printed_years(match['year'])}")


def is_readable(date: str) -> bool:
    """Tell whether `printed_date` has words for a date of EDTF, and not only the date as it stands.

    It has none for years of more than four digits, for marks within a date and for the rarer spans of a year.
    """
    points = members(date) or ends(date)
    return any(points) and all(_is_point(point) for point in points if point)


def _is_point(point: str) -> bool:
    return _SIMPLE.fullmatch(point) is not None or _printed_vague(point) != point


def _printed_vague(date: str) -> str:
    match = _VAGUE.fullmatch(date)
    if not match:
        return date
    month = match["month"] or ""
    year = _printed_years(match["year"])
    if month in _SPANS and not match["day"]:
        printed = f"{_SPANS[month]} {year}"
    elif month.isdecimal() and 1 <= int(month) <= len(_MONTHS) and match["day"]:
        printed = f"{_MONTHS[int(month) - 1]} {year}, day unknown"
    elif month in ("", "XX"):
        printed = f"{year}, month unknown" if month else year
    else:
        return date
    return _MARKS[match["mark"]].format(printed)


def _printed_years(written: str) -> str:
    """Print a year, a decade or a century; the year before 1 is 1 BC, which ISO 8601 counts as 0."""
    if written.startswith("-"):
        return written if "X" in written else f"{1 + int(written[1:])} BC"
    if written.endswith("XX"):
        return f"between {written[:2]}00 and {written[:2]}99"
    return written.replace("X", "0s")


def printed_if_date(words: str) -> str:
    """Print words that may be an EDTF date; other words as they stand."""
    return printed_date(words) if is_edtf(words) else words


def years_of(date: str) -> tuple[int, int] | None:
    """Give the first and the last year of a date that is no interval, as ISO 8601 counts them; None of any other."""
    match = _VAGUE.fullmatch(date)
    if not match or (match["year"].startswith("-") and "X" in match["year"]):
        return None
    return int(match["year"].replace("X", "0")), int(match["year"].replace("X", "9"))


def _printed_set(start: str, end: str) -> str:
    if not start:
        return f"{end} or earlier"
    return f"between {start} and {end}" if end else f"{start} or later"


def _printed_interval(start: str, end: str) -> str:
    if not start:
        return f"until {end}"
    return f"{start} to {end}" if end else f"from {start}"


def earliest_day(date: str) -> str:
    """Give the first day that an EDTF date can mean, as YYYY-MM-DD; "unknown" is after every date.

    Years before 1 have a sign and are counted as ISO 8601 does: "-0044-03-15" is in 45 BC. Days are sorted by
    `day_order`.
    What has no known beginning counts from its end.
    """
    if date == "unknown":
        return "9999-99-99"
    begun = next(filter(None, ends(date)), "")
    if match := _SIMPLE.fullmatch(begun):
        return f"{match['year']}-{match['month'] or '01'}-{match['day'] or '01'}"
    import edtf  # noqa: PLC0415 (takes 90 ms to import and 10 ms a date, and few dates need it)

    lower = edtf.parse_edtf(begun).lower_strict()
    sign, year = "-" if lower.tm_year < 0 else "", abs(lower.tm_year)
    return f"{sign}{year:04d}-{lower.tm_mon:02d}-{lower.tm_mday:02d}"


def earliest_year(date: str) -> str:
    """Give the first year that an EDTF date can mean, as ISO 8601 has it: "2015", "-0044"; "9999" if unknown."""
    return earliest_day(date)[: -len("-01-01")]


def day_order(day: str) -> tuple[int, str]:
    """Give what days, or years alone, are sorted by: as strings those before our era would stand backwards."""
    year = re.match(r"-?\d+", day)
    return int(year[0]) if year else _NEVER, day
