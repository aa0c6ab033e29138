"""The builder of the site: Sphinx's, which writes the pages of documents without reading their doctrees.

Such a page, if it holds no words of an editor's, is a heading and what the document's template gives: transforms, a
translator and tables of contents would find nothing in it, and took a tenth of a build. Sphinx's event doctree-resolved
is not sent for these pages.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils.nodes import make_id
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.locale import _
from sphinx.util.build_phase import BuildPhase
from sphinx.util.parallel import ParallelTasks, make_chunks
from sphinx.writers.html5 import HTML5Translator

from archivist.sphinxext.document import document_html
from archivist.sphinxext.domain import archive_domain
from archivist.sphinxext.views import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from archivist.sphinxext.filed import FiledDocument


class SiteBuilder(StandaloneHTMLBuilder):
    """Sphinx's builder `html`."""

    def init(self) -> None:
        super().init()
        self.handled: set[str] = set()  # pages, but for those that another process writes

    def handle_page(self, pagename: str, addctx: dict[str, Any], *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as Sphinx has it
        self.handled.add(pagename)
        super().handle_page(pagename, addctx, *args, **kwargs)

    def finish(self) -> None:
        """Remove the pages of an earlier build that this one does not have: their source is gone."""
        super().finish()
        site = Path(self.outdir)
        names = self.env.found_docs | self.handled | archive_domain(self.env).generated
        kept = {site / self.get_target_uri(name) for name in names} | set(self._given(site))
        for path in site.rglob("*.html"):
            if path not in kept and path.relative_to(site).parts[0] != "_static":
                path.unlink()

    def _given(self, site: Path) -> Iterator[Path]:
        """Give the places of files that editors put beside the pages (`html_extra_path`)."""
        for name in self.config.html_extra_path:
            folder = Path(self.confdir, name)
            yield site / folder.name
            yield from (site / path.relative_to(folder) for path in folder.rglob("*"))

    def write_documents(self, docnames: AbstractSet[str]) -> None:
        """Write editors' pages as Sphinx does, then those that are a document's alone."""
        plain = {filed.docname for filed in archive_domain(self.env).documents.values() if filed.alone} & docnames
        if others := docnames - plain:
            super().write_documents(others)
        self.phase = BuildPhase.WRITING
        if self.parallel_ok and plain:
            tasks = ParallelTasks(self._app.parallel)
            for chunk in make_chunks(sorted(plain), self._app.parallel):
                tasks.add_task(self._write_plain, chunk)
            tasks.join()
        else:
            self._write_plain(sorted(plain))

    def _write_plain(self, docnames: Sequence[str]) -> None:
        domain = archive_domain(self.env)
        for docname in docnames:
            self.env._write_doc_doctree_cache.pop(docname, None)  # noqa: SLF001 - else all stay in memory
            filed = domain.documents[domain.id_on(docname)]
            title = _encoded(filed.title)
            body = f"{self._heading(filed, title)}{document_html(domain, filed.id, Page(self, docname))}</section>\n"
            self.handle_page(docname, self._context(docname, title, body))

    def _heading(self, filed: FiledDocument, title: str) -> str:
        """Open the section as Sphinx's translator does."""
        id_ = make_id(filed.id)
        link = ""
        if self.config.html_permalinks:
            words = _encoded(_("Link to this heading"))
            link = f'<a class="headerlink" href="#{id_}" title="{words}">{self.config.html_permalinks_icon}</a>'
        return f'<section id="{id_}">\n<h1>{title}{link}</h1>\n'

    def _context(self, docname: str, title: str, body: str) -> dict[str, Any]:
        """Give what templates know of a page that is in no toctree and has no contents of its own."""
        return {
            "title": title,
            "body": body,
            "meta": self.env.metadata[docname],
            "metatags": "",
            "parents": [],
            "prev": None,
            "next": None,
            "rellinks": self.globalcontext["rellinks"],
            "sourcename": "",
            "toc": "",
            "display_toc": False,
            "page_source_suffix": "",
            "has_maths_elements": False,
        }


def _encoded(text: str) -> str:
    return text.translate(HTML5Translator.special_characters)
