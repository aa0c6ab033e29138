"""What a query names that is an identifier of a passage or a document. `results.js` does the same in the browser.

An index knows how many paragraphs and code points a text has, so that no passage is vouched for that is not there.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from archivist.errors import ArchivistError
from archivist.passages.identifier import Characters, Paragraphs, page_fragment, parse_passage, print_passage

if TYPE_CHECKING:
    from archivist.passages.identifier import Passage
    from archivist.search.reading import Index, Known

_LIKE_ONE = re.compile("[#@:0-9-]")  # of words without these the index says itself which are ids


class Identified(NamedTuple):
    """What an identifier names, or the nearest to it that is there."""

    document: str
    title: str
    address: str  # with the passage, from the site's root
    identifier: str
    missing: str  # why it names nothing; empty where it names something


def identified(index: Index, query: str) -> Identified | None:
    """Give what a query names; None where it is no identifier, or one of nothing that the index has."""
    written = query.strip()
    if "://" in written or not (_LIKE_ONE.search(written) or written in index.meta["words"]):
        return None
    try:
        passage = parse_passage(written)
    except ArchivistError:
        return None
    known = index.document(passage.document)
    if known is None or passage.code not in ("", index.meta["code"]):
        return None
    missing = _missing(known, passage)
    there = _nearest(known, passage) if missing else passage
    address = known.address + page_fragment(there)
    return Identified(passage.document, known.title, address, print_passage(there), missing)


def _missing(known: Known, passage: Passage) -> str:
    """Say why there is no such passage; empty where there is."""
    if passage.digest not in ("", known.digest):
        return f"{passage.document} has another text than the one that this is bound to"
    if passage.locator is None:
        return ""
    if not known.paragraphs:
        return f"no text of {passage.document} is published, and so no passages of it"
    first, last = passage.locator
    least, most, unit = _numbering(known, passage.locator)
    if first > last or (unit == "code point" and first == last):
        return "a passage cannot end where it begins, or before"
    if least <= first and last <= most:
        return ""
    return f"this passage is not there: {passage.document} has {most:,} {unit}{'' if most == 1 else 's'}, from {least}"


def _numbering(known: Known, locator: Paragraphs | Characters) -> tuple[int, int, str]:
    """Give the least and the greatest number that a text has, and of what."""
    if isinstance(locator, Characters):
        return 0, known.length, "code point"
    return 1, known.paragraphs, "paragraph"


def _nearest(known: Known, passage: Passage) -> Passage:
    digest = known.digest if passage.digest else ""
    return replace(passage, digest=digest, locator=_within(known, passage.locator))


def _within(known: Known, locator: Paragraphs | Characters | None) -> Paragraphs | Characters | None:
    """Put a locator in order and bring it into the text; None where there is none."""
    if locator is None or not known.paragraphs:
        return None
    least, most, _ = _numbering(known, locator)
    if isinstance(locator, Characters):
        start = min(*locator, most - 1)
        return Characters(start, min(max(*locator, start + 1), most))
    first, last = (min(max(number, least), most) for number in sorted(locator))
    return Paragraphs(first, last)
