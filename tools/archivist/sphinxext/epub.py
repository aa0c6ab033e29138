"""The EPUB, made accessible where Sphinx's is not: languages, metadata, roles (EPUB Accessibility 1.1)."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.epub3 import Epub3Builder

from archivist.export.editions import forget_editions, note_editions, project_state

if TYPE_CHECKING:
    from collections.abc import Iterator

_FEATURES = ("tableOfContents", "structuralNavigation", "readingOrder", "alternativeText")
_SUMMARY = "Text with headings, a table of contents and paragraph numbers; links lead to the glossary."
_HTML = re.compile(r"<html (?![^>]*\blang=)")  # a start tag without a language


class ArchiveEpubBuilder(Epub3Builder):
    """Sphinx's builder, whose files are mended before they are packed."""

    def build_content(self) -> None:
        forget_editions(Path(self.outdir))  # Sphinx packs what lies there
        super().build_content()

    def build_epub(self) -> None:
        language = escape(self.config.epub_language or self.config.language)
        for path in sorted(Path(self.outdir).rglob("*.xhtml")):
            page = path.read_text(encoding="utf-8")
            path.write_text(mended_page(page, language=language), encoding="utf-8", newline="\n")
        package = Path(self.outdir) / "content.opf"
        package.write_text(described(package.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
        super().build_epub()
        note_editions(Path(self.outdir), [f"{self.config.epub_basename}.epub"], state=project_state(Path(self.confdir)))


def mended_page(page: str, *, language: str) -> str:
    """Name the page's language, and give what scrolls sideways to the keyboard and what navigates its role.

    Text holds no such tags: there they are escaped.
    """
    page = _HTML.sub(f'<html lang="{language}" xml:lang="{language}" ', page, count=1)
    page = page.replace("<pre>", '<pre tabindex="0">')
    return page.replace('<nav epub:type="toc">', '<nav epub:type="toc" role="doc-toc">')


def described(package: str) -> str:
    """Say in the package document how the book can be read (section 3.2.2 of EPUB Accessibility 1.1)."""
    lines = "".join(f'    <meta property="schema:{name}">{value}</meta>\n' for name, value in _metadata())
    return package.replace("</metadata>", f"{lines}  </metadata>", 1)


def _metadata() -> Iterator[tuple[str, str]]:
    yield "accessMode", "textual"
    yield "accessModeSufficient", "textual"
    yield from (("accessibilityFeature", feature) for feature in _FEATURES)
    yield "accessibilityHazard", "none"
    yield "accessibilitySummary", _SUMMARY
