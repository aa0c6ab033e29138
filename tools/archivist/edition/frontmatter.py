"""Title page, edition notice and editors' pages as Typst code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.dates import day_order, earliest_year, printed_date
from archivist.edition.citing import document_citation, edition_citation, edition_day
from archivist.edition.ink import digest_code, literal
from archivist.edition.running import running_title
from archivist.export.wording import licence_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.edition.ink import Ink
    from archivist.edition.volume import Volume
    from archivist.mentions import Located

_MANY = 12  # volumes whose list would take too much of a page


def title_code(volume: Volume, *, ink: Ink) -> str:
    imprint = volume.imprint
    foot = filter(None, (_edition(volume), _held(volume), imprint.address))
    words = (imprint.title, imprint.subtitle, _volume(volume), imprint.editors, *foot)
    return f"title-page({', '.join(ink.verbatim(word) for word in words)});\n"


def _volume(volume: Volume) -> str:
    """Say which volume this is and what it holds; nothing where there is but one."""
    imprint = volume.imprint
    if imprint.volumes == 1:
        return ""
    return f"Volume {imprint.number} of {imprint.volumes}: {imprint.bound[imprint.number - 1]}"


def _held(volume: Volume) -> str:
    """Say how many documents a volume holds, and of which years: "4 documents, 2015–2019"."""
    dates = [chapter.document.record.date for chapter in volume.chapters]
    known = sorted((earliest_year(date) for date in dates if date != "unknown"), key=day_order)
    years = [printed_date(year) for year in dict.fromkeys((known[0], known[-1]))] if known else []
    count = f"{len(dates)} document{'' if len(dates) == 1 else 's'}"
    return f"{count}, {'–'.join(years)}" if years else count


def _edition(volume: Volume) -> str:
    release = volume.imprint.release
    return f"Edition {release}, {edition_day(volume.imprint)}" if release else edition_day(volume.imprint)


def pages_code(volume: Volume, *, ink: Ink) -> str:
    """Write the pages that editors wrote, each under its title."""
    return "".join(
        f"chapter({literal(f'page:{page.name}')}, {ink.verbatim(page.title)}, {{\n{page.code(ink)}}}, "
        f"running: {running_title(page.title, '', ink=ink)});\n"
        for page in volume.pages
    )


def notice_code(volume: Volume, *, ink: Ink) -> str:
    """Write what this edition is, how it is bound to a state of the archive, how it is cited, and the rights."""
    fields = "".join(f"field({literal(label)}, {value}),\n" for label, value in _notice_fields(volume, ink=ink))
    volumes = f'section(2, "Volumes");{_bound(volume, ink=ink)}' if volume.imprint.volumes > 1 else ""
    signs = "".join(f"sign({sample}, {ink.verbatim(meaning)}),\n" for sample, meaning in _signs(volume, ink=ink))
    paragraphs = "".join(f"par({ink.verbatim(sentence)});\n" for sentence in _notice_sentences(volume))
    title = literal("About this offprint" if volume.alone else "Edition notice")
    return (
        f'chapter("notice", {title}, {{imprint({fields});{volumes}\n'
        f'section(2, "How to read it");{paragraphs}signs({signs});\n'
        f'section(2, "Rights");par({_rights(volume, ink=ink)});}});\n'
    )


def _bound(volume: Volume, *, ink: Ink) -> str:
    """Write what each volume holds: a line each, or a paragraph where there are many."""
    held = [f"{number}: {what}" for number, what in enumerate(volume.imprint.bound, 1)]
    if len(held) > _MANY:
        return f"par({ink.verbatim('; '.join(held) + '.')});"
    return "".join(f"line-of({ink.verbatim(f'Volume {one}')});" for one in held)


def _signs(volume: Volume, *, ink: Ink) -> Iterator[tuple[str, str]]:
    """Give what stands off from the texts of a volume, drawn as there, and what it means."""
    yield '"12"', "in the margin: the paragraph’s number, by which it is cited. It never changes."
    mentions = [mention for _, _, mention in _mentions(volume) if not mention.nested]
    if any(chapter.document.record.note for chapter in volume.printed):
        yield 'noted("words")', "a note at the foot of the page; “sic” marks a slip of the source."
    if any(mention.entry in volume.entries for mention in mentions):
        meaning = "the first use of a name that the glossary explains. The list at the document’s end has all."
        yield 'linked("words")', meaning
    if any(mention.state != "linked" for mention in mentions):
        meaning = "a name that the glossary lacks, or that could be one of several: listed at the document’s end."
        yield 'unsure("words")', meaning
    if any(ink.hides(chapter.document.text) for chapter in volume.printed):
        meaning = "a character that cannot be drawn, or that would change the page unseen, by its code point."
        yield 'stand-in("202E")', meaning


def _mentions(volume: Volume) -> Iterator[Located]:
    return (located for chapter in volume.printed for located in chapter.located)


def _notice_fields(volume: Volume, *, ink: Ink) -> Iterator[tuple[str, str]]:
    imprint = volume.imprint
    if volume.alone:
        yield "Offprint of", ink.verbatim(document_citation(volume.chapters[0].document, imprint))
    yield "Archive", ink.verbatim(imprint.title)
    if imprint.release:
        yield "Edition", ink.verbatim(imprint.release)
    if imprint.volumes > 1:
        yield "Volume", ink.verbatim(_volume(volume).removeprefix("Volume "))
    yield "Date", literal(edition_day(volume.imprint))
    if not volume.alone:
        yield "Documents", literal(str(len(volume.chapters)))
    if imprint.commit:
        yield "Commit", _commit(imprint.commit)
    if imprint.manifest_sha256:
        yield "Manifest, SHA-256", digest_code(imprint.manifest_sha256)
    if imprint.address:
        yield "Site", f"url({ink.plain(imprint.address)}, {ink.verbatim(imprint.address)})"
    if not volume.alone:
        yield "Cite the edition", ink.verbatim(edition_citation(imprint))
    if volume.printed:
        example = document_citation(volume.printed[0].document, imprint, paragraph=1)
        yield "Cite a passage", ink.verbatim(example)


def _commit(commit: str) -> str:
    """Write a commit, and the words after it where files have changed since."""
    digits, blank, changes = commit.partition(" ")
    return f"{{{digest_code(digits)};{literal(blank + changes)}}}"


def _notice_sentences(volume: Volume) -> Iterator[str]:
    yield (
        "Every source is printed verbatim: nothing is corrected, hyphenated or restyled. A tab or a narrow space is "
        "printed as a space, and a word too long for the line is cut without a sign. Headings under a ruled line, in "
        "italics, are the editors’."
    )
    if volume.printed:
        yield (
            "The passage cited above is a first paragraph, p1; the sixteen digits are the first of the SHA-256 of its "
            "document’s reading text. Page numbers may change between editions, paragraph numbers never do."
        )
    if volume.alone:
        yield "The page numbers are this offprint’s own, not those of the edition."
    if any(mention.entry in volume.entries for _, _, mention in _mentions(volume)):
        lists = "The glossary lists" if volume.alone else "Glossary and indices list"
        bounds = " of this volume" if volume.imprint.volumes > 1 and not volume.alone else ""
        yield f"{lists} every place{bounds} by page and paragraph{_glossary_beyond(volume)}."
    if volume.alone:
        return
    withheld = [chapter.document.id for chapter in volume.chapters if chapter.withheld]
    if withheld:
        yield f"Withheld from this edition by their records: {', '.join(withheld)}. Their originals are not attached."
    if volume.enclosures and volume.printed:
        yield f"The original of each {'other ' if withheld else ''}document is attached."


def _glossary_beyond(volume: Volume) -> str:
    """Say where the other volumes of an edition are named."""
    here = {mention.entry for _, _, mention in _mentions(volume)}
    named = not volume.alone and any(volume.beyond.get(entry) for entry in here if entry)
    return "; the glossary names the other volumes that mention an entry" if named else ""


def _rights(volume: Volume, *, ink: Ink) -> str:
    """Write whose the edition's own words are, and whose the texts."""
    licence = volume.imprint.licence
    own = "Records, glossary, notes and editors’ pages: "
    address = (
        f"url({ink.plain(licence)}, {ink.verbatim(licence)});" if licence else ink.statements("all rights reserved")
    )
    name = licence_name(licence)
    own += f"{name}, " if name != licence else ""
    rest = ". The source texts keep the rights of their holders, which each record states."
    return f"{{{ink.statements(own)}{address}{ink.statements(rest)}}}"
