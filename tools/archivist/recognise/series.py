"""Words in capitals in a list: acronyms between acronyms, or the heading of a numbered item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.recognise.letters import ALNUM, CAPITAL, LATIN
from archivist.recognise.letterwords import is_common

if TYPE_CHECKING:
    from archivist.recognise.tokens import Token

_LISTED_BEFORE = re.compile(rf"(?<![{ALNUM}])([A-Z]{{3,8}}),[ \xa0]\Z")
_LISTED_AFTER = re.compile(
    rf"(?:[ \xa0]\([^()\r\n]{{2,30}}\))?,?[ \xa0](?:(?:and|&|et|dan|und|en|y)[ \xa0])?([A-Z]{{3,8}})(?![{ALNUM}])"
)
# "GRETA, GREVIO and": a list, and no dateline
_SERIES_AFTER = re.compile(r",[ \xa0]([A-Z]{3,8}),?[ \xa0](?:and|&|et|dan|und|en|y)[ \xa0]")
# A heading with its number: "3. CADETS (CCF). Field day …"
_NUMBERED_BEFORE = re.compile(r"(?:\A|[\r\n])[ \t>*#]*(?:\d{1,2}|[a-z]|[IVX]{1,4})[.)][ \t]+\Z")
_HEADING_ENDS = re.compile(r"[.:](?=\s)|[ \xa0]\(")
_LONGEST_NUMBER = 16  # code points, with blanks and marks before and after it
_SHORTEST_HEADING = 5  # letters of a word that may be a heading
_NAME_BEFORE = re.compile(rf"[{CAPITAL}][{LATIN}’'-]+[ \xa0]\(\Z")
_ARTICLE_BEFORE = re.compile(r"(?<!\w)(?:[Tt]he|[Ll][ae]|[Ee]l|[Dd](?:ie|er|e))[ \xa0]\Z")
_SMALL_AFTER = re.compile(r"[ \xa0][a-zà-ÿ]{2,}")
_REACH = 30  # code points before letters


def is_listed(text: str, token: Token) -> bool:
    """Tell whether a token stands between acronyms in a list: "CEDAW, CAT, CRC"."""
    if not text.startswith(",", token.start - 2):  # nearly always
        return False
    before = _LISTED_BEFORE.search(text, token.start - 16, token.start)
    after = _LISTED_AFTER.match(text, token.end) if before else None
    return before is not None and after is not None and not is_common(before[1]) and not is_common(after[1])


def begins_series(text: str, token: Token) -> bool:
    """Tell whether a token is the first in a list of acronyms, whose second is no country of a dateline."""
    second = _SERIES_AFTER.match(text, token.end)
    return second is not None and not is_common(second[1])


def heads_item(text: str, token: Token) -> bool:
    """Tell whether a word is the heading of a numbered item."""
    if len(token.word) < _SHORTEST_HEADING or not _HEADING_ENDS.match(text, token.end):
        return False
    return _NUMBERED_BEFORE.search(text, max(0, token.start - _LONGEST_NUMBER), token.start) is not None


def is_introduced(text: str, token: Token) -> bool:
    """Tell whether letters stand in brackets after a name, or after an article: "Confederación … (CONLAC)"."""
    before = text[max(0, token.start - _REACH) : token.start]
    if text.startswith(")", token.end):
        return _NAME_BEFORE.search(before) is not None
    return _ARTICLE_BEFORE.search(before) is not None and _SMALL_AFTER.match(text, token.end) is not None
