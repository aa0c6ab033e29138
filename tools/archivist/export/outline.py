"""llms.txt: a plain index of the documents in Markdown (llmstxt.org, 3 September 2024)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.dates import printed_date
from archivist.export.item import known
from archivist.export.wording import one_line
from archivist.store.record import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.export.imprint import Edition
    from archivist.export.item import Item

_MARKS = re.compile(r"([\\`*_\[\]<>#|~&])")


def piece(item: Item) -> str:
    record = item.record
    said = [
        "; ".join(known(record.creator)),
        "" if record.date == UNKNOWN else printed_date(record.date),
        record.type.replace("-", " "),
        "" if record.language == UNKNOWN else record.language,
        record.rights.uri,
        "" if item.open else "text not published",
    ]
    described = ", ".join(_plain(one) for one in said if one)
    return f"- [{_plain(record.title)}]({item.imprint.at(item.page) or item.page}): {described}\n"


def whole(edition: Edition, pieces: Iterable[str]) -> Iterator[str]:
    imprint = edition.imprint
    yield f"# {_plain(imprint.title)}\n\n> Texts kept word for word, with provenance. "
    yield f"Edition {_plain(imprint.version)}, {edition.date}. {_plain(imprint.rights)}\n\n"
    yield "Paragraphs with identifiers: data/paragraphs.jsonl. All exports: exports.html.\n\n## Documents\n\n"
    yield from pieces


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", one_line(text))
