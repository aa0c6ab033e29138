"""What a document mentions, at its end: each entry with its page in the glossary, and what could not be linked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from archivist.edition.collation import sort_key
from archivist.edition.columns import halves
from archivist.edition.ink import literal
from archivist.edition.locators import runs
from archivist.mentions import invert, unresolved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.edition.ink import Ink
    from archivist.edition.volume import Chapter, Volume
    from archivist.mentions import Located

_ROW = 30  # characters that the end of an entry takes, on average
_LINE = 54  # characters that a line of a column surely holds
_PLACE = 12  # characters of an entry's page, and around its paragraphs
_PAGE = 112  # lines that both columns of a page surely hold, of Letter too


class Row(NamedTuple):
    """An entry, and the lines that it takes at most."""

    code: str
    lines: int


def apparatus_code(chapter: Chapter, volume: Volume, *, ink: Ink) -> str:
    """Write the list; nothing where the document mentions nothing.

    Each page of it is kept together: a column that goes on overleaf would be read before the one beside it.
    """
    linked, open_ = paged(_linked(chapter, volume, ink=ink)), "".join(_open(chapter, volume, ink=ink))
    if not linked and not open_:
        return ""
    return f"apparatus(({open_}), {''.join(map(block_code, linked))});\n"


def paged(rows: Iterable[Row]) -> list[list[Row]]:
    """Part rows into pages."""
    pages: list[list[Row]] = []
    room = 0
    for row in rows:
        if row.lines > room:
            pages.append([])
            room = _PAGE
        pages[-1].append(row)
        room -= row.lines
    return pages


def block_code(rows: Sequence[Row]) -> str:
    """Write a page of the list in two columns; rows that a page may not hold are not kept together."""
    left, right = halves([row.code for row in rows], row=_ROW)
    fits = "true" if sum(row.lines for row in rows) <= _PAGE else "false"
    return f"(({left}), ({right}), {fits}),"


def _linked(chapter: Chapter, volume: Volume, *, ink: Ink) -> Iterator[Row]:
    """Give the entries that the document mentions by their names, with page and paragraphs."""
    found = {id_: places for id_, places in invert(chapter.located).items() if id_ in volume.entries}
    for id_ in sorted(found, key=lambda id_: (sort_key(volume.entries[id_].name), id_)):
        numbers = sorted({place.paragraph for place in found[id_]})
        name, paragraphs = volume.entries[id_].name, runs(numbers)
        function = "nested" if all(place.mention.nested for place in found[id_]) else "named"
        code = f"{function}({literal(id_)}, {ink.verbatim(name)}, {literal(paragraphs)}),"
        yield Row(code, 1 + (len(name) + len(paragraphs) + _PLACE) // _LINE)


def _open(chapter: Chapter, volume: Volume, *, ink: Ink) -> Iterator[str]:
    """Give what is not linked and why, each words once with all their paragraphs."""
    found: dict[tuple[str, str], list[int]] = {}
    for place in unresolved(chapter.located):
        words = " ".join(chapter.document.text[place.mention.start : place.mention.end].split())
        found.setdefault((words, _why(place, volume)), []).append(place.paragraph)
    for (words, why), numbers in found.items():
        yield f"unlinked({ink.verbatim(words)}, {literal(why)}, {literal(runs(sorted(set(numbers))))}),"


def _why(place: Located, volume: Volume) -> str:
    if place.mention.state == "unmatched":
        return "not in the glossary"
    names = [volume.entries[id_].name if id_ in volume.entries else id_ for id_ in place.mention.candidates]
    return f"undecided: {' or '.join(names)}" if names else "undecided"
