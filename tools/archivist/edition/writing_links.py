"""Links, targets and footnotes of editors' pages."""

from __future__ import annotations

from docutils import nodes

from archivist.edition.ink import literal
from archivist.edition.writer import TypstWriter, place_name


class LinkWriter(TypstWriter):
    """Visits what leads elsewhere."""

    def visit_reference(self, node: nodes.Element) -> None:
        if not node.astext().strip() or "sd-hide-link-text" in node["classes"]:
            raise nodes.SkipNode
        if "archive_target" in node:
            self.write(f"xref({literal(self._archive_place(node['archive_target']))}, {{")
        elif "refid" in node:
            self.write(f"xref({literal(place_name(self.docname, node['refid']))}, {{")
        elif node.get("internal"):
            self.write(f"xref({literal(node['refuri'])}, {{")
        else:
            self.write(f"url({self.ink.plain(node['refuri'])}, {{")

    def _archive_place(self, target: str) -> str:
        if "#" in target:
            return target
        return (
            f"document:{target}"
            if target in self.builder.env.domains["archive"].data["documents"]
            else f"entry:{target}"
        )

    def visit_target(self, node: nodes.Element) -> None:
        self.anchors(node)

    def depart_target(self, node: nodes.Element) -> None:
        pass

    def visit_footnote_reference(self, node: nodes.Element) -> None:
        noted = next(note for note in self.document.findall(nodes.footnote) if node["refid"] in note["ids"])
        paragraphs = [child for child in noted.children if not isinstance(child, nodes.label)]
        self.write("footnote({")
        for child in paragraphs[0].children if len(paragraphs) == 1 else paragraphs:
            child.walkabout(self)
        self.write("});")
        raise nodes.SkipNode

    def visit_transition(self, node: nodes.Element) -> None:
        if "footnotes" not in node["classes"]:
            self.write("rule;\n")
        raise nodes.SkipNode
