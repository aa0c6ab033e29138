"""Letters beside figures: of a statistical test, "(β = .21, SE = .07)", or of a version, "2.0-RC1"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.recognise.lexicon import SHORTENED

if TYPE_CHECKING:
    from archivist.recognise.tokens import Token

_LETTERS = frozenset({"SE"})  # elsewhere a company's form, a point of the compass, a State
_EQUALS = re.compile(r"[ \xa0]?=[ \xa0]?[-−–]?\d*[.,]\d")
_FIGURE_BESIDE = re.compile(r"(?<!\w)[^\W\d_]{1,3}[²2]?[ \xa0]?[=<>≤≥][ \xa0]?[-−–]?\d*[.,]?\d")
_NUMBER_FOLLOWS = re.compile(r"\.\d")
_NUMBERED = re.compile(r"\.[ \xa0]?\d")
_NUMBER_JOINED = re.compile(r"\d-\Z")
_REACH = 40  # code points either side


def is_statistic(text: str, token: Token) -> bool:
    """Tell whether letters have a value, and so have others beside them."""
    if token.word not in _LETTERS or not _EQUALS.match(text, token.end):
        return False
    before = _FIGURE_BESIDE.search(text, max(0, token.start - _REACH), token.start)
    return (before or _FIGURE_BESIDE.search(text, token.end, token.end + _REACH)) is not None


def is_version(text: str, token: Token, *, given: bool) -> bool:
    """Tell whether letters go on with a number, as no name does: "2.0-RC1", "CONV.189", "FIG. 2"."""
    if token.word in SHORTENED and _NUMBERED.match(text, token.end):
        return True
    if _NUMBER_FOLLOWS.match(text, token.end):
        return not given
    joined = _NUMBER_JOINED.search(text, max(0, token.start - 2), token.start)
    return joined is not None and not token.word.isalpha()
