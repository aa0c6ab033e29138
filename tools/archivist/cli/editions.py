"""`archivist build` and `archivist restore`."""

from __future__ import annotations

from pathlib import Path

import click

from archivist.cli.options import json_option, project_folder
from archivist.cli.printing import counted, print_json
from archivist.edition.restoring import restore as restore_edition
from archivist.errors import ArchivistError
from archivist.glossary import load
from archivist.model import Fault
from archivist.sphinxext.building import run_builder, unfinished_name
from archivist.store import Archive

_BUILDERS = {"html": "html", "pdf": "edition", "epub": "epub"}


def _jobs(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if value != "auto" and not (value.isdecimal() and int(value)):
        raise click.BadParameter(f"{value!r} is no number of processes: give 1 or more, or auto")
    return value


@click.command()
@click.argument("format_", metavar="html|pdf|epub", type=click.Choice(sorted(_BUILDERS)))
@click.option("--document", metavar="ID", help="With pdf: this document by itself, into build/pdf/ID.pdf.")
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="Folder; default build/FORMAT.")
@click.option("--jobs", metavar="N", default="auto", callback=_jobs, help="Processes; default: as many as processors.")
@json_option
def build(format_: str, *, document: str | None, output: Path | None, jobs: str, as_json: bool) -> None:
    """Build the site, the PDF edition or the EPUB, as make does."""
    if document and format_ != "pdf":
        raise click.BadOptionUsage("document", "--document goes with pdf: the site and the EPUB are built whole")
    project = project_folder()
    Archive(project).require([document] if document else [])
    load(project / "source" / "glossary")  # its faults in our own words: Sphinx would bury them in a report of its own
    folder = output or project / "build" / format_
    settings = {"edition_document": document} if document else {}
    if not run_builder(project, _BUILDERS[format_], folder, settings, jobs=jobs):
        raise ArchivistError(_not_built(format_, folder))
    written = folder / f"{document}.pdf" if document else folder
    if as_json:
        print_json({"format": format_, "written": str(written)})
    else:
        click.echo(f"built {written}")


@click.command()
@click.argument("pdfs", metavar="EDITION.pdf…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@json_option
def restore(pdfs: tuple[Path, ...], folder: Path, *, as_json: bool) -> None:
    """Make the archive's project again from its PDF edition: from all volumes, where there are several."""
    restored = restore_edition(pdfs, folder)
    if as_json:
        print_json(
            {
                "project": str(folder),
                "documents": list(restored.documents),
                "withheld": list(restored.withheld),
                "files": restored.files,
            }
        )
        return
    click.echo(
        f"restored {counted(len(restored.documents), 'document')} in {counted(restored.files, 'file')} to {folder}"
    )
    for id in restored.withheld:
        click.echo(f"withheld from the edition: of {id} the record was restored, not the original and its text")
    click.echo(f"next: archivist --project {folder} audit")


def _not_built(format_: str, folder: Path) -> Fault:
    found = "those that Sphinx printed above"
    unfinished = unfinished_name(folder.resolve())
    if unfinished.exists():
        found += f"; {unfinished} holds what was written, some of it old, and is not to be published"
    return Fault(
        "not-built",
        "source/",
        f"the {format_} was not built",
        expected="no warning and no error",
        found=found,
        remedy="mend them and build again",
    )
