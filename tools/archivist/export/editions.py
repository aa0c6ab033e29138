"""Editions that were made, for the site to offer: as long as they and the project are what they were then."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, NamedTuple

from archivist.store.disk import replace_file
from archivist.store.manifests import digest_file
from archivist.toolkit import toolkit_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_NOTE = "made.json"  # beside the files: of what they were made
_SOURCES = ("conf.py", "archive/archive-manifest.txt", "archive/*/record.toml", "bib/*", "source/**/*")


class EditionFile(NamedTuple):
    """A file that somebody can take away: a PDF, a volume of one, or an EPUB."""

    path: Path
    size: int  # bytes
    sha256: str  # hexadecimal


def project_state(project: Path) -> str:
    """Give the SHA-256 of all that an edition is made of: the project's files and the toolkit's."""
    sums = hashlib.sha256(toolkit_digest().encode())
    for pattern in _SOURCES:
        for path in sorted(path for path in project.glob(pattern) if path.is_file()):
            sums.update(f"{path.relative_to(project).as_posix()}\0".encode())
            sums.update(hashlib.sha256(path.read_bytes()).digest())
    return sums.hexdigest()


def note_editions(folder: Path, names: Iterable[str], *, state: str) -> None:
    """Note which files of a folder are the edition of a state of the project."""
    digests = {name: digest_file(folder / name).sha256 for name in sorted(names)}
    replace_file(folder / _NOTE, json.dumps({"state": state, "files": digests}, indent=1).encode() + b"\n")


def forget_editions(folder: Path) -> None:
    """Remove the note, before the files are made anew."""
    (folder / _NOTE).unlink(missing_ok=True)


def current_editions(folders: Iterable[Path], *, state: str) -> tuple[EditionFile, ...]:
    """Give the editions of this state that lie in these folders: none that is of another, or was changed since."""
    return tuple(edition for folder in folders for edition in _editions(folder, state))


def _editions(folder: Path, state: str) -> Iterator[EditionFile]:
    try:
        note = json.loads((folder / _NOTE).read_bytes())
    except FileNotFoundError:
        return
    for name, sha256 in note["files"].items() if note["state"] == state else ():
        path = folder / name
        if path.is_file() and (found := digest_file(path)).sha256 == sha256:
            yield EditionFile(path, found.size, sha256)
