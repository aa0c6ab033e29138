"""The audit: every byte of the archive read and compared."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archivist.checks.fixity import RESTORE, bag_faults, chain_faults, is_bag
from archivist.checks.unreadable import unreadable, with_unread
from archivist.checks.withheld import unexcused, withheld_files
from archivist.model import Fault
from archivist.store import Archive
from archivist.store.audits import read_audits
from archivist.store.contents import read_readable
from archivist.store.inventory import AUDITS, MANIFEST
from archivist.store.manifests import parse_manifest
from archivist.store.withholding import withheld_documents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from archivist.store.contents import Contents
    from archivist.store.withholding import Withheld

_MEND = f"if the change is meant: `archivist check --mend`; else {RESTORE}"


@dataclass(frozen=True)
class Audit:
    """What an audit read, and what it found."""

    ids: tuple[str, ...]
    files: int
    size: int  # bytes read
    faults: tuple[Fault, ...]
    withheld: tuple[str, ...]  # documents whose originals are not here, as the edition withheld them


@dataclass(frozen=True)
class _BagAudit:
    id: str
    sha256: Mapping[str, str]  # by path within archive/; of what an edition withheld, as it was sealed
    files: int  # read
    size: int
    faults: tuple[Fault, ...]
    withheld: bool


def audit(project: Path, ids: Iterable[str] = ()) -> Audit:
    """Audit these documents, or all of them and the archive as a whole."""
    archive = Archive(project)
    there = archive.ids()
    chosen = tuple(ids) or there
    listed = {path.partition("/")[0] for path in _listed(archive) if "/" in path}
    withheld = withheld_documents(project)
    with ThreadPoolExecutor(2) as pool:  # hashing leaves the interpreter's lock
        bags = list(pool.map(lambda id: _audited(archive, id, withheld.get(id), listed=id in listed), chosen))
    faults = [fault for bag in bags for fault in bag.faults]
    faults += _unlisted_changes(archive, bags)
    if chosen == there:
        faults += [_missing(id, "none") for id in sorted(listed - set(there))]
        faults += _loose_files(archive)
        faults += _broken_log(archive)
    return Audit(
        chosen,
        sum(bag.files for bag in bags),
        sum(bag.size for bag in bags),
        tuple(faults),
        tuple(bag.id for bag in bags if bag.withheld),
    )


def _broken_log(archive: Archive) -> Iterator[Fault]:
    where = f"archive/{AUDITS}"
    try:
        log = read_audits(archive.folder)
    except OSError as error:
        yield unreadable(where, error.strerror or type(error).__name__)
    else:
        yield from chain_faults(log, where, code="audit-chain")


def _audited(archive: Archive, id: str, known: Withheld | None, *, listed: bool) -> _BagAudit:
    contents, refused = read_readable(archive.bag(id))
    withheld = withheld_files(contents, known)
    found = {path: digests.sha256 for path, digests in contents.digests.items()} | withheld
    sha256 = {f"{id}/{path}": digest for path, digest in found.items()}
    if is_bag(contents):
        faults = unexcused(id, bag_faults(id, contents), withheld)
    elif refused:
        faults = ()  # nobody knows whether it is one
    else:
        faults = (_missing(id, "a folder that is no bag") if listed else _extra(id, "a folder that is no bag"),)
    faults = with_unread(id, faults, refused)
    return _BagAudit(id, sha256, len(contents.digests), _size(contents), faults, bool(withheld))


def _size(contents: Contents) -> int:
    return sum(digests.size for digests in contents.digests.values())


def _unlisted_changes(archive: Archive, bags: Sequence[_BagAudit]) -> Iterator[Fault]:
    """Bags that are sound in themselves, but not the ones that archive-manifest.txt lists."""
    if bags and (found := _unreadable_manifest(archive)):
        yield _no_manifest(found)
        return
    listed: dict[str, dict[str, str]] = {}
    for path, digest in _listed(archive).items():
        listed.setdefault(path.partition("/")[0], {})[path] = digest
    for bag in bags:
        expected = listed.get(bag.id, {})
        odd = sorted(path for path, _ in expected.items() ^ bag.sha256.items())
        if odd and not bag.faults:
            yield _manifest_fault(bag, odd[0], expected.get(odd[0], "not listed"))


def _unreadable_manifest(archive: Archive) -> str:
    """Say what stands in the place of archive-manifest.txt; empty where it can be read."""
    try:
        parse_manifest((archive.folder / MANIFEST).read_bytes())
    except FileNotFoundError:
        return "no such file"
    except (OSError, ValueError) as error:
        return getattr(error, "strerror", None) or str(error)
    return ""


def _no_manifest(found: str) -> Fault:
    message = f"{MANIFEST} cannot be read, so nothing tells whether these are the bags that were sealed"
    expected = "a line of SHA-256 and path for each file of the archive"
    return Fault("archive-manifest", f"archive/{MANIFEST}", message, expected, found, _MEND)


def _manifest_fault(bag: _BagAudit, path: str, expected: str) -> Fault:
    message = f"{bag.id} is not the bag that {MANIFEST} lists"
    found = bag.sha256.get(path, "no such file")
    return Fault("archive-manifest", f"archive/{MANIFEST}#{path}", message, expected, found, _MEND)


def _missing(id: str, found: str) -> Fault:
    return Fault("document-missing", f"archive/{id}", f"{id} is gone", f"a bag, as {MANIFEST} lists", found, RESTORE)


def _loose_files(archive: Archive) -> Iterator[Fault]:
    """Find files beside the bags; names that begin with a full stop are the tools' own."""
    for path in sorted(archive.folder.iterdir()):
        if not path.is_dir() and path.name[0] != "." and path.name not in (MANIFEST, AUDITS):
            yield _extra(path.name, "a file")


def _extra(name: str, found: str) -> Fault:
    message = f"{name} does not belong in archive/"
    remedy = "move it out of archive/; to add a file as a document: `archivist add`"
    return Fault("archive-extra", f"archive/{name}", message, f"bags, {MANIFEST} and {AUDITS}", found, remedy)


def _listed(archive: Archive) -> dict[str, str]:
    try:
        return parse_manifest((archive.folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return {}
