"""Rulings: which mentions an archivist is asked about, and what the answers add to the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import tomli_w

from archivist.model import Span
from archivist.store.looked import marks, read_looked
from archivist.text import locate, select

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence
    from pathlib import Path

    from archivist.model import Decision, Kind, Mention
    from archivist.recognise import Recogniser
    from archivist.store import Document
    from archivist.store.record import RulingTable


@dataclass(frozen=True)
class Answer:
    """What an archivist decided about a mention."""

    mention: Mention
    decision: Decision
    target: str = ""  # what is meant ("other", "sic", and "yes" to an ambiguous mention), and its kind
    kind: Kind | None = None
    reading: str = ""  # what should stand there ("sic")


def open_questions(
    document: Document,
    mentions: Sequence[Mention],
    *,
    lost: Container[RulingTable],
    new: Container[Mention],
    every: bool,
) -> Iterator[Mention]:
    """Give the mentions to be asked about that no ruling covers: unsure, unmatched and new ones, or `every` one.

    Rulings that are `lost`, as `archivist.checks.rulings.lost_rulings` gives them, cover nothing.
    """
    standing = [ruling for ruling in document.record.ruling if ruling not in lost]
    ruled = {span for ruling in standing if (span := locate(document.text, ruling.quote))}
    for mention in mentions:
        asked = every or mention.state != "linked" or mention.anaphora or mention in new
        if asked and Span(mention.start, mention.end) not in ruled:
            yield mention


def read_in_place(text: str, mention: Mention, reading: str, recogniser: Recogniser) -> Mention | None:
    """Give what a slip is read as once its place says what it should read: of several mentions there, the longest."""
    end = mention.start + len(reading)
    mended = f"{text[: mention.start]}{reading}{text[mention.end :]}"
    within = [one for one in recogniser.mentions(mended) if mention.start <= one.start and one.end <= end]
    return max(within, key=lambda one: (one.end - one.start, -one.start), default=None)


def new_mentions(project: Path, document: Document, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """Give the mentions found since the document was looked through; none where nobody has begun."""
    looked = read_looked(project, document.id)
    if looked is None:
        return frozenset()
    return frozenset(mention for mention, mark in marks(document, mentions).items() if mark not in looked)


def stale_rulings(document: Document) -> tuple[RulingTable, ...]:
    """Give the rulings whose words no longer stand in the text exactly once."""
    return tuple(ruling for ruling in document.record.ruling if locate(document.text, ruling.quote) is None)


def ruled_record(record: bytes, document: Document, answers: Sequence[Answer], *, who: str, when: str) -> bytes:
    """Add rulings, and a note for each slip, at the end of a `record.toml`; what stands there stays as it is."""
    tables = []
    for answer in answers:
        selector = _selector(document.text, answer.mention)
        tables.append(_table("ruling", selector | _ruling(answer) | {"who": who, "when": when}))
        if answer.decision == "sic":
            slip = {"kind": "sic", "reading": answer.reading, "evidence": "ruled while linking"}
            tables.append(_table("note", selector | slip | {"who": who, "when": when}))
    return b"\n\n".join([record.rstrip(b"\n"), *tables]) + b"\n"


def _table(name: str, row: dict[str, Any]) -> bytes:
    """Print one table of an array of tables; the whole array might come out inline, inside the record's last table."""
    return f"[[{name}]]\n{tomli_w.dumps(row).rstrip()}".encode()


def _selector(text: str, mention: Mention) -> dict[str, Any]:
    quote = select(text, Span(mention.start, mention.end))
    parts = {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix}
    return {name: words for name, words in parts.items() if words}


def _ruling(answer: Answer) -> dict[str, Any]:
    """Give what a ruling says; a decision for another entry is kept as a "yes" to that one."""
    mention = answer.mention
    if answer.decision == "no":
        return {"decision": "no"}
    decision = "yes" if answer.decision == "other" else answer.decision
    return {"decision": decision, "kind": answer.kind or mention.kind, "target": answer.target or mention.target}
