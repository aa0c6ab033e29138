"""What an identifier that cannot be read was to be: the nearest that is right."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from archivist.errors import ArchivistError
from archivist.passages.identifier import (
    DIGEST_LENGTH,
    LONGEST_NUMBER,
    Characters,
    Paragraphs,
    Passage,
    parse_passage,
    print_passage,
    unaddressed,
)
from archivist.passages.resolving import nearest_locator

if TYPE_CHECKING:
    from archivist.store import Archive

_LIKE = re.compile(r"(?:[^\s:@#]*:)?(?P<document>[^\s:@#]+)(?P<rest>[@#]\S*)")
_NUMBERS = re.compile(r"#(?P<kind>[^0-9#]*)(?P<first>[0-9]+)[^0-9]*(?P<last>[0-9]+)?")


def read_passage(archive: Archive, written: str) -> Passage:
    """Read an identifier; white space around it is none of it.

    Raises:
        ArchivistError: it is none; the fault names the nearest where a document of the archive is named.
    """
    written = written.strip()
    try:
        return parse_passage(written)
    except ArchivistError as error:
        nearest = meant(archive, written)
        if nearest is None:
            raise
        valid = print_passage(nearest)
        fault = replace(error.faults[0], expected=f"nearest: {valid}", remedy=f"archivist cite '{valid}'")
        raise ArchivistError(fault) from error


def meant(archive: Archive, written: str) -> Passage | None:
    """Give the passage that an identifier which cannot be read comes nearest to; None where it names no document."""
    found = _LIKE.fullmatch(unaddressed(written.strip()))
    id = found["document"].lower() if found else ""
    if found is None or id not in archive.ids():
        return None
    with suppress(ArchivistError):  # a text that cannot be read has no places to offer
        document = archive.document(id)
        digest = document.text_sha256[:DIGEST_LENGTH] if found["rest"].startswith("@") else ""
        locator = _locator(found["rest"])
        return Passage(id, nearest_locator(document, locator) if locator else None, digest)
    return Passage(id)


def _locator(rest: str) -> Paragraphs | Characters | None:
    found = _NUMBERS.search(rest)
    if found is None:
        return None
    first, last = (int(number[:LONGEST_NUMBER]) for number in (found["first"], found["last"] or found["first"]))
    return Characters(first, last) if found["kind"].lower() == "c" else Paragraphs(first, last)
