"""What a volume of the edition is made of: frozen values, no Sphinx, no disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from archivist.edition.enclosures import Enclosure
    from archivist.edition.ink import Ink
    from archivist.mentions import Located
    from archivist.model import Entry
    from archivist.score import Scorecard
    from archivist.store import Document

Paper = Literal["a4", "us-letter"]


class Rendered(Protocol):
    """Something of the editors' that is already a document tree: it becomes Typst code once the ink is known."""

    def __call__(self, ink: Ink) -> str: ...


class Page(NamedTuple):
    """A page that editors wrote."""

    name: str  # its document name in the project: "about"
    title: str
    code: Rendered
    scored: bool = False  # it shows the scorecard


class Work(NamedTuple):
    """A work cited: an entry of a bibliography file."""

    name: str  # of its place, which editors' pages link to
    order: str  # what it is sorted by
    code: Rendered
    cited: tuple[tuple[str, int], ...] = ()  # where the sources name it: document and paragraph


@dataclass(frozen=True)
class Chapter:
    """A source document as the edition prints it."""

    document: Document
    located: tuple[Located, ...]  # its mentions, in the order of the text
    withheld: bool = False  # the record's `access` keeps text and original out of this edition
    introduction: Rendered | None = None
    page: str = ""  # of the document on the site: "documents/2015-talk.html"


class Bound(NamedTuple):
    """A volume as the others list it."""

    name: str = ""  # "2015 to 2017"; empty where there is but one
    held: str = ""  # "48 documents", and of what years or days where the name does not say it
    file: str = ""


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
    files_sha256: str = ""  # of the list of all files that all volumes carry; empty until volumes are printed
    licence: str = ""  # address of the licence of records, notes and index
    tools: tuple[tuple[str, str], ...] = ()  # name, version
    scorecard: Scorecard | None = None  # how well mentions are found; None where nothing was measured
    number: int = 1  # of this volume
    bound: tuple[Bound, ...] = (Bound(),)  # the volumes of the edition

    @property
    def volumes(self) -> int:
        return len(self.bound)

    @property
    def binding(self) -> str:
        """Say which volume this is: "Volume 2 of 3: 2015 to 2017"; nothing where there is but one."""
        return f"Volume {self.number} of {self.volumes}: {self.bound[self.number - 1].name}" if self.volumes > 1 else ""


@dataclass(frozen=True)
class Volume:
    """An edition, a volume of one, or a document by itself."""

    imprint: Imprint
    chapters: tuple[Chapter, ...]
    entries: Mapping[str, Entry]
    pages: tuple[Page, ...] = ()
    works: tuple[Work, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)  # what editors' pages show, by file name
    enclosures: tuple[Enclosure, ...] = ()
    placed: Mapping[str, int] = field(default_factory=dict)  # documents of the edition, and in which volume each is
    titles: Mapping[str, str] = field(default_factory=dict)  # of the documents of an edition in volumes
    pages_elsewhere: Mapping[str, str] = field(default_factory=dict)  # of those of them that are known
    beyond: Mapping[str, tuple[int, ...]] = field(default_factory=dict)  # entries, and other volumes that mention them
    pages_beyond: Mapping[tuple[str, int], str] = field(
        default_factory=dict
    )  # of entries in their glossaries, if known
    alone: bool = False  # a document by itself: no title page, no lists of the archive

    def elsewhere(self, id: str) -> int:
        """Give the number of the other volume that holds a document; 0 where none does."""
        number = self.placed.get(id, 0)
        return 0 if number == self.imprint.number else number

    @property
    def printed(self) -> tuple[Chapter, ...]:
        """The chapters whose text is printed."""
        return tuple(chapter for chapter in self.chapters if not chapter.withheld)
