"""The page that opens the documents of a volume, as Typst code: what it holds, at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.dates import printed_date
from archivist.edition.ink import literal

if TYPE_CHECKING:
    from archivist.edition.ink import Ink
    from archivist.edition.volume import Chapter, Volume


def half_title_code(volume: Volume, *, ink: Ink) -> str:
    """Write how many documents there are, and of each its date, title, identifier, creators, length and page."""
    count = len(volume.chapters)
    held = f"{count} document{'' if count == 1 else 's'}{' in this volume' if volume.imprint.volumes > 1 else ''}."
    rows = "".join(f"{_row(chapter, ink=ink)},\n" for chapter in volume.chapters)
    return f'half-title("documents", "The documents", {literal(held)}, (\n{rows}));\n'


def _row(chapter: Chapter, *, ink: Ink) -> str:
    document = chapter.document
    date = "date unknown" if document.record.date == "unknown" else printed_date(document.record.date)
    place = literal(f"document:{document.id}")
    return f"({place}, {literal(date)}, {ink.verbatim(document.record.title)}, {ink.verbatim(_details(chapter))})"


def _details(chapter: Chapter) -> str:
    """Give identifier, creators and length: "2019-blog. Ana, Ben. 61 paragraphs in 7 parts"."""
    record = chapter.document.record
    creators = ", ".join(name for name in record.creator if name != "unknown")
    return ". ".join(filter(None, (chapter.document.id, creators, _length(chapter))))


def _length(chapter: Chapter) -> str:
    if chapter.withheld:
        return "Text withheld"
    count, parts = len(chapter.document.paragraphs), len(chapter.document.record.part)
    length = f"{count} paragraph{'' if count == 1 else 's'}"
    return f"{length} in {parts} parts" if parts > 1 else length
