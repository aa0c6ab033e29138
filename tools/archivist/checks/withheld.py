"""What an audit excuses in a restored project: the files that the edition withheld, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.store.manifests import parse_manifest
from archivist.store.withholding import SECRET

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from archivist.model import Fault
    from archivist.store.contents import Contents
    from archivist.store.withholding import Withheld


def withheld_files(contents: Contents, known: Withheld | None) -> dict[str, str]:
    """Give the files that a bag lacks since they were withheld: by path in the bag, their SHA-256 as sealed."""
    if known is None:
        return {}
    sealed = _sealed(contents, "manifest-sha256.txt") | _sealed(contents, "tagmanifest-sha256.txt")
    return {path: digest for path, digest in sealed.items() if _is_withheld(path, contents, known)}


def unexcused(id: str, faults: Iterable[Fault], withheld: Mapping[str, str]) -> tuple[Fault, ...]:
    """Leave out the faults that say no more than that these files were withheld."""
    excused = {f"archive/{id}/{path}" for path in withheld}
    if any(path.startswith("data/") for path in withheld):
        excused.add(f"archive/{id}/bag-info.txt#Payload-Oxum")
    return tuple(fault for fault in faults if fault.where not in excused)


def _is_withheld(path: str, contents: Contents, known: Withheld) -> bool:
    if path == "record.toml":
        there = contents.digests.get(path)
        return there is not None and there.sha256 == known.record_sha256
    return path.partition("/")[0] in SECRET and path not in contents.digests


def _sealed(contents: Contents, manifest: str) -> dict[str, str]:
    try:
        return parse_manifest(contents.tags.get(manifest, b""))
    except ValueError:
        return {}  # a rule of its own says so
