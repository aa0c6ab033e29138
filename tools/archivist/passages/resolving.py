"""From an identifier to the words that it names, or to what is wrong with it and the nearest that would be right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from archivist.errors import ArchivistError
from archivist.model import Fault, Span
from archivist.passages.identifier import DIGEST_LENGTH, Characters, Paragraphs, Passage, print_passage
from archivist.store.archive import near_ids
from archivist.text.graphemes import whole_clusters

if TYPE_CHECKING:
    from archivist.store import Archive, Document


@dataclass(frozen=True, slots=True)
class Resolved:
    """A passage that is there."""

    passage: Passage  # with the archive's code and the digest of the reading text
    document: Document
    span: Span  # code points of the reading text

    @property
    def words(self) -> str:
        """The passage's own characters: a slice of the reading text."""
        return self.document.text[self.span.start : self.span.end]


def resolve(archive: Archive, passage: Passage, *, code: str) -> Resolved:
    """Find a passage; `code` is the archive's.

    Raises:
        ArchivistError: there is none; the fault names the nearest valid identifier. Or the document's files are not as
            they were sealed: an identifier would be bound to a text that nobody accepted.
    """
    document = open_document(archive, passage, code=code)
    if not passage.is_bound_to(document.text_sha256):
        raise ArchivistError(other_version(archive, passage, document))
    if passage.locator:
        require_text(document)
    if unsealed := archive.unsealed(document):
        raise ArchivistError(_unsealed(document, unsealed))
    archive.require_sealed([document], records=True)
    return Resolved(identify(document, passage.locator, code=code), document, find_span(document, passage))


def identify(document: Document, locator: Paragraphs | Characters | None, *, code: str) -> Passage:
    """Give the full identifier of a place in a document: with the archive's code and the digest."""
    return Passage(document.id, locator, document.text_sha256[:DIGEST_LENGTH], code)


def open_document(archive: Archive, passage: Passage, *, code: str) -> Document:
    """Read the document that a passage is of.

    Raises:
        ArchivistError: it is not of this archive, or the archive has no such document.
    """
    if passage.code not in ("", code):
        raise ArchivistError(_other_archive(passage, code))
    ids = archive.ids()
    if passage.document not in ids:
        raise ArchivistError(no_document(passage, ids))
    return archive.document(passage.document)


def find_span(document: Document, passage: Passage) -> Span:
    """Give the code points that a passage's locator names.

    Raises:
        ArchivistError: the text has no such place.
    """
    match passage.locator:
        case None:
            return Span(0, len(document.text))
        case Characters() as characters:
            return _characters(document, passage, Span(*characters))
        case Paragraphs() as paragraphs:
            return _paragraphs(document, passage, paragraphs)


def _paragraphs(document: Document, passage: Passage, wanted: Paragraphs) -> Span:
    count = len(document.paragraphs)
    first, last = wanted
    if first > last:
        raise ArchivistError(_misplaced("passage-reversed", document, passage, "ends before it begins"))
    if not 1 <= first <= last <= count:
        what = f"is not there: {document.id} has {count} paragraph{'' if count == 1 else 's'}, numbered from 1"
        raise ArchivistError(_misplaced("passage-outside", document, passage, what))
    return Span(document.paragraphs[first - 1].start, document.paragraphs[last - 1].end)


def _characters(document: Document, passage: Passage, span: Span) -> Span:
    if span.start > span.end:
        raise ArchivistError(_misplaced("passage-reversed", document, passage, "ends before it begins"))
    if span.end > len(document.text):
        what = f"is not there: {document.id} has {len(document.text):,} code points, counted from 0"
        raise ArchivistError(_misplaced("passage-outside", document, passage, what))
    if span.start == span.end:
        raise ArchivistError(_misplaced("passage-empty", document, passage, "holds nothing: its end is excluded"))
    if whole_clusters(document.text, span) != span:
        raise ArchivistError(_misplaced("passage-splits", document, passage, "cuts a character in two"))
    return span


