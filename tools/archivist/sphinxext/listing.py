"""Which documents the views that list documents show: on one page, or where those are many, on a page for each year."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from archivist.dates import day_order, earliest_year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from archivist.sphinxext.filed import FiledDocument

    Listed = Mapping[str, list[FiledDocument]]  # by year, documents in order of time

SPLIT_ABOVE = 500  # documents that one page lists; of more, each year has a page of its own
UNRESOLVED = "unresolved-mentions"
UNRESOLVED_PAGE = "unresolved"  # of every project: `archivist new` writes it
ENTRIES_PAGE = "glossary/all"  # with the table of all entries; in the same way


def listed(view: str, documents: Iterable[FiledDocument]) -> Listed:
    """File the documents that a view lists by the years under which it lists them."""
    years: defaultdict[str, list[FiledDocument]] = defaultdict(list)
    for filed in documents:
        for year in LISTS[view](filed):
            years[year].append(filed)
    return {year: years[year] for year in sorted(years, key=day_order)}


def is_split(years: Listed) -> bool:
    return sum(map(len, years.values())) > SPLIT_ABOVE


def lists(views: Mapping[str, AbstractSet[str]]) -> Iterator[tuple[str, str]]:
    """Give each list of the site, the page that it stands on and its view, out of the views by page."""
    for docname, shown in sorted(views.items()):
        yield from ((docname, view) for view in sorted(shown & LISTS.keys()))


def year_page(docname: str, year: str) -> str:
    """Name the page of a year of the lists on a page."""
    return f"{docname}-{year}"


def year_of(date: str) -> str:
    """Give the year under which a date, EDTF or "unknown", is listed, as ISO 8601 has it: "2015", "-0044"."""
    return "undated" if date == "unknown" else earliest_year(date)


def _own(filed: FiledDocument) -> set[str]:
    return {year_of(filed.date)}


def _own_and_those_of_parts(filed: FiledDocument) -> set[str]:
    return _own(filed) | {year_of(one.part.date) for one in filed.parts}


def _own_if(shows: Callable[[FiledDocument], bool]) -> Callable[[FiledDocument], set[str]]:
    return lambda filed: _own(filed) if shows(filed) else set()


def _own_if_noted(kind: str) -> Callable[[FiledDocument], set[str]]:
    return _own_if(lambda filed: any(one.note.kind == kind for one in filed.notes))


# For each view the years under which it lists a document; none: it does not.
LISTS: Mapping[str, Callable[[FiledDocument], AbstractSet[str]]] = {
    "conflicts": _own_if_noted("conflict"),
    "document-list": _own,
    "fixity": _own,
    "sic-ledger": _own_if_noted("sic"),
    "source-bibliography": _own,
    "timeline": _own_and_those_of_parts,
    UNRESOLVED: _own_if(lambda filed: bool(filed.stale or filed.unresolved)),
}
