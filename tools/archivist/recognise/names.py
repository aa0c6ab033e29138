"""Organisations and places by their full names, as written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archivist.recognise.found import Found

if TYPE_CHECKING:
    from archivist.glossary import Glossary
    from archivist.model import Kind
    from archivist.recognise.tokens import Token

_PIECE = re.compile(r"[^\W_]+|[^\w\s]")
_NEXT = re.compile(rf"[^\S\r\n]{{0,3}}(?:(?:\r\n|\n|\r)[^\S\r\n]{{0,3}})?({_PIECE.pattern})")
_PLAIN = re.compile(r" ([^\W_]+)")
_ANOTHER_BEFORE = re.compile(r"(?<!\w)(?:National|Federal|State|Provincial|Regional)[^\S\r\n]\Z")
_ENDS_OF_OTHERS = frozenset("le")  # the last letters of those words
_SAME = {"’": "'", "‘": "'", "–": "-", "‑": "-"}  # pieces that are one in whatever way they are set


class Named(NamedTuple):
    """What a name names, in the order of the fields of `Found`."""

    kind: Kind
    target: str
    candidates: tuple[str, ...]


class Node:
    """A place in the tree of names."""

    __slots__ = ("below", "named")

    def __init__(self) -> None:
        self.below: dict[str, Node] = {}
        self.named: Named | None = None  # what has the name that ends here


class Begun(NamedTuple):
    """What begins with a word."""

    node: Node | None  # where names of more words go on
    named: Named | None  # what the word names by itself, if none does


class Names:
    """Names filed piece by piece; case and spelling are as in the glossary, blanks and line breaks free."""

    def __init__(self, glossary: Glossary) -> None:
        self._root = Node()
        kinds: tuple[Kind, Kind] = ("organisation", "place")
        for kind in kinds:
            for entry in glossary.of_kind(kind):
                for form in (entry.name, *entry.forms):
                    self._file(form, entry.id, kind)

    def _file(self, form: str, entry_id: str, kind: Kind) -> None:
        node = self._root
        for piece in _PIECE.findall(form):
            node = node.below.setdefault(_SAME.get(piece, piece), Node())
        named = node.named or Named(kind, entry_id, ())
        if entry_id not in named.candidates:  # whose a shared name is cannot be known
            node.named = named._replace(candidates=(*named.candidates, entry_id))

    @staticmethod
    def _is_of_another(text: str, token: Token, named: Named) -> bool:
        """Tell whether the word before makes a body's name another's: "⟨National⟩ Social Security Fund"."""
        if named.kind != "organisation" or text[token.start - 2 : token.start - 1] not in _ENDS_OF_OTHERS:
            return False
        return _ANOTHER_BEFORE.search(text, max(0, token.start - 24), token.start) is not None

    def begins(self, word: str) -> Begun:
        """Say what a word is: the place where names go on, a name by itself, or neither."""
        node = self._root.below.get(word)
        if node is None or node.below:
            return Begun(node, None)
        return Begun(None, node.named)

    def may_go_on(self, node: Node, following: str) -> Begun:
        """Say the same of a word before another one."""
        return Begun(node, None) if following in node.below else Begun(None, node.named)

    def find(self, text: str, token: Token, node: Node) -> Found | None:
        """Find the longest name that begins with a token, from the place to which that leads."""
        end, found = token.end, None
        new = tuple.__new__  # what a named tuple's own constructor calls, at half the cost
        while True:
            named = node.named
            if named and not text[end : end + 1].isalnum() and not self._is_of_another(text, token, named):
                found = new(Found, (token.start, end, *named, False, "", False))
            if not node.below:
                return found
            if piece := _PLAIN.match(text, end):  # nearly always
                below = node.below.get(piece[1])
            elif piece := _NEXT.match(text, end):
                below = node.below.get(_SAME.get(piece[1], piece[1]))
            if piece is None or below is None:
                return found
            node, end = below, piece.end()
