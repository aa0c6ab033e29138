"""A document as the rest of the house reads it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from archivist.text import paragraphs, text_digest

if TYPE_CHECKING:
    from pathlib import Path

    from archivist.model import Paragraph
    from archivist.store.record import Record


@dataclass(frozen=True)
class Document:
    """One bag, read: its record, its reading text, and where its original lies."""

    id: str
    record: Record
    text: str  # the reading text
    original: Path
    original_sha256: str  # hexadecimal, of the original's bytes as they are now
    accessioned: str  # date of the first event, ISO 8601
    absent_sha256: str = ""  # of the reading text, where the edition that this was restored from withheld it
    record_sealed: bool = True  # False: the record was edited since

    @cached_property
    def text_sha256(self) -> str:
        """SHA-256 of the reading text in UTF-8."""
        return self.absent_sha256 or text_digest(self.text)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return paragraphs(self.text, self.record.layout)
