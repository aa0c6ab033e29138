"""Editions are offered while they are of the project as it stands."""

import pytest

from archivist.export.editions import current_editions, forget_editions, note_editions, project_state

STATE = "a state"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a-01.pdf").write_bytes(b"one")
    (tmp_path / "a-02.pdf").write_bytes(b"two")
    note_editions(tmp_path, ["a-02.pdf", "a-01.pdf"], state=STATE)
    return tmp_path


def names(folder, state=STATE):
    return [edition.path.name for edition in current_editions([folder], state=state)]


def test_all_volumes_are_offered_with_size_and_digest(folder):
    first, second = current_editions([folder], state=STATE)
    assert (first.path.name, first.size, second.path.name) == ("a-01.pdf", 3, "a-02.pdf")
    assert first.sha256 == "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"


def test_those_of_another_state_are_not(folder):
    assert names(folder, "another") == []


def test_one_that_was_changed_or_removed_is_not(folder):
    (folder / "a-01.pdf").write_bytes(b"One")
    assert names(folder) == ["a-02.pdf"]
    (folder / "a-02.pdf").unlink()
    assert names(folder) == []


def test_none_is_where_none_was_made_or_the_note_is_gone(folder, tmp_path):
    assert names(tmp_path / "nowhere") == []
    forget_editions(folder)
    assert names(folder) == []


@pytest.mark.parametrize("file", ["conf.py", "bib/references.bib", "source/about.md", "source/glossary/places.toml"])
def test_a_state_is_another_when_a_file_of_the_project_is(tmp_path, file):
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    before = project_state(tmp_path)
    path.write_text("x", encoding="utf-8")
    added = project_state(tmp_path)
    path.write_text("y", encoding="utf-8")
    assert len({before, added, project_state(tmp_path)}) == 3
