"""An OAI-PMH static repository (Specification for an OAI Static Repository, 2002-06-14 / 2004-04-23), in oai_dc.

A gateway harvests the file for all comers, so that the archive itself needs no program on its server.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from archivist.export import dublincore
from archivist.export.wording import element, json_text, xml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.export.imprint import Edition, Imprint
    from archivist.export.item import Item

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<Repository xmlns="http://www.openarchives.org/OAI/2.0/static-repository" \
xmlns:oai="http://www.openarchives.org/OAI/2.0/">
"""


def piece(item: Item) -> str:
    """Print a record as JSON: its datestamp, since the head names the earliest, and the XML."""
    datestamp = item.modified[:10]
    header = element("oai:identifier", identifier(item.imprint, item.id)) + element("oai:datestamp", datestamp)
    metadata = f"<oai:metadata>\n{dublincore.piece(item)}</oai:metadata>\n"
    return json_text([datestamp, f"<oai:record>\n<oai:header>\n{header}</oai:header>\n{metadata}</oai:record>\n"])


def whole(edition: Edition, pieces: Iterable[str]) -> Iterator[str]:
    records: list[tuple[str, str]] = [json.loads(one) for one in pieces]
    imprint = edition.imprint
    said = f"{imprint.label}, {edition.date}. {imprint.rights}".replace("--", "- -")
    yield _HEAD
    yield f"<!-- {xml_text(said)} -->\n<Identify>\n"
    yield from _identify(edition, min((datestamp for datestamp, _ in records), default=edition.date))
    yield "</Identify>\n<ListMetadataFormats>\n<oai:metadataFormat>\n"
    yield element("oai:metadataPrefix", "oai_dc")
    yield element("oai:schema", dublincore.SCHEMA)
    yield element("oai:metadataNamespace", dublincore.NAMESPACE)
    yield '</oai:metadataFormat>\n</ListMetadataFormats>\n<ListRecords metadataPrefix="oai_dc">\n'
    yield from (record for _, record in records)
    yield "</ListRecords>\n</Repository>\n"


def identifier(imprint: Imprint, id: str) -> str:
    """Give a document's identifier among all repositories (OAI identifier format, version 2.0)."""
    return f"oai:{urlsplit(imprint.address).hostname}:{id}"


def _identify(edition: Edition, earliest: str) -> Iterator[str]:
    imprint = edition.imprint
    yield element("oai:repositoryName", imprint.title)
    yield element("oai:baseURL", imprint.at("data/oai.xml"))
    yield element("oai:protocolVersion", "2.0")
    yield element("oai:adminEmail", imprint.email)
    yield element("oai:earliestDatestamp", earliest)
    yield element("oai:deletedRecord", "no")
    yield element("oai:granularity", "YYYY-MM-DD")
