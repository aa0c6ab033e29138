"""Literal forms, filed word by word: the cost of a look-up does not grow with the number of forms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archivist.recognise.fold import STOP, WORD, fold_word, nearly, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# What may stand between two words of one name; a bracketed abbreviation may, too: "Community (ASCC) Blueprint".
_BETWEEN = re.compile(
    r"[ \t\xa0\u2000-\u200a\u202f()’'‘“”\",:/–-]{0,6}(?:\r\n|\n|\r)?[ \t\xa0\u2000-\u200a()’'“”\"]{0,6}"
)
_ASIDE = re.compile(r"\(\s?[A-Z][A-Za-z-]{1,9}\s?\)")
_NEW_ITEM = re.compile(r",\s+(?:the|a|an|la|le|les|el|das|der|die|de|het)\s")  # what follows is another name in a list
_MAX_SKIPPED = 4  # words in a row that tell nothing


class Node:
    """A place in the tree of forms."""

    __slots__ = ("below", "children", "entries")

    def __init__(self) -> None:
        self.children: dict[str, Node] = {}
        self.entries: tuple[str, ...] = ()  # ids whose form ends here
        self.below: set[str] = set()  # ids whose forms pass through or end here


class Match(NamedTuple):
    """The longest form found at a place."""

    end: int
    node: Node
    depth: int  # telling words matched
    last: str  # the last telling word, folded
    whole: bool  # a form ends here, or it is the beginning of one that no other entry shares


class Forms:
    """A tree of forms by their telling words."""

    def __init__(self, pairs: Iterable[tuple[str, str]], *, opening_words: int = 0) -> None:
        """File pairs of form and entry id; with `opening_words` n, n words that only one entry's forms begin with are enough."""
        self.root = Node()
        self._opening_words = opening_words
        for form, entry in pairs:
            self._file(skeleton(form), entry)

    def _file(self, words: tuple[str, ...], entry: str) -> None:
        node = self.root
        for word in words:
            node = node.children.setdefault(word, Node())
            node.below.add(entry)
        if words and entry not in node.entries:
            node.entries = (*node.entries, entry)

    def begins(self, word: str) -> bool:
        """Tell whether a form begins with a (folded) word."""
        return word in self.root.children

    def match(self, text: str, start: int) -> Match | None:
        """Find the longest form that begins at `start`."""
        found = None
        node, depth = self.root, 0
        for end, word in telling_words(text, start):
            child = node.children.get(word) or (_misspelt(node, word) if depth else None)
            if child is None:
                break
            node, depth = child, depth + 1
            if node.entries:
                found = Match(end, node, depth, word, whole=True)
            elif self._opening_words and depth >= self._opening_words and len(node.below) == 1:
                found = Match(end, node, depth, word, whole=False)
        return found


def _misspelt(node: Node, word: str) -> Node | None:
    if len(node.children) > 40:  # too much choice for a guess
        return None
    close = [child for name, child in node.children.items() if nearly(name, word)]
    return close[0] if len(close) == 1 else None


def telling_words(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Give the end and the folded form of each telling word from `start`, as far as one name can reach."""
    at, skipped = start, 0
    while (match := WORD.match(text, at)) is not None:
        word = fold_word(match.group())
        if word in STOP and at != start:
            skipped += 1
            if skipped > _MAX_SKIPPED:
                return
        else:
            skipped = 0
            yield match.end(), word
        at = _next_word(text, match.end())


def _next_word(text: str, end: int) -> int:
    if _NEW_ITEM.match(text, end):
        return len(text)
    gap = _BETWEEN.match(text, end)
    at = gap.end() if gap else end
    aside = _ASIDE.match(text, at - 1 if at > end and text[at - 1] == "(" else at)
    if aside:
        gap = _BETWEEN.match(text, aside.end())
        at = gap.end() if gap else aside.end()
    return at
