import bagit
import pytest

from archivist.checks.auditing import audit
from archivist.checks.checking import check
from archivist.errors import ArchivistError
from archivist.ingest.sealing import seal
from archivist.store import Archive


@pytest.fixture
def edited(holding):
    """Give a project and edit the record of its document: `edited("old", "new")`."""

    def edit(old, new):
        project = holding(a=b"First line.\nSecond.\n")
        record = project / "archive/a/record.toml"
        text = record.read_text(encoding="utf-8")
        assert old in text
        record.write_text(text.replace(old, new), encoding="utf-8")
        return project

    return edit


def test_an_edited_record_is_sealed_and_the_log_says_who_and_why(edited, act):
    project = edited('"A title"', '"Another title"  # seen in print')
    assert [fault.code for fault in audit(project).faults] == ["record-changed"]
    assert seal(project, "a", "the title was wrong", act)
    assert audit(project).faults == ()
    assert check(project) == ()
    assert bagit.Bag(str(project / "archive/a")).validate()
    event = Archive(project).events("a")[-1]
    assert (event["eventType"], event["eventDetail"]) == ("metadata modification", "the title was wrong")
    assert event["linkingAgentIdentifier"][0] == "Ana"


def test_the_record_stays_as_it_was_typed_comments_included(edited, act):
    project = edited('"A title"', '"Another title"  # seen in print')
    seal(project, "a", "why", act)
    assert "# seen in print" in (project / "archive/a/record.toml").read_text(encoding="utf-8")


def test_nothing_is_sealed_where_nothing_was_edited(holding, act):
    project = holding(a=b"x")
    assert not seal(project, "a", "why", act)
    assert len(Archive(project).events("a")) == 2


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"A title"', "3", "record-value"),
        ("title =", "titel =", "record-unknown-key"),
        ('"lines"', '"blocks"', "reading-changed"),
        ("[original]", "[[part]]\nfirst = 9\n[original]", "part-outside"),
        (
            "[original]",
            '[[note]]\nexact = "Third"\nkind = "sic"\nevidence = "e"\nwho = "A"\nwhen = "2026"\n[original]',
            "selector-stale",
        ),
    ],
)
def test_a_record_that_does_not_hold_is_not_sealed(edited, act, old, new, code):
    project = edited(old, new)
    with pytest.raises(ArchivistError) as raised:
        seal(project, "a", "why", act)
    assert code in [fault.code for fault in raised.value.faults]
    assert len(Archive(project).events("a")) == 2


def test_a_seal_never_hides_that_something_else_has_changed(edited, act):
    project = edited('"A title"', '"Another title"')
    (project / "archive/a/data/text.txt").write_bytes(b"Worst line.\nSecond.\n")
    with pytest.raises(ArchivistError) as raised:
        seal(project, "a", "why", act)
    assert [fault.code for fault in raised.value.faults] == ["not-sound", "payload-digest"]


def test_there_is_nothing_to_seal_without_a_document(holding, act):
    with pytest.raises(ArchivistError, match="no document"):
        seal(holding(a=b"x"), "b", "why", act)
