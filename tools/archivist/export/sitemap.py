"""sitemap.xml (sitemaps.org, schema 0.9): when each document was changed last, as its own log of events says.

The home page and an entry's page changed when a document that they show did. Nobody notes when editors' pages changed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from archivist.export.wording import element, json_text, xml_text
from archivist.mentions import entry_docname, invert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.export.imprint import Edition
    from archivist.export.item import Item


def piece(item: Item) -> str:
    """Print as a JSON line: the document's page, when it changed, and the pages of the entries that it mentions."""
    entries = [f"{entry_docname(item.entries[id_])}.html" for id_ in invert(item.located)]
    return json_text([item.page, item.modified, entries]) + "\n"


def whole(edition: Edition, pieces: Iterable[str]) -> Iterator[str]:
    """Join the addresses: the home page, documents, entries, and the pages that editors write."""
    imprint = edition.imprint
    said = f"{imprint.label}, {edition.date}. {imprint.rights}".replace("--", "- -")
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {xml_text(said)} -->\n'
    yield '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    documents = [json.loads(line) for one in pieces for line in one.splitlines()]
    changed: dict[str, str] = {}
    for _, day, entries in documents:
        for page in ("", *entries):
            changed[page] = max(changed.get(page, ""), day)
    yield _url(imprint.home, changed.pop("", ""))
    yield from (_url(imprint.at(page), day) for page, day, _ in documents)
    yield from (_url(imprint.at(page), changed[page]) for page in sorted(changed))
    yield from (_url(imprint.at(page), "") for page in edition.pages)
    yield "</urlset>\n"


def _url(address: str, modified: str) -> str:
    day = element("lastmod", modified) if modified else ""
    return f"<url>\n{element('loc', address)}{day}</url>\n"
