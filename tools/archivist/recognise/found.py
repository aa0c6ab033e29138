"""What the finders hand to the resolver."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from archivist.model import Kind


class Found(NamedTuple):
    """A stretch of text read as a mention, before overlaps are settled."""

    start: int
    end: int
    kind: Kind
    target: str  # as in Mention.target
    candidates: tuple[str, ...] = ()  # ids of the entries that it may name; none: the glossary lacks it
    anaphora: bool = False
    sense: str = ""
    undecided: bool = False  # an archivist ruled that it cannot be known


class Numbered(NamedTuple):
    """One number of a list, with the characters that are its own."""

    start: int
    end: int
    number: int
