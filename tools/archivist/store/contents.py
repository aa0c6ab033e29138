"""What lies in a bag now: every file read once, with both digests."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from archivist.store.manifests import Digests, digest_bytes, digest_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

_LARGE = 1 << 20  # bytes; what is smaller is read at once
LINK = Digests("a symbolic link", "a symbolic link", 0)  # stands for digests: a link holds no bytes of its own
FOLDER = Digests("an empty folder", "an empty folder", 0)  # likewise; manifests list files only (RFC 8493, 2.1.3)


class Contents(NamedTuple):
    """The files of a bag, by path in the bag with slashes; a path that ends in one is an empty folder's."""

    digests: Mapping[str, Digests]
    tags: Mapping[str, bytes]  # the bytes of the files beside data/


def read_contents(folder: Path) -> Contents:
    """Read a whole bag; that it has no payload shows by what is missing.

    Raises:
        OSError: a file or a folder cannot be read.
    """

    def refuse(_: str, error: OSError) -> None:
        raise error

    return _read_bag(folder, refuse)


def read_readable(folder: Path) -> tuple[Contents, dict[str, str]]:
    """Read what can be read of a bag, and give the reason by path for each file and folder that cannot be."""
    refused: dict[str, str] = {}

    def note(path: str, error: OSError) -> None:
        refused[path] = error.strerror or type(error).__name__

    return _read_bag(folder, note), refused


def _read_bag(folder: Path, refuse: Callable[[str, OSError], None]) -> Contents:
    digests: dict[str, Digests] = {}
    tags: dict[str, bytes] = {}
    for path, entry in _files(folder, "", refuse):
        try:
            if path != "data/":
                _read_file(path, entry, digests, tags)
        except OSError as error:
            refuse(path, error)
    return Contents(digests, tags)


def _read_file(path: str, entry: os.DirEntry[str], digests: dict[str, Digests], tags: dict[str, bytes]) -> None:
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


def _files(
    folder: Path | str, prefix: str, refuse: Callable[[str, OSError], None]
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Give files and empty folders."""
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        refuse(prefix, error)
        return
    for entry in entries:
        path = prefix + entry.name
        if not entry.is_dir(follow_symlinks=False):
            yield path, entry
        elif _is_empty(entry):
            yield f"{path}/", entry
        else:
            yield from _files(entry.path, f"{path}/", refuse)


def _is_empty(folder: os.DirEntry[str]) -> bool:
    """Tell whether a folder holds nothing; one that nobody may look into may hold something."""
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is None
    except OSError:
        return False


def _read(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a Path a file costs more than reading it
        return file.readall()
