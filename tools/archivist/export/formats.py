"""The table of exports: what each is, which file it gives, what writes it.

A format has two functions. `piece` writes what it says of one document, from that document, the glossary and conf.py
alone, so that a build keeps pieces and writes anew only what changed. `whole` makes the file of all pieces, in the
order of the documents' ids, and says what every export must: whose it is and from which edition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from archivist.export import annotations as web_annotations
from archivist.export import bibtex, csl, passages, ris, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from archivist.export.imprint import Edition
    from archivist.export.item import Item


class Format(NamedTuple):
    """An export."""

    name: str  # on the command line
    file: str  # path from the root of what is published
    standard: str
    validator: str  # that tests read it with, which is no code of ours
    piece: Callable[[Item], str]
    whole: Callable[[Edition, Iterable[str]], Iterator[str | bytes]]
    needs_address: bool = False  # it says where the site is, and conf.py may not know
    is_binary: bool = False


_FORMATS = (
    Format(
        "annotations",
        "data/annotations.jsonl",
        "W3C Web Annotation Data Model, 23 February 2017; an AnnotationPage a line",
        "rdflib, as JSON-LD",
        web_annotations.piece,
        web_annotations.whole,
    ),
    Format("bibtex", "data/documents.bib", "BibTeX 0.99d", "pybtex, biber, citation-js", bibtex.piece, bibtex.whole),
    Format("csl-json", "data/documents.csl.json", "CSL-JSON, CSL 1.0.2", "citation-js, pandoc", csl.piece, csl.whole),
    Format("csv", "data/documents.csv", "RFC 4180, UTF-8", "csv of Python, SQLite", table.piece, table.whole),
    Format(
        "jsonl",
        "data/paragraphs.jsonl",
        "JSON Lines; a paragraph a line",
        "json of Python",
        passages.piece,
        passages.whole,
    ),
    Format("ris", "data/documents.ris", "RIS, 2011 specification", "rispy, citation-js", ris.piece, ris.whole),
)
FORMATS = {each.name: each for each in _FORMATS}
# The formats whose piece is a file of its own beside a document's page: what a reference manager takes in.
DOWNLOADS = {"bibtex": "bib", "ris": "ris", "csl-json": "json"}


def download_path(id: str, ending: str) -> str:
    """Name the file of a document that a reference manager takes in, from the site's root."""
    return f"data/documents/{id}.{ending}"


def left_out(format_: Format, address: str) -> bool:
    """Tell whether a format cannot be written, since conf.py names no address."""
    return format_.needs_address and not address
