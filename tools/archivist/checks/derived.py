"""Rules about files that follow from the archive and can be written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.export.bibtex import bibtex
from archivist.export.schema import record_schema
from archivist.model import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from archivist.checks.holdings import Holdings

STUBS = "source/documents"
BIBLIOGRAPHY = "bib/sources.bib"
SCHEMA = "source/record.schema.json"
_MEND = "`archivist check --mend`"


def stub_missing(holdings: Holdings) -> Iterator[Fault]:
    """Find documents without a page."""
    yield from map(no_page, sorted(set(holdings.ids) - _stubs(holdings.project)))


def no_page(id: str) -> Fault:
    """Say that a document has no page, so that neither site nor edition would show it."""
    where = f"{STUBS}/{id}.md"
    return Fault("stub-missing", where, f"{id} has no page", "a page with its directive", "no such file", _MEND)


def stub_orphan(holdings: Holdings) -> Iterator[Fault]:
    """Find pages whose document is not there."""
    for id in sorted(_stubs(holdings.project) - set(holdings.ids)):
        where = f"{STUBS}/{id}.md"
        remedy = f"bring archive/{id} back, or delete the page"
        yield Fault("stub-orphan", where, f"the page {id} has no document", f"archive/{id}", "no such folder", remedy)


def bibliography_stale(holdings: Holdings) -> Iterator[Fault]:
    """Compare sources.bib with what the records say; where one cannot be read, that comes first."""
    if len(holdings.documents) == len(holdings.ids):
        expected = bibtex({id: document.record for id, document in holdings.documents.items()})
        yield from _compared(holdings.project, BIBLIOGRAPHY, expected, code="bibliography-stale")


def schema_stale(holdings: Holdings) -> Iterator[Fault]:
    """Compare the schema that editors use with the record's."""
    yield from _compared(holdings.project, SCHEMA, record_schema(), code="schema-stale")


def _stubs(project: Path) -> set[str]:
    return {path.stem for path in (project / STUBS).glob("*.md")}


def _compared(project: Path, name: str, expected: str, *, code: str) -> Iterator[Fault]:
    try:
        found = (project / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        yield Fault(code, name, f"{name} is not there", "a file written from the archive", "no such file", _MEND)
        return
    if found != expected:
        line, wanted, there = _first_difference(expected, found)
        yield Fault(code, f"{name}#{line}", f"{name} is out of date", wanted, there, _MEND)


def _first_difference(expected: str, found: str) -> tuple[int, str, str]:
    """Give the first line, from 1, in which two texts differ, as it should be and as it is."""
    pairs = enumerate(zip(_lines(expected), _lines(found), strict=False), 1)
    return next((number, a, b) for number, (a, b) in pairs if a != b)


def _lines(text: str) -> list[str]:
    return [*(repr(line) for line in text.splitlines(keepends=True)), "the end of the file"]
