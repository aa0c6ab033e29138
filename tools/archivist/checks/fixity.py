"""Rules about one bag's bytes: what was sealed against what lies there now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from archivist.model import Fault
from archivist.store.bag import DECLARATION, MANIFESTS, TAG_MANIFESTS
from archivist.store.contents import FOLDER, LINK
from archivist.store.events import chain_breaks
from archivist.store.manifests import ALGORITHMS, parse_manifest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from archivist.store.contents import Contents
    from archivist.store.manifests import Digests

RESTORE = "bring the file back from a copy of the archive, such as `git checkout -- archive`"
_MOVE = "move it out of the bag; to add it as a document: `archivist add`"
_SEAL = "look at the change; if it is meant: `archivist seal {id} --why …`; else " + RESTORE


class SealedBag(NamedTuple):
    """A bag's contents beside what its manifests say of them."""

    id: str
    digests: Mapping[str, Digests]  # by path in the bag, of every file as it is now
    tags: Mapping[str, bytes]  # by path in the bag, the bytes of the files beside data/
    manifests: Mapping[str, Mapping[str, str]]  # by file name: digest by path; a manifest that cannot be read is empty
    errors: Mapping[str, str]  # by file name, what keeps a manifest from being read


def is_bag(contents: Contents) -> bool:
    """Tell whether a folder has anything that makes a bag: its declaration, or one of its manifests."""
    return not contents.tags.keys().isdisjoint(("bagit.txt", *MANIFESTS, *TAG_MANIFESTS))


def bag_faults(id: str, contents: Contents) -> tuple[Fault, ...]:
    """Try every rule about a bag."""
    bag = _sealed(id, contents)
    return tuple(fault for rule in BAG_RULES for fault in rule(bag))


def _sealed(id: str, contents: Contents) -> SealedBag:
    manifests: dict[str, dict[str, str]] = {}
    errors: dict[str, str] = {}
    for name in (*MANIFESTS, *TAG_MANIFESTS):
        try:
            manifests[name] = parse_manifest(contents.tags.get(name, b""))
        except ValueError as error:
            manifests[name], errors[name] = {}, str(error)
    return SealedBag(id, contents.digests, contents.tags, manifests, errors)


def _undeclared(bag: SealedBag) -> Iterator[Fault]:
    """Require that bagit.txt declares BagIt 1.0 in UTF-8 (RFC 8493, section 2.1.1)."""
    found = bag.tags.get("bagit.txt")
    if found is None or found.splitlines() != DECLARATION.splitlines():
        yield Fault(
            "bag-declaration",
            f"archive/{bag.id}/bagit.txt",
            f"{bag.id} is not declared as a bag of BagIt 1.0",
            expected=_quoted(DECLARATION),
            found="no such file" if found is None else _quoted(found),
            remedy=RESTORE,
        )


def _bad_manifests(bag: SealedBag) -> Iterator[Fault]:
    """Require all four manifests, readable."""
    for name in (*MANIFESTS, *TAG_MANIFESTS):
        where = f"archive/{bag.id}/{name}"
        if name not in bag.tags:
            yield Fault("manifest-missing", where, f"{bag.id} has no {name}", name, "no such file", RESTORE)
        elif error := bag.errors.get(name):
            message = f"{name} of {bag.id} cannot be read"
            yield Fault(
                "manifest-syntax", where, message, "a digest, two spaces and a path on each line", error, RESTORE
            )


def _differing_manifests(bag: SealedBag) -> Iterator[Fault]:
    """Require that both manifests of a kind list the same files (RFC 8493, section 2.1.3)."""
    for names in (MANIFESTS, TAG_MANIFESTS):
        first, second = (set(bag.manifests[name]) for name in names)
        if first != second and all(name in bag.tags and name not in bag.errors for name in names):
            odd = ", ".join(sorted(first ^ second))
            message = f"the manifests of {bag.id} do not list the same files"
            where = f"archive/{bag.id}/{names[1]}"
            yield Fault("manifests-differ", where, message, f"the files of {names[0]}", f"only in one: {odd}", RESTORE)


def _changed_payload(bag: SealedBag) -> Iterator[Fault]:
    """Require the bytes received in data/, all of them and nothing else."""
    found = {path: digests for path, digests in bag.digests.items() if path.startswith("data/")}
    yield from _compared(bag, _expected(bag, MANIFESTS), found, kind="payload")


def _changed_tags(bag: SealedBag) -> Iterator[Fault]:
    """Require the files beside data/ as they were sealed."""
    found = {
        path: digests
        for path, digests in bag.digests.items()
        if not path.startswith("data/") and path not in TAG_MANIFESTS
    }
    expected = {
        path: digests
        for path, digests in _expected(bag, TAG_MANIFESTS).items()
        if path in found or path not in (*MANIFESTS, "bagit.txt")  # their absence has codes of its own
    }
    yield from _compared(bag, expected, found, kind="tag")


