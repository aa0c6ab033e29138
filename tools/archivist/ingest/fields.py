"""Values of a record given by dotted names, as on the command line and in a batch table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from archivist.errors import ArchivistError
from archivist.model import Fault
from archivist.store import Record
from archivist.store.recordfile import record_from

if TYPE_CHECKING:
    from collections.abc import Mapping

_SEVERAL = frozenset({"creator", "persons", "publisher", "places", "identifiers"})  # several values, separated by "; "
_ALIASES = {"charset": "original.charset", "media_type": "original.media_type"}


def is_field(name: str) -> bool:
    """Tell whether a dotted name begins with a key of the record."""
    return name in _ALIASES or name.partition(".")[0] in Record.model_fields


def nested(values: Mapping[str, str], where: str) -> dict[str, Any]:
    """Make a record's table of values by dotted name; an empty value says nothing.

    Raises:
        ArchivistError: a name stands for a value and for a table at once.
    """
    table: dict[str, Any] = {}
    for name, value in values.items():
        if value:
            _put(table, _steps(_ALIASES.get(name, name)), value, where)
    return table


def merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Lay one record's table over another; tables are joined, other values replaced."""
    joined = dict(below)
    for name, value in above.items():
        under = joined.get(name)
        joined[name] = merged(under, value) if isinstance(value, dict) and isinstance(under, dict) else value
    return joined


def missing(table: Mapping[str, Any]) -> tuple[str, ...]:
    """Give the required keys that a table lacks; the tool fills in `original`."""
    required = (name for name, field in Record.model_fields.items() if field.is_required())
    return tuple(name for name in required if name not in table and name != "original")


def expected_instead(name: str, value: str) -> str:
    """Say what could stand for a value of a record; empty if the value can."""
    try:
        record_from(nested({name: value}, ""), "")
    except ArchivistError as error:
        of_name = (each for each in error.faults if each.where.partition("#")[2].partition(".")[0] == name)
        return next((each.expected for each in of_name), "")
    return ""


def advised(fault: Fault) -> Fault:
    """Say of a required value that is missing how to give it; other faults stay as they are."""
    name = fault.where.rpartition("#")[2]
    if fault.code != "record-missing-key" or name not in Record.model_fields:
        return fault
    remedy = f'give --{name}, a column or a line of the record for it; what is not known is "unknown"'
    return replace(fault, remedy=remedy)


def _steps(name: str) -> list[str]:
    """Split a dotted name; evidence is filed under names that have full stops themselves."""
    steps = name.split(".")
    if steps[0] == "evidence" and len(steps) > 3:
        return ["evidence", ".".join(steps[1:-1]), steps[-1]]
    return steps


def _put(table: dict[str, Any], steps: list[str], value: str, where: str) -> None:
    *outer, last = steps
    for step in outer:
        table = table.setdefault(step, {})
        if not isinstance(table, dict):
            break
    if not isinstance(table, dict) or isinstance(table.get(last), dict):
        name = ".".join(steps)
        raise ArchivistError(
            Fault(
                "record-value",
                f"{where}#{name}",
                f"{name} contradicts another value: one is a table, the other is not",
                expected="one of the two",
                found=value,
                remedy="leave one of them out",
            )
        )
    several = len(steps) == 1 and last in _SEVERAL
    table[last] = [part.strip() for part in value.split("; ") if part.strip()] if several else value
