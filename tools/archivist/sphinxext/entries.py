"""Pages without a source file: one for each entry that is mentioned, one for each year of a large archive."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from archivist.sphinxext.document import original_path
from archivist.sphinxext.domain import archive_domain, entry_docname
from archivist.sphinxext.views import KIND_NAMES, Page, build_day, documents_by_year, in_context, render
from archivist.store.access import is_open

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from archivist.mentions import Located
    from archivist.sphinxext.domain import ArchiveDomain

PLACES_A_PAGE = 500  # an entry mentioned more often is continued on further pages


class Quoted(NamedTuple):
    """A backlink with the words either side."""

    place: Located
    before: str
    words: str
    after: str


def collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    domain = archive_domain(app.env)
    yield from _entry_pages(app, domain)
    for year, documents in documents_by_year(domain):
        page = Page(app.builder, f"documents-{year}")
        body = render("document-year.html", year=year, documents=documents, page=page)
        yield page.docname, {"title": f"Documents: {year}", "body": body}, "page.html"
    _write_counts(app, domain)
    _copy_originals(app, domain)


def _entry_pages(app: Sphinx, domain: ArchiveDomain) -> Iterator[tuple[str, dict[str, Any], str]]:
    quoted = _quote_all(domain)
    for id_ in sorted(quoted):
        entry = domain.glossary.entries[id_]
        places = quoted[id_]
        pages = range(0, len(places), PLACES_A_PAGE)
        docname = entry_docname(entry)
        names = [docname if not start else f"{docname}-{start // PLACES_A_PAGE + 1}" for start in pages]
        for start, name in zip(pages, names, strict=True):
            page = Page(app.builder, name)
            body = render(
                "entry.html",
                entry=entry,
                kind=KIND_NAMES[entry.kind],
                abbreviations=[other for other in domain.glossary.entries.values() if other.stands_for == id_],
                places=places[start : start + PLACES_A_PAGE],
                total=len(places),
                in_documents=len({one.place.document for one in places}),
                documents=domain.documents,
                continued=[(number, page.uri(other)) for number, other in enumerate(names, 1)] if len(names) > 1 else [],
                page=page,
            )
            yield name, {"title": entry.name, "body": body}, "page.html"


def _quote_all(domain: ArchiveDomain) -> dict[str, list[Quoted]]:
    """Quote every backlink, reading each document once; by entry, oldest document first."""
    quoted: defaultdict[str, list[Quoted]] = defaultdict(list)
    for filed in domain.in_time():
        linked = [place for place in filed.located if place.mention.entry is not None]
        text = domain.archive.document(filed.id).text if linked else ""
        for place in linked:
            mention = place.mention
            quoted[str(mention.entry)].append(Quoted(place, *in_context(text, mention.start, mention.end)))
    return quoted


def _write_counts(app: Sphinx, domain: ArchiveDomain) -> None:
    """Write how often each entry is mentioned, for the cards, apart from the pages: a coming document changes it."""
    counts = {
        id_: [len(places), len({place.document for place in places})] for id_, places in domain.backlinks().items()
    }
    text = json.dumps(counts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    folder = Path(app.outdir) / "_static"
    folder.mkdir(exist_ok=True)
    (folder / "mention-counts.js").write_text(f"window.archiveCounts={text};\n", encoding="utf-8")


def _copy_originals(app: Sphinx, domain: ArchiveDomain) -> None:
    for id_ in sorted(domain.documents):
        document = domain.archive.document(id_)
        if is_open(document.record.access, on=build_day()):
            target = Path(app.outdir) / original_path(document)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(document.original, target)
