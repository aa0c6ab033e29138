"""The editions that the home page offers."""

import hashlib

import pytest

from archivist.export.editions import note_editions, project_state
from small_project import build, start

PDF = b"%PDF-1.7 stands for an edition"


@pytest.fixture
def project(tmp_path):
    project = start(tmp_path / "project")
    for name in ("pdf/small.pdf", "epub/small.epub"):
        path = project / "build" / name
        path.parent.mkdir(parents=True)
        path.write_bytes(PDF)
        note_editions(path.parent, [path.name], state=project_state(project))
    return project


def home(site):
    return (site / "index.html").read_text(encoding="utf-8")


def test_an_edition_of_the_archive_as_it_stands_is_published_with_its_digest(project):
    site = build(project)
    assert (site / "edition/small.pdf").read_bytes() == PDF
    assert 'href="edition/small.pdf">PDF edition</a>' in home(site)
    assert 'href="edition/small.epub">EPUB</a>' in home(site)
    assert hashlib.sha256(PDF).hexdigest() in home(site)


def test_one_of_an_earlier_state_is_withdrawn(project):
    build(project)
    about = project / "source/about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    site = build(project)
    assert not list((site / "edition").iterdir())
    assert "No edition of the archive as it stands" in home(site)
