"""Other ways to write a word: in one what hyphens or signs of thousands part, and with the accents that folding drops.

`variants.js` does the same in the browser; tests/conformance/test_search.py holds the two together.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from archivist.search.terms import DROPPED, HAS_UNSPACED, POSSESSIVE, tokens, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from archivist.search.terms import Token

_HYPHEN = re.compile("[-\u2010\u2011]")
_MOST_PARTS = 4
# A number whose thousands are parted: 1,234 or 1.234 or 1’234 or, with blanks that keep it together, 1 234.
_GROUPED = re.compile(r"(?<![\w.,])([1-9][0-9]{0,2})(?:([.,'\u2019\u00a0\u2009\u202f])[0-9]{3})(?:\2[0-9]{3})*(?![\w])")
_MAY_BE_GROUPED = re.compile("[0-9][.,'\u2019\u00a0\u2009\u202f][0-9]{3}")  # as most texts are not, soon told
_GROUP = re.compile("[0-9]+")
# Where letters with accents are encoded: a text without any of these has none.
_MAY_BE_ACCENTED = re.compile("[\u00c0-\u024f\u0300-\u036f\u0386-\u045f\u1e00-\u1fff]")
# What folding takes off a letter: the Latin, Greek and Cyrillic combining marks, and strokes.
_ACCENT = re.compile("[\u0300-\u036fđøł]")
_UNCOUNTED = str.maketrans(dict.fromkeys(DROPPED, ""))


class Compound(NamedTuple):
    """Words that hyphens join, as one: “co-operation”, “C-190”; or a number in groups: “1,234”."""

    term: str
    apart: str  # its terms, parted by spaces
    first: int  # which token of the text is its first
    last: int


class Variants(NamedTuple):
    """The variants of a text's words."""

    compounds: Sequence[Compound]
    accented: Sequence[tuple[int, str]]  # number of the token, the word with its accents


def variants(text: str, found: Sequence[str]) -> Variants:
    """Give the variants of a text's words, which has at least these terms; most texts have none."""
    if not _MAY_BE_ACCENTED.search(text):
        return Variants(_quick_compounds(text, found) if _has_compounds(text) else (), ())
    placed = list(tokens(text))
    surfaces = (accented(text[token.start : token.end]) for token in placed)
    return Variants(compounds(text, placed), [(number, surface) for number, surface in enumerate(surfaces) if surface])


def _quick_compounds(text: str, found: Sequence[str]) -> list[Compound]:
    """Give the compounds of a text whose terms are known, without making tokens."""
    ends = [word.end() for word in words().finditer(text.replace("_", " "))]
    if len(found) < len(ends) or not all(found[: len(ends)]) or HAS_UNSPACED.search(text):
        return compounds(text, list(tokens(text)))
    return _joined(text, dict(zip(ends, range(len(ends)), strict=True)), found)


def compounds(text: str, placed: Sequence[Token]) -> list[Compound]:
    """Give the compounds of a text, of two to four words or groups of digits; “2018-19” is none."""
    if not _has_compounds(text):
        return []
    return _joined(text, {token.end: n for n, token in enumerate(placed)}, [token.term for token in placed])


def _joined(text: str, numbers: Mapping[int, int], names: Sequence[str]) -> list[Compound]:
    """Join what hyphens join; `numbers` are those of the tokens by where they end, `names` their terms."""
    whole = text.replace("_", " ")
    hyphens = (hyphen.start() for hyphen in _HYPHEN.finditer(text))
    before = [numbers[at] for at in hyphens if at in numbers and words().match(whole, at + 1)]
    made = (_compound(first, last + 1, names) for first, last in _chains(before))
    found = [one for one in made if one is not None]
    return sorted([*found, *_grouped(text, numbers, names)], key=lambda one: one.first)


def _has_compounds(text: str) -> bool:
    return bool(_HYPHEN.search(text) or _MAY_BE_GROUPED.search(text))


def _grouped(text: str, numbers: Mapping[int, int], names: Sequence[str]) -> Iterator[Compound]:
    """Give the numbers of a text whose thousands are parted, as one word each."""
    for found in _GROUPED.finditer(text) if _MAY_BE_GROUPED.search(text) else ():
        groups = _GROUP.findall(found[0])
        first = numbers.get(found.end(1), -1)
        last = first + len(groups) - 1
        if len(groups) <= _MOST_PARTS and first >= 0 and list(names[first : last + 1]) == groups:
            yield Compound("".join(groups), " ".join(groups), first, last)


def _chains(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the first and the last of numbers that follow one another."""
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        chain = [number for _, number in group]
        yield chain[0], chain[-1]


def _compound(first: int, last: int, names: Sequence[str]) -> Compound | None:
    parts = names[first : last + 1]
    term = "".join(parts)
    if len(parts) > _MOST_PARTS or term.isdecimal() or HAS_UNSPACED.search(term):
        return None
    return Compound(term, " ".join(parts), first, last)


def accented(word: str) -> str:
    """Give a word in lower case with its accents, composed; empty where it has none."""
    if word.isascii():
        return ""
    lower = unicodedata.normalize("NFKD", POSSESSIVE.sub("", word)).lower().translate(_UNCOUNTED)
    return unicodedata.normalize("NFC", lower) if _ACCENT.search(lower) else ""
