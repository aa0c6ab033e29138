"""Tables and pictures of editors' pages."""

from __future__ import annotations

from docutils import nodes

from archivist.edition.ink import literal
from archivist.edition.writer import TypstWriter


class TableWriter(TypstWriter):
    """Visits tables, figures and images."""

    def visit_tgroup(self, node: nodes.Element) -> None:
        widths = "".join(f"{spec['colwidth']}fr," for spec in node.children if isinstance(spec, nodes.colspec))
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
