"""`archivist link`: an archivist rules on mentions, one key each."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from archivist.checks.rulings import lost_rulings, misfit_rulings
from archivist.cli.options import act_now, act_option, json_option, project_folder
from archivist.cli.printing import counted, describe_fault, print_json
from archivist.cli.questions import ask, shown
from archivist.glossary import load
from archivist.ingest.ruling import new_mentions, open_questions, read_in_place, ruled_record, stale_rulings
from archivist.ingest.sealing import require_sealed, revise
from archivist.recognise import Recogniser
from archivist.store import Archive
from archivist.store.looked import marks, note_looked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from archivist.cli.questions import Answered, Reread
    from archivist.glossary import Glossary
    from archivist.ingest.ruling import Answer
    from archivist.model import Mention
    from archivist.store import Document
    from archivist.store.record import RulingTable

_TERMINAL = Path("/dev/tty")  # from which click reads keys where standard input is a file


@click.command()
@click.argument("document_id", metavar="ID")
@click.option("--all", "every", is_flag=True, help="Ask about every mention that no ruling covers, linked ones too.")
@click.option("--no-input", is_flag=True, help="Ask nothing: list what would be asked.")
@act_option
@json_option
def link(document_id: str, *, every: bool, no_input: bool, by: str, as_json: bool) -> None:
    """Rule on the mentions of a document that are unsure, unmatched, ambiguous or new.

    New is what is found now and was not when the document was last gone through to its end. Each is shown in its
    context and takes one key; ? tells what the keys do. Another entry is looked for by its id, its name, one of its
    forms or a part of these. A ruling is written to the record as soon as it is made, so that nothing is lost where
    work stops; a mention that has its ruling is not asked about again. Rulings that no longer fit, or that
    contradict each other, are listed.
    """
    project = project_folder()
    glossary = load(project / "source" / "glossary")
    document = Archive(project).document(document_id)
    recogniser = Recogniser(glossary)
    mentions = recogniser.mentions(document.text, rulings=document.record.rulings)
    new = new_mentions(project, document, mentions)
    lost = lost_rulings(document, glossary.entries, recogniser.mentions)
    asked = open_questions(document, mentions, lost=lost, new=new, every=every)
    questions = {mention: mention in new for mention in asked}
    _tell_stale(document, stale_rulings(document), lost)
    for fault in misfit_rulings(document, glossary, recogniser):
        click.echo(describe_fault(fault), err=True)
    if no_input or as_json:
        _list(document, questions, glossary, as_json=as_json)
        return
    if questions:
        _require_terminal()
        require_sealed(project, document.id)

    def reread(mention: Mention, reading: str) -> Mention | None:
        return read_in_place(document.text, mention, reading, recogniser)

    written = 0
    later: set[Mention] = set()
    for mention, answer in _ask_all(document, questions, glossary, reread):
        if answer == "quit":
            break
        if answer == "skip":
            later.add(mention)
        else:
            _write(project, document, answer, by=by)
            written += 1
    else:
        seen = (mention for mention in mentions if mention not in new or mention not in later)
        note_looked(project, document.id, marks(document, seen).values())
    left = counted(len(questions) - written, "question")
    click.echo(f"{counted(written, 'ruling')} written, {left} left open" if questions else _nothing(document))


def _tell_stale(document: Document, stale: Sequence[RulingTable], lost: Sequence[RulingTable]) -> None:
    """Name the rulings that no longer fit, and say what mends them."""
    for ruling in stale:
        click.echo(f"stale ruling, its words do not stand in the text exactly once: “{ruling.exact}”", err=True)
    for ruling in lost:
        click.echo(f"stale ruling, the glossary has no entry {ruling.target}: “{ruling.exact}”", err=True)
    again = "; what they were about is asked about again" if lost else ""
    if stale or lost:
        mend = f"correct archive/{document.id}/record.toml, then `archivist seal {document.id} --why …`"
        click.echo(f"to mend stale rulings: {mend}{again}", err=True)


def _write(project: Path, document: Document, answer: Answer, *, by: str) -> None:
    """Add a ruling to the record as it stands now, and seal it; the log, unlike the record, is always published."""
    act = act_now(by)
    record = Archive(project).record_bytes(document.id)
    place = f"{document.id}#c{answer.mention.start}-{answer.mention.end}"
    ruled = ruled_record(record, document, [answer], who=by, when=act.when[:10])
    revise(project, document.id, ruled, f"ruling on a mention: {answer.decision}, {place}", act)


def _nothing(document: Document) -> str:
    return f"{document.id}: nothing to ask about; --all asks about every mention that no ruling covers"


def _list(document: Document, questions: Mapping[Mention, bool], glossary: Glossary, *, as_json: bool) -> None:
    for mention, new in questions.items():
        if as_json:
            print_json({"document": document.id, **_facts(document, mention), "new": new})
        else:
            click.echo(shown(document, mention, glossary, new=new))
    if not questions:
        click.echo(_nothing(document), err=True)


def _facts(document: Document, mention: Mention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": document.text[mention.start : mention.end],
        "kind": mention.kind,
        "target": mention.target,
        "state": mention.state,
        "candidates": list(mention.candidates),
    }


def _ask_all(
    document: Document, questions: Mapping[Mention, bool], glossary: Glossary, reread: Reread
) -> Iterator[tuple[Mention, Answered]]:
    """Ask about one after the other."""
    for number, (mention, new) in enumerate(questions.items(), 1):
        count = click.style(f"{number} of {len(questions)}", bold=True)
        click.echo(f"\n{count}  {shown(document, mention, glossary, new=new)}\n")
        yield mention, ask(mention, glossary, reread)


def _require_terminal() -> None:
    """Refuse before the first question where no key can be pressed."""
    try:
        if not sys.stdin.isatty():
            _TERMINAL.open("rb").close()
    except OSError as error:
        raise click.UsageError("questions need a terminal; --no-input lists them") from error
