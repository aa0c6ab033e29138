"""Documents as a CSV table (RFC 4180; UTF-8, lines ending in CR LF), one row each."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from archivist.export.item import day_of, known
from archivist.export.numbers import numbers
from archivist.export.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from archivist.export.imprint import Edition
    from archivist.export.item import Item

COLUMNS = (
    "id",
    "identifier",
    "title",
    "creator",  # several are parted by "; "
    "date",  # EDTF, or unknown
    "first_day",  # that the date can mean
    "type",
    "language",
    "publisher",
    "source",
    "places",
    "doi",
    "isbn",
    "issn",
    "number",  # of a report or a paper
    "identifiers",  # all that the record lists
    "address",
    "page",
    "access",
    "rights",
    "rights_holder",
    "accessioned",
    "modified",
    "paragraphs",
    "mentions",
    "sha256",  # of the original
    "text_sha256",
    "edition",
    "edition_rights",  # whose records, notes and index are, and by which licence
)
_DATES = ("date", "first_day")  # of records that were read: these are EDTF, or unknown


def row(item: Item) -> Mapping[str, str | int]:
    """Give a document's values by column; counts of a text that is withheld are left out."""
    record, document = item.record, item.document
    return {
        "id": item.id,
        "identifier": item.identifier,
        "title": one_line(record.title),
        "creator": "; ".join(map(one_line, record.creator)),
        "date": record.date,
        "first_day": day_of(record.date),
        "type": record.type,
        "language": record.language,
        "publisher": "; ".join(map(one_line, known(record.publisher))),
        "source": one_line(record.source),
        "places": "; ".join(map(one_line, record.places)),
        **numbers(item)._asdict(),
        "identifiers": "; ".join(map(one_line, record.identifiers)),
        "address": record.capture.url,
        "page": item.imprint.at(item.page) or item.page,
        "access": record.access,
        "rights": record.rights.uri,
        "rights_holder": one_line(record.rights.holder),
        "accessioned": document.accessioned,
        "modified": item.modified,
        "paragraphs": len(document.paragraphs) if item.open else "",
        "mentions": len(item.located) if item.open else "",
        "sha256": document.original_sha256,
        "text_sha256": document.text_sha256,
        "edition": item.imprint.label,
        "edition_rights": one_line(item.imprint.rights),
    }


def piece(item: Item) -> str:
    """Write a row; a cell that a spreadsheet would take for a formula gets an apostrophe before it (CWE-1236).

    Dates stand as they are: EDTF has no formula, though years before our era begin with a minus sign.
    """
    return _written(value if name in _DATES else _harmless(value) for name, value in row(item).items())


def whole(edition: Edition, pieces: Iterable[str]) -> Iterator[str]:
    del edition  # each row names it: the format knows no head
    yield _written(COLUMNS)
    yield from pieces


def _harmless(value: str | int) -> str | int:
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@")) else value


def _written(values: Iterable[str | int]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(values)
    return line.getvalue()
