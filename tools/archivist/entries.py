"""One entry of the glossary, from its table in TOML: what each key may hold, and what is said where it does not."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import fields
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from langcodes import standardize_tag, tag_is_valid
from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config

from archivist.dates import is_edtf
from archivist.model import Entry, Fault, SameAs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pydantic_core import ErrorDetails

    _Shape = tuple[Callable[[Any], bool], str]  # does a value fit, and what may stand

# Unknown keys are faults; texts stay as written. TOML's arrays come as lists, and are taken for tuples.
_ADAPTER: TypeAdapter[Entry] = TypeAdapter(with_config(ConfigDict(extra="forbid"))(Entry))

_KEYS = tuple(one.name for one in fields(Entry))
_KEYS_OF_ADDRESS = tuple(one.name for one in fields(SameAs))
# An id is the end of an address and, with its signs written in words, the name of a page.
_ID = re.compile(r"[^\W_]+(?:[-!&/][^\W_]+)*")
_ID_OF_ILO = re.compile(r"[CRP][0-9]{3}|MLC-2006|ILO-[A-Z0-9]+(?:-[A-Z0-9]+)*")
_IDS_OF_ILO = "C, R or P and three digits (C102, R202, P029), MLC-2006, or ILO- and more (ILO-DECL-1998)"
_NUMBER_IN_NAME = re.compile(r"\(No\.\s*([0-9]{1,3})\)\Z")
_TWO_CAPITALS = re.compile(r"[A-Z]{2}")
_USER_ASSIGNED = re.compile(r"AA|Q[M-Z]|X[A-JL-Z]|ZZ")  # ISO 3166-1, 8.1.3; XK is used for Kosovo by common consent
_ADDRESS = re.compile(r"https?://[^\s/]+\S*")

_TEXT = 'a text in quotation marks, such as "2012-06-14"'
_TEXTS = 'a list of texts, such as ["Social Floors Recommendation", "R.202"]'
_ADDRESSES = 'a list of addresses, such as [{ address = "https://www.ilo.org", checked = "2026-11-22" }]'
_YES_OR_NO = "true or false, without quotation marks"
# What pydantic says of values of another type, in the words of those who write TOML.
_EXPECTED: Mapping[str, str] = MappingProxyType(
    {
        "string_type": _TEXT,
        "tuple_type": _TEXTS,
        "dataclass_type": 'a table, such as { address = "https://www.ilo.org", checked = "2026-11-22" }',
    }
)


def read_entry(where: str, table: Mapping[str, Any]) -> Entry | list[Fault]:
    """Give the entry that a table tells of, or everything that is wrong with it; `where` is the table's place."""
    misshapen = {name: (expected, value) for name, expected, value in _misshapen(table)}
    faults = [entry_fault(where, name, expected=expected, found=value) for name, (expected, value) in misshapen.items()]
    try:
        entry = _ADAPTER.validate_python(table)
    except ValidationError as error:
        problems = [(_name(problem), problem) for problem in error.errors()]
        return [*faults, *(_invalid(where, name, problem) for name, problem in problems if name not in misshapen)]
    return faults or list(_contradictions(where, entry)) or entry


def _contradictions(where: str, entry: Entry) -> Iterator[Fault]:
    """Find an id of an ILO instrument that is none, or of another number than its name ends with."""
    if entry.kind != "ilo":
        return
    if not _ID_OF_ILO.fullmatch(entry.id):
        yield entry_fault(where, "id", expected=_IDS_OF_ILO, found=entry.id)
        return
    number = _NUMBER_IN_NAME.search(entry.name)
    if number and entry.id[1:].isdecimal() and int(number[1]) != int(entry.id[1:]):
        expected = f"{entry.id[0]}{int(number[1]):03}, or a name that ends with (No. {int(entry.id[1:])})"
        yield entry_fault(where, "id", expected=expected, found=entry.id)


def entry_fault(where: str, name: str, *, expected: str, found: object) -> Fault:
    """Say that a value of an entry cannot stand."""
    remedy = f"correct {name} there; the head of the file says what the keys mean"
    return Fault("glossary-entry", where, f"{name} will not do", expected, _as_written(found), remedy)


