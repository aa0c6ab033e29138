"""Numbers by which a work is known elsewhere, out of the identifiers that a record lists: DOI, ISBN, ISSN."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archivist.export.wording import web_address

if TYPE_CHECKING:
    from archivist.export.item import Item

# ISO 26324, section 4.2: a DOI begins with "10."; people write it as an address, or after "doi:".
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.[0-9.]{3,}/\S+)", re.IGNORECASE)
_ISBN = re.compile(r"(?:urn:)?isbn(?:-1[03])?[:\s]*((?:97[89][- ]?)?(?:[0-9][- ]?){9}[0-9X])", re.IGNORECASE)
_ISSN = re.compile(r"(?:urn:)?e?issn[:\s]*([0-9]{4}-[0-9]{3}[0-9X])", re.IGNORECASE)


class Numbers(NamedTuple):
    """The first of each kind; empty where the record lists none."""

    doi: str
    isbn: str
    issn: str


def numbers(item: Item) -> Numbers:
    """Give a document's numbers; a part of it has no DOI: its own the record does not know."""
    doi, isbn, issn = (_first(kind, item.record.identifiers) for kind in (_DOI, _ISBN, _ISSN))
    return Numbers("" if item.container else web_address(doi), isbn, issn)


def _first(kind: re.Pattern[str], identifiers: tuple[str, ...]) -> str:
    found = (kind.fullmatch(one.strip()) for one in identifiers)
    return next((one[1] for one in found if one), "")
