"""Proof of a passage or a quotation against the archive as it is now."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from archivist.errors import ArchivistError
from archivist.model import Fault
from archivist.passages.edges import edges_of, without_edges
from archivist.passages.folding import fold, undivided
from archivist.passages.likeness import shared_pieces
from archivist.passages.quoting import bare_words, exact, nearly, pieces_of, place, same_words, undivided_words
from archivist.passages.resolving import find_span, open_document, other_version, require_text
from archivist.passages.seeking import candidates
from archivist.passages.verdict import Verdict
from archivist.text.words import has_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from archivist.passages.identifier import Passage
    from archivist.passages.seeking import Candidate
    from archivist.passages.verdict import Place, Word
    from archivist.store import Archive, Document

_BETWEEN_PARAGRAPHS = re.compile(r"#p[0-9]+-")
_SHOWN = 20  # places, at most
_MOST = 0.7  # of the longest words must stand undivided in a text that has all of them
_FOLDED = 60  # texts that are folded for a closer look: those in which most of the quotation's runs stand
_LIKELY = 5  # texts that are compared word by word: those that share most pieces with the quotation


def verify_passage(archive: Archive, passage: Passage, *, code: str) -> Verdict:
    """Verify an identifier: the passage is there, in the text it is bound to, and the original is as it was sealed.

    Raises:
        ArchivistError: there is no such passage, and the fault names the nearest; or the text is not here.
    """
    try:
        document = open_document(archive, passage, code=code)
    except ArchivistError as error:
        if error.faults[0].code != "text-undecodable":
            raise
        return Verdict("ALTERED", remark=f"{error.faults[0].message}: {error.faults[0].found}.")
    require_text(document)
    if not passage.is_bound_to(document.text_sha256):
        return Verdict("ALTERED", remark=_bound_elsewhere(archive, passage, document))
    here = place(document, find_span(document, passage), code=code)
    broken = _broken_seal(archive, document)
    return Verdict("ALTERED", (here,), remark=broken) if broken else _with_cuts(Verdict("EXACT", (here,)))


def _bound_elsewhere(archive: Archive, passage: Passage, document: Document) -> str:
    fault = other_version(archive, passage, document)
    return f"{fault.message}. Expected: {fault.expected}; found: {fault.found}."


def verify_quotation(archive: Archive, quoted: str, *, code: str) -> Verdict:
    """Verify words that are to stand somewhere in the archive.

    Raises:
        ArchivistError: there is no letter and no digit among them.
    """
    _require_words(quoted)
    possible = list(candidates(archive, quoted))
    verdict = (
        _exact(archive, quoted, possible, code=code)
        or _same(archive, quoted, possible, code=code)
        or _near(archive, quoted, possible, code=code)
        or Verdict("NOT HERE", remark=_unread(archive, possible))
    )
    return _as_sealed(archive, _with_cuts(verdict))


def _require_words(quoted: str) -> None:
    if not has_words(quoted):
        remedy = "quote words, as many as name one place"
        what = "this is too little to search for: it has no letter and no digit"
        raise ArchivistError(Fault("quotation-empty", repr(quoted[:100]), what, "words", "none", remedy))


def _with_cuts(verdict: Verdict) -> Verdict:
    """Say so where words are not whole words of the source: "lawful" is no quotation of "unlawful"."""
    if verdict.word in ("ALTERED", "NOT HERE") or not (verdict.places and verdict.places[0].cuts):
        return verdict
    remark = f"These are not whole words of the source: the quotation {verdict.places[0].cuts}."
    return replace(verdict, remark=f"{remark} {verdict.remark}".rstrip())


# How words are looked for in a passage, and what it proves that they are found so.
_WAYS: tuple[tuple[Word, Callable[..., Iterable[Place]]], ...] = (
    ("EXACT", exact),
    ("SAME WORDS", same_words),
    ("SAME WORDS", bare_words),
    ("SAME WORDS", undivided_words),
)


def verify_quotation_at(archive: Archive, quoted: str, passage: Passage, *, code: str) -> Verdict:
    """Verify words that are to stand in a passage.

    Raises:
        ArchivistError: there is no such passage, and the fault names the nearest; or the text is not here.
    """
    _require_words(quoted)
    document = open_document(archive, passage, code=code)
    require_text(document)
    if not passage.is_bound_to(document.text_sha256):
        remark = _bound_elsewhere(archive, passage, document)
        return _rebound(archive, quoted, replace(passage, digest=""), code=code, remark=remark)
    span = find_span(document, passage)

    def within(found: Place) -> bool:
        return found.document == document.id and span.start <= found.span.start and found.span.end <= span.end

    for word, places in _WAYS:
        here = list(filter(within, places(document, quoted, code=code)))
        if here:
            return _as_sealed(archive, _with_cuts(Verdict(word, _whole_first(here))))
    near = nearly(document, quoted, code=code)
    elsewhere = verify_quotation(archive, quoted, code=code)
    if near is not None and within(near) and elsewhere.word == "ALTERED":
        return _as_sealed(archive, Verdict("ALTERED", (near,)))
    return _elsewhere(elsewhere, "The words do not stand in the passage named.")


def _rebound(archive: Archive, quoted: str, passage: Passage, *, code: str, remark: str) -> Verdict:
    """Verify words in a passage that was bound to another text; that they stand there now proves nothing of it."""
    try:
        now = verify_quotation_at(archive, quoted, passage, code=code)
    except ArchivistError:  # the text that the document has is shorter
        return _elsewhere(verify_quotation(archive, quoted, code=code), remark)
    if now.word in ("EXACT", "SAME WORDS"):
        remark = f"{remark} In the text that the document has the words stand there: {now.word}."
        return replace(now, word="ALTERED", remark=f"{remark} {now.remark}".rstrip())
    return replace(now, remark=f"{remark} {now.remark}".rstrip())


def _elsewhere(found: Verdict, remark: str) -> Verdict:
    moved = found.word in ("EXACT", "SAME WORDS")
    return Verdict("MOVED" if moved else found.word, found.places, found.more, f"{remark} {found.remark}".rstrip())


def _as_sealed(archive: Archive, verdict: Verdict) -> Verdict:
    """Give a verdict on words; words of a text whose files are not as sealed prove nothing, and it says so."""
    broken = next(filter(None, (_broken_seal(archive, archive.document(id)) for id in _documents(verdict.places))), "")
    return replace(verdict, word="ALTERED", remark=broken) if broken else verdict


def _unread(archive: Archive, possible: Sequence[Candidate]) -> str:
    """Name a text that might hold words but cannot be read; empty where all can be."""
    for one in possible:
        try:
            archive.document(one.id)
        except ArchivistError as error:
            return f"{error.faults[0].message}: see `archivist audit`."
    return ""


def _exact(archive: Archive, quoted: str, possible: Sequence[Candidate], *, code: str) -> Verdict | None:
    ids = [one.id for one in possible if one.verbatim or one.text is None]
    found = _places(archive, ids, lambda document: exact(document, quoted, code=code))
    more = len(ids) - len(_documents(found)) if len(found) >= _SHOWN else 0
    return Verdict("EXACT", found, more) if found else None


def _same(archive: Archive, quoted: str, possible: Sequence[Candidate], *, code: str) -> Verdict | None:
    ways = (quoted, *undivided(quoted))
    wanted = [fold(edged.words or one).strip(" ") for one in ways for edged in edges_of(one)]
    ids = [one.id for one in possible if _may_hold(one, wanted)]
    found = _places(archive, ids, lambda document: _alike(document, quoted, code=code))
    more = len(ids) - len(_documents(found)) if len(found) >= _SHOWN else 0
    return Verdict("SAME WORDS", found, more) if found else None


def _alike(document: Document, quoted: str, *, code: str) -> Iterator[Place]:
    """Give the places whose words fold alike: with the marks around the quotation where any has them, else without.

    Failing both, those whose words the quotation divides at the ends of lines.
    """
    ways = (tuple(find(document, quoted, code=code)) for find in (same_words, bare_words, undivided_words))
    return iter(next(filter(None, ways), ()))


def _may_hold(one: Candidate, wanted: Sequence[str]) -> bool:
    if one.text is None:
        return True
    return one.share > _MOST and any(words in fold(one.text) for words in wanted if words)


def _near(archive: Archive, quoted: str, possible: Sequence[Candidate], *, code: str) -> Verdict | None:
    """Compare the likeliest texts word by word, and give the one place that is closest."""
    wanted = fold(quoted).strip(" ").lower()
    together = sorted(possible, key=lambda one: (-one.runs, one.id))
    read = [one for one in together if one.text is not None][:_FOLDED]
    read.sort(key=lambda one: (-shared_pieces(fold(one.text or "").lower(), wanted)[0], one.id))
    chosen = [*_with_pieces(read, quoted), *read][:_LIKELY]
    likely = dict.fromkeys(one.id for one in (*chosen, *(one for one in together if one.text is None)))
    found = [near for one in _readable(archive, likely) if (near := nearly(one, quoted, code=code))]
    closest = min(found, key=lambda one: (not _is_shortened(one), _distance(one), one.identifier), default=None)
    return Verdict("ALTERED", (closest,)) if closest else None


def _with_pieces(read: Sequence[Candidate], quoted: str) -> Iterator[Candidate]:
    """Give the texts that have all pieces of a quotation that leaves words out."""
    pieces = [fold(without_edges(piece).words).strip(" ") for piece in pieces_of(quoted)]
    if len(pieces) > 1:
        yield from (one for one in read if all(piece in fold(one.text or "") for piece in pieces))


def _is_shortened(found: Place) -> bool:
    """Tell whether a quotation is a paragraph's own words but for those that it says are left out."""
    left_out = any(one.kind == "left out" for one in found.differences)
    return left_out and not _BETWEEN_PARAGRAPHS.search(found.paragraphs)


