"""Document ids and file names that every file system and every address can carry."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from archivist.model import Fault

if TYPE_CHECKING:
    from collections.abc import Container

LONGEST_ID = 80
_LONGEST_SLUG = 60
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Names that Windows keeps for devices (Naming Files, Paths, and Namespaces; learn.microsoft.com).
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))})
# An address that ends in a slash leads to index.html.
_RESERVED = _DEVICES | {"index"}
_EXPECTED = (
    f"lower-case ASCII letters, digits and single hyphens, at most {LONGEST_ID}; not a device of Windows, nor index"
)
# Latin letters that have no decomposition in Unicode.
_LATIN = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})


def malformed_id(id: str) -> Fault | None:
    """Say what is wrong with an id, if anything is."""
    if len(id) <= LONGEST_ID and _ID.fullmatch(id) and id not in _RESERVED:
        return None
    return Fault(
        "id-malformed",
        f"archive/{id[:LONGEST_ID]}",
        f"this cannot be a document's id: {id[:LONGEST_ID]!r}",
        expected=_EXPECTED,
        found=f"{len(id)} characters" if len(id) > LONGEST_ID else repr(id),
        remedy="choose another id, such as 2018-asian-roundtable",
    )


def propose_id(title: str, date: str, taken: Container[str]) -> str:
    """Make `<year>-<slug>` of a title and an EDTF date; `undated-…` without a year, a number added where taken."""
    year = re.match(r"[0-9]{4}", date)
    stem = f"{year[0] if year else 'undated'}-{slug(title) or 'document'}"
    id, number = stem, 1
    while id in taken:
        number += 1
        id = f"{stem}-{number}"
    return id


def safe_file_name(name: str) -> str:
    """Make an ASCII file name of the one received, keeping its extension."""
    name = re.split(r"[/\\]", name)[-1]
    stem, _, extension = name.rpartition(".")
    if not stem:
        stem, extension = name, ""
    stem, extension = (re.sub(r"[^A-Za-z0-9_.-]+", "-", _ascii(part)).strip("-.") for part in (stem, extension))
    stem = stem.lstrip("_-.")[:LONGEST_ID] or "original"
    if stem.partition(".")[0].lower() in _DEVICES:
        stem = f"file-{stem}"
    return f"{stem}.{extension[:16]}" if extension else stem


def slug(title: str) -> str:
    """Make words of lower-case ASCII letters and digits, joined by hyphens; empty where nothing is left."""
    words = re.findall(r"[a-z0-9]+", _ascii(title.casefold().replace("'", "").replace("’", "")))
    kept = ""
    for word in words:
        longer = f"{kept}-{word}" if kept else word[:_LONGEST_SLUG]
        if len(longer) > _LONGEST_SLUG:
            break
        kept = longer
    return kept


def _ascii(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.translate(_LATIN))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).encode("ascii", "replace").decode()
