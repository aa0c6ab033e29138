"""The company that a code or number keeps: what is listed with it, what its sentence names, and what it labels."""

from __future__ import annotations

import re

from archivist.recognise.letters import ALNUM, BLANK, CAPITAL, LATIN
from archivist.recognise.suffixes import NUMBER_SIGN

_CODE = (
    rf"(?:IL(?=C[ \xa0]?\d))?(?P<letter>[CRP]|K(?=[- ]?1\d\d|-\d\d(?!\d)))"
    rf"(?P<sep>\.[ \xa0]{{0,2}}|[ \xa0]|[-–])?(?:No\.?[ \xa0]?)?"
    rf"(?P<digits>\d{{1,3}})"
    rf"(?![{ALNUM}]|[-–.,]\d|[-–][A-Z](?![{ALNUM}])|/\d{{4}}|[ \xa0]?(?:million|billion|bn|per)\b)"
)
# "C87/90" is a case's number, and "C87/98" the two Conventions that are named together
CODE = re.compile(rf"{_CODE}(?!/(?!(?<=C87/)98)\d{{1,2}}(?!\d))")
CODE_OF_BODY = re.compile(_CODE)  # after the ILO's name it begins a list: "ILO C87/98"
_IN_MALAY = "K"  # of Konvensi, Konvensyen: "K-189"


def code_of(match: re.Match[str]) -> tuple[str, int]:
    """Give the letter of the ILO's for a match of `CODE`, and its number."""
    return "C" if match["letter"] == _IN_MALAY else match["letter"], int(match["digits"])


_AND = (
    rf"{BLANK}(?:[,;/&+]|(?<![{ALNUM}])(?:and|or|nor|et|ou|ni|y|e|nem|dan|maupun|und|noch|en|và)(?![{ALNUM}]))"
    rf"{{1,2}}{BLANK}"
)
_ITEM = rf"(?:{NUMBER_SIGN}{BLANK})?(?:[CRP](?:\.[ \xa0]?|[ \xa0-])?)?\d{{1,3}}"
_LISTED_BEFORE = re.compile(rf"(?<![{ALNUM}.-])(?:{_ITEM}{_AND})+\Z")
_LISTED_AFTER = re.compile(rf"(?:{_AND}{_ITEM}(?![{ALNUM}]))+")
_LIST_REACH = 80  # code points of a list that are looked at, either side
_INSTRUMENTS_BEFORE = re.compile(
    r"(?i:(?:conventions?|recommendations?|protocols?)\s+\Z)|\b(?:ILO|OIT|IAO)(?:['’]s)?\s+\Z"
)
# What is done to instruments: "adopted C193".
_ADOPTED = re.compile(
    r"(?i:\b(?:adopt|ratif|denounc|implement|approuv|ratific)[^\W\d_]*\s+(?:the\s+|both\s+|its\s+|new\s+)?\Z)"
)
_ILO = re.compile(
    rf"(?<![{ALNUM}])(?:ILO|OIT|IAO)(?![{ALNUM}])"
    r"|International\s+Labou?r\s+(?:Organi[sz]ation|Conference|Office)"
    r"|(?i:organi[sz]a(?:tion|ción|ção)\s+internationale?\s+du\s+travail)"
)
# A class of characters comes first, which lets the engine search for that.
_SENTENCE_END = re.compile(
    r"[.!?\n](?:(?<=\n)\s*\n|(?<!\n)(?<!No[.!?])(?<!Nos[.!?])(?<!Art[.!?])(?<!\b[A-Z][.!?])\s+(?=[^\s\d]))"
)
_SENTENCE_REACH = 300  # code points either side
# After a code that labels nothing: the end of a clause, or a word that is no noun.
_CLAUSE_GOES_ON = re.compile(
    r"\s*(?:\Z|[.,;:!?)\]’”\"&+/–—-])"
    r"|\s+(?:and|or|in|on|at|was|were|is|are|has|have|had|to|by|of|for|as|with|from|which|that|et|ou|en|y|dan|und)\b"
)
_MEASURED = re.compile(r"[ \xa0]?(?:[mkµμ]?g|ml|mm|cm|km|kg|[kM]?Hz|[pnuµμ]F|[kM]?Ω|V|W)(?![\w])")
_NAME_BEFORE = re.compile(
    rf"(?:(?<![{ALNUM}])[a-z]+|[Tt]he|[Aa]n?)[ \xa0]+(?:[{CAPITAL}][a-zà-ÿ]+[ \xa0])?"
    rf"(?P<name>[{CAPITAL}][a-zà-ÿ][{LATIN}]*)[ \xa0]\Z"
)
# In an advertisement's or a list's words, too: "Wanted: Corgi C100", "Sold (Dinky C90)"
_MAKER_BEFORE = re.compile(
    rf"(?:[:;,(–—][ \xa0]*|(?<![{ALNUM}])(?:[a-z]+|[Tt]he|[Aa]n?)[ \xa0])"
    rf"(?P<name>[{CAPITAL}][a-zà-ÿ][{LATIN}]*)[ \xa0]\Z"
)
_NAME_AFTER_ARTICLE = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?)[ \xa0]+(?:[{CAPITAL}][a-zà-ÿ]+[ \xa0])?(?P<name>[{CAPITAL}][a-zà-ÿ][{LATIN}]*)[ \xa0]\Z"
)
# A word, or words in brackets, and the blank after it; backwards, so that nothing is searched for
_WORD_BACKWARDS = re.compile(
    rf"(?:[^\S\r\n]+|[^\S\r\n]*(?:\n\r|\n|\r)[^\S\r\n]*),?(?P<word>[{LATIN}'’-]+|&|\)[^()\r\n]{{1,60}}\()"
)
_LONGEST_BRACKET = 80  # code points, with the blanks after it