def _misplaced(code: str, document: Document, passage: Passage, what: str) -> Fault:
    """Say what is wrong with a locator, and name the nearest identifier that is right."""
    valid = print_passage(replace(passage, locator=nearest_locator(document, passage.locator)))
    return Fault(
        code,
        f"archive/{passage.document}",
        f"{print_passage(passage)} {what}",
        expected=f"nearest: {valid}",
        found=print_passage(passage),
        remedy=f"archivist cite '{valid}'",
    )


def nearest_locator(document: Document, locator: Paragraphs | Characters | None) -> Paragraphs | Characters | None:
    """Put a locator in order, bring it into the text, and widen it to whole characters; None in an empty text."""
    match locator:
        case Paragraphs() if document.paragraphs:
            first, last = (min(max(number, 1), len(document.paragraphs)) for number in sorted(locator))
            return Paragraphs(first, last)
        case Characters() if document.text:
            start, end = sorted(locator)
            start = min(start, len(document.text) - 1)
            end = max(min(end, len(document.text)), start + 1)
            return Characters(*whole_clusters(document.text, Span(start, end)))
    return None


def other_version(archive: Archive, passage: Passage, document: Document) -> Fault:
    """Say that a passage is bound to another reading text than the document has, and which has it, if one does."""
    now = document.text_sha256[:DIGEST_LENGTH]
    holder = next((id for id in archive.ids() if passage.is_bound_to(_digest(archive, id))), document.id)
    nearest = replace(passage, document=holder, digest=passage.digest if holder != document.id else now)
    return Fault(
        "passage-digest",
        f"archive/{passage.document}",
        f"{print_passage(passage)} is bound to another text than {document.id} has",
        expected=f"@{now}; nearest: {print_passage(nearest)}",
        found=f"@{passage.digest}",
        remedy=f"compare the words: archivist verify '{print_passage(nearest)}' 'WORDS'",
    )


def _digest(archive: Archive, id: str) -> str:
    try:
        return archive.document(id).text_sha256
    except ArchivistError:  # one that cannot be read cannot be offered
        return ""


def _unsealed(document: Document, name: str) -> Fault:
    return Fault(
        "passage-unsealed",
        name,
        f"{document.id} is not as it was sealed, so nothing of it can be cited",
        expected="the file that its manifest names",
        found="another digest",
        remedy=f"`archivist audit` says what changed; restore {name} from a copy",
    )


def _other_archive(passage: Passage, code: str) -> Fault:
    nearest = print_passage(replace(passage, code=code))
    return Fault(
        "passage-archive",
        "conf.py",
        f"{print_passage(passage)} is a passage of the archive {passage.code}, not of this one",
        expected=f"{code}: or nothing before the document's id" if code else "nothing before the document's id",
        found=f"{passage.code}:",
        remedy=f"if it is this archive's: {nearest}",
    )


def require_text(document: Document) -> None:
    """Make sure that a document's text is here.

    Raises:
        ArchivistError: the edition that the archive was restored from withheld it: nothing can be said of its words.
    """
    if document.absent_sha256:
        fault = Fault(
            "text-withheld",
            f"archive/{document.id}",
            f"the text of {document.id} is not here: the edition that this archive was restored from withheld it",
            expected=f"a text with the SHA-256 {document.absent_sha256}",
            found="the record alone",
            remedy=f"put a copy of the whole folder archive/{document.id} in place of this one",
        )
        raise ArchivistError(fault)


def near_id(id: str, ids: tuple[str, ...]) -> str:
    """Give the id that is most like another one; empty where none is near."""
    return next(iter(near_ids(id, ids)), "")


def no_document(passage: Passage, ids: tuple[str, ...]) -> Fault:
    """Say that the archive has no such document, and which id is near, if one is."""
    near = near_id(passage.document.lower(), ids)
    nearest = print_passage(replace(passage, document=near)) if near else ""
    return Fault(
        "no-such-document",
        f"archive/{passage.document}",
        f"there is no document {passage.document!r}",
        expected=f"nearest: {nearest}" if nearest else "the id of a document: none is near this one",
        found=repr(passage.document),
        remedy="`archivist list` shows the ids of all documents",
    )
