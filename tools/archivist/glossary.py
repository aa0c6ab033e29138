"""The glossary: what texts can mention, read from `source/glossary/*.toml` and validated.

A file is an array of `[[entry]]` tables whose keys are the fields of `archivist.model.Entry`. The kind of an entry is
that of its file unless the table gives one.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from archivist.entries import entry_fault, read_entry
from archivist.errors import ArchivistError
from archivist.model import Entry, Fault, Kind
from archivist.text import undecodable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

FOLDER = PurePath("source/glossary")  # in a project
KIND_OF_FILE: Mapping[str, Kind] = MappingProxyType(
    {
        "ilo-instruments": "ilo",
        "asean-instruments": "asean",
        "acronyms": "acronym",
        "organisations": "organisation",
        "places": "place",
    }
)


@dataclass(frozen=True)
class Glossary:
    """All entries, sorted by id."""

    entries: Mapping[str, Entry]
    files: Mapping[str, str] = field(default_factory=dict, compare=False)  # by id: the file read, from the project on

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

    def place(self, entry_id: str) -> str:
        """Say in which table of which file an entry stands."""
        return f"{self.files.get(entry_id, FOLDER)}#{entry_id}"

    def __getstate__(self) -> tuple[dict[str, Entry], dict[str, str]]:
        return dict(self.entries), dict(self.files)

    def __setstate__(self, state: tuple[dict[str, Entry], dict[str, str]]) -> None:
        entries, files = state
        object.__setattr__(self, "entries", MappingProxyType(entries))
        object.__setattr__(self, "files", MappingProxyType(files))

    @cached_property
    def _by_kind(self) -> Mapping[Kind, tuple[Entry, ...]]:
        kinds = {entry.kind for entry in self.entries.values()}
        return {kind: tuple(e for e in self.entries.values() if e.kind == kind) for kind in sorted(kinds)}


def load(folder: Path) -> Glossary:
    """Read and validate every `*.toml` file of a glossary folder; there may be no entry in them.

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
    if not any(folder.glob("*.toml")):
        faults.append(_no_glossary(folder))
    if faults:
        raise ArchivistError(*faults)
    return collect(found, {claim.id: claim.file for claim in claims})


def collect(entries: Iterable[Entry], files: Mapping[str, str] | None = None) -> Glossary:
    """Make a glossary of entries whose ids differ, and of the files in which they stand."""
    by_id = {entry.id: entry for entry in sorted(entries, key=lambda entry: entry.id)}
    return Glossary(MappingProxyType(by_id), MappingProxyType(files or {}))


class _Claim(NamedTuple):
    """What a table says of its place in the glossary, whether or not the rest of it can stand."""

    where: str
    id: str
    stands_for: object

    @property
    def file(self) -> str:
        return self.where.rpartition("#")[0]


def _shown(path: Path) -> str:
    """Name a file from the project's folder on, where it lies in the glossary of one."""
    return str(FOLDER / path.name if path.parent.parts[-2:] == FOLDER.parts else path)


def _read(path: Path) -> Iterator[Entry | Fault | _Claim]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        yield Fault(
            "glossary-syntax",
            _shown(path),
            "the file cannot be read as TOML",
            expected="TOML 1.0 in UTF-8",
            found=undecodable(error) if isinstance(error, UnicodeError) else str(error),
            remedy="correct that line",
        )
        return
    tables = data.pop("entry", [])
    for key in sorted(data):
        yield entry_fault(_shown(path), key, expected="nothing but [[entry]] tables", found=key)
    if not isinstance(tables, list):
        yield entry_fault(_shown(path), "entry", expected="[[entry]] tables", found=tables)
        return
    for number, table in enumerate(tables, 1):
        if isinstance(table, dict):
            yield from _validate(path, number, table)
        else:
            yield entry_fault(f"{_shown(path)}#{number}", "entry", expected="an [[entry]] table", found=table)


def _validate(path: Path, number: int, table: dict[str, Any]) -> Iterator[Entry | Fault | _Claim]:
    """Give the entry of a table, or everything that is wrong with it, and what it claims either way."""
    where = f"{_shown(path)}#{table.get('id', number)}"
    if isinstance(id := table.get("id"), str):
        yield _Claim(where, id, table.get("stands_for"))
    entry = read_entry(where, {"kind": KIND_OF_FILE.get(path.stem), **table})
    yield from entry if isinstance(entry, list) else [entry]


def _duplicates(claims: Iterable[_Claim]) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for claim in claims:
        if claim.id in first:
            yield entry_fault(claim.where, "id", expected=f"another than in {first[claim.id]}", found=claim.id)
        first.setdefault(claim.id, claim.file)


def _dangling(claims: Sequence[_Claim], *, unread: bool) -> Iterator[Fault]:
    """Find ids that nothing has, or that lead on to another; of a file that is unread, nobody knows what it has."""
    targets = {id: stands_for for _, id, stands_for in claims}
    for where, _, target in claims:
        if not target or not isinstance(target, str) or (unread and target not in targets):
            continue
        if targets.get(target, "lacking"):
            yield entry_fault(where, "stands_for", expected="the id of an entry of another kind", found=target)


def _no_glossary(folder: Path) -> Fault:
    return Fault(
        "no-glossary",
        str(folder),
        "there is no glossary here",
        expected="*.toml files",
        found="none",
        remedy="archivist new makes a project with an empty one",
    )
