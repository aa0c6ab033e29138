"""What a document mentions, at its end: each entry with its page in the glossary, and what could not be linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.edition.collation import sort_key
from archivist.edition.columns import halves
from archivist.edition.ink import literal
from archivist.edition.locators import runs
from archivist.mentions import invert, unresolved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.edition.ink import Ink
    from archivist.edition.volume import Chapter, Volume
    from archivist.mentions import Located

_ROW = 30  # characters that the end of an entry takes, on average


def apparatus_code(chapter: Chapter, volume: Volume, *, ink: Ink) -> str:
    """Write the list; nothing where the document mentions nothing."""
    linked, open_ = list(_linked(chapter, volume, ink=ink)), "".join(_open(chapter, volume, ink=ink))
    if not linked and not open_:
        return ""
    left, right = halves(linked, row=_ROW)
    return f"apparatus(({left}), ({right}), ({open_}));\n"


def _linked(chapter: Chapter, volume: Volume, *, ink: Ink) -> Iterator[str]:
    """Give the entries that the document mentions by their names, with page and paragraphs."""
    found = {id_: places for id_, places in invert(chapter.located).items() if id_ in volume.entries}
    for id_ in sorted(found, key=lambda id_: (sort_key(volume.entries[id_].name), id_)):
        numbers = sorted({place.paragraph for place in found[id_]})
        name = ink.verbatim(volume.entries[id_].name)
        function = "nested" if all(place.mention.nested for place in found[id_]) else "named"
        yield f"{function}({literal(id_)}, {name}, {literal(runs(numbers))}),"


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
