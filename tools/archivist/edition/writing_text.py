"""Text of editors' pages: as string literals."""

from __future__ import annotations

from docutils import nodes

from archivist.edition.writer import TypstWriter


class TextWriter(TypstWriter):
    """Visits words and what stands among them."""

    def visit_Text(self, node: nodes.Text) -> None:  # noqa: N802 (docutils' class name)
        self.write(self.ink.statements(node.astext().replace("\n", " ")))

    def depart_Text(self, node: nodes.Text) -> None:  # noqa: N802 (docutils' class name)
        pass

    def visit_literal(self, node: nodes.Element) -> None:
        self.write(f"code({self.ink.verbatim(node.astext())});")
        raise nodes.SkipNode

    visit_math = visit_math_block = visit_literal

    def visit_literal_block(self, node: nodes.Element) -> None:
        self.anchors(node)
        self.write(f"preformatted({self.ink.verbatim(node.astext())});\n")
        raise nodes.SkipNode

    visit_doctest_block = visit_literal_block

    def visit_sd_line_break(self, _node: nodes.Element) -> None:
        self.write("linebreak();")
        raise nodes.SkipNode
