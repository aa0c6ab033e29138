"""The views that list documents, rendered."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Any

from archivist.dates import day_order, earliest_day, printed_date
from archivist.export.citation import citation
from archivist.export.wording import isolated
from archivist.mentions import entry_row, unresolved
from archivist.sphinxext.listing import ENTRIES_PAGE, UNRESOLVED, is_split, listed, lists, year_of, year_page
from archivist.sphinxext.views import Page, in_context, render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sphinx.builders import Builder

    from archivist.mentions import Located
    from archivist.sphinxext.domain import ArchiveDomain
    from archivist.sphinxext.filed import FiledDocument, FiledPart
    from archivist.sphinxext.listing import Listed


def list_html(domain: ArchiveDomain, view: str, page: Page, docname: str) -> str:
    """Render a list, or where it is long, links to the pages of its years."""
    years = listed(view, domain.in_time())
    if is_split(years):
        links = [(year, page.uri(year_page(docname, year)), len(documents)) for year, documents in years.items()]
        return render("years.html", years=links, total=len(_once(years)))
    return _rendered(domain, view, page, _once(years))


def _once(years: Listed) -> list[FiledDocument]:
    """Give the documents of all years, each once: the timeline lists one in each year of its parts."""
    return list({filed.id: filed for documents in years.values() for filed in documents}.values())


def year_pages(builder: Builder, domain: ArchiveDomain) -> Iterator[tuple[str, str, str]]:
    """Give the pages of the years of long lists: name, title and body. The lists of a page share them."""
    for docname, on_page in groupby(lists(domain.data["views"]), key=lambda one: one[0]):
        shown: defaultdict[str, list[str]] = defaultdict(list)
        for _, view in on_page:
            years = listed(view, domain.in_time())
            for year, documents in years.items() if is_split(years) else ():
                page = Page(builder, year_page(docname, year))
                shown[year].append(_rendered(domain, view, page, documents, year=year))
        for year in sorted(shown, key=day_order):
            title = f"{domain.env.titles[docname].astext()}: {printed_date(year)}"
            yield year_page(docname, year), title, render("year.html", title=title, lists=shown[year])


def _rendered(
    domain: ArchiveDomain, view: str, page: Page, documents: Sequence[FiledDocument], *, year: str = ""
) -> str:
    """Render a list of documents; that of a year, if one is given."""
    return render(f"{view}.html", page=page, year=year, **_CONTEXTS[view](domain, page, documents))


def _documents(_domain: ArchiveDomain, _page: Page, documents: Sequence[FiledDocument]) -> dict[str, Any]:
    return {"documents": documents}


def _digests(_domain: ArchiveDomain, _page: Page, documents: Sequence[FiledDocument]) -> dict[str, Any]:
    return {"documents": sorted(documents, key=lambda filed: filed.id)}


def _timeline(_domain: ArchiveDomain, _page: Page, documents: Sequence[FiledDocument]) -> dict[str, Any]:
    """Give every document and every dated part, oldest first, in years."""
    moments: list[tuple[str, str, FiledDocument, FiledPart | None]] = [
        (filed.day, filed.date, filed, None) for filed in documents
    ]
    for filed in documents:
        moments += [(earliest_day(one.part.date), one.part.date, filed, one) for one in filed.parts]
    moments.sort(key=lambda moment: (day_order(moment[0]), moment[2].id, moment[3].part.first if moment[3] else 0))
    years = groupby(moments, key=lambda moment: year_of(moment[1]))
    return {"years": [(year, list(group)) for year, group in years]}


def _noted(kind: str) -> Callable[[ArchiveDomain, Page, Sequence[FiledDocument]], dict[str, Any]]:
    """Give the notes of a kind."""

    def context(domain: ArchiveDomain, _page: Page, documents: Sequence[FiledDocument]) -> dict[str, Any]:
        noted = [(filed, [one for one in filed.notes if one.note.kind == kind]) for filed in documents]
        return {"documents": noted, "filed": domain.documents}

    return context


def _unresolved(domain: ArchiveDomain, page: Page, documents: Sequence[FiledDocument]) -> dict[str, Any]:
    found = []
    for filed in documents:
        if places := unresolved(filed.located):
            text = domain.archive.document(filed.id).text
            quoted = [(place, *in_context(text, place.mention.start, place.mention.end)) for place in places]
            found.append((filed, quoted))
    stale = [(filed, exact) for filed in documents for exact in filed.stale]
    addresses = {id_: _address(domain, page, id_) for _, quoted in found for id_ in _candidates(quoted)}
    return {"found": found, "stale": stale, "entries": domain.glossary.entries, "addresses": addresses}


def _candidates(quoted: Iterable[tuple[Located, str, str, str]]) -> Iterator[str]:
    return (id_ for place, *_ in quoted for id_ in place.mention.candidates)


def _address(domain: ArchiveDomain, page: Page, id_: str) -> str:
    """Give the address of an entry's page, or of its row in the table of all where nothing is linked to it."""
    entry = domain.glossary.entries.get(id_)
    if entry is None:
        return ""
    if id_ in domain.backlinks():
        return page.entry_uri(entry)
    return f"{page.uri(ENTRIES_PAGE)}#{entry_row(entry)}" if ENTRIES_PAGE in domain.env.found_docs else ""


def _cited(domain: ArchiveDomain, page: Page, documents: Sequence[FiledDocument]) -> dict[str, Any]:
    records = [(filed, domain.archive.record(filed.id)) for filed in sorted(documents, key=lambda filed: filed.id)]
    cited = [
        (filed, citation(record, identifier=f"{page.archive_code}:{filed.id}", print_words=isolated))
        for filed, record in records
    ]
    return {"cited": cited}


_CONTEXTS: Mapping[str, Callable[[ArchiveDomain, Page, Sequence[FiledDocument]], dict[str, Any]]] = {
    "conflicts": _noted("conflict"),
    "document-list": _documents,
    "fixity": _digests,
    "sic-ledger": _noted("sic"),
    "source-bibliography": _cited,
    "timeline": _timeline,
    UNRESOLVED: _unresolved,
}
