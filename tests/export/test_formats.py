"""What holds of every export: rights and edition, nothing that is withheld, the same bytes again."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from sample_items import ABROAD, EDITION, EVENT, IMPRINT, exported, item

from archivist.export.formats import DOWNLOADS, EDITION_DOWNLOADS, FORMATS
from archivist.export.imprint import Edition
from archivist.export.item import complete_events
from archivist.export.pagehead import page_head
from archivist.model import Entry, Mention

NAMES = sorted(FORMATS)
SECRET = "the words that are withheld"
NOTE = {"kind": "sic", "exact": "words", "evidence": "quotes them", "who": "Ana", "when": "2026"}


def of(name, *items):
    """Export as an archive with an address does, so that no format is left out."""
    return exported(FORMATS[name], *items, edition=Edition(ABROAD, EDITION.date, EDITION.digest))


@pytest.mark.parametrize("name", NAMES)
def test_an_export_says_whose_it_is_and_from_which_edition(name):
    data = of(name, item(rights={"holder": "Ministry of Rights"}))
    assert b"Small archive" in data
    assert b"1.2" in data
    assert b"Ministry of Rights" in data or b"The editors" in data


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("access", ["metadata-only", "embargoed until 2030"])
def test_a_text_that_is_withheld_is_in_no_export(name, access):
    closed = item(SECRET, is_open=False, access=access, note=[NOTE])
    assert b"withheld" not in of(name, closed)
    assert b"quotes them" not in of(name, closed)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_items_give_the_same_bytes(name):
    items = [item(document_id="2018-a"), item("Other words.\n", document_id="2018-b")]
    assert of(name, *items) == of(name, *items)


@pytest.mark.parametrize("name", NAMES)
def test_an_archive_without_documents_has_an_export_too(name):
    of(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_piece_needs_nothing_that_changes_from_day_to_day(name):
    """Builds keep pieces: neither the day nor the state of the archive may be in one."""
    piece = FORMATS[name].piece(item())
    assert EDITION.date not in piece
    assert EDITION.digest not in piece


def test_each_download_is_an_export():
    assert set(DOWNLOADS) <= set(FORMATS)


def test_an_identifier_has_the_code_only_where_there_is_one():
    assert IMPRINT.identifier("2018-a") == "sma:2018-a"
    assert Edition(type(IMPRINT)("t", "1", "e", ""), "", "").imprint.identifier("2018-a") == "2018-a"


def test_an_event_that_lacks_what_events_say_is_left_out():
    assert complete_events([EVENT, {"eventDateTime": "2026-01-02"}]) == (EVENT,)


def test_a_document_without_events_was_changed_last_when_it_came():
    one = replace(item(), events=())
    assert one.modified == "2026-01-02T00:00:00Z"
    assert b"2026-01-02T00:00:00Z" in exported(FORMATS["sitemap"], one)


def test_the_sitemap_has_all_pages_and_says_when_a_document_that_they_show_changed():
    late = replace(item(), events=({**EVENT, "eventDateTime": "2027-05-06T07:08:09Z"},), page="documents/late.html")
    edition = Edition(ABROAD, "2028-01-01", "", ("about.html", "glossary/ilo.html"))
    early = item("ILO.", mentions=[Mention(0, 3, "organisation", "ILO", "linked", "ILO")])
    early = replace(early, entries={"ILO": Entry("ILO", "organisation", "ILO", verified=True)})
    urls = ET.fromstring(exported(FORMATS["sitemap"], early, late, edition=edition))  # noqa: S314 (ours)
    found = {url.findtext("{*}loc").removeprefix("https://archive.test/"): url.findtext("{*}lastmod") for url in urls}
    assert found == {
        "": "2027-05-06T07:08:09Z",
        "documents/2018-a.html": "2026-01-02T03:04:05Z",
        "documents/late.html": "2027-05-06T07:08:09Z",
        "entries/organisation-ilo.html": "2026-01-02T03:04:05Z",
        "about.html": None,
        "glossary/ilo.html": None,
    }


def test_each_paragraph_is_a_line_with_its_words_as_they_stand():
    text = "\ufeffOne\u2028still one.\r\n\r\n  Two.\x85\n"
    lines = exported(FORMATS["jsonl"], item(text)).decode().split("\n")[:-1]
    rows = [json.loads(line) for line in lines]
    assert [row["text"] for row in rows] == ["\ufeffOne\u2028still one.", "  Two.\x85"]
    assert all(len(line.splitlines()) == 1 for line in lines)
    assert [text[row["start"] : row["end"]] for row in rows] == [row["text"] for row in rows]
    assert rows[1]["identifier"].startswith("sma:2018-a@")
    assert rows[1]["identifier"].endswith("#p2")


def test_a_cell_that_a_spreadsheet_would_compute_is_made_harmless():
    assert ",'=1+1," in exported(FORMATS["csv"], item(title="=1+1")).decode()


@pytest.mark.parametrize(
    ("date", "first"), [("-0044", "-0044-01-01"), ("-0044/0014", "-0044-01-01"), ("2018", "2018-01-01")]
)
def test_a_date_in_the_table_stands_as_it_is(date, first):
    (row,) = csv.DictReader(io.StringIO(exported(FORMATS["csv"], item(date=date, title="-44")).decode(), newline=""))
    assert (row["date"], row["first_day"], row["title"]) == (date, first, "'-44")


def test_persons_have_family_and_given_names_and_bodies_keep_theirs_whole():
    body = "Ministry of Labour, Invalids and Social Affairs"
    one = item(creator=["Nguyen, Thi Lan", body], persons=["Nguyen, Thi Lan"])
    written = {name: FORMATS[name].piece(one) for name in ("csl-json", "bibtex", "ris", "jsonld")}
    assert json.loads(written["csl-json"])["author"] == [{"family": "Nguyen", "given": "Thi Lan"}, {"literal": body}]
    assert f"author = {{Nguyen, Thi Lan and {{{body}}}}}" in written["bibtex"]
    assert "AU  - Nguyen, Thi Lan\r\n" in written["ris"]
    assert json.loads(written["jsonld"])["author"][0]["familyName"] == "Nguyen"
    head = page_head(one)
    assert 'name="citation_author" content="Nguyen, Thi Lan"' in head
    assert 'name="citation_author" content="Ministry of Labour Invalids and Social Affairs,"' in head


def test_a_person_of_one_name_is_a_person_in_every_export():
    one = item(creator=["Sukarno"], persons=["Sukarno"])
    written = {name: FORMATS[name].piece(one) for name in ("csl-json", "bibtex", "ris", "jsonld")}
    assert json.loads(written["csl-json"])["author"] == [{"family": "Sukarno"}]
    assert "author = {{Sukarno}}" in written["bibtex"]
    assert "AU  - Sukarno,\r\n" in written["ris"]
    assert json.loads(written["jsonld"])["author"] == [{"@type": "Person", "name": "Sukarno"}]
    assert 'name="citation_author" content="Sukarno,"' in page_head(one)


@pytest.mark.parametrize("file", sorted(EDITION_DOWNLOADS))
def test_what_is_taken_of_the_edition_alone_says_its_rights_and_the_state_of_the_archive(file):
    said = EDITION_DOWNLOADS[file](EDITION).replace("\\", "")
    assert EDITION.imprint.rights in said
    assert EDITION.digest in said
