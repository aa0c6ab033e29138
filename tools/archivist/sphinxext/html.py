"""How the HTML and EPUB builders write our nodes."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from archivist.sphinxext import document, lists, views
from archivist.sphinxext.bibliography import named_html, work_anchor
from archivist.sphinxext.domain import archive_domain
from archivist.sphinxext.listing import LISTS

if TYPE_CHECKING:
    from archivist.sphinxext.nodes import archive_view, source_document, source_text


def visit_source_document(self: HTML5Translator, node: source_document) -> None:
    """Write the introduction, if there is one, and then the document."""
    for introduction in node.children[1:]:
        introduction.walkabout(self)
    page = views.Page(self.builder, self.builder.current_docname)
    self.body.append(document.document_html(archive_domain(self.builder.env), node["document"], page))
    raise nodes.SkipNode


def visit_source_text(_self: HTML5Translator, _node: source_text) -> None:
    """Write nothing: the document's page shows its text in the right place."""
    raise nodes.SkipNode


def visit_archive_view(self: HTML5Translator, node: archive_view) -> None:
    page = views.Page(self.builder, self.builder.current_docname)
    domain, view = archive_domain(self.builder.env), node["view"]
    if view in LISTS:
        self.body.append(lists.list_html(domain, view, page, self.builder.current_docname))
    else:
        self.body.append(views.view_html(domain, view, page, kind=node.get("kind")))
    raise nodes.SkipNode


def visit_citation(self: HTML5Translator, node: nodes.citation) -> None:
    """Write an item of a list: docutils 0.22 gives it the role doc-biblioentry, which DPUB-ARIA 1.1 has dropped."""
    if not isinstance(node.previous_sibling(), nodes.citation):
        self.body.append('<div role="list" class="citation-list">\n')
    self.body.append(self.starttag(node, "div", classes=["citation"], role="listitem"))
    if key := _work_of(self, node):
        self.body.append(f'<span id="{escape(work_anchor(key))}"></span>')


def depart_citation(self: HTML5Translator, node: nodes.citation) -> None:
    """Say where the sources name the work."""
    page = views.Page(self.builder, self.builder.current_docname)
    self.body.append(named_html(archive_domain(self.builder.env), _work_of(self, node), page))
    HTML5Translator.depart_citation(self, node)


def _work_of(self: HTML5Translator, node: nodes.citation) -> str:
    """Give the key of the work that an item of a bibliography is; empty for any other citation."""
    listed = archive_domain(self.builder.env).listed_works
    return next((listed[id_].key for id_ in node["ids"] if id_ in listed), "")
