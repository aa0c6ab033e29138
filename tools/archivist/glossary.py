"""The glossary: what texts can mention, read from `source/glossary/*.toml` and validated.

A file is an array of `[[entry]]` tables whose keys are the fields of `archivist.model.Entry`. The kind of an entry is
that of its file unless the table gives one.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from langcodes import standardize_tag, tag_is_valid
from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config

from archivist.dates import is_edtf
from archivist.errors import ArchivistError
from archivist.model import Entry, Fault, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from pydantic_core import ErrorDetails

KIND_OF_FILE: Mapping[str, Kind] = MappingProxyType(
    {
        "ilo-instruments": "ilo",
        "asean-instruments": "asean",
        "acronyms": "acronym",
        "organisations": "organisation",
        "places": "place",
    }
)
# An id is the end of an address and, with its signs written in words, the name of a page.
_ID = re.compile(r"[^\W_]+(?:[-!&/][^\W_]+)*")
_TWO_CAPITALS = re.compile(r"[A-Z]{2}")
_USER_ASSIGNED = re.compile(r"AA|Q[M-Z]|X[A-JL-Z]|ZZ")  # ISO 3166-1, 8.1.3; XK is used for Kosovo by common consent


@dataclass(frozen=True)
class Glossary:
    """All entries, sorted by id."""

    entries: Mapping[str, Entry]

    def of_kind(self, kind: Kind) -> tuple[Entry, ...]:
        """Give the entries of a kind, sorted by id."""
        return self._by_kind.get(kind, ())

    def resolve(self, entry_id: str) -> Entry:
        """Give the entry that is shown for an id: an acronym that stands for another entry leads to that one.

        Raises:
            KeyError: there is no such entry.
        """
        entry = self.entries[entry_id]
        return self.entries[entry.stands_for] if entry.stands_for else entry

    def __getstate__(self) -> dict[str, Entry]:
        return dict(self.entries)

    def __setstate__(self, state: dict[str, Entry]) -> None:
        object.__setattr__(self, "entries", MappingProxyType(state))

    @cached_property
    def _by_kind(self) -> Mapping[Kind, tuple[Entry, ...]]:
        kinds = {entry.kind for entry in self.entries.values()}
        return {kind: tuple(e for e in self.entries.values() if e.kind == kind) for kind in sorted(kinds)}


def load(folder: Path) -> Glossary:
    """Read and validate every `*.toml` file of a glossary folder.

    Raises:
        ArchivistError: with all faults found, each naming its file and entry.
    """
    found: list[Entry] = []
    claims: list[_Claim] = []
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.toml")):
        for result in _read(path):
            if isinstance(result, Fault):
                faults.append(result)
            elif isinstance(result, Entry):
                found.append(result)
            else:
                claims.append(result)
    unread = any(fault.code == "glossary-syntax" for fault in faults)
    faults += [*_duplicates(claims), *_dangling(claims, unread=unread)]
    if not claims and not faults:
        faults.append(_no_glossary(folder))
    if faults:
        raise ArchivistError(*faults)
    return collect(found)


def collect(entries: Iterable[Entry]) -> Glossary:
    """Make a glossary of entries whose ids differ."""
    return Glossary(MappingProxyType({entry.id: entry for entry in sorted(entries, key=lambda entry: entry.id)}))


class _Claim(NamedTuple):
    """What a table says of its place in the glossary, whether or not the rest of it can stand."""

    where: str
    id: str
    stands_for: object


def _read(path: Path) -> Iterator[Entry | Fault | _Claim]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        yield Fault(
            "glossary-syntax",
            path.name,
            "the file cannot be read as TOML",
            expected="TOML 1.0 in UTF-8",
            found=str(error),
            remedy="mend the line named",
        )
        return
    tables = data.pop("entry", [])
    for key in sorted(data):
        yield _fault(path.name, key, expected="nothing but [[entry]] tables", found=key)
    if not isinstance(tables, list):
        yield _fault(path.name, "entry", expected="[[entry]] tables", found=type(tables).__name__)
        return
    for number, table in enumerate(tables, 1):
        if isinstance(table, dict):
            yield from _validate(path, number, table)
        else:
            yield _fault(f"{path.name}#{number}", "entry", expected="an [[entry]] table", found=table)


# Unknown keys are faults; texts stay as written. Strict types, but for TOML's arrays, which come as lists.
_ADAPTER: TypeAdapter[Entry] = TypeAdapter(with_config(ConfigDict(extra="forbid"))(Entry))


def _validate(path: Path, number: int, table: dict[str, Any]) -> Iterator[Entry | Fault | _Claim]:
    """Give the entry of a table, or everything that is wrong with it, and what it claims either way."""
    where = f"{path.name}#{table.get('id', number)}"
    filled = {"kind": KIND_OF_FILE.get(path.stem), **table}
    if isinstance(id := table.get("id"), str):
        yield _Claim(where, id, table.get("stands_for"))
    faults = [_fault(where, name, expected=expected, found=table[name]) for name, expected in _misshapen(table)]
    try:
        entry = _ADAPTER.validate_python(filled)
    except ValidationError as error:
        faults += [_invalid(where, problem) for problem in error.errors()]
    yield from faults
    if not faults:
        yield entry


def _misshapen(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give the keys of a table whose text has not the shape that it must have, and that shape."""
    for name, (fits, expected) in _SHAPES.items():
        if isinstance(value := table.get(name), str) and not fits(value):
            yield name, expected


