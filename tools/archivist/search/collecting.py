"""What goes into the index: units by date, and the forms by which a query can name an entry."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from archivist.dates import day_order, earliest_day, earliest_year, printed_date
from archivist.mentions import invert
from archivist.passages.identifier import DIGEST_LENGTH
from archivist.search.units import Collection, Mentioned, Named, Passage, Unit
from archivist.store.record import UNKNOWN
from archivist.text import locate, paragraph_at
from archivist.toolkit import toolkit_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from archivist.glossary import Glossary
    from archivist.mentions import Located
    from archivist.model import Entry
    from archivist.store import Archive, Document
    from archivist.store.record import Part

_CODE = re.compile(r"(?P<letter>[CRP])0*(?P<number>\d+)")
_TYPES = {"C": "Convention", "R": "Recommendation", "P": "Protocol"}


class Holding(NamedTuple):
    """A document that is published, and what is known of it without its text."""

    id: str
    address: str  # of its page
    open: bool  # its text may be published
    day: str  # earliest that its date can mean
    parts: tuple[Part, ...]
    located: Sequence[Located]


def digest(project: Path) -> str:
    """Say what an index is made from: the toolkit, the archive, its records as they lie there, and the glossary."""
    sums = hashlib.sha256(toolkit_digest().encode())
    for pattern in ("archive/archive-manifest.txt", "archive/*/record.toml", "source/glossary/*.toml"):
        for path in sorted(project.glob(pattern)):
            sums.update(hashlib.sha256(path.read_bytes()).digest())
    return sums.hexdigest()


def embargo_ends(closed: Iterable[str]) -> str:
    """Give the first day on which one of these `access` values lets its text be published; empty if none does."""
    embargoes = (access.removeprefix("embargoed until ") for access in closed if access.startswith("embargoed"))
    return min(map(earliest_day, embargoes), default="")


def units(archive: Archive, holdings: Iterable[Holding], glossary: Glossary) -> Iterator[Unit]:
    """Give the units by date, reading each text when its turn comes; those without a date come last."""
    read = lru_cache(maxsize=8)(archive.document)
    countries = _countries(glossary)
    ordered: list[tuple[str, str, int, Holding, Part | None]] = []
    for holding in holdings:
        ordered += ((day, holding.id, first, holding, part) for day, first, part in _slices(holding))
    ordered.sort(key=lambda one: (day_order(one[0]), *one[:3]))
    for day, _, _, holding, part in ordered:
        yield _unit(read(holding.id), holding, part, day=day, glossary=glossary, countries=countries)


def _slices(holding: Holding) -> Iterator[tuple[str, int, Part | None]]:
    """Part a document: what stands before its first part is a unit of the document's own date."""
    parts = holding.parts if holding.open else ()
    if not parts or parts[0].first > 1:
        yield holding.day, 0, None
    for part in parts:
        yield earliest_day(part.date), part.first, part


def _unit(
    document: Document,
    holding: Holding,
    part: Part | None,
    *,
    day: str,
    glossary: Glossary,
    countries: Mapping[str, str],
) -> Unit:
    record = document.record
    first, last = _reach(document, part)
    mentioned = _mentioned(document.text, holding.located, first, last)
    date = part.date if part else record.date
    return Unit(
        document=document.id,
        digest=document.text_sha256[:DIGEST_LENGTH],
        size=(len(document.paragraphs), len(document.text)) if holding.open else (0, 0),
        address=f"{holding.address}#p{part.first}" if part else holding.address,
        title=(part.title or f"(untitled, ¶ {part.first})") if part else record.title,
        heading=record.title if part else "",
        date="undated" if date == UNKNOWN else printed_date(date),
        day=day,
        type=record.type,
        language=record.language,
        passages=tuple(_passages(document, first, last)) if holding.open else (),
        facets={
            "year": ["undated" if date == UNKNOWN else printed_date(earliest_year(date))],
            "type": [record.type.replace("-", " ")],
            "language": [record.language],
            **_named_facets(document, part, mentioned, glossary, countries),
        },
        mentioned=mentioned,
    )


def _reach(document: Document, part: Part | None) -> tuple[int, int]:
    firsts = [one.first for one in document.record.part]
    first = part.first if part else 1
    later = [number for number in firsts if number > first or (part is None and number >= first)]
    return first, (min(later) - 1 if later else len(document.paragraphs))


