"""Editors' pages, from document tree to Typst code. A node that nobody thought of stops the build, never vanishes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from archivist.edition.writing_blocks import BlockWriter
from archivist.edition.writing_links import LinkWriter
from archivist.edition.writing_tables import TableWriter
from archivist.edition.writing_text import TextWriter

if TYPE_CHECKING:
    from archivist.edition.writer import TypstWriter


class TypstTranslator(TextWriter, BlockWriter, TableWriter, LinkWriter):
    """Visits every node of editors' pages; those that are only a pair of strings stand in tables below."""


def _around(opening: str, closing: str) -> tuple[Any, Any]:
    """Make the visitors of a node that is a function around its content; a block may be linked to."""

    def visit(self: TypstWriter, node: nodes.Element) -> None:
        if not isinstance(node, nodes.Inline):
            self.anchors(node)
        self.write(opening)

    def depart(self: TypstWriter, _node: nodes.Element) -> None:
        self.write(closing)

    return visit, depart


def _skip(_self: TypstWriter, _node: nodes.Element) -> None:
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
