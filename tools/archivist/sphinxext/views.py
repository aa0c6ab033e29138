"""The views that are computed from all documents, and how our HTML templates are rendered."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import jinja2
from markupsafe import Markup

from archivist.dates import printed_date
from archivist.export.citation import edition_citation
from archivist.export.formats import DOWNLOAD_NAMES, EDITION_DOWNLOADS, FORMATS
from archivist.mentions import entry_docname, entry_row, unresolved
from archivist.model import KINDS
from archivist.sphinxext.citations import style_names
from archivist.sphinxext.imprint import imprint_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sphinx.builders import Builder

    from archivist.mentions import Located
    from archivist.model import Entry
    from archivist.sphinxext.domain import ArchiveDomain
    from archivist.sphinxext.filed import FiledDocument

KIND_NAMES: Mapping[str, str] = {
    "ilo": "ILO instruments",
    "asean": "ASEAN instruments",
    "acronym": "Acronyms",
    "organisation": "Organisations",
    "place": "Places",
}


_LINE_ENDS = re.compile(r"[\r\n]")


class Page:
    """A page being written: gives the addresses of other pages, relative to it."""

    def __init__(self, builder: Builder, docname: str) -> None:
        self.builder = builder
        self.up = "../" * docname.count("/")
        self.archive_code: str = builder.config.archive_code
        self.offprints: bool = getattr(builder.config, "edition_offprints", False)  # of the extension archivist.edition
        self.is_site = builder.name != "epub"  # an EPUB has no scripts and no files beside its pages

    def uri(self, docname: str) -> str:
        return self.up + _target(self.builder, docname)

    def entry_uri(self, entry: Entry) -> str:
        return self.uri(entry_docname(entry))

    def site_address(self, docname: str) -> str:
        """Give a page's address on the web; empty where the archive has none."""
        root: str = self.builder.config.archive_address.rstrip("/")
        return f"{root}/{_target(self.builder, docname)}" if root else ""

    def path(self, file: str) -> str:
        """Give the address of a file of the site that is not a page."""
        return self.up + file


