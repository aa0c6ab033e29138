"""Countries by their names in the Unicode CLDR."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale, UnknownLocaleError

_COUNTRY = re.compile(r"\b[A-Z]{2}\b")  # ISO 3166-1


def country_names(words: str, *, within: str) -> str:
    """Put names for the codes of countries in words: "Nepal" for "NP". What is no code stays."""
    locale = locale_of(within)
    return _COUNTRY.sub(lambda code: locale.territories.get(code[0], code[0]), words) if locale else words


@cache
def locale_of(tag: str) -> Locale | None:
    """Give what the CLDR has of a language; None where it has nothing."""
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
