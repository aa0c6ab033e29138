"""A batch table: one row a file to be added."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from archivist.errors import ArchivistError
from archivist.ingest.adding import Wish
from archivist.ingest.fields import is_field, merged, nested
from archivist.ingest.receiving import receive
from archivist.model import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Any

_OWN = ("file", "id")  # columns that are not fields of the record


def read_batch(table: Path, common: Mapping[str, Any]) -> tuple[Wish, ...]:
    """Read a table in CSV (RFC 4180, UTF-8): columns file, id and any field of the record by its dotted name.

    `common` is what holds for every row that does not say otherwise. Files are found beside the table.

    Raises:
        ArchivistError: the table cannot be read, or rows name files that cannot be; one fault for each.
    """
    columns, rows = _rows(table)
    if faults := _column_faults(table, columns):
        raise ArchivistError(*faults)
    wishes: list[Wish] = []
    bad: list[Fault] = []
    for line, row in rows:
        try:
            wishes.append(_wish(table, line, row, common))
        except ArchivistError as error:
            bad += error.faults
    if bad:
        raise ArchivistError(*bad)
    return tuple(wishes)


def _rows(table: Path) -> tuple[Sequence[str], list[tuple[int, dict[str, str]]]]:
    """Give the columns, and the rows with the numbers of the lines on which they end."""
    try:
        text = receive(table).data.decode("utf-8-sig")
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True, restkey="", restval="")
        rows = [(reader.line_num, row) for row in reader]
    except (UnicodeDecodeError, csv.Error) as error:
        message = "the table cannot be read"
        raise ArchivistError(_fault(str(table), message, "CSV in UTF-8", str(error))) from error
    if not rows:
        raise ArchivistError(_fault(str(table), "the table has no rows", "a row for each file", "none"))
    return reader.fieldnames or (), rows


def _column_faults(table: Path, columns: Sequence[str]) -> list[Fault]:
    faults = [
        _fault(f"{table}#1", f"a record has no field {name!r}", "file, id, or a field of the record", name)
        for name in columns
        if name not in _OWN and not is_field(name)
    ]
    if "file" not in columns:
        faults.append(_fault(f"{table}#1", "the table has no column file", "a column file", ", ".join(columns)))
    return faults


def _wish(table: Path, line: int, row: Mapping[str, str], common: Mapping[str, Any]) -> Wish:
    where = f"{table}#{line}"
    if "" in row:
        raise ArchivistError(_fault(where, "the row has more values than there are columns", "one a column", "more"))
    fields = nested({name: value for name, value in row.items() if name not in _OWN}, where)
    return Wish(receive(table.parent / row["file"]), merged(common, fields), where, row.get("id", ""))


def _fault(where: str, message: str, expected: str, found: str) -> Fault:
    return Fault("batch-table", where, message, expected, found, "correct the table; nothing was added")
