"""Paragraphs as JSON Lines: one object a line, with its identifier, its words as they stand, and its mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from archivist.export.wording import json_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.export.imprint import Edition
    from archivist.export.item import Item, NumberedPart
    from archivist.mentions import Located
    from archivist.model import Paragraph

Json = dict[str, Any]


def paragraph_rows(item: Item) -> Iterator[Json]:
    """Give a document's paragraphs; none where the text is withheld.

    `start` and `end` are code points of the reading text, half-open, here and in `mentions`. `part` is None of a
    paragraph that lies in none.
    """
    mentions: dict[int, list[Json]] = {}
    for place in item.located:
        mentions.setdefault(place.paragraph, []).append(_mention(place))
    parts = {number: part_row(one) for one in item.parts for number in range(one.part.first, one.last + 1)}
    for paragraph in item.document.paragraphs if item.open else ():
        yield _row(item, paragraph, mentions.get(paragraph.number, [])) | {"part": parts.get(paragraph.number)}


def part_row(one: NumberedPart) -> Json:
    """Give a part as its paragraphs name it; title and date as the record has them."""
    return {"number": one.number, "title": one.part.title, "date": one.part.date}


def piece(item: Item) -> str:
    return "".join(json_text(row) + "\n" for row in paragraph_rows(item))


def whole(edition: Edition, pieces: Iterable[str]) -> Iterator[str]:
    """Join the lines; each names rights and edition itself, since the format knows no head."""
    del edition
    return iter(pieces)


def _row(item: Item, paragraph: Paragraph, mentions: list[Json]) -> Json:
    return {
        "identifier": item.passage(paragraph.number),
        "document": item.id,
        "paragraph": paragraph.number,
        "start": paragraph.start,
        "end": paragraph.end,
        "language": item.record.language,
        "text": item.document.text[paragraph.start : paragraph.end],
        "mentions": mentions,
        "rights": item.record.rights.uri,
        "rights_holder": item.record.rights.holder,
        "edition": item.imprint.label,
        "edition_rights": item.imprint.rights,
    }


def _mention(place: Located) -> Json:
    mention = place.mention
    return {
        "start": mention.start,
        "end": mention.end,
        "kind": mention.kind,
        "target": mention.target,
        "state": mention.state,
        "entry": mention.entry,
    }
