"""Holding the archive for a change, and finishing a change that was interrupted."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from archivist.errors import ArchivistError
from archivist.ingest.deriving import derive
from archivist.store import Archive, journal
from archivist.store.bag import write_bag
from archivist.store.inventory import update_manifest
from archivist.store.lock import sole_writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from archivist.store.bag import Bag


@contextmanager
def writing(project: Path) -> Iterator[None]:
    """Hold the archive's lock; a change interrupted earlier is finished or undone first.

    Raises:
        ArchivistError: there is no archive, or another archivist is writing to it.
    """
    archive = Archive(project)
    archive.ids()  # raises where there is no archive
    with sole_writer(archive.folder):
        finish(project)
        try:
            yield
        except Exception:
            if not journal.pending(archive.folder):
                journal.close(archive.folder)
            raise


def put_bags(project: Path, bags: Iterable[Bag]) -> None:
    """Write these bags, all or none, in place of those that have their ids; for the holder of the lock."""
    folder = Archive(project).folder
    ids = []
    for bag in bags:
        write_bag(journal.staging(folder, bag.id), bag)
        ids.append(bag.id)
    journal.commit(folder, ids)
    finish(project)


def finish(project: Path) -> None:
    """Carry out a committed change to its end, derived files included; for the holder of the lock."""
    folder = Archive(project).folder
    if ids := journal.pending(folder):
        journal.carry_out(folder)
        update_manifest(folder, ids)
        derive(project, ids)
    if journal.is_unsettled(folder):
        journal.close(folder)


def settle(project: Path) -> None:
    """Finish or undo an interrupted change, if there is one and nobody is at work on it."""
    folder = Archive(project).folder
    if folder.is_dir() and journal.is_unsettled(folder):
        with suppress(ArchivistError), sole_writer(folder, wait=0):
            finish(project)
