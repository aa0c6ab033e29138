"""The crate says of each document what the other exports say, in entities that lie side by side."""

import json

import pytest
from sample_items import ABROAD, EDITION, exported, item

from archivist.export.formats import FORMATS
from archivist.export.imprint import Edition

OUTSIDE = Edition(ABROAD, EDITION.date, EDITION.digest)


def crate(*items):
    graph = json.loads(exported(FORMATS["ro-crate"], *items, edition=OUTSIDE))["@graph"]
    return {entity["@id"]: entity for entity in graph}


def original(**fields):
    one = item(**fields)
    return crate(one)[one.original]


def test_rights_that_nobody_knows_are_said_to_be_unknown():
    assert original()["copyrightNotice"] == "Rights: unknown"
    assert "license" not in original()


def test_each_author_is_an_entity_of_a_class_and_named_in_its_place():
    names = [f"Body {number}" for number in range(300)]
    one = item(creator=[*names, "Nguyen, Thi Lan"], persons=["Nguyen, Thi Lan"], publisher=["Body 0", "Else"])
    found = crate(one)
    authors = [found[author["@id"]] for author in found[one.original]["author"]]
    assert [author["name"] for author in authors] == [*names, "Thi Lan Nguyen"]
    assert {author["@type"] for author in authors[:-1]} == {"Organization"}
    assert (authors[-1]["@type"], authors[-1]["familyName"]) == ("Person", "Nguyen")
    assert found[one.original]["publisher"] == [{"@id": "#organization-Body%200"}, "Else"]


def test_persons_of_one_name_are_kept_apart_and_a_body_is_one():
    fields = {"creator": ["Lee, Ann", "ILO"], "persons": ["Lee, Ann"]}
    found = crate(item(**fields), item(document_id="2018-b", **fields))
    kinds = [entity["@type"] for entity in found.values() if entity.get("name") in ("Ann Lee", "ILO")]
    assert sorted(kinds) == ["Organization", "Person", "Person"]


@pytest.mark.parametrize("format_", ["ro-crate", "jsonld"])
@pytest.mark.parametrize(
    ("date", "published", "temporal"),
    [
        ("2018-11-15", "2018-11-15", None),
        ("2015-11/2015-12", "2015", "2015-11/2015-12"),
        ("2015-21", "2015", "2015-21"),
        ("2015~", None, "2015~"),
        ("198X", None, "198X"),
        ("[2015-11..2016-12]", None, "[2015-11..2016-12]"),
        ("-0044-03-15", None, "-0044-03-15"),
        ("unknown", None, None),
    ],
)
def test_what_is_surely_a_date_is_one_and_the_rest_stands_as_it_was_written(format_, date, published, temporal):
    one = item(date=date)
    graph = json.loads(exported(FORMATS[format_], one))["@graph"]
    (found,) = [entity for entity in graph if one.identifier in entity.get("identifier", ())]
    assert (found.get("datePublished"), found.get("temporal")) == (published, temporal)


def test_numbers_of_the_record_are_identifiers_beside_the_archives_own():
    numbers = ["doi:10.1000/1", "ISBN 0306406152", "GB.325/POL/1"]
    assert original(identifiers=numbers)["identifier"] == ["sma:2018-a", *numbers]


@pytest.mark.parametrize("name", ["cff", "ro-crate", "jsonld", "bibtex", "ris", "csl-json", "dc"])
def test_every_export_gives_the_sites_address_alike(name):
    said = exported(FORMATS[name], edition=OUTSIDE).decode()
    assert "https://archive.test/" in said
    assert 'https://archive.test"' not in said
    assert "https://archive.test}" not in said
    assert "https://archive.test<" not in said
    assert "https://archive.test\r" not in said