def _as_written(value: object) -> str:
    """Show a value much as a file of TOML has it."""
    if isinstance(value, dt.date | dt.time):
        return f"{value}, without quotation marks"
    return json.dumps(value, ensure_ascii=False, default=str)


def _name(problem: ErrorDetails) -> str:
    """Name a value by its key; items of lists count from 1."""
    return ".".join(str(part + 1 if isinstance(part, int) else part) for part in problem["loc"])


def _invalid(where: str, name: str, problem: ErrorDetails) -> Fault:
    """Put what pydantic says of a value into the words of those who write it."""
    if problem["type"] == "unexpected_keyword_argument":
        keys = _KEYS_OF_ADDRESS if name.startswith("same_as.") else _KEYS
        remedy = "correct the key, or take it out"
        return Fault("glossary-entry", where, f"no entry has a key {name!r}", f"one of {', '.join(keys)}", name, remedy)
    if problem["type"] == "missing":
        remedy = f"add {name} to the entry"
        return Fault("glossary-entry", where, f"{name} is missing", f"a value for {name}", "none", remedy)
    expected = _ADDRESSES if name == "same_as" else _EXPECTED.get(problem["type"])
    said = problem["msg"].removeprefix("Input should be ")
    return entry_fault(where, name, expected=expected or said, found=problem["input"])


def _misshapen(table: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Give the values of a table that cannot stand, though they are texts or numbers: name, what may stand, value."""
    for name, pattern, value in _values(table):
        fits, expected = _SHAPES.get(pattern, _ANY)
        if not fits(value):
            yield name, expected, value


def _values(table: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Give each value of a table with its name, and with `*` for the numbers in the name."""
    for key, value in table.items():
        yield key, key, value
        for number, item in enumerate(value if isinstance(value, list) else [], 1):
            yield f"{key}.{number}", f"{key}.*", item
            for inner, said in item.items() if isinstance(item, dict) else ():
                yield f"{key}.{number}.{inner}", f"{key}.*.{inner}", said


def _may_be_date(value: str) -> bool:
    return not value or is_edtf(value)


def _may_be_country(value: str) -> bool:
    """Tell whether two capitals are a code; a region, or countries by their names, may stand there as well."""
    if not _TWO_CAPITALS.fullmatch(value):
        return True
    tag = f"und-{value}"
    return not _USER_ASSIGNED.fullmatch(value) and tag_is_valid(tag) and standardize_tag(tag) == tag


def _text(fits: Callable[[str], object], expected: str) -> _Shape:
    """Make a shape of texts; of what is no text, pydantic tells."""
    return lambda value: not isinstance(value, str) or bool(fits(value)), expected


_ANY: _Shape = (lambda _: True, "")
_FLAG: _Shape = (lambda value: isinstance(value, bool), _YES_OR_NO)  # pydantic takes "yes" and 1 for true
_DAY = _text(_may_be_date, "a date in EDTF (ISO 8601-2), such as 2013-10-09, 2015-11 or 1977")
_WORDS = _text(str.strip, "words")
_SHAPES: Mapping[str, _Shape] = MappingProxyType(
    {
        "id": _text(_ID.fullmatch, "letters and digits, with any of - ! & / between them, such as R202 or SP&PFM"),
        "name": _WORDS,
        "verified": _FLAG,
        "attested": _FLAG,
        "country": _text(_may_be_country, "a country's code in ISO 3166-1 (NP), or a region or a country by its name"),
        "adopted": _DAY,
        "in_force": _DAY,
        "forms.*": _WORDS,
        "examples.*": _WORDS,
        "counterexamples.*": _WORDS,
        "unverified.*": _text(_KEYS.__contains__, f"a key of the entry: {', '.join(_KEYS)}"),
        "same_as.*.address": _text(_ADDRESS.fullmatch, "an address of the web, such as https://www.ilo.org"),
        "same_as.*.checked": _DAY,
    }
)
