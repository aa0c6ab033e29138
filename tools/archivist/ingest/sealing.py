"""Sealing a document anew after its record was edited by hand."""

from __future__ import annotations

import hashlib
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
from archivist.store.settings import setting

if TYPE_CHECKING:
    from pathlib import Path

    from archivist.ingest.adding import Act
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
        _require_description(archive, id)
        put_bags(project, [_sealed(archive, id, contents, why, act)])
    return True


def _is_edited(id: str, contents: Contents) -> bool:
    """Tell whether the record was edited; whatever else has changed, a seal would hide."""
    faults = bag_faults(id, contents)
    others = [fault for fault in faults if fault.code != "record-changed"]
    if others:
        message = f"{id} has changed in more than its record, and a seal would hide it"
        found = f"{len(others)} other faults"
        raise ArchivistError(
            Fault(
                "not-sound", f"archive/{id}", message, "an edited record.toml alone", found, f"`archivist audit {id}`"
            ),
            *others,
        )
    return bool(faults)


def _require_description(archive: Archive, id: str) -> None:
    document = archive.document(id)
    faults = [*faults_of(document), *reading_changed(document, archive.events(id))]
    if faults:
        raise ArchivistError(*faults)


def _sealed(archive: Archive, id: str, contents: Contents, why: str, act: Act) -> Bag:
    record = contents.tags["record.toml"]
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
