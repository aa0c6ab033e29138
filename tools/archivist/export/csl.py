"""Documents as CSL-JSON items (Citation Style Language 1.0.2, appendices II to IV)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from archivist.dates import ends, is_set, printed_date
from archivist.export.item import known
from archivist.export.kinds import KINDS
from archivist.export.wording import json_text, one_line
from archivist.store.record import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.export.imprint import Edition
    from archivist.export.item import Item

Json = dict[str, Any]

_POINT = re.compile(r"(\d{4})(?:-(0\d|1[0-2])(?:-(\d\d))?)?(?:T.*)?([?~%]?)")
_UNSURE = ("inferred", "from memory")


def csl_item(item: Item) -> Json:
    """Give a document's item. Bodies are literal names; what is unknown is left out, an unsure date is `circa`."""
    record = item.record
    kind = KINDS[record.type]
    evidence = record.evidence.get("date")
    values = {
        "id": item.id,
        "type": kind.csl,
        "title": one_line(record.title),
        "author": [{"literal": one_line(name)} for name in known(record.creator)],
        "issued": csl_date(record.date, unsure=evidence is not None and evidence.certainty in _UNSURE),
        "publisher": "; ".join(map(one_line, known(record.publisher))),
        "genre": kind.genre,
        "URL": item.address,
        "accessed": csl_date(record.capture.when, unsure=False),
        "language": "" if record.language == UNKNOWN else record.language,
        "abstract": one_line(record.description),
        "archive": item.imprint.title,
        "archive_location": item.identifier,
        "note": one_line(f"Rights: {record.rights.uri}, {record.rights.holder}. {item.imprint.label}"),
    }
    return {key: value for key, value in values.items() if value}


def csl_date(date: str, *, unsure: bool) -> Json:
    """Turn an EDTF date into a date variable; empty where it is unknown.

    What has no place in `date-parts` (open ends, seasons, unspecified digits) is given in words.
    """
    if date == UNKNOWN:
        return {}
    points = [_POINT.fullmatch(point) for point in ends(date)]
    matched = [point for point in points if point]
    if len(matched) < len(points):
        return {"literal": printed_date(date)}
    parts = [[int(part) for part in point.group(1, 2, 3) if part] for point in matched]
    given: Json = {"date-parts": parts}
    return given | {"circa": True} if unsure or is_set(date) or any(point[4] for point in matched) else given


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
        "URL": imprint.address,
        "note": f"{imprint.rights} SHA-256 of archive-manifest.txt: {edition.digest}",
    }
    return {key: value for key, value in item.items() if value}
