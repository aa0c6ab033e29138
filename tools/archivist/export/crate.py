"""RO-Crate 1.1 of the archive: the originals as files of a dataset, each with its description (JSON-LD, flattened)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from archivist.export.item import known
from archivist.export.kinds import KINDS
from archivist.export.wording import json_text, one_line
from archivist.store.record import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.export.imprint import Edition
    from archivist.export.item import Item

Json = dict[str, Any]

_SPECIFICATION = "https://w3id.org/ro/crate/1.1"
_EDITORS = "#editors"
_CONTEXT = [f"{_SPECIFICATION}/context", {"sha256": "https://w3id.org/ro/terms/workflow-run#sha256"}]


def piece(item: Item) -> str:
    """Print a document's entities: its original, or where that is withheld the work alone; and its rights."""
    record = item.record
    values = {
        "@id": item.original if item.open else f"#{item.id}",
        "@type": ["File", KINDS[record.type].schema] if item.open else KINDS[record.type].schema,
        "name": one_line(record.title),
        "description": one_line(record.description),
        "author": "; ".join(map(one_line, known(record.creator))),
        "publisher": "; ".join(map(one_line, known(record.publisher))),
        "datePublished": "" if record.date == UNKNOWN else record.date,
        "inLanguage": "" if record.language == UNKNOWN else record.language,
        "encodingFormat": record.original.media_type if item.open else "",
        "sha256": item.document.original_sha256,
        "identifier": item.identifier,
        "conditionsOfAccess": record.access,
        "copyrightHolder": "; ".join(map(one_line, known((record.rights.holder,)))),
        "license": {} if record.rights.uri == UNKNOWN else {"@id": record.rights.uri},
    }
    entities: list[Json] = [{key: value for key, value in values.items() if value}]
    if record.rights.uri != UNKNOWN:
        entities.append(_licence(record.rights.uri))
    return json_text(entities)


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
        "url": imprint.address,
        "hasPart": [{"@id": id} for id in files],
        "mentions": [{"@id": id} for id in others],
    }
    return {key: value for key, value in values.items() if value}


def _licence(address: str) -> Json:
    return {"@id": address, "@type": "CreativeWork", "name": address}
