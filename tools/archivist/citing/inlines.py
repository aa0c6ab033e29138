"""Pandoc's JSON of a citation as HTML: italics, bold, raised, lowered, small, and the words."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_ELEMENTS = {"Emph": "i", "Strong": "b", "Superscript": "sup", "Subscript": "sub", "SmallCaps": "small"}
_BLANKS = ("Space", "SoftBreak", "LineBreak")
_SECOND = ("Cite", "Div", "Link", "Quoted", "Span")  # their content comes second
_NUMBER = "csl-left-margin"  # a reference's number in a numbered style: here each stands alone


def html_of(nodes: Iterable[Any]) -> str:
    """Write blocks and inlines; addresses are words like others."""
    return "".join(map(_html, nodes))


def _html(node: Any) -> str:  # noqa: ANN401 - pandoc's JSON
    kind, content = node["t"], node.get("c")
    if kind in _BLANKS:
        return " "
    if kind == "Str":
        return escape(content, quote=False)
    if kind in ("Span", "Div") and _NUMBER in content[0][1]:
        return ""
    inner = html_of(content[1] if kind in _SECOND else content)
    element = _ELEMENTS.get(kind)
    return f"<{element}>{inner}</{element}>" if element else inner
