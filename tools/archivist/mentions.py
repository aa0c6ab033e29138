"""The inverted index: which entry is mentioned where."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from archivist.text import paragraph_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from archivist.model import Entry, Mention, Paragraph


class Located(NamedTuple):
    """A mention and the paragraph that it begins in."""

    document: str
    paragraph: int
    mention: Mention


def locate_mentions(document: str, numbered: Sequence[Paragraph], mentions: Iterable[Mention]) -> tuple[Located, ...]:
    """Give each mention of a document its paragraph number."""
    return tuple(Located(document, paragraph_at(mention.start, numbered) or 0, mention) for mention in mentions)


def invert(located: Iterable[Located]) -> Mapping[str, tuple[Located, ...]]:
    """File linked mentions, nested ones too, by the id of their entry: entries sorted, mentions in the order given."""
    filed: defaultdict[str, list[Located]] = defaultdict(list)
    for place in located:
        if place.mention.entry is not None:
            filed[place.mention.entry].append(place)
    return {entry: tuple(filed[entry]) for entry in sorted(filed)}


def unresolved(located: Iterable[Located]) -> tuple[Located, ...]:
    """Give the mentions that stay unmatched or ambiguous, in the order given."""
    return tuple(place for place in located if place.mention.state != "linked")


def entry_row(entry: Entry) -> str:
    """Give the id of an entry's row in the table of all entries, mentioned or not."""
    return entry_docname(entry).rpartition("/")[2]


def entry_docname(entry: Entry) -> str:
    """Name the page of an entry: safe on file systems that fold case or reserve names (CON, AUX)."""
    slug = re.sub(r"[^a-z0-9]+", "-", entry.id.lower()).strip("-")
    return f"entries/{slug}" if slug.startswith(f"{entry.kind}-") else f"entries/{entry.kind}-{slug}"
