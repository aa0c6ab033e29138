"""A document with all that an export may say of it: what its record withholds is not there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from archivist.dates import earliest_day
from archivist.export.wording import web_address
from archivist.passages import Paragraphs, Passage, print_passage
from archivist.passages.identifier import DIGEST_LENGTH
from archivist.store.record import UNKNOWN
from archivist.text import locate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from archivist.export.imprint import Imprint
    from archivist.mentions import Located
    from archivist.model import Entry, Quote, Span
    from archivist.store import Document
    from archivist.store.record import Part, Record


class NumberedPart(NamedTuple):
    """A part of a document, with its place among the parts and its last paragraph."""

    number: int  # from 1
    part: Part
    last: int


@dataclass(frozen=True)
class Item:
    """A document as it is exported."""

    imprint: Imprint
    document: Document
    open: bool  # its text may leave the archive, and what quotes it
    located: tuple[Located, ...]  # its mentions; none where the text is withheld
    entries: Mapping[str, Entry]
    events: tuple[dict[str, Any], ...]
    page: str  # path of its page from the site's root
    original: str  # path of its original from the root of what is published

    @property
    def id(self) -> str:
        return self.document.id

    @property
    def container(self) -> str:
        """The title of the document that this is a part of; empty for a document."""
        return ""

    @property
    def record(self) -> Record:
        return self.document.record

    @property
    def identifier(self) -> str:
        return self.imprint.identifier(self.id)

    @property
    def address(self) -> str:
        """Where the work can be read: where it was taken from, else its page here; empty where neither is known."""
        return web_address(self.record.capture.url) or self.imprint.at(self.page)

    @property
    def parts(self) -> tuple[NumberedPart, ...]:
        """Give the document's parts; none where the text is withheld, of which their titles are words."""
        parts = self.record.part if self.open else ()
        lasts = [part.first - 1 for part in parts[1:]] + [len(self.document.paragraphs)]
        numbered = enumerate(zip(parts, lasts, strict=False), 1)
        return tuple(NumberedPart(number, part, last) for number, (part, last) in numbered)

    @property
    def modified(self) -> str:
        """When the bag was last changed, ISO 8601 with time zone."""
        return str(self.events[-1]["eventDateTime"]) if self.events else f"{self.document.accessioned}T00:00:00Z"

    def places(self) -> dict[Quote, Span]:
        """Say where the selectors of notes and rulings stand; nowhere where the text is withheld."""
        quotes = [one.quote for one in (*self.record.note, *self.record.ruling)] if self.open else []
        return {quote: span for quote in quotes if (span := locate(self.document.text, quote))}

    def passage(self, number: int) -> str:
        """Give a paragraph's identifier, bound to the reading text."""
        digest = self.document.text_sha256[:DIGEST_LENGTH]
        return print_passage(Passage(self.id, Paragraphs(number, number), digest, self.imprint.code))


_TERMS = ("eventIdentifier", "eventType", "eventDateTime", "eventDetail", "eventOutcome", "linkingAgentIdentifier")


def complete_events(events: Iterable[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    """Leave out events that lack what each must say: a log made by other tools may hold such."""
    return tuple(event for event in events if all(term in event for term in _TERMS))


def known(names: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out "unknown"."""
    return tuple(name for name in names if name != UNKNOWN)


def stated_rights(record: Record) -> str:
    """Give the rights and who holds them, on a line; "unknown" once where neither is known."""
    return ", ".join(dict.fromkeys((record.rights.uri, record.rights.holder)))


def day_of(date: str) -> str:
    """Give the first day that a date can mean; empty where it is unknown."""
    return "" if date == UNKNOWN else earliest_day(date)
