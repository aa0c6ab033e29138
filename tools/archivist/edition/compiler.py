"""From a Typst project to a PDF: fonts, and compiling."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import typst

from archivist.errors import ArchivistError
from archivist.model import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

STANDARDS: list[typst.PDFStandard] = ["a-3a", "ua-1"]
FONT_PACKAGES = ("justmytype_intl_sea", "justmytype_intl_south_asia", "justmytype_intl_rtl", "noto_cjk_sans_otc")
# Typst names what it could not draw: `the text "…" could not be displayed`, `the PDF contains the codepoint "…"`.
_UNDRAWN = re.compile(
    r'the (?:text|PDF contains the codepoint|text contains the disallowed codepoint) `"(?P<text>(?:[^"\\]|\\.)*)"`'
)
_ESCAPE = re.compile(r"\\(?:u\{(?P<point>[0-9a-f]+)\}|(?P<char>.))")


class Undrawn(Exception):  # noqa: N818 - an answer, not an error: what was asked for is tried again
    """Typst stopped at characters that no font has, or that PDF/A forbids."""

    def __init__(self, characters: frozenset[str]) -> None:
        super().__init__(characters)
        self.characters = characters


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


def compile_project(project: Mapping[str, bytes], fonts: Iterable[Path], *, date: dt.date) -> bytes:
    """Compile `main.typ` as PDF/A-3a and PDF/UA-1, dated midnight UTC; fonts of the machine are ignored.

    Raises:
        Undrawn: the project holds characters that cannot be drawn.
        ArchivistError: Typst refuses the project for another reason.
    """
    midnight = dt.datetime.combine(date, dt.time(), dt.UTC)
    with tempfile.TemporaryDirectory(prefix="edition-") as folder:
        root = Path(folder)
        for path, data in project.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        try:
            return typst.compile(
                root / "main.typ",
                root=root,
                font_paths=list(fonts),
                ignore_system_fonts=True,
                format="pdf",
                pdf_standards=STANDARDS,
                timestamp=int(midnight.timestamp()),
            )
        except typst.TypstError as error:
            if characters := _undrawn(error):
                raise Undrawn(characters) from error
            raise ArchivistError(_refused(error)) from error


def _undrawn(error: typst.TypstError) -> frozenset[str]:
    """Read the characters that an error names; of several together, those that are no ASCII."""
    texts = (_ESCAPE.sub(_unescape, match["text"]) for match in _UNDRAWN.finditer(error.diagnostic))
    return frozenset(char for text in texts for char in text if not char.isascii() or len(text) == 1)


def _unescape(match: re.Match[str]) -> str:
    return chr(int(match["point"], 16)) if match["point"] else match["char"]


def _missing_fonts(package: str) -> Fault:
    name = package.replace("_", "-")
    return Fault(
        "font-package",
        package,
        f"the edition cannot be set: the font package {name} is not installed",
        expected="an installed package",
        found="none of that name",
        remedy=f"run `make`, or pip install {name}",
    )


def _refused(error: typst.TypstError) -> Fault:
    return Fault(
        "typst",
        "edition",
        "Typst refuses the edition",
        expected="a Typst project that compiles as PDF/A-3a and PDF/UA-1",
        found=f"{error.message}: {error.diagnostic[:1000]}",
        remedy="report it with the text that it names: no source may do this",
    )
