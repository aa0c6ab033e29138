"""The index on disk: classic scripts in a folder that is named after what they hold.

    search/current.js        which folder holds the index
    search/<digest>/meta.js  what every query needs
    search/<digest>/t/…      terms: stem → form → postings; names of entries by their first term; entries;
                             words with their accents; compounds by the words apart;
                             documents by their ids
    search/<digest>/n/…      postings of runs of two and three terms that stand often
    search/<digest>/p/…      positions of terms, and of pairs of which one is frequent
    search/<digest>/x/…      texts, a block a file
    search/<digest>/f/…      facets
    search/<digest>/v/…      words by first letter, to complete and to repair
    search/<digest>/s/…      titles and names, to suggest

Each is one call, `archiveSearch.put(name, value)`, whose arguments are JSON: one copy serves http and file://.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from archivist.errors import ArchivistError
from archivist.model import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_CALL = "archiveSearch.put("


def script(name: str, value: Any) -> bytes:  # noqa: ANN401 - whatever JSON can say
    """Write a file: JSON is JavaScript but for two characters (ECMA-262 before 2019)."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"{_CALL}{json.dumps(name)},{text});\n".encode("utf-8", "replace")


class IndexFolder:
    """An index being written; `close` gives it its name."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.work = root / f".new-{os.getpid()}"
        self.sums: list[str] = []
        self.files = 0
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)

    def write(self, name: str, value: Any) -> int:  # noqa: ANN401 - as above
        """Write a file and give its size in bytes."""
        data = script(name, value)
        path = self.work / f"{name}.js"
        try:
            path.write_bytes(data)
        except FileNotFoundError:
            path.parent.mkdir(parents=True)
            path.write_bytes(data)
        self.sums.append(f"{hashlib.sha256(data).hexdigest()}  {name}")
        return len(data)

    def close(self, state: Mapping[str, Any]) -> str:
        """Name the folder after its content, point to it, remove other ones, and give the name."""
        digest = hashlib.sha256("\n".join(sorted(self.sums)).encode()).hexdigest()[:16]
        target = self.root / digest
        shutil.rmtree(target, ignore_errors=True)
        self.work.rename(target)
        (self.root / "current.js").write_bytes(script("current", {"folder": digest, **state}))
        for other in self.root.iterdir():
            if other.is_dir() and other != target:
                shutil.rmtree(other)
        return digest


def current(root: Path) -> dict[str, Any] | None:
    """Read which index a folder points to: its `folder`, `source` and `until`; None where there is none."""
    try:
        state: dict[str, Any] = _parse((root / "current.js").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return state if (root / str(state.get("folder")) / "meta.js").is_file() else None


class Shelf:
    """An index being read; files are kept for a while."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.take = lru_cache(maxsize=512)(self._take)

    def _take(self, name: str) -> Any:  # noqa: ANN401 - whatever was written
        path = self.folder / f"{name}.js"
        try:
            return _parse(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            fault = Fault(
                "index-file",
                str(path),
                "a file of the search index cannot be read",
                expected="a file as the build wrote it",
                found=str(error),
                remedy="build the site again",
            )
            raise ArchivistError(fault) from error


def _parse(text: str) -> Any:  # noqa: ANN401 - whatever was written
    if not text.startswith(_CALL):
        raise ValueError("not a file of the search index")
    _, end = json.JSONDecoder().raw_decode(text, len(_CALL))
    return json.loads(text[end + 1 : text.rindex(")")])
