"""A quotation in one text: where it stands, exactly, or but for what folding makes alike, or nearly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.model import Span
from archivist.passages.comparing import Difference, folded_differences, trimmed, word_differences
from archivist.passages.edges import ELLIPSIS, TAIL, Edged, edge_differences, edges_of, without_edges
from archivist.passages.folding import fold, fold_with_map, undivided, without_blanks
from archivist.passages.identifier import Characters, Paragraphs, print_passage
from archivist.passages.likeness import Like, like
from archivist.passages.resolving import identify
from archivist.passages.verdict import Place
from archivist.text import paragraph_at
from archivist.text.words import divided_word, has_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.store import Document

_OMISSION = re.compile(rf"\s*(?:{ELLIPSIS})\s*")
_ADDED = re.compile(rf"(\s*[\[(][^\[\]()\r\n]*[^\W_][^\[\]()\r\n]*[\])]\.?){TAIL}")


def occurrences(text: str, words: str) -> Iterator[Span]:
    """Give every place where words stand in a text, code point for code point."""
    start = text.find(words) if words else -1
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.find(words, start + 1)


def folded_occurrences(text: str, quoted: str) -> Iterator[Span]:
    """Give every place whose words fold as the quotation does, blanks at its ends apart."""
    wanted = fold(quoted).strip(" ")
    if not wanted or wanted not in fold(text):
        return
    source = fold_with_map(text)
    for span in occurrences(source.text, wanted):
        yield Span(source.offsets[span.start], source.offsets[span.end])


def spoken(text: str, quoted: str, *, bare: bool = False) -> tuple[Span, tuple[Difference, ...]] | None:
    """Find a quotation that marks what it leaves out: its pieces in their order, as near together as they stand.

    `bare` pieces are looked for without the quotation marks around each: “the first” … “the last”.
    """
    parted = pieces_of(quoted)
    pieces = [without_edges(piece) if bare else Edged("", piece, "") for piece in parted]
    wanted = [fold(piece.words).strip(" ") for piece in pieces]
    if len(pieces) < 2 or not all(wanted):
        return None
    source = fold_with_map(text)
    closest = min(_in_order(source.text, wanted), key=lambda spans: spans[-1].end - spans[0].start, default=None)
    if closest is None:
        return None
    spans = [Span(source.offsets[start], source.offsets[end]) for start, end in closest]
    return Span(spans[0].start, spans[-1].end), tuple(_omissions(text, spans, pieces))


def pieces_of(quoted: str) -> list[str]:
    """Part a quotation at what marks that words are left out."""
    return [piece for piece in _OMISSION.split(quoted) if fold(piece).strip(" ")]


def _in_order(text: str, words: list[str]) -> Iterator[list[Span]]:
    """Give the places where words stand one after the other: for each place of the first, the nearest of the others."""
    for first in occurrences(text, words[0]):
        spans = [first]
        for one in words[1:]:
            start = text.find(one, spans[-1].end)
            if start < 0:
                return
            spans.append(Span(start, start + len(one)))
        yield spans


def nearly(document: Document, quoted: str, *, code: str) -> Place | None:
    """Give the place whose words are close to a quotation, with the difference; None where none are."""
    words, added = _without_added(document.text, quoted)
    told = spoken(document.text, words) or _spoken_bare(document.text, words) or _alike(document.text, words, added)
    if told is None:
        return None
    span, differences = told
    more = (Difference("added", "", added, span.end),) if added else ()
    return place(document, span, code=code, differences=(*differences, *more))


def _without_added(text: str, quoted: str) -> tuple[str, str]:
    """Part a quotation from what stands in brackets at its end and nowhere in a text: "[sic]", "(emphasis added)"."""
    found = _ADDED.search(quoted)
    if found is None or fold(found[1]).strip(" ") in fold(text):
        return quoted, ""
    rest = quoted[: found.start(1)] + quoted[found.end(1) :]
    return (rest, found[1]) if has_words(rest) else (quoted, "")


def _alike(text: str, quoted: str, added: str) -> tuple[Span, tuple[Difference, ...]] | None:
    """Find words that are like a quotation; one that something was added to may be the same but for that."""
    edged = without_edges(quoted)
    same = next(folded_occurrences(text, edged.words), None) if added else None
    if same is not None:
        before, after = edge_differences(edged, same)
        return same, (*before, *folded_differences(text, same, edged.words), *after)
    whole, bare = like(text, quoted), like(text, edged.words)
    if whole is None or (bare is not None and bare.similarity >= whole.similarity):
        return _altered(text, bare, edged)
    return _altered(text, whole, Edged("", quoted, ""))


def _altered(text: str, found: Like | None, edged: Edged) -> tuple[Span, tuple[Difference, ...]] | None:
    if found is None:
        return None
    words = without_blanks(edged.words)
    span = trimmed(text, found.span, words)
    before, after = edge_differences(edged, span)
    return span, (*before, *word_differences(text, span, words), *after)


def _spoken_bare(text: str, quoted: str) -> tuple[Span, tuple[Difference, ...]] | None:
    for edged in edges_of(quoted):
        told = spoken(text, edged.words) or spoken(text, edged.words, bare=True)
        if told is not None:
            before, after = edge_differences(edged, told[0])
            return told[0], (*before, *told[1], *after)
    return None


def place(document: Document, span: Span, *, code: str, differences: tuple[Difference, ...] = ()) -> Place:
    """Describe a place in a document."""
    held = holding(document, span)
    return Place(
        document=document.id,
        identifier=print_passage(identify(document, Characters(*span), code=code)),
        paragraphs=print_passage(identify(document, held, code=code)) if held else "",
        span=span,
        words=document.text[span.start : span.end],
        text_sha256=document.text_sha256,
        original_sha256=document.original_sha256,
        differences=differences,
        begins_inside=divided_word(document.text, span.start),
        ends_inside=divided_word(document.text, span.end),
    )


def holding(document: Document, span: Span) -> Paragraphs | None:
    """Give the paragraphs that hold a span; None where it lies before the first."""
    first = paragraph_at(span.start, document.paragraphs)
    last = paragraph_at(max(span.start, span.end - 1), document.paragraphs)
    return Paragraphs(first or 1, last) if last else None


def same_words(document: Document, quoted: str, *, code: str) -> Iterator[Place]:
    """Give the places where a quotation's words stand but for what folding makes alike."""
    for span in folded_occurrences(document.text, quoted):
        yield place(document, span, code=code, differences=folded_differences(document.text, span, quoted))


