"""What a volume of the edition is made of: frozen values, no Sphinx, no disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from archivist.edition.ink import Ink
    from archivist.mentions import Located
    from archivist.model import Entry
    from archivist.store import Document

Paper = Literal["a4", "us-letter"]
Relationship = Literal["source", "data", "supplement"]  # of an attachment (ISO 32000-2, 7.11.3, AFRelationship)


class Rendered(Protocol):
    """Something of the editors' that is already a document tree: it becomes Typst code once the ink is known."""

    def __call__(self, ink: Ink) -> str: ...


class Attachment(NamedTuple):
    """A file inside the PDF, under a flat name that is unique in the volume."""

    name: str
    data: bytes
    relationship: Relationship
    media_type: str
    description: str


class Page(NamedTuple):
    """A page that editors wrote."""

    name: str  # its document name in the project: "about"
    title: str
    code: Rendered


class Work(NamedTuple):
    """A work cited: an entry of a bibliography file."""

    name: str  # of its place, which editors' pages link to
    code: Rendered


@dataclass(frozen=True)
class Chapter:
    """A source document as the edition prints it."""

    document: Document
    located: tuple[Located, ...]  # its mentions, in the order of the text
    original: bytes
    withheld: bool = False  # the record's `access` keeps text and original out of this edition
    introduction: Rendered | None = None
    address: str = ""  # of the document's page on the site; empty where the site has none

    @property
    def attachment(self) -> Attachment:
        """The original, as it is put into the PDF."""
        original = self.document.record.original
        return Attachment(
            name=f"{self.document.id}--{original.file}",
            data=self.original,
            relationship="source",
            media_type=original.media_type,
            description=f"{self.document.record.title} (SHA-256 {self.document.original_sha256})",
        )


@dataclass(frozen=True)
class Imprint:
    """What the edition says about itself."""

    title: str
    subtitle: str
    editors: str
    release: str
    date: dt.date
    language: str = "en"  # BCP 47
    paper: Paper = "a4"
    archive_code: str = ""  # stands before an identifier outside the archive
    address: str = ""  # of the site
    commit: str = ""  # empty where there is no git
    manifest_sha256: str = ""  # of archive-manifest.txt; empty where it is not there
    tools: tuple[tuple[str, str], ...] = ()  # name, version
    score: str = ""  # a sentence on how well mentions are found; empty where nothing was measured


@dataclass(frozen=True)
class Volume:
    """An edition, or a volume of one."""

    imprint: Imprint
    chapters: tuple[Chapter, ...]
    entries: Mapping[str, Entry]
    pages: tuple[Page, ...] = ()
    works: tuple[Work, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)  # what editors' pages show, by file name

    @property
    def printed(self) -> tuple[Chapter, ...]:
        """The chapters whose text is printed."""
        return tuple(chapter for chapter in self.chapters if not chapter.withheld)
