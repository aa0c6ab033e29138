"""`archivist mentions`: what the recogniser sees."""

from __future__ import annotations

import sys
from pathlib import Path
from stat import S_ISFIFO, S_ISREG
from typing import TYPE_CHECKING, NamedTuple

import click

from archivist.cli.options import find_project, json_option, project_folder, project_if_any
from archivist.cli.printing import counted, print_json
from archivist.errors import ArchivistError
from archivist.glossary import load
from archivist.gold import to_gold
from archivist.model import Fault
from archivist.recognise import Recogniser
from archivist.store import Archive
from archivist.text import decode, undecodable

if TYPE_CHECKING:
    from archivist.model import Mention, Ruling

_STDIN = "-"
_NULLS = 10  # a text has not as many as one null character in so many
_EXCERPT = 60  # code points of a mention that a line of the table shows


@click.command()
@click.argument("sources", metavar="ID-OR-FILE…", nargs=-1, required=True)
@click.option(
    "--glossary",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder of glossary files; else the project's, or that of the archive which archivist is installed from.",
)
@json_option
def mentions(sources: tuple[str, ...], *, glossary: Path | None, as_json: bool) -> None:
    """Show what the recogniser sees in documents of the archive, or in any text files (UTF-8), wherever they lie.

    - stands for standard input. What cannot be read is named on standard error, the others are shown, and the exit
    status is 2.

    With --json, one object a document: {"doc", "sha256", "mentions": [{"start", "end", "text", "kind", "target", …}],
    "source"}; offsets are code points. Without it, a line a mention.
    """
    project = project_folder() if project_if_any() else None
    recogniser = Recogniser(load(glossary or _glossary_of(project)))
    faults: list[Fault] = []
    for source in dict.fromkeys(sources):
        try:
            read = _read(project, source)
        except ArchivistError as error:
            faults += error.faults
            continue
        found = recogniser.mentions(read.text, rulings=read.rulings)
        if as_json:
            print_json({**to_gold(read.name, read.text, found), "source": read.source})
        else:
            _print_table(read.source, read.text, found)
    if faults:
        raise ArchivistError(*faults)


class _Source(NamedTuple):
    """A text to read."""

    name: str  # that of annotations of it: of a file, without its ending
    source: str  # what was named, to be printed
    text: str
    rulings: tuple[Ruling, ...] = ()


def _glossary_of(project: Path | None) -> Path:
    """Give the glossary of a project, or of the one that holds this very package, as `pip install -e` leaves it."""
    home = project or find_project(Path(__file__).parent)
    if home is None:
        remedy = (
            "name a folder of glossary files with --glossary, or a project with `archivist --project DIR mentions …`"
        )
        message = "there is no glossary to read texts with"
        raise ArchivistError(Fault("no-glossary", str(Path.cwd()), message, "an archive project", "none", remedy))
    return home / "source" / "glossary"


def _read(project: Path | None, source: str) -> _Source:
    """Read a document of the archive, a file, or standard input.

    Raises:
        ArchivistError: it is none of these, cannot be read, or is no text.
    """
    archive = Archive(project) if project else None
    if archive is not None and source in archive.ids():
        document = archive.document(source)
        archive.require_sealed([document])
        return _Source(source, source, document.text, document.record.rulings)
    if source == _STDIN:
        return _Source("standard-input", "standard-input", _decoded(sys.stdin.buffer.read(), "standard input"))
    shown = click.format_filename(source)
    return _Source(click.format_filename(Path(source).stem), shown, _decoded(_bytes_of(source), shown))


def _bytes_of(source: str) -> bytes:
    path = Path(source)
    try:
        if S_ISREG(mode := path.stat().st_mode) or S_ISFIFO(mode):
            return path.read_bytes()
        found = "a folder" if path.is_dir() else "something that is no file"
    except FileNotFoundError:
        found = "no such file"
    except OSError as error:
        found = error.strerror or str(error)
    raise ArchivistError(_no_text(click.format_filename(source), found))


def _no_text(where: str, found: str) -> Fault:
    remedy = "name a document (`archivist list` shows their ids), files such as folder/*.txt, or - for standard input"
    message = "this is neither a document of the archive nor a file that can be read"
    return Fault("no-text", where, message, "the id of a document, or a file", found, remedy)


def _decoded(data: bytes, where: str) -> str:
    try:
        text = decode(data, "utf-8")
    except UnicodeError as error:
        raise ArchivistError(_not_utf_8(where, undecodable(error))) from error
    if text.count("\0") > len(text) // _NULLS:
        raise ArchivistError(_full_of_nulls(where, text.count("\0")))
    return text


def _full_of_nulls(where: str, count: int) -> Fault:
    message, found = "this is no text in UTF-8 that people wrote", counted(count, "null character")
    remedy = "take them out of a copy; if it is text in UTF-16, convert that: `iconv -f UTF-16 -t UTF-8`"
    return Fault("not-utf-8", where, message, "text without null characters, or with few", found, remedy)


def _not_utf_8(where: str, found: str) -> Fault:
    remedy = "convert a copy of it to UTF-8, such as with `iconv -f UTF-16 -t UTF-8`, or -f with the charset it has"
    return Fault("not-utf-8", where, "the bytes are not text in UTF-8", "text in UTF-8", found, remedy)


def _print_table(name: str, text: str, found: tuple[Mention, ...]) -> None:
    click.echo(f"{name}: {counted(len(found), 'mention')}")
    for mention in found:
        words = " ".join(text[mention.start : mention.end].split())[:_EXCERPT]
        place = f"{mention.start}-{mention.end}"
        click.echo(f"  {place:>13}  {mention.kind:<12} {mention.state:<9} {mention.target:<24} {words}")
