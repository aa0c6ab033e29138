"""Numbers by which a work is known elsewhere, out of the identifiers that a record lists: DOI, ISBN, ISSN, its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from archivist.export.wording import one_line, web_address

if TYPE_CHECKING:
    from archivist.export.item import Item

# ISO 26324, section 4.2: a DOI begins with "10."; people write it as an address, or after "doi:".
_DOI = re.compile(r"(?:doi:\s*)?(10\.[0-9.]{3,}/\S+)", re.IGNORECASE)
# A number that a body gives its own papers, "GB.325/POL/1": none of a scheme ("arXiv:…") or a catalogue.
_OWN = re.compile(
    r"(?!(?:e?issn|e?isbn|doi|oclc|lccn|pm(?:c)?id|isni|orcid|issn-l)\b|[a-z][a-z0-9+.-]*:|10\.[0-9.]{3,}/)(.*[0-9].*)",
    re.IGNORECASE,
)
_RESOLVER = re.compile(r"https?://(?:dx\.)?doi\.org/", re.IGNORECASE)
_MEANT = re.compile("[%?#]")  # what an address would take for a sign of its own
_ISBN = re.compile(r"(?:urn:)?isbn(?:-1[03])?[:\s]*((?:97[89][- ]?)?(?:[0-9][- ]?){9}[0-9X])", re.IGNORECASE)
_ISSN = re.compile(r"(?:urn:)?e?issn[:\s]*([0-9]{4}-[0-9]{3}[0-9X])", re.IGNORECASE)


class Numbers(NamedTuple):
    """The first of each kind, as it is and not as an address has it; empty where the record lists none."""

    doi: str
    isbn: str
    issn: str
    number: str  # of a report or a paper, as the body that made it counts them


def numbers(item: Item) -> Numbers:
    """Give a document's numbers; a part of it has no DOI and no number: its own the record does not know."""
    written = tuple(map(_out_of_address, item.record.identifiers))
    doi, isbn, issn, own = (_first(kind, written) for kind in (_DOI, _ISBN, _ISSN, _OWN))
    return Numbers("", isbn, issn, "") if item.container else Numbers(doi, isbn, issn, one_line(own))


def doi_path(doi: str) -> str:
    """Write a DOI as it stands in an address after "https://doi.org/" (RFC 3986, section 3.3)."""
    return web_address(_MEANT.sub(lambda found: f"%{ord(found[0]):02X}", doi))


def _out_of_address(identifier: str) -> str:
    """Give the DOI that an address of its resolver holds; any other identifier as it is written."""
    found = _RESOLVER.match(identifier.strip())
    if not found:
        return identifier
    path = identifier.strip()[found.end() :]
    decoded = unquote(path)
    return decoded if decoded.isprintable() and "\ufffd" not in decoded else path


def _first(kind: re.Pattern[str], identifiers: tuple[str, ...]) -> str:
    found = (kind.fullmatch(one.strip()) for one in identifiers)
    return next((one[1] for one in found if one), "")
