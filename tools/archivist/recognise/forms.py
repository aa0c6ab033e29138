"""Literal forms, filed word by word: the cost of a look-up does not grow with the number of forms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archivist.recognise.fold import STOP, WORD, fold_word, nearly, skeleton
from archivist.recognise.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterable

# What may stand between two words of one name; a bracketed abbreviation may, too: "Community (ASCC) Blueprint".
_BETWEEN = re.compile(
    r"(?:\.(?=\)))?[ \t\xa0\u2000-\u200a\u202f()’'‘“”\",:/–-]{0,6}(?:\r\n|\n|\r)?[ \t\xa0\u2000-\u200a()’'“”\"]{0,6}"
)
_ASIDE = re.compile(r"\(\s?[A-Z][a-z-]{0,8}[A-Z][A-Za-z-]{0,8}\s?\)")  # two capitals: "(Women)" is the title's
_INITIALS = re.compile(r"\(\s?([A-Z][a-z]{2,7})\s?\)")  # "(Ascc)"
_LETTERS_OF_WORDS = re.compile(r"[^\W\d_]+")
_LONGEST_SPELT_OUT = 100  # code points of a name before its initials
_NEW_ITEM = re.compile(r"[,:]\s+(?:the|a|an|la|le|les|el|das|der|die|de|het)\s")  # another name follows
_BODIES = frozenset({"ilo", "oit", "iao", "asean", "anase"})  # "Déclaration ⟨de l'OIT⟩ sur la justice sociale"
_NO_END = _BODIES | {"&"}  # a title's opening words go on after these
_OPENS = "("  # stands in the tree where a form opens a bracket
_HYPHENS = frozenset("-‐\xad")
_BROKEN = re.compile(r"[-‐\xad][ \t]*\r?\n[ \t]*([^\W\d_]+)")  # a word at the end of a line: "Recom-\nmendation"
_PLAIN_WORD = re.compile(r" ([^\W\d_]++|\d++)(?![-‐\xad])")
_ENDS = frozenset(".;!?[]") | {""}  # marks, and the end of the text, that end a name
_REPEATED = re.compile(r"\b([^\W\d_]+)-\1\b", re.IGNORECASE)
_TWICE = re.compile(r"-([^\W\d_]+)")  # the plural of Indonesian: "Hak-hak"
_YEAR_DIGITS = 4
_MOST_KEPT = 4_096  # words that are remembered at a place; a bound for long-running use
_MAX_SKIPPED = 6  # words in a row that tell nothing


class Step(NamedTuple):
    """Where a word leads from a place in the tree of forms."""

    node: Node | None  # the place reached, if a form goes on so
    word: str  # folded


class Node:
    """A place in the tree of forms."""

    __slots__ = ("below", "children", "dated", "depth", "ends", "entries", "initials", "steps")

    def __init__(self, depth: int = 0) -> None:
        """Make a place to which so many telling words lead."""
        self.depth = depth
        self.steps = Remembered(self._step, at_most=_MOST_KEPT)  # by words as texts write them
        self.children: dict[str, Node] = {}
        self.initials: dict[str, list[str]] = {}  # the children's names by first letter
        self.entries: tuple[str, ...] = ()  # ids whose form ends here
        self.below: set[str] = set()  # ids whose forms pass through or end here
        self.dated = False  # a form goes on with a year: "ASEAN Vision ⟨2020⟩"
        self.ends = False  # a name may end here

    def _step(self, written: str) -> Step:
        """Say where a word leads, perhaps misspelt."""
        word = fold_word(written)
        return Step(self.children.get(word) or self._misspelt(word), word)

    def child(self, word: str) -> Node:
        """Give the child for a folded word, made if it is not there."""
        if word not in self.children:
            self.children[word] = Node(self.depth + (word != _OPENS))
            self.initials.setdefault(word[0], []).append(word)
            self.dated = self.dated or _is_year(word)
        return self.children[word]

    def _misspelt(self, word: str) -> Node | None:
        """Give the one child that a telling word is nearly."""
        if word in STOP or word in _BODIES:
            return None
        close = [name for name in self.initials.get(word[0], ()) if nearly(name, word)]
        return self.children[close[0]] if len(close) == 1 else None


class Match(NamedTuple):
    """The longest form found at a place."""

    end: int
    node: Node
    depth: int  # telling words matched
    last: str  # the last telling word, folded; empty if a year follows that no form has
    whole: bool  # a form ends here; else it is the beginning of forms that no other entry shares


class Forms:
    """A tree of forms by their telling words."""

    def __init__(self, pairs: Iterable[tuple[str, str]], *, opening_words: int = 0) -> None:
        """File pairs of form and entry id.

        With `opening_words` n, the first n words or more of a form are enough where only one entry's forms have them.
        """
        self._root = Node()
        self._opening_words = opening_words
        self._open: set[str] = set()  # first words after which a word that tells nothing may stand: "Convention on"
        for form, entry in pairs:
            words = _form_words(form)
            self._file(words, entry)
            self._file(tuple(word for word in words if word != _OPENS), entry)
            first, second = (*map(fold_word, WORD.findall(form)[:2]), "", "")[:2]
            if second in STOP or second in _BODIES:
                self._open.add(first)
        self._tell_ends()

    def _file(self, words: tuple[str, ...], entry: str) -> None:
        node = self._root
        for word in words:
            node = node.child(word)
            node.below.add(entry)
        if words and entry not in node.entries:
            node.entries = (*node.entries, entry)

    def _tell_ends(self) -> None:
        """Say of each place whether a name may end there: where a form does, or enough words of only one entry's."""
        nodes = [self._root]
        while nodes:
            node = nodes.pop()
            for word, child in node.children.items():
                enough = 0 < self._opening_words <= child.depth and len(child.below) == 1 and word not in _NO_END
                child.ends = bool(child.entries) or enough
                nodes.append(child)

    def begins(self, word: str) -> Node | None:
        """Give the place of the forms of more than one word that begin with a word, if there are any."""
        node = self._root.children.get(fold_word(word))
        return node if node is not None and node.children else None

    def may_go_on(self, word: str, following: str) -> bool:
        """Tell whether a form can begin with two words, the second perhaps misspelt or not telling."""
        node, folded = self.begins(word), fold_word(following)
        if node is None:
            return False
        if folded in STOP or folded in _BODIES:
            return fold_word(word) in self._open
        return node.steps[following].node is not None

    def match(self, text: str, end: int, node: Node) -> Match | None:
        """Find the longest form that goes on at `end`, after its first word, which led to `node`."""
        skipped, open_brackets, found = 0, 0, None
        while node.children:
            before = end
            if plain := _PLAIN_WORD.match(text, end):  # nearly always
                end = plain.end()
                child, word = node.steps[plain[1]]
            else:
                end, written, node, brackets = _read_on(text, end, node)
                open_brackets += brackets
                if not written or open_brackets < 0:  # a bracket that the form has not ends the name
                    break
                child, word = node.steps[written]
            if child is not None:
                node, skipped = child, 0
                if node.ends:
                    found = end, node, word
            elif _may_be_left_out(word, skipped):
                skipped += 1
            else:
                if self._opening_words and node.dated and _is_year(word) and (found is None or found[1] is not node):
                    return Match(before, node, node.depth, "", whole=False)  # "ASEAN Vision" 2030, which no form has
                break
        return Match(found[0], found[1], found[1].depth, found[2], whole=bool(found[1].entries)) if found else None


