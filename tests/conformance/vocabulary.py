"""What schema.org's own vocabulary, in the file that it publishes, says against a description."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from install import SCHEMA_FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]


def complaints(node: Json) -> Iterator[str]:
    """Find classes and properties that there are not, properties that the class does not have, and wrong values.

    A text may stand for a thing: schema.org takes that as an offer of "some data is better than none".
    """
    class_ = f"schema:{node['@type']}"
    above = _above(class_)
    if class_ not in _terms():
        yield f"no class {class_}"
    for name, values in node.items():
        if not name.startswith("@"):
            term = _terms().get(f"schema:{name}")
            if term is None or not _ids(term, "schema:domainIncludes") & above:
                yield f"{class_} has no property {name}"
                continue
            for value in values if isinstance(values, list) else [values]:
                yield from _value_complaints(name, value, _ids(term, "schema:rangeIncludes"))


def _value_complaints(name: str, value: object, range_: set[str]) -> Iterator[str]:
    if isinstance(value, dict):
        yield from complaints(value)
        if not range_ & _above(f"schema:{value['@type']}"):
            yield f"{name} is no {value['@type']}"
    elif not isinstance(value, str):
        yield f"{name} is no text: {value!r}"
    elif range_ <= {"schema:Date", "schema:DateTime"} and not value[:4].isdigit():
        yield f"{name} is no date: {value!r}"


@cache
def _terms() -> dict[str, Json]:
    graph = json.loads((SCHEMA_FOLDER / "schema.jsonld").read_text(encoding="utf-8"))["@graph"]
    return {term["@id"]: term for term in graph}


@cache
def _above(class_: str) -> frozenset[str]:
    """Give a class and all that it is a kind of."""
    over = _ids(_terms().get(class_, {}), "rdfs:subClassOf")
    return frozenset({class_}).union(*(_above(one) for one in over)) if over else frozenset({class_})


def _ids(term: Json, key: str) -> set[str]:
    values = term.get(key, [])
    return {value["@id"] for value in (values if isinstance(values, list) else [values])}
