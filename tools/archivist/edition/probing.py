"""Which characters no font has: Typst is asked, about each character once."""

from __future__ import annotations

import datetime as dt
from threading import Lock
from typing import TYPE_CHECKING

from archivist.edition.compiler import Undrawn, compile_project
from archivist.edition.ink import literal
from archivist.edition.typeset import template

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_SETTINGS = 'title: "Probe", date: datetime(year: 2000, month: 1, day: 1)'


class Probe:
    """Remembers which characters it has asked about, for the volumes to come; may be used by several threads."""

    def __init__(self, fonts: tuple[Path, ...]) -> None:
        self.fonts = fonts
        self._known: set[str] = set()
        self._undrawable: frozenset[str] = frozenset()
        self._lock = Lock()

    def undrawable(self, project: Mapping[str, bytes]) -> frozenset[str]:
        """Give the characters of a project that no font has.

        Raises:
            ArchivistError: Typst refuses the page with the characters for another reason.
        """
        characters = _characters(project)
        with self._lock:
            if new := characters - self._known:
                self._undrawable |= undrawable_characters(new, self.fonts)
                self._known |= new
        return self._undrawable & characters


def _characters(project: Mapping[str, bytes]) -> set[str]:
    """Give the characters of a project's sources that are no ASCII."""
    sources = (data.decode() for path, data in project.items() if path.endswith(".typ"))
    return {char for char in set().union(*map(set, sources)) if not char.isascii()}


def undrawable_characters(characters: Iterable[str], fonts: Iterable[Path]) -> frozenset[str]:
    """Ask Typst which characters no font has: each once, on a page of their own.

    Raises:
        ArchivistError: Typst refuses the page for another reason.
    """
    statements = "".join(f"par({literal(char)});" for char in sorted(characters))
    main = f'#import "/edition.typ": *\n#show: edition.with({_SETTINGS})\n#{{{statements}}}\n'
    probe = {"edition.typ": template(), "main.typ": main.encode()}
    try:
        compile_project(probe, fonts, date=dt.date(2000, 1, 1))
    except Undrawn as stopped:
        return stopped.characters
    return frozenset()