def _wrong_oxum(bag: SealedBag) -> Iterator[Fault]:
    """Require the payload's size that bag-info.txt gives (RFC 8493, section 2.2.2): other tools look at that first."""
    payload = (digests for path, digests in bag.digests.items() if path.startswith("data/"))
    sizes = [digests.size for digests in payload if digests != FOLDER]
    yield from _info_fault(bag, label="Payload-Oxum", found=f"{sum(sizes)}.{len(sizes)}", code="payload-oxum")


def _wrong_event_count(bag: SealedBag) -> Iterator[Fault]:
    """Require as many events as were sealed: a log cut at the end of a line keeps its chain."""
    found = str(len(bag.tags.get("events.jsonl", b"").splitlines()))
    yield from _info_fault(bag, label="Event-Count", found=found, code="event-count")


def _broken_chain(bag: SealedBag) -> Iterator[Fault]:
    """Require that each event can be read and carries the digest of the one before."""
    yield from chain_faults(bag.tags.get("events.jsonl", b""), f"archive/{bag.id}/events.jsonl", code="event-chain")


def chain_faults(log: bytes, where: str, *, code: str) -> Iterator[Fault]:
    """Find the lines of a log that do not hold."""
    for each in chain_breaks(log):
        if each.kind == "unreadable":
            message = f"line {each.line} of the log cannot be read"
            yield Fault("event-log", f"{where}#{each.line}", message, each.expected, each.found, RESTORE)
        else:
            message = f"line {each.line} of the log does not follow from the line before"
            yield Fault(code, f"{where}#{each.line}", message, each.expected, each.found, RESTORE)


BAG_RULES = (
    _undeclared,
    _bad_manifests,
    _differing_manifests,
    _changed_payload,
    _changed_tags,
    _wrong_oxum,
    _wrong_event_count,
    _broken_chain,
)


def _compared(
    bag: SealedBag,
    expected: Mapping[str, Mapping[str, str]],
    found: Mapping[str, Digests],
    *,
    kind: str,
) -> Iterator[Fault]:
    for path in sorted(expected.keys() - found.keys()):
        message = f"{path} of {bag.id} is gone"
        yield Fault(
            f"{kind}-missing", f"archive/{bag.id}/{path}", message, _named(expected[path]), "no such file", RESTORE
        )
    for path in sorted(found.keys() - expected.keys()):
        message = f"{path} of {bag.id} is in no manifest"
        remedy = f"remove it: `rmdir archive/{bag.id}/{path}`" if found[path] == FOLDER else _MOVE
        yield Fault(f"{kind}-extra", f"archive/{bag.id}/{path}", message, "nothing there", _size(found[path]), remedy)
    for path in sorted(expected.keys() & found.keys()):
        digests = {algorithm: getattr(found[path], algorithm) for algorithm in expected[path]}
        if digests != expected[path]:
            yield _changed(bag.id, path, _named(expected[path]), _named(digests), kind=kind)


def _changed(id: str, path: str, expected: str, found: str, *, kind: str) -> Fault:
    where = f"archive/{id}/{path}"
    if path == "record.toml":
        message = f"the record of {id} was edited since it was sealed"
        return Fault("record-changed", where, message, expected, found, _SEAL.format(id=id))
    message = f"{path} of {id} has other bytes than were sealed"
    return Fault(f"{kind}-digest", where, message, expected, found, RESTORE)


def _expected(bag: SealedBag, names: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """Give the digests by algorithm that the manifests list, by path."""
    expected: dict[str, dict[str, str]] = {}
    for algorithm, name in zip(ALGORITHMS, names, strict=True):
        for path, digest in bag.manifests[name].items():
            expected.setdefault(path, {})[algorithm] = digest
    return expected


def _info_fault(bag: SealedBag, *, label: str, found: str, code: str) -> Iterator[Fault]:
    """Compare what bag-info.txt says with what is there; a bag of another tool need not say it."""
    lines = bag.tags.get("bag-info.txt", b"").decode(errors="replace").splitlines()
    expected = next((line.partition(":")[2].strip() for line in lines if line.startswith(f"{label}:")), found)
    if expected != found:
        message = f"{label} of {bag.id} is not what bag-info.txt says"
        yield Fault(code, f"archive/{bag.id}/bag-info.txt#{label}", message, expected, found, RESTORE)


def _named(digests: Mapping[str, str]) -> str:
    if LINK.sha256 in digests.values():
        return LINK.sha256
    return next(f"{algorithm} {digest}" for algorithm, digest in digests.items())


def _size(digests: Digests) -> str:
    return digests.sha256 if digests in (LINK, FOLDER) else f"{digests.size} bytes, sha256 {digests.sha256}"


def _quoted(data: bytes) -> str:
    return repr(data[:100].decode(errors="replace"))
