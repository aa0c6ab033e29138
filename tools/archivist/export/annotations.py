"""Mentions, notes and rulings as W3C Web Annotations (Web Annotation Data Model, 23 February 2017), in JSON-LD.

The target of each is the reading text itself, named by its SHA-256 (RFC 6920, `ni:` URI), so that an annotation can
never be read as one of another version; its place is given twice, by position and by quotation.
"""

from __future__ import annotations

import base64
import json
import re
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal

from archivist.export.wording import json_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from archivist.export.imprint import Edition
    from archivist.export.item import Item
    from archivist.model import Entry, Mention, NoteKind, Quote, Span
    from archivist.store import Document

Json = dict[str, Any]
Motivation = Literal["assessing", "commenting", "describing", "editing", "identifying"]

_OF_DATA = re.compile(r"https?://www\.wikidata\.org/")
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_REACHES = (32, 64, 128, 256)  # code points either side of a quotation: the first that makes it unique, or the last
_MOTIVATIONS: Mapping[NoteKind, Motivation] = {
    "sic": "editing",
    "comment": "commenting",
    "conflict": "commenting",
    "link-lost": "describing",
    "residue": "describing",
}


def annotation_page(
    document: Document,
    mentions: Sequence[Mention],
    places: Mapping[Quote, Span],
    *,
    entries: Mapping[str, Entry],
    code: str,
) -> Json:
    """Give a document's annotations as one AnnotationPage, in the order mentions, notes, rulings.

    `places` says where the selectors of notes and rulings stand; one that is not in it is stale and left out.
    `code` is the archive's code, which stands before the document's id in identifiers.
    """
    identifier = f"{code}:{document.id}"
    found = [
        *_mentions(document, mentions, entries=entries, code=code),
        *_notes(document, places),
        *_rulings(document, places, entries=entries, code=code),
    ]
    items = [{"id": f"{identifier}#annotation-{number}"} | one for number, one in enumerate(found, 1)]
    return {"@context": _CONTEXT, "id": f"{identifier}#annotations", "type": "AnnotationPage", "items": items}


def piece(item: Item) -> str:
    """Print a document's page on a line, after one with its id; nothing where the text is withheld: they quote it."""
    if not item.open:
        return ""
    mentions = [place.mention for place in item.located]
    code = item.imprint.code
    page = annotation_page(item.document, mentions, item.places(), entries=item.entries, code=code)
    return f"{json_text(page['id'])}\n{json_text(page | {'partOf': _collection_id(code)})}"


def whole(edition: Edition, pieces: Iterable[str]) -> Iterator[str]:
    """Join the pages, a line each, each with the next; the first line is the collection, with rights and edition.

    Source: Web Annotation Data Model, sections 5.1 and 5.2.
    """
    imprint = edition.imprint
    pages = filter(None, pieces)
    first = next(pages, "")
    collection: Json = {
        "@context": [_CONTEXT, {"dcterms": "http://purl.org/dc/terms/"}],
        "id": _collection_id(imprint.code),
        "type": "AnnotationCollection",
        "label": f"{imprint.label}: mentions, notes and rulings",
        "dcterms:issued": edition.date,
        "dcterms:rights": imprint.rights,
        "dcterms:source": digest_uri(edition.digest) if edition.digest else "",
    }
    if first:
        collection["first"] = json.loads(first.partition("\n")[0])
    yield json_text(collection) + "\n"
    yield from _chained(chain(filter(None, [first]), pages))


def _chained(pieces: Iterable[str]) -> Iterator[str]:
    """Write into each page, which ends with a brace, the id of the next."""
    before = ""
    for piece in pieces:
        id_, _, page = piece.partition("\n")
        if before:
            yield f'{before[:-1]},"next":{id_}}}\n'
        before = page
    if before:
        yield f"{before}\n"


def _collection_id(code: str) -> str:
    return f"{code}:annotations"


