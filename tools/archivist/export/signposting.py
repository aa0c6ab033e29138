"""Typed links for machines (FAIR Signposting Profile): in the head of each page, and as a link set (RFC 9264).

What names the page itself needs the site's address; the rest holds wherever the site lies.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from archivist.export.kinds import KINDS
from archivist.export.wording import json_text
from archivist.store.record import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.export.imprint import Edition
    from archivist.export.item import Item

LINKSET = "data/linkset.json"
_DESCRIPTIONS = {  # ending of a download: media type
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "json": "application/vnd.citationstyles.csl+json",
}


class Link(NamedTuple):
    relation: str
    target: str  # path from the site's root, or an address
    media_type: str = ""


def typed_links(item: Item) -> Iterator[Link]:
    """Give a document's links, those that need no address of the site first."""
    for ending, media_type in _DESCRIPTIONS.items():
        yield Link("describedby", f"data/documents/{item.id}.{ending}", media_type)
    if item.open:
        yield Link("item", item.original, item.record.original.media_type)
    if item.record.rights.uri != UNKNOWN:
        yield Link("license", item.record.rights.uri)
    yield Link("type", f"https://schema.org/{KINDS[item.record.type].schema}")
    yield Link("type", "https://schema.org/AboutPage")
    if item.imprint.address:
        yield Link("cite-as", item.page)
        yield Link("linkset", LINKSET, "application/linkset+json")


def link_elements(item: Item) -> Iterator[str]:
    """Write the links for the head of the page."""
    for relation, target, media_type in typed_links(item):
        type_ = f' type="{escape(media_type)}"' if media_type else ""
        yield f'<link rel="{relation}" href="{escape(_resolved(item, target))}"{type_} />'


def piece(item: Item) -> str:
    """Print a document's context object (RFC 9264, section 4.2)."""
    relations: dict[str, list[dict[str, str]]] = {}
    for relation, target, media_type in typed_links(item):
        if relation != "linkset":
            link = {"href": target if "://" in target else item.imprint.at(target)}
            relations.setdefault(relation, []).append(link | ({"type": media_type} if media_type else {}))
    return json_text({"anchor": item.imprint.at(item.page), **relations})


def whole(edition: Edition, pieces: Iterable[str]) -> Iterator[str]:
    """Join the context objects; the first is the archive's, its licence and edition among them."""
    imprint = edition.imprint
    said = f"{imprint.label}. {imprint.rights}"
    own = {
        "anchor": imprint.home,
        "license": [{"href": imprint.licence}] if imprint.licence else [],
        "describedby": [{"href": imprint.at("data/CITATION.cff"), "type": "application/yaml", "title": said}],
    }
    yield f'{{"linkset": [\n{json_text({key: value for key, value in own.items() if value})}'
    for one in pieces:
        yield ",\n" + one
    yield "\n]}\n"


def _resolved(item: Item, target: str) -> str:
    """Give a target as the page links to it: relative where the site has no address."""
    if "://" in target:
        return target
    return item.imprint.at(target) or "../" * item.page.count("/") + target
