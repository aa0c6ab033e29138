"""Files that the system refuses to read: rights taken away, or a disk that fails."""

import builtins
import errno
import io
import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from archivist.checks.auditing import audit
from archivist.cli import main


@pytest.fixture
def forbid(monkeypatch):
    """Refuse to open these paths: those who run tests may have every right."""

    def forbid(*paths, reason=errno.EACCES):
        refused = {Path(path) for path in paths}

        def guarded(real):
            def call(path, *args, **options):
                if isinstance(path, str | os.PathLike) and Path(path) in refused:
                    raise OSError(reason, os.strerror(reason), str(path))
                return real(path, *args, **options)

            return call

        for module, name in ((builtins, "open"), (io, "open"), (os, "scandir")):
            monkeypatch.setattr(module, name, guarded(getattr(module, name)))

    return forbid


@pytest.mark.parametrize(
    "name",
    [
        "data/text.txt",
        "data",
        "record.toml",
        "events.jsonl",
        "bag-info.txt",
        "bagit.txt",
        "manifest-sha256.txt",
        "tagmanifest-sha512.txt",
        "",
    ],
)
def test_what_cannot_be_read_is_the_one_fault_and_the_rest_is_audited(holding, forbid, name):
    project = holding(one=b"text", two=b"other")
    changed = project / "archive" / "two" / "data" / "text.txt"
    changed.write_bytes(b"OTHER")
    forbid(project / "archive" / "one" / name)
    first, second = audit(project).faults
    assert (first.code, first.where) == ("file-unreadable", f"archive/one/{name}".removesuffix("/"))
    assert first.found == "Permission denied"
    assert all((first.expected, first.remedy))
    assert (second.code, second.where) == ("payload-digest", "archive/two/data/text.txt")


@pytest.mark.parametrize("kind", ["manifest", "tagmanifest"])
def test_without_both_lists_nothing_is_called_unlisted(holding, forbid, kind):
    project = holding(one=b"text")
    bag = project / "archive" / "one"
    forbid(bag / f"{kind}-sha256.txt", bag / f"{kind}-sha512.txt")
    assert [fault.code for fault in audit(project).faults] == ["file-unreadable"] * 2


def test_what_is_wrong_beside_it_is_told_by_the_other_list(holding, forbid):
    project = holding(one=b"text")
    bag = project / "archive" / "one"
    (bag / "data" / "text.txt").write_bytes(b"TEXT")
    forbid(bag / "manifest-sha256.txt", reason=errno.EIO)
    first, second = audit(project).faults
    assert (first.code, first.found) == ("file-unreadable", "Input/output error")
    assert (second.code, second.found.partition(" ")[0]) == ("payload-digest", "sha512")


@pytest.mark.parametrize(
    ("name", "code"), [("archive-manifest.txt", "archive-manifest"), ("audits.jsonl", "file-unreadable")]
)
def test_so_are_the_files_beside_the_bags(holding, forbid, name, code):
    project = holding(one=b"text")
    forbid(project / "archive" / name)
    (fault,) = audit(project).faults
    assert (fault.code, fault.where, fault.found) == (code, f"archive/{name}", "Permission denied")


@pytest.mark.parametrize("name", ["one/data/text.txt", "archive-manifest.txt", "audits.jsonl"])
def test_the_command_reports_it_with_status_1(holding, forbid, name):
    project = holding(one=b"text", two=b"other")
    forbid(project / "archive" / name)
    result = CliRunner().invoke(main, ["--project", str(project), "audit", "--by", "Ana", "--json"])
    assert result.exit_code == 1
    assert [fault["where"] for fault in json.loads(result.stdout)["faults"]] == [f"archive/{name}"]