def listed_with(text: str, start: int, end: int) -> str:
    """Give the words of the list in which a code stands, without it: "C29 and " and ", R202"; empty if it is alone."""
    before = _LISTED_BEFORE.search(text, max(0, start - _LIST_REACH), start)
    after = _LISTED_AFTER.match(text, end, end + _LIST_REACH)
    return f"{before.group() if before else ''}\n{after.group() if after else ''}".strip("\n")


def list_start(text: str, start: int) -> int:
    """Give where the list begins in which a code stands, which is where the code does if it is alone."""
    before = _LISTED_BEFORE.search(text, max(0, start - _LIST_REACH), start)
    return before.start() if before else start


def is_of_named_type(text: str, start: int) -> bool:
    """Say if the list up to a code begins with a word for instruments or the ILO: "Conventions Nos. 29 and C999"."""
    begin = list_start(text, start)
    return _INSTRUMENTS_BEFORE.search(text, max(0, begin - 24), begin) is not None


def is_adopted(text: str, start: int) -> bool:
    """Tell whether the word before a code says what is done to instruments: "ratify C87"."""
    return _ADOPTED.search(text, max(0, start - 40), start) is not None


def sentence_names_ilo(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence of a number names the ILO."""
    return names_ilo(text, *sentence_around(text, start, end))


def names_ilo(text: str, low: int, high: int) -> bool:
    """Tell whether a stretch of text names the ILO."""
    return _ILO.search(text, low, high) is not None


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the bounds of the sentence around a span, as far as they are near."""
    low, high = max(0, start - _SENTENCE_REACH), min(len(text), end + _SENTENCE_REACH)
    for match in _SENTENCE_END.finditer(text, low, high):
        if match.end() <= start:
            low = match.end()
        elif match.start() >= end:
            high = match.start() + 1
            break
    return low, high


def labels_nothing(text: str, end: int) -> bool:
    """Tell whether a code stands for itself, and not before the thing that it labels: "a C999 capacitor"."""
    return _CLAUSE_GOES_ON.match(text, end) is not None


def is_measured(text: str, end: int) -> bool:
    """Tell whether a unit follows a number: "vitamin C 100 mg"."""
    return _MEASURED.match(text, end) is not None


def name_before(text: str, start: int) -> str:
    """Give the name directly before a code inside a sentence, as makers stand before models; empty if there is none."""
    match = _NAME_BEFORE.search(text, max(0, start - 60), start) if text[start - 1 : start].isspace() else None
    return match["name"] if match else ""


def maker_before(text: str, start: int) -> str:
    """Give the name directly before a code, also after a colon, a comma or a bracket; empty if there is none."""
    match = _MAKER_BEFORE.search(text, max(0, start - 60), start) if text[start - 1 : start].isspace() else None
    return match["name"] if match and match["name"][0].isupper() else ""


def name_after_article(text: str, start: int) -> str:
    """Give the name directly before a word, after an article: "the ⟨Harbour⟩ Recommendation"; empty if none is."""
    match = _NAME_AFTER_ARTICLE.search(text, max(0, start - 60), start)
    return match["name"] if match else ""


def word_before(text: str, at: int) -> tuple[int, str]:
    """Give the word, or the bracket, before a place, and where it begins; an empty one if there is none."""
    match = _WORD_BACKWARDS.match(text[max(0, at - _LONGEST_BRACKET) : at][::-1])
    return (at - match.end(), match["word"][::-1]) if match else (at, "")
