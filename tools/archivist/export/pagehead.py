"""What the head of a document's page says to reference managers and search engines.

Highwire Press tags (`citation_*`, as Google Scholar and Zotero read them), Dublin Core (DCMI, Expressing Dublin Core in
HTML, 2008) and `z:itemType` in Zotero's vocabulary, without which Zotero takes whatever has a `citation_title` for an
article of a journal; typed links; and the description in schema.org's vocabulary, a data block that no policy for
scripts concerns (HTML, section 4.12.1). In Zotero a comma ends a last name, and a body has nothing else: so one stands
after each author of the Highwire tags. A comma or semicolon within a name would part it in two, and is left out there;
`DC.creator` has each name as it is.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from archivist.export.dating import certain_year, is_plain
from archivist.export.item import known
from archivist.export.kinds import KINDS
from archivist.export.numbers import numbers
from archivist.export.schemaorg import page_script
from archivist.export.signposting import link_elements
from archivist.export.wording import listed_name, one_line
from archivist.store.record import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.export.item import Item


def page_head(item: Item) -> str:
    """Write the elements, one a line."""
    metas = [
        f'<meta name="{name}" content="{escape(one_line(value))}" />'
        for name, value in (*_highwire(item), *_dublin_core(item), *_zotero(item))
        if value
    ]
    script = f'<script type="application/ld+json">{page_script(item)}</script>'
    return "\n    ".join([*metas, *link_elements(item), script])


def _highwire(item: Item) -> Iterator[tuple[str, str]]:
    record = item.record
    yield "citation_title", record.title
    for name in known(record.creator):
        yield "citation_author", listed_name(name, record.person(name))
    if is_plain(record.date):
        yield "citation_publication_date", record.date.partition("T")[0].replace("-", "/")
    elif (year := certain_year(record.date)) is not None:
        yield "citation_publication_date", f"{year:04d}"
    institution = "citation_technical_report_institution" if record.type == "report" else "citation_publisher"
    yield institution, "; ".join(known(record.publisher))
    yield "citation_language", "" if record.language == UNKNOWN else record.language
    yield "citation_public_url", item.address
    doi, isbn, issn, number = numbers(item)
    yield from (("citation_doi", doi), ("citation_isbn", isbn), ("citation_issn", issn))
    yield "citation_technical_report_number", number if record.type == "report" else ""
    yield "citation_abstract", record.description


def _dublin_core(item: Item) -> Iterator[tuple[str, str]]:
    record = item.record
    yield "DC.title", record.title
    for name in known(record.creator):
        yield "DC.creator", name
    for name in known(record.publisher):
        yield "DC.publisher", name
    yield "DC.date", "" if record.date == UNKNOWN else record.date
    yield "DC.type", KINDS[record.type].genre or record.type.replace("-", " ").capitalize()
    yield "DC.language", "" if record.language == UNKNOWN else record.language
    yield "DC.identifier", item.identifier
    for identifier in record.identifiers:
        yield "DC.identifier", identifier
    yield "DC.rights", record.rights.uri
    yield "DCTERMS.rightsHolder", "" if record.rights.holder == UNKNOWN else record.rights.holder
    yield "DCTERMS.isPartOf", item.imprint.label
    yield "DCTERMS.abstract", record.description


def _zotero(item: Item) -> Iterator[tuple[str, str]]:
    kind = KINDS[item.record.type]
    yield "z:itemType", kind.zotero
    yield "z:archive", item.imprint.title
    yield "z:archiveLocation", item.identifier
