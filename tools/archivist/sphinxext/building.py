"""Running Sphinx on a project, for make and for `archivist build`.

A build changes what the last one wrote, so that it need write only what is new; one that fails leaves pages of two
archives side by side, which nobody should publish. So a site or an EPUB is built in a folder that is called unfinished,
and gets its own name back when all went well. The edition's builder replaces each PDF at once, and only by a whole one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.cmd.build import build_main

from archivist.errors import ArchivistError
from archivist.model import Fault
from archivist.store.disk import remove_tree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_UNFINISHED = "{}.unfinished"
_SPHINXS = ".buildinfo"  # lies in what Sphinx's HTML builders wrote, and not in a folder that holds other things


def run_builder(
    project: Path, builder: str, output: Path, settings: Mapping[str, str] | None = None, *, jobs: str = "auto"
) -> bool:
    """Build a project with warnings as errors, and tell whether all went well; Sphinx says on stderr what did not.

    `settings` go before those of conf.py; `jobs` is a number of processes, or "auto".

    Raises:
        ArchivistError: the folder cannot be moved to its name while unfinished, or back.
    """
    output = output.resolve()
    if builder == "edition" or _holds_other_things(output):
        return _build(project, builder, output, settings or {}, jobs=jobs)
    unfinished = unfinished_name(output)
    if output.exists():
        remove_tree(unfinished)
        _move(output, unfinished)
    done = _build(project, builder, unfinished, settings or {}, jobs=jobs)
    if done:
        _move(unfinished, output)
    return done


def unfinished_name(output: Path) -> Path:
    """Name the folder in which an output is built."""
    return output.with_name(_UNFINISHED.format(output.name))


def _build(project: Path, builder: str, output: Path, settings: Mapping[str, str], *, jobs: str) -> bool:
    options = ["-q", "-W", "--keep-going", "-n", "-j", jobs, "-c", project, "-d", project / "build" / "doctrees"]
    overrides = [word for name, value in settings.items() for word in ("-D", f"{name}={value}")]
    return build_main([*map(str, options), *overrides, "-b", builder, str(project / "source"), str(output)]) == 0


def _holds_other_things(output: Path) -> bool:
    """Tell whether a folder is another's, which stays where it is."""
    return output.is_dir() and not (output / _SPHINXS).exists() and any(output.iterdir())


def _move(folder: Path, to: Path) -> None:
    try:
        folder.rename(to)
    except OSError as error:
        fault = Fault(
            "not-built",
            str(folder),
            f"{folder.name} cannot be renamed to {to.name}",
            expected="a folder that may be renamed: what is being built has another name until it is whole",
            found=error.strerror or str(error),
            remedy="close what holds the folder open, or name another one with --output",
        )
        raise ArchivistError(fault) from error
