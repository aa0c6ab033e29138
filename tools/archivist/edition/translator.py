"""Editors' pages, from document tree to Typst code. A node that nobody thought of stops the build, never vanishes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.locale import admonitionlabels
from sphinx.util.docutils import SphinxTranslator

from archivist.edition.ink import literal

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from archivist.edition.ink import Ink


def place_name(docname: str, id_: str = "") -> str:
    """Name a page's place in the PDF, or that of something on it."""
    return f"page:{docname}#{id_}" if id_ else f"page:{docname}"


class TypstTranslator(SphinxTranslator):
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

    def _anchors(self, node: nodes.Element) -> None:
        for id_ in node["ids"]:
            self.write(f"anchor({literal(place_name(self.docname, id_))});")

    # --- text

    def visit_Text(self, node: nodes.Text) -> None:  # noqa: N802 (docutils' class name)
        self.write(self.ink.statements(node.astext().replace("\n", " ")))

    def depart_Text(self, node: nodes.Text) -> None:  # noqa: N802 (docutils' class name)
        pass

    def visit_literal(self, node: nodes.Element) -> None:
        self.write(f"code({self.ink.verbatim(node.astext())});")
        raise nodes.SkipNode

    visit_math = visit_math_block = visit_literal

    def visit_literal_block(self, node: nodes.Element) -> None:
        self._anchors(node)
        self.write(f"preformatted({self.ink.verbatim(node.astext())});\n")
        raise nodes.SkipNode

    visit_doctest_block = visit_literal_block

    def visit_sd_line_break(self, _node: nodes.Element) -> None:
        self.write("linebreak();")
        raise nodes.SkipNode

    # --- sections and their titles

    def visit_section(self, node: nodes.Element) -> None:
        self.depth += 1
        self._anchors(node)

    def depart_section(self, _node: nodes.Element) -> None:
        self.depth -= 1

    def visit_title(self, node: nodes.Element) -> None:
        if not isinstance(node.parent, nodes.section):
            self.write("block(sticky: true, strong({")
        elif self.depth == 1:
            raise nodes.SkipNode
        else:
            self.write(f"heading(level: {self.depth - 1 + self.base}, {{")

    def depart_title(self, node: nodes.Element) -> None:
        self.write("});\n" if isinstance(node.parent, nodes.section) else "}));\n")

    # --- lists

    def visit_enumerated_list(self, node: nodes.Element) -> None:
        self.write(f"enum(start: {node.get('start', 1)}, ")

    def visit_list_item(self, node: nodes.Element) -> None:
        self.write("{")
        self._anchors(node)

    def visit_definition_list_item(self, node: nodes.Element) -> None:
        self._anchors(node)
        self.write("definition({")

    def visit_term(self, node: nodes.Element) -> None:
        self._anchors(node)

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

    # --- tables and figures

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
            alt = self.ink.plain(node.get("alt") or name)
            self.write(f"picture({literal(f'/pictures/{name}')}, {alt}, {size});")
        raise nodes.SkipNode

    def visit_figure(self, node: nodes.Element) -> None:
        self._anchors(node)
        self.write("card({")

    # --- admonitions; a class of its own each, all of them nodes.Admonition

    def visit_Admonition(self, node: nodes.Element) -> None:  # noqa: N802 (docutils' class name)
        self._anchors(node)
        title = admonitionlabels.get(node.tagname, "")
        self.write(f"admonition({literal(str(title)) if title else 'none'}, {{")

    def depart_Admonition(self, _node: nodes.Element) -> None:  # noqa: N802 (docutils' class name)
        self.write("});\n")

    def visit_compound(self, node: nodes.Element) -> None:
        if "toctree-wrapper" in node["classes"]:
            raise nodes.SkipNode  # the edition has its own contents
        self._anchors(node)

    def visit_container(self, node: nodes.Element) -> None:
        self._anchors(node)
        self.write("card({" if node.get("design_component") == "card" else "block(width: 100%, {")

    # --- links

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
        self._anchors(node)

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

    # --- a source document's page: its text is not the editors'

    def visit_source_document(self, node: nodes.Element) -> None:
        pass

    def depart_source_document(self, node: nodes.Element) -> None:
        pass


