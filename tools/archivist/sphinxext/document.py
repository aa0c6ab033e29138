"""A source document's page: provenance, text, notes, mentions, relations, neighbours in time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from archivist.dates import printed_date
from archivist.export.citation import citation
from archivist.export.formats import DOWNLOAD_NAMES, download_path
from archivist.export.provenance import provenance_rows
from archivist.export.wording import isolated
from archivist.mentions import invert
from archivist.model import KINDS
from archivist.sphinxext.bibliography import work_anchor
from archivist.sphinxext.citations import style_names
from archivist.sphinxext.reading import PlacedNote, PlacedWork, null_offsets, reading_html
from archivist.sphinxext.views import Page, paragraph_links, render
from archivist.text import locate, paragraph_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markupsafe import Markup

    from archivist.model import Decision, Entry
    from archivist.sphinxext.domain import ArchiveDomain
    from archivist.sphinxext.filed import FiledDocument
    from archivist.store import Document
    from archivist.store.record import RulingTable


class Named(NamedTuple):
    """An entry that a document mentions, and where."""

    entry: Entry
    address: str
    places: Markup  # links to its paragraphs


class Related(NamedTuple):
    """Another document, or something outside, and how the two are related."""

    kind: str
    title: str
    address: str  # empty where there is none
    note: str = ""


_RULED: Mapping[Decision, str] = {
    "yes": "is",
    "other": "is",
    "no": "is no mention",
    "ambiguous": "it cannot be known what is meant",
    "sic": "is a slip for",
}


class Ruled(NamedTuple):
    """A ruling of the record, and where it stands."""

    ruling: RulingTable
    paragraph: int


def document_html(domain: ArchiveDomain, id_: str, page: Page) -> str:
    """Render the page's content below its title and introduction."""
    document = domain.archive.document(id_)
    filed = domain.documents[id_]
    identifier = f"{page.archive_code}:{id_}"
    around = domain.surroundings(filed)
    return render(
        "document.html",
        document=document,
        record=document.record,
        filed=filed,
        identifier=identifier,
        rows=provenance_rows(document.record),
        styles=style_names(),
        site_address=page.site_address(filed.docname),
        citation=citation(document.record, identifier=identifier, print_words=isolated),
        printed_date=printed_date,
        original=page.path(filed.original_path),
        reading=reading(document, filed, page, domain=domain) if filed.open else None,
        null_offsets=null_offsets(document.text),
        ruled=_RULED,
        rulings=list(_rulings(document)) if filed.open else [],
        named=list(_named(domain, filed, page)),
        unresolved=[place for place in filed.located if place.mention.state != "linked"],
        unresolved_page=page.uri(around.unresolved),
        related=list(_related(domain, document, page, around.said)),
        around=around,
        downloads=[(name, page.path(download_path(id_, ending))) for ending, name in DOWNLOAD_NAMES.items()],
        page=page,
    )


def reading(document: Document, filed: FiledDocument, page: Page, *, domain: ArchiveDomain) -> str:
    """Give the inner HTML of the reading text."""

    def address(entry_id: str) -> str:
        if entry_id:
            return page.entry_uri(domain.glossary.entries[entry_id])
        return f"{page.uri(domain.surroundings(filed).unresolved)}#{document.id}"  # its heading there

    return reading_html(
        document.text,
        paragraphs=document.paragraphs,
        mentions=[place.mention for place in filed.located],
        notes=_placed_notes(document, filed),
        works=list(_placed_works(domain, filed, page)),
        address=address,
    )


def _placed_works(domain: ArchiveDomain, filed: FiledDocument, page: Page) -> Iterator[PlacedWork]:
    """Give the works that the text names and that a bibliography lists."""
    for work in filed.works:
        if found := domain.works_by_key.get(work.work):
            address = f"{page.uri(found.docname)}#{work_anchor(work.work)}"
            yield PlacedWork(work.number, found.words, address, work.span)


def _placed_notes(document: Document, filed: FiledDocument) -> list[PlacedNote]:
    placed = []
    for filed_note in filed.notes:
        note = filed_note.note
        span = locate(document.text, note.quote)
        if span is not None:
            placed.append(PlacedNote(filed_note.number, note.kind, span))
    return placed


def _rulings(document: Document) -> Iterator[Ruled]:
    """Give the rulings whose words are there, in the order of the text; of several on the same words all."""
    placed = ((locate(document.text, ruling.quote), ruling) for ruling in document.record.ruling)
    for span, ruling in sorted(((span, one) for span, one in placed if span), key=lambda pair: pair[0]):
        yield Ruled(ruling, paragraph_at(span.start, document.paragraphs) or 0)


def _named(domain: ArchiveDomain, filed: FiledDocument, page: Page) -> Iterator[tuple[str, list[Named]]]:
    """Give what the document mentions, kind by kind, in the order of the names."""
    by_entry = invert(filed.located)
    entries = sorted((domain.glossary.entries[id_] for id_ in by_entry), key=lambda entry: entry.name.casefold())
    named = [Named(entry, page.entry_uri(entry), paragraph_links(by_entry[entry.id])) for entry in entries]
    for kind in KINDS:
        of_kind = [one for one in named if one.entry.kind == kind]
        if of_kind:
            yield kind, of_kind


def _related(
    domain: ArchiveDomain, document: Document, page: Page, said: Sequence[tuple[str, str]]
) -> Iterator[Related]:
    for relation in document.record.relations:
        other = domain.documents.get(relation.target)
        is_address = relation.target.startswith(("http://", "https://"))
        address = page.uri(other.docname) if other else relation.target if is_address else ""
        title = other.title if other else relation.target
        yield Related(relation.kind, title, address, relation.note)
    for kind, id_ in said:
        other = domain.documents[id_]
        yield Related(f"({kind} this, says)", other.title, page.uri(other.docname))
