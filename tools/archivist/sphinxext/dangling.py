"""Roles whose target is not there: what was expected, what is nearest to it, and where the ids are."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from sphinx.util import logging

from archivist.errors import ArchivistError
from archivist.glossary import FOLDER, KIND_OF_FILE
from archivist.ingest.naming import entries_named, nearest_entries
from archivist.passages import parse_passage
from archivist.sphinxext.domain import ArchiveDomain
from archivist.sphinxext.targets import require_passage

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.application import Sphinx
    from sphinx.domains import Domain

    from archivist.model import Entry, Fault, Kind

logger = logging.getLogger(__name__)

_OFFERED = 3
_FILE_OF_KIND = {kind: name for name, kind in KIND_OF_FILE.items()}


def on_warn_missing_reference(_app: Sphinx, domain: Domain | None, node: Element) -> bool | None:
    """Warn of a role of ours in its own words; Sphinx's own are left to say the rest (warn-missing-reference)."""
    if not isinstance(domain, ArchiveDomain):
        return None
    role, target = node["reftype"], node["reftarget"]
    place = (node.source, node.line, role, target)
    if place in domain.dangling:
        return True
    domain.dangling.add(place)
    said = _no_source(domain, target) if role == "source" else _no_entry(domain, role, target)
    logger.warning("{%s}`%s`: %s", role, target, said, location=node, type="ref", subtype=role)
    return True


def _no_entry(domain: ArchiveDomain, kind: Kind, target: str) -> str:
    """Say that a kind has no such entry: perhaps another has, or one of another id has the name."""
    glossary = domain.glossary
    if entry := glossary.entries.get(target):
        return f"the entry {target} is of another kind; expected {{{entry.kind}}}`{target}`"
    named = [entry for entry in entries_named(glossary, target, kind) if entry.kind == kind]
    near = named or [one for one in nearest_entries(glossary, target, kind, most=_OFFERED + 1) if one.kind == kind]
    offered = ", ".join(map(_shown, near[:_OFFERED]))
    listed = f"ids are in {FOLDER / _FILE_OF_KIND[kind]}.toml and on the page of all entries"
    return f"no entry of that kind has this id; {_nearest(offered)}{listed}"


def _shown(entry: Entry) -> str:
    return entry.id if entry.name == entry.id else f"{entry.id} ({entry.name})"


def _no_source(domain: ArchiveDomain, target: str) -> str:
    """Say that there is no such document, or that it has no such passage."""
    try:
        require_passage(domain, target)
    except ArchivistError as error:
        return "; ".join(_no_passage(domain, fault, target) for fault in error.faults)
    return "the document has no page here"


def _no_passage(domain: ArchiveDomain, fault: Fault, target: str) -> str:
    if fault.code == "no-such-document":
        id_ = parse_passage(target).document
        offered = ", ".join(difflib.get_close_matches(id_, sorted(domain.documents), n=_OFFERED))
        return f"no document has the id {id_}; {_nearest(offered)}`archivist list` shows all"
    return f"{fault.message}; expected {fault.expected.removeprefix('nearest: ')}"


def _nearest(offered: str) -> str:
    return f"nearest: {offered}; " if offered else ""
