"""Sealing a document anew after its record was edited by hand."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from archivist.checks.descriptions import faults_of, reading_changed
from archivist.checks.fixity import bag_faults
from archivist.errors import ArchivistError
from archivist.ingest.settling import put_bags, writing
from archivist.model import Fault
from archivist.store import Archive
from archivist.store.bag import MANIFESTS, TAG_MANIFESTS, Bag
from archivist.store.contents import read_contents
from archivist.store.events import Event, append_event
from archivist.store.recordfile import parse_record
from archivist.store.settings import setting

if TYPE_CHECKING:
    from pathlib import Path

    from archivist.ingest.adding import Act
    from archivist.store import Document
    from archivist.store.contents import Contents

_WRITTEN = ("bagit.txt", "bag-info.txt", "record.toml", "events.jsonl", *MANIFESTS, *TAG_MANIFESTS)


def seal(project: Path, id: str, why: str, act: Act) -> bool:
    """Seal an edited record, and log who did it and why; give False where nothing was edited.

    Raises:
        ArchivistError: there is no such document, its record does not hold, or something else in the bag has changed.
    """
    archive = Archive(project)
    with writing(project):
        archive.require([id])
        contents = read_contents(archive.bag(id))
        if not _is_edited(id, contents):
            return False
        _require_holding(archive.document(id), archive)
        record = contents.tags["record.toml"]
        put_bags(project, [_sealed(archive, id, contents, record=record, why=why, act=act)])
    return True


def revise(project: Path, id: str, record: bytes, why: str, act: Act) -> None:
    """Put a new record in place of a sealed one, seal it, and log who did it and why.

    Raises:
        ArchivistError: there is no such document, its record was edited and not sealed, something else in the bag has
            changed, or the new record does not hold.
    """
    archive = Archive(project)
    with writing(project):
        archive.require([id])
        contents = read_contents(archive.bag(id))
        _require_unedited(id, contents)
        where = f"archive/{id}/record.toml"
        _require_holding(replace(archive.document(id), record=parse_record(record, where)), archive)
        put_bags(project, [_sealed(archive, id, contents, record=record, why=why, act=act)])


def require_sealed(project: Path, id: str) -> None:
    """Refuse, before anything is asked, what `revise` would refuse.

    Raises:
        ArchivistError: there is no such document, its record was edited and not sealed, or something else in the bag
            has changed.
    """
    archive = Archive(project)
    archive.require([id])
    _require_unedited(id, read_contents(archive.bag(id)))


def _require_unedited(id: str, contents: Contents) -> None:
    if _is_edited(id, contents):
        where = f"archive/{id}/record.toml"
        message = f"the record of {id} was edited since it was sealed"
        remedy = f"`archivist seal {id} --why …`, then again"
        raise ArchivistError(Fault("record-changed", where, message, "the record as sealed", "another", remedy))


def _is_edited(id: str, contents: Contents) -> bool:
    """Tell whether the record was edited; whatever else has changed, a seal would hide."""
    faults = bag_faults(id, contents)
    others = [fault for fault in faults if fault.code != "record-changed"]
    if others:
        message = f"{id} has changed in more than its record, and a seal would hide it"
        found = f"{len(others)} other fault{'' if len(others) == 1 else 's'}"
        raise ArchivistError(
            Fault(
                "not-sound", f"archive/{id}", message, "an edited record.toml alone", found, f"`archivist audit {id}`"
            ),
            *others,
        )
    return bool(faults)


def _require_holding(document: Document, archive: Archive) -> None:
    faults = [*faults_of(document), *reading_changed(document, archive.events(document.id))]
    if faults:
        raise ArchivistError(*faults)


def _sealed(archive: Archive, id: str, contents: Contents, *, record: bytes, why: str, act: Act) -> Bag:
    event = Event(
        "metadata modification",
        act.when,
        act.agent,
        ("record.toml",),
        why,
        further={"messageDigestAlgorithm": "SHA-256", "messageDigest": hashlib.sha256(record).hexdigest()},
    )
    return Bag(
        id=id,
        payload={path: archive.bag(id) / path for path in contents.digests if path.startswith("data/")},
        record=record,
        events=append_event(contents.tags["events.jsonl"], event),
        texts={path: data for path, data in contents.tags.items() if path not in _WRITTEN},
        date=act.when[:10],
        organisation=setting(archive.project, "author"),
    )
