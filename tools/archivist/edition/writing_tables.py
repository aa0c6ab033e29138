"""Tables and pictures of editors' pages."""

from __future__ import annotations

from docutils import nodes

from archivist.edition.ink import literal
from archivist.edition.lists import scores_code
from archivist.edition.writer import TypstWriter
from archivist.sphinxext.domain import archive_domain
from archivist.sphinxext.nodes import archive_view


def is_scorecard(node: nodes.Node) -> bool:
    return isinstance(node, archive_view) and node["view"] == "scorecard"


class TableWriter(TypstWriter):
    """Visits tables, figures and images."""

    def visit_archive_view(self, node: nodes.Element) -> None:
        """Write the scorecard; the edition has other lists of its own."""
        card = archive_domain(self.builder.env).scorecard() if is_scorecard(node) else None
        if card is not None:
            self.write(scores_code(card))
        raise nodes.SkipNode

    def visit_tgroup(self, node: nodes.Element) -> None:
        asked = [spec["colwidth"] for spec in node.children if isinstance(spec, nodes.colspec)]
        alike = len(set(asked)) == 1  # nobody asked: each column is as wide as it needs
        widths = "".join("auto," if alike else f"{width}fr," for width in asked)
        header = any(isinstance(child, nodes.thead) for child in node.children)
        self.write(f"rows(({widths}), {'' if header else '(), '}")

    def visit_entry(self, node: nodes.Element) -> None:
        self.write(f"table.cell(colspan: {node.get('morecols', 0) + 1}, rowspan: {node.get('morerows', 0) + 1}, {{")

    def visit_image(self, node: nodes.Element) -> None:
        name = self.builder.images.get(node["uri"])
        if name is not None:
            width = node.get("width", "")
            size = width if width.endswith("%") and width[:-1].isdecimal() else "auto"
            alt = self.ink.plain(node.get("alt") or name)  # without one, the builder has warned
            self.write(f"picture({literal(f'/pictures/{name}')}, {alt}, {size});")
        raise nodes.SkipNode

    def visit_figure(self, node: nodes.Element) -> None:
        self.anchors(node)
        self.write("card({")
