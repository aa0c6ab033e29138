"""Writing so that it lasts: each file and folder reaches the disk before the next step relies on it."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_file(path: Path, data: bytes) -> None:
    """Write a new file and wait until its bytes are on the disk; its name is, after `sync_folder`."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def copy_file(source: Path, path: Path) -> None:
    """Copy a file of any size, and wait until its bytes are on the disk."""
    with source.open("rb") as received, path.open("xb") as file:
        shutil.copyfileobj(received, file)
        file.flush()
        os.fsync(file.fileno())


def replace_file(path: Path, data: bytes) -> None:
    """Give a file new bytes: a reader, or a crash, sees the old ones or the new ones."""
    beside = path.with_name(f".new-{path.name}")
    beside.unlink(missing_ok=True)
    write_file(beside, data)
    beside.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    if sys.platform == "win32":
        return  # Windows cannot open a folder; NTFS journals names by itself
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_tree(path: Path) -> None:
    """Remove a file or a folder with all that it holds, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
