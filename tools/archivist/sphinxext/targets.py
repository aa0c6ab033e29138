"""Where the targets of roles are: `{ilo}`, `{asean}` and the like name entries, `{source}` documents and passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from archivist.errors import ArchivistError
from archivist.mentions import entry_docname
from archivist.passages import parse_passage
from archivist.passages.identifier import print_locator
from archivist.passages.resolving import find_span, no_document, open_document, other_version

if TYPE_CHECKING:
    from archivist.passages.identifier import Passage
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
    try:
        passage = require_passage(domain, target)
    except ArchivistError:
        return None
    filed = domain.documents[passage.document]
    return Target(filed.docname, print_locator(passage.locator), filed.title)


def require_passage(domain: ArchiveDomain, target: str) -> Passage:
    """Require that an identifier names a document with a page here, its text and, in this, a place.

    It is one as pages and `archivist cite` print it, with or without the archive's code and a digest.

    Raises:
        ArchivistError: it does not.
    """
    passage = parse_passage(target)
    if passage.document not in domain.documents:
        raise ArchivistError(no_document(passage, tuple(domain.documents)))
    if passage.code or passage.digest or passage.locator:
        document = open_document(domain.archive, passage, code=domain.env.config.archive_code)
        if not passage.is_bound_to(document.text_sha256):
            raise ArchivistError(other_version(domain.archive, passage, document))
        find_span(document, passage)
    return passage
