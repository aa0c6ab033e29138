import pytest

from archivist.errors import ArchivistError
from archivist.store import Archive
from archivist.store.inventory import manifest_text


def test_ids_are_sorted_and_leave_out_dot_folders_and_files(holding):
    project = holding(b=b"one", a=b"two")
    (project / "archive" / ".new-c").mkdir()
    assert Archive(project).ids() == ("a", "b")


def test_a_document_has_the_exact_text_of_its_bytes(holding):
    data = "\ufeffone\r\n\r\ntwo\u00a0 three\r".encode()
    document = Archive(holding(a=data)).document("a")
    assert document.text == data.decode()
    assert document.original.read_bytes() == data
    assert document.accessioned == "2026-01-02"
    assert [paragraph.number for paragraph in document.paragraphs] == [1, 2]


def test_the_reading_text_of_another_format_lies_in_text(holding):
    project = holding(a=b"%PDF")
    bag = project / "archive" / "a"
    record = (bag / "record.toml").read_text(encoding="utf-8").replace('charset = "utf-8"', 'charset = ""')
    (bag / "record.toml").write_text(record, encoding="utf-8")
    (bag / "text").mkdir()
    (bag / "text" / "en.txt").write_bytes(b"extracted\r\n")
    assert Archive(project).document("a").text == "extracted\r\n"


@pytest.mark.parametrize("key", ["b", "..", ".", "a/../a", "", "a\\b"])
def test_what_is_no_document_is_said_so(holding, key):
    with pytest.raises(ArchivistError) as raised:
        Archive(holding(a=b"x")).document(key)
    assert raised.value.faults[0].code in ("no-such-document", "file-missing")


def test_ids_like_the_one_that_is_no_documents_are_named(holding):
    with pytest.raises(ArchivistError) as raised:
        Archive(holding(**{"2018-floor": b"x", "other": b"y"})).document("2018-flor")
    assert raised.value.faults[0].expected == "2018-floor"


def test_a_charset_that_there_is_not_is_called_so(holding):
    project = holding(a=b"x")
    record = project / "archive/a/record.toml"
    record.write_bytes(record.read_bytes().replace(b'"utf-8"', b'"klingon"'))
    with pytest.raises(ArchivistError, match="there is no charset 'klingon'"):
        Archive(project).document("a")


def test_an_original_that_is_gone_is_named(holding):
    project = holding(a=b"x")
    (project / "archive/a/data/text.txt").unlink()
    with pytest.raises(ArchivistError) as raised:
        Archive(project).document("a")
    assert [(fault.code, fault.where) for fault in raised.value.faults] == [("file-missing", "archive/a/data/text.txt")]


def test_bytes_that_are_not_in_their_charset_are_said_so(holding):
    project = holding(a=b"x")
    (project / "archive/a/data/text.txt").write_bytes(b"\xff")
    with pytest.raises(ArchivistError) as raised:
        Archive(project).document("a")
    assert [fault.code for fault in raised.value.faults] == ["text-undecodable"]


def test_the_archive_manifest_lists_all_files_but_itself_audits_and_dot_files(holding):
    project = holding(a=b"x")
    (project / "archive" / "audits.jsonl").write_bytes(b"{}\n")
    paths = [line[66:] for line in manifest_text(project).splitlines()]
    assert paths == sorted(paths)
    assert "a/data/text.txt" in paths
    assert {path.partition("/")[0] for path in paths} == {"a"}
    assert (project / "archive" / "archive-manifest.txt").read_text(encoding="utf-8") == manifest_text(project)
