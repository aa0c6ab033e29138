"""The EPUB, made accessible where Sphinx's is not: languages, metadata, roles (EPUB Accessibility 1.1)."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.epub3 import Epub3Builder
from sphinx.util.logging import suppress_logging

from archivist.dates import printed_date
from archivist.export.editions import forget_editions, note_editions, project_state
from archivist.sphinxext.domain import archive_domain
from archivist.sphinxext.listing import is_split, listed, year_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.sphinxext.listing import Listed

_DOCUMENTS = "document-list"  # the view on the page under which a book's contents name the documents
_FEATURES = ("tableOfContents", "structuralNavigation", "readingOrder", "alternativeText")
_SUMMARY = "Text with headings, a table of contents and paragraph numbers; links lead to the glossary."
_NOBODY = re.compile(r"\s*<dc:contributor>unknown</dc:contributor>")
_HTML = re.compile(r"<html (?![^>]*\blang=)")  # a start tag without a language


class ArchiveEpubBuilder(Epub3Builder):
    """Sphinx's builder, whose files are mended before they are packed."""

    def init(self) -> None:
        super().init()
        self.handled: set[str] = set()  # pages, but for those that another process writes

    def handle_page(self, pagename: str, addctx: dict[str, Any], *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as Sphinx has it
        self.handled.add(pagename)
        super().handle_page(pagename, addctx, *args, **kwargs)

    def build_content(self) -> None:
        """Remove the pages of an earlier build that this one does not have: Sphinx packs what lies there."""
        book = Path(self.outdir)
        forget_editions(book)
        kept = {*self.env.found_docs, *self.handled, *archive_domain(self.env).generated}
        for path in book.rglob(f"*{self.out_suffix}"):
            if path.relative_to(book).as_posix().removesuffix(self.out_suffix) not in kept:
                path.unlink()
        super().build_content()

    def get_toc(self) -> None:
        """Gather the contents without a second warning of what is wrong on the first page, which was read already."""
        with suppress_logging():
            super().get_toc()

    def toc_add_files(self, refnodes: list[dict[str, Any]]) -> None:
        """Name the documents below the page that lists them: what no contents name, a book shows by links alone.

        Sphinx reads the contents from toctrees, in which no document stands; and what is not in the contents, it marks
        as no part of the book's reading order (`linear="no"`).
        """
        super().toc_add_files(refnodes)
        domain = archive_domain(self.env)
        pages = {page + self.out_suffix: page for page, views in domain.data["views"].items() if _DOCUMENTS in views}
        at = next((place for place, one in enumerate(refnodes) if one["refuri"] in pages), None)
        if at is None:
            return
        years = listed(_DOCUMENTS, domain.in_time())
        named = contents(years, pages[refnodes[at]["refuri"]], level=refnodes[at]["level"] + 1)
        refnodes[at + 1 : at + 1] = [self._entry(*one) for one in named]

    def _entry(self, level: int, docname: str, title: str) -> dict[str, Any]:
        return {"level": level, "refuri": escape(docname + self.out_suffix), "text": escape(title)}

    def content_metadata(self) -> dict[str, Any]:
        """Say what the book holds, where conf.py does not, and whose the rights are."""
        metadata: dict[str, Any] = super().content_metadata()
        if self.config.epub_description == "unknown":  # Sphinx's own default
            count = len(archive_domain(self.env).documents)
            metadata["description"] = escape(description(self.config.project, count))
        metadata["copyright"] = escape(rights(self.config.epub_copyright, licence=self.config.archive_licence))
        return metadata

    def build_epub(self) -> None:
        language = escape(self.config.epub_language or self.config.language)
        for path in sorted(Path(self.outdir).rglob("*.xhtml")):
            page = path.read_text(encoding="utf-8")
            path.write_text(mended_page(page, language=language), encoding="utf-8", newline="\n")
        package = Path(self.outdir) / "content.opf"
        package.write_text(described(package.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
        super().build_epub()
        note_editions(Path(self.outdir), [f"{self.config.epub_basename}.epub"], state=project_state(Path(self.confdir)))


def contents(years: Listed, docname: str, *, level: int) -> Iterator[tuple[int, str, str]]:
    """Give level, page and title of each document; where years have pages of their own, below these."""
    split = is_split(years)
    for year, documents in years.items():
        if split:
            yield level, year_page(docname, year), printed_date(year)
        for filed in documents:
            yield level + split, filed.docname, filed.title


def description(title: str, count: int) -> str:
    """Say in a sentence what the book holds."""
    documents = f"{count} document{'' if count == 1 else 's'}"
    return f"{title}: {documents}, word for word, with their records, paragraph numbers, notes and a glossary."


def rights(notice: str, *, licence: str) -> str:
    """Say whose the editors' words are, by what licence, and whose the texts."""
    own = f"Records, glossary, notes and editors’ pages: {licence or 'no licence is stated'}."
    return f"© {notice}. {own} The source texts keep the rights of their holders, which each record states."


def mended_page(page: str, *, language: str) -> str:
    """Name the page's language, and give what scrolls sideways to the keyboard and what navigates its role.

    Text holds no such tags: there they are escaped.
    """
    page = _HTML.sub(f'<html lang="{language}" xml:lang="{language}" ', page, count=1)
    page = page.replace("<pre>", '<pre tabindex="0">')
    return page.replace('<nav epub:type="toc">', '<nav epub:type="toc" role="doc-toc">')


def described(package: str) -> str:
    """Say in the package document how the book can be read (section 3.2.2 of EPUB Accessibility 1.1).

    A contributor whom conf.py does not name, and Sphinx calls unknown, is left out.
    """
    package = _NOBODY.sub("", package)
    lines = "".join(f'    <meta property="schema:{name}">{value}</meta>\n' for name, value in _metadata())
    return package.replace("</metadata>", f"{lines}  </metadata>", 1)


def _metadata() -> Iterator[tuple[str, str]]:
    yield "accessMode", "textual"
    yield "accessModeSufficient", "textual"
    yield from (("accessibilityFeature", feature) for feature in _FEATURES)
    yield "accessibilityHazard", "none"
    yield "accessibilitySummary", _SUMMARY
