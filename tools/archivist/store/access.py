"""Who may see a document's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.dates import earliest_day

if TYPE_CHECKING:
    from datetime import date


def is_open(access: str, *, on: date) -> bool:
    """Tell whether a record's `access` lets its text be published on a day; an embargo ends on its date."""
    if access.startswith("embargoed until "):
        return earliest_day(access.removeprefix("embargoed until ")) <= on.isoformat()
    return access == "open"
