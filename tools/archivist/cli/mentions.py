"""What the recogniser sees, and how well it does."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from archivist.cli.options import find_project, json_option, project_folder, project_if_any
from archivist.cli.printing import counted, print_json
from archivist.errors import ArchivistError
from archivist.glossary import load
from archivist.gold import read_floor, read_gold, score_gold, to_gold
from archivist.model import Fault
from archivist.recognise import Recogniser
from archivist.store import Archive
from archivist.text import decode

if TYPE_CHECKING:
    from archivist.model import Mention, Ruling
    from archivist.score import Score, Scorecard

_STDIN = "-"
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

    - stands for standard input.

    With --json, one object a document: {"doc", "sha256", "mentions": [{"start", "end", "text", "kind", "target", …}]};
    offsets are code points. Without it, a line a mention.
    """
    project = project_folder() if project_if_any() else None
    recogniser = Recogniser(load(glossary or _glossary_of(project)))
    for source in sources:
        name, text, rulings = _read(project, source)
        found = recogniser.mentions(text, rulings=rulings)
        if as_json:
            print_json(to_gold(name, text, found))
        else:
            _print_table(name, text, found)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False), required=False)
@json_option
@click.pass_context
def score(ctx: click.Context, folder: Path | None, *, as_json: bool) -> None:
    """Score the recogniser against the annotated texts of FOLDER (tests/gold of the project if none is named).

    Exit status 1: a kind's F1 is below what the folder's floor.toml records.
    """
    project = project_folder()
    place = folder or project / "tests" / "gold"
    card = score_gold(read_gold(place), Recogniser(load(project / "source" / "glossary")).mentions)
    below = [kind for kind, least in sorted(read_floor(place).items()) if card.kinds[kind].f1 < least]
    if as_json:
        print_json(_to_json(card, below))
    else:
        _print_card(card, below)
    ctx.exit(1 if below else 0)


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


def _read(project: Path | None, source: str) -> tuple[str, str, tuple[Ruling, ...]]:
    archive = Archive(project) if project else None
    if archive is not None and source in archive.ids():
        document = archive.document(source)
        archive.require_sealed([document])
        return source, document.text, document.record.rulings
    if source == _STDIN:
        return "standard-input", _decoded(sys.stdin.buffer.read(), "standard input"), ()
    path = Path(source)
    if not path.is_file():
        raise ArchivistError(_no_text(path))
    return path.stem, _decoded(path.read_bytes(), source), ()


def _no_text(path: Path) -> Fault:
    found = "a folder" if path.is_dir() else "something that is no file" if path.exists() else "no such file"
    remedy = "name a document (`archivist list` shows their ids), a file, or - for standard input"
    message = "this is neither a document of the archive nor a file"
    return Fault("no-text", str(path), message, "the id of a document, or a file", found, remedy)


def _decoded(data: bytes, where: str) -> str:
    try:
        return decode(data, "utf-8")
    except UnicodeError as error:
        remedy = "convert a copy of it to UTF-8, such as with iconv"
        fault = Fault("not-utf-8", where, "the bytes are not text in UTF-8", "text in UTF-8", str(error), remedy)
        raise ArchivistError(fault) from error


def _print_table(name: str, text: str, found: tuple[Mention, ...]) -> None:
    click.echo(f"{name}: {counted(len(found), 'mention')}")
    for mention in found:
        words = " ".join(text[mention.start : mention.end].split())[:_EXCERPT]
        place = f"{mention.start}-{mention.end}"
        click.echo(f"  {place:>13}  {mention.kind:<12} {mention.state:<9} {mention.target:<24} {words}")


def _print_card(card: Scorecard, below: list[str]) -> None:
    click.echo(f"{card.documents} annotated texts; span and target exact; 95 % intervals in brackets")
    click.echo(f"  {'':<8} {'precision':<22} {'recall':<22} {'F1':<22} right wrong missed")
    for kind, one in card.kinds.items():
        columns = (
            (one.precision, one.precision_interval),
            (one.recall, one.recall_interval),
            (one.f1, one.f1_interval),
        )
        shown = " ".join(f"{share:.3f} [{low:.3f}, {high:.3f}]  " for share, (low, high) in columns)
        click.echo(f"  {kind:<8} {shown}{one.right:>6}{one.wrong:>6}{one.missed:>7}")
    for error in card.errors:
        at = error.reading
        click.echo(f"  {error.sort}: {error.document} {at.start}-{at.end} {at.kind} {at.target} {at.text}")
    for kind in below:
        click.echo(f"below the floor: {kind}", err=True)


def _to_json(card: Scorecard, below: list[str]) -> dict[str, Any]:
    return {
        "documents": card.documents,
        "kinds": {kind: _figures(one) for kind, one in card.kinds.items()},
        "errors": [{"doc": e.document, "sort": e.sort, **e.reading._asdict()} for e in card.errors],
        "below": below,
    }


def _figures(one: Score) -> dict[str, Any]:
    return {
        "right": one.right,
        "wrong": one.wrong,
        "missed": one.missed,
        "precision": round(one.precision, 4),
        "precision_interval": [round(bound, 4) for bound in one.precision_interval],
        "recall": round(one.recall, 4),
        "recall_interval": [round(bound, 4) for bound in one.recall_interval],
        "f1": round(one.f1, 4),
        "f1_interval": [round(bound, 4) for bound in one.f1_interval],
    }
