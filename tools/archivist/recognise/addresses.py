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
    r"://|www\.|@[A-Za-z]|\\|^[./~]+/|(?:/[^/\s]*){3}|[\w-]/[^/\s]*\.(?:html?|php|aspx?|pdf|jpe?g|png)|=[\w\"']"
    r"|^#[\w-]+:"
    r"|\b10\.\d{4,9}/|/[^\s]*[_~]|[_~][^\s]*/"
)
_DOMAIN = re.compile(r"\.(?:[a-z]{2,10}|ORG|COM|NET|EDU|GOV|INT|INFO)\b")
_AFTER_IT = re.compile(r"\S{0,80}")
_FAR = 80  # code points before it that are looked at
_PLACE_BEFORE = re.compile(r"[a-zà-ÿ]{2}(?:[/–-]|,?[ \xa0]\d{4,6}[ \xa0])\Z")  # "Brasília/DF", "Bangkok 10400 TH"
_POSTAL_CODE_AFTER = re.compile(rf"[ \xa0-]\d{{4,5}}[ \xa0][{CAPITAL}][a-zà-ÿ]")  # "CH-1211 Genève"
_TAX_NUMBER = re.compile(r"[ \xa0-]?\d{4}[. \xa0]?\d{3}[. \xa0]?\d{3}(?!\d)")
_NUMBER_AFTER = re.compile(r"[ \xa0.]{1,2}\d")
_ZIP_CODE = re.compile(r"[ \xa0]\d{5}(?:-\d{4})?(?!\d)")
_PLACE_NEAR = re.compile(r"[a-zà-ÿ]{2},?[ \xa0]\Z")
_FLIGHT = re.compile(
    r"(?i:\b(?:flights?|vols?|vuelos?|voos?|flug|vlucht|penerbangan|chuyến bay)(?:[ \xa0]no\.?)?[ \xa0]\Z)"
)
_UNIT_OF_POST = re.compile(r"[ \xa0]\d[A-Z]{2}(?![A-Za-z0-9])")
_PAPER = re.compile(r"/\d")
_MODEL = re.compile(r"(?<![A-Za-z0-9])[A-Z]{1,4}\d{2,5}[a-z]?[ \xa0]\Z")
_POSTED = re.compile(r"(?<!\d)\d{5}[ \xa0]\Z")
_PLACE_AFTER = re.compile(rf"[ \xa0][{CAPITAL}][a-zà-ÿ]{{2}}")
_LETTERS_OF_FLIGHT = 2
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


def is_in_code(text: str, token: Token) -> bool:
    """Tell whether letters are part of a postal, tax, street, flight or exam code: "BE 0425.818.101", "EC1A 1BB"."""
    start, end, word = token
    if word in lexicon.POSTAL_COUNTRIES and _TAX_NUMBER.match(text, end):
        return True
    if word in lexicon.NEIGHBOURHOODS and _NUMBER_AFTER.match(text, end):
        return True
    if word in lexicon.STATES and _ZIP_CODE.match(text, end) and _PLACE_NEAR.search(text, max(0, start - 12), start):
        return True
    if (
        len(word) == _LETTERS_OF_FLIGHT
        and _FLIGHT.search(text, max(0, start - 16), start)
        and _NUMBER_AFTER.match(text, end)
    ):
        return True
    if any(map(str.isdigit, word)):
        return bool(
            _UNIT_OF_POST.match(text, end) or _PAPER.match(text, end) or _MODEL.search(text, max(0, start - 12), start)
        )
    return len(word) == _LETTERS_OF_FLIGHT and bool(
        _POSTED.search(text, max(0, start - 8), start) and _PLACE_AFTER.match(text, end)
    )


def is_in_address(text: str, token: Token) -> bool:
    """Tell whether two letters are a State's or a country's, after a place or its postal code."""
    if token.word in lexicon.POSTAL_COUNTRIES and _POSTAL_CODE_AFTER.match(text, token.end):
        return True
    before = _PLACE_BEFORE.search(text, max(0, token.start - 12), token.start)
    if before is None or not _PLACE_END.match(text, token.end):
        return False
    return before.group()[-1].isspace() or token.word in lexicon.STATES_OF_BRAZIL
