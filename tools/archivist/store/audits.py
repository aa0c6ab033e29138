"""archive/audits.jsonl: the log of audits, chained like the documents' events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.store.disk import replace_file
from archivist.store.events import Event, append_event
from archivist.store.inventory import AUDITS
from archivist.store.lock import sole_writer

if TYPE_CHECKING:
    from pathlib import Path


def read_audits(folder: Path) -> bytes:
    """Give the log of the archive in `folder`, empty before the first audit."""
    try:
        return (folder / AUDITS).read_bytes()
    except FileNotFoundError:
        return b""


def log_audit(folder: Path, event: Event) -> None:
    """Append an audit to the log.

    Raises:
        OSError: the archive cannot be written to.
        ArchivistError: another archivist is writing to it.
    """
    with sole_writer(folder):
        replace_file(folder / AUDITS, append_event(read_audits(folder), event))
