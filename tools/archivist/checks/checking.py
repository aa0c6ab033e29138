"""The check: every rule about descriptions and derived files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.checks.derived import bibliography_stale, schema_stale, stub_missing, stub_orphan
from archivist.checks.descriptions import faults_of, reading_changed
from archivist.checks.glossary import glossary_faults, ruling_faults
from archivist.checks.holdings import Holdings
from archivist.checks.references import references_syntax
from archivist.checks.relations import relation_dangling
from archivist.checks.works import work_faults
from archivist.errors import ArchivistError
from archivist.store import Archive, Document
from archivist.store.identifiers import malformed_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from archivist.model import Fault

# A rule about the project as a whole goes here, in one line.
PROJECT_RULES: tuple[Callable[[Holdings], Iterator[Fault]], ...] = (
    relation_dangling,
    stub_missing,
    stub_orphan,
    bibliography_stale,
    schema_stale,
    glossary_faults,
    references_syntax,
    work_faults,
)


def check(project: Path, ids: Iterable[str] = ()) -> tuple[Fault, ...]:
    """Check the descriptions of these documents; without ids, of all of them, and the project as a whole.

    Raises:
        ArchivistError: the project has no archive, or not one of the documents.
    """
    archive = Archive(project)
    chosen = tuple(ids)
    archive.require(chosen)
    documents: dict[str, Document] = {}
    faults: list[Fault] = []
    for id in chosen or archive.ids():
        faults += _faults_of(archive, id, documents)
    holdings = Holdings(project, chosen or archive.ids(), documents)
    rules = (ruling_faults,) if chosen else PROJECT_RULES
    faults += [fault for rule in rules for fault in rule(holdings)]
    return tuple(faults)


def _faults_of(archive: Archive, id: str, documents: dict[str, Document]) -> Iterator[Fault]:
    """Find the faults of one document, and note it among the documents where it can be read."""
    if fault := malformed_id(id):
        yield fault
    try:
        documents[id] = archive.document(id)
        events = archive.events(id)
    except ArchivistError as error:
        yield from error.faults
        return
    yield from faults_of(documents[id])
    yield from reading_changed(documents[id], events)
