"""`archivist cite`: a document, a part, a passage or the edition, in a style or as data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from archivist.citing import STYLES, cite_all
from archivist.citing.citation import plain
from archivist.citing.works import edition_work, passage_item, passage_work
from archivist.cli.options import json_option, project_folder
from archivist.cli.printing import print_json
from archivist.export import bibtex, ris
from archivist.export.csl import csl_item, edition_item
from archivist.export.imprint import edition_of, imprint_of
from archivist.export.item import Item
from archivist.passages import print_passage, resolve
from archivist.passages.identifier import page_fragment
from archivist.passages.misreading import read_passage
from archivist.store import Archive

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FORMATS = ("text", "html", "bibtex", "ris", "csl-json")


@dataclass(frozen=True, slots=True)
class _Cited:
    """What is cited, ready to be written in any format."""

    work: dict[str, Any]  # CSL-JSON as styles need it
    item: dict[str, Any]  # CSL-JSON as the archive exports it
    locator: str  # paragraphs; empty where there is none
    bibtex: str
    ris: str
    identifier: str
    address: str  # of the page on the site; from the site's root where the site has no address


@click.command()
@click.argument("passage", required=False)
@click.option("--edition", is_flag=True, help="Cite the archive itself, in its present state.")
@click.option("--style", default="apa", show_default=True, type=click.Choice(list(STYLES)), help="Citation style.")
@click.option(
    "--format", "format_", default="text", show_default=True, type=click.Choice(_FORMATS), help="How to print."
)
@json_option
def cite(passage: str | None, *, edition: bool, style: str, format_: str, as_json: bool) -> None:
    """Cite a document, a part of one, a passage, or the edition.

    A passage within a part is cited as of that part; the paragraphs of a whole part cite the part.
    """
    if edition == (passage is not None):
        raise click.UsageError("name a passage, or give --edition" + (": one of the two" if edition else ""))
    project = project_folder()
    cited = _edition(project) if passage is None else _passage(project, passage)
    if as_json:
        print_json(_whole(cited, style))
    else:
        click.echo("\n".join(_lines(cited, style, format_)))


def _passage(project: Path, written: str) -> _Cited:
    archive, imprint = Archive(project), imprint_of(project)
    read = read_passage(archive, written)
    found = resolve(archive, read.passage, code=imprint.code)
    if read.remark:
        click.echo(read.remark, err=True)
    id = found.document.id
    item = Item(imprint, found.document, False, (), {}, archive.events(id), f"documents/{id}.html", "")
    work, locator = passage_work(item, found)
    piece = passage_item(item, found)
    page = f"{item.page}{page_fragment(found.passage)}"
    address = imprint.at(page) or page
    return _Cited(
        work, csl_item(piece), locator, bibtex.piece(piece), ris.piece(piece), print_passage(found.passage), address
    )


def _edition(project: Path) -> _Cited:
    imprint = imprint_of(project)
    edition = edition_of(project, imprint)
    return _Cited(
        work=edition_work(edition),
        item=edition_item(edition),
        locator="",
        bibtex=bibtex.edition_entry(edition),
        ris="".join(ris.whole(edition, ())),
        identifier=f"SHA-256 of archive-manifest.txt: {edition.digest}",
        address=imprint.address or "index.html",
    )


def _lines(cited: _Cited, style: str, format_: str) -> Iterator[str]:
    if format_ == "bibtex":
        yield cited.bibtex.rstrip("\n")
    elif format_ == "ris":
        yield cited.ris.rstrip("\r\n")
    elif format_ == "csl-json":
        yield json.dumps([cited.item], ensure_ascii=False, indent=2)
    else:
        yield from _formatted(cited, style, is_html=format_ == "html")


def _formatted(cited: _Cited, style: str, *, is_html: bool) -> Iterator[str]:
    """Give the entry of a list of references, and the citation that stands in a text, where the style has one."""
    citation = cite_all([cited.work], [STYLES[style]])[style][0]
    within = citation.cited(cited.locator)
    for html in filter(None, (citation.entry, within)):
        yield f"<p>{html}</p>" if is_html else plain(html)


def _whole(cited: _Cited, style: str) -> dict[str, Any]:
    citation = cite_all([cited.work], [STYLES[style]])[style][0]
    return {
        "identifier": cited.identifier,
        "address": cited.address,
        "style": style,
        "entry": plain(citation.entry),
        "entry_html": citation.entry,
        "cited": plain(citation.cited(cited.locator)),
        "cited_html": citation.cited(cited.locator),
        "csl_json": cited.item,
        "bibtex": cited.bibtex,
        "ris": cited.ris,
    }
