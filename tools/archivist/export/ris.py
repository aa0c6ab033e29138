"""Documents as RIS records (the tagged format of Reference Manager, 2011), UTF-8, lines ending in CR LF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.dates import printed_date
from archivist.export.csl import csl_date
from archivist.export.item import known
from archivist.export.kinds import KINDS
from archivist.export.wording import one_line
from archivist.store.record import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.export.imprint import Edition
    from archivist.export.item import Item

_END = "ER  - \r\n\r\n"


def piece(item: Item) -> str:
    """Write a record; a field that would be empty is left out."""
    return "".join(_line(tag, value) for tag, value in _fields(item)) + _END


def whole(edition: Edition, pieces: Iterable[str]) -> Iterator[str]:
    """Join the records, the edition's own first."""
    imprint = edition.imprint
    head = [
        ("TY", "DATA"),
        ("ID", f"{imprint.code}-edition"),
        ("AU", body(imprint.editors)),
        ("TI", imprint.title),
        ("PY", edition.date[:4]),
        ("DA", edition.date.replace("-", "/")),
        ("ET", imprint.version),
        ("UR", imprint.address),
        ("N1", f"{imprint.rights} SHA-256 of archive-manifest.txt: {edition.digest}"),
    ]
    yield "".join(_line(tag, value) for tag, value in head) + _END
    yield from pieces


def body(name: str) -> str:
    """Write a body as an author who has no first name.

    A comma ends a last name, so one stands at the end, and the first within the name is doubled (the convention of
    EndNote for corporate authors).
    """
    head, comma, tail = one_line(name).partition(",")
    return f"{head},,{tail}" if comma else f"{head},"


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    record = item.record
    kind = KINDS[record.type]
    yield "TY", kind.ris
    yield "ID", item.id
    for name in known(record.creator):
        yield "AU", body(name)
    yield "TI", record.title
    yield from _dates(record.date)
    yield "PB", "; ".join(known(record.publisher))
    yield "M3", kind.genre
    yield "UR", item.address
    yield "Y2", "" if record.capture.when == UNKNOWN else _slashed(record.capture.when)
    yield "LA", "" if record.language == UNKNOWN else record.language
    yield "AB", record.description
    yield "DB", item.imprint.title
    yield "AN", item.identifier
    yield "N1", f"Rights: {record.rights.uri}, {record.rights.holder}. {item.imprint.label}"


def _dates(date: str) -> Iterator[tuple[str, str]]:
    """Give year and day; what they would hide of a date stands in words after the third slash of DA."""
    if date == UNKNOWN:
        return
    parts = csl_date(date, unsure=False)
    if "date-parts" in parts:
        yield "PY", f"{parts['date-parts'][0][0]:04d}"
    yield "DA", _slashed(date)


def _slashed(date: str) -> str:
    given = csl_date(date, unsure=False)
    if "date-parts" not in given:
        return f"///{printed_date(date)}"
    year, *more = given["date-parts"][0]
    slashed = "/".join([f"{year:04d}", *(f"{part:02d}" for part in more)])
    plain = len(given["date-parts"]) == 1 and "circa" not in given
    return slashed if plain else slashed + "/" * (2 - len(more) + 1) + printed_date(date)


def _line(tag: str, value: str) -> str:
    value = one_line(value)
    return f"{tag}  - {value}\r\n" if value else ""
