"""`archivist link`: an archivist rules on mentions, one key each."""

from __future__ import annotations

import difflib
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from archivist.checks.rulings import lost_rulings
from archivist.cli.options import act_now, act_option, json_option, project_folder
from archivist.cli.printing import counted, print_json
from archivist.glossary import load
from archivist.ingest.ruling import Answer, new_mentions, open_questions, ruled_record, stale_rulings
from archivist.ingest.sealing import revise
from archivist.recognise import Recogniser
from archivist.store import Archive
from archivist.store.looked import marks, note_looked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from archivist.glossary import Glossary
    from archivist.model import Decision, Kind, Mention
    from archivist.store import Document

_Answered = Answer | Literal["skip", "quit"]

_KEYS: dict[str, Decision] = {"y": "yes", "n": "no", "o": "other", "a": "ambiguous", "s": "sic"}
_SKIP = ("k", " ", "\r", "\n")
_PROMPT = "[y]es  [n]o  [o]ther  [a]mbiguous  [s]ic  s[k]ip  [q]uit"
_TERMINAL = Path("/dev/tty")  # from which click reads keys where standard input is a file
_REACH = 160  # code points of context either side
_OFFERED = 3  # entries, where the one named is not there


@click.command()
@click.argument("document_id", metavar="ID")
@click.option("--all", "every", is_flag=True, help="Ask about every mention that no ruling covers, linked ones too.")
@click.option("--no-input", is_flag=True, help="Ask nothing: list what would be asked.")
@act_option
@json_option
def link(document_id: str, *, every: bool, no_input: bool, by: str, as_json: bool) -> None:
    """Rule on the mentions of a document that are unsure, unmatched, ambiguous or new.

    New is what is found now and was not when the document was last gone through to its end. Each is shown in its
    context and takes one key. A ruling is written to the record as soon as it is made, so that nothing is lost where
    work stops; a mention that has its ruling is not asked about again. Rulings that no longer fit are listed.
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
    for ruling in stale_rulings(document):
        click.echo(f"stale ruling, its words do not stand in the text exactly once: “{ruling.exact}”", err=True)
    for ruling in lost:
        click.echo(f"stale ruling, the glossary has no entry {ruling.target}: “{ruling.exact}”", err=True)
    if no_input or as_json:
        _list(document, questions, as_json=as_json)
        return
    if questions:
        _require_terminal()
    written = 0
    for answer in _ask_all(document, questions, glossary):
        if answer == "quit":
            break
        if answer != "skip":
            _write(project, document, answer, by=by)
            written += 1
    else:
        note_looked(project, document.id, marks(document, mentions).values())
    left = counted(len(questions) - written, "question")
    click.echo(f"{counted(written, 'ruling')} written, {left} left open")


def _write(project: Path, document: Document, answer: Answer, *, by: str) -> None:
    """Add a ruling to the record as it stands now, and seal it; the log, unlike the record, is always published."""
    act = act_now(by)
    record = Archive(project).record_bytes(document.id)
    place = f"{document.id}#c{answer.mention.start}-{answer.mention.end}"
    ruled = ruled_record(record, document, [answer], who=by, when=act.when[:10])
    revise(project, document.id, ruled, f"ruling on a mention: {answer.decision}, {place}", act)


def _list(document: Document, questions: Mapping[Mention, bool], *, as_json: bool) -> None:
    for mention, new in questions.items():
        if as_json:
            print_json({"document": document.id, **_facts(document, mention), "new": new})
        else:
            click.echo(_shown(document, mention, new=new))
    if not questions:
        click.echo(f"{document.id}: nothing to ask about", err=True)


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


def _ask_all(document: Document, questions: Mapping[Mention, bool], glossary: Glossary) -> Iterator[_Answered]:
    """Ask one after the other."""
    for number, (mention, new) in enumerate(questions.items(), 1):
        count = click.style(f"{number} of {len(questions)}", bold=True)
        click.echo(f"\n{count}  {_shown(document, mention, new=new)}")
        yield _asked(mention, glossary)


def _asked(mention: Mention, glossary: Glossary) -> _Answered:
    """Ask about a mention until there is an answer, and say which it was."""
    while True:
        key = _key()
        if key == "q":
            return "quit"
        if key in _SKIP:
            click.echo("skipped")
            return "skip"
        answer = _answer(mention, _KEYS[key], glossary)
        if answer:
            click.echo(": ".join(filter(None, (answer.decision, answer.target or answer.reading))))
            return answer


def _require_terminal() -> None:
    """Refuse before the first question where no key can be pressed."""
    try:
        if not sys.stdin.isatty():
            _TERMINAL.open("rb").close()
    except OSError as error:
        raise click.UsageError("questions need a terminal; --no-input lists them") from error


def _key() -> str:
    """Wait for a key that means something."""
    click.echo(_PROMPT)
    while True:
        try:
            key = click.getchar().lower()
        except (EOFError, KeyboardInterrupt):
            return "q"
        if key in ("", "q"):  # nothing more will come, or enough
            return "q"
        if key in _KEYS or key in _SKIP:
            return key


def _answer(mention: Mention, decision: Decision, glossary: Glossary) -> Answer | None:
    """Ask for what a decision needs; None where the archivist goes back."""
    if decision == "other":
        target = _entry(glossary, mention.kind)
        return Answer(mention, decision, target=target, kind=glossary.entries[target].kind) if target else None
    if decision == "sic":
        reading = _line("should read")
        return Answer(mention, decision, reading=reading) if reading else None
    return Answer(mention, decision)


def _entry(glossary: Glossary, kind: Kind) -> str:
    """Ask for an entry's id, and offer the nearest ones where there is none of that name; empty to go back.

    Those of the mention's kind are offered first, and one of another.
    """
    alike = [entry.id for entry in glossary.of_kind(kind)]
    others = sorted(set(glossary.entries).difference(alike))
    while (name := _line("id of the entry meant")) and name not in glossary.entries:
        near = _nearest(name, alike, _OFFERED - 1)
        near += _nearest(name, others, _OFFERED - len(near))
        near += _nearest(name, alike, _OFFERED)[len(near) :]
        click.echo(f"the glossary has no entry {name}; nearest: {', '.join(near)}")
    return name


def _nearest(name: str, ids: Sequence[str], most: int) -> list[str]:
    by_key = {id.casefold(): id for id in sorted(ids)}
    return [by_key[key] for key in difflib.get_close_matches(name.casefold(), by_key, n=most, cutoff=0)]


def _line(question: str) -> str:
    line: str = click.prompt(f"{question} (nothing: back)", default="", show_default=False)
    return line.strip()


def _shown(document: Document, mention: Mention, *, new: bool) -> str:
    """Show a mention in its context, line ends as blanks: this is for reading, not for quoting."""
    text = document.text
    before = text[max(0, mention.start - _REACH) : mention.start].lstrip()
    after = text[mention.end : mention.end + _REACH].rstrip()
    words = click.style(text[mention.start : mention.end], bold=True, fg="cyan")
    context = textwrap.fill(f"… {before}{words}{after} …", 90, initial_indent="    ", subsequent_indent="    ")
    choices = f", between {', '.join(mention.candidates)}" if mention.candidates else ""
    return f"{mention.kind} {mention.target}: {mention.state}{', new' if new else ''}{choices}\n{context}"
