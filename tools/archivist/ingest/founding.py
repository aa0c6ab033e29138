"""Making an empty archive project: for another organisation, and for tests."""

from __future__ import annotations

import re
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING

from archivist.errors import ArchivistError
from archivist.glossary import load
from archivist.ingest.deriving import mend
from archivist.model import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable
    from pathlib import Path

_MARKUP = re.compile(r"[\\`*_\[\]<>&#$~|^]")
_TEMPLATE = ".template"  # a file of which the values are filled in, and the ending dropped
_HIDDEN = {"gitattributes": ".gitattributes", "gitignore": ".gitignore"}


def found(folder: Path, values: Mapping[str, str], *, like: Path | None = None) -> None:
    """Write an empty archive project into a folder that is not there or empty.

    `values`: title, author, year, code (stands before passage identifiers) and slug (names files).
    `like`: the project whose glossary it gets, in place of one with an example of each kind.

    Raises:
        ArchivistError: the folder is a file, or holds something; the other project has no glossary that can stand.
    """
    glossary = dict(_glossary(like)) if like else {}
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        message, found = (f"{folder} is not empty", "a folder that holds something")
        if not folder.is_dir():
            message, found = (f"{folder} is not a folder", "a file")
        remedy = "name a folder that does not exist yet"
        raise ArchivistError(Fault("not-empty", str(folder), message, "an empty folder, or none", found, remedy))
    for name, text in _files(files("archivist.ingest") / "project", ""):
        path = folder / name.removesuffix(_TEMPLATE)
        path = path.with_name(_HIDDEN.get(path.name, path.name))
        path.parent.mkdir(parents=True, exist_ok=True)
        known = {**values, "title": _escaped(values["title"])} if ".md" in name else values
        filled = Template(text).substitute(known) if name.endswith(_TEMPLATE) else text
        path.write_text(filled, encoding="utf-8", newline="\n")
    for name, data in glossary.items():
        (folder / "source" / "glossary" / name).write_bytes(data)
    (folder / "archive").mkdir()
    (folder / "source" / "documents").mkdir()
    mend(folder)


def _glossary(project: Path) -> Iterator[tuple[str, bytes]]:
    folder = project / "source" / "glossary"
    load(folder)  # refuses one that cannot stand
    for path in sorted(folder.glob("*.toml")):
        yield path.name, path.read_bytes()


def _escaped(text: str) -> str:
    """Write a text so that Markdown takes it as it stands (CommonMark 0.31, 2.4)."""
    return _MARKUP.sub(r"\\\g<0>", text)


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, str]]:
    """Give the templates by their path below the folder of templates."""
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            yield from _files(each, f"{prefix}{each.name}/")
        else:
            yield prefix + each.name, each.read_text(encoding="utf-8")
