"""Documents as CSL-JSON items (Citation Style Language 1.0.2, appendices II to IV)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from archivist.export.dating import csl_date, date_words, issued
from archivist.export.item import known, stated_rights
from archivist.export.kinds import KINDS, WITHOUT_CHAPTERS
from archivist.export.numbers import numbers
from archivist.export.wording import json_text, one_line
from archivist.store.record import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.export.imprint import Edition
    from archivist.export.item import Item
    from archivist.store.record import Record

Json = dict[str, Any]


def csl_item(item: Item) -> Json:
    """Give a document's item. Bodies are literal names; what is unknown is left out, an unsure date is `circa`."""
    record = item.record
    kind = KINDS[record.type]
    is_chapter = bool(item.container) and kind.csl not in WITHOUT_CHAPTERS
    values = {
        "id": item.id,
        "type": "chapter" if is_chapter else kind.csl,
        "title": one_line(record.title),
        "container-title": one_line(item.container),
        "author": [_name(name, record) for name in known(record.creator)],
        "issued": issued(record),
        "publisher": "; ".join(map(one_line, known(record.publisher))),
        "genre": "" if is_chapter else kind.genre,  # the genre is the whole's
        "URL": item.address,
        **dict(zip(("DOI", "ISBN", "ISSN", "number"), numbers(item), strict=True)),
        "accessed": csl_date(record.capture.when, unsure=False),
        "language": "" if record.language == UNKNOWN else record.language,
        "abstract": one_line(record.description),
        "archive": item.imprint.title,
        "archive_location": item.identifier,
        "note": one_line(_note(item)),
    }
    return {key: value for key, value in values.items() if value}


def _name(creator: str, record: Record) -> Json:
    person = record.person(creator)
    if person is None:
        return {"literal": one_line(creator)}
    family, given = map(one_line, person)
    return {"family": family, "given": given} if given else {"family": family}


def _note(item: Item) -> str:
    rights = f"Rights: {stated_rights(item.record)}. {item.imprint.label}"
    words = date_words(item.record)
    return f"Date: {words}. {rights}" if words else rights


def piece(item: Item) -> str:
    return json_text(csl_item(item))


def whole(edition: Edition, pieces: Iterable[str]) -> Iterator[str]:
    """Put the items into an array, the edition first among them: the format knows no head."""
    yield "[\n" + json_text(edition_item(edition))
    for one in pieces:
        yield ",\n" + one
    yield "\n]\n"


def edition_item(edition: Edition) -> Json:
    """Give the item of the archive itself, in the state that was exported."""
    imprint = edition.imprint
    item = {
        "id": f"{imprint.code}-edition",
        "type": "dataset",
        "title": imprint.title,
        "author": [{"literal": imprint.editors}],
        "issued": csl_date(edition.date, unsure=False),
        "version": imprint.version,
        "URL": imprint.home,
        "note": f"{imprint.rights} SHA-256 of archive-manifest.txt: {edition.digest}",
    }
    return {key: value for key, value in item.items() if value}
