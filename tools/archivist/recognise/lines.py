"""Lines printed in capitals, in which a word in capitals says nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.recognise.letters import LATIN
from archivist.recognise.letterwords import is_common, speakable

if TYPE_CHECKING:
    from collections.abc import Callable, Container

# At least so many words that are not in capitals, and one more.
_SMALL_WORDS = tuple(re.compile(" [a-z]{2,}(?= )" + ".*? [a-z]{2,}(?= )" * few, re.DOTALL) for few in range(4))
_CAPITALS = re.compile("[A-ZÀ-ÖØ-Þ\u0100-\u024f\u1e00-\u1eff]{2}")  # part of each that is
_REACH = 160  # code points either side that are looked at, so that a line of a megabyte costs no more than another
_WORD = re.compile(rf"[{LATIN}]{{2,}}")
# Scripts without capitals, in which Latin letters are mostly those of abbreviations.
_OTHER_SCRIPT = re.compile("[\u0600-\u1cff\u3040-\ud7af]")
_ONE_IN = 5  # of a line's words in capitals that are ordinary words; else it is a list of abbreviations
_LIST = re.compile(r"(?<![A-Z])[A-Z]{2,9},[ \xa0][A-Z]{2,9},[ \xa0][A-Z]{2,9}(?![A-Z])")
_BREAKS = "\r\n|•·►»"


_BESIDE = re.compile(rf"[{LATIN}]|{_OTHER_SCRIPT.pattern}")
_AROUND_WORD = " \t\xa0*_#>-:[]"  # marks around a heading
_SHORTEST_ITEM = 5  # letters of a word that may be an item of a menu
_SHORTEST_HEADING = 6  # letters of a word that is a heading by itself
_BLANKS = frozenset(" \xa0")
_LONGEST_WORD = 30  # code points that are looked at
_SIDE = 4  # code points either side in which a letter is looked for


def stands_in_other_script(text: str, start: int, end: int) -> bool:
    """Tell whether the next letter on one side is of a script without capitals, whose words no Latin ones are."""
    near = text[max(0, start - _SIDE) : start]
    if near.isascii() and text[end : end + _SIDE].isascii():  # nearly always
        return False
    before = _BESIDE.search(near[::-1])
    after = _BESIDE.search(text, end, end + _SIDE)
    return any(beside is not None and _OTHER_SCRIPT.match(beside.group()) is not None for beside in (before, after))


def follows_small_word(text: str, start: int) -> bool:
    """Tell whether the word directly before a place is written small, and so no title, name or run of capitals."""
    end = start - 1
    if end < 1 or text[end] not in _BLANKS:
        return False
    low = max(0, end - _LONGEST_WORD)
    word = text[max(low, text.rfind(" ", low, end) + 1) : end]
    return word[:1].islower() and word.isalpha()


class Lines:
    """The typography of the lines of a text, read where it is asked for."""

    def __init__(self, text: str, words: Callable[[], Container[str]]) -> None:
        """Take the text, and what gives the ordinary words of its languages where they are asked for."""
        self._text = text
        self._words = words
        self._cache: dict[tuple[int, int], bool] = {}

    def shouts(self, start: int, end: int) -> bool:
        """Tell whether the line around a span is printed in capitals."""
        low, high = self._bounds(start, end)
        if (low, high) not in self._cache:
            piece = self._text[low:high]
            self._cache[low, high] = _is_shouted(piece, self._words) or self._heads(piece, start, end)
        return self._cache[low, high]

    def _heads(self, piece: str, start: int, end: int) -> bool:
        """Tell whether a word is all of a piece of a line, and that a heading or an item of a menu in capitals."""
        word = self._text[start:end]
        if piece.strip(_AROUND_WORD) != word or len(word) < _SHORTEST_ITEM or not speakable(word):  # nearly always
            return False
        low, high = self._stretch(start, end, "\r\n")
        line = self._text[low:high]
        if line.strip(_AROUND_WORD) == word:
            return len(word) >= _SHORTEST_HEADING
        return _is_shouted(line, self._words)

    def opens(self, start: int) -> bool:
        """Tell whether a span stands at the beginning of its line."""
        before = self._text[max(0, start - 8) : start]
        return not before.strip(' \t*_#>-"“') or before.rstrip(' \t*_#>-"“').endswith(("\n", "\r"))

    def _bounds(self, start: int, end: int) -> tuple[int, int]:
        """Give the line around a span; of a long line, a stretch that many spans share, so that it is read once."""
        return self._stretch(start, end, _BREAKS)

    def _stretch(self, start: int, end: int, breaks: str) -> tuple[int, int]:
        """Give the stretch around a span up to marks on either side, not further than some way."""
        low, high = max(0, start // _REACH - 1) * _REACH, (end // _REACH + 2) * _REACH
        before = max(self._text.rfind(mark, low, start) for mark in breaks)
        after = [at for mark in breaks if (at := self._text.find(mark, end, high)) >= 0]
        return max(low, before + 1), min(after, default=min(high, len(self._text)))


def _is_shouted(line: str, words_of_text: Callable[[], Container[str]]) -> bool:
    few = len(_CAPITALS.findall(line)) // 3
    if few < len(_SMALL_WORDS) and _SMALL_WORDS[few].search(line):  # nearly always
        return False
    words = _WORD.findall(line)
    shouted = sum(map(str.isupper, words))
    if len(words) > 1 and len(words) - shouted > shouted // 3:  # nearly always
        return False
    capitals = [word for word in words if word.isupper()]
    if _OTHER_SCRIPT.search(line):
        return False
    ordinary = words_of_text()
    if _LIST.search(line) and not any(is_common(word, ordinary) for word in capitals):
        return False
    if len(capitals) < 2:
        return len(words) == 1 and len(capitals) == 1 and is_common(capitals[0], ordinary)
    telling = sum(is_common(word, ordinary) or (speakable(word) and len(word) > 6) for word in capitals)
    return telling * _ONE_IN > len(capitals)
