"""What stands in the heads of pages: titles and guide words, as short as there is room."""

from __future__ import annotations

_HEAD = 88  # characters that a running head holds: title and identifier
_FEWEST = 20  # characters that are kept of a title beside the longest identifier
_GUIDE = 34  # characters of each of two guide words


def running_title(title: str, identifier: str) -> str:
    """Shorten a title for the head of a page that bears the identifier too."""
    return _shortened(title, room=max(_HEAD - len(identifier), _FEWEST))


def guide_word(name: str) -> str:
    """Shorten the name of an entry, for the head of a page that begins or ends with it."""
    return _shortened(name, room=_GUIDE)


def _shortened(title: str, *, room: int) -> str:
    """Cut a title at a word's end."""
    if len(title) <= room:
        return title
    return title[:room].rsplit(" ", 1)[0].rstrip(" ,;:.–-(") + " …"
