"""Receiving a file: its bytes and its name."""

from __future__ import annotations

import errno
import re
import stat
from pathlib import Path
from typing import NamedTuple

from archivist.errors import ArchivistError
from archivist.model import Fault

_HERE = Path()
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")  # a scheme and an authority, RFC 3986, section 3


class Received(NamedTuple):
    """A file as received."""

    name: str
    data: bytes


def receive(source: Path | str, *, folder: Path = _HERE) -> Received:
    """Read a file that is to be added; `source` is its path from `folder`.

    Raises:
        ArchivistError: it is not there, empty, a folder, behind a loop of symbolic links, or an address of the web.
    """
    if _ADDRESS.match(str(source)):
        raise ArchivistError(_address_refused(str(source)))
    path = folder / source
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


def _address_refused(address: str) -> Fault:
    message = f"addresses are not fetched: {address}"
    remedy = "save what is there as a file of plain text, and add that file with --url and --captured"
    return Fault("source-address", address, message, "a file", "an address", remedy)


def _refused(code: str, path: Path | str, message: str, found: str) -> Fault:
    where = str(path)
    return Fault(code, where, f"{message}: {where}", "a file that holds something", found, "name another file")
