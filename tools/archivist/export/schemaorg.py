"""Documents in schema.org's vocabulary, as JSON-LD 1.1: in a file, and each in its own page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from archivist.export.dating import certain_year, is_plain
from archivist.export.item import known, stated_rights
from archivist.export.kinds import KINDS, WITHOUT_CHAPTERS
from archivist.export.wording import json_text, one_line
from archivist.store.record import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.export.imprint import Edition, Imprint
    from archivist.export.item import Item, NumberedPart
    from archivist.model import Entry
    from archivist.store.record import Record

Json = dict[str, Any]

_LAWS = frozenset({"agreement", "convention", "law", "protocol", "recommendation", "treaty"})
_GATHERINGS = frozenset({"meeting", "movement", "partnership", "project", "standing forum"})
_CONTEXT = "https://schema.org"


def work(item: Item) -> Json:
    """Describe a document as a work.

    A creator that the record does not count among its persons is a body: so the record is defined. Of a publisher or a
    holder of rights it does not say, and the name alone is given where the glossary does not know it: schema.org's data
    model takes a text in the place of a thing, has no class above Person and Organization but Thing, and does not allow
    that one there.
    """
    record = item.record
    values = {
        "@type": KINDS[record.type].schema,
        "@id": item.imprint.at(item.page),
        "name": one_line(record.title),
        "author": [named(name, item) for name in known(record.creator)],
        "publisher": [named(name, item) for name in known(record.publisher)],
        **dated(record.date),
        "inLanguage": "" if record.language == UNKNOWN else record.language,
        "genre": KINDS[record.type].genre,
        "abstract": one_line(record.description),
        "identifier": [item.identifier, *record.identifiers],
        "url": item.imprint.at(item.page),
        "isBasedOn": record.capture.url,
        "spatialCoverage": list(map(one_line, record.places)),
        "license": "" if record.rights.uri == UNKNOWN else record.rights.uri,
        "copyrightHolder": [named(name, item) for name in known((record.rights.holder,))],
        "copyrightNotice": rights_notice(record),
        "conditionsOfAccess": record.access,
        "mentions": _mentioned(item),
        "hasPart": [part_work(one, item) for one in item.parts],
        "isPartOf": {"@type": "Dataset", "name": item.imprint.label} | _address(item.imprint),
        "creditText": f"{item.imprint.label}, {item.identifier}",
    }
    return {key: value for key, value in values.items() if value}


def part_work(one: NumberedPart, item: Item) -> Json:
    """Describe a part, at the address of its first paragraph; its class is that of a post, else one of no kind."""
    kind = KINDS[item.record.type]
    values = {
        "@type": kind.schema if kind.csl in WITHOUT_CHAPTERS else "CreativeWork",
        "name": one_line(one.part.title),
        **dated(one.part.date),
        "identifier": item.passage(one.part.first),
        "position": str(one.number),
        "url": item.imprint.at(f"{item.page}#p{one.part.first}"),
    }
    return {key: value for key, value in values.items() if value}


def page_script(item: Item) -> str:
    """Write the description as a data block for a page's head, in which nothing can end the element."""
    return data_block(work(item))


def data_block(description: Json) -> str:
    """Write a description as a data block for a page's head, in which nothing can end the element."""
    return _safe(json_text({"@context": _CONTEXT, **description}))


def piece(item: Item) -> str:
    return json_text(work(item))


def whole(edition: Edition, pieces: Iterable[str]) -> Iterator[str]:
    """Put the works into a graph, the archive as a Dataset first."""
    yield f'{{"@context": "{_CONTEXT}", "@graph": [\n{json_text(_dataset(edition))}'
    for one in pieces:
        yield ",\n" + one
    yield "\n]}\n"


def _dataset(edition: Edition) -> Json:
    identifier = {"identifier": f"sha256:{edition.digest}"} if edition.digest else {}
    return archive(edition.imprint) | {"datePublished": edition.date} | identifier


def archive(imprint: Imprint) -> Json:
    """Describe the archive as conf.py does."""
    values = {
        "@type": "Dataset",
        "@id": imprint.home,
        "name": imprint.title,
        "description": f"{imprint.title}: texts kept word for word, with their provenance. {imprint.rights}",
        "creator": {"@type": "Organization", "name": imprint.editors},
        "version": imprint.version,
        "license": imprint.licence,
        "url": imprint.home,
    }
    return {key: value for key, value in values.items() if value}


def dated(date: str) -> Json:
    """Give an EDTF date in schema.org's properties: what is surely a date of ISO 8601, and else the EDTF beside it.

    `datePublished` takes a date alone; `temporal` any text, for times of which no property says more.
    """
    if date == UNKNOWN:
        return {}
    if is_plain(date):
        return {"datePublished": date}
    year = certain_year(date)
    return ({"datePublished": f"{year:04d}"} if year is not None else {}) | {"temporal": date}


def rights_notice(record: Record) -> str:
    """Say the rights and who holds them in a line, as every export does: also that they are unknown."""
    return one_line(f"Rights: {stated_rights(record)}")


def named(name: str, item: Item) -> Json | str:
    """Describe a person or a body; give the name alone of whom nothing says which of them it is."""
    person = item.record.person(name)
    if person is not None:
        family, given = map(one_line, person)
        if not given:
            return {"@type": "Person", "name": family}
        return {"@type": "Person", "name": f"{given} {family}", "familyName": family, "givenName": given}
    bodies = (entry for entry in item.entries.values() if entry.kind == "organisation")
    is_body = name in item.record.creator or any(name == entry.name or name in entry.forms for entry in bodies)
    return {"@type": "Organization", "name": one_line(name)} if is_body else one_line(name)


def _mentioned(item: Item) -> list[Json]:
    ids = sorted({place.mention.entry for place in item.located if place.mention.entry is not None})
    found = [item.entries[id] for id in ids if id in item.entries]
    return [{"@type": _class(entry), "name": entry.name, "identifier": entry.id} for entry in found]


def _class(entry: Entry) -> str:
    """Give an entry's class; a Thing is what its type does not surely tell."""
    type_ = entry.type.lower()
    if "place" in (entry.kind, type_):
        return "Place"
    if type_ in _LAWS:
        return "Legislation"
    is_body = type_ == "organisation" or (entry.kind == "organisation" and type_ not in _GATHERINGS)
    return "Organization" if is_body else "Thing"


def _address(imprint: Imprint) -> Json:
    return {"url": imprint.home} if imprint.home else {}


def _safe(text: str) -> str:
    return text.replace("<", "\\u003c")
