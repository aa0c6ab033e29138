"""Numerals that name the later texts of a series after the first: "Bali Concord II and ⟦III⟧"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.recognise.found import Found
from archivist.recognise.letters import ALNUM, GAP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.model import Entry

# Roman ones: "Work Plan 2 and 3 others" counts. No single I after a name, which is a word of English.
_NUMERALED = re.compile(r"(?P<series>.+) (?P<numeral>[IVX]{1,4})(?:,? \(?\d{4}(?:[–-]\d{4})?\)?)?")
_LAST = frozenset("IVX)0123456789")  # of a name with a numeral, and perhaps a year after it
_NEXT = re.compile(rf"(?:,?{GAP}(?:and|&|dan|et){GAP}|,{GAP}|/)(?P<numeral>(?!I(?![IVX]))[IVX]{{1,4}})(?![{ALNUM}.])")


class Series:
    """The texts of ASEAN whose names differ in a numeral alone."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._series: dict[str, dict[str, Entry]] = {}  # by what stands before the numeral
        for entry in entries:
            for form in (entry.name, *entry.forms):
                if match := _NUMERALED.fullmatch(form):
                    self._series.setdefault(match["series"], {}).setdefault(match["numeral"], entry)

    def find_others(self, text: str, first: Found) -> Iterator[Found]:
        """Find the numerals coordinated with a name that ends in one; each has its own span (rules, section 3)."""
        if text[first.end - 1] not in _LAST:  # nearly always
            return
        match = _NUMERALED.fullmatch(" ".join(text[first.start : first.end].split()))
        series = self._series.get(match["series"]) if match else None
        end = first.end
        while series and (numeral := _NEXT.match(text, end)) and (entry := series.get(numeral["numeral"])):
            end = numeral.end()
            yield Found(*numeral.span("numeral"), "asean", entry.id, (entry.id,))
