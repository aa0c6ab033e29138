"""Documents and what happened to them as PREMIS 3 XML (PREMIS Data Dictionary 3.0, schema of 18 January 2016).

The schema wants all objects before all events, and these before agents and rights: a piece is a JSON object of the
four, and the file is put together from them.
"""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING, Any

from archivist.export.wording import element, json_text, one_line, xml_attribute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.export.imprint import Edition
    from archivist.export.item import Item

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<premis xmlns="http://www.loc.gov/premis/v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0">
"""
_LOCAL = "local"


def piece(item: Item) -> str:
    """Print a document's object, events, rights, and the names of the agents."""
    agents = chain.from_iterable(event["linkingAgentIdentifier"] for event in item.events)
    return json_text(
        {
            "object": _object(item),
            "events": "".join(_event(event, item) for event in item.events),
            "agents": sorted(set(agents)),
            "rights": _rights(item),
        }
    )


def whole(edition: Edition, pieces: Iterable[str]) -> Iterator[str]:
    """Put the file together; the archive itself is its first object, an intellectual entity."""
    parts: list[dict[str, Any]] = [json.loads(one) for one in pieces]
    yield _HEAD
    yield _archive(edition)
    yield from (part["object"] for part in parts)
    yield from (part["events"] for part in parts)
    for name in sorted(set(chain.from_iterable(part["agents"] for part in parts))):
        yield _agent(name)
    yield from (part["rights"] for part in parts)
    yield "</premis>\n"


def _archive(edition: Edition) -> str:
    imprint = edition.imprint
    said = (("edition", f"{imprint.label}, {edition.date}"), ("rights", imprint.rights), ("digest", edition.digest))
    properties = "".join(_property(name, value) for name, value in said if value)
    identifier = _identifier("object", f"{imprint.code}-edition")
    return f'<object xsi:type="intellectualEntity">\n{identifier}{properties}</object>\n'


def _property(name: str, value: str) -> str:
    inner = element("significantPropertiesType", name) + element("significantPropertiesValue", one_line(value))
    return f"<significantProperties>\n{inner}</significantProperties>\n"


def _object(item: Item) -> str:
    original = item.record.original
    fixity = element("messageDigestAlgorithm", "SHA-256") + element("messageDigest", item.document.original_sha256)
    format_ = f"<formatDesignation>\n{element('formatName', original.media_type)}</formatDesignation>\n"
    links = "".join(
        _linking("Event", event["eventIdentifier"].partition("urn:uuid:")[2] or event["eventIdentifier"], "UUID")
        for event in item.events
    )
    return (
        f'<object xsi:type="file">\n{_identifier("object", item.identifier)}'
        f"<objectCharacteristics>\n<fixity>\n{fixity}</fixity>\n<format>\n{format_}</format>\n</objectCharacteristics>\n"
        f"{element('originalName', one_line(original.name))}{links}"
        f"{_linking('RightsStatement', f'{item.identifier}#rights')}</object>\n"
    )


def _event(event: dict[str, Any], item: Item) -> str:
    uuid = str(event["eventIdentifier"]).partition("urn:uuid:")[2] or str(event["eventIdentifier"])
    detail = element("eventDetail", one_line(event["eventDetail"]))
    outcome = _term("eventOutcome", event["eventOutcome"], event.get("eventOutcomeURI", ""))
    agents = "".join(_linking("Agent", one_line(name)) for name in event["linkingAgentIdentifier"])
    return (
        f"<event>\n{_identifier('event', uuid, 'UUID')}"
        f"{_term('eventType', event['eventType'], event.get('eventTypeURI', ''))}"
        f"{element('eventDateTime', event['eventDateTime'])}"
        f"<eventDetailInformation>\n{detail}</eventDetailInformation>\n"
        f"<eventOutcomeInformation>\n{outcome}</eventOutcomeInformation>\n"
        f"{agents}{_linking('Object', item.identifier)}</event>\n"
    )


def _agent(name: str) -> str:
    kind = "software" if name.startswith("archivist ") else "person or organization"
    named = element("agentName", one_line(name)) + element("agentType", kind)
    return f"<agent>\n{_identifier('agent', one_line(name))}{named}</agent>\n"


def _rights(item: Item) -> str:
    rights = item.record.rights
    note = "; ".join(part for part in (rights.uri, f"holder: {rights.holder}", rights.note, rights.basis) if part)
    said = element("otherRightsBasis", "rights statement") + element("otherRightsNote", one_line(note))
    return (
        f"<rights>\n<rightsStatement>\n{_identifier('rightsStatement', f'{item.identifier}#rights')}"
        f"{element('rightsBasis', 'other')}<otherRightsInformation>\n{said}</otherRightsInformation>\n"
        f"{_linking('Object', item.identifier)}</rightsStatement>\n</rights>\n"
    )


def _identifier(kind: str, value: str, type_: str = _LOCAL) -> str:
    inner = element(f"{kind}IdentifierType", type_) + element(f"{kind}IdentifierValue", value)
    return f"<{kind}Identifier>\n{inner}</{kind}Identifier>\n"


def _linking(kind: str, value: str, type_: str = _LOCAL) -> str:
    inner = element(f"linking{kind}IdentifierType", type_) + element(f"linking{kind}IdentifierValue", value)
    return f"<linking{kind}Identifier>\n{inner}</linking{kind}Identifier>\n"


def _term(name: str, value: str, uri: str) -> str:
    attribute = f" valueURI={xml_attribute(uri)}" if uri else ""
    return element(name, one_line(value)).replace(f"<{name}>", f"<{name}{attribute}>", 1)
