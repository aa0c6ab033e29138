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
