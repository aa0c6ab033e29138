import hashlib
import tomllib
from dataclasses import replace

import pytest

from archivist.checks.auditing import audit
from archivist.checks.checking import check
from archivist.errors import ArchivistError
from archivist.ingest.adding import add
from archivist.ingest.receiving import receive
from archivist.store import Archive


def refused(project, wishes, act, **options):
    """Give the codes with which wishes are refused, sure that nothing was written."""
    before = sorted(path for path in project.rglob("*") if path.name != ".lock")
    with pytest.raises(ArchivistError) as raised:
        add(project, wishes, act, **options)
    assert sorted(path for path in project.rglob("*") if path.name != ".lock") == before
    return [fault.code for fault in raised.value.faults]


def test_the_bytes_are_kept_and_described(project, wish, act):
    data = "No-break\u00a0space\r\nand no final line end".encode()
    assert add(project, [wish(data, name="bài.txt", title="Floors")], act) == ("2018-floors",)
    bag = project / "archive" / "2018-floors"
    assert (bag / "data" / "bai.txt").read_bytes() == data
    record = tomllib.loads((bag / "record.toml").read_text(encoding="utf-8"))
    assert record["original"] == {"file": "bai.txt", "name": "bài.txt", "media_type": "text/plain", "charset": "utf-8"}
    assert "Source-Organization: The Editors\n" in (bag / "bag-info.txt").read_text(encoding="utf-8")


def test_what_was_added_passes_check_and_audit(holding):
    project = holding(a=b"one", b=b"two")
    assert check(project) == ()
    assert audit(project).faults == ()


def test_the_log_tells_of_ingestion_and_of_the_digests(holding):
    events = Archive(holding(a=b"one")).events("a")
    assert [event["eventType"] for event in events] == ["ingestion", "message digest calculation"]
    assert events[1]["messageDigest"] == hashlib.sha256(b"one").hexdigest()
    assert events[0]["linkingAgentIdentifier"][0] == "Ana"


def test_the_same_bytes_are_refused_and_their_holder_named(holding, wish, act):
    project = holding(a=b"one")
    with pytest.raises(ArchivistError, match="a holds the same bytes already"):
        add(project, [wish(b"one")], act)


def test_the_same_bytes_on_purpose_are_added_with_their_relation(holding, wish, act):
    project = holding(a=b"one")
    add(project, [wish(b"one", document_id="b")], act, duplicate=True)
    (relation,) = Archive(project).record("b").relations
    assert (relation.kind, relation.target) == ("same bytes as", "a")


def test_two_wishes_with_the_same_bytes_are_refused(project, wish, act):
    assert refused(project, [wish(b"one", document_id="a"), wish(b"one", document_id="b")], act) == ["same-bytes"]


def test_bytes_that_are_handed_in_twice_are_not_said_to_be_in_the_archive(project, wish, act):
    with pytest.raises(ArchivistError, match=r"first.txt \(to be added as a\) holds the same bytes already"):
        add(project, [wish(b"one", name="first.txt", document_id="a"), wish(b"one", document_id="b")], act)


@pytest.mark.parametrize("bad", ["../x", "A B", "CON", "index", "x" * 300])
def test_a_malformed_id_is_refused(project, wish, act, bad):
    assert refused(project, [wish(b"one", document_id=bad)], act) == ["id-malformed"]


def test_an_id_that_is_taken_is_refused(holding, wish, act):
    assert refused(holding(a=b"one"), [wish(b"two", document_id="a")], act) == ["id-taken"]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"titel": "x"}, "record-unknown-key"),
        ({"title": 3}, "record-value"),
        ({"date": "2018-02-30"}, "record-value"),
        ({"language": "xx"}, "record-value"),
        ({"original": {"charset": "ascii"}}, "text-undecodable"),
        ({"original": {"charset": "no-such-charset"}}, "text-undecodable"),
        ({"part": [{"first": 2}]}, "part-outside"),
        ({"note": [{"exact": "two", "kind": "sic", "evidence": "e", "who": "A", "when": "2026"}]}, "selector-stale"),
    ],
)
def test_a_record_that_does_not_hold_is_refused(project, wish, act, fields, code):
    assert refused(project, [wish("één".encode(), **fields)], act) == [code]


