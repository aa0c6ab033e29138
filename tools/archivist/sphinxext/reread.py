"""The archive as a build reads it: each document is asked for by several steps, and need not be read for each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from archivist.store import Archive

if TYPE_CHECKING:
    from archivist.store import Document

_ROOM = 16_000_000  # code points of texts that are kept, of 2,000 documents of 7 kB; each record takes about as much


@dataclass(frozen=True)
class BuildArchive(Archive):
    """An archive whose documents are kept from one step of a build to the next, as many as there is room for.

    The first that are read are kept, and not the last: each step goes through all of them, one after another.
    """

    kept: dict[str, Document] = field(default_factory=dict, compare=False, repr=False)
    room: list[int] = field(default_factory=lambda: [_ROOM], compare=False, repr=False)  # what is left of it

    def document(self, id: str) -> Document:
        document = self.kept.get(id)
        return document or self._keep(super().document(id))

    def forget(self) -> None:
        """Read all documents anew: a build begins."""
        self.kept.clear()
        self.room[0] = _ROOM

    def _keep(self, document: Document) -> Document:
        size = len(document.text)
        if size <= self.room[0]:
            self.kept[document.id] = document
            self.room[0] -= size
        return document
