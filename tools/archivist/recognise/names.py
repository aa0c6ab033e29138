"""Organisations and places by their full names, as written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.recognise.found import Found

if TYPE_CHECKING:
    from archivist.glossary import Glossary
    from archivist.model import Kind
    from archivist.recognise.tokens import Token

_PIECE = re.compile(r"[^\W_]+|[^\w\s]")
_GAP = re.compile(r"[^\S\r\n]{0,3}(?:\r\n|\n|\r)?[^\S\r\n]{0,3}")
_SAME = str.maketrans({"’": "'", "‘": "'", "–": "-", "‑": "-"})


class _Node:
    __slots__ = ("below", "entry")

    def __init__(self) -> None:
        self.below: dict[str, _Node] = {}
        self.entry: tuple[str, Kind] | None = None  # id and kind of what is so named


class Names:
    """Names filed piece by piece; case and spelling are as in the glossary, blanks and line breaks free."""

    def __init__(self, glossary: Glossary) -> None:
        self._root = _Node()
        kinds: tuple[Kind, Kind] = ("organisation", "place")
        for kind in kinds:
            for entry in glossary.of_kind(kind):
                for form in (entry.name, *entry.forms):
                    self._file(form, entry.id, kind)

    def _file(self, form: str, entry_id: str, kind: Kind) -> None:
        node = self._root
        for piece in _PIECE.findall(form.translate(_SAME)):
            node = node.below.setdefault(piece, _Node())
        node.entry = node.entry or (entry_id, kind)

    def begins(self, word: str) -> bool:
        """Tell whether a name begins with a word."""
        return word in self._root.below

    def may_go_on(self, word: str, following: str) -> bool:
        """Tell whether a name is the first of two words, or goes on with the second."""
        node = self._root.below[word]
        return node.entry is not None or following in node.below

    def find(self, text: str, token: Token) -> Found | None:
        """Find the longest name that begins with a token."""
        node, end, found = self._root.below[token.word], token.end, None
        while True:
            if node.entry and not text[end : end + 1].isalnum():
                entry_id, kind = node.entry
                found = Found(token.start, end, kind, entry_id, (entry_id,))
            if not node.below:
                return found
            at = end + 1 if text[end : end + 1] == " " else _GAP.match(text, end).end()  # type: ignore[union-attr]  # it matches nothing, too
            piece = _PIECE.match(text, at)
            below = node.below.get(piece.group().translate(_SAME)) if piece else None
            if piece is None or below is None:
                return found
            node, end = below, piece.end()
