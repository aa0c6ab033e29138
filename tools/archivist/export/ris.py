"""Documents as RIS records (the tagged format of Reference Manager, 2011), UTF-8, lines ending in CR LF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.dates import printed_date
from archivist.export.dating import csl_date, date_words, first_day, is_plain
from archivist.export.item import known, stated_rights
from archivist.export.kinds import KINDS, WITHOUT_CHAPTERS
from archivist.export.numbers import numbers
from archivist.export.wording import listed_name, one_line, parts_names, single_name
from archivist.store.record import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.export.imprint import Edition
    from archivist.export.item import Item
    from archivist.store.record import Record

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
        ("AU", single_name(imprint.editors)),
        ("TI", imprint.title),
        ("PY", edition.date[:4]),
        ("DA", edition.date.replace("-", "/")),
        ("ET", imprint.version),
        ("UR", imprint.home),
        ("N1", f"{imprint.rights} SHA-256 of archive-manifest.txt: {edition.digest}"),
    ]
    yield "".join(_line(tag, value) for tag, value in head) + _END
    yield from pieces


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    record = item.record
    kind = KINDS[record.type]
    yield "TY", "CHAP" if item.container and kind.csl not in WITHOUT_CHAPTERS else kind.ris
    yield "ID", item.id
    for name in known(record.creator):
        yield "AU", listed_name(name, record.person(name))
    yield "TI", record.title
    yield "T2", item.container
    yield from _dates(record)
    yield "PB", "; ".join(known(record.publisher))
    yield "M3", kind.genre
    yield "UR", item.address
    yield "DO", numbers(item).doi
    yield "SN", numbers(item).number if kind.ris == "RPRT" else ""  # to readers of this type a report's number
    yield "Y2", _visited(record)
    yield "LA", "" if record.language == UNKNOWN else record.language
    yield "AB", record.description
    yield "DB", item.imprint.title
    yield "AN", item.identifier
    yield "CN", item.identifier  # for readers that pass over AN, such as citation-js
    yield "N1", _note(item)


def _note(item: Item) -> str:
    """Say rights and edition, and what the tags before could not: names with commas, dates before our era, ISBN, ISSN.

    The tag for these, SN, is a report's number, or of the other kind, to readers of some types.
    """
    record = item.record
    _, isbn, issn, number = numbers(item)
    names = [name for name in known(record.creator) if record.person(name) is None and parts_names(name)]
    said = (
        f"Author: {'; '.join(names)}." if names else "",
        f"Date: {date_words(record)}." if date_words(record) and not first_day(record) else "",
        f"ISBN {isbn}." if isbn else "",
        f"ISSN {issn}." if issn else "",
        f"Number: {number}." if number and KINDS[record.type].ris != "RPRT" else "",
        f"Rights: {stated_rights(record)}. {item.imprint.label}",
    )
    return " ".join(filter(None, said))


def _dates(record: Record) -> Iterator[tuple[str, str]]:
    """Give year and day; what they would hide of a date stands in words after the third slash of DA."""
    parts = first_day(record)
    if parts:
        yield "PY", f"{parts[0]:04d}"
        yield "DA", _slashed(parts, date_words(record))


def _visited(record: Record) -> str:
    """Give the day of access; not of a law without a date, since readers take it for that of its making."""
    when = record.capture.when
    if when == UNKNOWN or (record.type == "legislation" and not first_day(record)):
        return ""
    points = csl_date(when, unsure=False).get("date-parts", [[]])
    return _slashed(points[0], "" if is_plain(when) else printed_date(when))


def _slashed(parts: list[int], words: str) -> str:
    slashed = "/".join(f"{part:0{size}d}" for part, size in zip(parts, (4, 2, 2), strict=False))
    return slashed + "/" * (3 - max(len(parts) - 1, 0)) + words if words else slashed


def _line(tag: str, value: str) -> str:
    value = one_line(value)
    return f"{tag}  - {value}\r\n" if value else ""
