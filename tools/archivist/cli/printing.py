"""How results and faults look on a terminal and as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from archivist.model import Fault


def print_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON can say
    """Print one object on one line of standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, sort_keys=False))


def print_refusal(faults: Iterable[Fault], *, as_json: bool) -> None:
    """Say on standard error why a command did nothing; with `as_json` also on standard output."""
    faults = tuple(faults)
    if as_json:
        print_json({"faults": [asdict(fault) for fault in faults]})
    for fault in faults:
        click.echo(describe_fault(fault), err=True)


def print_findings(summary: Mapping[str, Any], faults: Iterable[Fault], *, as_json: bool) -> None:
    """Print what a check or an audit found: the faults on standard output, or one object with all."""
    faults = tuple(faults)
    if as_json:
        print_json({**summary, "faults": [asdict(fault) for fault in faults]})
        return
    for fault in faults:
        click.echo(describe_fault(fault))


def counted(number: int, noun: str) -> str:
    """Say how many of something there are."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def describe_fault(fault: Fault) -> str:
    """Say what is wrong, where, what was expected, what was found and what mends it."""
    colour = "yellow" if fault.warning else "red"
    word = "warning" if fault.warning else "error"
    head = f"{click.style(word, fg=colour, bold=True)}: {fault.message} [{fault.code}]"
    rows = (("where", fault.where), ("expected", fault.expected), ("found", fault.found), ("remedy", fault.remedy))
    return "\n".join([head, *(f"  {name:<9} {value}" for name, value in rows if value)])
