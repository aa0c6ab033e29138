"""What the system refuses to read: a fault of its own, beside which nothing that only follows from it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.model import Fault
from archivist.store.bag import MANIFESTS, TAG_MANIFESTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_REMEDY = (
    "give whoever audits the right to read it, such as with `chmod u+rwX`; where the disk fails, bring it back from a "
    "copy of the archive"
)
_FOLLOWING = {  # by what is not read, the place of what then seems wrong
    "events.jsonl": ("bag-info.txt#Event-Count",),
    "data": ("bag-info.txt#Payload-Oxum",),
}
_LISTED_IN = {"payload-extra": MANIFESTS, "tag-extra": TAG_MANIFESTS}  # what seems to be in no list without these


def unreadable(where: str, reason: str) -> Fault:
    """Say that a file or a folder of the archive, by its path in the project, cannot be read, and why."""
    message = f"{where} cannot be read, so nothing tells whether it is as it was sealed"
    return Fault("file-unreadable", where, message, "a file or folder that can be read", reason, _REMEDY)


def with_unread(id: str, faults: Iterable[Fault], refused: Mapping[str, str]) -> tuple[Fault, ...]:
    """Give a fault for each path in a bag that was refused, with its reason, and of `faults` those that stand alone."""
    if not refused:
        return tuple(faults)
    bag = f"archive/{id}/"
    own = [unreadable(f"{bag}{path}".removesuffix("/"), reason) for path, reason in sorted(refused.items())]
    places = [bag + place for path in refused for place in (path, *_FOLLOWING.get(path.partition("/")[0], ()))]
    unlisted = {code for code, names in _LISTED_IN.items() if refused.keys() >= set(names)}
    return (*own, *(one for one in faults if one.code not in unlisted and not _lies_in(one.where, places)))


def _lies_in(where: str, places: Iterable[str]) -> bool:
    return any(where == place or (place.endswith("/") and where.startswith(place)) for place in places)
