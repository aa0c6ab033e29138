"""Lists of numbers: what coordinates them, what they count, and numbers that have nothing but a sign."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from archivist.recognise.fold import STOP, fold_word
from archivist.recognise.letters import ALNUM, BLANK, GAP
from archivist.recognise.suffixes import NUMBER_SIGN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_AND = (
    r"(?:and|et|y|e|dan|und|en|và|or|ou|o|atau|oder|of|nor|ni|nem|noch|maupun|to|à|hingga|bis|über|tot|และ|និង|sowie|serta"
    r"|evenals|as[ \xa0]well[ \xa0]as|ainsi[ \xa0]que|así[ \xa0]como|bem[ \xa0]como|cũng[ \xa0]như)"
)
NEXT = re.compile(
    rf"(?:{BLANK}\([^()\d\r\n]{{1,60}}\)|{GAP}(?:de la|de l['’]|da|of the|der|van de)[ \xa0]?(?:ILO|OIT|IAO))?"
    rf"(?:{BLANK}(?:,|;|/|&|(?<![{ALNUM}]){_AND}(?![{ALNUM}]))|[-–](?=\d)){{1,2}}{BLANK}"
    rf"(?:(?:el|al|la|le|a|o)[ \xa0](?=\d\d\d|{NUMBER_SIGN}))?"
    rf"(?P<whole>(?P<sign>{NUMBER_SIGN}{BLANK})?(?P<number>\d{{2,3}}))(?!\d|[.,]\d|%|[{ALNUM}°])"
)
ON = (
    r"(?:on|about|concerning|regarding|sur|concernant|sobre|relativ[oa] a|tentang|mengenai|über|inzake|betreffende"
    r"|over|về)"
)
# "Convention 87 on freedom of association, 98 on collective bargaining": each number with its subject
NEXT_OF_SUBJECT = re.compile(
    rf"{GAP}{ON}{GAP}[^.;:()\r\n\d]{{3,80}}?(?:,|,?{GAP}{_AND}){GAP}"
    rf"(?P<whole>(?P<sign>{NUMBER_SIGN}{BLANK})?(?P<number>\d{{2,3}}))(?=(?:,?{GAP}(?:{_AND}{GAP})?\d{{2,3}}){{0,5}}{GAP}{ON}{GAP}(?P<subject>[^.;:,()\r\n]{{3,60}}))"
)
# A number in a list that counts something: "87, 98 and 12 other countries".
COUNTED = re.compile(
    r"[ \xa0](?:others?|more|further|additional|countries|states|members?|workers?|people|years?|months?|days?|hours?"
    r"|per|percent|articles?|pages?|seiten|páginas|halaman|trang"
    r"|conventions?|ratifications?|million|billion|delegates?|organi[sz]ations?|trade|unions?|participants?|autres?|pays|ans|articles|andere"
    r"|länder|landen|staaten|lidstaten|otros|otras|países|outros|artigos|artículos|negara|lainnya|orang|persen|pasal|nước|người"
    r"|(?:tahun|năm)(?![ \xa0](?:19|20)\d\d))\b",
    re.IGNORECASE,
)
# ", No. 154 on collective bargaining", after "Convention No. 151 on …"
_ITEM_OF_SUBJECT = rf"\s{NUMBER_SIGN}{BLANK}\d{{2,3}}{GAP}{ON}{GAP}"
# What a sign begins with is looked at first, since the engine comes by at every blank.
_SIGN_NEXT = "[nN#sS\u017f\u179b\u0e09\u0e2b]"
_SIGN_AND_NUMBER = rf"(?P<signed>{NUMBER_SIGN}{BLANK}(?P<number>\d{{2,3}}))(?![{ALNUM}]|[.,/-]\d)(?! of (?:19|20)\d\d)"
# One a mark, since the engine finds a literal one much faster than one of four.
_AFTER_MARKS = (
    *(re.compile(rf"{mark}(?=\s?{_SIGN_NEXT})\s?{_SIGN_AND_NUMBER}") for mark in (r"\(", ":", ";")),
    re.compile(rf",(?=\s?{_SIGN_NEXT})(?:(?<=[)\d],)|(?={_ITEM_OF_SUBJECT}))\s?{_SIGN_AND_NUMBER}"),
)
_AFTER_BLANK = re.compile(f" (?={_SIGN_NEXT}){_SIGN_AND_NUMBER}")
# "With regard to No. 189", "von Nr. 29 … bis 182"
_LEAD = re.compile(
    rf"(?<![{ALNUM}])(?:of|to|under|both|[Nn]either|[Ww]eder|ratify|ratified|ratifying|implement|de|del|du|la|el|von|van|dari)\Z"
)
_CONVENTIONS = re.compile(
    rf"(?i:conventions?(?=(?:,{GAP}\d{{4}})?{GAP}\(?(?:{NUMBER_SIGN}|\d))|conventions|convenios|convenções|konvensi|konvensyen|verdragen|[kc]onventionen|übereinkommen"
    r"|normes? fondamentales|kernarbeitsnormen|công ước)"
)
_NAMED_BEFORE = re.compile(
    r"(?i:(?:\d{4}|conventions?|conventie|konvention|konvensi|convenios?|convenção|recommendation|recommandation|act|law|protocol"
    r"|notice|decree|regulation|article|resolution)[,)]?\s?\(?\s?\Z)"
)
_LONGEST_LEAD = 12  # code points, with the one before
_REACH = 500  # code points before a number in which its list begins
_NEAR = 60  # code points either side
_ANY_TITLE = STOP | {"convention", "recommendation", "labour", "work", "worker", "&"}


def find_signed(text: str) -> Iterator[re.Match[str]]:
    """Give numbers with a sign, after a mark or a word that leads to one, if the paragraph spoke of Conventions."""
    after_marks = (match for pattern in _AFTER_MARKS for match in pattern.finditer(text))
    for match in chain(after_marks, (match for match in _AFTER_BLANK.finditer(text) if is_led(text, match))):
        start = match.start("signed")
        paragraph = max(0, start - _REACH, text.rfind("\n\n", 0, start))
        before = text[max(0, start - 20) : start]
        if not _NAMED_BEFORE.search(before) and _CONVENTIONS.search(text, paragraph, start):
            yield match


def is_led(text: str, signed: re.Match[str]) -> bool:
    """Tell whether a word that leads to a number stands before its sign: "to No. 189"."""
    return _LEAD.search(text, max(0, signed.start() - _LONGEST_LEAD), signed.start()) is not None


def is_subject(words: str, titles: Iterable[frozenset[str]]) -> bool:
    """Tell whether words tell of the subject of a title."""
    said = telling_words(words)
    return any(said & title for title in titles)


def telling_words(words: str) -> frozenset[str]:
    """Give the folded words of a stretch of text that tell one title from another."""
    return frozenset(map(fold_word, re.findall(r"[^\W\d_]+", words))) - _ANY_TITLE


def shared_words(text: str, start: int, end: int, titles: Iterable[frozenset[str]]) -> int:
    """Count the telling words of the fittest title that stand near a number."""
    near = telling_words(f"{text[max(0, start - _NEAR) : start]} {text[end : end + _NEAR]}")
    return max(len(near & title) for title in titles)
