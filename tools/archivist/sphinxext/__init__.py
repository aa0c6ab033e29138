"""The Sphinx extension: the archive as pages."""

from __future__ import annotations

import gc
import hashlib
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from docutils.nodes import citation
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util import logging

from archivist import __version__
from archivist.checks.derived import no_page
from archivist.errors import ArchivistError
from archivist.export.imprint import checked
from archivist.glossary import Glossary, load
from archivist.gold import read_gold
from archivist.ingest.settling import settle
from archivist.recognise import Recogniser
from archivist.sphinxext import entries, html, publishing, searching, theme, verifying
from archivist.sphinxext.dangling import on_warn_missing_reference
from archivist.sphinxext.directives import VIEWS, SourceDocument, view_directive
from archivist.sphinxext.domain import ArchiveDomain, archive_domain
from archivist.sphinxext.epub import ArchiveEpubBuilder
from archivist.sphinxext.imprint import imprint_from
from archivist.sphinxext.nodes import archive_view, source_document, source_text
from archivist.sphinxext.parser import EditorsParser
from archivist.sphinxext.reread import BuildArchive
from archivist.sphinxext.settings import require_settings
from archivist.sphinxext.site import SiteBuilder
from archivist.store.access import is_open, today
from archivist.toolkit import toolkit_digest
from archivist.works import read_citations, reference_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)

# Objects that are made before Python looks for garbage among them. A build keeps most of what it makes: with Python's
# own 700 the search took a tenth of its time.
_YOUNG = 20_000
_STOPPED = 2  # exit status of a build that did not begin


def on_builder_inited(app: Sphinx) -> None:
    """Open the archive and compile the glossary, once a build."""
    try:
        require_settings(app.config)
        checked(imprint_from(app.config))
        settle(Path(app.confdir))
        app.archivist_archive = BuildArchive(Path(app.confdir))  # type: ignore[attr-defined]  # read through the domain
        citations = sorted(read_citations(Path(app.confdir)), key=lambda citation: citation.document)
        by_document = groupby(citations, key=lambda citation: citation.document)
        app.archivist_citations = {id_: tuple(group) for id_, group in by_document}  # type: ignore[attr-defined]  # read through the domain
        app.archivist_glossary = load(Path(app.srcdir) / "glossary")  # type: ignore[attr-defined]  # likewise
        gold = Path(app.confdir) / "tests" / "gold"
        app.archivist_gold = read_gold(gold) if any(gold.glob("*.json")) else ()  # type: ignore[attr-defined]  # likewise
    except ArchivistError as error:
        _refuse(error)
    app.archivist_recogniser = Recogniser(app.archivist_glossary)  # type: ignore[attr-defined]  # likewise


def _refuse(error: ArchivistError) -> NoReturn:
    """Say what stops the build, and end it. Any exception but this one Sphinx would bury in a report of itself.

    Raises:
        SystemExit: always.
    """
    for fault in error.faults:
        rows = (("where", fault.where), ("expected", fault.expected), ("found", fault.found), ("remedy", fault.remedy))
        details = "".join(f"\n  {name:<9} {value}" for name, value in rows if value)
        logger.error("%s [%s]%s", fault.message, fault.code, details)
    raise SystemExit(_STOPPED) from error


def on_get_outdated(
    _app: Sphinx, env: BuildEnvironment, _added: set[str], _changed: set[str], _removed: set[str]
) -> Iterable[str]:
    """Read again the documents that no changed file of theirs names.

    Those whose document was refused; all with the glossary; those whose embargo ends; those of which citations.toml
    says something else; with references.bib, those that name works.
    """
    domain = archive_domain(env)
    glossary = _noted(domain, "glossary", _digest(domain.glossary))
    references = _noted(domain, "references", reference_digest(domain.archive.project))
    day = today()
    refused = list(domain.data["unread"])
    return refused + [
        filed.docname
        for filed in domain.documents.values()
        if glossary
        or filed.open != is_open(filed.access, on=day)
        or filed.citations != domain.citations.get(filed.id, ())
        or (references and filed.works)
    ]


