"""`archivist list` and `archivist show`."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING, Any

import click

from archivist.cli.options import json_option, project_folder
from archivist.cli.printing import counted, describe_fault, print_json
from archivist.dates import printed_date, printed_if_date
from archivist.errors import ArchivistError
from archivist.export.wording import one_line
from archivist.store import Archive

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archivist.model import Fault
    from archivist.store import Document, Record


@click.command("list")
@json_option
def list_documents(*, as_json: bool) -> None:
    """List the documents: id, date, type and title."""
    archive = Archive(project_folder())
    records, faults = _records(archive)
    if as_json:
        for id, record in records.items():
            print_json({"id": id, **_summary(record)})
    else:
        for line in _aligned([(id, each.date, each.type, one_line(each.title)) for id, each in records.items()]):
            click.echo(_shortened(line))
    for fault in faults:
        click.echo(describe_fault(fault), err=True)
    if faults:
        click.get_current_context().exit(1)


@click.command("show")
@click.argument("document_id", metavar="ID")
@click.option("--text", "only_text", is_flag=True, help="Print the reading text and nothing else.")
@json_option
def show(document_id: str, *, only_text: bool, as_json: bool) -> None:
    """Show a document's record, its parts, notes and events.

    One whose text is not as it was sealed is shown all the same, with a message and exit status 2.
    """
    archive = Archive(project_folder())
    document = archive.document(document_id)
    if as_json:
        print_json(_whole(document, archive.events(document_id)))
    elif only_text:
        click.echo(document.text.encode(), nl=False)
    else:
        click.echo("\n".join(_card(document, archive.events(document_id))))
    archive.require_sealed([document])


def _records(archive: Archive) -> tuple[dict[str, Record], list[Fault]]:
    records: dict[str, Record] = {}
    faults: list[Fault] = []
    for id in archive.ids():
        try:
            records[id] = archive.record(id)
        except ArchivistError as error:
            faults += error.faults
    return records, faults


def _summary(record: Record) -> dict[str, Any]:
    return record.model_dump(mode="json", include={"title", "creator", "date", "source", "language", "type"})


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(f"{value:<{width}}" for value, width in zip(row, widths, strict=True)).rstrip()


def _shortened(line: str) -> str:
    width = shutil.get_terminal_size((120, 24)).columns
    return line if len(line) <= width else f"{line[: width - 1]}…"


def _whole(document: Document, events: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    return {
        "id": document.id,
        **document.record.model_dump(mode="json"),
        "record_sealed": document.record_sealed,
        "accessioned": document.accessioned,
        "original_sha256": document.original_sha256,
        "text_sha256": document.text_sha256,
        "code_points": len(document.text),
        "paragraphs": len(document.paragraphs),
        "events": [*events],
    }


def _card(document: Document, events: tuple[dict[str, Any], ...]) -> Iterator[str]:
    record = document.record
    yield from _wrapped("", click.style(record.title, bold=True))
    yield ""
    for name, value in _rows(document):
        if value:
            yield from _wrapped(name, value)
    yield from _section(
        "parts", [f"¶ {part.first}  {printed_date(part.date)}  {one_line(part.title)}" for part in record.part]
    )
    yield from _section("relations", [f"{each.kind} {each.target}" for each in record.relations])
    yield from _section("notes", [f"{note.kind}: “{_clipped(note.exact)}” {note.reading}" for note in record.note])
    yield from _section("rulings", [f"{each.decision}: “{_clipped(each.exact)}”" for each in record.ruling])
    yield from _section("events", [_event(event) for event in events])


def _rows(document: Document) -> Iterator[tuple[str, str]]:
    record = document.record
    yield "id", document.id
    for name, value in (
        ("creator", "; ".join(record.creator)),
        ("publisher", "; ".join(record.publisher)),
        ("date", printed_date(record.date)),
        ("type", record.type),
        ("language", record.language),
        ("source", record.source),
        ("description", record.description),
        ("places", "; ".join(record.places)),
        ("coverage", printed_if_date(record.coverage)),
        ("identifiers", "; ".join(record.identifiers)),
    ):
        evidence = record.evidence.get(name)
        yield name, f"{value} ({evidence.certainty}: {evidence.basis})" if evidence else value
    yield "captured", " ".join(filter(None, (record.capture.url, printed_date(record.capture.when))))
    yield "rights", f"{record.rights.uri}; holder: {record.rights.holder}"
    yield "access", record.access
    yield "original", f"{record.original.name} ({record.original.media_type}, {record.original.charset})"
    yield "sha256", document.original_sha256
    size = f"{counted(len(document.text), 'character')} in {counted(len(document.paragraphs), 'paragraph')}"
    yield "text", f"{size} ({record.layout})"
    yield "added", document.accessioned
    yield "sealed", "" if document.record_sealed else f"no, the record was edited since: `archivist seal {document.id}`"


def _wrapped(name: str, value: str) -> list[str]:
    label = f"{name:<12}" if name else ""
    width = max(shutil.get_terminal_size((100, 24)).columns - 1, 40)
    lines = textwrap.wrap(value, width - len(label), break_long_words=False, break_on_hyphens=False) or [""]
    return [click.style(label, fg="cyan") + lines[0], *(" " * len(label) + line for line in lines[1:])]


def _section(name: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield click.style(f"{name} ({len(lines)})", fg="cyan")
        yield from (f"  {_shortened(line)}" for line in lines)


def _clipped(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 50 else f"{line[:49]}…"


def _event(event: dict[str, Any]) -> str:
    agent = (event.get("linkingAgentIdentifier") or ["?"])[0]
    return f"{event.get('eventDateTime')}  {event.get('eventType')}, {agent}: {event.get('eventDetail')}"
