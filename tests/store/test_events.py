import hashlib
import json

from archivist.store.events import Event, append_event, chain_breaks, read_events

EVENT = Event("ingestion", "2026-01-02T03:04:05Z", "Ana", ("data/a.txt",), "received")


def log_of(count):
    log = b""
    for _ in range(count):
        log = append_event(log, EVENT)
    return log


def test_each_line_carries_the_digest_of_the_line_before():
    first, second = log_of(2).splitlines()
    assert json.loads(first)["previous"] == ""
    assert json.loads(second)["previous"] == hashlib.sha256(first).hexdigest()


def test_an_event_names_its_type_by_the_vocabulary_of_premis():
    (event,) = read_events(log_of(1))
    assert event["eventTypeURI"] == "http://id.loc.gov/vocabulary/preservation/eventType/ing"
    assert event["linkingAgentIdentifier"][0] == "Ana"


def test_a_sound_log_has_no_breaks():
    assert not list(chain_breaks(log_of(3)))


def test_an_edited_line_breaks_the_chain_at_the_next_one():
    lines = log_of(3).splitlines(keepends=True)
    lines[1] = lines[1].replace(b"Ana", b"Bob")
    assert [(each.line, each.kind) for each in chain_breaks(b"".join(lines))] == [(3, "chain")]


def test_a_line_taken_out_breaks_the_chain():
    lines = log_of(3).splitlines(keepends=True)
    assert [(each.line, each.kind) for each in chain_breaks(lines[0] + lines[2])] == [(2, "chain")]


def test_a_log_cut_within_a_line_is_unreadable_there():
    assert [(each.line, each.kind) for each in chain_breaks(log_of(2)[:-5])] == [(2, "unreadable")]


def test_a_log_that_lost_its_last_line_end_is_unreadable_there():
    assert [(each.line, each.kind) for each in chain_breaks(log_of(2)[:-1])] == [(2, "unreadable")]
