"""One pass over a text: the words at which a mention can begin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archivist.recognise.letters import ALNUM, CAPITAL, NOT_AFTER_WORD

if TYPE_CHECKING:
    from collections.abc import Iterator


class Token(NamedTuple):
    """A word with its span."""

    start: int
    end: int
    word: str


# Words for the types of instruments are looked for in lower case too, others only with a capital. Beginnings do.
_LOWER_CASE = (
    "conv[ei]n|konv[ei]n|recom|rekom|protoco|protoko|verdrag|aanbeveling|übereink|empfehl|declara|déclar|deklara|"
    "erkläru|công ước|khuyến|tuyên|consensus|konsensus|five|vijfpunten|lima|treaty|charter|action|plan"
)
_START = re.compile(
    rf"{NOT_AFTER_WORD}(?:[{CAPITAL}][{ALNUM}]*|[0-9]{{1,2}}[A-Z][{ALNUM}]*|[a-z]{{1,2}}[A-Z][A-Z{ALNUM}]+|(?:{_LOWER_CASE})[{ALNUM}]*)|អនុសញ្ញា|អនុសាសន៍|อนุสัญญา|ข้อแนะ"
)


def starts(text: str) -> Iterator[re.Match[str]]:
    """Give every word with a capital and every word for a type of instrument, in order."""
    return _START.finditer(text)


def may_be_letters(word: str) -> bool:
    """Tell whether a word may be an acronym, or the first letter of one: two capitals, or a capital and a digit."""
    capitals = sum(map(str.isupper, word))
    return capitals > 1 or (capitals == 1 and (len(word) == 1 or any(map(str.isdigit, word))))
