"""`archivist verify`: whether a passage or a quotation is what the archive holds."""

from __future__ import annotations

import sys
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import click

from archivist.cli.options import json_option, project_folder
from archivist.cli.printing import counted, print_json
from archivist.errors import ArchivistError
from archivist.model import Fault
from archivist.passages import verify_passage, verify_quotation, verify_quotation_at
from archivist.passages.folding import first_and_rest
from archivist.passages.misreading import meant, read_passage, require_no_id
from archivist.store import Archive
from archivist.store.settings import setting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.passages.comparing import Difference
    from archivist.passages.misreading import Read
    from archivist.passages.verdict import Place, Verdict

_COLOURS = {"EXACT": "green", "SAME WORDS": "yellow", "MOVED": "yellow"}
_CLIPPED = 300  # characters of a passage that are shown


@click.command()
@click.argument("first", metavar="PASSAGE-or-QUOTATION")
@click.argument("second", metavar="[QUOTATION]", required=False)
@json_option
def verify(first: str, second: str | None, *, as_json: bool) -> None:
    """Prove a passage, or a quotation, or that a quotation stands in a passage.

    An identifier may stand before the quotation in one argument. "-" reads it from standard input, less the last line
    end. Exit status: 0 EXACT, code point for code point, which alone is proof; 3 SAME WORDS; 4 MOVED; 5 ALTERED;
    6 NOT HERE; 2 wrong use or bad input.
    """
    project = project_folder()
    verdict = _verdict(Archive(project), first, second, code=setting(project, "archive_code"))
    if as_json:
        print_json({"verdict": verdict.word, "exit_status": verdict.exit_status, **_fields(verdict)})
    else:
        click.echo("\n".join(_lines(verdict)))
    click.get_current_context().exit(verdict.exit_status)


def _verdict(archive: Archive, first: str, second: str | None, *, code: str) -> Verdict:
    read: Read | None
    if second is None:
        read, words = _parted(archive, _words(first))
    else:
        read, words = read_passage(archive, first), _words(second)
    if read is not None and words:
        return _remarked(verify_quotation_at(archive, words, read.passage, code=code), read)
    if read is not None:
        return _remarked(verify_passage(archive, read.passage, code=code), read)
    verdict = verify_quotation(archive, words, code=code)
    if verdict.word == "NOT HERE":
        require_no_id(archive, words)
    return verdict


def _parted(archive: Archive, given: str) -> tuple[Read | None, str]:
    """Part an identifier from the words that follow it; either may be missing."""
    alone = _passage(archive, given)
    if alone is not None:
        return alone, ""
    first, words = first_and_rest(given)
    read = _passage(archive, first) if words else None
    if read is None:
        return None, given
    passage = read.passage
    is_one = passage.locator or passage.digest or passage.document in archive.ids()
    return (read, words) if is_one else (None, given)


def _remarked(verdict: Verdict, read: Read) -> Verdict:
    return replace(verdict, remark=f"{read.remark} {verdict.remark}".strip())


def _passage(archive: Archive, given: str) -> Read | None:
    """Read an identifier; None for words, and so for a single one that is no document's id.

    Raises:
        ArchivistError: it begins with a document's id as an identifier does, and is none.
    """
    try:
        read = read_passage(archive, given)
    except ArchivistError:
        if meant(archive, given) is not None:
            raise
        return None
    passage = read.passage
    plain = not (passage.locator or passage.digest or passage.code)
    return None if plain and passage.document not in archive.ids() else read


def _words(given: str) -> str:
    quoted = _standard_input() if given == "-" else given
    if not quoted.strip():
        remedy = "give the words between quotation marks of the shell, or `-` and the words on standard input"
        raise ArchivistError(Fault("quotation-empty", given, "there are no words to verify", "words", "none", remedy))
    return quoted


def _standard_input() -> str:
    data = sys.stdin.buffer.read()
    try:
        return data.decode().removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError as error:
        fault = Fault("not-utf-8", "-", "the quotation is not text in UTF-8", "UTF-8", str(error), "convert it: iconv")
        raise ArchivistError(fault) from error


def _fields(verdict: Verdict) -> dict[str, object]:
    places = [{**asdict(one), "differences": [each._asdict() for each in one.differences]} for one in verdict.places]
    return {"places": places, "more": verdict.more, "remark": verdict.remark}


def _lines(verdict: Verdict) -> Iterator[str]:
    yield click.style(verdict.word, fg=_COLOURS.get(verdict.word, "red"), bold=True)
    if verdict.remark:
        yield f"  {verdict.remark}"
    for one in verdict.places:
        yield from _place_lines(one)
    if verdict.more:
        yield f"  … and in {counted(verdict.more, 'more document')}"


def _place_lines(one: Place) -> Iterator[str]:
    rows = [
        ("passage", one.identifier),
        ("paragraph", one.paragraphs),
        ("words", _clipped(one.words)),
        ("cut", one.cuts),
        *(("difference", _difference(each)) for each in one.differences),
        ("text", f"SHA-256 {one.text_sha256}"),
        ("original", f"SHA-256 {one.original_sha256}"),
    ]
    for name, value in rows:
        if value:
            yield f"  {name:<11} {value}"


def _difference(one: Difference) -> str:
    source = repr(one.source) if one.source else "nothing"
    quoted = repr(one.quoted) if one.quoted else "nothing"
    return f"{one.kind} at {one.start}: the source has {source}, the quotation {quoted}"


def _clipped(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _CLIPPED else f"{line[: _CLIPPED - 1]}…"