def _passages(document: Document, first: int, last: int) -> Iterator[Passage]:
    notes = _notes(document)
    for paragraph in document.paragraphs[first - 1 : last]:
        text = document.text[paragraph.start : paragraph.end]
        yield Passage(paragraph.number, text, tuple(notes.get(paragraph.number, ())))


def _notes(document: Document) -> dict[int, list[str]]:
    """Give what notes read, by paragraph."""
    notes: defaultdict[int, list[str]] = defaultdict(list)
    for note in document.record.note:
        span = locate(document.text, note.quote) if note.reading else None
        if span is not None:
            notes[paragraph_at(span.start, document.paragraphs) or 0].append(note.reading)
    return notes


def _mentioned(text: str, located: Sequence[Located], first: int, last: int) -> dict[str, list[Mentioned]]:
    mentioned = {}
    for entry, places in invert(located).items():
        found = [_mention(text, place) for place in places if first <= place.paragraph <= last]
        if found:
            mentioned[entry] = found
    return mentioned


def _mention(text: str, place: Located) -> Mentioned:
    mention = place.mention
    return Mentioned(place.paragraph, "" if mention.anaphora else " ".join(text[mention.start : mention.end].split()))


def _countries(glossary: Glossary) -> dict[str, str]:
    """Give the names of countries by their code."""
    return {entry.country: entry.name for entry in glossary.of_kind("place") if entry.type == "country"}


def _named_facets(
    document: Document,
    part: Part | None,
    mentioned: Mapping[str, object],
    glossary: Glossary,
    countries: Mapping[str, str],
) -> dict[str, list[str]]:
    entries = [glossary.entries[id] for id in mentioned]
    record = document.record
    # The record's places are those of the whole: a part is of those that it names.
    written = set() if part else {place.rpartition(", ")[2] for place in record.places}
    bodies = {name for name in (*record.creator, *record.publisher) if name != UNKNOWN}
    organisations = {entry.name for entry in glossary.of_kind("organisation")}
    facets = {
        "country": {
            countries[entry.country] for entry in entries if entry.kind == "place" and entry.country in countries
        }
        | written.intersection(countries.values()),
        "organisation": {entry.name for entry in entries if entry.kind == "organisation"} | (bodies & organisations),
        "instrument": {entry.name for entry in entries if entry.kind in ("ilo", "asean")},
    }
    return {name: sorted(values) for name, values in facets.items()}


def collection(
    holdings: Iterable[Holding], glossary: Glossary, *, address_of: Callable[[Entry], str], code: str
) -> Collection:
    """Give the entries that are mentioned; `code` stands before identifiers outside the archive."""
    mentioned = {place.mention.entry for holding in holdings for place in holding.located}
    entries = [glossary.entries[id] for id in sorted(id for id in mentioned if id is not None)]
    return Collection(code, [_named(entry, glossary, address_of(entry)) for entry in entries])


def _named(entry: Entry, glossary: Glossary, address: str) -> Named:
    others = [other for other in glossary.entries.values() if other.stands_for == entry.id]
    shared = [form for other in others for form in (other.name, *other.forms)]
    spelt_out = _spelt_out([entry, *others])
    forms = dict.fromkeys([entry.name, *_codes(entry), *shared, *entry.forms, *spelt_out])
    return Named(entry.id, entry.name, address, tuple(forms), spelt_out)


def _spelt_out(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Give what acronyms stand for, in the singular and the plural; two words say too little to name anything."""
    long = [entry.expansion for entry in entries if len(entry.expansion.split()) > 2]
    return tuple(form for expansion in long for form in (expansion, f"{expansion}s"))


def _codes(entry: Entry) -> list[str]:
    """Give the ways to write an ILO instrument's code, and its name without year and number."""
    match = _CODE.fullmatch(entry.id) if entry.kind == "ilo" else None
    if match is None:
        return []
    letter, number = match["letter"], match["number"]
    written = [f"{name} {number}" for name in (letter, _TYPES[letter], f"{_TYPES[letter]} No.")]
    short = re.sub(r", \d{4} \(No\. \d+\)$|\s*\(No\. \d+\)$", "", entry.name)
    codes = [f"{letter}{number}", entry.id, *written, f"ILO {letter}{number}", f"IL{letter}{number}"]
    return [*codes, *(f"ILO {each}" for each in written[1:]), short]