def _distance(found: Place) -> int:
    return sum(max(len(one.source), len(one.quoted)) for one in found.differences)


def _places(archive: Archive, ids: Sequence[str], finder: Callable[[Document], Iterator[Place]]) -> tuple[Place, ...]:
    return _whole_first(found for one in _readable(archive, ids) for found in finder(one))


def _whole_first(found: Iterable[Place]) -> tuple[Place, ...]:
    """Give the first places whose words are whole words; where there are none, the first of those that are cut."""
    whole: list[Place] = []
    cut: list[Place] = []
    for one in found:
        (cut if one.cuts else whole).append(one)
        if len(whole) == _SHOWN:
            break
    return tuple((whole or cut)[:_SHOWN])


def _readable(archive: Archive, ids: Iterable[str]) -> Iterator[Document]:
    """Read documents; one that cannot be read can hold nothing (`archivist audit` says why)."""
    for id in ids:
        with suppress(ArchivistError):
            yield archive.document(id)


def _documents(found: Sequence[Place]) -> list[str]:
    return list(dict.fromkeys(one.document for one in found))


def _broken_seal(archive: Archive, document: Document) -> str:
    """Say what is wrong where a document's files are not those that were sealed; empty where all is well."""
    wrong = archive.unsealed(document)
    return f"{wrong} is not as it was sealed: see `archivist audit`." if wrong else ""
