"""Annotated texts ("gold") on disk: read, scored against, and written in the same format.

A folder holds `NAME.txt`, the text byte for byte, beside `NAME.json`: `{"doc", "sha256", "mentions": [{"start", "end",
"text", "kind", "target", "anaphora", "nested"?}]}`. Offsets are code points of the text decoded as UTF-8, newlines
kept. `floor.toml` in it records the F1 a kind below which nobody may fall.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from pydantic import TypeAdapter, ValidationError

from archivist.errors import ArchivistError
from archivist.model import Fault
from archivist.score import SCORED_KINDS, Reading, score
from archivist.text import decode, text_digest, undecodable

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
        ArchivistError: there are none, or one cannot be read or does not fit its text; with a fault a text.
    """
    read = [_read(path) for path in sorted(folder.glob("*.json"))]
    if faults := [one for one in read if isinstance(one, Fault)]:
        raise ArchivistError(*faults)
    texts = tuple(one for one in read if isinstance(one, GoldText))
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
    found = {name: [_found(one.text, mention) for mention in recognise(one.text)] for name, one in gold.items()}
    return score({name: one.readings for name, one in gold.items()}, found)


def read_floor(folder: Path) -> Mapping[str, float]:
    """Give the F1 a kind that the folder records as the least; nothing where it records none.

    Raises:
        ArchivistError: the file is not TOML, or holds something else than figures a kind.
    """
    path = folder / "floor.toml"
    if not path.is_file():
        return {}
    try:
        floors = _FLOOR.validate_python(tomllib.loads(path.read_text(encoding="utf-8")), strict=True)
    except tomllib.TOMLDecodeError as error:
        raise ArchivistError(_fault(path, "this is no TOML", expected="ilo = 0.9", found=str(error))) from error
    except ValidationError as error:
        raise ArchivistError(_malformed(path, error)) from error
    return {str(kind): least for kind, least in floors.items()}


def to_gold(name: str, text: str, mentions: Iterable[Mention]) -> dict[str, Any]:
    """Give the mentions of a text in the format of the gold; only the kinds that are scored, with their state."""
    return {
        "doc": name,
        "sha256": text_digest(text),
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


@dataclass(frozen=True)
class _Row:
    """An annotation as its file has it; other keys than these are the annotator's own."""

    start: int
    end: int
    text: str
    kind: Literal["ilo", "asean", "acronym"]  # SCORED_KINDS
    target: str
    anaphora: bool = False
    nested: bool = False


@dataclass(frozen=True)
class _Annotations:
    """A file of annotations."""

    mentions: tuple[_Row, ...]
    sha256: str = ""  # of the text; empty: not said


_ANNOTATIONS = TypeAdapter(_Annotations)
_FLOOR = TypeAdapter(dict[Literal["ilo", "asean", "acronym", "total"], float])


def _read(path: Path) -> GoldText | Fault:
    """Read an annotated text, or say the first thing that is wrong with it."""
    try:
        gold = _ANNOTATIONS.validate_json(path.read_bytes(), strict=True)
    except ValidationError as error:
        return _malformed(path, error)
    beside = path.with_suffix(".txt")
    try:
        text = decode(beside.read_bytes(), "utf-8")
    except FileNotFoundError:
        return _fault(path, "there is no text beside the annotations", expected=beside.name, found="no such file")
    except UnicodeError as error:
        return _fault(beside, "the text is not UTF-8", expected="text in UTF-8", found=undecodable(error))
    if gold.sha256 and gold.sha256 != (digest := text_digest(text)):
        return _fault(path, "the annotations are of another text", expected=f"sha256 {gold.sha256}", found=digest)
    for number, row in enumerate(gold.mentions, 1):
        if text[row.start : row.end] != row.text:
            place = f"{path}#mentions.{number}, at {row.start}-{row.end}"
            found = repr(text[row.start : row.end])
            return _fault(place, "the annotation does not fit the text", expected=repr(row.text), found=found)
    return GoldText(path.stem, text, tuple(map(_reading, gold.mentions)))


def _malformed(path: Path, error: ValidationError) -> Fault:
    """Say what the first thing is that a file of annotations, or of floors, cannot hold; mentions count from 1."""
    problem = error.errors(include_url=False)[0]
    name = ".".join(str(part + 1 if isinstance(part, int) else part) for part in problem["loc"])
    found = "none" if problem["type"] == "missing" else repr(problem["input"])[:80]
    place = f"{path}#{name}" if name else path
    return _fault(place, "this is no annotation that can be scored", expected=problem["msg"], found=found)


def _fault(where: Path | str, message: str, *, expected: str, found: str) -> Fault:
    return Fault("gold-text", str(where), message, expected, found, "correct the file, or take it out of the folder")


def _reading(row: _Row) -> Reading:
    return Reading(row.start, row.end, row.kind, row.target, row.text, row.anaphora or row.nested)


def _found(text: str, mention: Mention) -> Reading:
    return Reading(mention.start, mention.end, mention.kind, mention.target, text[mention.start : mention.end])
