"""A document's paragraphs as Typst code: the text with what stands off from it laid over."""

from __future__ import annotations

import re
import unicodedata
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


_WHOLE = 400  # characters of a paragraph that is kept on one page with its notes, some six lines
_NOTES = 1200  # characters of code of all its notes, some twelve lines
_LONG = 800  # characters of code of a note that may go on overleaf
_LONGER = 3000  # of one that is not kept with the next: no page may hold both
_STRONG = ("L", "R", "AL")  # classes of letters that have a direction (Unicode Standard Annex 9, rule P2)
_FROM_THE_RIGHT = ("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi")
_SHORT = 20  # characters of evidence that are not worth a reference to where they were printed already


class Mark(NamedTuple):
    """A span of the text under a function of the template, and what follows its last character."""

    span: Span
    opening: str  # code before the content: 'mention("R202", '
    note: str = ""  # content of a note that follows the span's end


def paragraph_label(document: str, number: int) -> str:
    """Name a paragraph's place in the PDF: its passage identifier."""
    return f"{document}#p{number}"


def paragraphs_code(chapter: Chapter, linkable: Container[str], *, ink: Ink, language: str) -> Mapping[int, str]:
    """Write each paragraph of a document, by its number; `linkable` holds the entries that the volume prints."""
    document = chapter.document
    notes = _note_marks(document, ink=ink)
    marks = [*_mention_marks(chapter, linkable), *_unsure_marks(chapter), *notes]
    filed = _file_by_paragraph(marks, document.paragraphs)
    return {
        paragraph.number: _paragraph_code(document, paragraph, filed[paragraph.number], ink=ink, language=language)
        for paragraph in document.paragraphs
    }


def _paragraph_code(document: Document, paragraph: Paragraph, marks: Sequence[Mark], *, ink: Ink, language: str) -> str:
    """Write a paragraph. A short one that has notes is kept whole, with them; of a long one, each line is."""
    label = literal(paragraph_label(document.id, paragraph.number))
    noted = sorted((mark for mark in marks if mark.note and mark.span.end <= paragraph.end), key=_end)
    whole = paragraph.end - paragraph.start <= _WHOLE and sum(len(mark.note) for mark in noted) <= _NOTES
    if not noted or whole or len(noted) == 1:
        opening, notes = "", _notes_together(noted, language)
    else:
        opening, notes = f"let notes = ({', '.join(map(_note, noted))});", _notes_by_line(noted, language, label)
    body = opening + marked(document.text, paragraph, marks, ink=ink, notes=notes)
    function = "paragraph" if not noted else "whole-paragraph" if whole else "paragraph-of-lines"
    turned = ", dir: rtl" if _runs_from_the_right(document, paragraph) else ""
    return f"{function}({label}, {literal(str(paragraph.number))}, {{{body}}}{turned});\n"


def _runs_from_the_right(document: Document, paragraph: Paragraph) -> bool:
    """Tell whether lines begin at the right: its first letter says, as on the site, else the record's language."""
    classes = map(unicodedata.bidirectional, document.text[paragraph.start : paragraph.end])
    first = next((one for one in classes if one in _STRONG), None)
    return document.record.language.split("-")[0] in _FROM_THE_RIGHT if first is None else first != "L"


def _end(mark: Mark) -> int:
    return mark.span.end


def _note(mark: Mark) -> str:
    return mark.note


def _notes_together(noted: Sequence[Mark], language: str) -> Mapping[int, str]:
    """Give the statement of all notes of a paragraph, by the place that it follows: none, or the last note's."""
    return {noted[-1].span.end: f"note({literal(language)}, {', '.join(map(_note, noted))});"} if noted else {}


def _notes_by_line(noted: Sequence[Mark], language: str, label: str) -> Mapping[int, str]:
    """Give the statement of each note of a paragraph, by the place that it follows."""
    statements: defaultdict[int, str] = defaultdict(str)
    for at, mark in enumerate(noted):
        statements[mark.span.end] += f"line-note({literal(language)}, {label}, notes, {at});"
    return statements


def marked(text: str, paragraph: Paragraph, marks: Sequence[Mark], *, ink: Ink, notes: Mapping[int, str]) -> str:
    """Write a paragraph as statements, cut at every mark's edge that lies in it; `notes` are by their places."""
    edges = {paragraph.start, paragraph.end}
    edges.update(edge for mark in marks for edge in mark.span if paragraph.start < edge < paragraph.end)
    words = _crossed_words(text, Span(paragraph.start, paragraph.end), sorted(edges))
    edges.update(edge for word in words for edge in word)
    starts, ends = {word.start for word in words}, {word.end for word in words}
    code = []
    for start, end in pairwise(sorted(edges)):
        code.append("whole({" if start in starts else "")
        code.append(_piece(text, Span(start, end), marks, ink=ink) + notes.get(end, ""))
        code.append("});" if end in ends else "")
    return "".join(code)


def _crossed_words(text: str, span: Span, edges: Sequence[int]) -> list[Span]:
    """Give the words that must not be broken and that a mark begins or ends inside."""
    if len(edges) == 2:
        return []
    return [word for word in unbroken_words(text, span) if edges[bisect_right(edges, word.start)] < word.end]


def _piece(text: str, span: Span, marks: Iterable[Mark], *, ink: Ink) -> str:
    code = ink.statements(text[span.start : span.end])
    code = closed(code) if text[span.end : span.end + 1] in ("", "\r", "\n") else code
    for mark in marks:
        if mark.span.start <= span.start and span.end <= mark.span.end:
            code = f"{mark.opening}{{{code}}});"
    return code


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


def _note_marks(document: Document, *, ink: Ink) -> Iterator[Mark]:
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
        yield Mark(span, "noted(", code)


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
    long = (", long: true" if len(code) > _LONG else "") + (", sticky: false" if len(code) > _LONGER else "")
    return f"note-entry({literal(str(number))}, {ink.verbatim(_lemma(note.exact))}, {{{code}}}{long})"


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
