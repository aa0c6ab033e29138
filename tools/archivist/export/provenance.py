"""A record as the labelled rows that people read: on the site, in the edition, in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from archivist.dates import printed_date, printed_if_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.store.record import Record


class Row(NamedTuple):
    """One value of a record; what nobody knows is printed as "unknown"."""

    label: str
    value: str
    certainty: str = ""  # "stated", "verified", "inferred", "from memory"; empty where no evidence is given
    basis: str = ""  # how the value is known
    address: str = ""  # where the value is an address
    essential: bool = False  # what a reader needs before the text: who, when, where it lay, when it was captured


_ESSENTIAL = frozenset({"creator", "date", "source", "capture.when"})


def provenance_rows(record: Record) -> tuple[Row, ...]:
    """Give the rows of a record, in the order of print; optional values without content are left out."""
    return tuple(_evidenced(record, field, row) for field, row in _rows(record))


def _evidenced(record: Record, field: str, row: Row) -> Row:
    """Add how the record says that the value is known."""
    row = row._replace(essential=field in _ESSENTIAL)
    evidence = record.evidence.get(field)
    return row._replace(certainty=evidence.certainty, basis=evidence.basis) if evidence else row


def _rows(record: Record) -> Iterator[tuple[str, Row]]:
    yield "title", Row("Title", record.title)
    yield "creator", Row("Creator", "; ".join(record.creator))
    if record.publisher:
        yield "publisher", Row("Publisher", "; ".join(record.publisher))
    yield "date", Row("Date", printed_date(record.date))
    yield "type", Row("Type", record.type.replace("-", " "))
    yield "language", Row("Language", record.language)
    yield "source", Row("Source", record.source)
    yield from _optional_rows(record)
    yield from _capture_rows(record)
    yield from _rights_rows(record)


def _optional_rows(record: Record) -> Iterator[tuple[str, Row]]:
    if record.description:
        yield "description", Row("Description", record.description)
    if record.places:
        yield "places", Row("Places", "; ".join(record.places))
    if record.coverage:
        yield "coverage", Row("Coverage", printed_if_date(record.coverage))
    for identifier in record.identifiers:
        yield "identifiers", Row("Identifier", identifier)


def _capture_rows(record: Record) -> Iterator[tuple[str, Row]]:
    capture = record.capture
    if capture.url:
        yield "capture.url", Row("Address", capture.url, address=capture.url)
    yield "capture.when", Row("Captured", printed_date(capture.when))
    yield "capture.by", Row("Captured by", capture.by)
    yield "capture.method", Row("Method of capture", capture.method)
    if capture.tool:
        yield "capture.tool", Row("Tool of capture", capture.tool)


def _rights_rows(record: Record) -> Iterator[tuple[str, Row]]:
    rights = record.rights
    yield "rights.holder", Row("Rights holder", rights.holder)
    yield "rights.uri", Row("Rights statement", rights.uri, address="" if rights.uri == "unknown" else rights.uri)
    if rights.note:
        yield "rights.note", Row("Note on rights", rights.note, basis=rights.basis)
    yield "access", Row("Access", record.access)