@lru_cache(maxsize=1 << 16)
def _target(builder: Builder, docname: str) -> str:
    """Give a page's address from the root; the builder quotes it anew each time, which adds up over all backlinks."""
    return builder.get_target_uri(docname)


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("archivist.sphinxext", "views"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(kind_names=KIND_NAMES, printed_date=printed_date)
    return environment


def render(template: str, /, **context: Any) -> str:  # noqa: ANN401 (a template takes what it takes)
    return _environment().get_template(template).render(context)


def view_html(domain: ArchiveDomain, view: str, page: Page, *, kind: str | None) -> str:
    """Render a view; `kind` narrows a view of entries to one kind."""
    context = _VIEWS[view](domain, page, kind)
    return render(f"{view}.html", page=page, **context)


def _counts(domain: ArchiveDomain, _page: Page, _kind: str | None) -> dict[str, Any]:
    backlinks = domain.backlinks()
    linked = [place for places in backlinks.values() for place in places]
    return {
        "documents": len(domain.documents),
        "paragraph_mentions": len(linked),
        "entries": len(backlinks),
        "unresolved": len(unresolved(domain.located())),
    }


def _latest(domain: ArchiveDomain, _page: Page, _kind: str | None) -> dict[str, Any]:
    latest = sorted(domain.documents.values(), key=lambda filed: (filed.accessioned, filed.id), reverse=True)
    return {"latest": latest[:6]}


class Mentioned(NamedTuple):
    """An entry and where it is mentioned first."""

    entry: Entry
    address: str
    mentions: int
    documents: int  # that mention it
    first: list[tuple[FiledDocument, Markup]]  # documents, with links to their paragraphs


SHOWN_DOCUMENTS = 8  # of an entry on the list of its kind; its own page has all


def _entries(domain: ArchiveDomain, page: Page, kind: str | None) -> dict[str, Any]:
    """Give the entries of a kind that are mentioned, each with its first places."""
    backlinks = domain.backlinks()
    of_kind = [entry for id_ in backlinks if (entry := domain.glossary.entries[id_]).kind == kind]
    shown = sorted(of_kind, key=lambda entry: (entry.name.casefold(), entry.id))
    return {"entries": [_mentioned(domain, page, entry, backlinks[entry.id]) for entry in shown], "kind": kind}


def _mentioned(domain: ArchiveDomain, page: Page, entry: Entry, places: Sequence[Located]) -> Mentioned:
    by_document = [(id_, list(group)) for id_, group in groupby(places, key=lambda place: place.document)]
    first = [
        (filed, paragraph_links(group, page.uri(filed.docname)))
        for id_, group in by_document[:SHOWN_DOCUMENTS]
        if (filed := domain.documents[id_])
    ]
    return Mentioned(entry, page.entry_uri(entry), len(places), len(by_document), first)


def paragraph_links(places: Iterable[Located], address: str = "") -> Markup:
    """Link each paragraph to the first mention in it, and say how many there are."""
    links = []
    for number, group in groupby(places, key=lambda place: place.paragraph):
        first, *more = group
        link = f'<a href="{address}#m{first.mention.start}-{first.mention.end}">{number}</a>'
        links.append(f'{link}<span class="archive-muted">×{len(more) + 1}</span>' if more else link)
    return Markup(", ".join(links))  # noqa: S704 (numbers and an address that the builder quoted)


def _entry_table(domain: ArchiveDomain, page: Page, _kind: str | None) -> dict[str, Any]:
    """Give every entry, mentioned or not."""
    backlinks = domain.backlinks()
    by_kind = {kind: [entry for entry in domain.glossary.entries.values() if entry.kind == kind] for kind in KINDS}
    return {
        "by_kind": by_kind,
        "backlinks": backlinks,
        "address": page.entry_uri,
        "resolve": domain.glossary.resolve,
        "row_of": entry_row,
    }


def _scorecard(domain: ArchiveDomain, _page: Page, _kind: str | None) -> dict[str, Any]:
    """Score the recogniser on the project's annotated texts; an archive without them says so."""
    return {"card": domain.scorecard()}


def _editions(domain: ArchiveDomain, _page: Page, _kind: str | None) -> dict[str, Any]:
    return {"editions": domain.editions}


def _edition_citation(domain: ArchiveDomain, page: Page, _kind: str | None) -> dict[str, Any]:
    return {
        "citation": edition_citation(domain.edition),
        "identifier": domain.edition.digest,
        "styles": style_names(),
        "downloads": [(DOWNLOAD_NAMES[path.rpartition(".")[2]], page.path(path)) for path in EDITION_DOWNLOADS],
    }


def _exports(_domain: ArchiveDomain, page: Page, _kind: str | None) -> dict[str, Any]:
    """Give every format, each with the settings of conf.py that it lacks."""
    imprint = imprint_from(page.builder.config)
    return {"formats": [(one, imprint.lacks(one.needs)) for one in FORMATS.values()]}


_REACH = 80  # code points of context either side, within the paragraph and to the end of a word


def in_context(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Cut a mention out with some words either side: slices, but for an ellipsis where a paragraph goes on."""
    before = _LINE_ENDS.split(text[max(0, start - _REACH) : start])[-1]
    if len(before) == _REACH:
        before = "…" + before[before.find(" ") + 1 :]
    after = _LINE_ENDS.split(text[end : end + _REACH], maxsplit=1)[0]
    if len(after) == _REACH and " " in after:
        after = after[: after.rfind(" ")] + " …"
    return before, text[start:end], after


_VIEWS: Mapping[str, Callable[[ArchiveDomain, Page, str | None], dict[str, Any]]] = {
    "archive-counts": _counts,
    "edition-citation": _edition_citation,
    "edition-files": _editions,
    "entry-list": _entries,
    "entry-table": _entry_table,
    "export-table": _exports,
    "latest-documents": _latest,
    "scorecard": _scorecard,
}
