"""Annotations select exactly what they speak of, in the version that they speak of."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from pathlib import Path

import pytest
from sample_items import EDITION, item

from archivist.export.annotations import annotation_page, digest_uri, piece, whole
from archivist.model import Entry, Mention, SameAs
from archivist.store.document import Document
from archivist.store.record import Record
from archivist.text import locate

ENTRIES = {"C102": Entry("C102", "ilo", "C102", verified=True, same_as=(SameAs("https://example.org/c102"),))}
TEXT = "The \U0001f600 Goverment ratified C102.\nIt did."


@pytest.fixture
def document():
    note = {"kind": "sic", "exact": "Goverment", "reading": "Government", "evidence": "letter left out"}
    ruling = {"exact": "C102", "decision": "yes", "kind": "ilo", "target": "C102", "who": "Editor", "when": "2026"}
    record = Record.model_validate(
        {
            "title": "t",
            "creator": ["unknown"],
            "date": "unknown",
            "source": "s",
            "language": "en",
            "type": "other",
            "original": {"file": "t.txt", "name": "t.txt"},
            "note": [note | {"who": "Editor", "when": "2026-11-25"}],
            "ruling": [ruling, ruling | {"exact": "no such words"}],
        }
    )
    return Document("2026-t", record, TEXT, Path("t.txt"), "0" * 64, "2026-11-25")


def page(document):
    mentions = [Mention(25, 29, "ilo", "C102", "linked", entry="C102")]
    quotes = [one.quote for one in (*document.record.note, *document.record.ruling)]
    places = {quote: span for quote in quotes if (span := locate(document.text, quote))}
    return annotation_page(document, mentions, places, entries=ENTRIES, code="aspa")


def test_every_selector_gives_the_words_back(document):
    for each in page(document)["items"]:
        position, quotation = each["target"]["selector"]
        assert TEXT[position["start"] : position["end"]] == quotation["exact"]
        assert quotation["prefix"] + quotation["exact"] + quotation["suffix"] in TEXT


def test_a_ruling_names_the_entry_that_it_is_for(document):
    (ruling,) = [each for each in page(document)["items"] if each["motivation"] == "assessing"]
    assert [one.get("source") or one["value"] for one in ruling["body"]] == ["yes ilo C102", "aspa:entry:C102"]


@pytest.mark.parametrize("seek", [str.index, str.rindex])
@pytest.mark.parametrize(("between", "alone"), [(10, True), (100, True), (400, False)])
def test_a_quotation_reaches_as_far_as_makes_it_the_only_one_within_bounds(document, between, alone, seek):
    line = "x" * between + " C102 " + "x" * between
    text = f"before{line}\n{line}after"
    place = seek(text, "C102")
    mentions = [Mention(place, place + 4, "ilo", "C102", "linked", entry="C102")]
    (each,) = annotation_page(replace(document, text=text), mentions, {}, entries=ENTRIES, code="aspa")["items"]
    quotation = each["target"]["selector"][1]
    quoted = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
    assert (text.count(quoted) == 1) == alone
    assert len(quoted) <= 4 + 2 * 256


def test_mentions_notes_and_rulings_are_there_and_stale_ones_are_not(document):
    exact = [item["target"]["selector"][1]["exact"] for item in page(document)["items"]]
    assert exact == ["C102", "Goverment", "C102"]


def test_the_target_is_bound_to_the_digest_of_the_text(document):
    uri = page(document)["items"][0]["target"]["source"]["id"]
    assert uri == digest_uri(document.text_sha256)
    encoded = uri.removeprefix("ni:///sha-256;")
    assert base64.urlsafe_b64decode(encoded + "=").hex() == document.text_sha256


def test_a_linked_mention_names_its_entry_and_the_authority(document):
    body = page(document)["items"][0]["body"]
    assert {"type": "SpecificResource", "source": "aspa:entry:C102", "purpose": "identifying"} in body
    assert {"id": "https://example.org/c102", "type": "Text"} in body


def test_a_creator_that_may_be_several_is_called_no_person(document):
    _, note, ruling = page(document)["items"]
    assert set(note["creator"]) == set(ruling["creator"]) == {"name"}


def test_a_day_that_is_not_known_is_not_claimed(document):
    _, note, ruling = page(document)["items"]
    assert note["created"] == "2026-11-25T00:00:00Z"
    assert "created" not in ruling


def test_a_collection_leads_to_its_first_page_and_each_page_to_the_next():
    documents = [item("R202.", document_id=name) for name in ("2018-a", "2018-b", "2018-c")]
    withheld = item("R202.", document_id="2018-a0", is_open=False)
    pieces = map(piece, [documents[0], withheld, *documents[1:]])
    collection, *pages = map(json.loads, "".join(whole(EDITION, pieces)).splitlines())
    assert [page["id"] for page in pages] == [f"sma:2018-{name}#annotations" for name in "abc"]
    assert [collection["first"], *(page.get("next") for page in pages)] == [*(page["id"] for page in pages), None]
    (empty,) = map(json.loads, "".join(whole(EDITION, [""])).splitlines())
    assert "first" not in empty
