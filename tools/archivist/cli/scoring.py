"""`archivist score`: how well the recogniser does on annotated texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from archivist.cli.options import json_option, project_folder
from archivist.cli.printing import counted, print_json
from archivist.glossary import load
from archivist.gold import read_floor, read_gold, score_gold
from archivist.recognise import Recogniser

if TYPE_CHECKING:
    from archivist.score import Error, Score, Scorecard


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


def _print_card(card: Scorecard, below: list[str]) -> None:
    click.echo(f"{counted(card.documents, 'annotated text')}; right: kind, span and target are those annotated.")
    click.echo("Under each figure, its 95 % interval.\n")
    click.echo(_row("", ["right", "wrong", "missed"], ["precision", "recall", "F1"]))
    for kind, one in card.kinds.items():
        counts = [f"{number:,}" for number in (one.right, one.wrong, one.missed)]
        click.echo(_row(kind, counts, [f"{share:.3f}" for share in (one.precision, one.recall, one.f1)]))
        intervals = (one.precision_interval, one.recall_interval, one.f1_interval)
        click.echo(_row("", ["", "", ""], [f"{low:.3f}–{high:.3f}" for low, high in intervals]))
    click.echo(f"\n{counted(len(card.errors), 'error')}{':' if card.errors else ''}")
    for error in sorted(card.errors, key=lambda error: (error.document, error.reading)):
        _print_error(error)
    for kind in below:
        click.echo(f"below the floor: {kind}", err=True)


def _row(name: str, counts: list[str], shares: list[str]) -> str:
    """Lay out a row of the card, at most 79 columns."""
    row = f"  {name:<8}{''.join(f'{one:>8}' for one in counts)}{''.join(f'{one:>14}' for one in shares)}"
    return row.rstrip()


def _print_error(error: Error) -> None:
    at = error.reading
    click.echo(f"  {error.sort:<6}  {error.document} {at.start}-{at.end}  {at.kind} {at.target}")
    click.echo(f"          “{' '.join(at.text.split())}”")


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
