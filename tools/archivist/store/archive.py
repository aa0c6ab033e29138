"""Reading archive/: which documents it holds, and each of them."""

from __future__ import annotations

import difflib
import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from archivist.errors import ArchivistError
from archivist.model import Fault
from archivist.store.document import Document
from archivist.store.events import read_events
from archivist.store.manifests import parse_manifest
from archivist.store.recordfile import parse_record
from archivist.store.withholding import withheld_documents
from archivist.text import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from archivist.store.record import Record
    from archivist.store.withholding import Withheld


# How like an id must be to be offered for another. Among 400 ids made of titles, every id with three slips, without its
# year, with another year, and 99 of 100 without one of its words came out right; of other words none reached 0.61.
_NEAR = 0.75
_BEGINNING = 6  # code points of an id, at least, that stand for all of it: more than a year
_MANIFEST, _TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"


@dataclass(frozen=True)
class Archive:
    """The documents of a project; nothing is kept in memory between two calls."""

    project: Path

    @property
    def folder(self) -> Path:
        return self.project / "archive"

    def bag(self, id: str) -> Path:
        return self.folder / id

    def ids(self) -> tuple[str, ...]:
        """Give the ids of all documents, sorted; names that begin with a full stop are the tools' own."""
        if not self.folder.is_dir():
            raise ArchivistError(_no_archive(self.folder))
        return tuple(sorted(path.name for path in self.folder.iterdir() if path.is_dir() and path.name[0] != "."))

    def record(self, id: str) -> Record:
        """Read a document's record.

        Raises:
            ArchivistError: there is no such document, or its record is not a record.
        """
        return self._record(id, self.record_bytes(id))

    def record_bytes(self, id: str) -> bytes:
        """Read a document's record.toml as it stands.

        Raises:
            ArchivistError: there is no such document.
        """
        return self._bytes(id, "record.toml")

    def document(self, id: str) -> Document:
        """Read a document; one whose text was withheld from the edition that this was restored from has none.

        Raises:
            ArchivistError: there is no such document, its record is not a record, a file that it needs is not there,
                or the original cannot be decoded.
        """
        written = self.record_bytes(id)
        record = self._record(id, written)
        name = f"data/{record.original.file}"
        if record.access != "open" and (known := self._withheld(id, name)):
            return self._without_text(id, record, known)
        data = self._bytes(id, name)
        if record.original.charset:
            text = decoded(data, record.original.charset, where=f"archive/{id}/{name}")
        else:
            name = f"text/{record.language}.txt"
            text = decoded(self._bytes(id, name), "utf-8", where=f"archive/{id}/{name}")
        return Document(
            id=id,
            record=record,
            text=text,
            original=self.bag(id) / "data" / record.original.file,
            original_sha256=hashlib.sha256(data).hexdigest(),
            accessioned=self._accessioned(id),
            record_sealed=self._sealed(id, _TAG_MANIFEST).get("record.toml") == hashlib.sha256(written).hexdigest(),
        )

    def _withheld(self, id: str, original: str) -> Withheld | None:
        """Tell what is known of a document whose original the edition withheld; None where the original is there."""
        return None if (self.bag(id) / original).exists() else withheld_documents(self.project).get(id)

    def _without_text(self, id: str, record: Record, known: Withheld) -> Document:
        name = record.original.file
        return Document(
            id=id,
            record=record,
            text="",
            original=self.bag(id) / "data" / name,
            original_sha256=self._sealed(id).get(f"data/{name}", ""),
            accessioned=self._accessioned(id),
            absent_sha256=known.text_sha256,
        )

    def events(self, id: str) -> tuple[dict[str, Any], ...]:
        """Give a document's events in their order, those that can be read."""
        return read_events(self._bytes(id, "events.jsonl"))

    def holders(self) -> dict[str, list[str]]:
        """Give the ids of the documents that hold an original, by its SHA-256 as it was sealed."""
        holders: dict[str, list[str]] = {}
        for id in self.ids():
            for digest in self._sealed(id).values():
                holders.setdefault(digest, []).append(id)
        return holders

    def require(self, ids: Iterable[str]) -> None:
        """Make sure that these documents are there.

        Raises:
            ArchivistError: some are not; one fault for each.
        """
        there = set(self.ids())
        faults = [self._missing(id, "") for id in ids if id not in there]
        if faults:
            raise ArchivistError(*faults)

    def unsealed(self, document: Document) -> str:
        """Name the file of a document's original or reading text that is not as its manifest has it; empty if none.

        The whole audit reads every file and both digests; this is the quick look before words are called proven.
        """
        name = f"data/{document.original.name}"
        if self._sealed(document.id).get(name) != document.original_sha256:
            return f"archive/{document.id}/{name}"
        if document.record.original.charset:
            return ""
        name = f"text/{document.record.language}.txt"
        sealed = self._sealed(document.id, _TAG_MANIFEST).get(name)
        return "" if sealed == document.text_sha256 else f"archive/{document.id}/{name}"

    def require_sealed(self, documents: Iterable[Document], *, records: bool = False) -> None:
        """Make sure that originals and reading texts are as they were sealed, and `records` too where that is asked.

        Raises:
            ArchivistError: some are not; one fault for each.
        """
        faults: list[Fault] = []
        for document in documents:
            if where := self.unsealed(document):
                faults.append(self._broken_seal(document, where))
            elif records and not document.record_sealed:
                faults.append(_edited(document.id))
        if faults:
            raise ArchivistError(*faults)

    def _broken_seal(self, document: Document, where: str) -> Fault:
        name = where.removeprefix(f"archive/{document.id}/")
        original = name.startswith("data/")
        sealed = self._sealed(document.id, _MANIFEST if original else _TAG_MANIFEST).get(name)
        return Fault(
            "not-as-sealed",
            where,
            f"{where} is not as it was sealed",
            expected=f"SHA-256 {sealed}" if sealed else "its SHA-256 in the bag's manifest",
            found=f"SHA-256 {document.original_sha256 if original else document.text_sha256}",
            remedy="`archivist audit` names all that has changed; bring it back from a copy of the archive",
        )

    def _sealed(self, id: str, manifest: str = _MANIFEST) -> dict[str, str]:
        try:
            return parse_manifest((self.bag(id) / manifest).read_bytes())
        except (FileNotFoundError, ValueError):
            return {}  # the audit says so

    @staticmethod
    def _record(id: str, written: bytes) -> Record:
        return parse_record(written, f"archive/{id}/record.toml")

    def _bytes(self, id: str, name: str) -> bytes:
        if id not in (".", "..") and "/" not in id and "\\" not in id:
            try:
                return (self.bag(id) / name).read_bytes()
            except (FileNotFoundError, NotADirectoryError):
                pass
        raise ArchivistError(self._missing(id, name))

    def _missing(self, id: str, name: str) -> Fault:
        where = f"archive/{id}"
        if id in self.ids():
            remedy = "bring the file back from a copy of the archive"
            return Fault("file-missing", f"{where}/{name}", f"{id} has no {name}", name, "no such file", remedy)
        near = near_ids(id, self.ids())
        expected = " or ".join(near) or "the id of a document"
        remedy = "`archivist list` shows the ids of all documents"
        return Fault("no-such-document", where, f"there is no document {id!r}", expected, "none", remedy)

    def _accessioned(self, id: str) -> str:
        """Give the date of a document's first event."""
        first = self._bytes(id, "events.jsonl").partition(b"\n")[0]
        try:
            return str(json.loads(first)["eventDateTime"])[:10]
        except (ValueError, KeyError, TypeError) as error:
            fault = Fault(
                "event-log",
                f"archive/{id}/events.jsonl#1",
                f"the first event of {id} cannot be read",
                expected="a JSON object with eventDateTime",
                found=repr(first[:60]),
                remedy="bring events.jsonl back from a copy of the archive",
            )
            raise ArchivistError(fault) from error


