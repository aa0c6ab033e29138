"""One pass over a text: the words at which a mention can begin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archivist.recognise.letters import ALNUM, CAPITAL

if TYPE_CHECKING:
    from collections.abc import Iterator


class Token(NamedTuple):
    """A word with its span."""

    start: int
    end: int
    word: str


# Words for the types of instruments are looked for in lower case too, others only with a capital; their beginnings do.
_LOWER_CASE = (
    "c(?:onv[ei]n|onsensus|harter|ông ước)|k(?:onv[ei]n|onsensus|huyến)|re[ck]om|p(?:roto[ck]o|lan)"
    "|v(?:erdrag|ijfpunten)|a(?:anbeveling|ction)|übereink|e(?:mpfehl|rkläru)|d(?:eclara|éclar|eklara)|t(?:reaty|uyên)|five|lima"
)
# A capital begins a word after anything but a Latin letter or digit: scripts without word spaces show no boundary
_START = re.compile(
    rf"[{CAPITAL}](?<![{ALNUM}][{CAPITAL}])(?<![{ALNUM}_]_[{CAPITAL}])[{ALNUM}]*"
    rf"|\b(?:{_LOWER_CASE}|[0-9]{{1,2}}[A-Z]|[a-z]{{1,2}}[A-Z][A-Z])[{ALNUM}]*"
    rf"|[A-Z]{{3}}(?<=[0-9][A-Z]{{3}})(?![{ALNUM}])"  # the currency of "200NPR"
    r"|អនុសញ្ញា|អនុសាសន៍|อนุสัญญา|ข้อแนะ|ពិធីសារ|พิธีสาร"
)


_FEW = 20  # words that one pattern may hold


def starts(text: str) -> Iterator[re.Match[str]]:
    """Give every word with a capital and every word for a type of instrument, in order."""
    return _START.finditer(text)


def words_among(text: str, words: frozenset[str]) -> Iterator[re.Match[str]]:
    """Give every place where one of some capitalised words stands by itself."""
    if len(words) > _FEW:
        return (match for match in starts(text) if match.group() in words)
    return re.finditer(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b", text)


def may_be_letters(word: str) -> bool:
    """Tell whether a word may be an acronym, or the first letter of one: two capitals, or a capital and a digit."""
    capitals = sum(map(str.isupper, word))
    return capitals > 1 or (capitals == 1 and (len(word) == 1 or any(map(str.isdigit, word))))
