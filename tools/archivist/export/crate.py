"""RO-Crate 1.1 of the archive: the originals as files of a dataset, each with its description (JSON-LD, flattened)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from archivist.export.item import known
from archivist.export.kinds import KINDS
from archivist.export.schemaorg import dated, named, part_work, rights_notice
from archivist.export.wording import json_text, one_line
from archivist.store.record import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.export.imprint import Edition
    from archivist.export.item import Item

Json = dict[str, Any]

_SPECIFICATION = "https://w3id.org/ro/crate/1.1"
_EDITORS = "#editors"
_FURTHER = {  # what the context of 1.1 does not have
    "copyrightNotice": "http://schema.org/copyrightNotice",
    "sha256": "https://w3id.org/ro/terms/workflow-run#sha256",
}
_CONTEXT = [f"{_SPECIFICATION}/context", _FURTHER]
_AGENTS = ("author", "publisher", "copyrightHolder")


def piece(item: Item) -> str:
    """Print a document's entities: its original, or the work alone; whom it names, its parts, its rights.

    Entities lie side by side and are named by `@id` (RO-Crate 1.1, section 2.2).
    """
    work = _work(item)
    agents = [agent for name in _AGENTS for agent in work.get(name, ()) if isinstance(agent, dict)]
    references = {name: list(map(_reference, work[name])) for name in _AGENTS if name in work}
    parts = [{"@id": f"#{item.id}-p{one.part.first}"} | part_work(one, item) for one in item.parts]
    within = {"hasPart": list(map(_reference, parts))} if parts else {}
    licences = [_licence(item.record.rights.uri)] if "license" in work else []
    return json_text([work | references | within, *agents, *parts, *licences])


def _work(item: Item) -> Json:
    record = item.record
    values = {
        "@id": item.original if item.open else f"#{item.id}",
        "@type": ["File", KINDS[record.type].schema] if item.open else KINDS[record.type].schema,
        "name": one_line(record.title),
        "description": one_line(record.description),
        "author": [_agent(name, item) for name in known(record.creator)],
        "publisher": [_agent(name, item) for name in known(record.publisher)],
        **dated(record.date),
        "inLanguage": "" if record.language == UNKNOWN else record.language,
        "encodingFormat": record.original.media_type if item.open else "",
        "sha256": item.document.original_sha256,
        "identifier": [item.identifier, *record.identifiers],
        "conditionsOfAccess": record.access,
        "copyrightHolder": [_agent(name, item) for name in known((record.rights.holder,))],
        "copyrightNotice": rights_notice(record),
        "license": {} if record.rights.uri == UNKNOWN else {"@id": record.rights.uri},
    }
    return {key: value for key, value in values.items() if value}


def _agent(name: str, item: Item) -> Json | str:
    """Describe a person or a body as an entity: a body is one by its name, a person by name and document."""
    described = named(name, item)
    if isinstance(described, str):
        return described
    within = f"{item.id}-" if described["@type"] == "Person" else ""
    return {"@id": f"#{described['@type'].lower()}-{within}{quote(name, safe='')}"} | described


def _reference(agent: Json | str) -> Json | str:
    return agent if isinstance(agent, str) else {"@id": agent["@id"]}


def whole(edition: Edition, pieces: Iterable[str]) -> Iterator[str]:
    """Join the entities, each once; the root, which lists all files, comes last."""
    files: list[str] = []
    others: list[str] = []
    written = {""}
    yield f'{{"@context": {json_text(_CONTEXT)}, "@graph": [\n{json_text(_descriptor())}'
    for one in pieces:
        entities: list[Json] = json.loads(one)
        (files if "File" in entities[0]["@type"] else others).append(entities[0]["@id"])
        for entity in entities:
            if entity["@id"] not in written:
                written.add(entity["@id"])
                yield ",\n" + json_text(entity)
    if edition.imprint.licence not in written:
        yield ",\n" + json_text(_licence(edition.imprint.licence))
    yield ",\n" + json_text({"@id": _EDITORS, "@type": "Organization", "name": edition.imprint.editors})
    yield f",\n{json_text(_root(edition, files, others))}\n]}}\n"


def _descriptor() -> Json:
    return {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": {"@id": _SPECIFICATION},
        "about": {"@id": "./"},
    }


def _root(edition: Edition, files: list[str], others: list[str]) -> Json:
    imprint = edition.imprint
    values = {
        "@id": "./",
        "@type": "Dataset",
        "name": imprint.title,
        "description": f"{imprint.label}: texts kept word for word, with their provenance. {imprint.rights}",
        "author": {"@id": _EDITORS},
        "publisher": {"@id": _EDITORS},
        "version": imprint.version,
        "datePublished": edition.date,
        "license": {"@id": imprint.licence} if imprint.licence else imprint.rights,
        "identifier": f"sha256:{edition.digest}" if edition.digest else "",
        "url": imprint.home,
        "hasPart": [{"@id": id} for id in files],
        "mentions": [{"@id": id} for id in others],
    }
    return {key: value for key, value in values.items() if value}


def _licence(address: str) -> Json:
    return {"@id": address, "@type": "CreativeWork", "name": address}
