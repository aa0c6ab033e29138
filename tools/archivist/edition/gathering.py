"""From a project that Sphinx has read to a volume of values: the only place that knows both."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.utils import new_document
from sphinx.util import logging

from archivist.edition.compiler import FONT_PACKAGES
from archivist.edition.enclosures import enclose
from archivist.edition.names import printed_name
from archivist.edition.origin import checked_out, committed, restored_from
from archivist.edition.settings import misset
from archivist.edition.translator import TypstTranslator
from archivist.edition.volume import Chapter, Imprint, Page, Volume, Work
from archivist.edition.writer import place_name
from archivist.edition.writing_tables import is_scorecard
from archivist.errors import ArchivistError
from archivist.sphinxext.nodes import archive_view, source_document
from archivist.store.access import is_shown
from archivist.store.inventory import manifest_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from archivist.edition.enclosures import Enclosure
    from archivist.edition.ink import Ink
    from archivist.edition.volume import Rendered
    from archivist.model import Entry
    from archivist.sphinxext.domain import ArchiveDomain
    from archivist.sphinxext.filed import FiledDocument
    from archivist.store import Document

logger = logging.getLogger(__name__)

_TOOLS = ("archivist", "sphinx", "typst", "pikepdf", *(package.replace("_", "-") for package in FONT_PACKAGES))


def gather(builder: Builder, *, offprints: bool = False) -> Volume:
    """Make the volume of a project: the documents in the order of their dates, and the editors' pages.

    `offprints`: documents are taken out of it, to stand by themselves.

    Raises:
        ArchivistError: conf.py asks for what cannot be, or a document cannot be read or is not as it was sealed.
    """
    domain: ArchiveDomain = builder.env.domains["archive"]  # type: ignore[assignment]  # what "archive" names
    if faults := list(misset(builder.config, builder.env.all_docs)):
        raise ArchivistError(*faults)
    day = edition_day(domain)
    base = 1 if offprints else 2
    chapters = tuple(_chapter(builder, domain, filed, day=day, base=base) for filed in domain.in_time())
    domain.archive.require_sealed(_all_documents(domain, chapters))
    pages = tuple(_pages(builder))
    return Volume(
        imprint=_imprint(builder, domain, day),
        chapters=chapters,
        entries={id: _printed(entry) for id, entry in domain.glossary.entries.items()},
        pages=pages,
        works=tuple(_works(builder)),
        pictures=_pictures(builder),
        enclosures=tuple(_enclosures(domain, chapters)),
    )


def _printed(entry: Entry) -> Entry:
    return replace(entry, name=printed_name(entry.name), expansion=printed_name(entry.expansion))


def _all_documents(domain: ArchiveDomain, chapters: Iterable[Chapter]) -> Iterator[Document]:
    """Give the documents of the archive: one that was refused when its page was read is in no chapter."""
    read = {chapter.document.id: chapter.document for chapter in chapters}
    return (read.get(id) or domain.archive.document(id) for id in domain.archive.ids())


def _enclosures(domain: ArchiveDomain, chapters: Iterable[Chapter]) -> list[Enclosure]:
    """List the files of the project, without what is withheld."""
    withheld = {chapter.document.id for chapter in chapters if chapter.withheld}
    records = {chapter.document.id: chapter.document.record for chapter in chapters}
    return enclose(domain.archive.project, records, withheld=withheld)


def _pictures(builder: Builder) -> dict[str, bytes]:
    """Read the pictures that the builder met while pages were resolved."""
    return {name: (Path(builder.srcdir) / uri).read_bytes() for uri, name in sorted(builder.images.items())}


def edition_day(domain: ArchiveDomain) -> dt.date:
    """Give the day of the edition, the same for the same state of the project.

    That of SOURCE_DATE_EPOCH, else of the edition it was restored from, else of the commit, else the last accession's.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
    if origin := restored_from(domain.archive.project):
        return origin.date
    if day := committed(domain.archive.project):
        return day
    accessioned = [filed.accessioned for filed in domain.documents.values()]
    return dt.date.fromisoformat(max(accessioned, default="1980-01-01"))


