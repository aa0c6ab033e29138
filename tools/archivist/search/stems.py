"""Stems: what forms of a word have in common, by the document's language."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import Stemmer  # type: ignore[import-not-found]  # PyStemmer has no types

if TYPE_CHECKING:
    from collections.abc import Mapping

# Language subtags (BCP 47) and Snowball's names. Only stemmers that PyStemmer and the scripts which Sphinx ships have
# alike (tests/conformance/test_search.py); English differs where it does by rules that terms.js mends.
STEMMERS: Mapping[str, str] = {
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "id": "indonesian",
    "nl": "dutch",
    "pt": "portuguese",
}


def stemmer_of(language: str) -> str:
    """Name the stemmer for a language tag; empty where there is none."""
    return STEMMERS.get(language.partition("-")[0].lower(), "")


@lru_cache(maxsize=1 << 18)
def stem(term: str, stemmer: str) -> str:
    """Give the stem of a term; only words of the letters a to z have another than themselves."""
    if not stemmer or not (term.isascii() and term.isalpha()):
        return term
    stemmed: str = _stemmer(stemmer).stemWord(term)
    return stemmed


@lru_cache(maxsize=len(STEMMERS))
def _stemmer(name: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(name, 0)
