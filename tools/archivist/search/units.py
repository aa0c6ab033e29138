"""What is found: documents, and the dated parts of those that have parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# The facets, in the order in which they are shown, and their headings.
FACETS: Mapping[str, str] = {
    "year": "Year",
    "country": "Country mentioned",
    "organisation": "Organisation mentioned",
    "type": "Type",
    "language": "Language",
    "instrument": "Instrument mentioned",
}


class Passage(NamedTuple):
    """A paragraph of a unit."""

    number: int
    text: str
    notes: tuple[str, ...]  # what editors' notes read where the source has a slip


class Mentioned(NamedTuple):
    """A mention of an entry in a unit."""

    paragraph: int
    words: str  # as they stand there; empty where they alone do not say what is meant


class Unit(NamedTuple):
    """A document, or a part of one."""

    document: str  # its id
    digest: str  # the digits of its reading text's SHA-256 that identifiers have
    size: tuple[int, int]  # of the whole document: paragraphs and code points; (0, 0) where its text is not published
    address: str  # of its page, from the site's root
    title: str
    heading: str  # the document's title, where this is a part of it
    date: str  # as printed
    day: str  # the earliest it can mean, for order in time
    type: str
    language: str
    passages: Sequence[Passage]
    facets: Mapping[str, Sequence[str]]  # values by the facet's name
    mentioned: Mapping[str, Sequence[Mentioned]]  # by the entry's id


class Named(NamedTuple):
    """An entry of the glossary as a query can name it."""

    id: str
    name: str
    address: str  # of its page; empty where no document mentions it
    forms: Sequence[str]  # the name and all others that the glossary has
    spelt_out: Sequence[str]  # those of them that the texts are searched for, since the recogniser does not look there


class Collection(NamedTuple):
    """Everything that an index is made of but the texts."""

    code: str  # stands before identifiers outside the archive
    entries: Sequence[Named]
