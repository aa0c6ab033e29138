"""Event logs: PREMIS 3 events, one JSON object a line, each with the SHA-256 of the line before.

Names are PREMIS's semantic units; types and outcomes are terms of the vocabularies at id.loc.gov.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from archivist import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SOFTWARE = f"archivist {__version__}"
EventType = Literal["capture", "ingestion", "message digest calculation", "fixity check", "metadata modification"]
_VOCABULARY = "http://id.loc.gov/vocabulary/preservation"
_TERMS: dict[EventType, str] = {
    "capture": "cap",
    "ingestion": "ing",
    "message digest calculation": "mes",
    "fixity check": "fix",
    "metadata modification": "mem",
}
_OUTCOMES = {"success": "suc", "failure": "fai"}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a document, or to the archive."""

    type: EventType
    when: str  # ISO 8601 with time zone
    agent: str  # the person who did it, or had it done
    objects: tuple[str, ...]  # document ids, or paths within the bag
    detail: str
    outcome: Literal["success", "failure"] = "success"
    further: Mapping[str, Any] = field(default_factory=dict)  # what this type of event says besides


def append_event(log: bytes, event: Event) -> bytes:
    """Give the log with one more event, chained to its last line."""
    lines = log.splitlines()
    previous = _digest(lines[-1]) if lines else ""
    entry = {
        "eventIdentifier": f"urn:uuid:{uuid.uuid4()}",
        "eventType": event.type,
        "eventTypeURI": f"{_VOCABULARY}/eventType/{_TERMS[event.type]}",
        "eventDateTime": event.when,
        "eventDetail": event.detail,
        "eventOutcome": event.outcome,
        "eventOutcomeURI": f"{_VOCABULARY}/eventOutcome/{_OUTCOMES[event.outcome]}",
        "linkingAgentIdentifier": [event.agent, SOFTWARE],
        "linkingObjectIdentifier": list(event.objects),
        **event.further,
        "previous": previous,
    }
    return log + json.dumps(entry, ensure_ascii=False).encode() + b"\n"


@dataclass(frozen=True, slots=True)
class ChainBreak:
    """A line of a log that does not hold."""

    line: int  # from 1
    kind: Literal["unreadable", "chain"]
    expected: str
    found: str


def chain_breaks(log: bytes) -> Iterator[ChainBreak]:
    """Find the lines that are no event, and those that do not carry the digest of the line before."""
    before = ""
    for number, line in enumerate(log.splitlines(keepends=True), 1):
        event = _parsed(line)
        if event is None:
            yield ChainBreak(number, "unreadable", "a JSON object and a line end", repr(line[-60:]))
        elif event.get("previous") != before:
            yield ChainBreak(number, "chain", before or "no line before", str(event.get("previous")))
        before = _digest(line.rstrip(b"\n"))


def read_events(log: bytes) -> tuple[dict[str, Any], ...]:
    """Give the events of a log that can be read, in order."""
    return tuple(event for line in log.splitlines(keepends=True) if (event := _parsed(line)) is not None)


def _parsed(line: bytes) -> dict[str, Any] | None:
    try:
        event = json.loads(line)
    except ValueError:
        return None
    return event if isinstance(event, dict) and line.endswith(b"\n") else None


def _digest(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()
