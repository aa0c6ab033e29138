"""Languages: as Typst takes them, and by their names in the Unicode CLDR."""

from __future__ import annotations

import langcodes

from archivist.edition.ink import literal
from archivist.sphinxext.countries import locale_of

_LANGUAGE_CODE_LENGTHS = (2, 3)  # in letters (ISO 639)


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
    locale = locale_of(within)
    name = locale.languages.get(langcodes.Language.get(tag).language or "") if locale else None
    return tag if name is None else name if len(tag) < 4 else f"{name} ({tag})"
