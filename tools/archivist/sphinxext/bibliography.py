"""The bibliography of the works that the sources name: where each entry stands, and where it is named.

sphinxcontrib-bibtex formats the entries; it keeps them in its own domain, and an archive may do without it.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from archivist.model import Span
    from archivist.sphinxext.domain import ArchiveDomain
    from archivist.sphinxext.views import Page


class FiledWork(NamedTuple):
    """A place where a document names a work of the bibliography."""

    number: int  # from 1, in the order of the text
    work: str  # key of its entry
    span: Span
    paragraph: int


class ListedWork(NamedTuple):
    """An entry of a bibliography on some page."""

    key: str
    docname: str
    words: str  # the entry as it is printed, in plain text


def bibliography_pages(env: BuildEnvironment) -> list[str]:
    """Name the pages that have a bibliography."""
    domain: Any = env.domains.get("cite")
    return sorted({key.docname for key in domain.bibliographies}) if domain else []


def listed_works(env: BuildEnvironment) -> dict[str, ListedWork]:
    """Give the entries of all bibliographies by the id that they have on their pages."""
    domain: Any = env.domains.get("cite")
    return {
        one.citation_id: ListedWork(one.key, one.bibliography_key.docname, one.formatted_entry.text.render_as("text"))
        for one in (domain.citations if domain else ())
    }


def work_anchor(key: str) -> str:
    """Name the place of a work's entry: by its key, since the numbers that entries have move."""
    return f"work-{key}"


def named_html(domain: ArchiveDomain, key: str, page: Page) -> str:
    """Write the places where the sources name a work; nothing where none does."""
    items = "".join(
        f'<li><a class="archive-locator" href="{escape(page.uri(domain.documents[id_].docname))}#w{work.number}" '
        f'data-work="{escape(key)}" data-place="{id_} {work.paragraph}">{escape(domain.documents[id_].title)}, '
        f"¶ {work.paragraph}</a></li>"
        for id_, work in domain.named_works.get(key, ())
    )
    return f'<ul class="archive-named" aria-label="Named in">{items}</ul>' if items else ""