def _invalid(where: str, problem: ErrorDetails) -> Fault:
    name = ".".join(str(part) for part in problem["loc"])
    if problem["type"] == "unexpected_keyword_argument":
        names = ", ".join(field.name for field in fields(Entry))
        return Fault("glossary-entry", where, f"no entry has a key {name!r}", f"one of {names}", name, "mend the entry")
    if problem["type"] == "missing":
        return Fault("glossary-entry", where, f"{name} is missing", f"a value for {name}", "none", "mend the entry")
    return _fault(where, name, expected=problem["msg"].removeprefix("Input should be "), found=problem["input"])


def _may_be_date(value: str) -> bool:
    return not value or is_edtf(value)


def _may_be_id(value: str) -> bool:
    return _ID.fullmatch(value) is not None


def _may_be_country(value: str) -> bool:
    """Tell whether two capitals are a code; a region, or countries by their names, may stand there as well."""
    if not _TWO_CAPITALS.fullmatch(value):
        return True
    tag = f"und-{value}"
    return not _USER_ASSIGNED.fullmatch(value) and tag_is_valid(tag) and standardize_tag(tag) == tag


_DATE = (_may_be_date, "a date in EDTF (ISO 8601-2), such as 2013-10-09, 2015-11 or 1977")
_SHAPES: Mapping[str, tuple[Callable[[str], bool], str]] = MappingProxyType(
    {
        "id": (_may_be_id, "letters and digits, with any of - ! & / between them, such as R202 or SP&PFM"),
        "country": (_may_be_country, "a country's code in ISO 3166-1 (NP), or a region or a country by its name"),
        "adopted": _DATE,
        "in_force": _DATE,
    }
)


def _duplicates(claims: Iterable[_Claim]) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for where, id, _ in claims:
        if id in first:
            yield _fault(where, "id", expected="its own", found=f"also in {first[id]}")
        first.setdefault(id, where.partition("#")[0])


def _dangling(claims: Sequence[_Claim], *, unread: bool) -> Iterator[Fault]:
    """Find ids that nothing has, or that lead on to another; of a file that is unread, nobody knows what it has."""
    targets = {id: stands_for for _, id, stands_for in claims}
    for where, _, target in claims:
        if not target or not isinstance(target, str) or (unread and target not in targets):
            continue
        if targets.get(target, "lacking"):
            yield _fault(where, "stands_for", expected="the id of an entry of another kind", found=target)


def _fault(where: str, name: str, *, expected: str, found: object) -> Fault:
    return Fault("glossary-entry", where, f"{name} will not do", expected, repr(found), "mend the entry")


def _no_glossary(folder: Path) -> Fault:
    return Fault(
        "no-glossary",
        str(folder),
        "there is no glossary here",
        expected="*.toml files",
        found="none",
        remedy="archivist new makes a project with an empty one",
    )
