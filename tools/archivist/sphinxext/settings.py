"""What conf.py must hold, and names in it that are no settings: they would be left out in silence."""

from __future__ import annotations

from difflib import get_close_matches
from types import ModuleType
from typing import TYPE_CHECKING

import langcodes

from archivist.errors import ArchivistError
from archivist.model import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.config import Config

_OURS = ("archive_", "edition_")
_UNASKED = ("archive_toolkit", "edition_document")  # of the settings, those that builds give themselves
_NAMES = {"project": "the archive's name", "author": "the editors, as citations name them"}
_SAME_WORD = 0.9  # of 1, by difflib: what two names have in common if one is a slip for the other
_LIKE = 0.6  # of 1: what is worth naming beside a name that is surely meant for a setting


def require_settings(config: Config) -> None:
    """Require what every page and citation is made with, and no name that looks like a setting of ours and is none.

    Raises:
        ArchivistError: conf.py is otherwise; one fault for each.
    """
    if faults := [*unknown_settings(config), *unfit_settings(config)]:
        raise ArchivistError(*faults)


def unfit_settings(config: Config) -> Iterator[Fault]:
    """Find which of Sphinx's settings cannot stand in an archive: names of it and its editors, its language."""
    for name, expected in _NAMES.items():
        if not str(config[name]).strip():
            yield _unfit(name, expected, config[name])
    if not langcodes.tag_is_valid(str(config.language)):
        yield _unfit("language", "a language tag of BCP 47, such as en", config.language)


def unknown_settings(config: Config) -> Iterator[Fault]:
    """Find the names in conf.py that look like settings of ours, and are none.

    Those that begin as ours do, or differ from one by a letter or two. Not the settings of Sphinx and of other
    extensions, nor names that begin with "_", functions and modules, which conf.py may have of its own.
    """
    ours = sorted(name for name in config.values if name.startswith(_OURS) and name not in _UNASKED)
    begun = tuple(prefix for prefix in _OURS if any(name.startswith(prefix) for name in ours))
    for name, value in config._raw_config.items():  # noqa: SLF001 - Sphinx gives what it does not know nowhere else
        if name in config or name.startswith("_") or callable(value) or isinstance(value, ModuleType):
            continue
        meant = name.startswith(begun)
        near = get_close_matches(name, ours, n=1, cutoff=_LIKE if meant else _SAME_WORD)
        if meant or near:
            yield _unknown(name, value, near[0] if near else "", ours)


def _unfit(name: str, expected: str, value: str) -> Fault:
    message, remedy = f"{name} in conf.py cannot stand", f"give {expected}, in conf.py"
    return Fault("setting-value", f"conf.py#{name}", message, expected, repr(value), remedy)


def _unknown(name: str, value: object, near: str, ours: list[str]) -> Fault:
    own = 'if it is a name of your own, let it begin with "_"'
    return Fault(
        "setting-name",
        f"conf.py#{name}",
        f"{name} in conf.py is no setting of the archive",
        expected=near or f"one of {', '.join(ours)}",
        found=f"{name} = {value!r}",
        remedy=f"write {near} in conf.py; {own}" if near else f"take it out of conf.py; {own}",
    )
