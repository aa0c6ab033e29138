"""Title page, edition notice and editors' pages as Typst code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.edition.citing import document_citation, edition_citation, edition_day
from archivist.edition.holding import held
from archivist.edition.ink import digest_code, literal
from archivist.edition.running import running_title
from archivist.export.wording import licence_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.edition.ink import Ink
    from archivist.edition.volume import Volume
    from archivist.mentions import Located


def title_code(volume: Volume, *, ink: Ink) -> str:
    imprint = volume.imprint
    foot = filter(None, (_edition(volume), held(volume.chapters), imprint.address))
    words = (imprint.title, imprint.subtitle, imprint.binding, imprint.editors, *foot)
    return f"title-page({', '.join(ink.verbatim(word) for word in words)});\n"


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
    signs = "".join(f"sign({sample}, {ink.verbatim(meaning)}),\n" for sample, meaning in _signs(volume, ink=ink))
    paragraphs = "".join(f"par({ink.verbatim(sentence)});\n" for sentence in _notice_sentences(volume))
    title = literal("About this offprint" if volume.alone else "Edition notice")
    return (
        f'chapter("notice", {title}, {{imprint({fields});\n'
        f'section(2, "How to read it");{paragraphs}signs({signs});\n'
        f'section(2, "Rights");par({_rights(volume, ink=ink)});}});\n'
    )


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
        yield "Volume", ink.verbatim(imprint.binding.removeprefix("Volume "))
    yield "Date", literal(edition_day(volume.imprint))
    if not volume.alone:
        in_all = f" of {len(volume.placed)}" if imprint.volumes > 1 else ""
        yield "Documents", literal(f"{len(volume.chapters)}{in_all}")
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
    """Write by what licence the edition's own words are published, as far as one is stated, and whose the texts are."""
    licence = volume.imprint.licence
    name = licence_name(licence)
    named = f"{name}, " if name != licence else ""
    stated = f"url({ink.plain(licence)}, {ink.verbatim(licence)});" if licence else '"no licence is stated";'
    own = ink.statements(f"Records, glossary, notes and editors’ pages: {named}")
    rest = ink.statements(". The source texts keep the rights of their holders, which each record states.")
    return f"{{{own}{stated}{rest}}}"
