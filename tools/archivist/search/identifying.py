"""What a query names that is an identifier of a passage or a document. `results.js` does the same in the browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archivist.errors import ArchivistError
from archivist.passages.identifier import page_fragment, parse_passage

if TYPE_CHECKING:
    from archivist.search.reading import Index

_LIKE_ONE = re.compile("[#@:]|-.*-")  # other words are none, and the index need not be asked


class Identified(NamedTuple):
    """What an identifier names."""

    document: str
    title: str
    address: str  # with the passage, from the site's root


def identified(index: Index, query: str) -> Identified | None:
    """Give what a query names; None where it is no identifier, or one of nothing that the index has."""
    written = query.strip()
    if not _LIKE_ONE.search(written) or "://" in written:
        return None
    try:
        passage = parse_passage(written)
    except ArchivistError:
        return None
    known = index.document(passage.document)
    if known is None or passage.code not in ("", index.meta["code"]):
        return None
    title, address = known
    return Identified(passage.document, title, address + page_fragment(passage))
