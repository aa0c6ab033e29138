"""Small indices made of texts, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.search.reading import Index
from archivist.search.units import Collection, Mentioned, Named, Passage, Unit
from archivist.search.writing import write_index

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


def unit(id: str, *paragraphs: str, **fields: object) -> Unit:
    """Make a unit of the year that its id begins with; `notes` are of its first paragraph."""
    notes = fields.pop("notes", ())
    passages = [Passage(n, text, notes if n == 1 else ()) for n, text in enumerate(paragraphs, 1)]
    about = {
        "title": "Untitled",
        "digest": "a6c7f4b13505211d",
        "size": (len(paragraphs), sum(map(len, paragraphs))),
        "heading": "",
        "date": id[:4],
        "day": f"{id[:4]}-01-01",
        "type": "report",
        "language": "en",
        "facets": {"year": [id[:4]]},
        "mentioned": {},
    }
    return Unit(document=id, address=f"documents/{id}.html", passages=passages, **(about | fields))


def mentions(*paragraphs: int, words: str = "") -> Sequence[Mentioned]:
    return [Mentioned(paragraph, words) for paragraph in paragraphs]


def index_of(folder: Path, units: Iterable[Unit], entries: Sequence[Named] = ()) -> Index:
    return Index(folder / write_index(folder, units, Collection("sma", entries), state={}))
