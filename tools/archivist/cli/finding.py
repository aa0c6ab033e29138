"""`archivist find`: the site's search in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from archivist.cli.options import json_option, project_folder
from archivist.cli.printing import print_json
from archivist.errors import ArchivistError
from archivist.model import Fault
from archivist.passages import Paragraphs, Passage, print_passage
from archivist.search.answering import answer
from archivist.search.excerpts import window
from archivist.search.identifying import identified
from archivist.search.local import open_index
from archivist.search.units import FACETS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.search.answering import Answer, Result, Sort
    from archivist.search.excerpts import Excerpt
    from archivist.search.identifying import Identified

_ENDED = "archivist.find.ended"
_PARAGRAPHS = 3  # of a document that are shown, as on the page


class _Finding(click.Command):
    """A command that notes whether options were ended by `--`: what follows is words, whatever it begins with."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta[_ENDED] = "--" in args
        return super().parse_args(ctx, args)


@click.command(cls=_Finding, context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("words", nargs=-1)
@click.option(
    "--sort", type=click.Choice(["relevance", "oldest", "newest"]), default="relevance", help="In which order."
)
@click.option("--only", metavar="FACET=VALUE", multiple=True, help="Narrow, as in --only year=2019; may be repeated.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=10, show_default=True, help="Show at most so many results."
)
@json_option
def find(words: tuple[str, ...], sort: Sort, only: tuple[str, ...], limit: int, *, as_json: bool) -> None:
    """Search the texts as the site does, with the same results in the same order.

    Words are found in all their forms, "phrases in quotation marks" to the letter, and -word leaves documents out. Any
    name of an instrument, acronym, organisation or place finds all of them, and an identifier what it names. Shells
    take quotation marks away: write '"migrant workers"' for a phrase.
    """
    if words == ("-h",):  # no option, since -health would be read as -h with letters after it
        click.echo(click.get_current_context().get_help())
        return
    query = _query(words)
    chosen = _chosen(only)
    if not query and not chosen:
        raise click.UsageError("Say what to look for: words, or --only year=2019 for all documents of that year.")
    index = open_index(project_folder())
    named = identified(index, query)
    if named is not None:
        _print_named(query, named, as_json=as_json)
        return
    found = answer(index, query, chosen=chosen, sort=sort)
    code = str(index.meta["code"])
    results = [found.result(unit) for unit in found.units[:limit]]
    if as_json:
        print_json(_described(query, found, [_row(result, code) for result in results]))
        return
    for line in (*_remarks(found), *(line for result in results for line in _lines(result, code))):
        click.echo(line)


def _query(words: tuple[str, ...]) -> str:
    """Join what was typed; two hyphens begin an option, and one that is none is a slip unless `--` ended them."""
    slip = next((word for word in words if word.startswith("--")), None)
    if slip is not None and not click.get_current_context().meta[_ENDED]:
        raise click.UsageError(f"No such option: {slip}. A word is left out by one hyphen: -{slip.lstrip('-')}")
    return " ".join(words)


def _print_named(query: str, named: Identified, *, as_json: bool) -> None:
    if as_json:
        print_json({"query": query, "identified": named._asdict()})
        return
    click.echo(named.missing or "this is what the identifier names")
    if named.missing:
        click.echo(f"nearest: {named.identifier}")
    click.echo(f"\n{click.style(named.title, bold=True)}\n  {named.address}")


def _chosen(only: tuple[str, ...]) -> dict[str, list[str]]:
    chosen: dict[str, list[str]] = {}
    for each in only:
        name, equals, value = each.partition("=")
        if name not in FACETS or not equals:
            raise ArchivistError(
                Fault(
                    "no-facet",
                    "--only",
                    f"{each!r} does not narrow a search",
                    expected=f"one of {', '.join(FACETS)}, an equals sign, and a value",
                    found=each,
                    remedy="give it like --only year=2019",
                )
            )
        chosen.setdefault(name, []).append(value)
    return chosen


def _described(query: str, found: Answer, results: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "query": query,
        "total": len(found.units),
        "complete": sum(unit in found.complete for unit in found.units),
        "entries": [clause.entry for clause in found.clauses if clause.entry],
        "instead": {clause.instead_of: clause.terms[0] for clause in found.clauses if clause.instead_of},
        "passed_over": found.passed_over,
        "results": results,
    }


def _row(result: Result, code: str) -> dict[str, Any]:
    best = result.excerpts[0] if result.excerpts else None
    return {
        "document": result.text.document,
        "title": result.text.title,
        "date": result.text.date,
        "type": result.text.type,
        "address": result.text.address.partition("#")[0] + (f"#p{best.paragraph}" if best else ""),
        "passage": _passage(result, best, code) if best else "",
        "text": best.text if best else "",
        "marks": [list(span) for span in best.marks] if best else [],
        "note": best.note if best else "",
        "places": result.places,
    }


def _passage(result: Result, excerpt: Excerpt, code: str) -> str:
    place = Paragraphs(excerpt.paragraph, excerpt.paragraph)
    return print_passage(Passage(result.text.document, place, result.text.digest, code))


def _remarks(found: Answer) -> Iterator[str]:
    total = len(found.units)
    complete = sum(unit in found.complete for unit in found.units)
    yield f"{total} result{'' if total == 1 else 's'}" + (
        f", {complete} with all the words" if complete < total else ""
    )
    for clause in found.clauses:
        if len(clause.also) > 1 and not clause.excluded:
            yield f"also: {', '.join(clause.also[:7])}"
        if clause.instead_of:
            yield f"nothing has “{clause.instead_of}”: searched for “{clause.terms[0]}”"
    if found.passed_over:
        yield f"left out, since most texts have them: {', '.join(found.passed_over)}"


def _lines(result: Result, code: str) -> Iterator[str]:
    text = result.text
    yield ""
    yield click.style(text.title, bold=True)
    yield f"  {text.date}, {text.type.replace('-', ' ')}" + ("" if result.excerpts else f"  {text.document}")
    shown = result.excerpts[:_PARAGRAPHS]
    for excerpt in shown:
        yield f"  {_passage(result, excerpt, code)}"
        yield f"    {' '.join(_marked(excerpt).split())}"
        if excerpt.note:
            yield f"    an editor’s note reads: {excerpt.note}"
    if result.places > sum(len(excerpt.marks) for excerpt in shown):
        yield "  and in more places of this document"


def _marked(excerpt: Excerpt) -> str:
    start, end = window(excerpt)
    pieces = ["… " if start else ""]
    at = start
    for first, last in excerpt.marks:
        if start <= first < last <= end:
            pieces += [excerpt.text[at:first], click.style(excerpt.text[first:last], underline=True)]
            at = last
    return "".join([*pieces, excerpt.text[at:end], " …" if end < len(excerpt.text) else ""])
