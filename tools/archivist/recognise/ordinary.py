"""What a text says elsewhere of letters in capitals: that they are an ordinary word, or a name that it repeats."""

from __future__ import annotations

import re
from collections import Counter

from archivist.recognise.letters import LATIN
from archivist.recognise.tokens import CAPITALISED

# A word of the text, and not of an address in it: an organisation's own says nothing against its letters.
_WORD = re.compile(rf"(?<![{LATIN}@./_-])[{LATIN}][a-zà-ÿ]{{3,}}(?![{LATIN}@/_]|\.[a-z]|-?\d)")
_FEW = 16  # words that are looked for one by one, which is faster than to read all words of the text
_MANY = 100  # long words in capitals that are looked for one by one: more than texts of people have
_REPEATED = 3  # times


class OrdinaryWords:
    """Says whether a text has a word in lower case, or with a capital; read where it is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._answers: dict[str, bool] = {}
        self._all: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        """Tell whether the text has a word, given in lower case."""
        if word not in self._answers:
            few = len(self._answers) < _FEW and word.isascii()
            self._answers[word] = self._stands(word) if few else word in self._read_all()
        return self._answers[word]

    def _stands(self, word: str) -> bool:
        at = self._text.find(word[1:], 1)
        while at >= 0:
            match = _WORD.match(self._text, at - 1)
            if match and match.group().lower() == word:
                return True
            at = self._text.find(word[1:], at + 1)
        return False

    def _read_all(self) -> frozenset[str]:
        if self._all is None:
            self._all = frozenset(word.lower() for word in set(_WORD.findall(self._text)))
        return self._all


class RepeatedWords:
    """Says whether letters stand in a text three times, as those of a name do; the work does not grow with both."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._answers: dict[str, bool] = {}
        self._counts: Counter[str] = Counter()

    def __contains__(self, word: str) -> bool:
        """Tell whether the text repeats some letters; once it has many, whether it repeats them as a word."""
        if word not in self._answers:
            few = len(self._answers) < _MANY
            self._answers[word] = self._is_repeated(word) if few else self._count_all()[word] >= _REPEATED
        return self._answers[word]

    def _is_repeated(self, word: str) -> bool:
        at = -len(word)
        for _ in range(_REPEATED):
            at = self._text.find(word, at + len(word))
            if at < 0:
                return False
        return True

    def _count_all(self) -> Counter[str]:
        if not self._counts:
            self._counts.update(CAPITALISED.findall(self._text))
        return self._counts
