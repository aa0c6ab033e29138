"""One writer at a time."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from archivist.errors import ArchivistError
from archivist.model import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PAUSE = 0.05  # seconds between two tries

if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def sole_writer(folder: Path, *, wait: float = 60.0) -> Iterator[None]:
    """Hold the archive's lock, waiting at most so many seconds for another writer.

    Raises:
        ArchivistError: another process writes all that time.
    """
    with _held(folder, _busy(folder, "another archivist is writing to this archive"), wait=wait):
        yield


@contextmanager
def sole_builder(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder that builds share.

    Raises:
        ArchivistError: another build is at work.
    """
    with _held(folder, _busy(folder, "another build of this project is at work"), wait=0):
        yield


@contextmanager
def _held(folder: Path, busy: Fault, *, wait: float) -> Iterator[None]:
    """Hold a lock, which the system frees when the process ends, however it ends; the empty file .lock stays."""
    with (folder / ".lock").open("ab") as file:
        _lock(file, time.monotonic() + wait, busy)
        yield


def _lock(file: IO[bytes], deadline: float, busy: Fault) -> None:
    while True:
        try:
            return _try_lock(file)
        except OSError:
            if time.monotonic() >= deadline:
                raise ArchivistError(busy) from None
        time.sleep(_PAUSE)


def _busy(folder: Path, what: str) -> Fault:
    return Fault(
        "archive-busy",
        str(folder),
        what,
        expected="nobody else at work",
        found="a lock held by another process",
        remedy="wait until it is done, then give the command again",
    )
