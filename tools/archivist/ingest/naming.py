"""Which entry somebody means who types its id, its name, one of its forms, or a part of these."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from archivist.recognise.fold import WORD, fold_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archivist.glossary import Glossary
    from archivist.model import Entry, Kind

_LIKE = 0.6  # of 1, by difflib


def entries_named(glossary: Glossary, words: str, kind: Kind) -> tuple[Entry, ...]:
    """Give the entries that have the words, or parts of words, in their id, name or one form; capitals do not matter.

    Those named so as a whole come first, then those named by their beginning, and of these those of the kind.
    """
    wanted = _folded(words)
    ranked = {}
    for entry in glossary.entries.values() if wanted else ():
        names = [" ".join(_folded(name)) for name in (entry.id, entry.name, *entry.forms)]
        if ranks := [_rank(name, wanted) for name in names if all(_holds(name, word) for word in wanted)]:
            ranked[entry.id] = (min(ranks), entry.kind != kind, entry.id)
    return tuple(glossary.entries[id] for id in sorted(ranked, key=ranked.__getitem__))


def nearest_entries(glossary: Glossary, words: str, kind: Kind, *, most: int) -> tuple[Entry, ...]:
    """Give entries whose id, name or form looks like the words, as after a slip: most of the kind, one of another."""
    near = _nearest(words, (entry for entry in glossary.entries.values() if entry.kind == kind), most - 1)
    return near + _nearest(words, (entry for entry in glossary.entries.values() if entry.kind != kind), 1)


def _folded(text: str) -> list[str]:
    return [fold_word(word) for word in WORD.findall(text)]


def _holds(name: str, word: str) -> bool:
    """Tell whether a name holds a word or a part of one; a number, or one or two letters, as the beginning of one."""
    return word in name if word.isalpha() and len(word) > 2 else f" {word}" in f" {name}"


def _rank(name: str, wanted: Sequence[str]) -> int:
    phrase = " ".join(wanted)
    return 0 if name == phrase else 1 if name.startswith(phrase) else 2


def _nearest(words: str, entries: Iterable[Entry], most: int) -> tuple[Entry, ...]:
    by_name = {name.casefold(): entry for entry in entries for name in (entry.id, entry.name, *entry.forms)}
    near = difflib.get_close_matches(words.casefold(), sorted(by_name), n=most, cutoff=_LIKE)
    return tuple({by_name[name].id: by_name[name] for name in near}.values())
