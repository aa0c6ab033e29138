"""Expansions that a document gives of its own abbreviations: "Long Name (LN)" and "LN (Long Name)".

The alignment is that of Schwartz and Hearst (Pacific Symposium on Biocomputing 8, 2003): each letter of the short form
is found in the long form from right to left, the first at the beginning of a word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from archivist.recognise.fold import STOP, nearly, skeleton
from archivist.recognise.letters import ALNUM, BLANK, GAP, LATIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archivist.model import Entry

_WORD = re.compile(rf"[{LATIN}][{ALNUM}]*")
_CLAUSE_END = re.compile(r"[.;:?!](?=\s)|[()\[\]]|\n\s*\n|\t")
_BEFORE_BRACKET = re.compile(rf"{BLANK}[(\[]{BLANK}[#“\"'‘«]?{BLANK}\Z")
_FAR = 24  # code points from a bracket to its letters: a mark and blanks, and a line's end
_ENDS_BRACKET = re.compile(rf"[”\"'’»]?{BLANK}[)\],;/:]")
_AFTER = re.compile(rf"{BLANK}\({BLANK}(?P<long>[^()\n]{{5,160}})\)")
# "MLC – Mosque Liaison Committee", "MLC, the …", "MLC stands for …"; none of them says by itself where the name ends.
_LED = re.compile(
    rf"(?:,|{BLANK}[–—=]|{GAP}-(?=\s)"
    rf"|{GAP}(?:stands{GAP}for|is{GAP}short{GAP}for|means|steht{GAP}für|staat{GAP}voor|signifie|significa"
    rf"|(?:adalah{GAP})?(?:singkatan|kepanjangan){GAP}dari))"
    rf"{GAP}(?:(?:the|an?|le|la|l['’]|der|die|das|de|het|el|o){GAP})?"
)
_WORDS_LED = re.compile(rf"[{LATIN}]+(?:[ \xa0&’'-]+[{LATIN}]+){{0,14}}")
_STEM = 5  # letters that tell words apart, whatever their ending
# Stems that the names of bodies share which have nothing to do with each other
_OF_ANYBODY = frozenset(
    """
    & agenc asia asian assoc cente commi counc depar feder found group insti inter minis natio netwo offic organ socie
    union worki world
    """.split()
)
_SINGLE_IN_BRACKETS = re.compile(rf"\({BLANK}(?P<name>[A-Z][a-z]{{2,13}}){BLANK}\)")
_LONG_IN_BRACKETS = re.compile(r"\((?P<long>[A-Z][^()\n]{9,120})\)")
_SINGLE_BEFORE = re.compile(rf"(?<![{ALNUM}])(?P<name>[A-Z][a-z]{{2,13}}) \Z")
_BODY_WORD = re.compile(
    r"(?i)network|federation|confederation|union|institut|foundation|programme?\b|cent(?:er|re)|organi[sz]ation|council|committee|agenc"
    r"|ministr|alliance|association|forum|commission|department|jaringan|badan|kementerian|dinas|serikat|federasi|konfederasi|dewan|komisi"
    r"|lembaga|bundes|ministerium|réseau|fédération|vereniging|verbond|fonds|fund|board|bureau|office|society|group|yayasan|asosiasi|tim\b"
)


def expansion_before(text: str, start: int, end: int, letters: str) -> str:
    """Give the long form that stands before a short form in brackets at `start` to `end`; "" if none fits."""
    low = max(0, start - 160)
    opening = _BEFORE_BRACKET.search(text, max(low, start - _FAR), start)
    if opening is None or _ENDS_BRACKET.match(text, end) is None:
        return ""
    clause = text[low : opening.start()]
    ends = [match.end() for match in _CLAUSE_END.finditer(clause)]
    clause = clause[ends[-1] :] if ends else clause
    return _align(clause, letters)


def expansion_after(text: str, end: int, letters: str) -> str:
    """Give the long form in brackets after a short form that ends at `end`; "" if none fits."""
    match = _AFTER.match(text, end)
    if match is None:
        return ""
    long = match["long"].strip()
    found = _align(long, letters)
    return found if found and long.startswith(found[:12]) else ""


def expansion_led(text: str, end: int, letters: str) -> str:
    """Give the long form that a mark or "stands for" joins to a short form that ends at `end`; "" if there is none.

    Each letter is the first of a telling word in capitals, or of a part of one with a hyphen.
    """
    led = _LED.match(text, end)
    if led is None or not text.startswith(letters[0], led.end()):  # nearly always
        return ""
    words = _WORDS_LED.match(text, led.end())
    if words is None:
        return ""
    telling = [word for word in _WORD.finditer(words.group()) if word.group() not in STOP][: len(letters)]
    if "".join(word.group()[0] for word in telling) != letters:
        return ""
    return words.group()[: telling[-1].end()]


def _align(clause: str, letters: str) -> str:
    first, *others = [c for c in letters.lower() if c.isalnum()]
    lower = clause.lower()
    if len(lower) != len(clause):  # "İ" is two code points in lower case
        lower = "".join(c.lower()[:1] for c in clause)
    at = len(clause)
    for letter in reversed(others):
        at = lower.rfind(letter, 0, at)
        if at < 0:
            return ""
    at = _find_initial(lower, first, at)
    if at < 0:
        return ""
    long = clause[at:].strip().rstrip(",")
    words = _WORD.findall(long)
    if not 2 <= len(words) <= min(len(others) + 6, 2 * len(others) + 4):
        return ""
    return long


def _find_initial(clause: str, letter: str, before: int) -> int:
    """Find the last word before a place that begins with a letter; -1 if there is none."""
    at = clause.rfind(letter, 0, before)
    while at > 0 and clause[at - 1].isalnum():
        at = clause.rfind(letter, 0, at)
    return at


def paired_names(text: str) -> dict[str, str]:
    """Give names with one capital that the text pairs with a body's full name in brackets, with that name.

    "the Mnet (Network of Action for Migrant workers)", "Kementerian Ketenagakerjaan (Kemnaker)".
    """
    pairs: dict[str, str] = {}
    for match in _SINGLE_IN_BRACKETS.finditer(text):
        long = _name_before(text, match.start())
        if long and _woven(match["name"], long):
            pairs.setdefault(match["name"], long)
    for match in _LONG_IN_BRACKETS.finditer(text):
        if not text[match.start() - 2 : match.start() - 1].islower():  # nearly always: no name of small letters
            continue
        before = _SINGLE_BEFORE.search(text, max(0, match.start() - 16), match.start())
        if before and _BODY_WORD.search(match["long"]) and _loosely_woven(before["name"], match["long"]):
            pairs.setdefault(before["name"], match["long"])
    return pairs


_CAPITALISED_RUN = re.compile(
    rf"(?:[A-Z][{ALNUM}’'-]*(?:[ \xa0](?:of|for|and|the|dan|untuk|de|des|du|für|van))*[ \xa0]?){{2,9}}\Z"
)


def _name_before(text: str, end: int) -> str:
    window = text[max(0, end - 120) : end].rstrip()
    line = window[window.rfind("\n") + 1 :]
    tail = " ".join(line.split()[-9:])
    run = _CAPITALISED_RUN.search(tail)
    return run.group() if run and _BODY_WORD.search(run.group()) else ""


def _woven(name: str, long: str) -> bool:
    """Tell whether the letters of a name stand in order in a long form, the first at the beginning of a word."""
    if name in long.split():
        return False
    initials = {word[0].lower() for word in long.split()}
    rest = iter(long.lower())
    return name[0].lower() in initials and all(letter in rest for letter in name.lower())


def _loosely_woven(name: str, long: str) -> bool:
    """Tell whether each letter of a name occurs in a long form, in any order, beginning with initials: Mnet."""
    initials = {word[0].lower() for word in _WORD.findall(long)}
    pool = long.lower()
    return name[0].lower() in initials and all(letter in pool for letter in name.lower()) and name not in long.split()


def same_sense(sense: str, entry: Entry, names: Iterable[str]) -> bool:
    """Tell whether a document's expansion is what the glossary means by the letters."""
    said = _stems(sense)
    for name in (entry.expansion, *names):
        meant = _stems(name)
        shared = said & meant
        if meant and len(shared) * 2 >= min(len(said), len(meant)) and (shared - _OF_ANYBODY or not said - _OF_ANYBODY):
            return True
    return False


def is_name(sense: str, names: Iterable[str]) -> bool:
    """Tell whether a document's expansion has every telling word of one of some names, or that name every one of it.

    Names of two words in three are those of others: "Vientiane Agricultural Programme".
    """
    said = skeleton(sense)
    return any(_has_all(*sorted((said, skeleton(name)), key=len)) for name in names)


def _has_all(few: Sequence[str], many: Sequence[str]) -> bool:
    return len(few) > 1 and all(any(_is_same(word, other) for other in many) for word in few)


def _is_same(word: str, other: str) -> bool:
    return word[:_STEM] == other[:_STEM] or nearly(word, other)


@lru_cache(maxsize=4096)
def _stems(name: str) -> frozenset[str]:
    """Give the beginnings of a name's telling words; names are asked for in one text after the other."""
    return frozenset(word[:_STEM] for word in skeleton(name))
