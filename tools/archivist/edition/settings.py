"""What conf.py asks of the edition, tried before anything is made."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, get_args

from archivist.edition.binding import Binding
from archivist.edition.volume import Paper
from archivist.model import Fault

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from sphinx.config import Config

_CHOICES = {"edition_paper": get_args(Paper), "edition_volumes": get_args(Binding)}
_TYPES: dict[str, tuple[type | tuple[type, ...], str]] = {
    "edition_file": (str, "a file's name, in quotation marks"),
    "edition_pages": ((list, tuple), "a list of names, in square brackets"),
    "edition_paper": (str, "a name, in quotation marks"),
    "edition_subtitle": (str, "words, in quotation marks"),
    "edition_volume_size": (int, "a whole number"),
    "edition_volumes": (str, "a word, in quotation marks"),
}


def misset(config: Config, pages: Container[str]) -> Iterator[Fault]:
    """Find the settings that cannot be followed. `pages`: the names of the pages that there are."""
    mistyped = list(_mistyped(config))
    yield from mistyped or _unfollowed(config, pages)


def _mistyped(config: Config) -> Iterator[Fault]:
    for name, (type_, expected) in _TYPES.items():
        value = config[name]
        if not isinstance(value, type_) or isinstance(value, bool):
            yield _fault(name, expected, repr(value))


def _unfollowed(config: Config, pages: Container[str]) -> Iterator[Fault]:
    file = config.edition_file
    if PurePath(file).name != file or not file.endswith(".pdf") or file == ".pdf":
        yield _fault("edition_file", "a file's name that ends in .pdf, without a folder", repr(file))
    if config.edition_volume_size < 1:
        yield _fault("edition_volume_size", "1 or more documents", str(config.edition_volume_size))
    for name, allowed in _CHOICES.items():
        if config[name] not in allowed:
            yield _fault(name, " or ".join(f'"{value}"' for value in allowed), repr(config[name]))
    for name in config.edition_pages:
        if name not in pages:
            yield _fault("edition_pages", "names of pages below source/, without their endings", repr(name))


def _fault(name: str, expected: str, found: str) -> Fault:
    return Fault("setting-value", "conf.py", f"{name} cannot be followed", expected, found, f"mend {name} in conf.py")
