"""Whose numbers a text speaks of: others than the ILO number their Conventions and Recommendations."""

from __future__ import annotations

import re

from archivist.recognise.company import names_ilo, sentence_around
from archivist.recognise.letters import ALNUM, CAPITAL, LATIN, NOT_AFTER_WORD, NOT_BEFORE_WORD

# Before a Convention's number, and before a code that is none.
OTHER_BODY = re.compile(
    r"(?:Basel|Rotterdam|Stockholm|Vienna|Budapest|Istanbul|Lanzarote|Aarhus|Espoo|Minamata|Warsaw|Chicago|Berne?|Ramsar"
    r"|Republican|Democratic|Party|Annual|Council|Commission|Assembly|[Gg]eneral|Hague(?:['’]s)?|Haager|Haagse?|Haag|Haye|Haya|Hay|HCCH|European|Europe|Europe['’]s|CEDAW|FATF|GAFI|UNESCO|Geneva|American|UN|IMO|CoE|OECD|CERD|Nations|Additional"
    r"|Optional|Treaty|Committee|Montreal)[\s\xa0]+\Z"
)
# What has conventions of its own, numbered or not: "Convention No. 7 of the naming guide"
_OF_HOUSE_RULES = re.compile(
    r"[\s\xa0]+of[\s\xa0]+(?:the|our|this|their)[\s\xa0]+(?:[a-z-]+[\s\xa0]+){0,2}"
    r"(?:guide|handbook|manual|club|code ?base|repository|style ?sheet|game|league|tournament)(?!\w)"
)
_REACH = 600  # code points either side that are looked at
_PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n")
# Every choice begins with a letter, which lets the engine search for that.
_OTHER_BODIES = re.compile(
    r"Council of Europe|Conseil de l.Europe|Europarat|Raad van Europa|Consejo de Europa|Conselho da Europa"
    r"|Hague Con(?:ference|vention)|Conférence de La Haye|Haager|Haags|La Haya"
    + "".join(
        rf"|{letters}(?<![{ALNUM}]{letters})(?<![{ALNUM}_]_{letters}){NOT_BEFORE_WORD}"
        for letters in "CETS ETS STE CoE HCCH ICAO UNIDROIT CIEC ICCS".split()
    )
)
_OTHER_SUBJECTS = re.compile(
    r"Data protection|data protection|Protection des données|protection des données|Datenschutz|datenschutz"
)
_OF_OTHERS = re.compile(
    r"[\s\xa0]+(?:of|du|des|del|do|van)[\s\xa0]+(?:the[\s\xa0]+|de[\s\xa0]+)?"
    r"(?:Council of Europe|Conseil de l.Europe|Europarat|Raad van Europa|Consejo de Europa|Conselho da Europa|Hague"
    r"|Budapest|Strasbourg|Straatsburg|Straßburg|Estrasburgo|La Haye|La Haya|Den Haag)"
)
_MADE_BY = re.compile(
    r"[\s\xa0]+(?:of[\s\xa0]+the|by|by[\s\xa0]+the)[\s\xa0]+"
    r"(?:(?!ILO|OIT|IAO|International)[A-Z]|(?:auditors?|commission|committee|inquiry|panel|report|review|study)\b)"
)
# Whose a number is by a genitive in capitals after it, in other languages: "der Reaktor-Sicherheitskommission"
_GENITIVE = re.compile(
    r"[\s\xa0]+(?:of[\s\xa0]+the[\s\xa0]+|du[\s\xa0]+|de[\s\xa0]+l[ao]s?[\s\xa0]+|de[\s\xa0]+l['’]|de[rls][\s\xa0]+"
    r"|d[oa]s?[\s\xa0]+|van[\s\xa0]+(?:(?:de|het)[\s\xa0]+)?|dari[\s\xa0]+|của[\s\xa0]+)"
    rf"(?!Interna|Organi|Con?f|Konf|Tổ chức|Pertubuhan|Jahr|(?:ILO|OIT|IAO|BIT|ILC|CIT|IAK)(?![{ALNUM}]))"
    rf"(?P<maker>[{CAPITAL}][{LATIN}]+)"
)
_LOW_RECOMMENDATION = re.compile(
    r"[Rr]ec(?<!ILO [Rr]ec)(?<!\w[Rr]ec)(?:ommendations?|\.)[ \xa0](?:No\.[ \xa0]?)?([1-9]|[1-5]\d)"
    r"(?!\d|[.,/]\d|[ \xa0](?:years?|days?)\b)"
)
_REPORT_REACH = 3000  # code points either side in which a report numbers its Recommendations
_OURS = re.compile(
    rf"{NOT_AFTER_WORD}(?:ILO|OIT|IAO|ILC){NOT_BEFORE_WORD}|\b[Ll]abou?r\b|\b[Tt]ravail|\b[Tt]rabaj|\b[Tt]rabalh|\bArbeit|\b[Aa]rbeid"
    r"|\b[Ww]orkers?\b|\b[Ss]ocial (?:protection|security)|\b[Ee]mployment\b|\b[Ff]undamental\b"
)


def is_by_others(text: str, end: int) -> bool:
    """Tell whether a Recommendation's number goes on with who made it, and that is not the ILO."""
    return _MADE_BY.match(text, end) is not None


def counts_its_own(text: str, at: int) -> bool:
    """Tell whether a text numbers Recommendations near a place as reports do, from 1 on: the ILO's are hardly cited."""
    low, high = max(0, at - _REPORT_REACH), at + _REPORT_REACH
    return len({match[1] for match in _LOW_RECOMMENDATION.finditer(text, low, high)}) > 1


def maker_after(text: str, end: int) -> str:
    """Give the first word of whom a number goes on to be of, in many languages; empty if there is none.

    That may also be the beginning of a title, or a place.
    """
    match = _GENITIVE.match(text, end)
    return match["maker"] if match else ""


def speaks_of_others(text: str, start: int, end: int) -> bool:
    """Tell whether the paragraph of a number names another body, or its subject, and nothing of the ILO's.

    In the sentence of the number another body's name says it where only words of the field are of the ILO's.
    """
    if text.startswith("+", end) or _OF_OTHERS.match(text, end):  # "Convention 108+", the Council of Europe's
        return True
    if _OF_HOUSE_RULES.match(text, end):
        return True
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    for match in _PARAGRAPH_END.finditer(text, low, high):
        if match.end() <= start:
            low = match.end()
        else:
            high = match.start()
            break
    if _OTHER_BODIES.search(text, low, high):
        sentence = sentence_around(text, start, end)
        named = _OTHER_BODIES.search(text, *sentence) is not None and not names_ilo(text, *sentence)
        return named or _OURS.search(text, low, high) is None
    return _OTHER_SUBJECTS.search(text, low, high) is not None and _OURS.search(text, low, high) is None
