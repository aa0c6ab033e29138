"""What a volume lists of its documents, as Typst code: chronology, bibliography, slips, scores, digests."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from archivist.dates import day_order, earliest_day, earliest_year, printed_date
from archivist.edition.collation import sort_key
from archivist.edition.ink import digest_code, literal
from archivist.edition.locators import also_in, places_code
from archivist.edition.passage import note_span, paragraph_label
from archivist.export.citation import citation
from archivist.text import paragraph_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archivist.edition.ink import Ink
    from archivist.edition.volume import Chapter, Volume, Work
    from archivist.score import Score, Scorecard
    from archivist.store import Document

_IN_YEAR = re.compile(r"-?\d{4}(?:-\d\d){1,2}")  # a month, a day
_KIND_NAMES = {"ilo": "ILO instruments", "asean": "ASEAN instruments", "acronym": "Acronyms", "total": "All"}


class Moment(NamedTuple):
    """A document or a dated part in the chronology."""

    day: str  # the earliest it can mean, for order
    document: str
    paragraph: int  # its first; 0 for a whole document
    date: str  # EDTF
    title: str


def chronology_code(volume: Volume, *, ink: Ink) -> str:
    """Write documents and their parts in the order of their dates, year by year."""
    moments = sorted(
        (moment for chapter in volume.chapters for moment in _moments(chapter)),
        key=lambda moment: (day_order(moment.day), moment),
    )
    years = (
        f"subheading({literal(year)});\n" + "".join(_moments_code(list(group), year, ink=ink))
        for year, group in groupby(
            moments,
            key=lambda moment: "Undated" if moment.date == "unknown" else printed_date(earliest_year(moment.date)),
        )
    )
    return f'chapter("chronology", "Chronology", {{\n{"".join(years)}}});\n'


def _moments(chapter: Chapter) -> Iterator[Moment]:
    id, record = chapter.document.id, chapter.document.record
    yield Moment(earliest_day(record.date), id, 0, record.date, record.title)
    for index, part in enumerate(() if chapter.withheld else record.part, 1):
        yield Moment(earliest_day(part.date), id, part.first, part.date, part.title or f"Part {index}")


def _moments_code(moments: Sequence[Moment], year: str, *, ink: Ink) -> Iterator[str]:
    """Write the moments of a year; a part names its document unless that, or a part of it, stands right above."""
    above = ""
    for moment in moments:
        yield _moment(moment, year, follows=moment.document == above, ink=ink)
        above = moment.document


def _moment(moment: Moment, year: str, *, follows: bool, ink: Ink) -> str:
    date = "date unknown" if moment.date == "unknown" else printed_date(moment.date)
    if _IN_YEAR.fullmatch(moment.date):
        date = date.removesuffix(f" {year}")  # it stands above
    if moment.paragraph:
        label = literal(paragraph_label(moment.document, moment.paragraph))
        where = f"locator(find, {label}, {moment.paragraph})"
        whole = f"part-of({literal(moment.document)}, {ink.verbatim(moment.document)});"
        title = f"{{{ink.statements(moment.title)}{'' if follows else whole}}}"
    else:
        where, title = f"page-ref(find, {literal(f'document:{moment.document}')})", ink.verbatim(moment.title)
    under = ", follows: true" if follows and moment.paragraph else ""
    return f"moment({literal(date)}, {title}, {where}{under});\n"


def bibliography_code(volume: Volume, *, ink: Ink) -> str:
    """Write the sources by their records, and the works cited."""
    code = volume.imprint.archive_code
    documents = sorted((chapter.document for chapter in volume.chapters), key=_source_order)
    named = (
        (
            ink.statements(citation(one.record, identifier=":".join(filter(None, (code, one.id))))),
            literal(f"document:{one.id}"),
        )
        for one in documents
    )
    lines = "".join(f'work({{{text}" ";page-ref(find, {name})}});\n' for text, name in named)
    works = sorted(volume.works, key=lambda work: (sort_key(work.order), work.name))
    cited = "".join(_work(work, volume, ink=ink) for work in works)
    cited = f'heading(level: 2, "Works cited");\n{cited}' if cited else ""
    return f'chapter("bibliography", "Bibliography", {{heading(level: 2, "Sources");\n{lines}{cited}}});\n'


def _source_order(document: Document) -> tuple[Any, ...]:
    """Order by creators, or the title where none is known, then by date, title and id."""
    record = document.record
    creators = " ".join(name for name in record.creator if name != "unknown")
    title = sort_key(record.title)
    return sort_key(creators) or title, day_order(earliest_day(record.date)), title, document.id


def _work(work: Work, volume: Volume, *, ink: Ink) -> str:
    """Write a work, and where the sources cite it: pages and paragraphs here, numbers of other volumes."""
    places = {
        chapter.document.id: sorted({number for id, number in work.cited if id == chapter.document.id})
        for chapter in volume.printed
    }
    places = {id: numbers for id, numbers in places.items() if numbers}
    beyond = sorted({number for id, _ in work.cited if (number := volume.elsewhere(id))})
    others = also_in(dict.fromkeys(beyond, ""), opening="Also" if places else "Cited")
    where = f'" ";mentioned("Cited", find, {literal(others)}, {places_code(places)});' if work.cited else ""
    return f"cited({literal(work.name)}, {{{work.code(ink)}{where}}});\n"


def slips_code(volume: Volume, *, ink: Ink) -> str:
    """Write the slips of the sources that editors noted, each with its place; nothing where there are none."""
    documents = "".join(_slips(chapter, ink=ink) for chapter in volume.printed)
    if not documents:
        return ""
    how = "Slips of the sources: what stands there, and what should. The texts themselves are left as they are."
    return f'chapter("slips", "Sic ledger", {{index-note({literal(how)});\n{documents}}});\n'


def _slips(chapter: Chapter, *, ink: Ink) -> str:
    document = chapter.document
    placed = ((note_span(document, note), note) for note in document.record.note if note.kind == "sic")
    rows = ""
    for span, note in sorted(((span, note) for span, note in placed if span), key=lambda pair: pair[0]):
        number = paragraph_at(span.start, document.paragraphs) or 1
        label = literal(paragraph_label(document.id, number))
        reading = f"read {note.reading}" if note.reading else "as it stands"
        rows += f"slip(locator(find, {label}, {number}), {ink.verbatim(note.exact)}, {ink.verbatim(reading)}, "
        rows += f"{ink.verbatim(note.evidence)});\n"
    return f"subheading({ink.verbatim(document.record.title)});\n{rows}" if rows else ""


def scorecard_code(volume: Volume) -> str:
    """Write how well mentions are found; nothing where nothing was measured, or a page of the volume says it."""
    card = volume.imprint.scorecard
    if card is None or any(page.scored for page in volume.pages):
        return ""
    unseen = literal("How well it does on texts that it had never seen: “Scorecard”, ")
    see = f'par({{{unseen};page-ref(find, "page:scorecard");"."}});' if _has_page(volume, "scorecard") else ""
    title = literal("Scorecard: the archive’s own texts")
    return f'closing-chapter("scorecard", {title}, {{{scores_code(card)}{see}}});\n'


def scores_code(card: Scorecard) -> str:
    """Write what was measured, with its figures in a table."""
    how = (
        f"Mentions are found by a program. Here it was measured on {card.documents} annotated texts that its "
        "rules were made with: near 1.000 is what these must give, and says nothing of other texts. A mention is right "
        "only if kind, words and target are those of the annotation. In brackets, 95 % intervals by Wilson’s method."
    )
    rows = "".join(f"{_figures(_KIND_NAMES[kind], one)},\n" for kind, one in card.kinds.items())
    return f"par({literal(how)});scores({rows});\n"


def _has_page(volume: Volume, name: str) -> bool:
    return any(page.name == name for page in volume.pages)


def _score_text(share: float, interval: tuple[float, float]) -> str:
    """Print a share with its interval."""
    return f"{share:.3f} [{interval[0]:.3f}, {interval[1]:.3f}]"


def score_line(kind: str, score: Score) -> str:
    """Print a kind's F1 with its interval."""
    return f"{_KIND_NAMES[kind]} {_score_text(score.f1, score.f1_interval)}"


