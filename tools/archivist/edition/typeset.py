"""A volume into a Typst project: values in, files out."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from archivist.edition.backmatter import bibliography_code, colophon_code, glossary_code, index_code, places_by_entry
from archivist.edition.chapters import chapter_code, language_code
from archivist.edition.frontmatter import notice_code, pages_code, title_code
from archivist.edition.ink import literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from archivist.edition.ink import Ink
    from archivist.edition.volume import Attachment, Volume

_IMPORT = '#import "/edition.typ": *\n'


def typeset(volume: Volume, ink: Ink) -> Mapping[str, bytes]:
    """Give the files of a Typst project, by path below its root; `main.typ` is the one to compile."""
    places = places_by_entry(volume)
    sources = {
        "front.typ": title_code(volume, ink=ink)
        + f"front({{{notice_code(volume, ink=ink)}contents;\n{pages_code(volume, ink=ink)}}});\n",
        **{_source_path(chapter.document.id): chapter_code(chapter, volume, ink=ink) for chapter in volume.chapters},
        "back.typ": glossary_code(volume, places, ink=ink)
        + bibliography_code(volume, ink=ink)
        + index_code(volume, places, ink=ink)
        + colophon_code(volume, ink=ink),
    }
    return {
        "edition.typ": files("archivist.edition").joinpath("edition.typ").read_bytes(),
        "main.typ": _main(volume, ink=ink).encode(),
        **{path: f"{_IMPORT}#{{\n{code}}}\n".encode() for path, code in sources.items()},
        **{_attachment_path(index): file.data for index, file in enumerate(_attachments(volume))},
        **{f"pictures/{name}": data for name, data in volume.pictures.items()},
    }


def _attachments(volume: Volume) -> Iterator[Attachment]:
    yield from (chapter.attachment for chapter in volume.printed)


def _source_path(document: str) -> str:
    return f"documents/{document}.typ"


def _attachment_path(index: int) -> str:
    """Give the path of an attached file: its number, since a name as received is no path."""
    return f"attachments/{index}"


def _main(volume: Volume, *, ink: Ink) -> str:
    attached = "".join(
        f"attached({literal(f'/{_attachment_path(index)}')}, {ink.plain(file.name)}, {literal(file.relationship)}, "
        f"{literal(file.media_type)}, {ink.plain(file.description)});\n"
        for index, file in enumerate(_attachments(volume))
    )
    documents = "".join(f"include {literal(f'/{_source_path(chapter.document.id)}')};\n" for chapter in volume.chapters)
    count = literal(f"{len(volume.chapters)} in this volume.")
    body = f'half-title("documents", "The documents", {count});\n{documents}include "/back.typ";\n'
    show = f"#show: edition.with({_metadata(volume, ink=ink)})"
    return f'{_IMPORT}{show}\n#{{\n{attached}include "/front.typ";\nmain({{\n{body}}});\n}}\n'


def _metadata(volume: Volume, *, ink: Ink) -> str:
    imprint = volume.imprint
    date = imprint.date
    return ", ".join(
        (
            f"title: {ink.plain(imprint.title)}",
            f"author: ({ink.plain(imprint.editors)},)",
            f"date: datetime(year: {date.year}, month: {date.month}, day: {date.day})",
            f"lang: {language_code(imprint.language)[0]}",
            f"paper: {literal(imprint.paper)}",
            f"description: {ink.plain(imprint.subtitle)}",
        )
    )
