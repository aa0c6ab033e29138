"""The citation of a document, from its record, and of the edition, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.dates import printed_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from archivist.export.imprint import Edition
    from archivist.store.record import Record


def citation(record: Record, *, identifier: str, print_words: Callable[[str], str] = str) -> str:
    """Give creator, date, title, publisher, address and the archive's identifier; unknowns are said or left out.

    Bodies are literal names. "n.d." stands for an unknown date (ISO 690:2021, section 5.5). `print_words` writes names
    and the title, such as `isolated` where their direction must not reach the words around them.
    """
    known = [name for name in record.creator if name != "unknown"]
    date = "n.d." if record.date == "unknown" else printed_date(record.date)
    publisher = "; ".join(print_words(name) for name in record.publisher if name not in known)
    title = print_words(record.title.rstrip("."))
    opening = f"{'; '.join(map(print_words, known))} ({date}). {title}." if known else f"{title} ({date})."
    address = record.capture.url and f"{record.capture.url}."
    pieces = [opening, publisher and f"{publisher}.", address, f"Archived text: {identifier}."]
    return " ".join(piece for piece in pieces if piece)


def edition_citation(edition: Edition) -> str:
    """Give editors, archive, version and date, the site's address, and the state of the archive."""
    imprint = edition.imprint
    pieces = (
        f"{imprint.editors.rstrip('.')}. {imprint.title}. Edition {imprint.version}, {printed_date(edition.date)}.",
        imprint.address and f"{imprint.address}.",
        f"Archive manifest SHA-256 begins {edition.digest[:16]}." if edition.digest else "",
    )
    return " ".join(filter(None, pieces))
