"""`make test` installs what its tests import, and no more: the readers of `make conformance` come later."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests"
LATER = {TESTS / "conformance", TESTS / "bench"}
OURS = {path.stem for path in TESTS.rglob("*.py")} | {"archivist"}


def names(path):
    """Give the modules that a file imports from outside itself and the standard library."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def imported(under, *, but=frozenset()):
    """Give the modules imported by the files below a directory, and the file that imports each."""
    files = [path for path in sorted(under.rglob("*.py")) if but.isdisjoint(path.parents)]
    return {name: path for path in files for name in names(path) if name not in OURS | sys.stdlib_module_names}


def pinned(name):
    lines = (ROOT / "tools/requirements" / name).read_text(encoding="utf-8")
    return set(re.findall(r"(?m)^([a-z0-9][a-z0-9.-]*)==", lines))


@pytest.mark.parametrize(
    ("modules", "requirements"),
    [
        (imported(ROOT / "tools"), "run.txt"),
        (imported(TESTS, but=LATER), "dev.txt"),
    ],
)
def test_what_is_imported_is_installed_by_then(modules, requirements):
    distributions = packages_distributions()
    given = pinned(requirements)
    missing = {
        f"{path.relative_to(ROOT)} imports {name}"
        for name, path in modules.items()
        if given.isdisjoint(found.lower().replace("_", "-") for found in distributions.get(name, [name]))
    }
    assert not missing
