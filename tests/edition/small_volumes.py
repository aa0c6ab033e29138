"""Small volumes made of values, and ways to look into the PDF that comes of them."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import re
from functools import partial
from pathlib import Path

import pypdf

from archivist.edition.enclosures import Enclosure
from archivist.edition.printing import print_volume
from archivist.edition.volume import Chapter, Imprint, Volume
from archivist.mentions import locate_mentions
from archivist.model import Entry, Mention
from archivist.store import Document, Record

IMPRINT = Imprint(
    title="A Small Archive",
    subtitle="Texts for trying",
    editors="The editors",
    release="1.0",
    date=dt.date(2024, 2, 29),
    archive_code="tst",
    manifest_sha256="ab" * 32,
    tools=(("archivist", "0"),),
)
R202 = Entry(
    id="R202",
    kind="ilo",
    name="Social Protection Floors Recommendation, 2012 (No. 202)",
    verified=True,
    forms=("R202",),
)
ILO = Entry(id="ilo-org", kind="organisation", name="International Labour Organization", verified=False, forms=("ILO",))
NEVER = Entry(id="C189", kind="ilo", name="Domestic Workers Convention, 2011 (No. 189)", verified=True, forms=("C189",))
ENTRIES = {entry.id: entry for entry in (R202, ILO, NEVER)}


def record(**terms) -> Record:
    known = {
        "title": "A text",
        "creator": ["Somebody"],
        "date": "2019-11",
        "source": "typed for this test",
        "language": "en",
        "type": "article",
        "original": {"file": "text.txt", "name": "text.txt"},
    }
    return Record.model_validate(known | terms)


def mentions(text: str) -> list[Mention]:
    """Find the forms of the three entries."""
    return [
        Mention(match.start(), match.end(), entry.kind, entry.id, "linked", entry=entry.id)
        for match in re.finditer(r"\b(?:R202|ILO|C189)\b", text)
        for entry in ENTRIES.values()
        if match.group() in entry.forms
    ]


def chapter(text: str, *, name: str = "2019-text", withheld: bool = False, **terms) -> Chapter:
    data = text.encode()
    document = Document(
        id=name,
        record=record(**terms),
        text=text,
        original=Path("text.txt"),
        original_sha256=hashlib.sha256(data).hexdigest(),
        accessioned="2024-02-01",
    )
    return Chapter(document, locate_mentions(name, document.paragraphs, mentions(text)), withheld=withheld)


def enclosure(name: str, data: bytes, *, path: str = "") -> Enclosure:
    return Enclosure(name, path or name, "Data", "text/plain", f"The file {name}", partial(bytes, data))


def volume(*chapters: Chapter) -> Volume:
    return Volume(IMPRINT, chapters, ENTRIES)


def opened(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def printed(*chapters: Chapter) -> pypdf.PdfReader:
    return opened(print_volume(volume(*chapters)).pdf)


def without_blanks(text: str) -> str:
    """Take out white space: extractors differ in where they see some."""
    return "".join(text.split())


def letters(reader: pypdf.PdfReader) -> str:
    """All text of a PDF, page by page, without white space."""
    return "".join(without_blanks(page.extract_text()) for page in reader.pages)
