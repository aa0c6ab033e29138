"""record.toml: parsing it with a fault for each thing wrong, and printing it."""

from __future__ import annotations

import difflib
import tomllib
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from archivist.errors import ArchivistError
from archivist.model import Fault
from archivist.store.record import (
    UNKNOWN,
    Capture,
    Evidence,
    Note,
    Original,
    Part,
    Record,
    Relation,
    Rights,
    RulingTable,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

_TABLES: dict[str, type[BaseModel]] = {
    "capture": Capture,
    "evidence": Evidence,
    "note": Note,
    "original": Original,
    "part": Part,
    "relations": Relation,
    "rights": Rights,
    "ruling": RulingTable,
}
_CODES = {"extra_forbidden": "record-unknown-key", "missing": "record-missing-key"}
_NAMES = ("creator", "publisher")  # lists of names
# Printed even where they have their default: they are chosen when the document is added.
_ALWAYS = ("access", "layout")
_REMEDY = 'correct the record; what is not known is "unknown"'


def parse_record(data: bytes, where: str) -> Record:
    """Read a record.

    `where` names the file in faults.

    Raises:
        ArchivistError: not TOML in UTF-8, or not a record; one fault for each thing wrong.
    """
    return record_from(parse_toml(data, where), where)


def parse_toml(data: bytes, where: str) -> dict[str, Any]:
    """Read a TOML file.

    Raises:
        ArchivistError: not TOML in UTF-8.
    """
    try:
        return tomllib.loads(data.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ArchivistError(
            Fault(
                "record-syntax",
                where,
                "the file cannot be read as TOML",
                expected="TOML 1.0 in UTF-8",
                found=str(error),
                remedy="mend the line named; strings with quotation marks in them go between ' or '''",
            )
        ) from error


def record_from(table: Mapping[str, Any], where: str) -> Record:
    """Make a record of a table of plain values.

    Raises:
        ArchivistError: one fault for each unknown or missing key and each value that cannot stand.
    """
    try:
        return Record.model_validate(table)
    except ValidationError as error:
        raise ArchivistError(*(_fault(detail, where) for detail in _telling(error))) from error


def print_record(record: Record) -> bytes:
    """Print a record as TOML in the model's order, without the values that say nothing."""
    import tomli_w  # noqa: PLC0415 - reading does not need it

    table = record.model_dump(mode="json", exclude_defaults=True)
    table |= {name: getattr(record, name) for name in _ALWAYS} | {"original": record.original.model_dump(mode="json")}
    ordered = {name: table[name] for name in Record.model_fields if name in table}
    return tomli_w.dumps(ordered).encode()


def _telling(error: ValidationError) -> Iterator[ErrorDetails]:
    """Leave out that a list is too short where that follows from a value in it that cannot stand."""
    details = error.errors(include_url=False)
    within = {detail["loc"][:1] for detail in details if len(detail["loc"]) > 1}
    return (detail for detail in details if detail["type"] != "too_short" or detail["loc"] not in within)


def _fault(detail: ErrorDetails, where: str) -> Fault:
    kind = detail["type"]
    key = ".".join(str(step + 1 if isinstance(step, int) else step) for step in detail["loc"])
    code = _CODES.get(kind, "record-value")
    place = f"{where}#{key}" if key else where
    if code == "record-unknown-key":
        return Fault(code, place, f"a record has no key {key!r}", expected=_alike(detail), found=key, remedy=_REMEDY)
    if code == "record-missing-key":
        return Fault(code, place, f"{key} is missing", expected=f"a value for {key}", found="none", remedy=_REMEDY)
    expected = _expected(detail)
    shown = _shown(detail["input"])
    return Fault(
        code, place, f"{key} cannot be {shown}" if key else "the record contradicts itself", expected, shown, _REMEDY
    )


def _expected(detail: ErrorDetails) -> str:
    """Say what could stand there, in words of the record and not of Python's types."""
    name = str(detail["loc"][0]) if detail["loc"] else ""
    one, several = ("a name", "a list of names") if name in _NAMES else ("a text that is not empty", "a list")
    words = {
        "string_type": "text between quotation marks",
        "string_unicode": "text in Unicode: half of a pair of surrogates stands in it, or a byte that is no UTF-8",
        "string_pattern_mismatch": f'{one}, or "{UNKNOWN}"',
        "too_short": f'{several}, with "{UNKNOWN}" in it where none is known',
        "tuple_type": f'{several}, such as {detail["loc"][-1]} = ["{UNKNOWN}"]' if name in _NAMES else several,
    }
    return words.get(detail["type"], detail["msg"].removeprefix("Value error, ").removeprefix("Input should be "))


_LONGEST_SHOWN = 80


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _alike(detail: ErrorDetails) -> str:
    """Name the keys that may have been meant."""
    place = detail["loc"]
    table = _TABLES.get(str(place[0]), Record) if len(place) > 1 else Record
    names = sorted(table.model_fields)
    near = difflib.get_close_matches(str(place[-1]), names, n=3)
    return " or ".join(near) if near else f"one of {', '.join(names)}"
