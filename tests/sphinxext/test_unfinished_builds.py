"""What a build that fails leaves behind: the last good one, and nothing that could be published by mistake."""

import os
import subprocess
import sys

import pytest

from archivist.store.lock import sole_builder
from small_project import EPOCH, put, start

WRONG = "\nSee {nosuchrole}`R202`.\n"


@pytest.fixture
def project(tmp_path):
    return start(tmp_path / "project")


def make(project, *words):
    """Build with one process, and give what the command said."""
    command = [sys.executable, "-m", "archivist", "build", "--jobs", "1", *words]
    environment = os.environ | {"SOURCE_DATE_EPOCH": EPOCH}
    return subprocess.run(command, cwd=project, env=environment, check=False, capture_output=True, text=True)


def break_page(project):
    about = project / "source/about.md"
    before = about.read_text(encoding="utf-8")
    about.write_text(before + WRONG, encoding="utf-8")
    return lambda: about.write_text(before, encoding="utf-8")


def files(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("format_", "main"), [("html", "index.html"), ("epub", "small.epub")])
def test_a_build_that_fails_leaves_the_last_one_as_it_was(project, format_, main):
    assert make(project, format_).returncode == 0
    before = files(project / "build" / format_)
    break_page(project)
    failed = make(project, format_)
    assert failed.returncode == 2
    assert files(project / "build" / format_) == before
    assert f"build/{format_}.unfinished holds what was written" in failed.stderr
    assert (project / f"build/{format_}.unfinished" / main).exists()


def test_the_next_build_goes_on_from_it_and_gives_the_site_of_a_clean_one(project):
    assert make(project, "html").returncode == 0
    page = project / "build/html/documents/2018-floors.html"
    written = page.stat().st_mtime_ns
    mend = break_page(project)
    put(project, "2020-more", "The ILO again.", title="More")
    assert make(project, "html").returncode == 2
    mend()
    assert make(project, "html").returncode == 0
    assert not (project / "build/html.unfinished").exists()
    assert (project / "build/html/documents/2020-more.html").exists()
    assert (project / "build/html/index.html").stat().st_mtime_ns > written
    again = files(project / "build/html")
    assert make(project, "html", "--output", "clean").returncode == 0
    assert files(project / "clean") == again


def test_a_page_that_is_as_it_was_is_not_written_again(project):
    assert make(project, "html").returncode == 0
    page = project / "build/html/documents/2018-floors.html"
    written = page.stat().st_mtime_ns
    assert make(project, "html").returncode == 0
    assert page.stat().st_mtime_ns == written


def test_what_a_build_noted_as_written_is_written_after_it_was_broken_off(project):
    assert make(project, "html").returncode == 0
    put(project, "2020-more", "The ILO again.", title="More")
    mend = break_page(project)
    assert make(project, "html").returncode == 2
    listing = project / "build/html.unfinished/documents.html"
    listing.write_bytes((project / "build/html/documents.html").read_bytes())  # as if it had not been reached
    mend()
    assert make(project, "html").returncode == 0
    assert "More" in (project / "build/html/documents.html").read_text(encoding="utf-8")


def test_the_site_of_a_refused_archive_stays_as_it_was(project):
    assert make(project, "html").returncode == 0
    before = files(project / "build/html")
    (project / "archive/2018-floors/data/2018-floors.txt").write_bytes(b"Other words.")
    assert make(project, "html").returncode == 2
    assert files(project / "build/html") == before


def test_two_builds_at_once_are_refused(project):
    (project / "build").mkdir()
    with sole_builder(project / "build"):
        refused = make(project, "html")
    assert (refused.returncode, "another build of this project is at work" in refused.stderr) == (2, True)
    assert not (project / "build/html").exists()


def test_the_edition_that_lies_there_stays_where_a_new_one_cannot_be_made(project):
    assert make(project, "pdf").returncode == 0
    before = files(project / "build/pdf")
    break_page(project)
    failed = make(project, "pdf")
    assert failed.returncode == 2
    assert "there were warnings" in failed.stderr
    assert files(project / "build/pdf") == before


def test_a_folder_that_holds_other_things_stays_where_it_is(project):
    break_page(project)
    (project / "public").mkdir()
    (project / "public/letter.txt").write_text("Mine.", encoding="utf-8")
    failed = make(project, "html", "--output", "public")
    assert failed.returncode == 2
    assert (project / "public/letter.txt").exists()
    assert "unfinished" not in failed.stderr


@pytest.mark.parametrize("format_", ["html", "pdf"])
def test_what_stands_where_the_output_should_is_named_and_stays(project, format_):
    (project / "build").mkdir()
    (project / "build" / format_).write_text("Mine.", encoding="utf-8")
    refused = make(project, format_)
    assert refused.returncode == 2
    assert f"build/{format_}" in refused.stderr
    assert "found     a file" in refused.stderr
    assert (project / "build" / format_).read_text(encoding="utf-8") == "Mine."


def test_a_number_of_processes_that_is_none_is_refused(project):
    refused = make(project, "html", "--jobs", "0")
    assert (refused.returncode, "no number of processes" in refused.stderr) == (2, True)
