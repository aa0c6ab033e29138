"""Works that the sources name: bib/references.bib lists them, bib/citations.toml says where they are named.

A place is a text quote selector, as that of a note: words of one document that name one work. The record is not
touched, and so no seal is broken by a bibliography.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from archivist.errors import ArchivistError
from archivist.model import Fault, Quote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CITATIONS = "bib/citations.toml"
REFERENCES = "bib/references.bib"
ENTRY = r"^[ \t]*@(?!comment|preamble|string)[a-z]+\s*\{\s*"  # what precedes the key of an entry
_KEY = re.compile(rf"{ENTRY}([^\s,{{}}]+)\s*,", re.MULTILINE | re.IGNORECASE)
Text = Annotated[str, Field(min_length=1)]


class Citation(NamedTuple):
    """One place where a source names a work."""

    work: str  # key of an entry of references.bib
    document: str
    quote: Quote


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    work: Text
    document: Text
    exact: Text
    prefix: str = ""
    suffix: str = ""


def read_citations(project: Path) -> tuple[Citation, ...]:
    """Read citations.toml, in its order; a project without one has none.

    Raises:
        ArchivistError: with all faults of the file.
    """
    try:
        data = tomllib.loads((project / CITATIONS).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ArchivistError(_fault(CITATIONS, "a file in TOML", str(error))) from error
    tables = data.pop("citation", [])
    faults = [_fault(f"{CITATIONS}#{key}", "nothing but [[citation]] tables", key) for key in sorted(data)]
    found = list(_validated(tables if isinstance(tables, list) else [tables]))
    faults += [one for one in found if isinstance(one, Fault)]
    if faults:
        raise ArchivistError(*faults)
    return tuple(one for one in found if isinstance(one, Citation))


def work_keys(project: Path) -> tuple[str, ...]:
    """Give the keys of references.bib, in its order; none where there is no such file.

    What is not UTF-8 hides no key: it is for the check to say so.
    """
    path = project / REFERENCES
    return tuple(_KEY.findall(path.read_text(encoding="utf-8-sig", errors="replace"))) if path.exists() else ()


def reference_digest(project: Path) -> str:
    """Give the SHA-256 of references.bib; empty where there is no such file."""
    path = project / REFERENCES
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""


def _validated(tables: list[Any]) -> Iterator[Citation | Fault]:
    for number, table in enumerate(tables, 1):
        try:
            one = _Table.model_validate(table)
        except ValidationError as error:
            for problem in error.errors():
                place = ".".join(map(str, problem["loc"]))
                yield _fault(f"{CITATIONS}#{number}.{place}", problem["msg"], repr(problem["input"]))
        else:
            yield Citation(one.work, one.document, Quote(one.exact, one.prefix, one.suffix))


def _fault(where: str, expected: str, found: str) -> Fault:
    return Fault("citations-file", where, f"{CITATIONS} cannot stand", expected, found, f"mend {CITATIONS}")