def _noted(domain: ArchiveDomain, name: str, digest: str) -> bool:
    """Note a digest for the next build, and tell whether it is another than the last build's."""
    changed: bool = domain.data.get(name) != digest
    domain.data[name] = digest
    return changed


def _digest(glossary: Glossary) -> str:
    return hashlib.sha256(repr(sorted(glossary.entries.items())).encode()).hexdigest()


def on_before_read_docs(_app: Sphinx, env: BuildEnvironment, _docnames: list[str]) -> None:
    domain = archive_domain(env)
    domain.archive.forget()
    domain.begin_reading()


def on_source_read(app: Sphinx, _docname: str, _content: list[str]) -> None:
    archive_domain(app.env).leave_to_parent()


def on_check_consistency(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of documents without a page: nothing else of the site would tell that they are there."""
    if app.builder.format != "html":
        return
    domain = archive_domain(env)
    for id_ in sorted(set(domain.archive.ids()) - set(domain.documents)):
        if f"documents/{id_}" not in domain.data["unread"]:
            logger.warning(ArchivistError(no_page(id_)).in_full(), type="archive", subtype="stub-missing")


def on_env_updated(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Write the pages again that show what is no longer so, of other pages or of their own."""
    domain = archive_domain(env)
    linked = repr(sorted(theme.linked_pages(env)))
    with_menus = env.found_docs if _noted(domain, f"menus of {app.builder.name}", linked) else ()
    return [*domain.pages_to_rewrite(), *_left_behind(app.builder), *sorted(with_menus)]


def _left_behind(builder: Builder) -> Iterator[str]:
    """Name the pages that were read again for another builder, which keeps its doctrees in the same place."""
    if not isinstance(builder, StandaloneHTMLBuilder):
        return
    for docname in sorted(builder.env.found_docs):
        read, written = builder.doctreedir / f"{docname}.doctree", builder.get_output_path(docname)
        if read.exists() and written.exists() and read.stat().st_mtime_ns > written.stat().st_mtime_ns:
            yield docname


def setup(app: Sphinx) -> ExtensionMetadata:
    gc.set_threshold(_YOUNG)
    app.add_config_value("archive_code", "", "env", str)
    app.add_config_value("archive_address", "", "env", str)
    app.add_config_value("archive_email", "", "env", str)
    app.add_config_value("archive_licence", "", "env", str)
    app.add_config_value("archive_editions", ["build/pdf", "build/epub"], "html", list)
    app.add_config_value("archive_toolkit", toolkit_digest(), "env", str)
    app.add_builder(ArchiveEpubBuilder, override=True)
    app.add_builder(SiteBuilder, override=True)
    app.add_domain(ArchiveDomain)
    app.add_directive("source-document", SourceDocument)
    app.setup_extension("myst_parser")
    app.add_source_parser(EditorsParser, override=True)
    for view in VIEWS:
        app.add_directive(view, view_directive(view))
    app.add_node(source_document, html=(html.visit_source_document, None))
    app.add_node(source_text, html=(html.visit_source_text, None))
    app.add_node(archive_view, html=(html.visit_archive_view, None))
    app.add_node(citation, override=True, html=(html.visit_citation, html.depart_citation))
    app.connect("builder-inited", on_builder_inited)
    app.connect("env-get-outdated", on_get_outdated)
    app.connect("env-before-read-docs", on_before_read_docs)
    app.connect("source-read", on_source_read)
    app.connect("env-check-consistency", on_check_consistency)
    app.connect("env-updated", on_env_updated)
    app.connect("warn-missing-reference", on_warn_missing_reference)
    app.connect("html-collect-pages", entries.collect_pages)
    app.connect("build-finished", publishing.on_build_finished)
    searching.setup_search(app)
    theme.setup_theme(app)
    verifying.setup_verifying(app)
    return {
        "version": __version__,
        "env_version": 12,  # bumped with what domain and doctrees hold
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
