"""What the commands share: `--json`, and the project they work on."""

from __future__ import annotations

import datetime as dt
import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from archivist.errors import ArchivistError
from archivist.ingest.adding import Act
from archivist.ingest.settling import settle
from archivist.model import Fault

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = TypeVar("Command", bound=Callable[..., Any])


def json_option(command: Command) -> Command:
    """Give a command the option `--json`, its parameter `as_json`."""
    return click.option(
        "--json",
        "as_json",
        is_flag=True,
        is_eager=True,
        callback=_note_json,
        help="Print JSON, one object or one a line; messages go to standard error.",
    )(command)


def _note_json(ctx: click.Context, _option: click.Parameter, value: bool) -> bool:  # noqa: FBT001 - click calls it so
    ctx.meta["archivist.json"] = value
    return value


def not_blank(_ctx: click.Context, option: click.Parameter, value: str) -> str:
    """Refuse an option's value that says nothing."""
    if not value.strip():
        raise click.BadParameter("say something", param=option)
    return value


def act_option(command: Command) -> Command:
    """Give a command the option `--by`, its parameter `by`."""
    return click.option(
        "--by",
        envvar="ARCHIVIST_BY",
        default=_user,
        help="Who does this, for the log; else $ARCHIVIST_BY or the login.",
    )(command)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container's user need not have a name
        return "unknown"


def act_now(by: str) -> Act:
    """Give the act that is logged: this person, now."""
    return Act(by, dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


def project_folder() -> Path:
    """Give the project that the running command works on; a change that was interrupted is finished first.

    Raises:
        ArchivistError: none was named, and none is found upward from the working directory.
    """
    found = project_if_any()
    if found is None:
        raise ArchivistError(_no_project(Path.cwd()))
    settle(found)
    return found


def project_if_any() -> Path | None:
    """Give the project that was named, or the nearest one; None where a command that can do without has none.

    Raises:
        ArchivistError: what was named is none.
    """
    named: Path | None = click.get_current_context().find_root().obj
    if named is not None and not is_project(named):
        raise ArchivistError(_no_project(named))
    return named or find_project(Path.cwd())


def find_project(start: Path) -> Path | None:
    """Find the nearest project: `start` or a folder above it."""
    return next((folder for folder in (start, *start.parents) if is_project(folder)), None)


def is_project(folder: Path) -> bool:
    return (folder / "conf.py").is_file() and (folder / "archive").is_dir()


def _no_project(start: Path) -> Fault:
    return Fault(
        "no-project",
        str(start),
        "this is not inside an archive project",
        expected="a folder with conf.py and archive/",
        found="none",
        remedy="change into one, name one with `archivist --project DIR …`, or make one with `archivist new DIR`",
    )
