"""What the environment keeps of documents."""

from __future__ import annotations

import pickle
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from archivist.mentions import Located
from archivist.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archivist.model import Layout
    from archivist.sphinxext.bibliography import FiledWork
    from archivist.store.record import Note, Part
    from archivist.works import Citation


class FiledPart(NamedTuple):
    """A part of a document, with the paragraphs it covers."""

    part: Part
    last: int  # its last paragraph's number


class FiledNote(NamedTuple):
    """A note of a record, and where it stands."""

    number: int  # from 1, in the order of the text
    note: Note
    paragraph: int


class FiledDocument(NamedTuple):
    """What the environment keeps of a document: enough for every list, nothing of its text."""

    id: str
    docname: str
    title: str
    creator: tuple[str, ...]
    date: str  # EDTF, or "unknown"
    day: str  # the earliest it can mean, YYYY-MM-DD, for order in time
    type: str
    language: str
    places: tuple[str, ...]
    accessioned: str  # ISO 8601 date
    original: str  # file name in data/
    access: str  # "open", "metadata-only", "embargoed until DATE"
    open: bool  # its text may be published, as of the day it was read
    original_sha256: str
    text_sha256: str
    relations: tuple[tuple[str, str], ...]  # kind, target
    parts: tuple[FiledPart, ...]
    notes: tuple[FiledNote, ...]
    stale: tuple[str, ...]  # exact words of notes and rulings whose selector no longer fits
    packed: bytes  # its mentions, as `pack` gives them
    unresolved: bool  # some of them have no entry
    citations: tuple[Citation, ...] = ()  # what bib/citations.toml says of it
    works: tuple[FiledWork, ...] = ()  # those of them whose words are there
    layout: Layout = "lines"  # by which its paragraphs are told
    introduced: bool = False  # its page begins with words of an editor's
    alone: bool = False  # its page is as `archivist add` wrote it

    @property
    def original_path(self) -> str:
        """The published copy of its original: all but `.txt` get that suffix too, so that no browser runs one."""
        suffix = "" if self.original.lower().endswith(".txt") else ".txt"
        return f"originals/{self.id}/{self.original}{suffix}"

    @property
    def located(self) -> tuple[Located, ...]:
        """The mentions of the document, in the order of the text."""
        return unpack(self.id, self.packed)


def pack(located: Iterable[Located]) -> bytes:
    """Make one value of a document's mentions: of 10,000 documents a million need not be read with the environment."""
    return pickle.dumps([(place.paragraph, *place.mention) for place in located])


@lru_cache(maxsize=2)  # a page asks for its document's several times
def unpack(document: str, packed: bytes) -> tuple[Located, ...]:
    return tuple(Located(document, paragraph, Mention(*rest)) for paragraph, *rest in pickle.loads(packed))  # noqa: S301 (of the environment, a pickle itself)


class Surroundings(NamedTuple):
    """What a document's page shows of other documents."""

    earlier: tuple[str, str] | None  # docname and title of the one before it in time
    later: tuple[str, str] | None
    said: tuple[tuple[str, str], ...]  # what other records say of it: kind of relation, document
    unresolved: str  # docname of the page that lists its unmatched and ambiguous mentions
