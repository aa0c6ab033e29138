"""Writing a bag (BagIt 1.0, RFC 8493)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from archivist.store.disk import copy_file, sync_folder, write_file
from archivist.store.events import SOFTWARE
from archivist.store.manifests import ALGORITHMS, Digests, digest_bytes, digest_file, print_manifest

if TYPE_CHECKING:
    from collections.abc import Mapping

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFESTS = tuple(f"manifest-{algorithm}.txt" for algorithm in ALGORITHMS)
TAG_MANIFESTS = tuple(f"tagmanifest-{algorithm}.txt" for algorithm in ALGORITHMS)


@dataclass(frozen=True)
class Bag:
    """What goes into a bag; the manifests follow from it."""

    id: str
    payload: Mapping[str, bytes | Path]  # by path in the bag, "data/…"; a Path is a file to be copied
    record: bytes  # record.toml
    events: bytes  # events.jsonl
    texts: Mapping[str, bytes]  # by path in the bag, "text/…"
    date: str  # bagging date, ISO 8601
    organisation: str = ""


def write_bag(folder: Path, bag: Bag) -> None:
    """Write a whole bag into a folder that does not exist yet, and wait until it is on the disk."""
    folder.mkdir()
    payload = {path: _put(folder / path, content) for path, content in sorted(bag.payload.items())}
    tags = {
        "bagit.txt": DECLARATION,
        "bag-info.txt": _info(bag, payload),
        "record.toml": bag.record,
        "events.jsonl": bag.events,
        **bag.texts,
        **_manifests("manifest", payload),
    }
    digests = {path: _put(folder / path, content) for path, content in sorted(tags.items())}
    for path, content in _manifests("tagmanifest", digests).items():
        _put(folder / path, content)
    for inner in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
        sync_folder(inner)


def _put(path: Path, content: bytes | Path) -> Digests:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Path):
        copy_file(content, path)
        return digest_file(path)
    write_file(path, content)
    return digest_bytes(content)


def _manifests(name: str, digests: Mapping[str, Digests]) -> dict[str, bytes]:
    return {
        f"{name}-{algorithm}.txt": print_manifest({path: getattr(each, algorithm) for path, each in digests.items()})
        for algorithm in ALGORITHMS
    }


def _info(bag: Bag, payload: Mapping[str, Digests]) -> bytes:
    rows = {
        "Source-Organization": " ".join(bag.organisation.split()),
        "External-Identifier": bag.id,
        "Bagging-Date": bag.date,
        "Payload-Oxum": f"{sum(each.size for each in payload.values())}.{len(payload)}",
        "Bag-Software-Agent": SOFTWARE,
        "Event-Count": str(len(bag.events.splitlines())),  # ours: a log cut at a line end shows
    }
    return "".join(f"{label}: {value}\n" for label, value in rows.items() if value).encode()
