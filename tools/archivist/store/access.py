"""Who may see a document's text, and when."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING

from archivist.dates import earliest_day

if TYPE_CHECKING:
    from archivist.store.document import Document


def today() -> dt.date:
    """Give the day of publishing: that of SOURCE_DATE_EPOCH where it is set (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = float(epoch) if epoch else dt.datetime.now(tz=dt.UTC).timestamp()
    return dt.datetime.fromtimestamp(moment, tz=dt.UTC).date()


def is_open(access: str, *, on: dt.date) -> bool:
    """Tell whether a record's `access` lets its text be published on a day; an embargo ends on its date."""
    if access.startswith("embargoed until "):
        return earliest_day(access.removeprefix("embargoed until ")) <= on.isoformat()
    return access == "open"


def is_shown(document: Document, *, on: dt.date) -> bool:
    """Tell whether a document's text can be published on a day: its record lets it be, and the text is there."""
    return not document.absent_sha256 and is_open(document.record.access, on=on)
