"""The glossary of a volume as Typst code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.dates import printed_date
from archivist.edition.collation import sort_key
from archivist.edition.ink import literal
from archivist.edition.locators import also_in, places_code
from archivist.edition.running import guide_word
from archivist.model import KINDS
from archivist.sphinxext.countries import country_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from archivist.edition.ink import Ink
    from archivist.edition.locators import Places
    from archivist.edition.volume import Volume
    from archivist.model import Entry, Kind

KIND_TITLES: Mapping[Kind, str] = {
    "ilo": "Instruments of the ILO",
    "asean": "Instruments of ASEAN",
    "acronym": "Acronyms",
    "organisation": "Organisations",
    "place": "Places",
}
_UNVERIFIED = (
    "“Unverified” stands beside a name that was not seen in an opened source, and before other facts that were not."
)
_WIKIDATA = re.compile(r"https?://www\.wikidata\.org/(?:entity|wiki)/(Q[0-9]+)")
_FEW = 40  # documents and paragraphs whose places take six lines at most
_FIELD_NAMES = {
    "forms": "forms by which it is found",
    "same_as": "address",
    "in_force": "entry into force",
    "other_readings": "other readings",
}


def glossary_code(volume: Volume, places: Mapping[str, Places], *, ink: Ink) -> str:
    """Write the entries that the volume mentions, kind by kind, and count the others; nothing where there are none."""
    kinds = "".join(_kind(volume, kind, places, ink=ink) for kind in KINDS)
    if not kinds:
        return ""
    count = len(volume.entries) - len(places)
    rest = f"line-of(emph({literal(f'Entries of the glossary that no document here mentions, left out: {count}.')}));"
    left_out = f"{{v(4mm);{rest}}}" if count and not volume.alone else "none"
    doubtful = any(not volume.entries[id].verified or volume.entries[id].unverified for id in places)
    how = f"index-note({literal(_UNVERIFIED)});" if doubtful else ""
    return f'wide-chapter("glossary", "Glossary", "entries", {{{how}entries((\n{kinds}), {left_out})}});\n'


def _kind(volume: Volume, kind: Kind, places: Mapping[str, Places], *, ink: Ink) -> str:
    entries = sorted(
        (entry for entry in volume.entries.values() if entry.kind == kind and entry.id in places),
        key=lambda entry: (sort_key(entry.name), entry.id),
    )
    if not entries:
        return ""
    short = short_forms(volume.entries)
    code = "".join(_entry(entry, volume, places[entry.id], short.get(entry.id, ()), ink=ink) for entry in entries)
    return f"entries-heading({literal(KIND_TITLES[kind])}),\n{code}"


def _entry(entry: Entry, volume: Volume, places: Places, acronyms: Iterable[Entry], *, ink: Ink) -> str:
    lines = [f"line-of({ink.verbatim(line)});" for line in _facts(entry, language=volume.imprint.language)]
    if entry.stands_for in volume.entries:
        other = volume.entries[entry.stands_for]
        lines.append(f'line-of({{"Stands for ";xref({literal(f"entry:{other.id}")}, {ink.verbatim(other.name)})}});')
    short = "; ".join(one.name for one in acronyms)
    lines += [f"line-of({ink.verbatim(f'Short: {short}.')});"] if short else []
    lines += [f"line-of({code});" for code in _authorities(entry, ink=ink)]
    code = entry.id if entry.kind == "ilo" else ""  # the only ids that are codes people use
    identifier = ", ".join(filter(None, (code, "" if entry.verified else "unverified")))
    name, word = ink.verbatim(entry.name), guide_word(entry.name, ink=ink)
    opening = f"entry({literal(f'entry:{entry.id}')}, {name}, {word}, {ink.plain(identifier)}, "
    beyond = literal(also_in(_beyond(entry, volume)))
    where = f'mentioned("Mentioned", find, {beyond}, {places_code(places)});'
    return f"{opening}{{{''.join(lines)}}}, {{{where}}}, whole: {_is_short(places)}),\n"


def _is_short(places: Places) -> str:
    """Tell Typst whether the places of an entry take some lines only, so that it can stand in one column."""
    return "true" if sum(1 + len(numbers) for numbers in places.values()) <= _FEW else "false"


def _beyond(entry: Entry, volume: Volume) -> dict[int, str]:
    """Give the other volumes that mention an entry, and the page of it in the glossary of each; empty if unknown."""
    return {number: volume.pages_beyond.get((entry.id, number), "") for number in volume.beyond.get(entry.id, ())}


def short_forms(entries: Mapping[str, Entry]) -> Mapping[str, list[Entry]]:
    """File the acronyms, sorted, by the entries that they stand for."""
    acronyms = (one for one in entries.values() if one.kind == "acronym" and one.stands_for)
    filed: dict[str, list[Entry]] = {}
    for one in sorted(acronyms, key=lambda acronym: (sort_key(acronym.name), acronym.id)):
        filed.setdefault(one.stands_for, []).append(one)
    return filed


def _facts(entry: Entry, *, language: str) -> Iterator[str]:
    """Give what is known of an entry, a line a fact; what was not seen in an opened source is marked."""
    adopted = f"adopted {printed_date(entry.adopted)}" if entry.adopted else ""
    force = f"in force {printed_date(entry.in_force)}" if entry.in_force else ""
    told = entry.type == "country" or entry.country == "world"  # by its own name; or nothing is
    country = "" if told else country_names(entry.country, within=language)
    facts = [entry.type, entry.body, adopted, entry.place, entry.occasion, force, country]
    if any(facts):
        line = "; ".join(fact for fact in facts if fact)
        yield f"{line[0].upper()}{line[1:]}."
    if entry.expansion and entry.expansion != entry.name:
        yield f"Stands for {entry.expansion}."
    if entry.other_readings:
        yield f"Elsewhere also: {'; '.join(entry.other_readings)}."
    yield from filter(None, (entry.summary, entry.remark))
    if entry.unverified:
        yield f"Unverified: {', '.join(_FIELD_NAMES.get(name, name) for name in entry.unverified)}."


def _authorities(entry: Entry, *, ink: Ink) -> Iterator[str]:
    for same in entry.same_as:
        checked = f" (seen {printed_date(same.checked)})" if same.checked else " (not checked)"
        item = _WIKIDATA.fullmatch(same.address)
        words = f"Wikidata\u00a0{item[1]}" if item else same.address
        yield f"{{url({ink.plain(same.address)}, {ink.verbatim(words)});{literal(checked)}}}"