def undivided_words(document: Document, quoted: str, *, code: str) -> Iterator[Place]:
    """Give the places where a quotation's words stand without what was put in at the ends of its lines."""
    for joined in undivided(quoted):
        yield from _parted_words(document, edges_of(joined), given=quoted, code=code)


def bare_words(document: Document, quoted: str, *, code: str) -> Iterator[Place]:
    """Give the places where a quotation's words stand without what is put around them when they are quoted."""
    edges = (edged for edged in edges_of(quoted) if edged.words != quoted)
    return _parted_words(document, edges, given=quoted, code=code)


def _parted_words(document: Document, edges: Iterable[Edged], *, given: str, code: str) -> Iterator[Place]:
    """Give the places where words stand that were parted from what is around them, in the first way that has any.

    `given` is the quotation as it was given, in as many characters as what was parted.
    """
    found = (tuple(_edged_words(document, edged, given=given, code=code)) for edged in edges)
    return iter(next(filter(None, found), ()))


def _edged_words(document: Document, edged: Edged, *, given: str, code: str) -> Iterator[Place]:
    lead, tail = len(edged.lead), len(given) - len(edged.tail)
    around = Edged(given[:lead], given[lead:tail], given[tail:])
    for span in folded_occurrences(document.text, edged.words):
        before, after = edge_differences(around, span)
        between = folded_differences(document.text, span, edged.words, given=around.words)
        yield place(document, span, code=code, differences=(*before, *between, *after))


def exact(document: Document, quoted: str, *, code: str) -> Iterator[Place]:
    """Give the places where a quotation stands, code point for code point."""
    for span in occurrences(document.text, quoted):
        yield place(document, span, code=code)


def _omissions(text: str, spans: list[Span], pieces: list[Edged]) -> Iterator[Difference]:
    for index, (span, piece) in enumerate(zip(spans, pieces, strict=True)):
        if index:
            before = spans[index - 1].end
            yield Difference("left out", text[before : span.start], "…", before)
        lead, tail = edge_differences(piece, span)
        yield from (*lead, *folded_differences(text, span, piece.words), *tail)
