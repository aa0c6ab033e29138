"""Running Sphinx on a project, as `make` does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.cmd.build import build_main

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def run_builder(project: Path, builder: str, output: Path, settings: Mapping[str, str] | None = None) -> bool:
    """Build a project with warnings as errors, and tell whether all went well; Sphinx says on stderr what did not.

    `settings` go before those of conf.py.
    """
    options = ["-q", "-W", "--keep-going", "-n", "-j", "auto", "-c", project, "-d", project / "build" / "doctrees"]
    overrides = [word for name, value in (settings or {}).items() for word in ("-D", f"{name}={value}")]
    return build_main([*map(str, options), *overrides, "-b", builder, str(project / "source"), str(output)]) == 0
