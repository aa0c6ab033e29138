"""An Atom feed (RFC 4287) of what was added to the archive, corrected in it, and withdrawn from it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from archivist.export.item import stated_rights
from archivist.export.wording import element, json_text, one_line, xml_attribute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from archivist.export.imprint import Edition
    from archivist.export.item import Item

SHOWN = 100  # entries in the feed, the newest
_NEWS: Mapping[str, str] = {
    "ingestion": "Added",
    "metadata modification": "Corrected",
    "deaccession": "Withdrawn",
}


def piece(item: Item) -> str:
    """Print a document's news as JSON lines: when it was, and the entry."""
    news = [event for event in item.events if event["eventType"] in _NEWS]
    return "".join(json_text([event["eventDateTime"], _entry(event, item)]) + "\n" for event in news)


def whole(edition: Edition, pieces: Iterable[str]) -> Iterator[str]:
    """Put the newest entries into a feed, the newest first."""
    imprint = edition.imprint
    news = sorted((json.loads(line) for one in pieces for line in one.split("\n") if line), reverse=True)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
    yield element("id", uuid5(NAMESPACE_URL, f"{imprint.address}/data/feed.atom").urn)
    yield element("title", f"{imprint.label}: additions, corrections, withdrawals")
    yield element("updated", news[0][0] if news else f"{edition.date}T00:00:00Z")
    yield f"<author>{element('name', imprint.editors).rstrip()}</author>\n"
    yield element("rights", imprint.rights)
    yield f'<link rel="self" href={xml_attribute(imprint.at("data/feed.atom"))} />\n'
    yield f'<link rel="alternate" href={xml_attribute(imprint.home)} />\n'
    yield from (entry for _, entry in news[:SHOWN])
    yield "</feed>\n"


def _entry(event: dict[str, Any], item: Item) -> str:
    return (
        "<entry>\n"
        + element("id", event["eventIdentifier"])
        + element("title", one_line(f"{_NEWS[event['eventType']]}: {item.record.title}"))
        + element("updated", event["eventDateTime"])
        + f'<link rel="alternate" href={xml_attribute(item.imprint.at(item.page))} />\n'
        + element("summary", one_line(event["eventDetail"]))
        + element("rights", one_line(stated_rights(item.record)))
        + "</entry>\n"
    )
