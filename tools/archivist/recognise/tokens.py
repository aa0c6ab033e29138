"""One pass over a text: the words at which a mention can begin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archivist.recognise.letters import ALNUM, CAPITAL
from archivist.recognise.lexicon import LIKE_A_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Token(NamedTuple):
    """A word with its span; of what may be an acronym, the spelling in the singular, though the span holds an s."""

    start: int
    end: int
    word: str


# Words for the types of instruments are looked for in lower case too, others only with a capital; their beginnings do.
_LOWER_CASE = (
    "c(?:onv[ei]n|onsensus|harter|ông(?= ước))|k(?:onv[ei]n|onsensus|huyến)|re[ck]om|p(?:roto[ck]o|lan)"
    "|v(?:erdrag|ijfpunten)|a(?:anbeveling|ction)|übereink|e(?:mpfehl|rkläru)|d(?:eclara|éclar|eklara)|t(?:reaty|uyên)|five|lima"
)
# Patterns of one scan each: a first character from a class, or a literal one, lets the engine search for it, and makes
# four scans twice as fast as one pattern that begins with a choice.
# A capital begins a word after anything but a Latin letter or digit: scripts without word spaces show no boundary.
CAPITALISED = re.compile(rf"[{CAPITAL}](?<![{ALNUM}][{CAPITAL}])(?<![{ALNUM}_]_[{CAPITAL}])[{ALNUM}]*")
_AFTER_BLANK = re.compile(rf" ((?:{_LOWER_CASE})[{ALNUM}]*)")
# ASCII is told by a table, which is fast; what is a word's in other scripts, by the slower look behind.
_AFTER_MARK = re.compile(rf"[^A-Za-z0-9_ ](?<!\w)((?:{_LOWER_CASE})[{ALNUM}]*)")
_AT_ONCE = re.compile(rf"((?:{_LOWER_CASE})[{ALNUM}]*)")
# The same, and what begins with a capital after a digit or a small letter, which has a group: of "10XL", "eTRIP", or
# the currency of "200NPR".
WITH_CAPITALS = re.compile(
    rf"[{CAPITAL}](?:(?<![{ALNUM}][{CAPITAL}])(?<![{ALNUM}_]_[{CAPITAL}])|(?<=[0-9a-z][A-Z])())[{ALNUM}]*"
)
_BEFORE_CAPITAL = re.compile(rf"\b(?:[0-9]{{1,2}}[A-Z]|[a-z]{{1,2}}[A-Z][A-Z])[{ALNUM}]*")
_CURRENCY = re.compile(rf"[A-Z]{{3}}(?<=[0-9][A-Z]{{3}})(?![{ALNUM}])")
_UNSPACED = ("អនុសញ្ញា", "អនុសាសន៍", "อนุสัญญา", "ข้อแนะ", "ពិធីសារ", "พิธีสาร")


def find_others(text: str) -> Iterator[Token]:
    """Give the words without a capital with which a mention can begin, in no order."""
    yield from _types(text)
    yield from _unspaced(text)


def find_words(text: str, words: Iterable[str]) -> Iterator[Token]:
    """Give every place of some words with a capital."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            match = CAPITALISED.match(text, at)
            if match and match.group() == word:
                yield Token(*match.span(), word)
            at = text.find(word, at + len(word))


def _types(text: str) -> Iterator[Token]:
    """Give words for a type of instrument in lower case."""
    if at_once := _AT_ONCE.match(text):
        yield Token(*at_once.span(1), at_once[1])
    for pattern in (_AFTER_BLANK, _AFTER_MARK):
        for match in pattern.finditer(text):
            yield Token(*match.span(1), match[1])


def find_around(text: str, capitals: Iterable[int]) -> Iterator[Token]:
    """Give words whose first capital stands after one or two digits or small letters, and currencies after a number."""
    for at in capitals:
        match = _BEFORE_CAPITAL.match(text, max(0, at - 2)) or _BEFORE_CAPITAL.match(text, at - 1)
        if match := match or _CURRENCY.match(text, at):
            yield Token(*match.span(), match.group())


def _unspaced(text: str) -> Iterator[Token]:
    """Give words for a type of instrument in scripts that do not space words."""
    if text.isascii():  # told at once
        return
    for word in _UNSPACED:
        if word[0] in text and word in text:  # one character is looked for much faster
            for match in re.finditer(word, text):
                yield Token(*match.span(), word)


def may_be_letters(word: str) -> bool:
    """Tell whether a word may be an acronym, or the first letter of one: two capitals, or a capital and a digit."""
    capitals = sum(map(str.isupper, word))
    return capitals > 1 or word in LIKE_A_NAME or (capitals == 1 and (len(word) == 1 or any(map(str.isdigit, word))))
