"""Sections, lists, admonitions and boxes of editors' pages."""

from __future__ import annotations

from docutils import nodes
from sphinx.locale import admonitionlabels

from archivist.edition.ink import literal
from archivist.edition.writer import TypstWriter


class BlockWriter(TypstWriter):
    """Visits what stands as a block of its own."""

    def visit_section(self, node: nodes.Element) -> None:
        self.depth += 1
        self.anchors(node)

    def depart_section(self, _node: nodes.Element) -> None:
        self.depth -= 1

    def visit_title(self, node: nodes.Element) -> None:
        if not isinstance(node.parent, nodes.section):
            self.write("block(sticky: true, strong({")
        elif self.depth == 1:
            raise nodes.SkipNode
        else:
            self.write(f"section({self.depth - 1 + self.base}, {{")

    def depart_title(self, node: nodes.Element) -> None:
        self.write("});\n" if isinstance(node.parent, nodes.section) else "}));\n")

    def visit_enumerated_list(self, node: nodes.Element) -> None:
        self.write(f"enum(start: {node.get('start', 1)}, ")

    def visit_list_item(self, node: nodes.Element) -> None:
        self.write("{")
        self.anchors(node)

    def visit_definition_list_item(self, node: nodes.Element) -> None:
        self.anchors(node)
        self.write("definition({")

    def visit_term(self, node: nodes.Element) -> None:
        self.anchors(node)

    def depart_term(self, node: nodes.Element) -> None:
        """End the first argument of `definition` after the last of terms and classifiers."""
        follower = node.next_node(siblings=True, descend=False)
        if isinstance(follower, nodes.definition):
            self.write("}, ")
        elif isinstance(follower, nodes.term):
            self.write("linebreak();")

    def visit_classifier(self, _node: nodes.Element) -> None:
        self.write('" : ";emph({')

    def depart_classifier(self, node: nodes.Element) -> None:
        self.write("});")
        self.depart_term(node)

    # --- admonitions; a class of its own each, all of them nodes.Admonition

    def visit_Admonition(self, node: nodes.Element) -> None:  # noqa: N802 (docutils' class name)
        self.anchors(node)
        title = admonitionlabels.get(node.tagname, "")
        self.write(f"admonition({literal(str(title)) if title else 'none'}, {{")

    def depart_Admonition(self, _node: nodes.Element) -> None:  # noqa: N802 (docutils' class name)
        self.write("});\n")

    def visit_compound(self, node: nodes.Element) -> None:
        if "toctree-wrapper" in node["classes"]:
            raise nodes.SkipNode  # the edition has its own contents
        self.anchors(node)

    def visit_container(self, node: nodes.Element) -> None:
        self.anchors(node)
        self.write("card({" if node.get("design_component") == "card" else "block(width: 100%, {")

    # --- a source document's page: its text is not the editors'

    def visit_source_document(self, node: nodes.Element) -> None:
        pass

    def depart_source_document(self, node: nodes.Element) -> None:
        pass
