"""What all visitors of a document tree share: the code they write, and the places they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.docutils import SphinxTranslator

from archivist.edition.ink import literal

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.builders import Builder

    from archivist.edition.ink import Ink


def place_name(docname: str, id_: str = "") -> str:
    """Name a page's place in the PDF, or that of something on it."""
    return f"page:{docname}#{id_}" if id_ else f"page:{docname}"


class TypstWriter(SphinxTranslator):
    """Writes the statements of a Typst code block; text goes out as string literals only.

    The page's own title is left to the chapter that it opens; sections below it get headings from `base` + 1.
    """

    def __init__(self, document: nodes.document, builder: Builder, *, docname: str, ink: Ink, base: int = 1) -> None:
        super().__init__(document, builder)
        self.docname = docname
        self.ink = ink
        self.depth = 0
        self.base = base
        self.code: list[str] = []

    def write(self, code: str) -> None:
        self.code.append(code)

    def unknown_visit(self, node: nodes.Node) -> None:
        raise NotImplementedError(f"the edition cannot print {type(node).__name__} (line {node.line}, {self.docname})")

    def anchors(self, node: nodes.Element) -> None:
        for id_ in node["ids"]:
            self.write(f"anchor({literal(place_name(self.docname, id_))});")
