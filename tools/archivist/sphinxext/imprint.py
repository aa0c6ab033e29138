"""What conf.py says of the archive, as exports and pages name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.export.imprint import Imprint

if TYPE_CHECKING:
    from sphinx.config import Config


def imprint_from(config: Config) -> Imprint:
    return Imprint(
        title=config.project,
        version=config.release or "0",
        editors=config.author,
        code=config.archive_code,
        address=config.archive_address.rstrip("/"),
        email=config.archive_email,
        licence=config.archive_licence,
    )