def _imprint(builder: Builder, domain: ArchiveDomain, day: dt.date) -> Imprint:
    config, project = builder.config, domain.archive.project
    return Imprint(
        title=config.project,
        subtitle=config.edition_subtitle,
        editors=config.author,
        release=config.release,
        date=day,
        language=config.language,
        paper=config.edition_paper,
        archive_code=config.archive_code,
        address=config.archive_address,
        commit=origin.commit if (origin := restored_from(project)) else checked_out(project),
        licence=config.archive_licence,
        manifest_sha256=manifest_digest(domain.archive.folder),
        tools=tuple(_tools()),
        scorecard=domain.scorecard(),
    )


def _tools() -> Iterator[tuple[str, str]]:
    for name in _TOOLS:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "not installed"


def _chapter(builder: Builder, domain: ArchiveDomain, filed: FiledDocument, *, day: dt.date, base: int) -> Chapter:
    """Make a document's chapter; `base`: the level of its heading."""
    document = domain.archive.document(filed.id)
    return Chapter(
        document=document,
        located=filed.located,
        withheld=not is_shown(document, on=day),
        introduction=_introduction(builder, filed.docname, base=base) if filed.introduced else None,
        page=f"{filed.docname}.html",
    )


def _introduction(builder: Builder, docname: str, *, base: int) -> Rendered:
    return _rendered(builder, _resolved(builder, docname), docname, base=base)


def _pages(builder: Builder) -> Iterator[Page]:
    """Give the editors' pages that are named in `edition_pages`, else those of the toctree that are not lists."""
    env = builder.env
    for docname in builder.config.edition_pages or _in_toctree(env, env.config.root_doc):
        doctree = _resolved(builder, docname)
        if builder.config.edition_pages or not any(doctree.findall(_is_list)):
            title, code = env.titles[docname].astext(), _rendered(builder, doctree, docname, base=1)
            yield Page(docname, title, code, scored=any(doctree.findall(is_scorecard)))


def _is_list(node: nodes.Node) -> bool:
    """Tell whether a node is computed from all documents: the edition has lists of its own."""
    return isinstance(node, (archive_view, source_document, nodes.citation))


def _in_toctree(env: BuildEnvironment, parent: str) -> list[str]:
    """Give the pages below a page, in reading order, each once."""
    found: dict[str, None] = {}
    for docname in env.toctree_includes.get(parent, ()):
        found |= dict.fromkeys((docname, *_in_toctree(env, docname)))
    return list(found)


def _resolved(builder: Builder, docname: str) -> nodes.document:
    doctree = builder.env.get_and_resolve_doctree(docname, builder, tags=builder.tags)
    builder.post_process_images(doctree)
    for image in doctree.findall(nodes.image):
        if not image.get("alt"):
            what = "a picture without alternative text: who does not see it learns nothing of it (ISO 14289-1, 7.3)"
            logger.warning(what, location=image, type="edition", subtype="alt")
    return doctree


def _rendered(builder: Builder, doctree: nodes.document, docname: str, *, base: int) -> Rendered:
    def render(ink: Ink) -> str:
        translator = TypstTranslator(doctree, builder, docname=docname, ink=ink, base=base)
        doctree.walkabout(translator)
        return "".join(translator.code)

    return render


def _works(builder: Builder) -> Iterator[Work]:
    """Give the works in the project's bibliographies, where sphinxcontrib-bibtex is in use."""
    domain: Any = builder.env.domains.get("cite")
    archive: ArchiveDomain = builder.env.domains["archive"]  # type: ignore[assignment]  # as above
    seen = set()
    for citation in domain.citations if domain else ():
        if citation.key in seen:
            continue
        seen.add(citation.key)
        docname = citation.bibliography_key.docname
        tree = new_document(docname)
        text = citation.formatted_entry.text
        tree += nodes.inline("", "", *text.render(domain.backend))
        yield Work(
            name=place_name(docname, citation.citation_id),
            order=_order(citation.entry, text.render_as("text")),
            code=_rendered(builder, tree, docname, base=1),
            cited=tuple((id, place.paragraph) for id, place in archive.named_works.get(citation.key, ())),
        )


def _order(entry: Any, words: str) -> str:  # noqa: ANN401 - an entry of pybtex, which has no types
    """Give what a work is sorted by: the family names of its authors or editors, then the entry in plain text."""
    persons = entry.persons.get("author") or entry.persons.get("editor") or ()
    return " ".join([*(name for person in persons for name in person.last_names), words])
