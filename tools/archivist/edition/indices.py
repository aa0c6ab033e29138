"""The indices of a volume as Typst code: instruments, acronyms, organisations, places. Persons are not indexed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from archivist.edition.collation import initial, sort_key
from archivist.edition.glossary_pages import short_forms
from archivist.edition.ink import literal
from archivist.edition.locators import places_code
from archivist.edition.running import guide_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from archivist.edition.ink import Ink
    from archivist.edition.locators import Places
    from archivist.edition.volume import Volume
    from archivist.model import Entry

_INDICES = {
    "Instruments": ("ilo", "asean"),
    "Acronyms": ("acronym",),
    "Organisations": ("organisation",),
    "Places": ("place",),
}
_HOW = (
    "Locators give page and paragraph: 12 ¶ 3. A paragraph that goes on to the next page is given with both: "
    "12–13 ¶ 4. A paragraph’s number never changes, its page may in another edition."
)

_HERE = "The places are those of this volume; the glossary names the other volumes that mention an entry."


def indices_code(volume: Volume, places: Mapping[str, Places], *, ink: Ink) -> str:
    """Write the indices that have headings, with page and paragraph of every place."""
    indices = "".join(
        _index(title, headings)
        for title, kinds in _INDICES.items()
        if (headings := sorted(_headings(volume, places, kinds, ink=ink), key=lambda pair: sort_key(pair[0])))
    )
    if not indices:
        return ""
    how = f"index-note({literal(_HOW if volume.imprint.volumes == 1 else f'{_HOW} {_HERE}')})"
    return f'wide-chapter("indices", "Indices", "index", {{{how};index-columns(\n{indices})}});\n'


def _index(title: str, headings: list[tuple[str, str]]) -> str:
    letters = (
        f"index-letter({literal(letter)}),\n" + "".join(code for _, code in group)
        for letter, group in groupby(headings, key=lambda pair: initial(pair[0]))
    )
    return f"index-heading({literal(title)}),\n{''.join(letters)}"


def _headings(
    volume: Volume, places: Mapping[str, Places], kinds: tuple[str, ...], *, ink: Ink
) -> Iterator[tuple[str, str]]:
    """Give the headings of an index and their code, and from each code of the ILO one that leads to its title."""
    # In volumes the name alone is a link, to where the glossary has the places: 3,000 of them would be linked twice.
    function = "index-entry" if volume.imprint.volumes == 1 else "index-names"
    acronyms = short_forms(volume.entries)
    for id_, documents in places.items():
        entry = volume.entries[id_]
        if "acronym" in kinds:
            for short in acronyms.get(id_, ()):
                if short.id not in places:
                    yield short.name, _see(short.name, entry, ink=ink)
        if entry.kind not in kinds:
            continue
        title = _with_code(entry)
        named = f"{ink.verbatim(title)}, {guide_word(entry.name, ink=ink)}"
        yield title, f"{function}(find, {literal(id_)}, {named}, {places_code(documents)}),\n"
        if title != entry.name:
            yield entry.id, _see(entry.id, entry, ink=ink)


def _see(heading: str, entry: Entry, *, ink: Ink) -> str:
    word = guide_word(heading, ink=ink)
    return f"index-see({ink.verbatim(heading)}, {word}, {ink.verbatim(entry.name)}, {literal(entry.id)}),\n"


def _with_code(entry: Entry) -> str:
    """Give the name of an entry, with its code where people know it by one."""
    return f"{entry.name} ({entry.id})" if entry.kind == "ilo" and entry.id != entry.name else entry.name
