"""`archivist new`."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import click

from archivist.cli.options import json_option
from archivist.cli.printing import print_json
from archivist.ingest.founding import found
from archivist.store.identifiers import slug

_UNSAFE = '"\\\n\r{}'  # what would leave the quotation marks or braces in conf.py
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")  # it stands in addresses of passages


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--title", help="Name of the archive; default the folder's name.")
@click.option("--author", help="Who answers for it; default: the editors of it.")
@click.option("--code", help="Stands before passage identifiers outside the archive; default: initials of the title.")
@click.option(
    "--glossary-of",
    "like",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="PROJECT",
    help="An archive project whose glossary it gets; default: an example of each kind of entry.",
)
@json_option
def new(
    folder: Path, *, title: str | None, author: str | None, code: str | None, like: Path | None, as_json: bool
) -> None:
    """Make an empty archive project that builds."""
    title = _checked(title or folder.resolve().name, "--title")
    name = slug(title) or "archive"
    found(
        folder,
        {
            "title": title,
            "author": _checked(author or f"The editors of {title}", "--author"),
            "code": _initials(title) if code is None else _checked_code(code),
            "slug": name,
            "year": str(dt.datetime.now(dt.UTC).year),
        },
        like=like,
    )
    if as_json:
        print_json({"project": str(folder), "title": title})
    else:
        archivist = f"archivist --project {folder}"
        click.echo(f"made {folder}; add a document with: {archivist} add FILE; publish with: {archivist} build html")


def _initials(title: str) -> str:
    """Make a code of a title's initials; one in another script has none that everybody would write alike."""
    words = slug(title).split("-")
    if words == [""]:
        message = f"the title {title} has no Latin letters to take it from: name one, such as --code abc"
        raise click.BadParameter(message, param_hint="--code")
    return "".join(word[0] for word in words)


def _checked_code(code: str) -> str:
    if not _CODE.fullmatch(code):
        raise click.BadParameter("lower-case letters, digits and single hyphens, please", param_hint="--code")
    return code


def _checked(text: str, option: str) -> str:
    if set(text) & set(_UNSAFE):
        raise click.BadParameter("no quotation marks, backslashes, braces or line ends, please", param_hint=option)
    return text
