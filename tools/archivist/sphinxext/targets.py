"""Where the targets of roles are: `{ilo}`, `{asean}` and the like name entries, `{source}` documents and passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from archivist.errors import ArchivistError
from archivist.mentions import entry_docname
from archivist.passages import parse_passage
from archivist.passages.resolving import find_span

if TYPE_CHECKING:
    from archivist.sphinxext.domain import ArchiveDomain


class Target(NamedTuple):
    """What a role leads to."""

    docname: str
    anchor: str  # with "#"; empty for the page itself
    title: str


def find_target(domain: ArchiveDomain, role: str, target: str) -> Target | None:
    """Find what a role's target names; None where there is no such thing."""
    return _source(domain, target) if role == "source" else _entry(domain, role, target)


def _entry(domain: ArchiveDomain, kind: str, target: str) -> Target | None:
    """Find an entry of a kind; one that stands for another leads to that."""
    named = domain.glossary.entries.get(target)
    if named is None or named.kind != kind:
        return None
    entry = domain.glossary.resolve(target)
    return Target(entry_docname(entry), "", entry.name)


def _source(domain: ArchiveDomain, target: str) -> Target | None:
    id_, hash_, place = target.partition("#")
    filed = domain.documents.get(id_)
    if filed is None:
        return None
    try:
        require_passage(domain, id_, hash_ + place)
    except ArchivistError:
        return None
    return Target(filed.docname, hash_ + place, filed.title)


def require_passage(domain: ArchiveDomain, id_: str, place: str) -> None:
    """Require that a document has a place, "#p12"; without one, that it is all of it.

    Raises:
        ArchivistError: what is named is no passage of the document.
    """
    if place:
        find_span(domain.archive.document(id_), parse_passage(f"{id_}{place}"))
