"""The documents of a project as exports take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.export.item import Item, complete_events
from archivist.glossary import load
from archivist.mentions import locate_mentions
from archivist.recognise import Recogniser
from archivist.store import Archive
from archivist.store.access import is_shown, today

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from archivist.export.imprint import Imprint


def gather(project: Path, imprint: Imprint, ids: Iterable[str]) -> Iterator[Item]:
    """Read documents in the order given; what a record withholds today is left out.

    Raises:
        ArchivistError: a document or the glossary cannot be read, or a text or record is not as it was sealed.
    """
    archive = Archive(project)
    glossary = load(project / "source" / "glossary")
    recogniser = Recogniser(glossary)
    day = today()
    for id in ids:
        document = archive.document(id)
        archive.require_sealed([document], records=True)
        shown = is_shown(document, on=day)
        mentions = recogniser.mentions(document.text, rulings=document.record.rulings) if shown else ()
        yield Item(
            imprint=imprint,
            document=document,
            open=shown,
            located=locate_mentions(id, document.paragraphs, mentions),
            entries=glossary.entries,
            events=complete_events(archive.events(id)),
            page=f"documents/{id}.html",
            original=f"archive/{id}/data/{document.record.original.file}",
        )
