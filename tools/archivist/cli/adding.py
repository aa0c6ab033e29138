"""`archivist add` and `archivist seal`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import click

from archivist.checks.glossary import ruling_faults
from archivist.checks.holdings import Holdings
from archivist.cli.options import act_now, act_option, json_option, not_blank, project_folder
from archivist.cli.printing import describe_fault, print_json
from archivist.errors import ArchivistError
from archivist.ingest.adding import Wish
from archivist.ingest.adding import add as add_documents
from archivist.ingest.batch import read_batch
from archivist.ingest.fields import expected_instead, is_field, merged, missing, nested
from archivist.ingest.receiving import receive, received
from archivist.ingest.sealing import seal as seal_document
from archivist.store import Archive
from archivist.store.identifiers import malformed_id
from archivist.store.record import DocumentType, Record
from archivist.store.recordfile import parse_toml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from archivist.ingest.receiving import Received
    from archivist.model import Fault

_STDIN = "-"
# Option and field of the record; options that may be given several times end in a plus sign.
_FIELDS = {
    "title": "Title.",
    "creator+": "Person or body that wrote it.",
    "date": "Date of the document, EDTF: 2018-11-15, 2015-11, 2016~, unknown.",
    "source": "Where it comes from, in words.",
    "language": "Language, BCP 47: en, vi, zh-Hant.",
    "type": "Kind of document: " + ", ".join(get_args(DocumentType)) + ".",
    "publisher+": "Body that published it.",
    "description": "What it is about, in a sentence.",
    "place+": "Place that it is about.",
    "coverage": "Time that it is about.",
    "identifier+": "Identifier it has elsewhere.",
    "layout": "What a paragraph is: lines (default) or blocks.",
    "access": "open (default), metadata-only, or embargoed until DATE.",
    "charset": "Character encoding of the file; default utf-8.",
    "media-type": "Media type of the file; default text/plain.",
    "url": "Address from which it was taken.",
    "captured": "Date on which it was taken from there, EDTF.",
    "rights": "Address of a statement of RightsStatements.org or Creative Commons.",
    "rights-holder": "Who holds the rights.",
}
_NAMES = {  # where an option's name is not the field's
    "place": "places",
    "identifier": "identifiers",
    "media-type": "media_type",
    "url": "capture.url",
    "captured": "capture.when",
    "rights": "rights.uri",
    "rights-holder": "rights.holder",
}


class _Description(NamedTuple):
    """What the options and the record prepared by hand say of every source."""

    table: Mapping[str, Any]
    places: Mapping[str, str]  # by key: the record's file, where the key is not an option's


def _field_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for name, line in reversed(_FIELDS.items()):
        option = name.rstrip("+")
        parameter, several = "field_" + option.replace("-", "_"), name.endswith("+")
        command = click.option(f"--{option}", parameter, multiple=several, metavar="TEXT", help=line)(command)
    return command


@click.command("add")
@click.argument("sources", nargs=-1, metavar="SOURCE…")
@click.option("--batch", type=click.Path(path_type=Path), metavar="TABLE.csv", help="Add the files that a table lists.")
@click.option("--record", type=click.Path(path_type=Path), metavar="FILE.toml", help="A record prepared by hand.")
@click.option("--id", "document_id", help="The document's id; default <year>-<words of the title>.")
@_field_options
@click.option(
    "--set", "further", multiple=True, metavar="FIELD=VALUE", help="Any other field, such as evidence.date.basis."
)
@click.option("--duplicate", is_flag=True, help="Add bytes that a document holds already, and record the relation.")
@click.option("--no-input", is_flag=True, help="Never ask for what is missing.")
@act_option
@json_option
def add(
    sources: tuple[str, ...],
    batch: Path | None,
    record: Path | None,
    *,
    document_id: str | None,
    further: tuple[str, ...],
    duplicate: bool,
    no_input: bool,
    by: str,
    as_json: bool,
    **options: Any,  # noqa: ANN401 - the options made of _FIELDS
) -> None:
    """Add text files to the archive; - stands for standard input.

    All of them are added, or none. What is required and not given is asked for in a terminal:
    title, creator, date, source, language, type. What is not known is "unknown".

    A table (--batch) has the columns file, id and any field of the record by its dotted name,
    such as rights.holder; several creators are separated by a semicolon and a space.
    """
    _require_sense(sources, batch, record, document_id)
    project = project_folder()
    common = _description(options, further, record)
    if batch:
        wishes: Sequence[Wish] = read_batch(batch, common.table)
    else:
        ask = not no_input and _is_terminal() and _STDIN not in sources
        wishes = _wishes(sources, common, document_id or "", ask=ask)
    ids = add_documents(project, wishes, act_now(by), duplicate=duplicate)
    _report_added(ids, as_json=as_json)


@click.command("seal")
@click.argument("document_id", metavar="ID")
@click.option("--why", required=True, callback=not_blank, help="Why the record was edited, for the log.")
@act_option
@json_option
def seal(document_id: str, why: str, *, by: str, as_json: bool) -> None:
    """Seal a record that was edited by hand: log who and why, and compute the digests anew.

    Rulings that contradict each other, or do not fit the glossary, are told on standard error.
    """
    project = project_folder()
    sealed = seal_document(project, document_id, why, act_now(by))
    document = Archive(project).document(document_id)
    for fault in ruling_faults(Holdings(project, (document_id,), {document_id: document})):
        click.echo(describe_fault(fault), err=True)
    if as_json:
        print_json({"id": document_id, "sealed": sealed})
    else:
        click.echo(f"{document_id} is sealed" if sealed else f"{document_id}: nothing has changed since it was sealed")


def _is_terminal() -> bool:
    return sys.stdin.isatty()


def _require_sense(sources: Sequence[str], batch: Path | None, record: Path | None, document_id: str | None) -> None:
    if bool(sources) == bool(batch):
        raise click.UsageError("name files to add, or a table with --batch")
    if (document_id is not None or record) and len(sources) != 1:
        raise click.UsageError("--id and --record are for a single file")
    if document_id is not None and (fault := malformed_id(document_id)):
        raise ArchivistError(replace(fault, where="--id"))


def _description(options: Mapping[str, Any], further: Sequence[str], record: Path | None) -> _Description:
    """Lay the options over the record prepared by hand, if there is one."""
    said = _said(options, further)
    if record is None:
        return _Description(said, {})
    prepared = parse_toml(receive(record).data, str(record))
    keys = {"", *Record.model_fields, *prepared} - said.keys()
    return _Description(merged(prepared, said), dict.fromkeys(keys, str(record)))


def _said(options: Mapping[str, Any], further: Sequence[str]) -> dict[str, Any]:
    """Make a record's table of the options."""
    values = {name.removeprefix("field_").replace("_", "-"): value for name, value in options.items() if value}
    table = nested(dict(map(_further, further)), "--set")
    for name, value in values.items():
        field = _NAMES.get(name, name)
        table = merged(table, {field: list(value)} if isinstance(value, tuple) else nested({field: value}, f"--{name}"))
    return table


