"""The volumes of an edition and which documents each holds, as Typst code: who has one of them finds the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.edition.collation import sort_key
from archivist.edition.ink import literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.edition.ink import Ink
    from archivist.edition.volume import Volume

_MANY = 30  # volumes whose list is printed at length in the first only
_FEW = 200  # documents that each volume lists, with their titles: some four pages
_FIRST = 1


def volumes_code(volume: Volume, *, ink: Ink) -> str:
    """Write what each volume holds, and in which each document stands; nothing where there is one volume."""
    if volume.imprint.volumes == 1 or volume.alone:
        return ""
    count, number = volume.imprint.volumes, volume.imprint.number
    held = literal(f"This edition has {len(volume.placed):,} documents in {count} volumes; this is volume {number}.")
    at_length = count <= _MANY or number == _FIRST
    volumes = _at_length(volume, ink=ink) if at_length else _in_short(volume, ink=ink)
    documents = _documents(volume, ink=ink)
    return f'chapter("volumes", "The volumes", {{index-note({held});\n{volumes}{documents}}});\n'


def _at_length(volume: Volume, *, ink: Ink) -> str:
    """Give each volume its name, what it holds, and its file."""
    rows = enumerate(volume.imprint.bound, 1)
    return "".join(
        f"volume-line({literal(str(number))}, {ink.verbatim(one.name)}, {ink.verbatim(f'{one.held}. {one.file}')});\n"
        for number, one in rows
    )


def _in_short(volume: Volume, *, ink: Ink) -> str:
    """Give the names of the volumes and the numbers of their documents in one paragraph, and how files are named."""
    bound = volume.imprint.bound
    names = "; ".join(f"{number}: {one.name} ({one.held.split()[0]})" for number, one in enumerate(bound, 1))
    files = f"{bound[0].file} to {bound[-1].file}"
    how = f"In brackets, the number of documents. The files, by the numbers of volumes: {files}."
    return f"small-lines({ink.verbatim(f'{names}.')}, {ink.verbatim(how)});\n"


def _documents(volume: Volume, *, ink: Ink) -> str:
    """Write in which volume each document stands, or where that is said."""
    if len(volume.placed) <= _FEW:
        return f'section(2, "Where each document stands");finding-list((\n{"".join(_titled(volume, ink=ink))}));\n'
    if volume.imprint.number == _FIRST:
        lines = "".join(f"{literal(f'{id}, {number}')},\n" for id, number in _by_id(volume))
        return f'section(2, "The volume of each document");long-finding-list(\n{lines});\n'
    return f"par({literal('Volume 1 lists the identifiers of all documents with the volumes that hold them.')});\n"


def _titled(volume: Volume, *, ink: Ink) -> Iterator[str]:
    for id, number in _by_id(volume):
        yield f"found({ink.verbatim(volume.titles[id])}, {literal(id)}, {literal(str(number))}),\n"


def _by_id(volume: Volume) -> list[tuple[str, int]]:
    return sorted(volume.placed.items(), key=lambda pair: (sort_key(pair[0]), pair[0]))
