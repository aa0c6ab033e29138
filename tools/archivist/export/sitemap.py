"""sitemap.xml (sitemaps.org, schema 0.9): when each document was changed last, as its own log of events says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.export.wording import element, xml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.export.imprint import Edition
    from archivist.export.item import Item


def piece(item: Item) -> str:
    return f"<url>\n{element('loc', item.imprint.at(item.page))}{element('lastmod', item.modified)}</url>\n"


def whole(edition: Edition, pieces: Iterable[str]) -> Iterator[str]:
    """Join the addresses; the home page comes first, without a day, since nobody notes when it changed."""
    imprint = edition.imprint
    said = f"{imprint.label}, {edition.date}. {imprint.rights}".replace("--", "- -")
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {xml_text(said)} -->\n'
    yield '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    yield f"<url>\n{element('loc', imprint.at(''))}</url>\n"
    yield from pieces
    yield "</urlset>\n"
