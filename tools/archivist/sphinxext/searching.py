"""The site's own search in place of Sphinx's: its index, its page, its description for browsers."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import sphinx

from archivist.mentions import entry_docname
from archivist.search.collecting import Holding, collection, digest, embargo_ends, units
from archivist.search.files import current
from archivist.search.stems import stemmer_of
from archivist.search.writing import VERSION, write_index
from archivist.sphinxext.domain import archive_domain
from archivist.sphinxext.joining import join_scripts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.application import Sphinx

    from archivist.sphinxext.domain import ArchiveDomain
    from archivist.sphinxext.filed import FiledDocument

# Sphinx ships Snowball's stemmers as scripts; sites get copies, so that both sides are what was installed.
_STEMMERS = Path(sphinx.__file__).parent / "search" / "minified-js"
# Where a reader without scripts goes on, as far as the site has these pages.
_LISTS = (
    ("documents", "documents"),
    ("timeline", "timeline"),
    ("glossary/ilo", "ILO instruments"),
    ("glossary/asean", "ASEAN instruments"),
    ("glossary/organisation", "organisations"),
    ("glossary/place", "places"),
    ("glossary/acronym", "acronyms"),
)
_OPENSEARCH = """\
<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>{short}</ShortName>
  <Description>{title}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="{address}/search.html?q={{searchTerms}}"/>
</OpenSearchDescription>
"""


def is_site(app: Sphinx) -> bool:
    """Tell whether pages for browsers are built; an EPUB has no scripts."""
    return app.builder.format == "html" and app.builder.name != "epub"


def on_builder_inited(app: Sphinx) -> None:
    if is_site(app):
        app.builder.search = False  # type: ignore[attr-defined]  # of HTML builders: no index of Sphinx's own


def collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    if is_site(app):
        lists = [(docname, name) for docname, name in _LISTS if docname in app.env.found_docs]
        yield "search", {"lists": lists}, "search.html"


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Write the index once all pages are there, unless the one that lies there says the same."""
    if exception is not None or not is_site(app):
        return
    domain = archive_domain(app.env)
    root = Path(app.outdir) / "search"
    holdings = [_holding(app, filed) for _, filed in sorted(domain.documents.items())]
    state = _state(app, domain, holdings)
    there = current(root)
    if there is None or {**there, **state, "version": VERSION} != there:
        _write(app, domain, holdings, state)
    _copy_stemmers(app, domain)
    join_scripts(Path(app.outdir) / "_static")
    _describe(app)


def _holding(app: Sphinx, filed: FiledDocument) -> Holding:
    address = app.builder.get_target_uri(filed.docname)
    return Holding(filed.id, address, filed.open, filed.day, tuple(one.part for one in filed.parts), filed.located)


def _state(app: Sphinx, domain: ArchiveDomain, holdings: Sequence[Holding]) -> dict[str, str]:
    closed = [domain.archive.record(one.id).access for one in holdings if not one.open]
    texts = [domain.documents[one.id].text_sha256 for one in holdings]
    pages = repr([(one.id, one.address, one.open, text) for one, text in zip(holdings, texts, strict=True)])
    return {
        "source": digest(Path(app.confdir)),
        "until": embargo_ends(closed),
        "pages": hashlib.sha256(pages.encode()).hexdigest(),
    }


def _write(app: Sphinx, domain: ArchiveDomain, holdings: Sequence[Holding], state: dict[str, str]) -> None:
    collected = collection(
        holdings,
        domain.glossary,
        address_of=lambda entry: app.builder.get_target_uri(entry_docname(entry)),
        code=app.config.archive_code,
    )
    write_index(Path(app.outdir) / "search", units(domain.archive, holdings, domain.glossary), collected, state=state)


def _copy_stemmers(app: Sphinx, domain: ArchiveDomain) -> None:
    folder = Path(app.outdir) / "_static" / "search-stemmers"
    folder.mkdir(parents=True, exist_ok=True)
    names = {stemmer_of(filed.language) for filed in domain.documents.values()}
    for name in sorted({"base", *names} - {""}):
        shutil.copyfile(_STEMMERS / f"{name}-stemmer.js", folder / f"{name}-stemmer.js")


def _describe(app: Sphinx) -> None:
    """Write the OpenSearch description (OpenSearch 1.1, draft 6), which needs the site's address."""
    address = app.config.archive_address.rstrip("/")
    path = Path(app.outdir) / "_static" / "opensearch.xml"
    if not address:
        path.unlink(missing_ok=True)
        return
    title = escape(app.config.html_title)
    short = escape(app.config.html_title[:16])  # at most 16 characters
    address = escape(address, {'"': "&quot;"})
    path.write_text(_OPENSEARCH.format(short=short, title=title, address=address), encoding="utf-8")


def setup_search(app: Sphinx) -> None:
    app.connect("builder-inited", on_builder_inited)
    app.connect("html-collect-pages", collect_pages)
    app.connect("build-finished", on_build_finished)
