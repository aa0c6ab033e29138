"""Documents whose text an edition withheld, in a project that was restored from it.

Their bags hold what may be published: record, events, manifests. `edition.json` names them, and so tells a text that
was withheld from one that was lost.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from archivist.store.recordfile import parse_record, print_record

if TYPE_CHECKING:
    from pathlib import Path

EDITION = "edition.json"  # of a restored project
SECRET = ("data", "text")  # folders of a bag


class Withheld(NamedTuple):
    """What a restored project knows of a document without its text; digests are SHA-256 in hexadecimal."""

    text_sha256: str  # of the reading text in UTF-8
    record_sha256: str  # of the public record, which stands in for the sealed one


def withheld_documents(project: Path) -> dict[str, Withheld]:
    """Read which documents the edition withheld, by id; none where the project was not restored from one."""
    try:
        said: dict[str, Any] = json.loads((project / EDITION).read_bytes())
        digests = {str(entry["path"]): str(entry["sha256"]) for entry in said["files"].values()}
        return {
            id: Withheld(str(text), digests.get(f"archive/{id}/record.toml", ""))
            for id, text in said["withheld"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def public_record(data: bytes, where: str) -> bytes:
    """Take out of a record.toml what quotes or describes the text: notes, rulings and parts.

    A record that has none stays as it is, to the byte.

    Raises:
        ArchivistError: not a record.
    """
    record = parse_record(data, where)
    if not (record.note or record.ruling or record.part):
        return data
    return print_record(record.model_copy(update={"note": (), "ruling": (), "part": ()}))
