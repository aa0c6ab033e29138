"""Export: records, mentions and notes in the forms that other tools read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from archivist.cli.options import json_option, project_folder
from archivist.cli.printing import print_json
from archivist.errors import ArchivistError
from archivist.export.formats import FORMATS, packed
from archivist.export.gathering import gather
from archivist.export.imprint import edition_of, imprint_of
from archivist.model import Fault
from archivist.store import Archive
from archivist.store.disk import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.export.formats import Format

_SETTINGS = {"archive_address": "the site's address", "archive_email": "an address that answers for the archive"}


@click.command()
@click.argument("format_", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@click.argument("ids", metavar="[ID…]", nargs=-1)
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="Folder to write into; else printed.")
@json_option
def export(format_: str, ids: tuple[str, ...], output: Path | None, *, as_json: bool) -> None:
    """Export documents: the ones named, or all.

    The page Exports has a table of the formats. With --json, what is not JSON by itself comes as {"file", "text"}.
    """
    chosen = FORMATS[format_]
    if chosen.is_binary and output is None:
        raise click.UsageError(f"{format_} is no text: name a folder with --output")
    chunks = _chunks(project_folder(), chosen, ids)
    name = Path(chosen.file).name
    if output is not None:
        output.mkdir(parents=True, exist_ok=True)
        replace_file(output / name, b"".join(packed(chosen, chunks)))
    elif as_json and ".jsonl" not in name:
        print_json({"file": name, "text": b"".join(map(_bytes, chunks)).decode()})
    else:  # at once: of an archive that cannot be exported whole, nothing is printed
        click.echo(b"".join(map(_bytes, chunks)), nl=False)


def _chunks(project: Path, chosen: Format, ids: tuple[str, ...]) -> Iterator[str | bytes]:
    archive = Archive(project)
    archive.require(ids)
    imprint = imprint_of(project)
    if lacking := imprint.lacks(chosen.needs):
        raise ArchivistError(*(_missing(chosen.name, name) for name in lacking))
    items = gather(project, imprint, sorted(set(ids)) or archive.ids())
    return chosen.whole(edition_of(project, imprint), (chosen.piece(item) for item in items))


def _bytes(chunk: str | bytes) -> bytes:
    return chunk.encode() if isinstance(chunk, str) else chunk


def _missing(format_: str, setting: str) -> Fault:
    return Fault(
        "setting-missing",
        f"conf.py#{setting}",
        f"{format_} cannot be without what conf.py says in {setting}",
        expected=_SETTINGS[setting],
        found="nothing",
        remedy=f'write {setting} = "…" into conf.py',
    )
