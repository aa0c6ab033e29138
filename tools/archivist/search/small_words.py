"""Words that say little of what a question is about.

In an archive of few texts hardly any word stands in most of them, so that counting does not tell these from others.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from archivist.search.terms import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SAME = {"ms": "id"}  # Malay's small words are Indonesian's


def asking_words(languages: Iterable[str]) -> frozenset[str]:
    """Give the question words of these languages (BCP 47), folded: a query that begins with one is a question."""
    return _folded(languages, ("asking",))


def small_words(languages: Iterable[str]) -> frozenset[str]:
    """Give the small words of these languages (BCP 47), folded, with the question words."""
    return _folded(languages, ("asking", "other"))


def _folded(languages: Iterable[str], kinds: Iterable[Literal["asking", "other"]]) -> frozenset[str]:
    subtags = {language.partition("-")[0].lower() for language in languages}
    known = [_words()[_SAME.get(one, one)] for one in sorted(subtags) if _SAME.get(one, one) in _words()]
    return frozenset(fold(word) for words in known for kind in kinds for word in words[kind].split())


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
