"""Addresses in which letters are no acronyms: paths, hosts and files, and States and countries of postal ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.recognise import lexicon
from archivist.recognise.letters import CAPITAL

if TYPE_CHECKING:
    from archivist.recognise.tokens import Token

ADDRESS_NEAR = frozenset("/\\.@_=:#~?%&")  # marks of which an address has one beside its letters
_ADDRESS = re.compile(
    r"://|www\.|@[A-Za-z]|\\|^[./~]+/|(?:/[^/\s]*){3}|[\w-]/[^/\s]*\.(?:html?|php|aspx?|pdf|jpe?g|png)|=[\w\"']|^#[\w-]+:"
    r"|\b10\.\d{4,9}/|/[^\s]*[_~]|[_~][^\s]*/"
)
_DOMAIN = re.compile(r"\.(?:[a-z]{2,10}|ORG|COM|NET|EDU|GOV|INT|INFO)\b")
_AFTER_IT = re.compile(r"\S{0,80}")
_FAR = 80  # code points before it that are looked at
_PLACE_BEFORE = re.compile(r"[a-zà-ÿ]{2}(?:[/–-]|,?[ \xa0]\d{4,6}[ \xa0])\Z")  # "Brasília/DF", "Bangkok 10400 TH"
_POSTAL_CODE_AFTER = re.compile(rf"[ \xa0-]\d{{4,5}}[ \xa0][{CAPITAL}][a-zà-ÿ]")  # "CH-1211 Genève"
_PLACE_END = re.compile(r"[ \xa0]*(?:[,.;)\r\n–-]|\Z)")


def is_in_path(text: str, token: Token) -> bool:
    """Tell whether a token is part of an address, a path, a file name, or a longer identifier."""
    start, end = token.start, token.end
    before, after = text[start - 1 : start], text[end : end + 1]
    if before not in ADDRESS_NEAR and after not in ADDRESS_NEAR:
        return False
    if after == "_" and text[end + 1 : end + 2].isalnum():
        return True
    head = "" if before.isspace() else "".join(text[max(0, start - _FAR) : start].split()[-1:])
    tail = _AFTER_IT.match(text, end)
    chunk = head + token.word + (tail.group() if tail else "")
    if _ADDRESS.search(chunk) or _DOMAIN.match(text, end):
        return True
    return before == "." and start > 1 and text[start - 2].isalnum()


def is_in_address(text: str, token: Token) -> bool:
    """Tell whether two letters are a State's or a country's, after a place or its postal code."""
    if token.word in lexicon.POSTAL_COUNTRIES and _POSTAL_CODE_AFTER.match(text, token.end):
        return True
    before = _PLACE_BEFORE.search(text, max(0, token.start - 12), token.start)
    if before is None or not _PLACE_END.match(text, token.end):
        return False
    return before.group()[-1].isspace() or token.word in lexicon.STATES_OF_BRAZIL
