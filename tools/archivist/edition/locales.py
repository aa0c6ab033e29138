"""Languages and countries: as Typst takes them, and by their names in the Unicode CLDR."""

from __future__ import annotations

import re
from functools import cache

import langcodes
from babel import Locale, UnknownLocaleError

from archivist.edition.ink import literal

_LANGUAGE_CODE_LENGTHS = (2, 3)  # in letters (ISO 639)
_COUNTRY = re.compile(r"\b[A-Z]{2}\b")  # ISO 3166-1


def language_code(tag: str) -> tuple[str, str]:
    """Give what Typst takes of a BCP 47 tag: language (ISO 639) and region (ISO 3166-1), as code; others are "und"."""
    if tag == "unknown":
        return literal("und"), "none"
    language = langcodes.Language.get(tag)
    region = language.territory
    code = language.language or ""
    known = len(code) in _LANGUAGE_CODE_LENGTHS  # one of private use, "x-klingon", is longer
    return literal(code if known else "und"), literal(region) if region and region.isalpha() else "none"


def language_name(tag: str, *, within: str) -> str:
    """Name a language in another, by the Unicode CLDR; by its tag where that has no name: "English", "Thai (th-TH)"."""
    if tag in ("unknown", "und"):
        return "not known"
    locale = _locale(within)
    name = locale.languages.get(langcodes.Language.get(tag).language or "") if locale else None
    return tag if name is None else name if len(tag) < 4 else f"{name} ({tag})"


def country_names(words: str, *, within: str) -> str:
    """Put names for the codes of countries in words: "Nepal" for "NP". What is no code stays."""
    locale = _locale(within)
    return _COUNTRY.sub(lambda code: locale.territories.get(code[0], code[0]), words) if locale else words


@cache
def _locale(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
