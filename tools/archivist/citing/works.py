"""What is cited, as CSL-JSON: a document, a part of one, a passage of either, the edition."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from archivist.export.csl import csl_item, edition_item
from archivist.export.dating import counted_date
from archivist.export.item import Item, known
from archivist.export.kinds import WITHOUT_CHAPTERS
from archivist.export.wording import one_line
from archivist.passages import Characters, print_passage
from archivist.passages.identifier import print_locator
from archivist.passages.quoting import holding

if TYPE_CHECKING:
    from archivist.export.imprint import Edition
    from archivist.passages import Paragraphs, Passage, Resolved
    from archivist.store.record import Part, Record


@dataclass(frozen=True)
class CitedItem(Item):
    """A document's item in which a passage, and the part that it lies in, stand for the document."""

    cited: Passage
    within: str  # title of the document where a part stands for it; else empty

    @property
    def id(self) -> str:
        """A key of its own: references to two passages of one document are kept apart."""
        return _key(self.cited)

    @property
    def container(self) -> str:
        return self.within

    @property
    def identifier(self) -> str:
        return print_passage(self.cited)


Json = dict[str, Any]

# Types of which styles print no entry of a bibliography, since such works were never published: these were.
_UNPRINTED = ("document", "personal_communication")
_NUMBERED = ("document", "report")  # of a law styles print a number as "Pub. L. No.", of others as an issue
_CONTAINED = ("article-magazine", "article-newspaper", "post-weblog", "webpage")


def cited_work(item: Item, part: Part | None = None) -> Json:
    """Give a document's item as styles need it, or that of a part.

    What stands in a periodical or on a site stands in its publisher's: an archive holds single pieces, and records do
    not name a newspaper or a site otherwise. A body that is the author is not named a second time as the publisher.
    """
    work = {key: value for key, value in csl_item(item).items() if key not in ("abstract", "note")}
    if work["type"] not in _NUMBERED:
        work.pop("number", "")
    if work["type"] in _UNPRINTED:
        work["type"] = "report"
    work |= {"publisher": "; ".join(map(one_line, _further_publishers(item.record)))}
    if not work["publisher"]:
        del work["publisher"]
    if work["type"] in _CONTAINED and "publisher" in work:
        work["container-title"] = work.pop("publisher")
    if "literal" in work.get("accessed", {}):
        del work["accessed"]
    if "issued" in work:
        work["issued"] = _levelled(work["issued"])
    return _part_work(work, part) if part else work


def _further_publishers(record: Record) -> tuple[str, ...]:
    return tuple(name for name in known(record.publisher) if name not in record.creator)


def cited_works(item: Item) -> list[Json]:
    """Give a document's work and those of its parts, each with the numbers of its first and its last paragraph.

    The titles of parts are words of the text: where that is withheld, they are too.
    """
    last = len(item.document.paragraphs)
    works = [{"first": 1, "last": last, "work": cited_work(item)}]
    parts = [{"first": one.part.first, "last": one.last, "work": cited_work(item, one.part)} for one in item.parts]
    return works + parts


def edition_work(edition: Edition) -> Json:
    """Give the item of the archive itself, in its present state."""
    return {key: value for key, value in edition_item(edition).items() if key != "note"}


def _levelled(given: Json) -> Json:
    """Make both ends of a range equally precise, since citeproc-js stops at others."""
    parts = given["date-parts"]
    size = min(map(len, parts))
    common = [part[:size] for part in parts]
    return given | {"date-parts": common[:1] if common[0] == common[-1] else common}


def _part_work(work: Json, part: Part) -> Json:
    issued = counted_date(part.date, unsure=False)
    piece = work | {
        "id": f"{work['id']}-p{part.first}",
        "type": work["type"] if work["type"] in WITHOUT_CHAPTERS else "chapter",
        "title": one_line(part.title) or f"(untitled, ¶ {part.first})",
        "container-title": work["title"],
        "DOI": "",  # of the whole
        "number": "",  # likewise
        "genre": work.get("genre", "") if work["type"] in WITHOUT_CHAPTERS else "",  # Chicago: "Minutes to The Whole"
        "issued": _levelled(issued) if issued else {},
    }
    return {key: value for key, value in piece.items() if value}


def part_of(record: Record, held: Paragraphs | None, *, last: int) -> tuple[Part, bool] | None:
    """Give the part in which paragraphs lie, and whether they are the whole of it; None where they lie in no one part.

    `last` is the number of the document's last paragraph.
    """
    ends = [part.first - 1 for part in record.part[1:]] + [last]
    for part, end in zip(record.part, ends, strict=False):
        if held and part.first <= held.first and held.last <= end:
            return part, held == (part.first, end)
    return None


def held_paragraphs(found: Resolved) -> Paragraphs | None:
    """Give the paragraphs that a passage names or lies in; None for a whole document."""
    locator = found.passage.locator
    return holding(found.document, found.span) if isinstance(locator, Characters) else locator


def passage_work(item: Item, found: Resolved) -> tuple[Json, str]:
    """Give a passage's item, and the paragraphs to be cited in it: "12" or "12–14"; empty for a whole document or part.

    A passage within one part is cited as of that part, which has its own title and date.
    """
    held, part, whole = _around(item, found)
    cited = {"id": _key(found.passage), "archive_location": print_passage(found.passage)}
    work = cited_work(item, part) | cited
    if held is None or whole:
        return work, ""
    return work, f"{held.first}" if held.first == held.last else f"{held.first}–{held.last}"


def passage_item(item: Item, found: Resolved) -> CitedItem:
    """Give a passage as an item that every export can write."""
    _, part, _ = _around(item, found)
    document = found.document
    if part is not None:
        changed = {
            "title": part.title or f"(untitled, ¶ {part.first})",
            "date": part.date,
            "evidence": {key: one for key, one in document.record.evidence.items() if key != "date"},  # of the whole's
        }
        document = replace(document, record=document.record.model_copy(update=changed))
    values = {name: getattr(item, name) for name in Item.__dataclass_fields__}
    return CitedItem(**values | {"document": document}, cited=found.passage, within=item.record.title if part else "")


def _key(cited: Passage) -> str:
    """Write a passage as a key of references: `2018-a-title-p12`."""
    return cited.document + print_locator(cited.locator).replace("#", "-")


def _around(item: Item, found: Resolved) -> tuple[Paragraphs | None, Part | None, bool]:
    """Give the paragraphs of a passage, the part that they lie in, and whether the passage is all of that part."""
    held = held_paragraphs(found)
    part, whole = part_of(item.record, held, last=len(item.document.paragraphs)) or (None, False)
    return held, part, whole and not isinstance(found.passage.locator, Characters)
