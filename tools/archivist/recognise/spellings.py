"""What letters say for themselves, before it is asked what stands beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archivist.recognise import lexicon
from archivist.recognise.letterwords import is_common, is_word, looks_like_acronym, speakable

if TYPE_CHECKING:
    from collections.abc import Callable, Container

# Letters that are an acronym or not by what stands beside them.
_DOUBTFUL = (
    lexicon.UNITS
    | lexicon.STATES
    | lexicon.AFTER_NAMES
    | lexicon.COMPANY_FORMS
    | lexicon.HONOURS
    | lexicon.TITLES_BEFORE_NAMES
    | lexicon.CURRENCY_SIGNS
)
LONGEST_INITIALS = 3
LONGEST_SPEAKABLE = 9  # longer words in capitals that can be spoken are mostly words
_VOWEL = re.compile("[AEIOU]")
_LEAST = 2  # letters of an acronym; those of two are also of States and countries


class Spelling(NamedTuple):
    """What letters say for themselves in one text, wherever they stand in it."""

    sure: bool  # an acronym wherever they are not part of an address
    given: bool  # the glossary has them so
    shaped: bool = False  # given, or of an acronym's looks
    doubtful: bool = False  # an acronym or not by what stands beside them
    capitals: bool = False  # nothing but capital letters, as words that are stressed
    ordinary: bool = False  # a word of the text's languages, or of a place's name
    speakable: bool = False
    firm: bool = False  # an acronym in lines of capitals as in others, where nothing beside the letters says otherwise


class Spellings(dict[str, Spelling]):
    """The spellings of one text, each judged when it is first met."""

    def __init__(
        self,
        judged: Callable[[str], Spelling],
        expanded: Container[str],
        place_words: Container[str],
        words: Callable[[], Container[str]],
    ) -> None:
        """Take what letters say in any text, those that this one expands, and what gives its languages' words."""
        super().__init__()
        self._judged = judged
        self._expanded = expanded
        self._place_words = place_words
        self._words = words

    def __missing__(self, base: str) -> Spelling:
        """Judge a spelling, and remember it."""
        spelling = self[base] = self._judge(base)
        return spelling

    def _judge(self, base: str) -> Spelling:
        spelling = self._judged(base)
        if base in self._expanded and sum(map(str.isupper, base)) > 1:
            return Spelling(sure=True, given=spelling.given)
        if spelling.ordinary and base not in self._place_words:  # a word of some language: perhaps not of the text's
            return spelling._replace(ordinary=is_common(base, self._words()))
        return spelling


def judge(base: str, *, is_known: Callable[[str], bool], place_words: Container[str]) -> Spelling:
    """Say what letters say for themselves in any text: of ordinary words, that they are those of some language."""
    given = (is_known(base) and not base[1:].islower()) or base in lexicon.SPOKEN
    doubtful = base in _DOUBTFUL
    sure = given and not doubtful and not is_word(base)
    if sure or not (given or looks_like_acronym(base)):
        return Spelling(sure, given)
    doubtful = doubtful or base in lexicon.SHORTENED or len(base) == _LEAST
    if not (base.isalpha() and base.isupper()):
        return Spelling(sure, given, shaped=True, doubtful=doubtful or not base.isalpha())
    ordinary, spoken = is_common(base) or base in place_words, speakable(base)
    firm = not (doubtful or ordinary or spoken or is_word(base)) and is_telling(base)
    return Spelling(
        sure, given, shaped=True, doubtful=doubtful, capitals=True, ordinary=ordinary, speakable=spoken, firm=firm
    )


def is_telling(base: str) -> bool:
    """Tell whether letters that cannot be spoken are no word in capitals either: neither initials nor a long word."""
    return LONGEST_INITIALS < len(base) <= LONGEST_SPEAKABLE or (
        len(base) <= LONGEST_INITIALS and not _VOWEL.search(base)
    )
