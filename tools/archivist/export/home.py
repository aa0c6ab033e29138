"""The head of the home page, for search engines: the archive as a Dataset, with its exports as distributions."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from archivist.export.formats import FORMATS
from archivist.export.schemaorg import archive, data_block
from archivist.export.signposting import LINKSET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.export.imprint import Imprint


def home_head(imprint: Imprint) -> str:
    """Write the elements, one a line; feed and linkset are named where the site has an address, and so has them.

    The day of the build is not said: a page would change that nobody changed.
    """
    description = archive(imprint) | {"distribution": list(_distributions(imprint))}
    script = f'<script type="application/ld+json">{data_block(description)}</script>'
    return "\n    ".join([*_links(imprint), script])


def _distributions(imprint: Imprint) -> Iterator[dict[str, Any]]:
    for format_ in FORMATS.values():
        if not imprint.lacks(format_.needs):
            address = imprint.at(format_.file) or format_.file
            yield {"@type": "DataDownload", "name": format_.standard, "contentUrl": address}


def _links(imprint: Imprint) -> Iterator[str]:
    if imprint.address:
        feed = escape(imprint.at(FORMATS["feed"].file))
        yield f'<link rel="alternate" type="application/atom+xml" title="{escape(imprint.title)}" href="{feed}" />'
        yield f'<link rel="linkset" type="application/linkset+json" href="{escape(imprint.at(LINKSET))}" />'
