"""Changing archive/ so that a crash at any point leaves it as it was, or complete.

New bags are prepared in `.new-<id>`. Writing `.journal.json`, which names them, is the commit: from then on the change
is carried out, by the next command if need be. The bags that they replace stand as `.old-<id>` until the journal is
closed. Without a journal, whatever is called `.new-…` is the rest of a change that never came to be.
All of this is for the holder of the lock (`sole_writer`).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from archivist.store.disk import remove_tree, replace_file, sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_JOURNAL = ".journal.json"


def is_unsettled(folder: Path) -> bool:
    """Tell whether a change was interrupted, or is being made now."""
    return any(path.name.startswith((_JOURNAL, ".new-", ".old-")) for path in folder.glob(".*"))


def staging(folder: Path, id: str) -> Path:
    """Give the folder in which a document's new bag is prepared."""
    return folder / f".new-{id}"


def pending(folder: Path) -> tuple[str, ...]:
    """Give the ids of a committed change that is not closed yet."""
    try:
        return tuple(json.loads((folder / _JOURNAL).read_bytes())["ids"])
    except FileNotFoundError:
        return ()


def commit(folder: Path, ids: Iterable[str]) -> None:
    """Decide that the bags prepared take their places, and put them there."""
    sync_folder(folder)
    replace_file(folder / _JOURNAL, json.dumps({"ids": sorted(ids)}).encode())
    carry_out(folder)


def carry_out(folder: Path) -> None:
    """Put the bags that the journal names in their places; those that are there already stay."""
    for id in pending(folder):
        prepared, old, place = staging(folder, id), folder / f".old-{id}", folder / id
        if prepared.exists():
            if place.exists():
                place.rename(old)
            prepared.rename(place)
    sync_folder(folder)


def close(folder: Path) -> None:
    """Forget the change: remove replaced bags, then the journal, and the rests of changes that never came to be."""
    for old in folder.glob(".old-*"):
        remove_tree(old)
    (folder / _JOURNAL).unlink(missing_ok=True)
    sync_folder(folder)
    for prepared in folder.glob(".new-*"):
        remove_tree(prepared)
