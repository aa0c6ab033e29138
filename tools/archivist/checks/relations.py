"""Rules about relations between documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.model import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.checks.holdings import Holdings

# The form that `archivist add` gives ids; a target may as well be an address or a reference in words.
_LIKE_AN_ID = re.compile(r"(?:[0-9]{4}|undated)-[a-z0-9]+(?:-[a-z0-9]+)*")


def relation_dangling(holdings: Holdings) -> Iterator[Fault]:
    """Find relations to documents that are not there."""
    there = set(holdings.ids)
    for id, document in holdings.documents.items():
        for number, relation in enumerate(document.record.relations, 1):
            if relation.target not in there and _LIKE_AN_ID.fullmatch(relation.target):
                yield Fault(
                    "relation-dangling",
                    f"archive/{id}/record.toml#relations.{number}.target",
                    f"{id} is {relation.kind!r} a document that is not there",
                    expected="the id of a document, an address, or a reference in words",
                    found=relation.target,
                    remedy="correct the target, or add the document",
                )
