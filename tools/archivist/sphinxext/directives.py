"""Directives: a source document's page, and the views that are computed from all documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from archivist.dates import earliest_day
from archivist.errors import ArchivistError
from archivist.mentions import locate_mentions, unresolved
from archivist.sphinxext.bibliography import FiledWork
from archivist.sphinxext.domain import archive_domain
from archivist.sphinxext.filed import FiledDocument, FiledNote, FiledPart, pack
from archivist.sphinxext.nodes import archive_view, source_document, source_text
from archivist.sphinxext.pieces import forget_pieces
from archivist.store.access import is_shown, today
from archivist.text import locate, paragraph_at

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx.environment import BuildEnvironment

    from archivist.recognise import Recogniser
    from archivist.sphinxext.domain import ArchiveDomain
    from archivist.store import Document
    from archivist.store.record import Record


class SourceDocument(SphinxDirective):
    """Show a source document; the directive's body is an editor's introduction."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        try:
            section = document_section(self.env, self.arguments[0])
        except ArchivistError as error:
            raise self.error(error.in_full()) from error
        page = section[-1]
        assert isinstance(page, source_document)  # noqa: S101 (document_section made it)
        if introduction := self.parse_content_to_nodes():
            page.extend(introduction)
            archive_domain(self.env).note_introduction(page["document"])
        self.set_source_info(section)
        return [section]


def document_section(env: BuildEnvironment, id: str) -> nodes.section:
    """Record a document in the domain and give its page: a title and a `source_document`.

    Raises:
        ArchivistError: the document cannot be read, or its words are not those that were sealed.
    """
    env.metadata[env.docname]["orphan"] = True  # reached from lists, not from a toctree
    domain = archive_domain(env)
    domain.note_unread(env.docname)
    document = domain.archive.document(id)
    domain.archive.require_sealed([document])
    env.note_dependency(document.original)
    env.note_dependency(domain.archive.bag(id) / "record.toml")
    env.note_dependency(domain.archive.bag(id) / "events.jsonl")
    filed = _file(document, env, shown=is_shown(document, on=today()))
    domain.note_document(filed)
    forget_pieces(env, id)
    title = document.record.title
    text = document.text if filed.open else ""
    page = source_document("", source_text(text, text, document=id), document=id)
    return nodes.section("", nodes.title(title, title), page, ids=[nodes.make_id(id)], names=[id])


def _file(document: Document, env: BuildEnvironment, *, shown: bool) -> FiledDocument:
    """File a document; one whose text is withheld has no parts, notes and mentions, since they quote it."""
    record = document.record
    recogniser: Recogniser = env.app.archivist_recogniser  # type: ignore[attr-defined]  # set by on_builder_inited
    mentions = recogniser.mentions(document.text, rulings=record.rulings) if shown else ()
    located = locate_mentions(document.id, document.paragraphs, mentions)
    return FiledDocument(
        id=document.id,
        docname=env.docname,
        title=record.title,
        creator=record.creator,
        date=record.date,
        day=earliest_day(record.date),
        type=record.type,
        language=record.language,
        places=record.places,
        accessioned=document.accessioned,
        original=record.original.file,
        access=record.access,
        open=shown,
        original_sha256=document.original_sha256,
        text_sha256=document.text_sha256,
        layout=record.layout,
        relations=tuple((relation.kind, relation.target) for relation in record.relations),
        parts=tuple(_file_parts(record, last=len(document.paragraphs))) if shown else (),
        notes=tuple(_file_notes(document)) if shown else (),
        citations=archive_domain(env).citations.get(document.id, ()),
        works=tuple(_file_works(document, archive_domain(env))) if shown else (),
        stale=tuple(_stale(document)),
        packed=pack(located),
        unresolved=bool(unresolved(located)),
    )


def _file_parts(record: Record, *, last: int) -> list[FiledPart]:
    lasts = [part.first - 1 for part in record.part[1:]] + [last]
    return [FiledPart(part, last) for part, last in zip(record.part, lasts, strict=False)]


def _file_notes(document: Document) -> list[FiledNote]:
    placed = []
    for note in document.record.note:
        span = locate(document.text, note.quote)
        if span is not None:
            placed.append((span, note))
    placed.sort(key=lambda pair: (pair[0].start, -pair[0].end))
    return [
        FiledNote(number, note, paragraph_at(span.start, document.paragraphs) or 0)
        for number, (span, note) in enumerate(placed, 1)
    ]


def _file_works(document: Document, domain: ArchiveDomain) -> list[FiledWork]:
    """Find the places where the document names works; words that are not there are `archivist check`'s affair."""
    found = [(locate(document.text, one.quote), one.work) for one in domain.citations.get(document.id, ())]
    placed = sorted((span, work) for span, work in found if span is not None)
    return [
        FiledWork(number, work, span, paragraph_at(span.start, document.paragraphs) or 0)
        for number, (span, work) in enumerate(placed, 1)
    ]


def _stale(document: Document) -> list[str]:
    selected = (*document.record.note, *document.record.ruling)
    return [one.exact for one in selected if locate(document.text, one.quote) is None]


class ArchiveView(SphinxDirective):
    """Place a view; its options are kept on the node."""

    option_spec: ClassVar[dict[str, Callable[[str], str]]] = {"kind": directives.unchanged_required}
    view: ClassVar[str]

    def run(self) -> list[nodes.Node]:
        archive_domain(self.env).note_view(self.env.docname, self.view)
        node = archive_view("", view=self.view, **self.options)
        self.set_source_info(node)
        return [node]


VIEWS: Sequence[str] = (
    "archive-counts",
    "conflicts",
    "document-list",
    "edition-citation",
    "edition-files",
    "entry-list",
    "entry-table",
    "export-table",
    "fixity",
    "latest-documents",
    "scorecard",
    "sic-ledger",
    "source-bibliography",
    "timeline",
    "unresolved-mentions",
)


def view_directive(view: str) -> type[ArchiveView]:
    return type(view.title().replace("-", ""), (ArchiveView,), {"view": view})
