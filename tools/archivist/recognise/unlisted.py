"""Titles of texts of ASEAN that the glossary lacks, told by their words: a body, a type of text, and a subject."""

from __future__ import annotations

import re

from archivist.recognise.fold import STOP, WORD, fold_word
from archivist.recognise.found import Found
from archivist.recognise.letters import ALNUM, CAPITAL, GAP
from archivist.recognise.suffixes import read_tail

# "ASEAN Declaration on Cultural Heritage": a body, a type of text, and a subject in capitals
_UNKNOWN = re.compile(
    rf"ASEAN{GAP}(?:Leaders['’]{GAP})?(?:Joint{GAP})?(?:Declaration|Statement|Convention|(?:Framework{GAP})?Agreement|Treaty|Consensus|Plan{GAP}of{GAP}Action){GAP}(?:on|against|for|concerning){GAP}(?:the{GAP})?"
    rf"[{CAPITAL}][{ALNUM}]*(?:-[{CAPITAL}][{ALNUM}]*)*"
    rf"(?:(?!{GAP}and{GAP}ASEAN){GAP}(?:(?:of|and|the|in|for|to|on|against){GAP}){{0,2}}[{CAPITAL}][{ALNUM}-]*"
    rf"|{GAP}(?:19|20)\d\d(?={GAP}and{GAP}(?!ASEAN)[{CAPITAL}])){{0,16}}"
)
_TYPES = frozenset("Agreement Convention Consensus Declaration Framework Joint Leaders Plan Statement Treaty".split())
# "ASEAN Charter", "ASEAN Tourism Integration Declaration": a subject between the body and a type that hardly a text of
# others has
_SUBJECT_FIRST = re.compile(
    rf"ASEAN{GAP}(?:(?!(?:Declaration|Charter|Treaty|Consensus)\b)(?!\w*(?:Ministers?|Leaders|Council|Committee|Union|Forum"
    rf"|Summit|Congress|Conference|Network|Member|States)\b)[{CAPITAL}][a-z]+(?:-[{CAPITAL}][a-z]+)?{GAP}(?:and{GAP})?){{0,4}}"
    rf"(?:Declaration(?=[,.;)”’\"\r\n]|{GAP}[a-z])|Charter|Treaty|Consensus)(?![{ALNUM}-]|{GAP}[{CAPITAL}])"
)
_NO_SUBJECTS = frozenset("Member Members Secretariat Community Summit Region Countries Ministers Committee".split())
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEAR_NEAR = 8  # code points after a title in which its year begins


def may_be_unlisted(following: str) -> bool:
    """Tell whether the word after ASEAN's name may go on with a title that the glossary lacks."""
    return following in _TYPES or (following[0].isupper() and following not in _NO_SUBJECTS)


def find_unlisted(text: str, start: int) -> Found | None:
    """Find the title that begins at a place with ASEAN's name; its id is made of its telling words and its year."""
    match = _UNKNOWN.match(text, start) or _SUBJECT_FIRST.match(text, start)
    if match is None:
        return None
    year = _YEAR.search(text, match.end(), match.end() + _YEAR_NEAR)
    tail = read_tail(text, match.end(), years_wanted=frozenset({int(year[0])} if year else ()), bare_number=False)
    telling = id_of_title(match.group())
    return Found(match.start(), tail.end, "asean", f"{telling}-{tail.years[0]}" if tail.years else telling)


def id_of_title(title: str) -> str:
    """Give the id that a text of ASEAN with a title would have: the body's name and the title's telling words."""
    words = id_of_words(title)
    return words if words.startswith("asean-") else f"asean-{words}"


def id_of_words(title: str) -> str:
    """Give the telling words of a title, joined as those of ids are."""
    return "-".join(_plain(w) for w in WORD.findall(title) if fold_word(w) not in STOP | {"&"})


def _plain(word: str) -> str:
    """Give a word as an id has it: as it is written, without capitals and accents."""
    lower = word.lower()
    return lower if lower.isascii() else fold_word(word)
