"""What a volume holds, in a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.dates import day_order, earliest_day, earliest_year, printed_date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from archivist.edition.volume import Chapter

_PLAIN = re.compile(r"-?\d{4}(?:-\d\d){0,2}")  # a year, a month, a day


def counted(chapters: Sequence[Chapter]) -> str:
    return f"{len(chapters):,} document{'' if len(chapters) == 1 else 's'}"


def held(chapters: Sequence[Chapter], *, by_day: bool = False) -> str:
    """Say how many documents there are and of which years: "4 documents, 2015–2019".

    `by_day`: of which days: "50 documents, 2 March 2019 to 4 May 2019".
    """
    dates = [chapter.document.record.date for chapter in chapters]
    known = sorted((date for date in dates if date != "unknown"), key=lambda date: day_order(earliest_day(date)))
    ends = _ends(known, _plain_date if by_day else earliest_year)
    return ", ".join(filter(None, (counted(chapters), (" to " if by_day else "–").join(ends))))


def _ends(dates: list[str], of: Callable[[str], str]) -> list[str]:
    return list(dict.fromkeys(printed_date(of(date)) for date in (dates[0], dates[-1]))) if dates else []


def _plain_date(date: str) -> str:
    """Give a date that is no span and not in doubt as it is, and the first day that another can mean."""
    return date if _PLAIN.fullmatch(date) else earliest_day(date)
