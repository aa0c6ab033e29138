"""Annotated texts ("gold") on disk: read, scored against, and written in the same format.

A folder holds `NAME.txt`, the text byte for byte, beside `NAME.json`: `{"doc", "sha256", "mentions": [{"start", "end",
"text", "kind", "target", "anaphora", "nested"?}]}`. Offsets are code points of the text decoded as UTF-8, newlines
kept. `floor.toml` in it records the F1 a kind below which nobody may fall.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from archivist.errors import ArchivistError
from archivist.model import Fault
from archivist.score import SCORED_KINDS, Reading, score
from archivist.text import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from archivist.model import Mention
    from archivist.score import Scorecard


@dataclass(frozen=True)
class GoldText:
    """An annotated text."""

    name: str
    text: str
    readings: tuple[Reading, ...]


def read_gold(folder: Path) -> tuple[GoldText, ...]:
    """Read the annotated texts of a folder, sorted by name.

    Raises:
        ArchivistError: there are none, or an annotation does not fit its text.
    """
    texts = tuple(_read(path) for path in sorted(folder.glob("*.json")))
    if not texts:
        raise ArchivistError(
            Fault(
                "no-gold",
                str(folder),
                "there are no annotated texts here",
                expected="NAME.txt and NAME.json",
                found="none",
                remedy="name a folder that has them, or annotate a text",
            )
        )
    return texts


def score_gold(texts: Iterable[GoldText], recognise: Callable[[str], Sequence[Mention]]) -> Scorecard:
    """Score a recogniser against annotated texts."""
    gold = {one.name: one for one in texts}
    found = {name: [_found(mention) for mention in recognise(one.text)] for name, one in gold.items()}
    return score({name: one.readings for name, one in gold.items()}, found)


def read_floor(folder: Path) -> Mapping[str, float]:
    """Give the F1 a kind that the folder records as the least; nothing where it records none."""
    path = folder / "floor.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def to_gold(name: str, text: str, mentions: Iterable[Mention]) -> dict[str, Any]:
    """Give the mentions of a text in the format of the gold; only the kinds that are scored, with their state."""
    return {
        "doc": name,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "mentions": [_row(text, mention) for mention in mentions if mention.kind in SCORED_KINDS],
    }


def _row(text: str, mention: Mention) -> dict[str, Any]:
    row = {
        "start": mention.start,
        "end": mention.end,
        "text": text[mention.start : mention.end],
        "kind": mention.kind,
        "target": mention.target,
        "anaphora": mention.anaphora,
        "state": mention.state,
    }
    return {**row, "nested": True} if mention.nested else row


def _read(path: Path) -> GoldText:
    data = json.loads(path.read_text(encoding="utf-8"))
    text = decode(path.with_suffix(".txt").read_bytes(), "utf-8")
    for row in data["mentions"]:
        if text[row["start"] : row["end"]] != row["text"]:
            where = f"{path}#{row['start']}"
            raise ArchivistError(
                Fault(
                    "gold-text",
                    where,
                    "the annotation does not fit the text",
                    expected=repr(row["text"]),
                    found=repr(text[row["start"] : row["end"]]),
                    remedy="mend start, end and text in the file of annotations",
                )
            )
    return GoldText(path.stem, text, tuple(map(_reading, data["mentions"])))


def _reading(row: Mapping[str, Any]) -> Reading:
    ignored = bool(row.get("anaphora") or row.get("nested"))
    return Reading(row["start"], row["end"], row["kind"], row["target"], row["text"], ignored)


def _found(mention: Mention) -> Reading:
    return Reading(mention.start, mention.end, mention.kind, mention.target)
