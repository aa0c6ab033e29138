"""A folded copy of a text, for finding what people paste, with an exact map back.

Folding makes alike what a word processor, a browser or a PDF reader changes: white space and line ends, quotation
marks, ellipses, hyphens, soft hyphens and spaces without width, and the two ways to write an accented letter (Unicode
NFC and NFD). It finds; it proves nothing. `verify-core.js` of the site folds in the same way.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_SOFT_HYPHEN = "\u00ad"
_UNSEEN = f"{_SOFT_HYPHEN}\u200b\u2060\ufeff"
BLANK = "\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"  # White_Space of Unicode
_MARKS = dict.fromkeys("‘’‚‛′´`‹›", "'") | dict.fromkeys("“”„‟″«»", '"') | {"…": "..."}
_HYPHENS = dict.fromkeys("\u2010\u2011", "-")
_ALIKE = _MARKS | _HYPHENS
_FOLDED = re.compile(rf"[{BLANK}{_UNSEEN}]+|[`\u0080-\U0010ffff]")
_AT_ENDS = _UNSEEN + "".join(re.findall(f"[{BLANK}]", "".join(map(chr, range(0x3001)))))
_PASTED = re.compile(rf"(?P<first>[^{BLANK}]+)[{BLANK}]+(?P<rest>[^{BLANK}].*)", re.DOTALL)
_LINE_END = re.compile(r"[\r\n\u2028\u2029\x85]")
_OF_MAIL = re.compile(r"(?:^|(?<=[\r\n]))[ \t]*>[> \t]*")  # what programs for mail put before lines that they quote
_NO_WIDTH = "\u200b"
_DIVIDED = re.compile(r"(?<=[^\W\d_])[-\u2010][ \t]*(?:\r\n|[\r\n\u2028])[ \t]*(?=[^\W\d_])")
_UNSEEN_RUN = re.compile(rf"[{BLANK}]*[{_UNSEEN}][{BLANK}{_UNSEEN}]*")


def without_blanks(quoted: str) -> str:
    """Give a quotation without white space and what has no width at its ends."""
    return quoted.strip(_AT_ENDS)


def first_and_rest(pasted: str) -> tuple[str, str]:
    """Part a first word from the words after it, as they are; the rest is empty where there is but one word."""
    found = _PASTED.fullmatch(pasted.lstrip(_AT_ENDS))
    return (found["first"], found["rest"]) if found else (without_blanks(pasted), "")


class Folded(NamedTuple):
    """A folded text and, for each of its code points and its end, where the original's piece begins."""

    text: str
    offsets: tuple[int, ...]  # code points of the original; one more than `text` has


def fold(text: str) -> str:
    """Fold a text without a map, fast."""
    return _FOLDED.sub(lambda found: _folded(found[0]), text)


def without_unseen(text: str) -> str:
    """Fold away soft hyphens and what has no width, with the white space around them, and nothing else: faster."""
    if not any(letter in text for letter in _UNSEEN):
        return text
    return _UNSEEN_RUN.sub(lambda found: _folded(found[0]), text)


def fold_with_map(text: str) -> Folded:
    """Fold a text and keep where each code point came from."""
    pieces: list[str] = []
    offsets: list[int] = []
    copied = 0
    for found in _FOLDED.finditer(text):
        folded = _folded(found[0])
        pieces += (text[copied : found.start()], folded)
        offsets += range(copied, found.start())
        offsets += [found.start()] * len(folded)
        copied = found.end()
    pieces.append(text[copied:])
    offsets += range(copied, len(text) + 1)
    return Folded("".join(pieces), tuple(offsets))


@lru_cache(maxsize=4096)
def _folded(piece: str) -> str:
    if piece in _ALIKE:
        return _ALIKE[piece]
    if not (piece.isspace() or set(piece) & set(_UNSEEN)):
        return unicodedata.normalize("NFD", piece)
    if piece[0] == _SOFT_HYPHEN and _LINE_END.search(piece):
        return ""  # a word that was divided at the end of a line
    return " " if piece.strip(_UNSEEN) else ""


def undivided(quoted: str) -> Iterator[str]:
    """Give a quotation without what was put in at its line ends, in as many characters: none where nothing was.

    Before its lines stand no marks of mail. Words that hyphens divide there are whole: first as if every hyphen divided
    a word, then as if each belonged to it: "long-" and "term".
    """
    lines = _OF_MAIL.sub(lambda found: " " * len(found[0]), quoted)
    if lines != quoted:
        yield lines
    if _DIVIDED.search(lines):
        yield _DIVIDED.sub(lambda found: _SOFT_HYPHEN + found[0][1:], lines)
        yield _DIVIDED.sub(lambda found: found[0][0] + _NO_WIDTH * (len(found[0]) - 1), lines)


def has_line_end(piece: str) -> bool:
    return _LINE_END.search(piece) is not None


def kind_of(source: str, quoted: str) -> str:
    """Name the difference between two pieces that fold alike."""
    both = source + quoted
    if _LINE_END.search(both):
        return "line end"
    if any(mark in _MARKS for mark in both) or both.strip(" \t>") == "" != both.strip(" \t"):
        return "ellipsis" if "…" in both else "quotation mark"
    if any(mark in _HYPHENS for mark in both):
        return "hyphen"
    if _SOFT_HYPHEN in both:
        return "soft hyphen"
    return "space" if both.isspace() or any(letter in both for letter in _UNSEEN) else "composition"
