"""`archivist check` and `archivist audit`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from archivist.checks.auditing import Audit
from archivist.checks.auditing import audit as audit_archive
from archivist.checks.checking import check as check_archive
from archivist.cli.options import act_now, act_option, json_option, project_folder
from archivist.cli.printing import counted, print_findings
from archivist.errors import ArchivistError
from archivist.ingest.deriving import mend as mend_derived
from archivist.ingest.settling import writing
from archivist.store import Archive
from archivist.store.audits import log_audit
from archivist.store.events import Event
from archivist.store.inventory import manifest_digest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from archivist.model import Fault


@click.command("check")
@click.argument("ids", nargs=-1, metavar="[ID…]")
@click.option("--mend", is_flag=True, help="Write derived files anew first: pages, sources.bib, the lists of digests.")
@json_option
def check(ids: tuple[str, ...], *, mend: bool, as_json: bool) -> None:
    """Check descriptions, and the files that follow from them, against every rule."""
    project = project_folder()
    written = _mended(project) if mend else ()
    faults = check_archive(project, ids)
    count = len(ids or Archive(project).ids())
    print_findings({"documents": count, "mended": written}, faults, as_json=as_json)
    for name in written:
        click.echo(f"written anew: {name}", err=as_json)
    click.echo(f"{counted(count, 'document')} checked: {_verdict(faults)}", err=as_json)
    _exit(faults)


@click.command("audit")
@click.argument("ids", nargs=-1, metavar="[ID…]")
@act_option
@json_option
def audit(ids: tuple[str, ...], *, by: str, as_json: bool) -> None:
    """Read every byte and compare it with the digests sealed; nothing is written but a line in archive/audits.jsonl."""
    project = project_folder()
    Archive(project).require(ids)
    start = time.perf_counter()
    found = audit_archive(project, ids)
    seconds = time.perf_counter() - start
    logged = _logged(project, found, by)
    summary = {"documents": len(found.ids), "files": found.files, "bytes": found.size, "seconds": round(seconds, 3)}
    print_findings({**summary, "logged": logged}, found.faults, as_json=as_json)
    _report_audit(project, found, seconds, as_json=as_json)
    _exit(found.faults)


def _mended(project: Path) -> tuple[str, ...]:
    with writing(project):
        return mend_derived(project)


def _logged(project: Path, found: Audit, by: str) -> bool:
    """Append the audit to the log, where the archive can be written to."""
    act = act_now(by)
    event = Event(
        "fixity check",
        act.when,
        act.agent,
        found.ids,
        f"{_read(found)}, {found.size} bytes, SHA-256 and SHA-512",
        outcome="failure" if found.faults else "success",
        further={
            "faults": [f"{fault.code} {fault.where}" for fault in found.faults],
            "archiveManifestSha256": _state(project),
        },
    )
    try:
        log_audit(Archive(project).folder, event)
    except (OSError, ArchivistError) as error:
        click.echo(f"not logged in archive/audits.jsonl: {error}", err=True)
        return False
    return True


def _state(project: Path) -> str:
    """Give the digest that names the state of the archive; empty where the list cannot be read: a fault says so."""
    try:
        return manifest_digest(Archive(project).folder)
    except OSError:
        return ""


def _report_audit(project: Path, found: Audit, seconds: float, *, as_json: bool) -> None:
    click.echo(
        f"{_read(found)}, {_amount(found.size)}: every byte read in {seconds:.2f} s, SHA-256 and SHA-512", err=as_json
    )
    click.echo(_verdict(found.faults), err=as_json)
    if found.withheld:
        click.echo(
            f"not here, since the edition withheld them: the originals of {', '.join(found.withheld)}", err=as_json
        )
    if digest := _state(project):
        state = "state of the archive" if not any(map(_serious, found.faults)) else "sealed, before these faults, as"
        click.echo(f"{state}: sha256 {digest} (archive/archive-manifest.txt)", err=as_json)


def _read(found: Audit) -> str:
    return f"{counted(len(found.ids), 'document')}, {counted(found.files, 'file')}"


def _verdict(faults: Iterable[Fault]) -> str:
    faults = tuple(faults)
    serious = sum(map(_serious, faults))
    if not faults:
        return click.style("no faults", fg="green", bold=True)
    return click.style(f"{counted(serious, 'fault')}, {counted(len(faults) - serious, 'warning')}", fg="red", bold=True)


def _serious(fault: Fault) -> bool:
    return not fault.warning


def _exit(faults: Iterable[Fault]) -> None:
    if any(map(_serious, faults)):
        click.get_current_context().exit(1)


def _amount(size: int) -> str:
    """Give bytes in the unit that keeps the figure short."""
    units = ("kB", "MB", "GB", "TB")
    step = min((len(str(size)) - 1) // 3, len(units))
    return f"{size / 1000**step:.1f} {units[step - 1]}" if step else f"{size} bytes"
