"""The provenance record (`record.toml`) and what its terms map to.

| record        | Dublin Core (DCMI terms) | DataCite 4.6          | PREMIS 3                   |
| ------------- | ------------------------ | --------------------- | -------------------------- |
| title         | title                    | Title                 | -                          |
| creator       | creator                  | Creator               | -                          |
| persons       | -                        | nameType (Personal)   | -                          |
| publisher     | publisher                | Publisher             | -                          |
| date          | issued                   | Date (Issued)         | -                          |
| source        | source                   | -                     | -                          |
| language      | language                 | Language              | -                          |
| type          | type                     | ResourceType          | -                          |
| description   | abstract                 | Description           | -                          |
| places        | spatial                  | GeoLocation           | -                          |
| coverage      | temporal                 | -                     | -                          |
| identifiers   | identifier               | AlternateIdentifier   | objectIdentifier           |
| rights        | rights, rightsHolder     | Rights                | rightsStatement            |
| relations     | relation                 | RelatedIdentifier     | relationship               |
| original      | -                        | -                     | originalName, format       |
| capture       | provenance               | Date (Collected)      | event (capture)            |
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

import langcodes
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from archivist.dates import is_edtf, is_readable
from archivist.model import Decision, Kind, Layout, NoteKind, Quote, Ruling

UNKNOWN = "unknown"


def _is_edtf(value: str) -> str:
    if not is_edtf(value):
        order = "; an interval ends after it begins" if "/" in value else ""
        raise ValueError(f"a date in EDTF (ISO 8601-2), such as 2018-11-15, 2015-11 or 2016~{order}")
    if not is_readable(value):
        forms = "2018-11-15, 2016~, 201X, 2016-21, 2015-11/2016, [2015..2017] or {2015,2017}"
        raise ValueError(f"a date in a form of EDTF that can be said in words, such as {forms}")
    return value


# What XML 1.0 cannot hold (section 2.2), and what nobody sees: C0 but for tabs and line ends, DEL, and C1.
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _holds_no_controls(value: str) -> str:
    if found := _CONTROL.search(value):
        raise ValueError(f"text without control characters: U+{ord(found[0]):04X} stands in it")
    return value


def _is_edtf_or_unknown(value: str) -> str:
    return value if value == UNKNOWN else _is_edtf(value)


def _is_language(value: str) -> str:
    if value != UNKNOWN and not langcodes.tag_is_valid(value):
        raise ValueError("a language tag (BCP 47), such as en, vi or zh-Hant")
    return value


def _is_access(value: str) -> str:
    if value in ("open", "metadata-only"):
        return value
    if value.startswith("embargoed until "):
        _is_edtf(value.removeprefix("embargoed until "))
        return value
    raise ValueError('"open", "metadata-only" or "embargoed until DATE"')


_RIGHTS = re.compile(r"https?://(?:rightsstatements\.org/vocab/[A-Za-z-]+/1\.0/|creativecommons\.org/[a-z/0-9.-]+/)")


def _is_rights_uri(value: str) -> str:
    if value != UNKNOWN and not _RIGHTS.fullmatch(value):
        raise ValueError("an address of RightsStatements.org or Creative Commons")
    return value


_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def _is_file_name(value: str) -> str:
    if not _FILE_NAME.fullmatch(value):  # a path could lead out of the bag
        raise ValueError("a file name of ASCII letters, digits, full stops, hyphens and underscores")
    return value


_MEDIA_TYPE = re.compile(r"[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*")  # RFC 6838, section 4.2


def _is_media_type(value: str) -> str:
    if not _MEDIA_TYPE.fullmatch(value):
        raise ValueError("a type, a slash and a subtype, such as text/plain")
    return value


_WEB_ADDRESS = re.compile(r"https?://[^\s/]\S*")


def _is_web_address(value: str) -> str:
    _holds_no_controls(value)
    if value and not _WEB_ADDRESS.fullmatch(value):  # pages link to it: javascript: would run there
        raise ValueError("an address that begins with https:// or http://, without blanks")
    return value


def _is_person(value: str) -> str:
    if not all(part.strip() for part in value.split(",")) or value.count(",") > 1:
        said = "a person as the creator is written, family name first, such as Nguyen, Thi Lan, or the one name of"
        raise ValueError(f"{said} who has but one; a suffix follows the given names: Reyes, Jose Jr.")
    return value


Words = Annotated[str, AfterValidator(_holds_no_controls)]  # or empty
Text = Annotated[str, Field(pattern=r"\S"), AfterValidator(_holds_no_controls)]
PersonName = Annotated[str, AfterValidator(_is_person)]
Date = Annotated[str, AfterValidator(_is_edtf)]
DateOrUnknown = Annotated[str, AfterValidator(_is_edtf_or_unknown)]
Language = Annotated[str, AfterValidator(_is_language)]
Access = Annotated[str, AfterValidator(_is_access)]
RightsUri = Annotated[str, AfterValidator(_is_rights_uri)]
FileName = Annotated[str, AfterValidator(_is_file_name)]
MediaType = Annotated[str, AfterValidator(_is_media_type)]
WebAddress = Annotated[str, AfterValidator(_is_web_address)]  # or empty

DocumentType = Literal[
    "article",
    "blog",
    "dataset",
    "fact-sheet",
    "legislation",
    "letter",
    "minutes",
    "news-item",
    "other",
    "press-release",
    "report",
    "speech",
    "statement",
    "web-page",
]
# How surely a value is known: read in the source itself; seen in another opened source; concluded; only remembered.
Certainty = Literal["stated", "verified", "inferred", "from memory"]
RelationKind = Literal["replaces", "replaced by", "version of", "part of", "same bytes as", "related to"]


class _Table(BaseModel):
    """A table of the record. A validator's ValueError says what was expected: it is printed as such."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=False, strict=False)


