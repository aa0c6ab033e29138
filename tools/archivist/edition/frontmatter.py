"""Title page, edition notice and editors' pages as Typst code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.dates import printed_date
from archivist.edition.ink import digest_code, literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.edition.ink import Ink
    from archivist.edition.volume import Volume


def title_code(volume: Volume, *, ink: Ink) -> str:
    imprint = volume.imprint
    words = (imprint.title, imprint.subtitle, imprint.editors, _day(volume))
    return f"title-page({', '.join(ink.verbatim(word) for word in words)});\n"


def pages_code(volume: Volume, *, ink: Ink) -> str:
    """Write the pages that editors wrote, each under its title."""
    return "".join(
        f"chapter({literal(f'page:{page.name}')}, {ink.verbatim(page.title)}, {{\n{page.code(ink)}}});\n"
        for page in volume.pages
    )


def notice_code(volume: Volume, *, ink: Ink) -> str:
    """Write what this edition is, how it is bound to a state of the archive, how it is cited, and the rights."""
    fields = "".join(f"field({literal(label)}, {value}),\n" for label, value in _notice_fields(volume, ink=ink))
    paragraphs = "".join(f"par({ink.verbatim(sentence)});\n" for sentence in _notice_sentences(volume))
    return f'chapter("notice", "Edition notice", {{record({fields});v(4mm);\n{paragraphs}}});\n'


def _notice_fields(volume: Volume, *, ink: Ink) -> Iterator[tuple[str, str]]:
    imprint = volume.imprint
    yield "Edition", ink.verbatim(f"{imprint.title}, {imprint.release}" if imprint.release else imprint.title)
    yield "Date", literal(_day(volume))
    yield "Documents", literal(str(len(volume.chapters)))
    if imprint.commit:
        yield "Commit", digest_code(imprint.commit)
    if imprint.manifest_sha256:
        yield "SHA-256 of the archive’s manifest", digest_code(imprint.manifest_sha256)
    if imprint.address:
        yield "Site", f"url({ink.plain(imprint.address)}, {ink.verbatim(imprint.address)})"
    yield "Cite the edition", ink.verbatim(_citation(volume))
    if volume.printed:
        yield "Cite a passage", ink.verbatim(_example(volume))


def _citation(volume: Volume) -> str:
    imprint = volume.imprint
    release = f", {imprint.release}" if imprint.release else ""
    manifest = f" Archive manifest SHA-256 {imprint.manifest_sha256[:16]}." if imprint.manifest_sha256 else ""
    return f"{imprint.editors.rstrip('.')}. {imprint.title}. PDF edition{release}, {_day(volume)}.{manifest}"


def _example(volume: Volume) -> str:
    document = volume.printed[0].document
    code = f"{volume.imprint.archive_code}:" if volume.imprint.archive_code else ""
    return (
        f"{code}{document.id}@{document.text_sha256[:16]}#p1 is paragraph 1 of the document {document.id}; "
        "the sixteen digits are the first of the SHA-256 of its reading text. "
        "Page numbers may change between editions, paragraph numbers never do."
    )


def _notice_sentences(volume: Volume) -> Iterator[str]:
    yield (
        "Every source is printed verbatim: nothing is corrected, hyphenated or restyled. Numbers in the margin count "
        "its paragraphs. Words over a dotted rule have a note at the foot of the page, under the paragraph’s number; "
        "“sic” marks a slip of the source. Headings under a ruled line, in italics, are the editors’."
    )
    yield (
        "A character that cannot be drawn, or that would change the page unseen, stands as its code point in a box. "
        "A tab is printed as a space, and a word too long for the line is cut without a sign."
    )
    yield (
        "A code or name is linked to the glossary where a document first uses it; glossary and index list every "
        "place. The original file of each document is attached to this PDF."
    )
    yield (
        "Rights. Records, glossary, notes and editors’ pages are licensed under Creative Commons Attribution 4.0 "
        "International. The source texts keep the rights of their holders, which each record states."
    )
    withheld = [chapter.document.id for chapter in volume.chapters if chapter.withheld]
    if withheld:
        yield f"Withheld from this edition by their records: {', '.join(withheld)}."


def _day(volume: Volume) -> str:
    """Print the edition's date; strftime would print it in the machine's language."""
    return printed_date(volume.imprint.date.isoformat())
