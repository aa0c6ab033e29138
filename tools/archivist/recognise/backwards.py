"""Titles that stand before the word for their type, read backwards from there: "Minimum Age ⟨Convention No. 138⟩"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.recognise.company import word_before
from archivist.recognise.fold import STOP, fold_word
from archivist.recognise.typed import FOLLOWS_ITS_TITLE, type_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.model import Entry
    from archivist.recognise.register import Register

_BODIES = frozenset({"ILO", "OIT", "IAO"})
# After a word for a type, in English: every entry has an English title, but not one in each other language.
_ENGLISH = frozenset({"on", "concerning", "regarding", "relating"})
_MAX_TITLE_WORDS = 16
_MOST_FOREIGN = 2  # words in a row that are not of the title: "and the"
_NO_TITLE = frozenset(
    {"The", "This", "That", "Its", "Their", "Our", "In", "Under", "With", "By", "See", "And", "Of", "ILO", "OIT", "IAO"}
    | {"Ratification", "Adoption", "Implementation", "Ratify", "Text", "ILO's", "ILO’s"}
)
_OF_OTHERS = re.compile(
    r"Hague|European?|Council|Geneva|Vienna|American|African|Arab|Nordic|UN|IMO|Nations|Civil|Criminal"
)
_GLUED_ARTICLE = re.compile(r"(?:the|an?|of|and)([A-Z][a-z]+)\Z")
_BEFORE_THE = frozenset({"of", "in", "for"})  # "Decent Work in the Platform Economy"
_SMALL_WORDS = frozenset({"&", "of", "and", "the", "to", "in", "for", "or", "with", "against", "on", "from"})


def may_be_title(written: str, titles: Sequence[frozenset[str]]) -> bool:
    """Tell whether words may be a title of an entry's: they share one with it, or the glossary lacks their language."""
    said = [fold_word(word) for word in re.findall(r"[^\W\d_]+", written) if word not in _BODIES]
    if not said:  # "Konvensi ILO 2011 (No. 189)"
        return True
    has_language = said[0] in _ENGLISH or any(said[0] in title for title in titles)
    return not has_language or any(title.intersection(said) - STOP for title in titles)


def title_start(text: str, start: int, entry: Entry | None, register: Register) -> int:
    """Go back over the words of an instrument's own title, misspelt or not; `start` if there are none."""
    if entry is None or not FOLLOWS_ITS_TITLE.match(text, start):
        return start
    titles = register.whole_titles(entry)
    at, first, foreign = start, start, 0
    for _ in range(_MAX_TITLE_WORDS):
        at, word = word_before(text, at)
        if not word or type_of(word) or not _may_stand_in_title(word):
            break
        if word[0] == "(" and any(map(str.isdigit, word)):  # the end of another's citation: "(C189, 2011), ⟨R201⟩"
            break
        if glued := _GLUED_ARTICLE.match(word):  # "theSocial"
            at, word = at + glued.start(1), glued[1]
        going_on = register.without(entry, titles, word)
        foreign = 0 if going_on else foreign + 1
        if going_on:
            titles, first = going_on, at
        elif foreign > _MOST_FOREIGN:
            break
    return first


def unknown_title_start(text: str, start: int) -> int:
    """Go back over the capitalised words of a title that the glossary lacks; `start` if there are none, or others'."""
    at, first, later = start, start, ""
    for _ in range(_MAX_TITLE_WORDS):
        at, word = word_before(text, at)
        if not word or word in _NO_TITLE or type_of(word) or not _may_stand_in_title(word):
            break
        if later == "the" and word not in _BEFORE_THE:  # "Nepal and the ⟨Domestic Workers⟩"
            break
        if _OF_OTHERS.fullmatch(word):
            return start
        first, later = (first if word.lower() in _SMALL_WORDS else at), word.lower()
    return first


def _may_stand_in_title(word: str) -> bool:
    return word[0] == "(" or word[0].isupper() or _GLUED_ARTICLE.match(word) is not None or word.lower() in _SMALL_WORDS