def _around(opening: str, closing: str) -> tuple[Any, Any]:
    """Make the visitors of a node that is a function around its content; a block may be linked to."""

    def visit(self: TypstTranslator, node: nodes.Element) -> None:
        if not isinstance(node, nodes.Inline):
            self._anchors(node)
        self.write(opening)

    def depart(self: TypstTranslator, _node: nodes.Element) -> None:
        self.write(closing)

    return visit, depart


def _skip(_self: TypstTranslator, _node: nodes.Element) -> None:
    raise nodes.SkipNode


_INLINE = "});"
_BLOCK = "});\n"
_AROUND = {
    "paragraph": ("par({", _BLOCK),
    "centered": ("par({", _BLOCK),
    "rubric": ("block(sticky: true, strong({", "}));\n"),
    "dropdown_title": ("block(sticky: true, strong({", "}));\n"),
    "sd_tab_label": ("block(sticky: true, strong({", "}));\n"),
    "caption": ("par(emph({", "}));\n"),
    "dropdown_main": ("card({", _BLOCK),
    "block_quote": ("quoted({", _BLOCK),
    "attribution": ('par({"— ";', _BLOCK),
    "topic": ("admonition(none, {", _BLOCK),
    "sidebar": ("admonition(none, {", _BLOCK),
    "bullet_list": ("list(", ");\n"),
    "definition": ("{", "},"),
    "field_list": ("fields(", ");\n"),
    "field": ("(", "),"),
    "field_name": ("strong({", "}),"),
    "field_body": ("{", "},"),
    "thead": ("(", "), "),
    "line": ("", "linebreak();"),
    "emphasis": ("emph({", _INLINE),
    "strong": ("strong({", _INLINE),
    "title_reference": ("emph({", _INLINE),
    "subscript": ("sub({", _INLINE),
    "superscript": ("super({", _INLINE),
    "citation": ("par({", _BLOCK),
    "label": ('"[";', '"] ";'),
}
_TRANSPARENT = (
    "PassthroughTextElement",
    "abbreviation",
    "acronym",
    "acks",
    "aside_main",
    "compact_paragraph",
    "definition_list",
    "document",
    "download_reference",
    "generated",
    "glossary",
    "hlist",
    "hlistcol",
    "inline",
    "legend",
    "line_block",
    "manpage",
    "meta",
    "only",
    "row",
    "start_of_file",
    "subtitle",
    "table",
    "tbody",
)
# What has no place on paper: Invisible is docutils' own class for comments and the like.
_SKIPPED = (
    "Invisible",
    "archive_view",
    "colspec",
    "fontawesome",
    "footnote",
    "highlightlang",
    "raw",
    "sd_icon",
    "sd_tab_input",
    "source_text",
    "system_message",
    "tabular_col_spec",
    "toctree",
)
_CLOSING = {
    "enumerated_list": ");\n",
    "list_item": "},",
    "definition_list_item": ");\n",
    "tgroup": ");\n",
    "entry": "}),",
    "figure": _BLOCK,
    "compound": "",
    "container": _BLOCK,
    "reference": _INLINE,
}


def _complete(translator: type[TypstTranslator]) -> type[TypstTranslator]:
    """Add the visitors that are only a pair of strings, or nothing."""
    pairs = {name: _around(*strings) for name, strings in _AROUND.items()}
    pairs |= {name: _around("", "") for name in _TRANSPARENT}
    for name, (visit, depart) in pairs.items():
        setattr(translator, f"visit_{name}", visit)
        setattr(translator, f"depart_{name}", depart)
    for name, closing in _CLOSING.items():
        setattr(translator, f"depart_{name}", _around("", closing)[1])
    for name in _SKIPPED:
        setattr(translator, f"visit_{name}", _skip)
    return translator


_complete(TypstTranslator)
