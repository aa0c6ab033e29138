"""Rules about bib/references.bib as a file of BibTeX: what Sphinx would stop at is found before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.model import Fault
from archivist.works import ENTRY, REFERENCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pybtex.database import BibliographyData

    from archivist.checks.holdings import Holdings

_NO_COMMA = re.compile(rf"{ENTRY}([^\s,{{}}]+)\s+([^\s,}}=]+)", re.MULTILINE | re.IGNORECASE)


def references_syntax(holdings: Holdings) -> Iterator[Fault]:
    """Find what cannot be read as BibTeX, keys and fields that are given twice, and entries that lack a field.

    pybtex reads the file, since it is what reads it when the site is built.
    """
    path = holdings.project / REFERENCES
    if not path.exists():
        return
    from pybtex import errors  # noqa: PLC0415 (takes 60 ms to import, and many archives list no works)
    from pybtex.database.input.bibtex import Parser  # noqa: PLC0415 (likewise)

    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        yield _fault(REFERENCES, "a file in UTF-8", str(error))
        return
    with errors.capture() as complaints:
        data = Parser().parse_string(text)
    for complaint in complaints:
        line = getattr(complaint, "lineno", None)
        yield _fault(f"{REFERENCES}#{line}" if line else REFERENCES, "a file in BibTeX", str(complaint))
    for found in _NO_COMMA.finditer(text):  # pybtex reads over it, biber does not
        yield _fault(f"{REFERENCES}#{found[1]}", f"a comma after the key: {found[1]},", f"{found[1]} {found[2]}")
    yield from _lacking(data)


def _lacking(data: BibliographyData) -> Iterator[Fault]:
    """Find entries that cannot be printed, since a field is missing that their type wants."""
    from pybtex.style.formatting.unsrt import Style  # noqa: PLC0415 (see above)
    from pybtex.style.template import FieldIsMissing  # noqa: PLC0415 (see above)

    style = Style()
    for key, entry in data.entries.items():
        if not hasattr(style, f"get_{entry.type}_template"):
            yield _fault(f"{REFERENCES}#{key}", "a type of BibTeX: @article, @book, @misc …", f"@{entry.type}")
            continue
        if not (entry.fields or entry.persons):
            yield _fault(f"{REFERENCES}#{key}", "fields after the key", "an entry without fields")
            continue
        try:
            style.format_entry("", entry)
        except FieldIsMissing as error:
            yield _fault(f"{REFERENCES}#{key}", f"all fields that a @{entry.type} needs", str(error))


def _fault(where: str, expected: str, found: str) -> Fault:
    return Fault(
        "references-syntax", where, f"{REFERENCES} cannot stand", expected, found, f"correct {REFERENCES} at that place"
    )
