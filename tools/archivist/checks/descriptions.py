"""Rules about one document's description."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from archivist.model import Fault
from archivist.text import locate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from archivist.store import Document


def stale_selectors(document: Document) -> Iterator[Fault]:
    """Find notes and rulings whose words are not in the text, or stand there more than once."""
    record = document.record
    for table, selected in (("note", record.note), ("ruling", record.ruling)):
        for number, each in enumerate(selected, 1):
            if locate(document.text, each.quote) is None:
                words = each.prefix + each.exact + each.suffix
                yield Fault(
                    "selector-stale",
                    _place(document, f"{table}.{number}"),
                    f"{table} {number} of {document.id} fits nowhere in the text, or in more than one place",
                    expected=f"exactly one place with {words!r}",
                    found=_occurrences(document.text, words),
                    remedy="quote the words exactly as they stand, with enough of prefix and suffix to be unique",
                )


def parts_outside(document: Document) -> Iterator[Fault]:
    """Find parts that begin at a paragraph which the text does not have."""
    count = len(document.paragraphs)
    for number, part in enumerate(document.record.part, 1):
        if part.first > count:
            yield Fault(
                "part-outside",
                _place(document, f"part.{number}.first"),
                f"part {number} of {document.id} begins after the end of the text",
                expected=f"a paragraph from 1 to {count}",
                found=str(part.first),
                remedy="correct the number of the part's first paragraph",
            )


def reading_changed(document: Document, events: Sequence[Mapping[str, Any]]) -> Iterator[Fault]:
    """Compare the reading text and its layout with those that were added: paragraph numbers hang on them."""
    added = next((event for event in events if "readingTextSha256" in event), None)
    found = {"readingTextSha256": document.text_sha256, "layout": document.record.layout}
    for name in sorted(found if added else ()):
        if added and added.get(name) != found[name]:
            yield Fault(
                "reading-changed",
                _place(document, "layout" if name == "layout" else "original.charset"),
                f"the {name} of {document.id} is not the one with which it was added",
                expected=str(added.get(name)),
                found=found[name],
                remedy="restore the value: identifiers of passages depend on it",
            )


def _place(document: Document, key: str) -> str:
    return f"archive/{document.id}/record.toml#{key}"


def _occurrences(text: str, words: str) -> str:
    count = text.count(words)
    return f"{count} places" if count != 1 else "overlapping places"


DOCUMENT_RULES = (stale_selectors, parts_outside)


def faults_of(document: Document) -> tuple[Fault, ...]:
    """Try every rule about one document."""
    return tuple(fault for rule in DOCUMENT_RULES for fault in rule(document))