def test_a_selector_that_does_not_fit_is_named_in_what_was_handed_in(project, wish, act):
    note = {"exact": "two", "kind": "sic", "evidence": "e", "who": "A", "when": "2026"}
    with pytest.raises(ArchivistError) as raised:
        add(project, [wish(b"one two two", name="handed-in.txt", note=[note])], act)
    (fault,) = raised.value.faults
    assert (fault.where, fault.found) == ("handed-in.txt#note.1", "2 places")


def test_everything_wrong_with_every_wish_is_said_at_once(holding, wish, act):
    project = holding(a=b"one")
    wishes = [
        wish(b"two", document_id="a"),
        wish(b"three", document_id="c"),
        wish(b"one", document_id="b", date="2018-13", language="xx"),
    ]
    assert refused(project, wishes, act) == ["id-taken", "same-bytes", "record-value", "record-value"]


def test_what_is_missing_and_what_is_wrong_are_said_together(project, wish, act):
    asked = wish(b"x", date="2018-13")
    bare = replace(asked, table={name: value for name, value in asked.table.items() if name != "creator"})
    with pytest.raises(ArchivistError) as raised:
        add(project, [bare], act)
    assert [(fault.code, fault.where) for fault in raised.value.faults] == [
        ("record-missing-key", "text.txt#creator"),
        ("record-value", "text.txt#date"),
    ]
    assert "--creator" in raised.value.faults[0].remedy


def test_ids_made_of_titles_do_not_collide_within_a_batch(project, wish, act):
    assert add(project, [wish(b"one"), wish(b"two")], act) == ("2018-a-title", "2018-a-title-2")


def test_a_page_is_written_once_and_an_editors_words_in_it_stay(holding, wish, act):
    project = holding(a=b"one")
    page = project / "source/documents/a.md"
    assert page.read_text(encoding="utf-8") == "```{source-document} a\n```\n"
    page.write_text("# By the editor\n", encoding="utf-8")
    (project / "archive/.journal.json").write_text('{"ids": ["a"]}', encoding="utf-8")
    add(project, [wish(b"two", document_id="b")], act)
    assert page.read_text(encoding="utf-8") == "# By the editor\n"


class TestReceiving:
    def code(self, path):
        with pytest.raises(ArchivistError) as raised:
            receive(path)
        return raised.value.faults[0].code

    def test_a_file_that_is_not_there(self, tmp_path):
        assert self.code(tmp_path / "none") == "source-missing"

    def test_a_path_through_a_file(self, tmp_path):
        (tmp_path / "file").write_bytes(b"x")
        assert self.code(tmp_path / "file" / "below") == "source-missing"

    def test_a_name_with_a_nul(self, tmp_path):
        assert self.code(tmp_path / "a\0b") == "source-missing"

    def test_an_address_of_the_web(self):
        assert self.code("https://example.org/text.txt") == "source-address"

    def test_an_empty_file(self, tmp_path):
        (tmp_path / "empty").touch()
        assert self.code(tmp_path / "empty") == "source-empty"

    @pytest.mark.parametrize("data", [b"\n\n  \n", b"\xef\xbb\xbf", b"\t\r\n\xc2\xa0"])
    def test_a_file_of_nothing_but_white_space(self, project, wish, act, data):
        with pytest.raises(ArchivistError, match="there is no text in it") as refused:
            add(project, [wish(data)], act)
        assert [fault.code for fault in refused.value.faults] == ["source-empty"]
        assert list((project / "archive").glob("[!.]*")) == []

    def test_a_folder(self, tmp_path):
        assert self.code(tmp_path) == "source-folder"

    def test_a_loop_of_symbolic_links(self, tmp_path):
        (tmp_path / "a").symlink_to(tmp_path / "b")
        (tmp_path / "b").symlink_to(tmp_path / "a")
        assert self.code(tmp_path / "a") == "source-loop"
