"""The glossary: what texts can mention, read from `source/glossary/*.toml` and validated.

A file is an array of `[[entry]]` tables whose keys are the fields of `archivist.model.Entry`. The kind of an entry is
that of its file unless the table gives one.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config

from archivist.dates import is_edtf
from archivist.errors import ArchivistError
from archivist.model import Entry, Fault, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
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
_DATES = ("adopted", "in_force")


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
    found: list[tuple[str, Entry]] = []
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.toml")):
        for result in _read(path):
            if isinstance(result, Fault):
                faults.append(result)
            else:
                found.append((path.name, result))
    faults += _duplicates(found) + _dangling(found)
    if not found and not faults:
        faults.append(_no_glossary(folder))
    if faults:
        raise ArchivistError(*faults)
    return collect(entry for _, entry in found)


def collect(entries: Iterable[Entry]) -> Glossary:
    """Make a glossary of entries whose ids differ."""
    return Glossary(MappingProxyType({entry.id: entry for entry in sorted(entries, key=lambda entry: entry.id)}))


def _read(path: Path) -> Iterator[Entry | Fault]:
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
        yield from _validate(path, number, table)


# Unknown keys are faults; texts stay as written. Strict types, but for TOML's arrays, which come as lists.
_ADAPTER: TypeAdapter[Entry] = TypeAdapter(with_config(ConfigDict(extra="forbid"))(Entry))


def _validate(path: Path, number: int, table: dict[str, Any]) -> Iterator[Entry | Fault]:
    where = f"{path.name}#{table.get('id', number)}"
    filled = {"kind": KIND_OF_FILE.get(path.stem), **table}
    try:
        entry = _ADAPTER.validate_python(filled)
    except ValidationError as error:
        yield from (_invalid(where, problem) for problem in error.errors())
        return
    bad = [name for name in _DATES if not _may_be_date(getattr(entry, name))]
    for name in bad:
        expected = "a date in EDTF (ISO 8601-2), such as 2013-10-09, 2015-11 or 1977"
        yield _fault(where, name, expected=expected, found=getattr(entry, name))
    if not bad:
        yield entry


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


def _duplicates(found: list[tuple[str, Entry]]) -> list[Fault]:
    first: dict[str, str] = {}
    faults = []
    for file, entry in found:
        if entry.id in first:
            faults.append(_fault(f"{file}#{entry.id}", "id", expected="its own", found=f"also in {first[entry.id]}"))
        first.setdefault(entry.id, file)
    return faults


def _dangling(found: list[tuple[str, Entry]]) -> list[Fault]:
    entries = {entry.id: entry for _, entry in found}
    return [
        _fault(
            f"{file}#{entry.id}", "stands_for", expected="the id of an entry of another kind", found=entry.stands_for
        )
        for file, entry in found
        if entry.stands_for and (entry.stands_for not in entries or entries[entry.stands_for].stands_for)
    ]


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
