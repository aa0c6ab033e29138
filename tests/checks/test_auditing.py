"""The audit of what is no bag."""

import shutil

import pytest

from archivist.checks.auditing import audit


def test_an_empty_folder_is_one_fault_that_says_it_is_no_bag(holding):
    project = holding(one=b"text")
    (project / "archive" / "Strange").mkdir()
    (fault,) = audit(project).faults
    assert (fault.code, fault.where) == ("archive-extra", "archive/Strange")
    assert "no bag" in fault.found
    assert "move it out" in fault.remedy


def test_a_bag_that_was_emptied_is_gone(holding):
    project = holding(one=b"text")
    shutil.rmtree(project / "archive" / "one")
    (project / "archive" / "one").mkdir()
    (fault,) = audit(project).faults
    assert (fault.code, fault.where) == ("document-missing", "archive/one")


def test_files_of_the_tools_and_of_the_system_may_stand_beside_the_bags(holding):
    project = holding(one=b"text")
    for name in (".lock", ".DS_Store"):
        (project / "archive" / name).touch()
    (project / "archive" / "audits.jsonl").touch()
    assert audit(project).faults == ()


@pytest.mark.parametrize("name", ["data/text.txt", "data/more.txt"])
def test_a_symbolic_link_is_called_one(holding, tmp_path, name):
    project = holding(one=b"text")
    target = tmp_path / "elsewhere.txt"
    target.write_bytes(b"text")
    path = project / "archive" / "one" / name
    path.unlink(missing_ok=True)
    path.symlink_to(target)
    found = [fault.found for fault in audit(project).faults if fault.where == f"archive/one/{name}"]
    assert found == ["a symbolic link"]


@pytest.mark.parametrize("content", [None, b"no digest\n"])
def test_an_archive_without_its_manifest_has_one_fault_that_names_the_file(holding, content):
    project = holding(one=b"text", two=b"other text")
    manifest = project / "archive" / "archive-manifest.txt"
    manifest.unlink()
    if content:
        manifest.write_bytes(content)
    (fault,) = audit(project).faults
    assert (fault.code, fault.where) == ("archive-manifest", "archive/archive-manifest.txt")
    assert ("no such file" if content is None else "no digest") in fault.found
