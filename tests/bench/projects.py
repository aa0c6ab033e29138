"""The projects that are timed: ours, and the same texts as reStructuredText for stock Sphinx."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from corpus import ROOT, documents

if TYPE_CHECKING:
    from pathlib import Path

_MARKUP = re.compile(r"([\\*`_|<>:\[\]{}#$&@~^=+.()\-\"'/!?;,%])")
_STOCK = """\
project = "Stock"
extensions = []
html_theme = "pydata_sphinx_theme"
smartquotes = False
html_copy_source = False
"""
_TUNED = _STOCK + 'html_sidebars = {"docs/*": []}\n'


def ours(folder: Path, count: int) -> None:
    """Make an archive project by the commands that its users have."""
    archivist = [sys.executable, "-m", "archivist"]
    subprocess.run([*archivist, "new", str(folder)], check=True, stdout=subprocess.DEVNULL)
    for glossary in sorted((ROOT / "source" / "glossary").glob("*.toml")):
        shutil.copy(glossary, folder / "source" / "glossary")
    received = folder / "received"
    received.mkdir()
    columns = ["file", "id", "title", "creator", "date", "source", "language", "type", "layout"]
    with (folder / "received.csv").open("w", encoding="utf-8", newline="") as table:
        writer = csv.writer(table)
        writer.writerow(columns)
        for one in documents(count):
            path = received / f"{one.id}.txt"
            path.write_text(one.text, encoding="utf-8")
            row = [str(path), one.id, one.title, "Nobody", str(one.year), "generated", "en", "report", "lines"]
            writer.writerow(row)
    add = ["--project", str(folder), "add", "--no-input", "--batch", str(folder / "received.csv")]
    subprocess.run([*archivist, *add], check=True, stdout=subprocess.DEVNULL)


def stock(folder: Path, count: int, *, tuned: bool) -> None:
    """Make a Sphinx project of the same texts: every mark that could be markup is escaped."""
    source = folder / "source"
    (source / "docs").mkdir(parents=True)
    (folder / "conf.py").write_text(_TUNED if tuned else _STOCK, encoding="utf-8")
    names = []
    for one in documents(count):
        names.append(one.id)
        paragraphs = "\n\n".join(_MARKUP.sub(r"\\\1", paragraph) for paragraph in one.paragraphs)
        title = f"{one.title}\n{'=' * len(one.title)}"
        (source / "docs" / f"{one.id}.rst").write_text(f"{title}\n\n{paragraphs}\n", encoding="utf-8")
    listing = "\n".join(f"   {'docs/' if not tuned else '/docs/'}{name}" for name in names)
    toctree = f".. toctree::\n\n{listing}\n"
    if tuned:
        (source / "documents.rst").write_text(f"Documents\n=========\n\n{toctree}", encoding="utf-8")
        toctree = ".. toctree::\n\n   documents\n"
    (source / "index.rst").write_text(f"Index\n=====\n\n{toctree}", encoding="utf-8")
