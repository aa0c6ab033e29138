"""From text to terms: what the index holds and what a query is looked up by.

`terms.js` does the same in the browser; tests/conformance/test_search.py holds the two together.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from archivist.text.words import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Iterator

# An orthographic unit: a letter with its marks and stacked consonants. Dictionaries of two browsers cut words
# differently (decision 13), so that overlapping pairs of these units are the terms.
_UNIT = re.compile(
    "[\u0e01-\u0e30\u0e32\u0e33\u0e3f-\u0e46][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*"
    "|[\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec7\u0edc-\u0eff][\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecf]*"
    "|[\u1000-\u102a\u103f\u1050-\u1055\u105a-\u109f](?:\u1039[\u1000-\u1021]|[\u102b-\u1038\u103a-\u103e\u1056-\u1059])*"
    "|[\u1780-\u17b3\u17d7\u17dc](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3])*"
    "|.",
    re.DOTALL,
)
_RUN = re.compile(f"[{UNSPACED}\u200b]+")
HAS_UNSPACED = re.compile(f"[{UNSPACED}]")
# Zeros of decimal digits that are folded to 0–9: Arabic, Persian, Devanagari, Bengali, Thai, Lao, Burmese, Khmer.
_ZEROS = (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0x0ED0, 0x1040, 0x17E0)
_FOLDS = {"đ": "d", "ß": "ss", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ς": "σ"}
DROPPED = "!'\u2019\u02bc\u00ad\u200c\u200d\u2060"  # stand within words and do not count
_TABLE = str.maketrans(
    {chr(zero + digit): str(digit) for zero in _ZEROS for digit in range(10)}
    | _FOLDS
    | dict.fromkeys([*map(chr, range(0x300, 0x370)), *DROPPED], "")
)
POSSESSIVE = re.compile("['\u2019\u02bc][sS]$")


class Token(NamedTuple):
    """A term where it stands."""

    term: str
    start: int  # code points of the text
    end: int
    paired: bool  # two orthographic units of a script without spaces


def terms(text: str) -> list[str]:
    """Give the terms of a text in their order."""
    if HAS_UNSPACED.search(text):
        return [token.term for token in tokens(text)]
    return [term for term in map(fold, words().findall(text.replace("_", " "))) if term]


def tokens(text: str) -> Iterator[Token]:
    """Give the terms of a text and where they stand."""
    text = text.replace("_", " ")
    if not HAS_UNSPACED.search(text):
        found = [(fold(word[0]), word.start(), word.end(), False) for word in words().finditer(text)]
        yield from [Token._make(one) for one in found if one[0]]
        return
    for word in words().finditer(text):
        run = HAS_UNSPACED.search(word.group())
        if run is None:
            yield from _word(word.group(), word.start())
        else:
            yield from _mixed(word.group(), word.start())


def _word(surface: str, start: int) -> Iterator[Token]:
    term = fold(surface)
    if term:
        yield Token(term, start, start + len(surface), paired=False)


def _mixed(surface: str, start: int) -> Iterator[Token]:
    """Part a word in which scripts with and without spaces meet."""
    done = 0
    for run in _RUN.finditer(surface):
        yield from _word(surface[done : run.start()], start + done)
        yield from _pairs(run.group(), start + run.start())
        done = run.end()
    yield from _word(surface[done:], start + done)


def _pairs(run: str, start: int) -> Iterator[Token]:
    units = [unit for unit in _UNIT.finditer(run) if unit.group() != "\u200b"]
    if len(units) == 1:
        yield Token(units[0].group(), start + units[0].start(), start + units[0].end(), paired=True)
    for one, other in itertools.pairwise(units):
        yield Token(one.group() + other.group(), start + one.start(), start + other.end(), paired=True)


@cache
def words() -> re.Pattern[str]:
    """Compile what a word is: letters, digits and marks; signs such as the one of INSP!R only between two of them.

    An apostrophe joins an English ending of one or two letters; otherwise it parts words, as in “l’école”.
    """
    marks = "".join(chr(code) for code in range(0x300, 0x10000) if unicodedata.category(chr(code))[0] == "M")
    letter = f"[\\w{marks}]"
    joined = f"[!\u00ad\u200c\u200d\u2060](?={letter})|['\u2019\u02bc](?={letter}{{1,2}}(?!{letter}))"
    joined += f"|(?<=[{UNSPACED}])\u200b(?=[{UNSPACED}])"
    return re.compile(f"{letter}(?:{letter}|{joined})*")


@lru_cache(maxsize=1 << 18)
def fold(word: str) -> str:
    """Fold a word: case, accents, width, the possessive, digits of other scripts."""
    if word.isascii() and word.isalnum():
        return word.lower()
    bare = POSSESSIVE.sub("", word)
    return unicodedata.normalize("NFKD", bare).lower().translate(_TABLE)
