"""What an identifier was to be that is none as it is written: the same without what is around it, or the nearest."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from archivist.errors import ArchivistError
from archivist.model import Fault
from archivist.passages.folding import BLANK, without_blanks
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
from archivist.passages.resolving import near_id, nearest_locator, no_document

if TYPE_CHECKING:
    from archivist.store import Archive

_LIKE = re.compile(rf"(?:[^\s:@#]*:)?(?P<document>[^\s:@#]+)(?P<rest>[@#][^{BLANK}]*)")
_AROUND = "\"'`´‘’‚‛‹›“”„‟«»()[]{}<>*_.,;:!?"  # what people's texts put around an identifier, or end a sentence with
_CODE = re.compile(r"[A-Za-z0-9-]+:")
_LIKE_ID = re.compile(r"[0-9]{4}-[a-z0-9-]+", re.IGNORECASE)
_NUMBERS = re.compile(r"#(?P<kind>[^0-9#]*)(?P<first>[0-9]+)[^0-9]*(?P<last>[0-9]+)?")


class Read(NamedTuple):
    """An identifier that was read."""

    passage: Passage
    remark: str = ""  # what it was read as, in a sentence; empty where it was read as it is written


def read_passage(archive: Archive, written: str) -> Read:
    """Read an identifier; white space around it is none of it.

    Marks around that of a document of the archive, and capitals in the archive's code, are passed over with a remark.

    Raises:
        ArchivistError: it is none; the fault names the nearest where a document of the archive is named.
    """
    written = without_blanks(written)
    try:
        return Read(parse_passage(written))
    except ArchivistError as error:
        if bare := _bared(archive, written):
            return Read(bare, f"The identifier was read as {print_passage(bare)}.")
        nearest = meant(archive, written)
        if nearest is None:
            raise
        valid = print_passage(nearest)
        fault = replace(error.faults[0], expected=f"nearest: {valid}", remedy=f"archivist cite '{valid}'")
        raise ArchivistError(fault) from error


def _bared(archive: Archive, written: str) -> Passage | None:
    """Read an identifier without the marks around it; None where that is none, or could be other words."""
    bare = _CODE.sub(lambda found: found[0].lower(), written.strip(_AROUND), count=1)
    with suppress(ArchivistError):
        passage = parse_passage(bare)
        is_passage = passage.locator or passage.digest or passage.code
        return passage if is_passage and passage.document in archive.ids() else None
    return None


def require_no_id(archive: Archive, words: str) -> None:
    """Make sure that words which are nowhere were not to be an id.

    Raises:
        ArchivistError: they have the shape of an id, whatever marks are around them, and are one of the archive's or
            come near to one.
    """
    id, ids = words.strip().strip(_AROUND), archive.ids()
    if id in ids and _LIKE_ID.fullmatch(id):
        raise ArchivistError(_marked_id(words.strip(), id))
    if _LIKE_ID.fullmatch(id) and near_id(id.lower(), ids):
        raise ArchivistError(no_document(Passage(id), ids))


def _marked_id(words: str, id: str) -> Fault:
    """Say that words which are nowhere are a document's id with marks around it: it may have been quoted or meant."""
    return Fault(
        "quotation-id",
        f"archive/{id}",
        f"no text has the words {words}; without the marks around it this is the id of a document",
        expected=f"words, or an identifier; nearest: {id}",
        found=repr(words),
        remedy=f"archivist verify {id}",
    )


def meant(archive: Archive, written: str) -> Passage | None:
    """Give the passage that an identifier which cannot be read comes nearest to; None where it names no document."""
    found = _LIKE.fullmatch(unaddressed(without_blanks(written)))
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
