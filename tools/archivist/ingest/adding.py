"""Adding documents to the archive: all of them or none."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archivist.checks.descriptions import faults_of
from archivist.errors import ArchivistError
from archivist.ingest.fields import merged, missing, missing_faults
from archivist.ingest.settling import put_bags, writing
from archivist.model import Fault
from archivist.store import Archive, Document, Record
from archivist.store.archive import decoded
from archivist.store.bag import Bag
from archivist.store.events import Event, append_event
from archivist.store.identifiers import malformed_id, propose_id, safe_file_name
from archivist.store.recordfile import print_record, record_from
from archivist.store.settings import setting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archivist.ingest.receiving import Received


@dataclass(frozen=True)
class Wish:
    """A file that somebody wants to add, and what they say about it."""

    received: Received
    table: Mapping[str, Any]  # a record's table without `original`, or with a part of it
    where: str  # the file, line or command that faults are about
    id: str = ""  # empty: `<year>-<slug>` of the record


@dataclass(frozen=True)
class Act:
    """Who acts, when."""

    agent: str
    when: str  # ISO 8601 with time zone


@dataclass(frozen=True)
class Accession:
    """A wish that can be granted."""

    document: Document
    data: bytes


def add(project: Path, wishes: Sequence[Wish], act: Act, *, duplicate: bool = False) -> tuple[str, ...]:
    """Add documents, all or none, and give their ids.

    `duplicate`: bytes that a document has already are added all the same, and the relation is recorded.

    Raises:
        ArchivistError: one fault for everything wrong with any of the wishes; nothing was written.
    """
    with writing(project):
        accessions = plan(Archive(project), wishes, act, duplicate=duplicate)
        organisation = setting(project, "author")
        put_bags(project, (_bag(accession, act, organisation) for accession in accessions))
    return tuple(accession.document.id for accession in accessions)


def plan(archive: Archive, wishes: Sequence[Wish], act: Act, *, duplicate: bool) -> tuple[Accession, ...]:
    """Make documents of wishes without writing anything.

    Raises:
        ArchivistError: one fault for everything wrong with any of the wishes.
    """
    taken, holders = set(archive.ids()), archive.holders()
    accessions: list[Accession] = []
    faults: list[Fault] = []
    for wish in wishes:
        try:
            accession = _accession(wish, taken, holders, act, duplicate=duplicate)
        except ArchivistError as error:
            faults += error.faults
            continue
        accessions.append(accession)
        taken.add(accession.document.id)
        holders.setdefault(accession.document.original_sha256, []).append(accession.document.id)
    if faults:
        raise ArchivistError(*faults)
    return tuple(accessions)


def _accession(
    wish: Wish, taken: set[str], holders: Mapping[str, list[str]], act: Act, *, duplicate: bool
) -> Accession:
    data = wish.received.data
    digest = hashlib.sha256(data).hexdigest()
    twins = holders.get(digest, [])
    faults = _id_faults(wish, taken)
    if twins and not duplicate:
        faults.append(_same_bytes(wish, twins))
    record = _record(wish, twins, faults)
    text = decoded(data, record.original.charset, where=wish.where)
    document = Document(
        id=wish.id or propose_id(record.title, record.date, taken),
        record=record,
        text=text,
        original=Path("data") / record.original.file,
        original_sha256=digest,
        accessioned=act.when[:10],
    )
    # The record is not in the archive yet: its faults are those of what was handed in.
    record_file = f"archive/{document.id}/record.toml"
    faults += [replace(each, where=each.where.replace(record_file, wish.where)) for each in faults_of(document)]
    if faults:
        raise ArchivistError(*faults)
    return Accession(document, data)


def _id_faults(wish: Wish, taken: set[str]) -> list[Fault]:
    if not wish.id:
        return []
    if fault := malformed_id(wish.id):
        return [fault]
    if wish.id not in taken:
        return []
    message = f"there is a document {wish.id} already"
    remedy = "choose another id; ids are never used again"
    return [Fault("id-taken", f"archive/{wish.id}", message, "an id that is free", wish.id, remedy)]


def _same_bytes(wish: Wish, twins: Sequence[str]) -> Fault:
    return Fault(
        "same-bytes",
        wish.where,
        f"{twins[0]} holds the same bytes already",
        expected="bytes that no document has",
        found=", ".join(twins),
        remedy="if it is meant: --duplicate, which records the relation",
    )


def _record(wish: Wish, twins: Sequence[str], faults: Sequence[Fault]) -> Record:
    """Make the record, its faults added to those known."""
    original = {"file": safe_file_name(wish.received.name), "name": wish.received.name}
    table = merged(wish.table, {"original": original})
    relations = [{"kind": "same bytes as", "target": twin} for twin in twins]
    if relations:
        table["relations"] = [*table.get("relations", []), *relations]
    if names := missing(table):
        raise ArchivistError(*faults, *missing_faults(names, wish.where))
    try:
        return record_from(table, wish.where)
    except ArchivistError as error:
        raise ArchivistError(*faults, *error.faults) from error


def _bag(accession: Accession, act: Act, organisation: str) -> Bag:
    document = accession.document
    name = f"data/{document.record.original.file}"
    return Bag(
        id=document.id,
        payload={name: accession.data},
        record=print_record(document.record),
        events=_events(document, name, act),
        texts={},
        date=act.when[:10],
        organisation=organisation,
    )


def _events(document: Document, name: str, act: Act) -> bytes:
    ingestion = Event(
        "ingestion",
        act.when,
        act.agent,
        (name,),
        f"received as {document.record.original.name} and added as {document.id}",
        further={"readingTextSha256": document.text_sha256, "layout": document.record.layout},
    )
    digests = Event(
        "message digest calculation",
        act.when,
        act.agent,
        (name,),
        "SHA-256 and SHA-512 of the bytes received",
        further={"messageDigestAlgorithm": "SHA-256", "messageDigest": document.original_sha256},
    )
    return append_event(append_event(b"", ingestion), digests)
