"""The languages of a text, as far as they decide whether letters in capitals are a word."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from archivist.recognise.letters import LATIN
from archivist.recognise.words import PLACES, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# The commonest words, which hardly any text of a language lacks.
_MARKERS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in is for that with are by this was from on be as at a",
        "fr": "le la les des du et est une dans pour que qui sur par aux avec sont",
        "id": "yang dan di untuk dengan dari ini itu pada dalam tidak oleh akan adalah",
        "de": "der die das und ist nicht mit den von ein eine auf für dem des sich",
        "nl": "de het een en van is niet met dat op voor zijn aan door deze",
        "es": "el la los las de del y que en una por con para es se",
        "pt": "o a os as de do da dos e que em uma por com para é se",
        "vi": "và của các là có cho được trong với những người không về một",
    }.items()
}
_WORD = re.compile(rf"[{LATIN}]+")
_SAMPLE = 20_000  # code points that are looked at
_SHARE = 0.04  # of a text's words that are markers of its language


def words_of(text: str) -> frozenset[str]:
    """Give the ordinary words of the languages that a text is written in; those of English if there is none.

    Beside the first language, another is counted by the words that the two do not share: "de", "en".
    """
    sample = _WORD.findall(text[:_SAMPLE])
    small = [word.lower() for word in sample if len(word) == 1 or not word.isupper()]  # "OS" is not Portuguese "os"
    words = Counter(small or [word.lower() for word in sample])
    total = sum(words.values())
    counts = {language: _count(words, markers) for language, markers in _MARKERS.items()}
    first = max(counts, key=counts.__getitem__)
    spoken = [
        language
        for language, markers in _MARKERS.items()
        if total and _count(words, markers if language == first else markers - _MARKERS[first]) >= _SHARE * total
    ]
    return _union(*spoken or ["en"])


@lru_cache(maxsize=256)
def _union(*languages: str) -> frozenset[str]:
    return PLACES.union(*(WORDS[language] for language in languages))


def _count(words: Mapping[str, int], markers: Iterable[str]) -> int:
    return sum(words.get(marker, 0) for marker in markers)
