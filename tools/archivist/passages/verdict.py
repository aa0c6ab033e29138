"""What verifying a passage or a quotation comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from archivist.model import Span
    from archivist.passages.comparing import Difference

Word = Literal["EXACT", "SAME WORDS", "MOVED", "ALTERED", "NOT HERE"]
EXIT_STATUS: dict[Word, int] = {"EXACT": 0, "SAME WORDS": 3, "MOVED": 4, "ALTERED": 5, "NOT HERE": 6}


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand in a document, and how a quotation differs from them."""

    document: str  # id
    identifier: str  # of the words themselves, with code and digest
    paragraphs: str  # identifier of the paragraphs that hold them
    span: Span
    words: str  # the slice of the reading text
    text_sha256: str  # of the reading text in UTF-8, hexadecimal: the proof
    original_sha256: str
    differences: tuple[Difference, ...] = ()
    begins_inside: str = ""  # the word of the source that the words begin inside; empty: they begin between words
    ends_inside: str = ""  # likewise for their end

    @property
    def cuts(self) -> str:
        """Say which words of the source these are cut out of; empty where they are whole words."""
        sides = (("begins", self.begins_inside), ("ends", self.ends_inside))
        return " and ".join(f"{verb} inside the word {word!r}" for verb, word in sides if word)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer; only EXACT is proof."""

    word: Word
    places: tuple[Place, ...] = ()  # the best first; where there are many, the first of them
    more: int = 0  # documents that hold the words too and are not among the places
    remark: str = ""  # what else there is to say, in a sentence

    @property
    def exit_status(self) -> int:
        return EXIT_STATUS[self.word]