def digest_uri(sha256: str) -> str:
    """Give the `ni:` URI of a SHA-256 given in hexadecimal (RFC 6920, section 3)."""
    encoded = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{encoded}"


def _mentions(
    document: Document, mentions: Sequence[Mention], *, entries: Mapping[str, Entry], code: str
) -> Iterator[Json]:
    @cache  # a text names few things often
    def body(said: str, id: str | None) -> list[Json]:
        classified = _text_body(said, "classifying")
        if id is None:
            return [classified]
        authorities = [_authority(same.address) for same in entries[id].same_as]
        return [_identified(code, id), classified, *authorities]

    for mention in mentions:
        about = body(f"{mention.kind}: {mention.target} ({mention.state})", mention.entry)
        yield _annotation(document, mention.start, mention.end, motivation="identifying", body=about)


def _notes(document: Document, places: Mapping[Quote, Span]) -> Iterator[Json]:
    for note in document.record.note:
        if note.quote in places:
            words = f"{note.kind}: reads {note.reading}. {note.evidence}" if note.reading else note.evidence
            body = [_text_body(words, _MOTIVATIONS[note.kind])]
            one = _annotation(document, *places[note.quote], motivation=_MOTIVATIONS[note.kind], body=body)
            yield one | _made(note.who, note.when)


def _rulings(
    document: Document, places: Mapping[Quote, Span], *, entries: Mapping[str, Entry], code: str
) -> Iterator[Json]:
    for ruling in document.record.ruling:
        if ruling.quote in places:
            said = (ruling.decision, ruling.kind, ruling.target, ruling.reason)
            body = [_text_body(" ".join(word for word in said if word), "assessing")]
            body += [_identified(code, target)] if (target := ruling.target) and target in entries else []
            one = _annotation(document, *places[ruling.quote], motivation="assessing", body=body)
            yield one | _made(ruling.who, ruling.when)


def _annotation(document: Document, start: int, end: int, *, motivation: Motivation, body: list[Json]) -> Json:
    source = _source(document.text_sha256, document.record.language)
    return {
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": {"source": source, "selector": _selectors(document.text, start, end)},
    }


@lru_cache(maxsize=1)  # asked for once an annotation, document after document
def _source(text_sha256: str, language: str) -> Json:
    """Name the reading text that a document's annotations are about."""
    source: Json = {"id": digest_uri(text_sha256), "type": "Text", "format": "text/plain"}
    return source if language == "unknown" else source | {"language": language}


def _selectors(text: str, start: int, end: int) -> list[Json]:
    """Select by position (code points, section 4.2.5) and by quotation (section 4.2.4)."""
    reach = next((one for one in _REACHES if _is_alone(text, max(0, start - one), end + one)), _REACHES[-1])
    quotation = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - reach) : start],
        "suffix": text[end : end + reach],
    }
    return [{"type": "TextPositionSelector", "start": start, "end": end}, quotation]


def _is_alone(text: str, start: int, end: int) -> bool:
    """Tell whether the words of a place stand nowhere else."""
    words = text[start:end]
    return text.find(words) == start and text.find(words, start + 1) < 0


def _authority(address: str) -> Json:
    """Name a page elsewhere about the same thing: one of Wikidata is of data, all others are read (section 3.2.3)."""
    return {"id": address, "type": "Dataset" if _OF_DATA.match(address) else "Text"}


def _identified(code: str, id: str) -> Json:
    """Name the entry that is meant."""
    return {"type": "SpecificResource", "source": f"{code}:entry:{id}", "purpose": "identifying"}


def _text_body(value: str, purpose: str) -> Json:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "language": "en", "purpose": purpose}


def _made(who: str, when: str) -> Json:
    """Say who made an annotation and, where the day is known, when (`created` is an xsd:dateTime).

    Whether that is a person or, as “The editors”, several, the record does not say: the name has no type.
    """
    made: Json = {"creator": {"name": who}}
    return made | {"created": f"{when}T00:00:00Z"} if len(when) == len("2026-11-25") else made