def _further(pair: str) -> tuple[str, str]:
    name, equals, value = pair.partition("=")
    if not equals or not is_field(name):
        raise click.BadParameter(f"expected FIELD=VALUE with a field of the record: {pair!r}", param_hint="--set")
    return name, value


def _wishes(sources: Sequence[str], common: _Description, document_id: str, *, ask: bool) -> list[Wish]:
    """Read the sources, and ask for what is missing of each; a fault of any source comes before questions."""
    files: list[tuple[str, Received]] = []
    faults: list[Fault] = []
    for source in sources:
        try:
            files.append((source, _received(source)))
        except ArchivistError as error:
            faults += error.faults
    if faults:
        raise ArchivistError(*faults)
    return [
        Wish(
            file,
            _completed(common.table, source) if ask else common.table,
            _where(source),
            document_id,
            common.places,
        )
        for source, file in files
    ]


def _received(source: str) -> Received:
    if source == _STDIN:
        return received("standard-input.txt", sys.stdin.buffer.read(), where=_where(source))
    return receive(source)


def _where(source: str) -> str:
    return "standard input" if source == _STDIN else source


def _completed(table: Mapping[str, Any], source: str) -> dict[str, Any]:
    """Ask for the required values that a table lacks."""
    names = missing(table)
    if names:
        click.echo(f'{source}: what is not known is "unknown"', err=True)
    answers = {name: _asked(name) for name in names}
    return merged(table, nested(answers, source))


def _asked(name: str) -> str:
    hint = _FIELDS[name if name in _FIELDS else f"{name}+"].rstrip(".")
    label = f"{name} ({hint})"

    def understood(answer: str) -> str:
        if expected := expected_instead(name, answer.strip()):
            raise click.BadParameter(f"expected {expected}")
        return answer.strip()

    answer: str = click.prompt(label, value_proc=understood, err=True)
    return answer


def _report_added(ids: Sequence[str], *, as_json: bool) -> None:
    for id in ids:
        if as_json:
            print_json({"id": id, "added": True})
        else:
            click.echo(f"added {id}")
