"""A document's paragraphs as Typst code: the text with what stands off from it laid over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from archivist.dates import printed_date
from archivist.edition.ink import closed, literal, unbroken_words
from archivist.mentions import unresolved
from archivist.model import Span
from archivist.text import locate, paragraph_at

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from archivist.edition.ink import Ink
    from archivist.edition.volume import Chapter
    from archivist.model import Paragraph
    from archivist.store import Document
    from archivist.store.record import Note


_PARAGRAPH = re.compile("p[1-9][0-9]*")


_SHORT = 20  # characters of evidence that are not worth a reference to where they were printed already


class Mark(NamedTuple):
    """A span of the text under a function of the template, and what follows its last character."""

    span: Span
    opening: str  # code before the content: 'mention("R202", '
    after: str = ""  # statements after the span's end


def paragraph_label(document: str, number: int) -> str:
    """Name a paragraph's place in the PDF: its passage identifier."""
    return f"{document}#p{number}"


def paragraphs_code(chapter: Chapter, linkable: Container[str], *, ink: Ink, language: str) -> Mapping[int, str]:
    """Write each paragraph of a document, by its number; `linkable` holds the entries that the volume prints."""
    document = chapter.document
    notes = _note_marks(document, ink=ink, language=language)
    marks = [*_mention_marks(chapter, linkable), *_unsure_marks(chapter), *notes]
    filed = _file_by_paragraph(marks, document.paragraphs)
    return {
        paragraph.number: f"paragraph({literal(paragraph_label(document.id, paragraph.number))}, "
        f"{literal(str(paragraph.number))}, {marked(document.text, paragraph, filed[paragraph.number], ink=ink)});\n"
        for paragraph in document.paragraphs
    }


def marked(text: str, paragraph: Paragraph, marks: Sequence[Mark], *, ink: Ink) -> str:
    """Write a paragraph as content, cut at every mark's edge that lies in it."""
    edges = {paragraph.start, paragraph.end}
    edges.update(edge for mark in marks for edge in mark.span if paragraph.start < edge < paragraph.end)
    words = _crossed_words(text, Span(paragraph.start, paragraph.end), sorted(edges))
    edges.update(edge for word in words for edge in word)
    starts, ends = {word.start for word in words}, {word.end for word in words}
    code = []
    for start, end in pairwise(sorted(edges)):
        code.append("whole({" if start in starts else "")
        code.append(_piece(text, Span(start, end), marks, ink=ink))
        code.append("});" if end in ends else "")
    return "{" + "".join(code) + "}"


def _crossed_words(text: str, span: Span, edges: Sequence[int]) -> list[Span]:
    """Give the words that must not be broken and that a mark begins or ends inside."""
    if len(edges) == 2:
        return []
    return [word for word in unbroken_words(text, span) if edges[bisect_right(edges, word.start)] < word.end]


def _piece(text: str, span: Span, marks: Iterable[Mark], *, ink: Ink) -> str:
    code = ink.statements(text[span.start : span.end])
    code = closed(code) if text[span.end : span.end + 1] in ("", "\r", "\n") else code
    after = ""
    for mark in marks:
        if mark.span.start <= span.start and span.end <= mark.span.end:
            code = f"{mark.opening}{{{code}}});"
        if mark.span.end == span.end:
            after += mark.after
    return code + after


def _file_by_paragraph(marks: Iterable[Mark], numbered: Sequence[Paragraph]) -> Mapping[int, list[Mark]]:
    filed: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        first = paragraph_at(mark.span.start, numbered) or 1
        last = paragraph_at(mark.span.end - 1, numbered) or 1
        clipped = mark._replace(span=Span(mark.span.start, min(mark.span.end, numbered[last - 1].end)))
        for number in range(first, last + 1):
            filed[number].append(clipped)
    return filed


def _mention_marks(chapter: Chapter, linkable: Container[str]) -> Iterator[Mark]:
    """Link each entry at its first use in the document: links are half of what a long edition costs."""
    seen = set()
    for _, _, mention in chapter.located:
        entry = mention.entry
        if entry is None or mention.nested or entry in seen or entry not in linkable:
            continue
        seen.add(entry)
        yield Mark(Span(mention.start, mention.end), f"mention({literal(entry)}, ")


def _unsure_marks(chapter: Chapter) -> Iterator[Mark]:
    """Mark what is mentioned but not linked: the glossary lacks it, or it could be one of several."""
    for _, _, mention in unresolved(chapter.located):
        if not mention.nested:
            yield Mark(Span(mention.start, mention.end), "unsure(")


def _note_marks(document: Document, *, ink: Ink, language: str) -> Iterator[Mark]:
    usual = usual_signature(document)
    placed = [(span, note) for note in document.record.note if (span := note_span(document, note))]
    told: dict[tuple[str, str], int] = {}  # evidence, and the paragraph of the first note that gives it
    for span, note in sorted(placed, key=lambda pair: pair[0].start):
        number = paragraph_at(span.start, document.paragraphs) or 1
        known = (note.kind, note.evidence)
        evidence = f"as at ¶\u00a0{told[known]}" if known in told and len(note.evidence) > _SHORT else note.evidence
        told.setdefault(known, number)
        signed = "" if signature(note) == usual else f" ({signature(note)})"
        short = note.model_copy(update={"evidence": evidence})
        code = _note_code(short, number, ink=ink, document=document.id, signed=signed)
        yield Mark(span, "noted(", f"note({literal(language)}, {code});")


def note_span(document: Document, note: Note) -> Span | None:
    """Find the words that a note is about; None where its selector is stale."""
    return locate(document.text, note.quote)


def signature(note: Note) -> str:
    return f"{note.who}, {printed_date(note.when)}"


def usual_signature(document: Document) -> str:
    """Give who signed most of a document's notes, and when; notes signed so bear no signature of their own."""
    counted = Counter(map(signature, document.record.note))
    return max(counted, key=lambda signed: (counted[signed], signed), default="")


def _note_code(note: Note, number: int, *, ink: Ink, document: str, signed: str) -> str:
    opening = {"sic": "sic", "conflict": "conflict", "link-lost": "link lost", "residue": "residue"}.get(note.kind, "")
    reading = f"read {note.reading}" if note.kind == "sic" and note.reading else note.reading
    said = "; ".join(clause for clause in (reading, note.evidence) if clause)
    code = f'emph({literal(opening)});": ";' if opening else ""
    if note.see:
        code += ink.statements(f"{said}; see " if said else "see ")
        code += '", ";'.join(_seen(target, document, ink=ink) for target in note.see) + '".";'
    else:
        code += ink.statements(said + ("" if said.endswith((".", "?", "!", ".”", "?”", "!”")) else "."))
    code += ink.statements(signed)
    return f"note-entry({literal(str(number))}, {ink.verbatim(_lemma(note.exact))}, {{{code}}})"


def _seen(target: str, document: str, *, ink: Ink) -> str:
    """Write what a note refers to: a document, or a passage of one by its paragraph; all else in words alone."""
    id_, _, fragment = target.partition("#")
    if fragment and not _PARAGRAPH.fullmatch(fragment):
        return ink.statements(target)
    name = target if fragment else f"document:{id_}"
    words = "" if id_ == document and fragment else id_
    return f"seen({ink.plain(words)}, {literal(name)}, {literal(fragment.removeprefix('p'))});"


def _lemma(exact: str) -> str:
    """Shorten long quoted words to their first and last two, as critical editions do."""
    words = exact.split()
    return exact if len(words) <= 6 else f"{' '.join(words[:2])} … {' '.join(words[-2:])}"
