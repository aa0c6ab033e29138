"""Lines printed in capitals, in which a word in capitals says nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.recognise.letters import LATIN
from archivist.recognise.letterwords import is_common, speakable

if TYPE_CHECKING:
    from collections.abc import Container

_REACH = 160  # code points either side that are looked at, so that a line of a megabyte costs no more than another
_WORD = re.compile(rf"[{LATIN}]{{2,}}")
# Scripts without capitals, in which Latin letters are mostly those of abbreviations.
_OTHER_SCRIPT = re.compile("[\u0600-\u1cff\u3040-\ud7af]")
_ONE_IN = 5  # of a line's words in capitals that are ordinary words; else it is a list of abbreviations
_LIST = re.compile(r"(?<![A-Z])[A-Z]{2,9},[ \xa0][A-Z]{2,9},[ \xa0][A-Z]{2,9}(?![A-Z])")
_BREAK = re.compile(r"[\r\n|•·►»]")


_BESIDE = re.compile(rf"[{LATIN}]|{_OTHER_SCRIPT.pattern}")
_BLANKS = frozenset(" \xa0")
_LONGEST_WORD = 30  # code points that are looked at
_SIDE = 4  # code points either side in which a letter is looked for


def stands_in_other_script(text: str, start: int, end: int) -> bool:
    """Tell whether the next letter on one side is of a script without capitals, whose words no Latin ones are."""
    before = _BESIDE.search(text[max(0, start - _SIDE) : start][::-1])
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

    def __init__(self, text: str, words: Container[str]) -> None:
        """Take the text, and the ordinary words of its languages."""
        self._text = text
        self._words = words
        self._cache: dict[tuple[int, int], bool] = {}

    def shouts(self, start: int, end: int) -> bool:
        """Tell whether the line around a span is printed in capitals."""
        low, high = self._bounds(start, end)
        if (low, high) not in self._cache:
            self._cache[low, high] = _is_shouted(self._text[low:high], self._words)
        return self._cache[low, high]

    def opens(self, start: int) -> bool:
        """Tell whether a span stands at the beginning of its line."""
        before = self._text[max(0, start - 8) : start]
        return not before.strip(' \t*_#>-"“') or before.rstrip(' \t*_#>-"“').endswith(("\n", "\r"))

    def _bounds(self, start: int, end: int) -> tuple[int, int]:
        """Give the line around a span; of a long line, a stretch that many spans share, so that it is read once."""
        text = self._text
        low = text.rfind("\n", max(0, start - _REACH), start) + 1
        high = text.find("\n", end, end + _REACH)
        low = low or max(0, start // _REACH - 1) * _REACH
        high = high if high >= 0 else min(len(text), (end // _REACH + 2) * _REACH)
        for match in _BREAK.finditer(text, low, high):
            if match.end() <= start:
                low = match.end()
            elif match.start() >= end:
                return low, match.start()
        return low, high


def _is_shouted(line: str, ordinary: Container[str]) -> bool:
    words = _WORD.findall(line)
    capitals = [word for word in words if word.isupper()]
    if len(words) > 1 and len(words) - len(capitals) > len(capitals) // 3:  # nearly always
        return False
    if _OTHER_SCRIPT.search(line):
        return False
    if _LIST.search(line) and not any(is_common(word, ordinary) for word in capitals):
        return False
    if len(capitals) < 2:
        return len(words) == 1 and len(capitals) == 1 and is_common(capitals[0], ordinary)
    telling = sum(is_common(word, ordinary) or (speakable(word) and len(word) > 6) for word in capitals)
    return telling * _ONE_IN > len(capitals)
