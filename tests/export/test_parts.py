"""Parts of a source are in the exports that can say them, and none of a text that is withheld."""

import json
import sqlite3

import pytest
from sample_items import ABROAD, EDITION, exported, item

from archivist.export.formats import FORMATS
from archivist.export.imprint import Edition

PARTS = [{"first": 2, "title": "First  post", "date": "2019-11~"}, {"first": 3, "title": "", "date": "2019-11-30"}]
TEXT = "Head.\n\nFirst.\n\nSecond.\n\nMore.\n"


def blog(**fields):
    return item(TEXT, part=PARTS, imprint=ABROAD, **fields)


def written(name, one):
    return exported(FORMATS[name], one, edition=Edition(ABROAD, EDITION.date, EDITION.digest))


def test_each_paragraph_names_the_part_that_it_lies_in():
    first, second = (
        {"number": 1, "title": "First  post", "date": "2019-11~"},
        {"number": 2, "title": "", "date": "2019-11-30"},
    )
    rows = [json.loads(line) for line in written("jsonl", blog()).splitlines()]
    assert [row["part"] for row in rows] == [None, first, second, second]


def test_the_database_has_a_table_of_them():
    with sqlite3.connect(":memory:") as database:
        database.deserialize(written("sqlite", blog()))
        rows = database.execute("SELECT * FROM part").fetchall()
    assert rows == [("2018-a", 1, "First  post", "2019-11~", 2, 2), ("2018-a", 2, "", "2019-11-30", 3, 4)]


@pytest.mark.parametrize("name", ["jsonld", "ro-crate"])
def test_the_work_has_them_with_name_date_and_the_address_of_their_first_paragraph(name):
    one = blog()
    graph = json.loads(written(name, one))["@graph"]
    (work,) = [entity for entity in graph if one.identifier in list(entity.get("identifier", ()))]
    by_id = {entity.get("@id"): entity for entity in graph}
    found = [by_id[part["@id"]] if "@id" in part else part for part in work["hasPart"]]
    page = "https://archive.test/documents/2018-a.html"
    said = [(part["@type"], part.get("name"), part.get("datePublished"), part.get("temporal")) for part in found]
    assert said == [("BlogPosting", "First post", None, "2019-11~"), ("BlogPosting", None, "2019-11-30", None)]
    assert [part["url"] for part in found] == [f"{page}#p2", f"{page}#p3"]
    assert [part["identifier"] for part in found] == [one.passage(2), one.passage(3)]


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_none_is_in_an_export_of_a_text_that_is_withheld(name):
    closed = item(TEXT, part=PARTS, is_open=False, access="metadata-only")
    assert b"First  post" not in written(name, closed)
    assert b"2019-11-30" not in written(name, closed)


@pytest.mark.parametrize("name", ["csv", "jsonl"])
def test_a_row_says_whose_the_records_are_and_by_which_licence(name):
    assert ABROAD.rights in written(name, item(imprint=ABROAD)).decode()
