"""What lies in a bag now: every file read once, with both digests."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from archivist.store.manifests import Digests, digest_bytes, digest_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_LARGE = 1 << 20  # bytes; what is smaller is read at once
LINK = Digests("a symbolic link", "a symbolic link", 0)  # stands for digests: a link holds no bytes of its own
FOLDER = Digests("an empty folder", "an empty folder", 0)  # likewise; manifests list files only (RFC 8493, 2.1.3)


class Contents(NamedTuple):
    """The files of a bag, by path in the bag with slashes; a path that ends in one is an empty folder's."""

    digests: Mapping[str, Digests]
    tags: Mapping[str, bytes]  # the bytes of the files beside data/


def read_contents(folder: Path) -> Contents:
    """Read a whole bag; that it has no payload shows by what is missing."""
    digests: dict[str, Digests] = {}
    tags: dict[str, bytes] = {}
    for path, entry in _files(folder, ""):
        if path == "data/":
            continue
        if path.endswith("/"):
            digests[path] = FOLDER
        elif entry.is_symlink():
            digests[path] = LINK
        elif path.startswith("data/") and entry.stat().st_size > _LARGE:
            digests[path] = digest_file(entry.path)
        else:
            data = _read(entry.path)
            digests[path] = digest_bytes(data)
            if not path.startswith("data/"):
                tags[path] = data
    return Contents(digests, tags)


def _files(folder: Path | str, prefix: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Give files and empty folders."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                inner = iter(_files(entry.path, f"{path}/"))
                first = next(inner, (f"{path}/", entry))
                yield first
                yield from inner
            else:
                yield path, entry


def _read(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a Path a file costs more than reading it
        return file.readall()
