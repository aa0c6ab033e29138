"""Running Sphinx on a project, for make and for `archivist build`.

A build changes what the last one wrote, so that it need write only what is new; one that fails leaves pages of two
archives side by side, which nobody should publish. So a site or an EPUB is built on a copy of the last one, which takes
its place when all went well; until then the last one stays. The edition's builder replaces each PDF at once, and only
by a whole one.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from sphinx.cmd.build import build_main

from archivist.errors import ArchivistError
from archivist.model import Fault
from archivist.store.disk import remove_tree
from archivist.store.lock import sole_builder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_UNFINISHED, _COPY, _OLD = "{}.unfinished", "{}.copy", "{}.old"
_SPHINXS = ".buildinfo"  # lies in what Sphinx's HTML builders wrote, and not in a folder that holds other things


def run_builder(
    project: Path, builder: str, output: Path, settings: Mapping[str, str] | None = None, *, jobs: str = "auto"
) -> bool:
    """Build a project with warnings as errors, and tell whether all went well; Sphinx says on stderr what did not.

    `settings` go before those of conf.py; `jobs` is a number of processes, or "auto".

    Raises:
        ArchivistError: another build of the project is at work, or the output cannot be where it is asked for.
    """
    output, settings = output.resolve(), settings or {}
    build = project / "build"
    for folder in (build, output if output.exists() else output.parent):
        _require_folder(folder)
    with sole_builder(build):
        if builder == "edition" or _holds_other_things(output):
            return _build(project, builder, output, settings, jobs=jobs)
        unfinished = unfinished_name(output)
        left_behind = unfinished.exists()  # by a build that failed: of what it noted as written, some may not be
        if not left_behind and output.exists():
            _copy(output, unfinished)
        done = _build(project, builder, unfinished, settings, jobs=jobs, write_all=left_behind)
        if done:
            _replace(output, unfinished)
        return done


def _require_folder(path: Path) -> None:
    """Require that a folder is there, or make an empty one.

    Raises:
        ArchivistError: something else has the name, or it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fault = Fault(
            "not-built",
            str(path),
            f"{path.name} is no folder that can be written to",
            expected="a folder, or a place where one can be made",
            found="a file" if path.is_file() else error.strerror or str(error),
            remedy="remove what is there, or name another folder with --output",
        )
        raise ArchivistError(fault) from error


def unfinished_name(output: Path) -> Path:
    """Name the folder in which an output is built."""
    return output.with_name(_UNFINISHED.format(output.name))


def _build(
    project: Path, builder: str, output: Path, settings: Mapping[str, str], *, jobs: str, write_all: bool = False
) -> bool:
    options = ["-q", "-W", "--keep-going", "-n", "-j", jobs, "-c", project, "-d", project / "build" / "doctrees"]
    overrides = [word for name, value in settings.items() for word in ("-D", f"{name}={value}")]
    overrides += ["--write-all"] if write_all else []
    try:
        return build_main([*map(str, options), *overrides, "-b", builder, str(project / "source"), str(output)]) == 0
    except SystemExit:  # the extension has said what stops it
        return False


def _holds_other_things(output: Path) -> bool:
    """Tell whether a folder is another's, which stays where it is."""
    return output.is_dir() and not (output / _SPHINXS).exists() and any(output.iterdir())


def _copy(folder: Path, to: Path) -> None:
    """Copy a folder, times included, since Sphinx goes by them; nothing has the name before it is whole."""
    copy = folder.with_name(_COPY.format(folder.name))
    remove_tree(copy)
    shutil.copytree(folder, copy, symlinks=True)
    copy.rename(to)


def _replace(folder: Path, new: Path) -> None:
    """Let a folder take the place of another, which is taken away."""
    old = folder.with_name(_OLD.format(folder.name))
    remove_tree(old)
    try:
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
    except OSError as error:
        raise ArchivistError(_held(folder, new, error)) from error
    remove_tree(old)


def _held(folder: Path, new: Path, error: OSError) -> Fault:
    return Fault(
        "not-built",
        str(folder),
        f"{folder.name} cannot be replaced by {new.name}",
        expected="a folder that may be renamed: what is being built has another name until it is whole",
        found=error.strerror or str(error),
        remedy="close what holds the folder open, or name another one with --output",
    )
