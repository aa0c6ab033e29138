"""Which texts of an archive may hold a quotation: told from their bytes, so that ten thousand are read in a second.

Every text in which the words stand, or most of them, is among the candidates, whatever folding drops from it or changes
in it; more may be. A text in another charset than UTF-8, in which words look otherwise as bytes, is always a candidate.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from archivist.passages.folding import fold, without_unseen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from archivist.store import Archive

_PIECES = 8  # words that are looked for: the longest
_RUNS, _RUN = 24, 12  # runs of letters that are counted, and their length
_ASCII = re.compile(r"[A-Za-z0-9]{3,}(?![^\x00-\x7f])")  # less a letter that may be composed with what follows it
_WORD = re.compile(r"[^\W_]+")
_OTHER_CHARSET = (b"\0", b"\x1b")  # UTF-16 and UTF-32; ISO 2022
# What folding drops from within words, and the one letter that it makes one of ASCII's: the sign for kelvins.
_DISGUISES = tuple(letter.encode() for letter in "\u00ad\u200b\u2060\ufeff\u212a")


class Candidate(NamedTuple):
    """A document whose text may hold a quotation."""

    id: str
    verbatim: bool  # the quotation stands in its bytes as it was given
    share: float  # of the quotation's words that stand in it
    runs: int  # of the quotation's runs of letters that stand in it: many where the words stand together
    text: str | None  # the bytes read as UTF-8; None where they are not


class _Pieces(NamedTuple):
    """Words to look for in the bytes of a text, in lower case."""

    words: tuple[bytes, ...]
    is_plain: bool  # of ASCII alone; else they are looked for in decomposed letters only


def candidates(archive: Archive, quoted: str) -> Iterator[Candidate]:
    """Give the documents that may hold a quotation, by id."""
    whole = quoted.encode("utf-8", "surrogatepass")
    pieces, runs = _pieces(quoted), _runs(quoted)
    for id in archive.ids():
        for data in _reading_texts(archive.bag(id)):
            text = _as_utf_8(data)
            share = 1.0 if text is None else _share(data, text, pieces)
            verbatim = whole in data
            if verbatim or share >= 0.5:
                lower = data.lower() if text is None else _decomposed(text)
                yield Candidate(id, verbatim, share, sum(run in lower for run in runs), text)


def _reading_texts(bag: Path) -> list[bytes]:
    """Read what holds a document's reading text: the extracted text where there is one, else the original."""
    for folder in ("text", "data"):
        files = sorted(path for path in (bag / folder).glob("*") if path.is_file())
        if files:
            return [path.read_bytes() for path in files]
    return []


def _pieces(quoted: str) -> _Pieces:
    """Give the words to look for: those of ASCII alone where they are enough, else any, decomposed."""
    folded = _lower(unicodedata.normalize("NFD", fold(quoted)))
    plain = sorted(set(_ASCII.findall(folded)), key=lambda word: (-len(word), word))
    words = sorted(set(_WORD.findall(folded)), key=lambda word: (-len(word), word))
    is_plain = len(plain) >= 3 or (plain == words and folded.isascii())
    chosen = plain if is_plain else words
    return _Pieces(tuple(word.encode() for word in chosen[:_PIECES]), is_plain)


def _runs(quoted: str) -> Sequence[bytes]:
    """Give runs of letters from all over a quotation, in lower case."""
    folded = _lower(unicodedata.normalize("NFD", fold(quoted).strip(" ")))
    step = max(1, (len(folded) - _RUN) // (_RUNS - 1))
    starts = range(0, max(1, len(folded) - _RUN + 1), step)
    return [folded[start : start + _RUN].encode("utf-8", "surrogatepass") for start in starts]


def _share(data: bytes, text: str, pieces: _Pieces) -> float:
    if not pieces.words:
        return 1.0
    is_undisguised = data.isascii() or not any(letter in data for letter in _DISGUISES)
    lower = data.lower() if pieces.is_plain and is_undisguised else _decomposed(text)
    return sum(word in lower for word in pieces.words) / len(pieces.words)


def _decomposed(text: str) -> bytes:
    """Give a text in lower case, with every accented letter in its parts and without what is not seen."""
    seen = text if text.isascii() else unicodedata.normalize("NFD", without_unseen(text))
    return _lower(seen).encode()


def _lower(text: str) -> str:
    """Put a text into lower case letter by letter: `str.lower` tells a last sigma from others."""
    return text.lower().replace("ς", "σ")


def _as_utf_8(data: bytes) -> str | None:
    if any(byte in data for byte in _OTHER_CHARSET):
        return None
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None
