"""What words beside letters say that they mean elsewhere, in a text of any field: "SPF 30", "un CDI", "SP/SB".

A text means one thing by letters, so one place says it for all; unless it spells out what they stand for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.recognise.letters import ALNUM

if TYPE_CHECKING:
    from collections.abc import Mapping

_REACH = 60  # code points either side of letters, on their line
_NEXT_LINE = 120  # code points after letters in which an answer spells them out
# The sun protection factor, and the records of mail servers
_SPF = re.compile(
    r"(?i:sun[ -]?(?:screen|block|cream|lotion|tan|burn|protection[ ]factor)|lotion|moisturi[sz]er"
    r"|crèmes?[ ]solaires?|écran[ ](?:total|solaire)|sonnen(?:creme|schutz|milch)|zonne(?:brand|crème)"
    r"|(?:crema|protector|protetor|filtro|bloqueador)[ ]solar|tabir[ ]surya|pelindung[ ]matahari|krim[ ]matahari"
    r"|kem[ ]chống[ ]nắng|ครีมกันแดด)|\bUV[AB]?\b|\b(?:DKIM|DMARC|DNS)\b|\b[Mm]ail[ ](?:header|server)s?\b"
    r"|\bSPF[ \xa0-](?:[68]|1[05]|2[05]|30|40|45|50|60|70|80|90|100)\+?(?![\w%]|[.,/–-]\d|[ \xa0](?:years|million)\b)"
)
# The contract without a term of French law
_CDI = re.compile(
    r"\b(?:[Uu]n|[Ee]n|[Ll]eur|[Mm]on|[Ss]on|[Vv]otre|[Pp]ar)[ \xa0]CDI(?![\w-])|\b[Cc]ontrats?\b|\bCDD\b"
)
# Indonesian unions, of workers and of labourers
_SP = re.compile(r"\bSB\b|\b[Ss]erikat\b")
_CUES: Mapping[str, re.Pattern[str]] = {"SPF": _SPF, "CDI": _CDI, "SP": _SP}
_SPELT_OUT: Mapping[str, str] = {"SPF": "Sender Policy Framework"}  # in an answer, of which it is all
_PLACES = {letters: re.compile(rf"{letters}(?<![{ALNUM}]{letters})(?![{ALNUM}])") for letters in _CUES}


def means_another(letters: str, text: str) -> bool:
    """Tell whether words beside letters, somewhere in a text, say that they mean another thing than in this field."""
    places = _PLACES.get(letters)
    return places is not None and any(_says_another(letters, text, *each.span()) for each in places.finditer(text))


def _says_another(letters: str, text: str, start: int, end: int) -> bool:
    low = max(0, start - _REACH, text.rfind("\n", max(0, start - _REACH), start) + 1)
    line_end = text.find("\n", end, end + _REACH)
    high = line_end if line_end >= 0 else end + _REACH
    if _CUES[letters].search(text, low, high):
        return True
    spelt = _SPELT_OUT.get(letters)
    return spelt is not None and text.find(spelt, low, end + _NEXT_LINE) >= 0
