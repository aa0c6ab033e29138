"""What programs copy out of the text column of a PDF: poppler, PDFium and MuPDF."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pymupdf
import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

# The text column of an A4 page, in points: paragraph numbers, running heads and page numbers lie outside.
LEFT, TOP, RIGHT, BOTTOM = 163, 80, 500, 770
HEIGHT = 842


def by_poppler(pdf: Path) -> list[str]:
    box = ["-x", str(LEFT), "-y", str(TOP), "-W", str(RIGHT - LEFT), "-H", str(BOTTOM - TOP)]
    done = subprocess.run(["pdftotext", "-r", "72", *box, pdf, "-"], capture_output=True, check=True)
    return done.stdout.decode().split("\f")


def by_pdfium(pdf: Path) -> list[str]:
    box = {"left": LEFT, "bottom": HEIGHT - BOTTOM, "right": RIGHT, "top": HEIGHT - TOP}
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded(**box) for page in document]


def by_mupdf(pdf: Path) -> list[str]:
    with pymupdf.open(pdf) as document:
        return [page.get_text(clip=pymupdf.Rect(LEFT, TOP, RIGHT, BOTTOM)) for page in document]


READERS: dict[str, Callable[[Path], list[str]]] = {"poppler": by_poppler, "pdfium": by_pdfium, "mupdf": by_mupdf}


def missed(pages: Sequence[str], paragraphs: Sequence[str]) -> list[str]:
    """Give the paragraphs that do not stand in the pages word for word; blanks do not count.

    A paragraph may run on to the next pages, whose text then begins with what is left of it; on the pages before, notes
    may follow it.
    """
    bare = ["".join(page.split()) for page in pages]
    return [paragraph for paragraph in paragraphs if not _stands("".join(paragraph.split()), bare)]


def missed_by_blanks(pages: Sequence[str], paragraphs: Sequence[str]) -> list[str]:
    """Give the paragraphs that do not stand in the pages with their blanks; the end of a line may be one or none.

    A paragraph over which a page ends is not looked for: notes may follow it there.
    """
    lines = ["\n".join(filter(None, map(str.strip, page.splitlines()))) for page in pages]
    whole = [one for one in paragraphs if any("".join(one.split()) in "".join(page.split()) for page in pages)]
    return [one for one in whole if not any(re.search(_over_lines(one), page) for page in lines)]


def _over_lines(paragraph: str) -> str:
    """Write a pattern for a paragraph that may be parted into lines anywhere."""
    return "".join(r"[ \n]+" if char.isspace() else re.escape(char) + r"\n?" for char in paragraph)


def _stands(paragraph: str, pages: Sequence[str]) -> bool:
    return any(paragraph in page or _runs_on(paragraph, page, pages[at:]) for at, page in enumerate(pages, 1))


def _runs_on(paragraph: str, page: str, following: Sequence[str]) -> bool:
    """Tell whether as much of a paragraph as a page holds is followed by the rest at the head of the next pages."""
    cut = next((cut for cut in range(len(paragraph), 0, -1) if paragraph[:cut] in page), 0)
    left = paragraph[cut:]
    if not cut or not following:
        return False
    return following[0].startswith(left) or (
        left.startswith(following[0][: len(left) // 2]) and _runs_on(left, following[0], following[1:])
    )
