"""CITATION.cff: how to cite the edition (Citation File Format 1.2.0), as YAML whose scalars are JSON strings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.export.wording import json_text, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.export.imprint import Edition
    from archivist.export.item import Item

_CREATIVE_COMMONS = re.compile(r"https?://creativecommons\.org/(licenses|publicdomain)/([a-z-]+)/([0-9.]+)/?")


def piece(item: Item) -> str:
    """Give nothing: a file for the whole names no document."""
    del item
    return ""


def whole(edition: Edition, pieces: Iterable[str]) -> Iterator[str]:
    del pieces
    imprint = edition.imprint
    yield "cff-version: 1.2.0\ntype: dataset\n"
    yield _line("message", f"To cite the archive as a whole, use this. {imprint.rights}")
    yield _line("title", imprint.title)
    yield f"authors:\n  - {_line('name', imprint.editors)}"
    yield _line("version", imprint.version)
    yield f"date-released: {edition.date}\n"
    yield _line("url", imprint.home)
    yield _line(*_licence(imprint.licence))
    if edition.digest:
        digest = _line("value", f"sha256:{edition.digest}")
        yield f"identifiers:\n  - type: other\n    {digest}    description: SHA-256 of archive-manifest.txt\n"


def _line(key: str, value: str) -> str:
    return f"{key}: {json_text(one_line(value))}\n" if value else ""


def _licence(address: str) -> tuple[str, str]:
    """Name a Creative Commons licence as SPDX does; of another, give the address."""
    found = _CREATIVE_COMMONS.fullmatch(address)
    if not found:
        return "license-url", address
    family = "CC0" if found[2] == "zero" else f"CC-{found[2].upper()}"
    return "license", f"{family}-{found[3]}"
