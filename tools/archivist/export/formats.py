"""The table of exports: what each is, which file it gives, what writes it.

A format has two functions. `piece` writes what it says of one document, from that document, the glossary and conf.py
alone, so that a build keeps pieces and writes anew only what changed. `whole` makes the file of all pieces, in the
order of the documents' ids, and says what every export must: whose it is and from which edition.
"""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, NamedTuple

from archivist.export import annotations as web_annotations
from archivist.export import (
    bibtex,
    cff,
    crate,
    csl,
    dublincore,
    feed,
    oai,
    outline,
    passages,
    premis,
    ris,
    schemaorg,
    signposting,
    sitemap,
    sqlite,
    table,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from archivist.export.imprint import Edition
    from archivist.export.item import Item


class Format(NamedTuple):
    """An export."""

    name: str  # on the command line
    file: str  # path from the root of what is published
    standard: str
    reader: str  # what tests read it with that is no code of ours
    piece: Callable[[Item], str]
    whole: Callable[[Edition, Iterable[str]], Iterator[str] | Iterator[bytes]]
    needs: tuple[str, ...] = ()  # settings of conf.py without which it cannot be
    is_binary: bool = False


_ADDRESS = ("archive_address",)
_FORMATS = (
    Format(
        "annotations",
        "data/annotations.jsonl.gz",
        "W3C Web Annotation Data Model, 23 February 2017; a page of annotations a line, gzip",
        "rdflib",
        web_annotations.piece,
        web_annotations.whole,
    ),
    Format(
        "bibtex",
        "data/documents.bib",
        "BibTeX 0.99d, with BibLaTeX’s @online and @dataset",
        "pybtex, biber, citation-js, pandoc",
        bibtex.piece,
        bibtex.whole,
    ),
    Format("cff", "data/CITATION.cff", "Citation File Format 1.2.0", "cffconvert", cff.piece, cff.whole),
    Format("csl-json", "data/documents.csl.json", "CSL-JSON 1.0.2", "citation-js, pandoc", csl.piece, csl.whole),
    Format("csv", "data/documents.csv", "RFC 4180, UTF-8", "Python’s csv", table.piece, table.whole),
    Format(
        "dc",
        "data/dublin-core.xml",
        "Dublin Core Metadata Element Set 1.1, in oai_dc",
        "the schemas oai_dc.xsd and simpledc20021212.xsd",
        dublincore.piece,
        dublincore.whole,
    ),
    Format("feed", "data/feed.atom", "Atom, RFC 4287", "feedparser", feed.piece, feed.whole, _ADDRESS),
    Format(
        "jsonl",
        "data/paragraphs.jsonl",
        "JSON Lines 1.0; a paragraph a line",
        "Python’s json",
        passages.piece,
        passages.whole,
    ),
    Format(
        "jsonld",
        "data/documents.jsonld",
        "schema.org, as the package rocrate 0.16.0 has it; JSON-LD 1.1",
        "extruct; schema.org’s own vocabulary",
        schemaorg.piece,
        schemaorg.whole,
    ),
    Format(
        "linkset",
        signposting.LINKSET,
        "Signposting FAIR profile; RFC 9264",
        "Python’s json",
        signposting.piece,
        signposting.whole,
        _ADDRESS,
    ),
    Format("llms", "llms.txt", "llmstxt.org, September 2024", "markdown-it", outline.piece, outline.whole),
    Format(
        "oai",
        "data/oai.xml",
        "OAI-PMH 2.0, static repository",
        "Sickle and oaipmh-scythe, through oai-repo; OAI-PMH.xsd",
        oai.piece,
        oai.whole,
        ("archive_address", "archive_email"),
    ),
    Format("premis", "data/premis.xml", "PREMIS 3.0", "the schema premis-v3-0.xsd", premis.piece, premis.whole),
    Format("ris", "data/documents.ris", "RIS, specification of 2011", "rispy, citation-js", ris.piece, ris.whole),
    Format("ro-crate", "ro-crate-metadata.json", "RO-Crate 1.1", "roc-validator", crate.piece, crate.whole),
    Format("sitemap", "sitemap.xml", "sitemaps.org 0.9", "lxml", sitemap.piece, sitemap.whole, _ADDRESS),
    Format(
        "sqlite",
        "data/archive.sqlite",
        "SQLite 3, FTS5",
        "Datasette, SQLite’s integrity check",
        sqlite.piece,
        sqlite.whole,
        is_binary=True,
    ),
)
FORMATS = {each.name: each for each in _FORMATS}
# The formats whose piece is a file of its own beside a document's page: what a reference manager takes in.
DOWNLOADS = {"bibtex": "bib", "ris": "ris", "csl-json": "json"}
DOWNLOAD_NAMES = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}


def packed(format_: Format, chunks: Iterable[str | bytes]) -> Iterator[bytes]:
    """Give the bytes of a format's file: what is called .gz is compressed chunk by chunk (RFC 1952, section 2.2)."""
    is_compressed = format_.file.endswith(".gz")
    for chunk in chunks:
        data = chunk.encode() if isinstance(chunk, str) else chunk
        yield gzip.compress(data, compresslevel=3, mtime=0) if is_compressed else data


# The same of the edition itself.
EDITION_DOWNLOADS: Mapping[str, Callable[[Edition], str]] = {
    "data/edition.bib": bibtex.edition_entry,
    "data/edition.ris": lambda edition: "".join(ris.whole(edition, ())),
    "data/edition.json": lambda edition: "".join(csl.whole(edition, ())),
}


def download_path(id: str, ending: str) -> str:
    """Name the file of a document that a reference manager takes in, from the site's root."""
    return f"data/documents/{id}.{ending}"
