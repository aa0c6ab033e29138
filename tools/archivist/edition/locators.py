"""Where entries are mentioned in a volume, and how places are named in Typst code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.edition.ink import literal
from archivist.mentions import invert

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from archivist.edition.volume import Volume
    from archivist.mentions import Located

Places = dict[str, list[int]]  # numbers of paragraphs that mention an entry, by document, in the volume's order


def places_by_entry(volume: Volume) -> dict[str, Places]:
    """File the paragraphs that mention each entry, nested mentions included, in the order of the volume."""
    inverted = invert(place for chapter in volume.printed for place in chapter.located)
    return {entry: _places(located) for entry, located in inverted.items() if entry in volume.entries}


def _places(located: Iterable[Located]) -> Places:
    places: Places = {}
    for place in located:
        numbers = places.setdefault(place.document, [])
        if not numbers or numbers[-1] != place.paragraph:
            numbers.append(place.paragraph)
    return {document: sorted(set(numbers)) for document, numbers in places.items()}


def places_code(places: Places) -> str:
    """Write an array of (document, paragraph numbers); the trailing commas keep a single one an array."""
    pairs = ((literal(document), "".join(f"{number}," for number in numbers)) for document, numbers in places.items())
    return f"({''.join(f'({document}, ({numbers})),' for document, numbers in pairs)})"


def also_in(volumes: Mapping[int, str], *, opening: str = "Also") -> str:
    """Name the other volumes that have something, in order: each with its page there, or where none is known in ranges.

    Empty where none has it. `opening`: what comes before "in volumes".
    """
    if not volumes:
        return ""
    paged = (f"{number} (p.\u00a0{page})" if page else str(number) for number, page in volumes.items())
    named = ", ".join(paged) if any(volumes.values()) else runs(volumes)
    return f"{opening} in volume{'s' if len(volumes) > 1 else ''} {named}."


def runs(numbers: Iterable[int]) -> str:
    """Print ascending numbers with ranges collapsed: 3, 5–7."""
    found: list[list[int]] = []
    for number in numbers:
        if found and found[-1][-1] == number - 1:
            found[-1][1:] = [number]
        else:
            found.append([number])
    return ", ".join("–".join(map(str, run)) for run in found)