def near_ids(id: str, ids: Sequence[str]) -> list[str]:
    """Give the ids, three at most, that another may stand for: those that begin with it, else those like it."""
    begun = sorted((one for one in ids if one.startswith(id)), key=lambda one: (len(one), one))
    if len(id) >= _BEGINNING and begun:
        return begun[:3]
    return difflib.get_close_matches(id, ids, n=3, cutoff=_NEAR)


def decoded(data: bytes, charset: str, *, where: str) -> str:
    """Decode a reading text.

    Raises:
        ArchivistError: the bytes are not text in the charset, or there is no such charset.
    """
    try:
        return decode(data, charset)
    except LookupError as error:
        fault = Fault(
            "text-undecodable",
            where,
            f"there is no charset {charset!r}",
            expected="the name of a charset, such as utf-8, iso-8859-1 or windows-1252",
            found=charset,
            remedy="name the charset that the file is in: --charset, or original.charset in the record",
        )
        raise ArchivistError(fault) from error
    except UnicodeError as error:
        fault = Fault(
            "text-undecodable",
            where,
            f"the bytes are not text in {charset}",
            expected=f"text in {charset}",
            found=str(error),
            remedy="name the charset that the file is in: --charset, or original.charset in the record",
        )
        raise ArchivistError(fault) from error


def _no_archive(folder: Path) -> Fault:
    remedy = "work inside an archive project, name one with --project, or make one with `archivist new DIR`"
    return Fault("no-archive", str(folder), "there is no archive here", "a folder archive/", "none", remedy)


def _edited(id: str) -> Fault:
    return Fault(
        "record-changed",
        f"archive/{id}/record.toml",
        f"the record of {id} was edited since it was sealed",
        expected="the record as it was sealed",
        found="another",
        remedy=f"look at the change; if it is meant: `archivist seal {id} --why …`",
    )
