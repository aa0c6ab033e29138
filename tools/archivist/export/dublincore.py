"""Documents in simple Dublin Core (DCMES 1.1), each in the container `oai_dc:dc` of OAI-PMH 2.0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.export.item import known
from archivist.export.kinds import KINDS
from archivist.export.wording import element, one_line
from archivist.store.record import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.export.imprint import Edition
    from archivist.export.item import Item

NAMESPACE = "http://www.openarchives.org/OAI/2.0/oai_dc/"
SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
_OPEN = (
    f'<oai_dc:dc xmlns:oai_dc="{NAMESPACE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    f' xsi:schemaLocation="{NAMESPACE} {SCHEMA}">\n'
)
_CLOSE = "</oai_dc:dc>\n"


def piece(item: Item) -> str:
    """Write a document's description; what is unknown is left out."""
    return _OPEN + "".join(element(f"dc:{name}", one_line(value)) for name, value in _elements(item)) + _CLOSE


def whole(edition: Edition, pieces: Iterable[str]) -> Iterator[str]:
    """Join the descriptions, the archive's own first, as a collection."""
    imprint = edition.imprint
    own = (
        ("title", imprint.label),
        ("creator", imprint.editors),
        ("date", edition.date),
        ("type", "Collection"),
        ("identifier", imprint.home),
        ("identifier", f"sha256:{edition.digest}" if edition.digest else ""),
        ("rights", imprint.rights),
    )
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<records>\n'
    yield _OPEN + "".join(element(f"dc:{name}", one_line(value)) for name, value in own) + _CLOSE
    yield from pieces
    yield "</records>\n"


def _elements(item: Item) -> Iterator[tuple[str, str]]:
    record = item.record
    yield "title", record.title
    for name in known(record.creator):
        yield "creator", name
    for name in known(record.publisher):
        yield "publisher", name
    yield "date", _unless_unknown(record.date)
    yield "type", "Text"  # of the DCMI Type Vocabulary
    yield "type", KINDS[record.type].genre or record.type.replace("-", " ").capitalize()
    yield "format", record.original.media_type
    yield "language", _unless_unknown(record.language)
    yield "description", record.description
    yield "source", _unless_unknown(record.source)
    for place in (*record.places, record.coverage):
        yield "coverage", place
    yield from _identifiers(item)
    for relation in record.relations:
        yield "relation", f"{relation.kind}: {relation.target}"
    yield "relation", f"isPartOf: {item.imprint.label}"
    if record.rights.uri == record.rights.holder == UNKNOWN:
        yield "rights", UNKNOWN
    yield "rights", _unless_unknown(record.rights.uri)
    yield "rights", f"{record.rights.holder} (rights holder)" if record.rights.holder != UNKNOWN else ""
    yield "rights", f"Access: {record.access}" if record.access != "open" else ""


def _identifiers(item: Item) -> Iterator[tuple[str, str]]:
    for identifier in (item.identifier, item.imprint.at(item.page), item.record.capture.url, *item.record.identifiers):
        yield "identifier", identifier


def _unless_unknown(value: str) -> str:
    return "" if value == UNKNOWN else value
