"""The frozen values that everything passes around.

Offsets are Unicode code points of a document's reading text, newlines kept as they are; spans are half-open.
Standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal["ilo", "asean", "acronym", "organisation", "place"]
KINDS: tuple[Kind, ...] = ("ilo", "asean", "acronym", "organisation", "place")

State = Literal["linked", "unmatched", "ambiguous"]
Layout = Literal["lines", "blocks"]
NoteKind = Literal["sic", "comment", "conflict", "link-lost", "residue"]
Decision = Literal["yes", "no", "other", "ambiguous", "sic"]


class Span(NamedTuple):
    """A half-open range of code points of a reading text."""

    start: int
    end: int


class Paragraph(NamedTuple):
    """A numbered paragraph: from the first character of its first line to the last of its last, line end excluded."""

    number: int  # from 1, never renumbered
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A text quote selector (W3C Web Annotation Data Model, section 4.2.4)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """An archivist's decision about one place, which overrules the recogniser."""

    quote: Quote
    decision: Decision
    who: str
    when: str  # EDTF date
    kind: Kind | None = None  # of the mention ruled in ("yes", "other")
    target: str | None = None  # what it stands for, as in Mention.target
    reason: str = ""


class Mention(NamedTuple):
    """One place in a text that names an entry, or something that should be one."""

    start: int
    end: int
    kind: Kind
    target: str  # "C102", an ASEAN instrument's id, an acronym's usual spelling in the singular, or an entry's id
    state: State
    entry: str | None = None  # id of the glossary entry it is linked to; None when unmatched or ambiguous
    candidates: tuple[str, ...] = ()  # entry ids between which an ambiguous mention stays undecided
    anaphora: bool = False  # the words alone do not say which one is meant
    nested: bool = False  # lies inside another mention's span: a backlink, but no link of its own
    sense: str = ""  # an acronym's expansion where the document itself gives one


@dataclass(frozen=True, slots=True)
class SameAs:
    """An authority's address for the same thing, and when somebody last saw it there."""

    address: str
    checked: str = ""  # EDTF date; empty: not checked


@dataclass(frozen=True, slots=True)
class Entry:
    """A glossary entry: one thing that texts can mention (source/glossary/*.toml)."""

    id: str
    kind: Kind
    name: str
    verified: bool  # the name was seen in an opened source, not only remembered
    type: str = ""  # "Convention", "Recommendation", "declaration", "UN agency", "country" …
    forms: tuple[str, ...] = ()  # literal forms besides the name
    examples: tuple[str, ...] = ()  # texts with the mention in ⟦ ⟧ that must be found
    counterexamples: tuple[str, ...] = ()  # texts in which nothing of this entry may be found
    stands_for: str = ""  # an acronym's entry: the id of the entry that takes the link and is shown
    expansion: str = ""  # what an acronym's letters stand for
    attested: bool = False  # the archive's own sources use these letters so: another sense is marked @other
    other_readings: tuple[str, ...] = ()  # what the same letters stand for elsewhere
    adopted: str = ""  # EDTF
    in_force: str = ""  # EDTF
    place: str = ""
    occasion: str = ""
    body: str = ""  # adopting body
    country: str = ""  # ISO 3166-1 alpha-2, or a region
    summary: str = ""  # in our own words
    remark: str = ""
    same_as: tuple[SameAs, ...] = ()
    unverified: tuple[str, ...] = ()  # names of the fields that come from memory or a rule
    sources: tuple[str, ...] = ()  # where it was verified


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that breaks a rule: what, where, what was expected, what was found, and what mends it."""

    code: str  # stable, kebab-case: "payload-digest"
    where: str  # a path relative to the project, with "#" and a place in it where that helps
    message: str
    expected: str
    found: str
    remedy: str  # the command or the edit that mends it
    warning: bool = field(default=False)  # worth knowing, does not fail a check
