"""What the edition carries: the files of the project under flat names, and `edition.json`, which lists them."""

from __future__ import annotations

import hashlib
import json
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from archivist.store.inventory import AUDITS
from archivist.store.withholding import EDITION, SECRET, public_record

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping
    from pathlib import Path

    from archivist.edition.volume import Imprint
    from archivist.store.record import Record

Relationship = Literal["Source", "Data", "Supplement"]  # AFRelationship (ISO 19005-3, annex E)

FORMAT = "archivist-edition/1"
# The folders and files from which an edition is built: the annotated texts, since the scorecard is measured on them;
# and what keeps git from changing the archive's bytes.
ROOTS = (".gitattributes", "archive", "bib", "conf.py", "source", "tests/gold")
_MEDIA_TYPES = {
    ".bib": "application/x-bibtex",
    ".gif": "image/gif",
    ".gitattributes": "text/plain",
    ".jpg": "image/jpeg",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".md": "text/markdown",
    ".png": "image/png",
    ".py": "text/x-python",
    ".svg": "image/svg+xml",
    ".toml": "application/toml",
    ".txt": "text/plain",
}


class Enclosure(NamedTuple):
    """A file that the edition carries."""

    name: str  # flat and unique in the edition: programs save nothing under a name with a slash
    path: str  # in the project, with slashes
    relationship: Relationship
    media_type: str
    description: str
    read: Callable[[], bytes]


def enclose(project: Path, records: Mapping[str, Record], *, withheld: Container[str]) -> list[Enclosure]:
    """List the files of a project that its edition carries, sorted by their paths.

    `records`: by document id. `withheld`: documents that it carries without original and text, and of whose record
    without what quotes them.
    """
    used: set[str] = set()
    return [
        _enclosure(path, records, name=_unique(_flat(path), used), read=partial(_public, project / path, withheld))
        for path in project_files(project)
        if not _is_secret(path, withheld)
    ]


def _is_secret(path: str, withheld: Container[str]) -> bool:
    match path.split("/"):
        case ["archive", id, folder, *_]:
            return id in withheld and folder in SECRET
    return False


def _public(path: Path, withheld: Container[str]) -> bytes:
    """Read what may be published of a file."""
    data = path.read_bytes()
    return public_record(data, str(path)) if path.name == "record.toml" and path.parent.name in withheld else data


def project_files(project: Path) -> list[str]:
    """Give the paths of all files that an edition is built from, sorted; no links, and no hidden files in folders.

    So is the log of audits, as from archive-manifest.txt: an audit does not change what the archive holds.
    """
    found = (path for root in ROOTS for path in _below(project / root))
    return sorted({path.relative_to(project).as_posix() for path in found} - {f"archive/{AUDITS}"})


def _below(path: Path) -> Iterator[Path]:
    if path.is_symlink():
        return
    if path.is_file():
        yield path
    for each in sorted(path.iterdir()) if path.is_dir() else ():
        if not each.name.startswith((".", "__")):
            yield from _below(each)


def _flat(path: str) -> str:
    """Name an original by its document and its own name, any other file by its path."""
    match path.split("/"):
        case ["archive", id, "data", file]:
            return f"{id}--{file}"
        case parts:
            return "--".join(parts)


def _unique(name: str, used: set[str]) -> str:
    """Give a name that no other file has, not even where case does not count."""
    stem = PurePosixPath(name)
    number, tried = 1, name
    while tried.casefold() in used:
        number += 1
        tried = f"{stem.stem}~{number}{stem.suffix}"
    used.add(tried.casefold())
    return tried


def _enclosure(path: str, records: Mapping[str, Record], *, name: str, read: Callable[[], bytes]) -> Enclosure:
    media_type = _MEDIA_TYPES.get(PurePosixPath(path).suffix.lower() or path, "application/octet-stream")
    match path.split("/"):
        case ["archive", id, "data", _] if id in records:
            record = records[id]
            return Enclosure(name, path, "Source", record.original.media_type, f"The original of: {record.title}", read)
        case ["archive", id, *_] if id in records:
            return Enclosure(name, path, "Data", media_type, f"Of the bag of: {records[id].title}", read)
        case ["archive", *_]:
            return Enclosure(name, path, "Data", media_type, f"{path} of the archive", read)
        case _:
            return Enclosure(name, path, "Supplement", media_type, f"{path} of the archive’s project", read)


def manifest(imprint: Imprint, enclosures: Iterable[Enclosure], *, withheld: Mapping[str, str]) -> Enclosure:
    """Write `edition.json`: which edition this is, and the path and digest of each file that it carries.

    `withheld`: the documents whose texts it does not carry, and the SHA-256 of these in hexadecimal.
    """
    said: dict[str, Any] = {
        "format": FORMAT,
        "title": imprint.title,
        "release": imprint.release,
        "date": imprint.date.isoformat(),
        "commit": imprint.commit,
        "language": imprint.language,
        "archive_code": imprint.archive_code,
        "manifest_sha256": imprint.manifest_sha256,
        "files_sha256": imprint.files_sha256,
        "volume": imprint.number,
        "volumes": imprint.volumes,
        "withheld": dict(sorted(withheld.items())),
        "files": {one.name: {"path": one.path, **digest(one.read())} for one in enclosures},
    }
    data = (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()
    return Enclosure(
        EDITION,
        EDITION,
        "Data",
        "application/json",
        "Which edition this is, and what it carries",
        partial(bytes, data),
    )


def list_digest(enclosures: Iterable[Enclosure]) -> str:
    """Give the SHA-256 of a list of files, by path and digest, in hexadecimal: volumes of one edition share it."""
    lines = sorted(f"{digest(one.read())['sha256']}  {one.path}\n" for one in enclosures)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def digest(data: bytes) -> dict[str, Any]:
    return {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
