"""Adding documents to the archive: all of them or none."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archivist.checks.descriptions import faults_of
from archivist.errors import ArchivistError
from archivist.ingest.fields import advised, merged
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
    from collections.abc import Container, Mapping, Sequence

    from archivist.ingest.receiving import Received


@dataclass(frozen=True)
class Wish:
    """A file that somebody wants to add, and what they say about it."""

    received: Received
    table: Mapping[str, Any]  # a record's table without `original`, or with a part of it
    where: str  # the file, line or command that faults are about
    id: str = ""  # empty: `<year>-<slug>` of the record
    places: Mapping[str, str] = field(default_factory=dict)  # by key of the table: where it was said, if not `where`
    faults: tuple[Fault, ...] = ()  # why the file was not received: then only the description is looked at


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
    taken, holders = {id: id for id in archive.ids()}, archive.holders()
    accessions: list[Accession] = []
    faults: list[Fault] = []
    for wish in wishes:
        try:
            accession = _accession(wish, taken, holders, act, duplicate=duplicate)
        except ArchivistError as error:
            faults += error.faults
            continue
        accessions.append(accession)
        taken[accession.document.id] = f"{wish.where} (to be added as {accession.document.id})"
        holders.setdefault(accession.document.original_sha256, []).append(accession.document.id)
    if faults:
        raise ArchivistError(*faults)
    return tuple(accessions)


def _accession(
    wish: Wish, taken: Mapping[str, str], holders: Mapping[str, list[str]], act: Act, *, duplicate: bool
) -> Accession:
    """Make a document of a wish; `taken` says how each id that is taken is called in messages."""
    data = wish.received.data
    digest = hashlib.sha256(data).hexdigest()
    twins = holders.get(digest, [])
    faults = [*wish.faults, *_id_faults(wish, taken)]
    if twins and not duplicate:
        faults.append(_same_bytes(wish, [taken[twin] for twin in twins]))
    record = _record(wish, twins, faults)
    if wish.faults:
        raise ArchivistError(*faults)
    text = _text(wish, record, faults)
    document = Document(
        id=wish.id or propose_id(record.title, record.date, taken),
        record=record,
        text=text,
        original=Path("data") / record.original.file,
        original_sha256=digest,
        accessioned=act.when[:10],
    )
    faults += [_handed_in(wish, each) for each in faults_of(document)]
    if not document.paragraphs:
        faults.append(_no_words(wish))
    if faults:
        raise ArchivistError(*faults)
    return Accession(document, data)


def _id_faults(wish: Wish, taken: Container[str]) -> list[Fault]:
    if not wish.id:
        return []
    if fault := malformed_id(wish.id):
        return [replace(fault, where=f"{wish.where}#id")]
    if wish.id not in taken:
        return []
    message = f"there is a document {wish.id} already"
    remedy = "choose another id; ids are never used again"
    return [Fault("id-taken", f"{wish.where}#id", message, "an id that is free", wish.id, remedy)]


def _no_words(wish: Wish) -> Fault:
    found = f"{len(wish.received.data)} bytes of white space"
    expected, remedy = "a file that holds something", "name another file, or its charset: --charset"
    return Fault("source-empty", wish.where, f"there is no text in it: {wish.where}", expected, found, remedy)


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
    try:
        return record_from(table, wish.where)
    except ArchivistError as error:
        raise ArchivistError(*faults, *(_handed_in(wish, advised(each)) for each in error.faults)) from error


def _text(wish: Wish, record: Record, faults: Sequence[Fault]) -> str:
    """Decode what was received, its faults added to those known."""
    try:
        return decoded(wish.received.data, record.original.charset, where=wish.where)
    except ArchivistError as error:
        raise ArchivistError(*faults, *error.faults) from error


def _handed_in(wish: Wish, fault: Fault) -> Fault:
    """Locate a fault of a record that is not in the archive yet in what was handed in."""
    key = fault.where.removeprefix(wish.where).partition("#")[2]
    place = wish.places.get(key.partition(".")[0], wish.where)
    return replace(fault, where=f"{place}#{key}" if key else place)


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
