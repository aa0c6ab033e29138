"""Which texts of an archive may hold a quotation: told from their bytes, so that ten thousand are read in a second.

Every text in which the words stand, or most of them, is among the candidates; more may be. A text in another charset
than UTF-8, in which words look otherwise as bytes, is always a candidate.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from archivist.passages.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from archivist.store import Archive

_PIECES = 8  # words that are looked for: the longest
_RUNS, _RUN = 24, 12  # runs of letters that are counted, and their length
_ASCII = re.compile(r"[A-Za-z0-9]{3,}(?![^\x00-\x7f])")  # less a letter that may be composed with what follows it
_WORD = re.compile(r"[^\W_]+")


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
    is_plain: bool  # in any UTF-8; else in decomposed letters only


def candidates(archive: Archive, quoted: str) -> Iterator[Candidate]:
    """Give the documents that may hold a quotation, by id."""
    whole = quoted.encode("utf-8", "surrogatepass")
    pieces, runs = _pieces(quoted), _runs(quoted)
    for id in archive.ids():
        for data in _reading_texts(archive.bag(id)):
            share = _share(data, pieces)
            verbatim = whole in data
            if verbatim or share >= 0.5:
                lower = _decomposed(data)
                yield Candidate(id, verbatim, share, sum(run in lower for run in runs), _as_utf_8(data))


def _reading_texts(bag: Path) -> list[bytes]:
    """Read what holds a document's reading text: the extracted text where there is one, else the original."""
    for folder in ("text", "data"):
        files = sorted(path for path in (bag / folder).glob("*") if path.is_file())
        if files:
            return [path.read_bytes() for path in files]
    return []


def _pieces(quoted: str) -> _Pieces:
    """Give the words to look for: those of ASCII alone where they are enough, else any, decomposed."""
    folded = fold(quoted).lower()
    plain = sorted(set(_ASCII.findall(folded)), key=lambda word: (-len(word), word))
    words = sorted(set(_WORD.findall(folded)), key=lambda word: (-len(word), word))
    is_plain = len(plain) >= 3 or (plain == words and folded.isascii())
    chosen = plain if is_plain else words
    return _Pieces(tuple(word.encode() for word in chosen[:_PIECES]), is_plain)


def _runs(quoted: str) -> Sequence[bytes]:
    """Give runs of letters from all over a quotation, in lower case."""
    folded = fold(quoted).strip().lower()
    step = max(1, (len(folded) - _RUN) // (_RUNS - 1))
    starts = range(0, max(1, len(folded) - _RUN + 1), step)
    return [folded[start : start + _RUN].encode("utf-8", "surrogatepass") for start in starts]


def _share(data: bytes, pieces: _Pieces) -> float:
    if not pieces.words or b"\0" in data[:64] or (not pieces.is_plain and _as_utf_8(data) is None):
        return 1.0
    lower = data.lower() if pieces.is_plain else _decomposed(data)
    return sum(word in lower for word in pieces.words) / len(pieces.words)


def _decomposed(data: bytes) -> bytes:
    """Give a text's bytes in lower case and, where they are UTF-8, with every accented letter in its parts."""
    text = None if data.isascii() else _as_utf_8(data)
    return data.lower() if text is None else unicodedata.normalize("NFD", text).lower().encode()


def _as_utf_8(data: bytes) -> str | None:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None
