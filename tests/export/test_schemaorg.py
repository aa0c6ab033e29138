"""What a text mentions is of the class that the glossary surely tells."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from sample_items import item

from archivist.export.schemaorg import work
from archivist.model import Entry


@pytest.mark.parametrize(
    ("kind", "type_", "expected"),
    [
        ("place", "city", "Place"),
        ("acronym", "place", "Place"),
        ("ilo", "Convention", "Legislation"),
        ("asean", "agreement", "Legislation"),
        ("ilo", "declaration", "Thing"),
        ("organisation", "trade union", "Organization"),
        ("organisation", "meeting", "Thing"),
        ("acronym", "organisation", "Organization"),
        ("acronym", "concept", "Thing"),
    ],
)
def test_a_mention_has_the_class_of_its_entry(kind, type_, expected):
    entry = Entry("one", kind, "A name", verified=True, type=type_)
    place = SimpleNamespace(mention=SimpleNamespace(entry="one"))
    described = work(replace(item(), located=(place,), entries={"one": entry}))
    assert described["mentions"] == [{"@type": expected, "name": "A name", "identifier": "one"}]


def test_a_creator_that_is_no_person_is_a_body_and_of_others_the_name_alone_is_said():
    fields = {"creator": ["Nguyen, Thi Lan", "A body"], "persons": ["Nguyen, Thi Lan"], "publisher": ["A body", "Else"]}
    described = work(item(**fields, rights={"holder": "Nguyen, Thi Lan"}))
    person = {"@type": "Person", "name": "Thi Lan Nguyen", "familyName": "Nguyen", "givenName": "Thi Lan"}
    body = {"@type": "Organization", "name": "A body"}
    assert described["author"] == [person, body]
    assert described["publisher"] == [body, "Else"]
    assert described["copyrightHolder"] == [person]
