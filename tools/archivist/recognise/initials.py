"""Initials of persons whom a text lists, as minutes do: "Present: A. Berg, T. Noor, L. Sand … TN to write"."""

from __future__ import annotations

import re

_PERSON = re.compile(r"(?<![\w.])[A-Z]\. ?[A-Z][\w’'-]+")
_LETTERS = 2
_LEAST_LISTED = 3  # persons on one line


def are_initials(text: str, letters: str) -> bool:
    """Tell whether letters are the initials of a person in a line that lists several."""
    if len(letters) != _LETTERS or not letters.isupper():
        return False
    at = text.find(f"{letters[0]}. {letters[1]}")
    if at < 0:  # nearly always
        return False
    end = text.find("\n", at)
    line = text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]
    return len(_PERSON.findall(line)) >= _LEAST_LISTED
