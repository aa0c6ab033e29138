"""Where a restored project comes from: the commit and date of the edition that it was restored from."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any, NamedTuple

from archivist.edition.enclosures import ROOTS, digest, project_files
from archivist.store.inventory import AUDITS
from archivist.store.withholding import EDITION

if TYPE_CHECKING:
    from pathlib import Path

# What git is asked about: the files that an edition carries, as `project_files` has them.
_CARRIED = (
    *ROOTS,
    f":(exclude)archive/{AUDITS}",
    ":(exclude,glob)*/**/.*",
    ":(exclude,glob)*/**/.*/**",
    ":(exclude,glob)*/**/__*/**",
)
WITH_CHANGES = " with changes"  # stands after a commit that does not hold all that the edition is made of


class Origin(NamedTuple):
    """The edition that a project was restored from."""

    commit: str
    date: dt.date


def restored_from(project: Path) -> Origin | None:
    """Read `edition.json` of a restored project; None where there is none, or any file has changed since."""
    try:
        said: dict[str, Any] = json.loads((project / EDITION).read_bytes())
        listed = {entry["path"]: entry["sha256"] for entry in said["files"].values()}
        origin = Origin(str(said["commit"]), dt.date.fromisoformat(said["date"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    present = project_files(project)
    unchanged = sorted(listed) == present and all(
        digest((project / path).read_bytes())["sha256"] == listed[path] for path in present
    )
    return origin if unchanged else None


def checked_out(project: Path) -> str:
    """Give the commit that is checked out, and whether files of the edition have changed since.

    Empty without git, or where the project is not the repository's root.
    """
    commit = _git(project, "rev-parse", "HEAD")
    changed = commit and _git(project, "status", "--porcelain", "--untracked-files=all", "--", *_CARRIED)
    return f"{commit}{WITH_CHANGES}" if changed else commit


def committed(project: Path) -> dt.date | None:
    """Give the day of the commit that is checked out, by UTC; None where none is."""
    moment = _git(project, "log", "-1", "--format=%ct")
    return dt.datetime.fromtimestamp(int(moment), dt.UTC).date() if moment else None


def _git(project: Path, *words: str) -> str:
    """Ask git; empty where it has no answer."""
    if shutil.which("git") is None or not (project / ".git").exists():
        return ""
    found = subprocess.run(["git", *words], cwd=project, capture_output=True, text=True, check=False, encoding="utf-8")
    return found.stdout.strip() if found.returncode == 0 else ""
