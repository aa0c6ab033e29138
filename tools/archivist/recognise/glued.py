"""Codes run together with the word before or, in a tag, after: "the⟦C189⟧and", "#⟦C190⟧Now"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.recognise.letters import ALNUM

if TYPE_CHECKING:
    from collections.abc import Iterator

# One a beginning, since the engine finds literal letters faster than a choice of them.
_GLUED = tuple(
    re.compile(rf"(?P<code>{begin})(?!\d|[A-Z](?![a-z]))") for begin in (r"C1\d\d", r"C20\d", r"R1\d\d", r"R20\d")
)
# In a tag, but no colour: "#C190Fa".
_TAGGED = re.compile(rf"#(?P<code>[CR]\d{{3}})(?=[A-Z][a-z])(?![A-Fa-f]{{2}}(?![{ALNUM}]))")


def find_run_together(text: str) -> Iterator[re.Match[str]]:
    """Give codes, each a match with a group of that name, that no blank parts from a word."""
    for pattern in _GLUED:
        yield from (match for match in pattern.finditer(text) if _is_glued(text, match.start()))
    yield from _TAGGED.finditer(text)


def _is_glued(text: str, start: int) -> bool:
    """Tell whether a word in lower case runs into what begins at a place."""
    before = text[max(0, start - 2) : start]
    return len(before) > 1 and before.isalpha() and before.islower()
