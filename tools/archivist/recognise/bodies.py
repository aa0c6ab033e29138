"""Whose numbers a text speaks of: others than the ILO number their Conventions and Recommendations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.recognise.company import names_ilo, sentence_around
from archivist.recognise.letters import ALNUM, CAPITAL, LATIN, NOT_AFTER_WORD, NOT_BEFORE_WORD
from archivist.recognise.listed import telling_words

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from archivist.recognise.found import Found

# Before a Convention's number, and before a code that is none.
OTHER_BODY = re.compile(
    r"(?:Basel|Rotterdam|Stockholm|Vienna|Budapest|Istanbul|Lanzarote|Aarhus|Espoo|Minamata|Warsaw|Chicago"
    r"|Berne?|Ramsar"
    r"|Republican|Democratic|Party|Annual|Council|Commission|Assembly|[Gg]eneral|Hague(?:['’]s)?|Haager|Haagse?"
    r"|Haag|Haye|Haya|Hay|HCCH|European|Europe|Europe['’]s|CEDAW|FATF|GAFI|UNESCO|Geneva|American|UN|IMO|CoE"
    r"|OECD|CERD|Nations|Additional"
    r"|Optional|Treaty|Committee|Montreal)[\s\xa0]+\Z"
)
# What has conventions of its own, numbered or not: "Convention No. 7 of the naming guide"
_OF_HOUSE_RULES = re.compile(
    r"[\s\xa0]*\((?:IDCC|KV|CCT|CAO)(?![a-z])|[\s\xa0]+of[\s\xa0]+(?:the|our|this|their)[\s\xa0]+(?:[a-z-]+[\s\xa0]+){0,2}"
    r"(?:guide|handbook|manual|club|code ?base|repository|style ?sheet|game|league|tournament)(?!\w)"
)
_LONGEST_BODY = 24  # code points before a word for a type in which another body's name stands
_LAST_NUMBER = re.compile(r"(\d{1,3})\D{0,2}\Z")
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
# What the numbers of others' best known Conventions are of: a sentence that says it, and not the ILO, cites theirs
_FAMOUS = {
    108: re.compile(
        r"(?i:data[ \xa0]protection|protect[a-z]*[ \xa0](?:of[ \xa0])?(?:personal[ \xa0])?data\b"
        r"|personal[ \xa0]data|privacy|donn[ée]es[ \xa0](?:à[ \xa0]caractère[ \xa0])?personnel"
        r"|protection[ \xa0]des[ \xa0]données|datenschutz|personenbezogen|persoonsgegevens"
        r"|datos[ \xa0]personales|dados[ \xa0]pessoais"
        r"|data[ \xa0]p(?:ri|e)badi|dữ[ \xa0]liệu[ \xa0]cá[ \xa0]nhân|riêng[ \xa0]tư)|\b(?:GDPR|RGPD|DSGVO|AVG"
        r"|DPO|DPA|PDPA)\b"
    ),
    185: re.compile(r"(?i:c[yi]ber|siber|budapest|computer|hack|electronic[ \xa0]evidence|tội[ \xa0]phạm[ \xa0]mạng)"),
}
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
    rf"{NOT_AFTER_WORD}(?:ILO|OIT|IAO|ILC){NOT_BEFORE_WORD}|\b[Ll]abou?r\b|\b[Tt]ravail|\b[Tt]rabaj|\b[Tt]rabalh"
    rf"|\bArbeit|\b[Aa]rbeid"
    r"|\b[Ww]orkers?\b|\b[Ss]ocial (?:protection|security)|\b[Ee]mployment\b|\b[Ff]undamental\b"
)


_OURS_BEFORE = re.compile(r"(?:ILO|OIT|IAO)['’]s?[\s\xa0]+(?:[a-z]+[\s\xa0]+)?\Z")
_OURS_AFTER = re.compile(
    r"[\s\xa0]+(?:of[\s\xa0]+the|d[aeo]|de[\s\xa0]+la|der|van[\s\xa0]+de|dari|của)[\s\xa0]+(?:l['’])?"
    r"(?:ILO|OIT|IAO|International[\s\xa0]+Labou?r|Organi)|[\s\xa0]+\((?:ILO|OIT|IAO)\)|[\s\xa0]+de[\s\xa0]+l['’]OIT"
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


def names_other_body(text: str, start: int, end: int) -> bool:
    """Tell whether another body that numbers its texts is named near a number."""
    return _OTHER_BODIES.search(text, max(0, start - _REACH), end + _REACH) is not None


def is_said_of_others(text: str, start: int, end: int) -> bool:
    """Tell whether the words beside a number say that another body's text has it, wherever else the number stands."""
    if text.startswith("+", end) or _OF_OTHERS.match(text, end):  # "Convention 108+", the Council of Europe's
        return True
    if OTHER_BODY.search(text, max(0, start - _LONGEST_BODY), start):
        return True
    return _is_famous_of_others(text, start, end)


def drop_refused(text: str, found: Sequence[Found], refused: Container[str]) -> list[Found]:
    """Leave out the numbers that a text says to be another body's, but for those that it also says with the ILO."""
    doubtful = [item for item in found if item.target in refused]
    ours = {item.target for item in doubtful if _is_said_ours(text, item.start, item.end)}
    return [item for item in found if item.target not in refused or item.target in ours]


def _is_said_ours(text: str, start: int, end: int) -> bool:
    """Tell whether the ILO's name stands in or beside a number, or words of its title: another body may stand near."""
    if names_ilo(text, start, end) or _OURS_AFTER.match(text, end):
        return True
    return _OURS_BEFORE.search(text, max(0, start - _LONGEST_BODY), start) is not None or bool(
        telling_words(text[start:end])
    )


def _is_famous_of_others(text: str, start: int, end: int) -> bool:
    """Tell whether the last number of a span is that of another's well-known text, and its sentence is on that.

    So it is in a text on that which names the body, but where the ILO's name stands beside the number.
    """
    number = _LAST_NUMBER.search(text, start, end)
    subject = _FAMOUS.get(int(number[1])) if number else None
    if subject is None:  # nearly always
        return False
    sentence = sentence_around(text, start, end)
    if subject.search(text, *sentence) and not names_ilo(text, *sentence):
        return True
    return (
        not _is_said_ours(text, start, end)
        and _OTHER_BODIES.search(text) is not None
        and subject.search(text) is not None
    )


def speaks_of_others(text: str, start: int, end: int) -> bool:
    """Tell whether the paragraph of a number names another body, or its subject, and nothing of the ILO's.

    In the sentence of the number another body's name says it where only words of the field are of the ILO's.
    """
    if is_said_of_others(text, start, end):
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
