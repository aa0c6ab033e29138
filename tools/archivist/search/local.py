"""The index of a project on this machine: that of its built site while it is fresh, else one of its own."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from archivist.dates import earliest_day
from archivist.glossary import load
from archivist.mentions import locate_mentions
from archivist.recognise import Recogniser
from archivist.search.collecting import Holding, collection, digest, embargo_ends, units
from archivist.search.files import current
from archivist.search.reading import Index
from archivist.search.writing import VERSION, write_index
from archivist.store import Archive
from archivist.store.access import is_shown
from archivist.store.settings import setting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from archivist.glossary import Glossary

_PLACES = ("build/html/search", "build/search")  # where an index may lie; the last is ours


def open_index(project: Path) -> Index:
    """Open a fresh index of a project; one is written if there is none.

    Raises:
        ArchivistError: the archive or the glossary cannot be read.
    """
    source = digest(project)
    for place in _PLACES:
        state = current(project / place)
        if state and state["source"] == source and state["version"] == VERSION and _lasts(state["until"]):
            return Index(project / place / state["folder"])
    root = project / _PLACES[-1]
    return Index(root / _write(project, root, source))


def _lasts(until: str) -> bool:
    return not until or dt.datetime.now(dt.UTC).date().isoformat() < until


def _write(project: Path, root: Path, source: str) -> str:
    archive = Archive(project)
    glossary = load(project / "source" / "glossary")
    holdings = list(_holdings(archive, glossary))
    closed = [archive.record(one.id).access for one in holdings if not one.open]
    collected = collection(
        holdings,
        glossary,
        address_of=lambda _: "",
        code=setting(project, "archive_code"),
    )
    state = {"source": source, "until": embargo_ends(closed)}
    return write_index(root, units(archive, holdings, glossary), collected, state=state)


def _holdings(archive: Archive, glossary: Glossary) -> Iterator[Holding]:
    recogniser = Recogniser(glossary)
    today = dt.datetime.now(dt.UTC).date()
    for id in archive.ids():
        document = archive.document(id)
        archive.require_sealed([document])
        record = document.record
        shown = is_shown(document, on=today)
        mentions = recogniser.mentions(document.text, rulings=record.rulings) if shown else ()
        located = locate_mentions(id, document.paragraphs, mentions)
        yield Holding(id, f"documents/{id}.html", shown, earliest_day(record.date), record.part, located)
