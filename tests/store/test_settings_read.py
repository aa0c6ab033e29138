"""What conf.py says, read without running it."""

from archivist.store.settings import setting


def test_the_last_of_several_assignments_counts_as_in_python(tmp_path):
    written = 'archive_address = ""\nother = 1\narchive_address = "https://archive.test"\nproject = "P"\n'
    (tmp_path / "conf.py").write_text(written, encoding="utf-8")
    assert setting(tmp_path, "archive_address") == "https://archive.test"
    assert (setting(tmp_path, "project"), setting(tmp_path, "author")) == ("P", "")