def _is_year(word: str) -> bool:
    return len(word) == _YEAR_DIGITS and word.isdecimal()


def _form_words(form: str) -> tuple[str, ...]:
    """Give the telling words of a form, with a mark where a bracket opens."""
    words = [word for part in form.split("(") for word in (_OPENS, *skeleton(_REPEATED.sub(r"\1", part)))]
    return tuple(words[1:])


def _read_on(text: str, end: int, node: Node) -> tuple[int, str, Node, int]:
    """Read the next word of a name over whatever may stand between two.

    Gives its end, the word as written (empty if the name cannot go on), the place reached in the tree and the
    brackets that opened (or, negative, closed) on the way.
    """
    if text[end : end + 1] in _ENDS and not text.startswith(".)", end):  # nearly always
        return end, "", node, 0
    at = next_word(text, end, asides=_OPENS not in node.children or not text[end - 1].isupper())
    if at == len(text):
        return at, "", node, 0
    gap = text[end:at]
    brackets = gap.count("(") - gap.count(")")
    if brackets > 0 and _OPENS not in node.children:  # the bracket begins another name: an alias
        return at, "", node, brackets
    node = node.children[_OPENS] if brackets > 0 else node
    end, word = _read_word(text, at, node)
    if "," in gap and fold_word(word) in _BODIES:  # of a list: "the ASEAN Charter, ⟨ASEAN⟩ Vision 2020"
        return end, "", node, brackets
    return end, word, node, brackets


def _read_word(text: str, at: int, node: Node) -> tuple[int, str]:
    """Give the end of the word at a place, and the word; empty if there is none.

    A word broken at the end of a line is read whole if a form has it so, one said twice ("Hak-hak") as one.
    """
    match = WORD.match(text, at)
    if match is None:
        return at, ""
    end, word = match.end(), match.group()
    if text[end : end + 1] in _HYPHENS:
        if (broken := _BROKEN.match(text, end)) and fold_word(whole := word + broken[1]) in node.children:
            return broken.end(), whole
        if (twice := _TWICE.match(text, end)) and fold_word(twice[1]) == fold_word(word):
            return twice.end(), word
    return end, word


def _may_be_left_out(word: str, skipped: int) -> bool:
    """Tell whether a word tells nothing, after so many that did not: "&" only as a slip ("for and ASEAN Community")."""
    return skipped < _MAX_SKIPPED and (word in STOP or word in _BODIES or (word == "&" and skipped > 0))


def next_word(text: str, end: int, *, asides: bool) -> int:
    """Give the start of the next word of one name, over blanks, marks and, if it may be one, a bracketed abbreviation.

    In a line of capitals a bracket is of the title where titles have one: "NIGHT WORK (WOMEN) CONVENTION".
    """
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isalnum():
        return end + 1
    if text.startswith((",", ":"), end) and _NEW_ITEM.match(text, end):
        return len(text)
    at = _over(_BETWEEN, text, end)
    opened = at - 1 if at > end and text[at - 1] == "(" else at
    aside = _aside(text, end, opened) if asides and text.startswith("(", opened) else None
    return _over(_BETWEEN, text, aside.end()) if aside else at


def _aside(text: str, end: int, at: int) -> re.Match[str] | None:
    """Give the bracketed abbreviation at a place: by its capitals, or as the initials of the words up to `end`."""
    if aside := _ASIDE.match(text, at):
        return aside
    initials = _INITIALS.match(text, at)
    words = _LETTERS_OF_WORDS.findall(text[max(0, end - _LONGEST_SPELT_OUT) : end]) if initials else []
    spelt_out = "".join(word[0] for word in words).lower()
    return initials if initials and spelt_out.endswith(initials[1].lower()) else None


def _over(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
