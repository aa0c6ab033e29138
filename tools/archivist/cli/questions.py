"""What an archivist is asked about a mention, in a terminal: one key, and for some keys a line."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import click

from archivist.ingest.naming import entries_named, nearest_entries
from archivist.ingest.ruling import Answer
from archivist.model import Mention
from archivist.text import paragraph_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.glossary import Glossary
    from archivist.model import Decision, Entry
    from archivist.store import Document

Answered = Answer | Literal["skip", "quit"]
Reread = Callable[[Mention, str], Mention | None]

_KEYS: dict[str, Decision] = {"y": "yes", "n": "no", "o": "other", "a": "ambiguous", "s": "sic"}
_SKIP = ("k", " ", "\r", "\n")
_PROMPT = "[y]es  [n]o  [o]ther  [a]mbiguous  [s]ic  s[k]ip  [q]uit  [?]"
_HELP = """\
  y  yes: it is what it is read as; of an ambiguous one, say which
  n  no: nothing is mentioned here
  o  other: another entry is meant; look for it by id, name, form or a part of these
  a  ambiguous: nobody can tell which one is meant
  s  sic: the source has a slip; say what it should read
  k  skip, as do the space bar and Enter: ask again next time
  q  quit, as does Ctrl-C: what was ruled is kept"""
# Marks around a mention's words; a source's own control characters, which could steer the terminal, are shown as ·.
_OPEN, _CLOSE = "\x02", "\x03"
_CONTROLS = {code: "·" for code in (*range(0x20), *range(0x7F, 0xA0)) if not chr(code).isspace()}
_REACH = 160  # code points of context either side
_MARGIN = "    "
_LISTED = 9  # entries, of those that were looked for
_OFFERED = 3  # entries, where none has the words looked for


def ask(mention: Mention, glossary: Glossary, reread: Reread) -> Answered:
    """Ask about a mention until there is an answer, and say which it was; Ctrl-C and Ctrl-D leave.

    `reread` tells what a mention is read as once its place says something else.
    """
    try:
        while True:
            key = _key()
            if key in _SKIP:
                click.echo("skipped")
                return "skip"
            if key == "q":
                return "quit"
            if answer := _answer(mention, _KEYS[key], glossary, reread):
                click.echo(": ".join(filter(None, (answer.decision, answer.reading, answer.target))))
                return answer
    except (EOFError, KeyboardInterrupt, click.Abort):
        click.echo()
        return "quit"


def shown(document: Document, mention: Mention, glossary: Glossary, *, new: bool) -> str:
    """Show a mention, what it is read as, and its context, line ends as blanks: for reading, not for quoting."""
    place = paragraph_at(mention.start, document.paragraphs)
    target = "" if mention.candidates else f" {mention.target}"
    head = f"¶ {place}  {mention.kind}{target}: {mention.state}{', new' if new else ''}"
    ids = (mention.entry,) if mention.entry else mention.candidates
    read_as = [f"{_MARGIN}{'=' if mention.entry else 'or'} {_named(glossary.entries[id])}" for id in ids]
    return "\n".join([head, *map(_cut, read_as), _context(document.text, mention)])


def _context(text: str, mention: Mention) -> str:
    """Fill lines with the words around a mention; its own, in ⟦ ⟧, are coloured after that: a colour has no width."""
    before = text[max(0, mention.start - _REACH) : mention.start].translate(_CONTROLS).lstrip()
    after = text[mention.end : mention.end + _REACH].translate(_CONTROLS).rstrip()
    words = text[mention.start : mention.end].translate(_CONTROLS)
    context = " ".join(f"… {before}{_OPEN}{words}{_CLOSE}{after} …".split())
    lines = textwrap.wrap(context, _width(), initial_indent=_MARGIN, subsequent_indent=_MARGIN)
    head, words, tail = re.split(f"[{_OPEN}{_CLOSE}]", "\n".join(lines))
    return f"{head}{click.style(f'⟦{words}⟧', bold=True, fg='cyan')}{tail}"


def _width() -> int:
    return max(40, shutil.get_terminal_size((80, 24)).columns - 1)


def _key() -> str:
    """Wait for a key that means something, and say of any other what does."""
    click.echo(_PROMPT)
    while True:
        key = click.getchar().lower() or "q"  # nothing: nothing more will come
        if key in _KEYS or key in _SKIP or key == "q":
            return key
        click.echo(_HELP)


def _answer(mention: Mention, decision: Decision, glossary: Glossary, reread: Reread) -> Answer | None:
    """Ask for what a decision needs; None where the archivist goes back."""
    if decision == "other" or (decision == "yes" and mention.candidates):
        between = [glossary.entries[id] for id in mention.candidates]
        entry = _entry(mention, glossary, between)
        return Answer(mention, decision, target=entry.id, kind=entry.kind) if entry else None
    if decision == "sic":
        return _slip(mention, glossary, reread)
    return Answer(mention, decision)


def _slip(mention: Mention, glossary: Glossary, reread: Reread) -> Answer | None:
    """Ask what a slip should read; and which entry is meant, where what it should read does not say so."""
    reading = _line("should read")
    if not reading:
        return None
    meant = reread(mention, reading)
    if meant and not meant.candidates:
        return Answer(mention, "sic", meant.target, meant.kind, reading)
    click.echo("which entry is meant?")
    entry = _entry(mention, glossary, [glossary.entries[id] for id in meant.candidates] if meant else [])
    return Answer(mention, "sic", entry.id, entry.kind, reading) if entry else None


def _entry(mention: Mention, glossary: Glossary, listed: Sequence[Entry]) -> Entry | None:
    """Look for an entry by its words until one is picked, by id or by its number in the list; None to go back."""
    _list(listed)
    while words := _line("number, id, name or part of it" if listed else "id, name or part of it"):
        if words in glossary.entries:
            return glossary.entries[words]
        if words in map(str, range(1, len(listed[:_LISTED]) + 1)):
            return listed[int(words) - 1]
        listed = entries_named(glossary, words, mention.kind)
        if not listed:
            listed = nearest_entries(glossary, words, mention.kind, most=_OFFERED)
            like = "; like it:" if listed else ": `source/glossary/` holds all entries"
            click.echo(f"no entry has “{words}” in its id, name or forms{like}")
        _list(listed)
    return None


def _list(entries: Sequence[Entry]) -> None:
    for number, entry in enumerate(entries[:_LISTED], 1):
        click.echo(_cut(f"  {number}  {_named(entry)}"))
    if len(entries) > _LISTED:
        click.echo(f"     and {len(entries) - _LISTED} more: say more words")


def _named(entry: Entry) -> str:
    """Say which entry it is: its name, what an acronym's letters stand for, and the id."""
    expansion = f" ({entry.expansion})" if entry.expansion else ""
    return f"{entry.name}{expansion}  [{entry.id}]"


def _cut(line: str) -> str:
    return line if len(line) <= _width() else f"{line[: _width() - 1]}…"


def _line(question: str) -> str:
    line: str = click.prompt(f"{question} (nothing: back)", default="", show_default=False)
    return line.strip()
