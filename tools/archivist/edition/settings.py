"""What conf.py asks of the edition, tried before anything is made."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from archivist.model import Fault

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from sphinx.config import Config


def misset(config: Config, pages: Container[str]) -> Iterator[Fault]:
    """Find the settings that cannot be followed. `pages`: the names of the pages that there are."""
    file = config.edition_file
    if PurePath(file).name != file or not file.endswith(".pdf") or file == ".pdf":
        yield _fault("edition_file", "a file's name that ends in .pdf, without a folder", repr(file))
    if config.edition_volume_size < 1:
        yield _fault("edition_volume_size", "1 or more documents", str(config.edition_volume_size))
    for name in config.edition_pages:
        if name not in pages:
            yield _fault("edition_pages", "names of pages below source/, without their endings", repr(name))


def _fault(name: str, expected: str, found: str) -> Fault:
    return Fault("setting-value", "conf.py", f"{name} cannot be followed", expected, found, f"mend {name} in conf.py")
