"""A document's chapter as Typst code: record, parts, paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.dates import printed_date
from archivist.edition.apparatus import apparatus_code
from archivist.edition.citing import document_citation
from archivist.edition.columns import halves
from archivist.edition.ink import digest_code, literal
from archivist.edition.locales import language_code, language_name
from archivist.edition.passage import note_span, paragraphs_code, usual_signature
from archivist.edition.running import running_title
from archivist.export.provenance import provenance_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.edition.ink import Ink
    from archivist.edition.volume import Chapter, Volume
    from archivist.export.provenance import Row
    from archivist.store.record import Part, Record

_ROW = 40  # characters that the end of a row takes, on average


def chapter_code(chapter: Chapter, volume: Volume, *, ink: Ink) -> str:
    """Write a document: heading, editors' introduction, record, and the text unless it is withheld."""
    document = chapter.document
    title = document.record.title
    introduction = chapter.introduction(ink) if chapter.introduction else ""
    text = "" if chapter.withheld else _text(chapter, volume, ink=ink) + apparatus_code(chapter, volume, ink=ink)
    body = text or _withheld(document.record)
    opening = ", ".join(
        (
            literal(f"document:{document.id}"),
            _title(chapter, ink=ink),
            running_title(title, document.id, ink=ink),
            literal(document.id),
        )
    )
    level = f", level: {_level(volume)}"
    return f"document-chapter({opening}, {{\n{introduction}{_record(chapter, volume, ink=ink)}{body}}}{level});\n"


def _level(volume: Volume) -> int:
    """Give the level of a document's heading: an offprint has none above it."""
    return 1 if volume.alone else 2


def _title(chapter: Chapter, *, ink: Ink) -> str:
    """Write a document's title, in the document's language where it stands in the text: else an editor made it up."""
    document = chapter.document
    title = ink.verbatim(document.record.title)
    if chapter.withheld or " ".join(document.record.title.split()) not in " ".join(document.text.split()):
        return title
    language, region = language_code(document.record.language)
    return f"{{set text(lang: {language}, region: {region});{title}}}"


def _text(chapter: Chapter, volume: Volume, *, ink: Ink) -> str:
    document = chapter.document
    language, region = language_code(document.record.language)
    notes_language = language_code(volume.imprint.language)[0].strip('"')
    paragraphs = paragraphs_code(chapter, volume.entries, ink=ink, language=notes_language)
    level = _level(volume) + 1
    parts = {
        part.first: _part(f"{document.id}#part{index}", index, part, level=level, ink=ink)
        for index, part in enumerate(document.record.part, 1)
    }
    code = "".join(parts.get(number, "") + paragraph for number, paragraph in paragraphs.items())
    return f"v(6mm);source({language}, {region}, {{\n{code}}});\n"


def _part(label: str, index: int, part: Part, *, level: int, ink: Ink) -> str:
    date = printed_date(part.date)
    name = f"Part {index}: {part.title}" if part.title else f"Part {index}"
    title = f"{name} ({part.remark})" if part.remark else name
    day = literal("date unknown" if date == "unknown" else date)
    return f"part({literal(label)}, {day}, {ink.verbatim(title)}, level: {level});\n"


def _withheld(record: Record) -> str:
    return f"par(emph({literal(f'The text is withheld from this edition: access is {record.access}.')}));\n"


def _record(chapter: Chapter, volume: Volume, *, ink: Ink) -> str:
    rows = [f"fact({literal(label)}, {value});\n" for label, value in _fields(chapter, volume, ink=ink)]
    left, right = halves(rows, row=_ROW)
    return f"record({{\n{left}}}, {{\n{right}}});\n"


def _fields(chapter: Chapter, volume: Volume, *, ink: Ink) -> Iterator[tuple[str, str]]:
    """Give the labels and values of a document's record; what nobody knows is printed as unknown."""
    document = chapter.document
    record = document.record
    rows = [row for row in provenance_rows(record) if row.label != "Title" or row.basis]  # it stands above
    for row in rows:
        if row.value != "unknown" or row.basis:
            yield row.label, _value(row, language=volume.imprint.language, ink=ink)
    if unknown := [row.label for row in rows if row.value == "unknown" and not row.basis]:
        yield "Unknown", ink.verbatim(", ".join(unknown).lower())
    for relation in record.relations:
        target = f"xref({literal(f'document:{relation.target}')}, {ink.verbatim(relation.target)}, paged: true);"
        note = ink.statements(f" ({relation.note})" if relation.note else "")
        yield "Relation", f"{{{ink.statements(relation.kind)}{literal(' ')};{target}{note}}}"
    yield "Original", ink.verbatim(_original(record))
    yield "Accessioned", literal(printed_date(document.accessioned))
    yield "SHA-256", digest_code(document.original_sha256)
    if document.text_sha256 != document.original_sha256:
        yield "SHA-256 of the text", digest_code(document.text_sha256)
    if chapter.page and volume.imprint.address:
        yield "Page on the site", _page(chapter.page, volume.imprint.address, ink=ink)
    yield "Cite as", ink.verbatim(document_citation(document, volume.imprint))
    signed = usual_signature(document)
    if signed and not chapter.withheld:
        yield "Notes", ink.verbatim(f"{len(record.note)}, by {signed}, unless signed otherwise")
    stale = [note.exact for note in record.note if note_span(document, note) is None]
    for exact in () if chapter.withheld else stale:
        yield "Stale note", ink.verbatim(f"on words that the text does not hold exactly once: {exact}")


def _page(page: str, address: str, *, ink: Ink) -> str:
    whole = f"{address.rstrip('/')}/{page}"
    return f"url({ink.plain(whole)}, {ink.verbatim(whole)})"


def _value(row: Row, *, language: str, ink: Ink) -> str:
    value = "unknown" if row.value == "unknown" else ink.verbatim(row.value)
    if row.label == "Title":
        value = '"as above"'
    if row.label == "Language":
        value = ink.verbatim(language_name(row.value, within=language))
    if row.address:
        value = f"url({ink.plain(row.address)}, {value})"
    if not row.basis:
        return value
    return f"{{{value};known({literal(row.certainty or 'basis')}, {ink.verbatim(row.basis)})}}"


def _original(record: Record) -> str:
    original = record.original
    charset = f", {original.charset}" if original.charset else ""
    received = f", received as {original.name}" if original.name != original.file else ""
    return f"{original.file} ({original.media_type}{charset}{received})"
