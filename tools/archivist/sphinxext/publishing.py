"""The site's files that are no pages: originals and counts; and what an earlier build left is taken away."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from archivist.sphinxext.citations import publish_citations
from archivist.sphinxext.domain import archive_domain
from archivist.sphinxext.exports import publish_exports
from archivist.sphinxext.scripts import place
from archivist.sphinxext.verifying import publish_texts

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from archivist.sphinxext.domain import ArchiveDomain

# Folders of the site that hold nothing but what we put there.
_SWEPT = ("citations", "data", "documents", "edition", "entries", "originals", "texts")


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and app.builder.name == "html":
        domain = archive_domain(app.env)
        site = Path(app.outdir)
        (site / "_static" / "webpack-macros.html").unlink(missing_ok=True)  # a template of the theme, published by it
        _write_counts(domain, site)
        _copy_originals(domain, site)
        _copy_editions(domain, site)
        scripts = publish_citations(app, domain) | publish_texts(app, domain)
        _sweep(app, domain, site, publish_exports(app, domain) | scripts)


def _write_counts(domain: ArchiveDomain, site: Path) -> None:
    """Write how often each entry is mentioned, for the cards, apart from the pages: a coming document changes it."""
    counts = {
        id_: [len(places), len({place.document for place in places})] for id_, places in domain.backlinks().items()
    }
    text = json.dumps(counts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (site / "_static" / "mention-counts.js").write_text(f"window.archiveCounts={text};\n", encoding="utf-8")


def _copy_originals(domain: ArchiveDomain, site: Path) -> None:
    for _, filed in sorted(domain.documents.items()):
        if filed.open:
            original = domain.archive.bag(filed.id) / "data" / filed.original
            place(site / filed.original_path, original.read_bytes())


def _copy_editions(domain: ArchiveDomain, site: Path) -> None:
    for edition in domain.editions:
        place(site / "edition" / edition.path.name, edition.path.read_bytes())


def _sweep(app: Sphinx, domain: ArchiveDomain, site: Path, exports: set[Path]) -> None:
    """Remove pages and originals of earlier builds: a text that was withdrawn must not stay on the site."""
    pages = {site / app.builder.get_target_uri(name) for name in (*app.env.found_docs, *domain.generated)}
    editions = {site / "edition" / edition.path.name for edition in domain.editions}
    originals = {site / filed.original_path for filed in domain.documents.values() if filed.open}
    kept = pages | exports | editions | originals
    for folder in _SWEPT:
        for path in sorted((site / folder).rglob("*"), reverse=True):
            if path.is_file() and path not in kept:
                path.unlink()
            elif path.is_dir() and not any(path.iterdir()):
                path.rmdir()
