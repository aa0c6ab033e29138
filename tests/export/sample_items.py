"""Documents as exports take them, made for tests; no archive lies on a disk."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from archivist.export.imprint import Edition, Imprint
from archivist.export.item import Item
from archivist.export.wording import one_line
from archivist.mentions import locate_mentions
from archivist.store.document import Document
from archivist.store.record import Record
from archivist.text import paragraphs

IMPRINT = Imprint("Small archive", "1.2", "The editors", "sma", licence="https://creativecommons.org/licenses/by/4.0/")
ABROAD = Imprint(
    "Small archive", "1.2", "The editors", "sma", "https://archive.test", "keeper@archive.test", IMPRINT.licence
)
EDITION = Edition(IMPRINT, "2026-01-03", "ab" * 32)
FIELDS = {
    "title": "A title",
    "creator": ["International Labour Organization"],
    "date": "2018-11-15",
    "source": "web",
    "language": "en",
    "type": "blog",
}
EVENT = {
    "eventIdentifier": "urn:uuid:e218c2d6-5f68-433d-a74b-dbf2c0a333b8",
    "eventType": "ingestion",
    "eventTypeURI": "http://id.loc.gov/vocabulary/preservation/eventType/ing",
    "eventDateTime": "2026-01-02T03:04:05Z",
    "eventDetail": "received as t.txt",
    "eventOutcome": "success",
    "eventOutcomeURI": "http://id.loc.gov/vocabulary/preservation/eventOutcome/suc",
    "linkingAgentIdentifier": ["Ana", "archivist 0.1.0"],
    "linkingObjectIdentifier": ["data/t.txt"],
}

# What people write into records, and what breaks files: each kind of trouble, alone and mixed.
HOSTILE = (
    "a \"quoted\" 'word'",
    "braces { } }} {{",
    "100 % & <b>bold</b> #1 $x$ \\input{y} ~ ^ _",
    "line\nbreak\r\nand\ttab",
    "\u05e9\u05dc\u05d5\u05dd \u202eoverride\u202c \u0627\u0644\u0633\u0644\u0627\u0645",
    "]]> --> <!-- <script>alert(1)</script>",
    "ER  - \r\nTY  - JOUR",
    "a\u2028b\u2029c\u00a0d",
    "=1+1",
    "Ministry of Labour, Invalids and Social Affairs; Office",
    "\U0001f600 \u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35",
)
WORDS = st.sampled_from(HOSTILE) | st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=30
)
TITLES = WORDS.filter(one_line)  # that say something


def item(text="One R202.\n\nTwo.\n", *, is_open=True, mentions=(), imprint=IMPRINT, document_id="2018-a", **fields):
    """Make an item; further keywords are fields of its record."""
    record = Record.model_validate(FIELDS | {"original": {"file": "t.txt", "name": "t.txt"}} | fields)
    numbered = paragraphs(text, record.layout)
    return Item(
        imprint=imprint,
        document=Document(document_id, record, text, Path("t.txt"), "0" * 64, "2026-01-02"),
        open=is_open,
        located=locate_mentions(document_id, numbered, mentions) if is_open else (),
        entries={},
        events=(EVENT,),
        page=f"documents/{document_id}.html",
        original=f"originals/{document_id}/t.txt",
    )


def exported(format_, *items, edition=EDITION):
    """Give the whole file of some items."""
    chunks = format_.whole(edition, [format_.piece(one) for one in items])
    return b"".join(chunk.encode() if isinstance(chunk, str) else chunk for chunk in chunks)
