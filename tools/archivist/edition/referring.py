"""Volumes that refer to each other by page: printed, and where they refer to others printed again.

A page of another volume is known once that is printed. Volumes whose records relate to documents in others are printed
twice, as are all volumes of an edition of few, whose glossaries name the pages of entries in the others; if that moved
something to another page, those that refer to it once more.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from archivist.edition.compiler import font_folders
from archivist.edition.linking import DOCUMENT, SCHEME
from archivist.edition.locators import places_by_entry
from archivist.edition.printing import as_one_edition, print_with
from archivist.edition.probing import Probe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from archivist.edition.volume import Volume

Place = tuple[int, str]  # number of a volume, and the name of a place in it
Pages = dict[Place, str]

_FEW = 4  # volumes whose glossaries name each other's pages: all of them are then printed twice
_ROOM = "100"  # takes as much room as most pages do, so that little moves once they are known
_TURNS = 4  # if a page still moves then, all are left out: the numbers of volumes remain


def print_edition(volumes: Sequence[Volume], write: Callable[[int, bytes], None]) -> frozenset[str]:
    """Print volumes; `write` gets the place of each and its PDF, of some more than once, the last is to be kept.

    Gives the characters that no font has.

    Raises:
        ArchivistError: a font package is missing, or Typst refuses a volume.
    """
    volumes = as_one_edition(volumes)
    probe = Probe(tuple(font_folders()))
    undrawable: frozenset[str] = frozenset()
    places: Pages = {}
    wanted = [_wanted(volume, entries=len(volumes) <= _FEW) for volume in volumes]
    said: list[Pages] = [dict.fromkeys(each, _ROOM) for each in wanted]
    turn = list(range(len(volumes)))
    for left in reversed(range(_TURNS)):
        told = [_told(volumes[at], said[at]) for at in turn]
        for at, printed in zip(turn, print_with(probe, told), strict=True):
            write(at, printed.pdf)
            undrawable |= printed.undrawable
            places |= {(volumes[at].imprint.number, name): page for name, page in printed.pages.items()}
        now = [{place: places[place] for place in each if place in places} for each in wanted]
        turn = [at for at, pages in enumerate(now) if pages != said[at]]
        if not turn:
            break
        if left == 1:  # what is printed once more could move what others refer to
            turn = [at for at, pages in enumerate(said) if pages]
        for at in turn:
            said[at] = now[at] if left > 1 else {}
    return undrawable


def _wanted(volume: Volume, *, entries: bool) -> list[Place]:
    """Give what a volume says the pages of: documents that its records relate to, and `entries` in other glossaries."""
    relations = (one for chapter in volume.chapters for one in chapter.document.record.relations)
    targets = sorted({one.target for one in relations if volume.elsewhere(one.target)})
    wanted = [(volume.elsewhere(target), f"{DOCUMENT}{target}") for target in targets]
    if entries:
        here = places_by_entry(volume)
        wanted += [(number, f"{SCHEME}{id}") for id in sorted(here) for number in volume.beyond.get(id, ())]
    return wanted


def _told(volume: Volume, pages: Pages) -> Volume:
    return replace(
        volume,
        pages_elsewhere={
            name.removeprefix(DOCUMENT): page for (_, name), page in pages.items() if name.startswith(DOCUMENT)
        },
        pages_beyond={
            (name.removeprefix(SCHEME), number): page
            for (number, name), page in pages.items()
            if name.startswith(SCHEME)
        },
    )