class Evidence(_Table):
    """How a value of the record is known."""

    certainty: Certainty
    basis: Text


class Original(_Table):
    """The file as received."""

    file: FileName  # its name in data/
    name: Text  # its name as received
    media_type: MediaType = "text/plain"
    charset: str = "utf-8"  # IANA name; empty where the original is not plain text


class Capture(_Table):
    """How the file came to be: who took it from where, when, with what."""

    url: WebAddress = ""
    when: DateOrUnknown = UNKNOWN
    by: Text = UNKNOWN
    method: Text = UNKNOWN
    tool: Words = ""
    headers: dict[str, str] = {}


class Rights(_Table):
    uri: RightsUri = UNKNOWN
    holder: Text = UNKNOWN
    basis: Words = ""
    note: Words = ""
    reviewed: DateOrUnknown = UNKNOWN


class Relation(_Table):
    kind: RelationKind
    target: Text  # a document's id, an address, or a reference
    note: Words = ""


class Part(_Table):
    """A dated piece of a source; it runs to the next part's first paragraph."""

    first: Annotated[int, Field(ge=1)]  # paragraph number
    title: Words = ""  # empty where the source gives none
    date: DateOrUnknown = UNKNOWN
    remark: Words = ""


class _Selected(_Table):
    exact: Annotated[str, Field(min_length=1)]  # blanks may be what a note is about
    prefix: str = ""
    suffix: str = ""

    @property
    def quote(self) -> Quote:
        return Quote(self.exact, self.prefix, self.suffix)


class Note(_Selected):
    """An editorial note that stands off from the text."""

    kind: NoteKind
    reading: Words = ""  # what should stand there, or the established form
    evidence: Text
    who: Text
    when: Date
    see: tuple[str, ...] = ()  # other documents or passages that it speaks of


class RulingTable(_Selected):
    """An archivist's decision about a mention."""

    decision: Decision
    who: Text
    when: Date
    kind: Kind | None = None
    target: str | None = None
    reason: Words = ""


class Record(_Table):
    """A document's provenance record."""

    title: Text
    creator: Annotated[tuple[Text, ...], Field(min_length=1)]
    date: DateOrUnknown
    source: Text
    language: Language
    type: DocumentType
    persons: tuple[PersonName, ...] = ()  # those of `creator` that are persons; all others are bodies
    publisher: tuple[Text, ...] = ()
    description: Words = ""
    places: tuple[Text, ...] = ()
    coverage: Words = ""
    identifiers: tuple[Text, ...] = ()
    access: Access = "open"
    layout: Layout = "lines"
    original: Original
    evidence: dict[str, Evidence] = {}  # by the name of the value it is about: "date", "rights.holder"
    capture: Capture = Capture()
    rights: Rights = Rights()
    relations: tuple[Relation, ...] = ()
    part: tuple[Part, ...] = ()
    note: tuple[Note, ...] = ()
    ruling: tuple[RulingTable, ...] = ()

    @property
    def rulings(self) -> tuple[Ruling, ...]:
        """The rulings as the recogniser takes them."""
        return tuple(
            Ruling(one.quote, one.decision, one.who, one.when, one.kind, one.target, one.reason) for one in self.ruling
        )

    def person(self, creator: str) -> tuple[str, str] | None:
        """Give family name and given names of a creator, these empty for a single name; None where it is a body."""
        family, _, given = creator.partition(",")
        return (family, given.strip()) if creator in self.persons else None

    @model_validator(mode="after")
    def _persons_created(self) -> Record:
        others = sorted(set(self.persons) - set(self.creator))
        if others:
            raise ValueError(f"persons that are written so in creator, not {others}")
        return self

    @model_validator(mode="after")
    def _parts_ascend(self) -> Record:
        firsts = [part.first for part in self.part]
        if firsts != sorted(set(firsts)):
            raise ValueError(f"parts that ascend by their first paragraph, each with its own, not {firsts}")
        return self
