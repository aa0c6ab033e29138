"""Pages without a source file: one for each entry that is mentioned, one for each year of a long list."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from archivist.mentions import entry_docname, invert
from archivist.sphinxext.countries import country_names
from archivist.sphinxext.domain import archive_domain
from archivist.sphinxext.lists import year_pages
from archivist.sphinxext.reading import escape_text
from archivist.sphinxext.views import KIND_NAMES, Page, in_context, render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from archivist.mentions import Located
    from archivist.model import Entry
    from archivist.sphinxext.domain import ArchiveDomain
    from archivist.sphinxext.filed import FiledDocument

MANY_FORMS = 6  # an entry with more shows them when asked for: they would stand before its mentions
MENTIONS_A_PAGE = 500  # an entry mentioned more often is continued on further pages


class Quotations(NamedTuple):
    """What one document says of an entry, or as much of it as stands on one page."""

    filed: FiledDocument
    mentions: list[str]  # a list item each, in HTML

    @property
    def listed(self) -> Markup:
        return Markup("\n".join(self.mentions))  # noqa: S704 (what `_item` wrote)


def collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Give Sphinx the pages (html-collect-pages), and note their names in the domain."""
    domain = archive_domain(app.env)
    domain.generated.clear()
    for docname, context, template in chain(_entry_pages(app, domain), _year_pages(app, domain)):
        domain.generated.add(docname)
        yield docname, context, template


def _year_pages(app: Sphinx, domain: ArchiveDomain) -> Iterator[tuple[str, dict[str, Any], str]]:
    for docname, title, body in year_pages(app.builder, domain):
        yield docname, {"title": title, "body": body}, "page.html"


def _entry_pages(app: Sphinx, domain: ArchiveDomain) -> Iterator[tuple[str, dict[str, Any], str]]:
    quoted = _quote_all(app, domain)
    for id_ in sorted(quoted):
        entry = domain.glossary.entries[id_]
        chunks = list(_chunks(quoted[id_]))
        docname = entry_docname(entry)
        names = [docname, *(f"{docname}-{number}" for number in range(2, len(chunks) + 1))]
        for name, chunk in zip(names, chunks, strict=True):
            page = Page(app.builder, name)
            numbered = [(number, page.uri(other)) for number, other in enumerate(names, 1)]
            body = render(
                "entry.html",
                entry=entry,
                country=_country(entry, app.config.language),
                kind=KIND_NAMES[entry.kind].removesuffix("s"),
                many_forms=MANY_FORMS,
                abbreviations=[other for other in domain.glossary.entries.values() if other.stands_for == id_],
                quotations=chunk,
                total=sum(len(one.mentions) for one in quoted[id_]),
                in_documents=len(quoted[id_]),
                continued=numbered if len(names) > 1 else [],
                page=page,
            )
            yield name, {"title": entry.name, "body": body}, "page.html"


def _country(entry: Entry, language: str) -> str:
    """Say where something is, by names and not by codes; of a country nothing: its name is said already."""
    return "" if entry.type == "country" else country_names(entry.country, within=language)


def _chunks(quotations: list[Quotations]) -> Iterator[list[Quotations]]:
    """Part the documents that mention an entry into pages; only one that fills more than a page is parted itself."""
    chunk: list[Quotations] = []
    size = 0
    for filed, mentions in quotations:
        for first in range(0, len(mentions), MENTIONS_A_PAGE):
            part = mentions[first : first + MENTIONS_A_PAGE]
            if chunk and size + len(part) > MENTIONS_A_PAGE:
                yield chunk
                chunk, size = [], 0
            chunk.append(Quotations(filed, part))
            size += len(part)
    yield chunk


def _quote_all(app: Sphinx, domain: ArchiveDomain) -> dict[str, list[Quotations]]:
    """Quote every backlink, reading each document once; by entry, oldest document first."""
    quoted: defaultdict[str, list[Quotations]] = defaultdict(list)
    page = Page(app.builder, "entries/any")
    for filed in domain.in_time():
        linked = invert(filed.located)
        text = domain.archive.document(filed.id).text if linked else ""
        for id_, places in linked.items():
            address = page.uri(filed.docname)
            quoted[id_].append(Quotations(filed, [_item(place, text, address) for place in places]))
    return quoted


def _item(place: Located, text: str, address: str) -> str:
    """Write a mention in its context; here and not in the template, since there are more of these than of all else.

    Each piece is escaped, or a number, or an id of [a-z0-9-].
    """
    start, end = place.mention.start, place.mention.end
    before, words, after = map(escape_text, in_context(text, start, end))
    return (
        f'<li><a class="archive-locator" href="{address}#m{start}-{end}" data-backlink="{place.document} '
        f'{place.paragraph}">¶ {place.paragraph}</a> '
        f'<span class="archive-quoted">{before}<mark>{words}</mark>{after}</span></li>'
    )
