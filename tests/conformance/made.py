"""Projects of texts that tests make, by the commands of the manual."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COLUMNS = ("file", "id", "title", "creator", "date", "source", "language", "type")


def run(program: str, *arguments: object) -> None:
    """Run a program of this environment, which must succeed."""
    path = Path(sys.executable).with_name(program)
    done = subprocess.run([path, *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def found_project(folder: Path, title: str, texts: Mapping[str, tuple[str, str, str]]) -> Path:
    """Found a project in a folder and add texts; each, by id, comes with its title and its language."""
    project = folder / "project"
    rows = [
        (f"{id}.txt", id, title, "unknown", "2020", "made", language, "other")
        for id, (_, title, language) in texts.items()
    ]
    for id, (text, _, _) in texts.items():
        (folder / f"{id}.txt").write_bytes(text.encode())
    run("archivist", "new", project, "--title", title)
    run("archivist", "--project", project, "add", "--batch", _table(folder, rows), "--no-input", "--by", "Ana")
    return project


def _table(folder: Path, rows: Sequence[Sequence[str]]) -> Path:
    path = folder / "table.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([COLUMNS, *rows])
    return path
