"""A kill at any moment leaves the archive as it was, or complete."""

import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import bagit
import pytest

from archivist.checks.auditing import audit
from archivist.checks.checking import check
from archivist.ingest.adding import add
from archivist.ingest.sealing import seal
from archivist.ingest.settling import settle
from archivist.store import Archive

# What changes the disk. Files are written by `open` and `write`; each of them is followed by a call of fsync.
STEPS = ("fsync", "rename", "replace", "mkdir", "unlink", "rmdir", "open")


class Killed(BaseException):
    """The process ends here: nothing after it is carried out."""


class Kill:
    """Let so many steps happen and none after them, in clean-up code neither."""

    def __init__(self, monkeypatch, after):
        self.left = after
        for name in STEPS:
            monkeypatch.setattr(os, name, self._counted(getattr(os, name)))

    def _counted(self, step):
        def counted(*args, **kwargs):
            if self.left <= 0:
                raise Killed
            self.left -= 1
            return step(*args, **kwargs)

        return counted


def killed_after(steps, act, monkeypatch):
    """Run `act`, killed after so many steps; tell whether it was."""
    with monkeypatch.context() as patched:
        Kill(patched, steps)
        try:
            act()
        except Killed:
            return True
    return False


def every_kill(project, act, monkeypatch, unsettled=lambda copy: None):
    """Give the project's copies as they are after a kill at each step of `act` and the next command's settling.

    `unsettled` looks at them before that.
    """
    steps, killed = 0, True
    while killed:
        copy = project.with_name(f"copy-{steps}")
        shutil.copytree(project, copy)
        killed = killed_after(steps, partial(act, copy), monkeypatch)
        unsettled(copy)
        settle(copy)
        yield copy
        shutil.rmtree(copy)
        steps += 1
    assert steps > 20, "the steps were not counted"


def assert_bags_valid(project):
    for bag in (path for path in (project / "archive").iterdir() if path.is_dir() and path.name[0] != "."):
        bagit.Bag(str(bag)).validate()


def assert_sound(project):
    assert audit(project).faults == ()
    assert check(project) == ()
    assert [path.name for path in (project / "archive").glob(".*") if path.name != ".lock"] == []


def test_add(holding, wish, act, monkeypatch):
    project = holding(old=b"there before")
    outcomes = set()
    for copy in every_kill(
        project, lambda copy: add(copy, [wish(b"new", document_id="new")], act), monkeypatch, assert_bags_valid
    ):
        assert_sound(copy)
        outcomes.add(Archive(copy).ids())
    assert outcomes == {("old",), ("new", "old")}


def test_batch_is_added_whole_or_not_at_all(holding, wish, act, monkeypatch):
    project = holding(old=b"there before")
    outcomes = set()
    wishes = [wish(b"one", document_id="one"), wish(b"two", document_id="two")]
    for copy in every_kill(project, lambda copy: add(copy, wishes, act), monkeypatch, assert_bags_valid):
        assert_sound(copy)
        outcomes.add(Archive(copy).ids())
    assert outcomes == {("old",), ("old", "one", "two")}


def test_seal(holding, act, monkeypatch):
    project = holding(old=b"there before")
    record = project / "archive/old/record.toml"
    record.write_bytes(record.read_bytes().replace(b"A title", b"Another title"))
    outcomes = set()
    for copy in every_kill(project, lambda copy: seal(copy, "old", "a reason", act), monkeypatch):
        codes = {fault.code for fault in audit(copy).faults}
        assert codes <= {"record-changed"}
        assert Archive(copy).record("old").title == "Another title"
        outcomes.add(len(Archive(copy).events("old")))
        if not codes:
            assert_sound(copy)
    assert outcomes == {2, 3}


def test_a_failure_that_is_no_crash_is_cleaned_up_at_once(holding, wish, act, monkeypatch):
    project = holding(old=b"there before")
    real = os.fsync
    calls = []

    def full_disk(descriptor):
        calls.append(descriptor)
        if len(calls) == 4:
            raise OSError(28, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        add(project, [wish(b"new", document_id="new")], act)
    assert_sound(project)
    assert Archive(project).ids() == ("old",)


ADD = """
import sys
from archivist.cli import main
main(["--project", sys.argv[1], "add", *sys.argv[2:], "--title", "T", "--creator", "A", "--date", "2018",
      "--source", "s", "--language", "en", "--type", "blog", "--no-input"])
"""


def start_add(project, *files):
    return subprocess.Popen(
        [sys.executable, "-c", ADD, project, *files], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")
def test_sigkill_while_many_files_are_added(project, tmp_path):
    files = [tmp_path / f"{number}.txt" for number in range(60)]
    for number, file in enumerate(files):
        file.write_bytes(b"text %d" % number)
    process = start_add(project, *files)
    deadline = time.monotonic() + 60
    while not list((project / "archive").glob(".new-*")) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.001)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    settle(project)
    assert len(Archive(project).ids()) in (0, 60)
    assert audit(project).faults == ()


def test_two_archivists_adding_at_once_both_succeed(project, tmp_path):
    files = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for file in files:
        file.write_bytes(file.name.encode())
    processes = [start_add(project, Path(file)) for file in files]
    assert [process.communicate()[1] for process in processes] == [b"", b""]
    assert Archive(project).ids() == ("2018-t", "2018-t-2")
    assert_sound(project)
