"""How the edition and what it prints are cited, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.dates import printed_date
from archivist.export.citation import citation

if TYPE_CHECKING:
    from archivist.edition.volume import Imprint
    from archivist.store import Document


def edition_citation(imprint: Imprint) -> str:
    """Give editors, archive, edition and date, then the volume, the site, and the state of the archive."""
    release = f", {imprint.release}" if imprint.release else ""
    pieces = (
        f"{imprint.editors.rstrip('.')}. {imprint.title}. PDF edition{release}, {edition_day(imprint)}.",
        f"Volume {imprint.number} of {imprint.volumes}." if imprint.volumes > 1 else "",
        f"{imprint.address}." if imprint.address else "",
        f"Archive manifest SHA-256 begins {imprint.manifest_sha256[:16]}." if imprint.manifest_sha256 else "",
    )
    return " ".join(filter(None, pieces))


def document_citation(document: Document, imprint: Imprint, *, paragraph: int = 0) -> str:
    """Give a document's citation with the archive and the edition that print it; of one paragraph if one is named."""
    code = ":".join(filter(None, (imprint.archive_code, document.id)))
    passage = f"#p{paragraph}" if paragraph else ""
    words = citation(document.record, identifier=f"{code}@{document.text_sha256[:16]}{passage}")
    release = f", {imprint.release}" if imprint.release else ""
    volume = f", volume {imprint.number}" if imprint.volumes > 1 else ""
    return f"{words} {imprint.title}, PDF edition{release}{volume}, {edition_day(imprint)}."


def edition_day(imprint: Imprint) -> str:
    """Print the edition's date; strftime would print it in the machine's language."""
    return printed_date(imprint.date.isoformat())
