"""Words of records inside other formats: on one line, in XML, in JSON."""

from __future__ import annotations

import re
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pydantic_core import to_json

# Characters that no XML 1.0 document can hold (section 2.2).
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")

# Letters from right to left, and signs of direction (Unicode, UAX 9, section 2).
_DIRECTED = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ISOLATES = "\u2066\u2067\u2068"
_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"

# What no address may hold (RFC 3986, section 2), of ASCII; letters of other scripts stay readable.
_NOT_IN_ADDRESSES = re.compile(r'[\x00-\x20"<>\\^`{|}\x7f]')

_COMMONS = re.compile(r"https?://creativecommons\.org/(?:licenses|publicdomain)/([a-z-]+)/([0-9.]+)/?")
_PARTS_A_NAME = re.compile(r"\s*[,;]\s*")


def one_line(text: str) -> str:
    """Put a text on one line: each run of white space, line ends and control characters becomes one blank.

    U+FFFD stands in for what XML forbids, so that all formats say the same.
    """
    return _NOT_XML.sub("\ufffd", " ".join(_CONTROLS.sub(" ", text).split()))


def single_name(name: str) -> str:
    """Write a name so that readers of RIS and of pages' heads keep it in one piece.

    Neither has literal names: a comma ends the last name, and without one the last word is taken for it.
    """
    return _PARTS_A_NAME.sub(" ", one_line(name)).strip() + ","


def parts_names(name: str) -> bool:
    """Tell whether `single_name` leaves out a sign that readers would take for the end of a name."""
    return _PARTS_A_NAME.search(name) is not None


def listed_name(name: str, person: tuple[str, str] | None) -> str:
    """Write a creator for readers of RIS and of pages' heads: "Family, Given", or in one piece.

    `person`: family name and given names, these empty for a single name; None for a body.
    """
    return name if person and person[1] else single_name(name)


def isolated(text: str) -> str:
    """Keep the direction of a text, and signs of direction in it, from the words that it will stand among.

    An isolate ends all that was begun within it (Unicode, UAX 9, rule X6a), but for isolates: as many ends as lack, and
    as many beginnings, are put around it. A text that is read from left to right anyway is given back.
    """
    if not _DIRECTED.search(text):
        return text
    begun = ended = 0
    for char in text:
        if char in _ISOLATES:
            begun += 1
        elif char == _END_OF_ISOLATE:
            begun, ended = (begun - 1, ended) if begun else (0, ended + 1)
    return _ISOLATE * (1 + ended) + text + _END_OF_ISOLATE * (1 + begun)


def web_address(url: str) -> str:
    """Write an address as all formats can hold it: what RFC 3986 forbids in one becomes %7B and the like."""
    return _NOT_IN_ADDRESSES.sub(lambda found: f"%{ord(found[0]):02X}", url)


def xml_text(text: str) -> str:
    """Escape a text for the content of an XML element; U+FFFD stands in for what XML forbids."""
    return escape(_NOT_XML.sub("\ufffd", text)).replace("\r", "&#13;")


def xml_attribute(text: str) -> str:
    """Escape and quote a text as the value of an XML attribute."""
    return quoteattr(_NOT_XML.sub("\ufffd", text))


def element(name: str, text: str, **attributes: str) -> str:
    """Write an XML element on a line of its own; nothing where it would be empty."""
    written = "".join(f" {key.replace('_', ':')}={xml_attribute(value)}" for key, value in attributes.items() if value)
    return f"<{name}{written}>{xml_text(text)}</{name}>\n" if text else ""


def licence_name(address: str) -> str:
    """Name a Creative Commons licence as people do, "CC BY 4.0"; of another, give the address."""
    found = _COMMONS.fullmatch(address)
    if found is None:
        return address
    return f"CC0 {found[2]}" if found[1] == "zero" else f"CC {found[1].upper()} {found[2]}"


def json_text(value: Any) -> str:  # noqa: ANN401 - whatever JSON can say
    """Print a value as JSON on one line, whatever a reader takes for a line end (Unicode, section 5.8)."""
    return _LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", to_json(value).decode())
