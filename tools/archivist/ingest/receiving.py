"""Receiving a file: its bytes and its name."""

from __future__ import annotations

import errno
import stat
from typing import TYPE_CHECKING, NamedTuple

from archivist.errors import ArchivistError
from archivist.model import Fault

if TYPE_CHECKING:
    from pathlib import Path


class Received(NamedTuple):
    """A file as received."""

    name: str
    data: bytes


def receive(path: Path) -> Received:
    """Read a file that is to be added.

    Raises:
        ArchivistError: it is not there, empty, a folder, or behind a loop of symbolic links.
    """
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise ArchivistError(_refused("source-missing", path, "there is no file", "no such file")) from None
    except OSError as error:
        if error.errno != errno.ELOOP:
            raise
        message = "a loop of symbolic links leads to no file"
        raise ArchivistError(_refused("source-loop", path, message, "a loop of symbolic links")) from None
    if not stat.S_ISREG(mode):
        kind = "a folder" if stat.S_ISDIR(mode) else "a device or a pipe"
        raise ArchivistError(_refused("source-folder", path, "this is not a file", kind))
    return received(path.name, path.read_bytes(), where=str(path))


def received(name: str, data: bytes, *, where: str) -> Received:
    """Take bytes under a name.

    Raises:
        ArchivistError: there are none.
    """
    if not data:
        raise ArchivistError(_refused("source-empty", where, "there is nothing in it", "0 bytes"))
    # A name in bytes that are not UTF-8 is kept with these bytes in figures.
    return Received(name.encode(errors="surrogateescape").decode(errors="backslashreplace"), data)


def _refused(code: str, path: Path | str, message: str, found: str) -> Fault:
    where = str(path)
    return Fault(code, where, f"{message}: {where}", "a file that holds something", found, "name another file")
