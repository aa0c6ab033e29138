"""An identifier gives exactly its words, or the nearest that would be right."""

import random

import pytest

from archivist.errors import ArchivistError
from archivist.model import Span
from archivist.passages import Characters, Passage, identify, parse_passage, print_passage, resolve
from archivist.store import Archive
from archivist.text.graphemes import whole_clusters

TEXT = "One.\r\n\r\nTwo: e\u0301tat \U0001f469\u200d\U0001f33e.\r\nប្រទេស\u200bកម្ពុជា\u00a0three.\r\n".encode()


@pytest.fixture
def archive(holding):
    return Archive(holding(**{"2018-a-title": TEXT, "2018-another": b"Other words.\n"}))


@pytest.fixture
def found(archive):
    return lambda written: resolve(archive, parse_passage(written), code="aspa")


@pytest.fixture
def refused(found):
    """Give the fault of an identifier, and the nearest valid one that it names, which resolves."""

    def give(written):
        with pytest.raises(ArchivistError) as refusal:
            found(written)
        (fault,) = refusal.value.faults
        nearest = fault.expected.rpartition("nearest: ")[2]
        found(nearest)
        return fault.code, nearest

    return give


@pytest.mark.parametrize(
    ("locator", "words"),
    [
        ("", TEXT.decode()),
        ("#p1", "One."),
        ("#p2", "Two: e\u0301tat \U0001f469\u200d\U0001f33e."),
        ("#p1-2", "One.\r\n\r\nTwo: e\u0301tat \U0001f469\u200d\U0001f33e."),
        ("#c0-3", "One"),
        ("#c8-11", "Two"),
    ],
)
def test_an_identifier_gives_its_words(found, locator, words):
    assert found(f"aspa:2018-a-title{locator}").words == words


def test_the_full_identifier_is_bound_to_the_text(found):
    full = print_passage(found("2018-a-title#p1").passage)
    digest = found("2018-a-title").document.text_sha256
    assert full == f"aspa:2018-a-title@{digest[:16]}#p1"
    assert found(full).words == "One."


def test_a_thousand_random_ranges_come_back_exactly(archive):
    document = archive.document("2018-a-title")
    choose = random.Random(6)  # noqa: S311 (the same ranges each time)
    for _ in range(1000):
        start = choose.randrange(len(document.text))
        span = whole_clusters(document.text, Span(start, choose.randrange(start + 1, len(document.text) + 1)))
        written = print_passage(identify(document, Characters(*span), code="aspa"))
        assert resolve(archive, parse_passage(written), code="aspa").words == document.text[span.start : span.end]


@pytest.mark.parametrize(
    ("wrong", "code", "nearest"),
    [
        ("2018-a-titel#p1", "no-such-document", "2018-a-title#p1"),
        ("2018-a-title#p4", "passage-outside", "2018-a-title#p3"),
        ("2018-a-title#p0", "passage-outside", "2018-a-title#p1"),
        ("2018-a-title#p2-99", "passage-outside", "2018-a-title#p2-3"),
        ("2018-a-title#p3-2", "passage-reversed", "2018-a-title#p2-3"),
        ("2018-a-title#c8-4", "passage-reversed", "2018-a-title#c4-8"),
        ("2018-a-title#c99-5", "passage-reversed", "2018-a-title#c4-48"),
        ("2018-a-title#c99-99", "passage-outside", "2018-a-title#c46-48"),
        ("2018-a-title#p99-9", "passage-reversed", "2018-a-title#p3"),
        ("2018-a-title#c4-4", "passage-empty", "2018-a-title#c4-6"),
        ("2018-a-title#c4-9999", "passage-outside", "2018-a-title#c4-48"),
        ("2018-a-title#c0-5", "passage-splits", "2018-a-title#c0-6"),
        ("2018-a-title#c14-16", "passage-splits", "2018-a-title#c13-16"),
        ("2018-a-title#c19-20", "passage-splits", "2018-a-title#c19-22"),
    ],
)
def test_a_wrong_identifier_is_refused_with_the_nearest_right_one(refused, wrong, code, nearest):
    assert refused(wrong) == (code, nearest)


def test_the_beginning_of_an_id_stands_for_the_shortest_that_begins_so(archive):
    with pytest.raises(ArchivistError) as refusal:
        resolve(archive, parse_passage("2018-a#p1"), code="aspa")
    assert refusal.value.faults[0].expected == "nearest: 2018-a-title#p1"


@pytest.mark.parametrize("unlike", ["zzz", "2018-floors", "2018", "a"])
def test_an_id_that_is_near_none_is_offered_none(archive, unlike):
    with pytest.raises(ArchivistError) as refusal:
        resolve(archive, parse_passage(f"{unlike}#p1"), code="aspa")
    (fault,) = refusal.value.faults
    assert fault.code == "no-such-document"
    assert fault.expected == "the id of a document: none is near this one"
    assert "archivist list" in fault.remedy


def test_a_digest_of_another_text_is_refused_and_the_right_one_offered(refused, found):
    now = found("2018-a-title").document.text_sha256[:16]
    assert refused("2018-a-title@0123456789abcdef#p1") == ("passage-digest", f"2018-a-title@{now}#p1")


def test_the_document_that_has_the_text_is_offered(refused, found):
    other = found("2018-another").document.text_sha256[:16]
    assert refused(f"2018-a-title@{other}#p1") == ("passage-digest", f"2018-another@{other}#p1")


def test_another_archive_s_passage_is_refused(archive):
    with pytest.raises(ArchivistError, match="other, not of this one"):
        resolve(archive, Passage("2018-a-title", code="other"), code="aspa")


def test_nothing_is_cited_under_a_record_that_is_not_sealed(archive, found):
    path = archive.bag("2018-a-title") / "record.toml"
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(ArchivistError, match="edited since it was sealed") as refusal:
        found("2018-a-title#p1")
    assert refusal.value.faults[0].code == "record-changed"
    assert found("2018-another#p1").words == "Other words."


def test_nothing_is_cited_of_a_file_that_is_not_as_sealed(archive, found):
    path = archive.bag("2018-a-title") / "data" / "text.txt"
    path.write_bytes(path.read_bytes().replace(b"three", b"thrEe"))
    with pytest.raises(ArchivistError, match="not as it was sealed") as refusal:
        found("2018-a-title#p1")
    assert refusal.value.faults[0].code == "passage-unsealed"
    assert found("2018-another#p1").words == "Other words."
