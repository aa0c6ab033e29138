"""Files that hold many keys: which one a key is in follows from the key."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from archivist.search.coding import hashed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archivist.search.files import IndexFolder

_SIZE = 5000  # characters of a file, as far as keys allow
_OWN = 4000  # what is longer has a file of its own


class Kept(NamedTuple):
    """Something that is looked up."""

    key: str  # tells the file
    slot: int  # of the file; slot 0 holds lists by key, the others values by name
    name: str
    value: Any  # a text, or a list that begins with one


class Shards:
    """Writes such files."""

    def __init__(self, folder: IndexFolder) -> None:
        self.folder = folder
        self.owned = 0

    def write(self, kind: str, items: Iterable[Kept]) -> int:
        """Write what belongs to the same key into the same file, and give the number of files."""
        kept = [item._replace(value=self._own(kind, item.value)) for item in items]
        size = sum(len(item.name) + _length(item.value) + 6 for item in kept)
        count = max(1, size // _SIZE)
        files: defaultdict[int, list[Kept]] = defaultdict(list)
        for item in kept:
            files[hashed(item.key) % count].append(item)
        for number in range(count):
            self.folder.write(f"{kind}/{number}", _arranged(files[number]))
        return count

    def _own(self, kind: str, value: Any) -> Any:  # noqa: ANN401 - see Kept
        """Put a long value into a file of its own, and give that file's number."""
        if _length(value) <= _OWN:
            return value
        self.owned += 1
        self.folder.write(f"{kind}/own-{self.owned}", value)
        return self.owned


def _length(value: Any) -> int:  # noqa: ANN401 - see Kept
    if isinstance(value, int):
        return 1
    return len(value) if isinstance(value, str) else sum(map(_length, value))


def _arranged(items: Iterable[Kept]) -> list[dict[str, Any]]:
    """Arrange a file; slot 0 lists name, value, name, value … by key."""
    slots: list[dict[str, Any]] = [{}, {}, {}, {}, {}]
    for key, slot, name, value in sorted(items, key=lambda item: (item.slot, item.key, item.name)):
        if slot == 0:
            slots[0].setdefault(key, []).extend((name, value))
        else:
            slots[slot][name] = value
    while len(slots) > 1 and not slots[-1]:
        slots.pop()
    return slots
