"""Two letters in a postal address: those of a State after its town, of a country beside a postal code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.recognise import lexicon
from archivist.recognise.letters import CAPITAL

if TYPE_CHECKING:
    from archivist.recognise.tokens import Token

_PLACE_BEFORE = re.compile(r"[a-zà-ÿ]{2}(?:[/–-]|,?[ \xa0]\d{4,6}[ \xa0])\Z")  # "Brasília/DF", "Bangkok 10400 TH"
_POSTAL_CODE_AFTER = re.compile(rf"[ \xa0-]\d{{4,5}}[ \xa0][{CAPITAL}][a-zà-ÿ]")  # "CH-1211 Genève"
_PLACE_END = re.compile(r"[ \xa0]*(?:[,.;)\r\n–-]|\Z)")


def is_in_address(text: str, token: Token) -> bool:
    """Tell whether two letters are a State's or a country's, after a place or its postal code."""
    if token.word in lexicon.POSTAL_COUNTRIES and _POSTAL_CODE_AFTER.match(text, token.end):
        return True
    before = _PLACE_BEFORE.search(text, max(0, token.start - 12), token.start)
    if before is None or not _PLACE_END.match(text, token.end):
        return False
    return before.group()[-1].isspace() or token.word in lexicon.STATES_OF_BRAZIL
