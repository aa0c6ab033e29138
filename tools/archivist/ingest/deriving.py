"""Writing the files that follow from the archive: pages, sources.bib, the schema and the archive's manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.checks.derived import BIBLIOGRAPHY, SCHEMA, STUBS
from archivist.export.bibtex import bibtex, spliced
from archivist.export.schema import record_schema
from archivist.store import Archive
from archivist.store.disk import replace_file
from archivist.store.inventory import MANIFEST, rewrite_manifest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def derive(project: Path, ids: Iterable[str]) -> None:
    """Bring the derived files up to date after these documents have changed, without reading the others."""
    archive = Archive(project)
    records = {id: archive.record(id) for id in ids}
    _write_stubs(project, records)
    bibliography = project / BIBLIOGRAPHY
    text = bibliography.read_text(encoding="utf-8") if bibliography.exists() else ""
    _write(project, BIBLIOGRAPHY, spliced(text, records) if text else _whole_bibliography(archive))
    _write(project, SCHEMA, record_schema())


def mend(project: Path) -> tuple[str, ...]:
    """Write anew every derived file that is missing or out of date, and give their names.

    The caller holds the archive's lock. A page that exists is never touched: editors write in it.
    """
    archive = Archive(project)
    before = _bytes(archive.folder / MANIFEST)
    rewrite_manifest(project)
    changed = [f"archive/{MANIFEST}"] if _bytes(archive.folder / MANIFEST) != before else []
    changed += _write_stubs(project, archive.ids())
    changed += _write(project, BIBLIOGRAPHY, _whole_bibliography(archive))
    return (*changed, *_write(project, SCHEMA, record_schema()))


def _whole_bibliography(archive: Archive) -> str:
    return bibtex({id: archive.record(id) for id in archive.ids()})


def _write_stubs(project: Path, ids: Iterable[str]) -> list[str]:
    names = [f"{STUBS}/{id}.md" for id in ids if not (project / STUBS / f"{id}.md").exists()]
    for name in names:
        _write(project, name, f"```{{source-document}} {name[len(STUBS) + 1 : -3]}\n```\n")
    return names


def _write(project: Path, name: str, text: str) -> list[str]:
    """Write a file where its text differs, and name it if so."""
    path = project / name
    if _bytes(path) == text.encode():
        return []
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, text.encode())
    return [name]


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None
