"""Letters that are an abbreviation only among the figures of a statistical test: "(β = .21, SE = .07)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archivist.recognise.tokens import Token

_LETTERS = frozenset({"SE"})  # elsewhere a company's form, a point of the compass, a State
_EQUALS = re.compile(r"[ \xa0]?=[ \xa0]?[-−–]?\d*[.,]\d")
_FIGURE_BESIDE = re.compile(r"(?<!\w)[^\W\d_]{1,3}[²2]?[ \xa0]?[=<>≤≥][ \xa0]?[-−–]?\d*[.,]?\d")
_REACH = 40  # code points either side


def is_statistic(text: str, token: Token) -> bool:
    """Tell whether letters have a value, and so have others beside them."""
    if token.word not in _LETTERS or not _EQUALS.match(text, token.end):
        return False
    before = _FIGURE_BESIDE.search(text, max(0, token.start - _REACH), token.start)
    return (before or _FIGURE_BESIDE.search(text, token.end, token.end + _REACH)) is not None
