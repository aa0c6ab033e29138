"""Where words begin and end in a text, so that it can be told whether an offset cuts one.

Words are those of the search (search/terms.py); points and commas within a number belong to it: "5" is no word of
"2.5". Scripts without blanks between words have no words that could be cut. `verify-core.js` of the site does the same.
"""

from __future__ import annotations

import regex

# Scripts without spaces between words: Thai, Lao, Burmese, Khmer, kana, Han. Their digits and full stops are left out.
UNSPACED = (
    "\u0e01-\u0e4e\u0e81-\u0ecf\u0edc-\u0eff\u1000-\u103f\u1050-\u109f\ua9e0-\ua9ef\uaa60-\uaa7f\u1780-\u17d3"
    "\u17d7\u17dc-\u17df\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
_LETTER = rf"(?:(?![{UNSPACED}])[\p{{L}}\p{{M}}\p{{N}}])"
_JOINED = (
    rf"[\u00ad\u200c\u200d\u2060](?={_LETTER})|['\u2019\u02bc](?={_LETTER}{{1,2}}(?!{_LETTER}))"
    r"|(?<=\p{Nd})[.,](?=\p{Nd})"
)
_WORD = regex.compile(rf"{_LETTER}(?:{_LETTER}|{_JOINED})*")
_ANY = regex.compile(r"[\p{L}\p{N}]")
_REACH = 100  # code points on either side of an offset within which its word is sought


def divided_word(text: str, offset: int) -> str:
    """Give the word that an offset lies inside; empty where it lies between words, or at the end of one."""
    for found in _WORD.finditer(text, max(0, offset - _REACH), offset + _REACH):
        if found.start() >= offset:
            return ""
        if offset < found.end():
            return found[0]
    return ""


def has_words(text: str) -> bool:
    """Tell whether a text has a letter or a digit."""
    return _ANY.search(text) is not None
