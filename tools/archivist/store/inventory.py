"""archive-manifest.txt: a digest of everything under archive/; its own SHA-256 stands for the state of the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.store.disk import replace_file
from archivist.store.manifests import digest_file, parse_manifest, print_manifest
from archivist.store.withholding import withheld_documents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MANIFEST = "archive-manifest.txt"
AUDITS = "audits.jsonl"


def manifest_text(project: Path) -> str:
    """Read every file and list its SHA-256 by path within archive/; the lists and dot files are left out.

    Bags without their payload, since the edition that the project was restored from withheld it, stay listed whole.
    """
    folder = project / "archive"
    partial = [id for id in withheld_documents(project) if not (folder / id / "data").exists()]
    kept = {path: digest for path, digest in _listed(folder).items() if path.partition("/")[0] in partial}
    return print_manifest({path: _sha256(folder, path) for path in _paths(folder, folder)} | kept).decode()


def update_manifest(folder: Path, ids: Iterable[str]) -> None:
    """Rewrite archive-manifest.txt after the bags of these documents have changed; the others are not read."""
    changed = set(ids)
    kept = {path: digest for path, digest in _listed(folder).items() if path.partition("/")[0] not in changed}
    fresh = {path: _sha256(folder, path) for id in changed for path in _paths(folder / id, folder)}
    replace_file(folder / MANIFEST, print_manifest(kept | fresh))


def rewrite_manifest(project: Path) -> None:
    replace_file(project / "archive" / MANIFEST, manifest_text(project).encode())


def manifest_digest(folder: Path) -> str:
    """Give the SHA-256 of archive-manifest.txt as it is, in hexadecimal; empty where there is none."""
    path = folder / MANIFEST
    return digest_file(path).sha256 if path.exists() else ""


def _listed(folder: Path) -> dict[str, str]:
    """Give what the manifest lists; where there is none, or one that cannot be read, what it should."""
    try:
        return parse_manifest((folder / MANIFEST).read_bytes())
    except (FileNotFoundError, ValueError):
        return {path: _sha256(folder, path) for path in _paths(folder, folder)}


def _sha256(folder: Path, path: str) -> str:
    return digest_file(folder / path).sha256


def _paths(start: Path, folder: Path) -> Iterator[str]:
    """Give the paths of all files below `start`, relative to `folder` and with slashes."""
    for path in start.iterdir() if start.is_dir() else ():
        if path.name.startswith(".") or (start == folder and path.name in (MANIFEST, AUDITS)):
            continue
        if path.is_dir():
            yield from _paths(path, folder)
        else:
            yield path.relative_to(folder).as_posix()
