"""What a query means to an index: clauses, each with where it was found. `engine.js` does the same in the browser."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from archivist.search.asking import asked
from archivist.search.repairing import complete, repair
from archivist.search.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archivist.search.asking import Asked
    from archivist.search.reading import Hits, Index

_LONG = 4  # words from which a query is taken for a question: any of them may be missing
_PAIRS_A_WORD = 3  # pairs of orthographic units that count as one word


@dataclass
class Clause:
    """A piece of the query, and where it was found."""

    terms: tuple[str, ...]
    quoted: bool
    excluded: bool
    paired: bool
    item: int
    hits: Hits = field(default_factory=dict)
    runs: frozenset[tuple[str, ...]] = frozenset()
    weight: int = 0
    typed: str = ""  # the word with its accents, where it was typed with any
    accented: Hits = field(default_factory=dict)  # the hits of that
    unaccented: Hits = field(default_factory=dict)  # the hits of the word with any accents or none
    wholes: Sequence[str] = ()  # the words in one that it is a part of
    entry: str = ""
    also: Sequence[str] = ()  # other forms of the entry
    instead_of: str = ""  # the term as it was typed, where another is looked for


def understand(index: Index, query: str, *, typing: bool = False) -> list[Clause]:
    """Part a query into clauses and look them up; `typing` takes the last word for the beginning of one."""
    clauses = [_find(index, clause) for clause in _clauses(index, asked(query))]
    if not typing and not is_question(index, clauses):
        _join(index, clauses)
    for clause in clauses:
        _mend(index, clause, typing=typing and clause is clauses[-1])
        clause.weight = weight(index.units, len(clause.hits) - _otherwise(clause))
    return clauses


def _otherwise(clause: Clause) -> int:
    """Count the units that have a word only with other accents than it was typed with."""
    return len(clause.unaccented.keys() - clause.accented.keys()) if clause.accented else 0


def _clauses(index: Index, pieces: Sequence[Asked]) -> Iterator[Clause]:
    """Take together the words that name an entry; the same piece twice counts once."""
    seen = set()
    wholes = _wholes(index, pieces)
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        length, entry = (0, "") if piece.quoted else _entry(index, pieces, at)
        taken = pieces[at : at + max(1, length)]
        words = tuple(term for one in taken for term in one.terms)
        key = (entry or words, "" if entry else piece.accented, piece.quoted, piece.excluded)
        if key not in seen:
            seen.add(key)
            made = Clause(words, piece.quoted, piece.excluded, piece.paired, piece.item, entry=entry)
            yield made if entry else replace(made, typed=piece.accented, wholes=wholes[at])
        at += len(taken)


def _wholes(index: Index, pieces: Sequence[Asked]) -> list[list[str]]:
    """Give for each piece what it is a part of in one word: by its hyphens, or by those of the texts."""
    found = [[piece.whole] if piece.whole else [] for piece in pieces]
    for at, piece in enumerate(pieces):
        known = {} if piece.quoted or piece.excluded else index.compounds(piece.terms[0])
        for apart, whole in sorted(known.items()):
            words = apart.split(" ")
            here = pieces[at : at + len(words)]
            if [one.terms[0] for one in here if not one.quoted and not one.excluded] == words:
                for part in found[at : at + len(words)]:
                    part.extend([whole] if whole not in part else [])
    return found


def _entry(index: Index, pieces: Sequence[Asked], at: int) -> tuple[int, str]:
    """Find the longest form of an entry that begins at a piece: how many pieces, and which entry."""
    words = []
    for piece in pieces[at:]:
        if piece.quoted or piece.excluded != pieces[at].excluded:
            break
        words.append(piece.terms[0])
    names = index.names(words[0])
    for length in range(len(words), 0, -1):
        entry = names.get(" ".join(words[:length]))
        if entry is not None and not (length == 1 and len(pieces) > 1 and _is_small(index, pieces[at])):
            return length, entry
    return 0, ""


def _is_small(index: Index, piece: Asked) -> bool:
    """Tell whether a word that can name an entry was typed as one that says little: “who”, and not “WHO”."""
    return piece.is_lower and piece.terms[0] in index.meta["small"]


def _find(index: Index, clause: Clause) -> Clause:
    if clause.entry:
        described = index.entry(clause.entry)
        clause.hits = described.hits
        clause.also = described.forms
        clause.runs = frozenset(tuple(terms(form)) for form in described.forms) | {clause.terms}
        if len(clause.terms) == 1:
            clause.hits = _either(index.word(clause.terms[0])[0], clause.hits)
    elif clause.quoted:
        clause.hits, clause.runs = index.phrase(clause.terms), frozenset({clause.terms})
    else:
        clause.hits, forms = index.word(clause.terms[0])
        clause.runs = frozenset((form,) for form in forms)
    if clause.typed:
        clause.accented = index.accented(clause.terms[0], clause.typed)
        clause.unaccented = index.exact(clause.terms[0])
    for whole in clause.wholes:
        _add(clause, *index.word(whole))
    return clause


def _add(clause: Clause, hits: Hits, forms: Sequence[str]) -> None:
    """Let other words count as a clause's."""
    clause.hits = _either(clause.hits, hits)
    clause.runs |= {(form,) for form in forms}


def _either(one: Hits, other: Hits) -> Hits:
    """Give the units of both; of two hits the more frequent."""
    both = dict(one)
    for unit, hit in other.items():
        if unit not in both or hit.frequency > both[unit].frequency:
            both[unit] = hit
    return both


def _join(index: Index, clauses: Sequence[Clause]) -> None:
    """Take two words that no text has both for one: “co operation”, where texts have “cooperation” only."""
    for one, other in pairwise(clauses):
        if _is_plain(one) and _is_plain(other) and not one.hits.keys() & other.hits.keys():
            hits, forms = index.word(one.terms[0] + other.terms[0])
            for clause in (one, other) if hits else ():
                _add(clause, hits, forms)


def _is_plain(clause: Clause) -> bool:
    return not (clause.quoted or clause.excluded or clause.entry or clause.paired or clause.wholes)


def _mend(index: Index, clause: Clause, *, typing: bool) -> None:
    """Look for another word where there is none: the one being typed, or the one that was meant."""
    if clause.hits or clause.quoted or clause.excluded or clause.entry or clause.paired:
        return
    typed = clause.terms[0]
    meant = (complete(index, typed) if typing else "") or repair(index, typed)
    if meant:
        clause.terms, clause.instead_of = (meant,), typed
        _find(index, clause)


def weight(units: int, frequency: int) -> int:
    """Give the inverse document frequency in thousandths: a whole number, so that every engine adds up the same."""
    return max(1, math.floor(1000 * math.log(1 + (units - frequency + 0.5) / (frequency + 0.5)) + 0.5))


def is_question(index: Index, clauses: Sequence[Clause]) -> bool:
    """Tell a question, which is long or begins as one, from a few words."""
    begun = len(clauses) > 1 and not clauses[0].quoted and clauses[0].terms[0] in index.meta["asking"]
    if begun and not (clauses[0].entry or clauses[0].excluded):
        return True
    pairs = sum(clause.paired for clause in clauses)
    words = {clause.item for clause in clauses if not clause.paired}
    return len(words) + pairs // _PAIRS_A_WORD >= _LONG