def _figures(name: str, score: Score) -> str:
    shares = (
        (score.precision, score.precision_interval),
        (score.recall, score.recall_interval),
        (score.f1, score.f1_interval),
    )
    figures = [_score_text(*share) for share in shares]
    return ", ".join(map(literal, (name, *figures, str(score.right), str(score.wrong), str(score.missed))))


def fixity_code(volume: Volume, *, ink: Ink) -> str:
    """Write the digest of every original, of every reading text that is not the original's, and of their list."""
    rows = "".join(_digests(chapter, ink=ink) for chapter in volume.chapters)
    manifest = volume.imprint.manifest_sha256
    whole = f"digest-of({literal('archive/archive-manifest.txt')}, {digest_code(manifest)}),\n" if manifest else ""
    how = literal(f"SHA-256 of each file’s bytes, in hexadecimal; the gaps are for the eye. {_attached(volume)}")
    return f'closing-chapter("fixity", "Fixity manifest", {{fixity({how}, {whole}{rows});\n}}, whole: false);\n'


def _attached(volume: Volume) -> str:
    """Say which of the files that have a digest the PDF carries."""
    carried = {one.path for one in volume.enclosures}
    originals = (f"{one.document.id}/data/{one.document.record.original.file}" for one in volume.chapters)
    listed = [f"archive/{path}" for path in originals]
    if volume.imprint.manifest_sha256:
        listed.append("archive/archive-manifest.txt")
    absent = [path.removeprefix("archive/") for path in listed if path not in carried]
    if not absent:
        return "The files are attached to this PDF."
    if len(absent) == len(listed):
        return "The files are not attached to this PDF."
    return f"The files are attached to this PDF, but not: {', '.join(absent)}."


def _digests(chapter: Chapter, *, ink: Ink) -> str:
    document = chapter.document
    original = ink.verbatim(f"{document.id}/data/{document.record.original.file}")
    rows = f"digest-of({original}, {digest_code(document.original_sha256)}),\n"
    if document.text_sha256 != document.original_sha256:
        text = ink.verbatim(f"{document.id}: its reading text in UTF-8")
        rows += f"digest-of({text}, {digest_code(document.text_sha256)}),\n"
    return rows
