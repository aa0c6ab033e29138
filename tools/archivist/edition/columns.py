"""Rows of Typst code in two columns of about the same length."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def halves(rows: Sequence[str], *, row: int) -> tuple[str, str]:
    """Part rows in two, by their characters; `row`: how many the end of a row takes besides, on average."""
    if not rows:
        return "", ""
    ends = list(accumulate(len(each) + row for each in rows))
    middle = bisect_left(ends, ends[-1] / 2) + 1
    return "".join(rows[:middle]), "".join(rows[middle:])
