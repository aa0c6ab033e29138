"""From a Typst project to the PDF: fonts, what they can draw, compiling, finishing."""

from __future__ import annotations

import datetime as dt
import io
import re
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pikepdf
import typst

from archivist.edition.copying import give_text_once
from archivist.edition.ink import Ink, literal
from archivist.edition.typeset import typeset
from archivist.errors import ArchivistError
from archivist.model import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from archivist.edition.volume import Volume

STANDARDS: list[typst.PDFStandard] = ["a-3a", "ua-1"]
FONT_PACKAGES = ("justmytype_intl_sea", "noto_cjk_sans_otc")
# Typst names what it could not draw: `the text "…" could not be displayed`, `the PDF contains the codepoint "…"`.
_UNDRAWN = re.compile(
    r'the (?:text|PDF contains the codepoint|text contains the disallowed codepoint) `"(?P<text>(?:[^"\\]|\\.)*)"`'
)
_ESCAPE = re.compile(r"\\(?:u\{(?P<point>[0-9a-f]+)\}|(?P<char>.))")
_ATTEMPTS = 3  # the probe finds single characters; a second and third look find what only fails in company


class Printed(NamedTuple):
    """An edition, and the characters in it that are shown by their code points since no font has them."""

    pdf: bytes
    undrawable: frozenset[str]


def undrawn_by_document(volume: Volume, undrawable: frozenset[str]) -> dict[str, list[str]]:
    """Name the documents that hold characters which no font has, and the characters, sorted."""
    found = ((chapter.document.id, sorted(undrawable & set(chapter.document.text))) for chapter in volume.printed)
    return {document: characters for document, characters in found if characters}


def print_volume(volume: Volume) -> Printed:
    """Make the PDF of a volume: the same volume gives the same bytes.

    Raises:
        ArchivistError: a font package is missing, or Typst refuses the volume.
    """
    fonts = font_folders()
    undrawable = undrawable_characters(typeset(volume, Ink()), fonts)
    for _ in range(_ATTEMPTS):
        try:
            pdf = compile_project(typeset(volume, Ink(undrawable)), fonts, date=volume.imprint.date)
        except typst.TypstError as error:
            found = _undrawn(error) - undrawable
            if not found:
                raise ArchivistError(_refused(error)) from error
            undrawable |= found
        else:
            return Printed(finish(pdf), undrawable)
    raise ArchivistError(_too_many(undrawable))


def font_folders() -> list[Path]:
    """Find the folders of the font packages.

    Raises:
        ArchivistError: one is not installed.
    """
    specs = {name: find_spec(name) for name in FONT_PACKAGES}
    missing = [name for name, spec in specs.items() if spec is None or spec.origin is None]
    if missing:
        raise ArchivistError(*map(_missing_fonts, missing))
    return [Path(spec.origin).parent for spec in specs.values() if spec is not None and spec.origin is not None]


def undrawable_characters(project: Mapping[str, bytes], fonts: list[Path]) -> frozenset[str]:
    """Ask Typst which characters of a project's sources no font has: each once, on a page of their own."""
    sources = (data.decode() for path, data in project.items() if path.endswith(".typ"))
    characters = sorted({char for source in sources for char in set(source) if not char.isascii()})
    if not characters:
        return frozenset()
    statements = "".join(f"par({literal(char)});" for char in characters)
    probe = {
        "edition.typ": project["edition.typ"],
        "main.typ": f'#import "/edition.typ": *\n#show: edition.with(title: "Probe")\n#{{{statements}}}\n'.encode(),
    }
    try:
        compile_project(probe, fonts, date=dt.date(2000, 1, 1))
    except typst.TypstError as error:
        return _undrawn(error)
    return frozenset()


def compile_project(project: Mapping[str, bytes], fonts: Iterable[Path], *, date: dt.date) -> bytes:
    """Compile `main.typ` as PDF/A-3a and PDF/UA-1, dated midnight UTC; fonts of the machine are ignored.

    Raises:
        typst.TypstError: Typst refuses the project.
    """
    midnight = dt.datetime.combine(date, dt.time(), dt.UTC)
    with tempfile.TemporaryDirectory(prefix="edition-") as folder:
        root = Path(folder)
        for path, data in project.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        return typst.compile(
            root / "main.typ",
            root=root,
            font_paths=list(fonts),
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=STANDARDS,
            timestamp=int(midnight.timestamp()),
        )


def finish(pdf: bytes) -> bytes:
    """Mend the text that programs copy, and halve the file; same input, same bytes, still PDF/A.

    ISO 19005-3, 6.1.7.1 asks for a line end before each `endstream`: pikepdf sees to it, by `preserve_pdfa`.
    """
    target = io.BytesIO()
    pikepdf.settings.set_flate_compression_level(9)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        give_text_once(document)
        document.save(
            target,
            preserve_pdfa=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=True,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return target.getvalue()


def _undrawn(error: typst.TypstError) -> frozenset[str]:
    """Read the characters that an error names; of several together, those that are no ASCII."""
    texts = (_ESCAPE.sub(_unescape, match["text"]) for match in _UNDRAWN.finditer(error.diagnostic))
    return frozenset(char for text in texts for char in text if not char.isascii() or len(text) == 1)


def _unescape(match: re.Match[str]) -> str:
    return chr(int(match["point"], 16)) if match["point"] else match["char"]


def _missing_fonts(package: str) -> Fault:
    return Fault(
        "font-package",
        package,
        f"the font package {package} is not installed",
        expected="an installed package",
        found="none",
        remedy="make",
    )


def _refused(error: typst.TypstError) -> Fault:
    return Fault(
        "typst",
        "edition",
        f"Typst refuses the edition: {error.message}",
        expected="an edition that it compiles",
        found=error.diagnostic[:1000],
        remedy="report it with the text that it names: no source may do this",
    )


def _too_many(undrawable: frozenset[str]) -> Fault:
    points = ", ".join(f"U+{ord(char):04X}" for char in sorted(undrawable))
    return Fault(
        "glyphs",
        "edition",
        "characters still cannot be drawn after three attempts",
        expected="stand-ins for them",
        found=points,
        remedy="report it with these code points: no source may do this",
    )
