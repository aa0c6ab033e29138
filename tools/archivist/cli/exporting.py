"""Export: records, mentions and notes in the forms that other tools read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archivist.cli.options import json_option, project_folder
from archivist.export.annotations import annotation_page
from archivist.export.bibtex import bibtex
from archivist.glossary import load
from archivist.recognise import Recogniser
from archivist.store import Archive
from archivist.store.settings import setting
from archivist.text import locate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from archivist.model import Quote, Span
    from archivist.store import Document


@click.command()
@click.argument("format_", metavar="FORMAT", type=click.Choice(["annotations", "bibtex"]))
@click.argument("ids", metavar="[ID…]", nargs=-1)
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="Folder to write into; else printed.")
@json_option
def export(format_: str, ids: tuple[str, ...], output: Path | None, *, as_json: bool) -> None:
    """Export documents: the ones named, or all.

    annotations: W3C Web Annotations of mentions, notes and rulings, a JSON-LD object a document. bibtex: a
    bibliography. With --json, bibtex too comes as JSON: {"file", "text"}.
    """
    project = project_folder()
    archive = Archive(project)
    archive.require(ids)
    files = _EXPORTERS[format_](project, (archive.document(id) for id in ids or archive.ids()))
    for name, text in files:
        if output is not None:
            output.mkdir(parents=True, exist_ok=True)
            (output / name).write_text(text, encoding="utf-8", newline="\n")
        elif as_json and format_ == "bibtex":
            click.echo(json.dumps({"file": name, "text": text}, ensure_ascii=False))
        else:
            click.echo(text, nl=False)


def _annotations(project: Path, documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    glossary = load(project / "source" / "glossary")
    recogniser = Recogniser(glossary)
    code = setting(project, "archive_code")
    for document in documents:
        mentions = recogniser.mentions(document.text, rulings=document.record.rulings)
        page = annotation_page(document, mentions, _places(document), entries=glossary.entries, code=code)
        yield f"{document.id}.jsonld", json.dumps(page, ensure_ascii=False) + "\n"


def _places(document: Document) -> dict[Quote, Span]:
    quotes = [one.quote for one in (*document.record.note, *document.record.ruling)]
    return {quote: span for quote in quotes if (span := locate(document.text, quote))}


def _bibtex(_project: Path, documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    yield "sources.bib", bibtex({document.id: document.record for document in documents})


_EXPORTERS: dict[str, Callable[[Path, Iterable[Document]], Iterator[tuple[str, str]]]] = {
    "annotations": _annotations,
    "bibtex": _bibtex,
}
