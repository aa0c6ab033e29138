"""Names that go on as another's: "Bangkok Declaration ⟨on marine debris⟩", "Cebu Declaration ⟨of the Rotary club⟩"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.recognise.company import sentence_around
from archivist.recognise.letters import CAPITAL, GAP, LATIN
from archivist.recognise.listed import telling_words
from archivist.recognise.register import title_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archivist.model import Entry
    from archivist.recognise.forms import Match

_CLAIMED = 3  # telling words of a name that others may give, too
_STEM = 5  # letters that tell words apart, whatever their ending
_TYPE_ONLY = frozenset(
    "declaration convention consensus treaty charter blueprint roadmap framework statement deklarasi konvensi".split()
)
_LONGER = re.compile(
    rf"{GAP}(?:on|against|for|towards?|concerning|regarding|to|tentang|mengenai|sur|über|về){GAP}(?:(?:the"
    rf"|an?){GAP})?[{CAPITAL}]"
)
_OF_ANYTHING = re.compile(rf"{GAP}of{GAP}(?!the(?![a-z]))[a-z]")
_AND = re.compile(rf"{GAP}(?:and|et|und|en|y|dan){GAP}")
_DECLARED = re.compile(
    r"(?i:declara|déclara|deklara|erklärung|verklaring|tuyên bố|treaty|traité|perjanjian|vertrag|verdrag|plan|program)"
)
_ASEAN = re.compile(r"ASEAN|ANASE|South|Sud-Est|Tenggara|Südost|Zuidoost|Đông Nam Á")
_INDEFINITE = re.compile(r"(?<!\w)[Aa]n?\s\Z")
_SUBJECT = re.compile(
    rf"{GAP}(?:(?:on|against|concerning|regarding){GAP}(?!behalf|which|whom|its|that|paper|time|board|display"
    rf"|show)(?=[a-zà-ỹ])"
    rf"|(?:tentang|mengenai|sur|über|zu[mr]?|over|inzake|về|sobre"
    rf"|acerca{GAP}de){GAP}(?=[{LATIN}]))(?P<words>[^.;:,()\d\r\n]{{4,60}})"
)
_MAKER = re.compile(
    rf"{GAP}(?:(?:of|by|from|signed by){GAP}(?:(?:the|our|these){GAP}(?=[{LATIN}])|(?=[{CAPITAL}]))"
    rf"|(?:du|des|de la|de los|de las|del|da|do|dos|das|der|van de|van het){GAP}|de l['’]"
    rf"|(?:dari|milik|của){GAP}(?=[{CAPITAL}]))"
    rf"(?P<words>[{LATIN}][^.;:,()\d\r\n]{{2,40}})"
)
_BETWEEN = re.compile(
    rf"{GAP}(?:between|entre|zwischen|tussen|antara){GAP}(?!\d)|{GAP}(?:and|et|und|en|y|dan){GAP}Commerce"
)
# Who makes the texts that the names are for, and what is no maker: a time
_OURS = re.compile(
    r"ASEAN|ANASE|ILO|OIT|IAO|ILC|CIT|Governing|South|Sud-Est|Tenggara|Asia|Interna|Organi|Associa|Perhimpunan"
    r"|Conf|Konf|Labou?r|Travail"
    r"|Arbeit|Summit|Sommet|(?i:\b(?:found\w*|nations|countries|governments?|signatories|leaders?|heads"
    r"|ministers?|members?|states?|parties|same|years?|month|day|time)\b)"
    r"|\A(?i:jan|feb|mar|apr|mai|may|jun|jul|aug|ago|sep|oct|okt|nov|dec|dez|des)[a-z]{0,6}\s*\Z"
)


def is_claimed(text: str, start: int, match: Match, entries: Mapping[str, Entry]) -> bool:
    """Tell whether the words beside a short name say that it is another's, and are none of its longer titles'."""
    named = [entries[each] for each in match.node.entries]
    if match.depth > _CLAIMED or any(each.kind == "ilo" and each.type != "declaration" for each in named):
        return False
    claim = _read_claim(text, start, match.end) if match.whole else None
    return claim is not None and claim.isdisjoint(
        word[:_STEM] for each in named for title in title_words(each) for word in title
    )


def _read_claim(text: str, start: int, end: int) -> frozenset[str] | None:
    """Give the beginnings of the words that say whose a short name is, or on what; None if nothing claims it.

    An empty set claims it for anybody: "an ASEAN declaration".
    """
    if _INDEFINITE.search(text, max(0, start - 4), start) or _BETWEEN.match(text, end):
        return frozenset()
    claim = _MAKER.match(text, end)
    if claim and _OURS.search(_AND.split(claim["words"])[0]):
        claim = None
    elif claim is None and _DECLARED.search(text, start, end):
        claim = _SUBJECT.match(text, end)
    if claim is None:
        return None
    return frozenset(word[:_STEM] for word in telling_words(_AND.split(claim["words"])[0]))


def is_shared(text: str, start: int, match: Match) -> bool:
    """Tell whether a name is a place's declaration, as others made there, and its sentence does not name ASEAN."""
    if match.depth > _CLAIMED or not match.whole or not _DECLARED.search(text, start, match.end):
        return False
    return _ASEAN.search(text, *sentence_around(text, start, match.end)) is None


def goes_on(text: str, match: Match) -> bool:
    """Tell whether the text goes on with the title of another instrument: "ASEAN Declaration" on Cultural Heritage."""
    if match.depth == 2 and _OF_ANYTHING.match(text, match.end):  # a "Bali concord of styles"
        return True
    names_type = match.last in _TYPE_ONLY or (match.last == "asean" and match.depth == 2)  # "Deklarasi ASEAN"
    return names_type and match.depth <= 3 and _LONGER.match(text, match.end) is not None
