"""Volumes that refer to each other by page: printed, and where they refer to others printed again.

A page of another volume is known once that is printed. Only the volumes whose records relate to documents in others
are printed twice; if that moved a document to another page, those that refer to it a third time.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from archivist.edition.compiler import font_folders
from archivist.edition.printing import as_one_edition, print_with
from archivist.edition.probing import Probe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from archivist.edition.volume import Volume

_TURNS = 4  # a page that still moves then is left out: the number of the volume remains


def print_edition(volumes: Sequence[Volume], write: Callable[[int, bytes], None]) -> frozenset[str]:
    """Print volumes; `write` gets the place of each and its PDF, of some more than once, the last is to be kept.

    Gives the characters that no font has.

    Raises:
        ArchivistError: a font package is missing, or Typst refuses a volume.
    """
    volumes = as_one_edition(volumes)
    probe = Probe(tuple(font_folders()))
    undrawable: frozenset[str] = frozenset()
    pages: dict[str, str] = {}
    turn = list(range(len(volumes)))
    for left in reversed(range(_TURNS)):
        for at, printed in zip(turn, print_with(probe, [volumes[at] for at in turn]), strict=True):
            write(at, printed.pdf)
            undrawable |= printed.undrawable
            pages |= printed.pages
        turn = [at for at, volume in enumerate(volumes) if volume.pages_elsewhere != _referred(volume, pages)]
        if not turn:
            break
        for at in turn:
            volumes[at] = replace(volumes[at], pages_elsewhere=_referred(volumes[at], pages) if left > 1 else {})
    return undrawable


def _referred(volume: Volume, pages: Mapping[str, str]) -> dict[str, str]:
    """Give the pages, in other volumes, of the documents that the records of a volume relate to."""
    relations = (one for chapter in volume.chapters for one in chapter.document.record.relations)
    return {one.target: pages[one.target] for one in relations if one.target in volume.elsewhere}
