"""A volume into a Typst project: values in, files out."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING

from archivist.edition.chapters import chapter_code
from archivist.edition.colophon import closing_code
from archivist.edition.frontmatter import notice_code, pages_code, title_code
from archivist.edition.glossary_pages import glossary_code
from archivist.edition.halftitle import half_title_code
from archivist.edition.indices import indices_code
from archivist.edition.ink import literal
from archivist.edition.lists import (
    bibliography_code,
    chronology_code,
    slips_code,
)
from archivist.edition.locales import language_code
from archivist.edition.locators import places_by_entry
from archivist.edition.shelf import volumes_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from archivist.edition.ink import Ink
    from archivist.edition.volume import Volume

# The scripts whose fonts the template names by language, in `stacked`.
_STACKED = {
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "km": "\u1780-\u17ff\u19e0-\u19ff",
    "my": "\u1000-\u109f\ua9e0-\uaa7f",
    "hi": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
}
_DOCUMENT_PLACE = re.compile(r'"document:([a-z0-9-]+)')  # as the template is asked for it
_IMPORT = '#import "/edition.typ": *\n'


def typeset(volume: Volume, ink: Ink) -> Mapping[str, bytes]:
    """Give the files of a Typst project, by path below its root; `main.typ` is the one to compile."""
    sources = {
        "front.typ": _front(volume, ink=ink),
        **{_source_path(chapter.document.id): chapter_code(chapter, volume, ink=ink) for chapter in volume.chapters},
    }
    back = _back(volume, ink=ink, scripts=_stacked_in(sources.values()))
    sources["back.typ"] = f"once-placed(find => {{\n{back}}});"
    return {
        "edition.typ": template(),
        "main.typ": _main(volume, elsewhere=_named_elsewhere(volume, sources.values()), ink=ink).encode(),
        **{path: f"{_IMPORT}#{{\n{code}}}\n".encode() for path, code in sources.items()},
        **{f"pictures/{name}": data for name, data in volume.pictures.items()},
    }


def template() -> bytes:
    """Give the page design, which every project imports."""
    return files("archivist.edition").joinpath("edition.typ").read_bytes()


def _front(volume: Volume, *, ink: Ink) -> str:
    """Write the front matter: roman numbers."""
    title = "" if volume.alone else title_code(volume, ink=ink)
    notice, pages = notice_code(volume, ink=ink), pages_code(volume, ink=ink)
    contents = "" if volume.alone else "contents;"
    volumes = volumes_code(volume, ink=ink)
    return f"{title}front({{{notice}{contents}\n{volumes}{pages}}});\n"


def _stacked_in(sources: Iterable[str]) -> list[str]:
    """Give the languages of the scripts with stacked marks that sources hold, sorted."""
    texts = [source for source in sources if not source.isascii()]
    return sorted(name for name, range_ in _STACKED.items() if any(re.search(f"[{range_}]", text) for text in texts))


def _back(volume: Volume, *, ink: Ink, scripts: Sequence[str]) -> str:
    """Write what follows the documents; a document by itself needs but its glossary and digests."""
    places = places_by_entry(volume)
    glossary = glossary_code(volume, places, ink=ink)
    if volume.alone:
        return glossary + closing_code(volume, ink=ink, scripts=scripts)
    return "".join(
        (
            chronology_code(volume, ink=ink),
            glossary,
            bibliography_code(volume, ink=ink),
            indices_code(volume, places, ink=ink),
            slips_code(volume, ink=ink),
            closing_code(volume, ink=ink, scripts=scripts),
        )
    )


def _source_path(document: str) -> str:
    return f"documents/{document}.typ"


def _named_elsewhere(volume: Volume, sources: Iterable[str]) -> list[str]:
    """Give the documents in other volumes that sources refer to, sorted."""
    named = {id for source in sources for id in _DOCUMENT_PLACE.findall(source)}
    return sorted(id for id in named if volume.elsewhere(id))


def _main(volume: Volume, *, elsewhere: Iterable[str], ink: Ink) -> str:
    documents = "".join(f"include {literal(f'/{_source_path(chapter.document.id)}')};\n" for chapter in volume.chapters)
    half = "" if volume.alone else half_title_code(volume, ink=ink)
    body = f'{half}{documents}include "/back.typ";\n'
    volumes = "".join(_elsewhere(volume, id) for id in elsewhere)
    show = f"#show: edition.with({_metadata(volume, ink=ink)}, elsewhere: ({volumes or ':'}))"
    return f'{_IMPORT}{show}\n#{{\ninclude "/front.typ";\nmain({{\n{body}}});\n}}\n'


def _elsewhere(volume: Volume, id: str) -> str:
    """Write in which volume a document is and, where that is known, on which page."""
    volume_number = f"vol.\u00a0{volume.elsewhere(id)}"
    page = f", p.\u00a0{volume.pages_elsewhere[id]}" if id in volume.pages_elsewhere else ""
    return f"{literal(id)}: {literal(volume_number + page)}, "


def _metadata(volume: Volume, *, ink: Ink) -> str:
    imprint = volume.imprint
    date = imprint.date
    return ", ".join(
        (
            f"title: {ink.plain(_title(volume))}",
            f"author: ({ink.plain(imprint.editors)},)",
            f"date: datetime(year: {date.year}, month: {date.month}, day: {date.day})",
            f"lang: {language_code(imprint.language)[0]}",
            f"paper: {literal(imprint.paper)}",
            f"description: {ink.plain(_description(volume))}",
        )
    )


def _title(volume: Volume) -> str:
    """Name the file so that volumes which are open side by side can be told apart (PDF/UA-1, 7.1)."""
    imprint = volume.imprint
    if volume.alone:
        return volume.chapters[0].document.record.title
    return f"{imprint.title}, volume {imprint.number} of {imprint.volumes}" if imprint.volumes > 1 else imprint.title


def _description(volume: Volume) -> str:
    imprint = volume.imprint
    if volume.alone:
        return f"{volume.chapters[0].document.id}, a document of: {imprint.title}"
    return imprint.binding or imprint.subtitle
