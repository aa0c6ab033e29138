"""The order of headings in glossary and index: Typst has no collation."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_NUMBERS = re.compile(r"(\d+)")


@cache
def sort_key(heading: str) -> tuple[tuple[int, int, str], ...]:
    """Order without regard to case, accents and punctuation, numbers by value (C87 before C102).

    The same names are sorted for each document and each volume: hence the cache.
    """
    words = re.sub(r"[^\w\s]+", "", bare(heading).casefold())
    return tuple((0, int(word), "") if word.isdecimal() else (1, 0, word) for word in _NUMBERS.split(words) if word)


def bare(text: str) -> str:
    """Take the accents off a text."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def initial(heading: str) -> str:
    """Give the letter that a heading is filed under; "#" for what begins with no letter."""
    first = bare(heading).lstrip("\"'“”‘’(«").upper()[:1]
    return first if first.isalpha() else "#"
