"""Generated documents: sentences of the archive's own sources, put together anew, the same for the same number."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
_SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+|\n+")
_PARAGRAPHS, _SENTENCES = 14, 4  # about 7 kB a document, as the four sources have on average


class Generated(NamedTuple):
    """One document: its id and its paragraphs."""

    id: str
    year: int
    title: str
    paragraphs: list[str]

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs) + "\n"


def sentences() -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "archive").glob("*/data/*.txt"))]
    found = (sentence.strip() for text in texts for sentence in _SENTENCE_END.split(text))
    return sorted({sentence for sentence in found if len(sentence) > 40})


def documents(count: int) -> Iterator[Generated]:
    """Make documents; the first 500 of 2,000 are those of 500."""
    pool = sentences()
    for number in range(count):
        chance = random.Random(number)  # noqa: S311 (no secret: the same documents each time)
        paragraphs = [" ".join(chance.sample(pool, _SENTENCES)) for _ in range(_PARAGRAPHS)]
        year = 1990 + number % 35
        yield Generated(f"{year}-generated-{number:05d}", year, f"Generated document {number}", paragraphs)
