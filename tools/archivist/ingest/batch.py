"""A batch table: one row a file to be added."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from archivist.errors import ArchivistError
from archivist.ingest.adding import Wish
from archivist.ingest.fields import is_field, merged, nested
from archivist.ingest.receiving import Received, receive
from archivist.model import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Any

_OWN = ("file", "id")  # columns that are not fields of the record


def read_batch(table: Path, common: Mapping[str, Any]) -> tuple[Wish, ...]:
    """Read a table in CSV (RFC 4180, UTF-8): columns file, id and any field of the record by its dotted name.

    `common` is what holds for every row that does not say otherwise. Files are found beside the table.

    A row whose file cannot be read is a wish with that fault, so that all rows are judged together.

    Raises:
        ArchivistError: the table cannot be read, its columns cannot stand, or rows have more values than columns.
    """
    columns, rows = _rows(table)
    faults = _column_faults(table, columns) or _overlong(table, columns, rows)
    if faults:
        raise ArchivistError(*faults)
    return tuple(_wish(table, number, dict(zip_longest(columns, row, fillvalue="")), common) for number, row in rows)


def _rows(table: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Give the columns, and the rows that are not blank with their numbers; the row of columns is number 1."""
    try:
        text = receive(table).data.decode("utf-8-sig")
        columns, *rows = [*csv.reader(io.StringIO(text, newline=""), strict=True)] or [[]]
    except (UnicodeDecodeError, csv.Error) as error:
        message = "the table cannot be read"
        raise ArchivistError(_fault(str(table), message, "CSV in UTF-8", str(error))) from error
    numbered = [(number, row) for number, row in enumerate(rows, 2) if row]
    if not numbered:
        raise ArchivistError(_fault(str(table), "the table has no rows", "a row for each file", "none"))
    return columns, numbered


def _column_faults(table: Path, columns: Sequence[str]) -> list[Fault]:
    where = f"{table}#1"
    faults = [
        _fault(where, f"a record has no field {name!r}", "file, id, or a field of the record", name)
        for name in columns
        if name not in _OWN and not is_field(name)
    ]
    faults += [
        _fault(where, f"the column {name} stands there {count} times", "each column once", f"{count} columns {name}")
        for name, count in Counter(columns).items()
        if count > 1
    ]
    if "file" not in columns:
        faults.append(_fault(where, "the table has no column file", "a column file", ", ".join(columns)))
    return faults or _contradictions(where, columns)


def _contradictions(where: str, columns: Sequence[str]) -> list[Fault]:
    """Find a column for a value beside one for a table of that name."""
    try:
        nested({name: name for name in columns if name not in _OWN}, where)
    except ArchivistError as error:
        return list(error.faults)
    return []


def _overlong(table: Path, columns: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]]) -> list[Fault]:
    message = "the row has more values than there are columns"
    return [
        _fault(f"{table}#{number}", message, f"at most {len(columns)} values", f"{len(row)} values")
        for number, row in rows
        if len(row) > len(columns)
    ]


def _wish(table: Path, number: int, row: Mapping[str, str], common: Mapping[str, Any]) -> Wish:
    where = f"{table}#{number}"
    fields = merged(common, nested({name: value for name, value in row.items() if name not in _OWN}, where))
    try:
        return Wish(receive(row["file"], folder=table.parent), fields, where, row.get("id", ""))
    except ArchivistError as error:
        faults = tuple(replace(fault, where=f"{where}#file") for fault in error.faults)
        return Wish(Received((table.parent / row["file"]).name, b""), fields, where, row.get("id", ""), faults=faults)


def _fault(where: str, message: str, expected: str, found: str) -> Fault:
    return Fault("batch-table", where, message, expected, found, "correct the table; nothing was added")
