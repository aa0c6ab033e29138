"""Answering a query: which units, in which order. `search-engine.js` does the same in the browser."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from archivist.search.asking import asked
from archivist.search.excerpts import Excerpt, Sought, best_block, excerpts
from archivist.search.repairing import complete, repair
from archivist.search.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from archivist.search.asking import Asked
    from archivist.search.reading import Hit, Hits, Index, Text

Sort = Literal["relevance", "oldest", "newest"]
# BM25 with fields (Robertson and Zaragoza 2009, sections 3.5 and 3.6) at the usual values; a title's word counts as
# so many of the text.
_K1, _B, _NAME = 1.2, 0.75, 2
_LONG = 4  # words from which a query is taken for a question: any of them may be missing
_FEWEST = 20  # units that answer a question, where so many have any of its words
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
    entry: str = ""
    also: Sequence[str] = ()  # other forms of the entry
    instead_of: str = ""  # the term as it was typed, where another is looked for


class Result(NamedTuple):
    """A unit that answers a query."""

    text: Text
    block: int
    excerpts: Sequence[Excerpt]
    places: int  # at least so many in the whole unit
    complete: bool  # has all that was asked for


@dataclass
class Answer:
    """The units that answer a query."""

    index: Index
    clauses: list[Clause]
    passed_over: list[str]  # common words of a long query
    units: list[int]  # in order
    complete: set[int]  # those with all that was asked for
    found: set[int]  # before facets narrow

    def result(self, unit: int) -> Result:
        """Read a unit's text and choose its paragraphs."""
        positive = [clause for clause in self.clauses if not clause.excluded]
        here = [(clause, clause.hits[unit]) for clause in positive if unit in clause.hits]
        block = best_block((hit.block, clause.weight) for clause, hit in here if hit.frequency)
        text = self.index.text(unit, block)
        sought = [Sought(clause.runs, clause.weight) for clause in positive]
        places = sum(hit.frequency for _, hit in here)
        return Result(text, block, excerpts(text, sought), places, unit in self.complete)


def answer(
    index: Index,
    query: str,
    *,
    chosen: Mapping[str, Sequence[str]] | None = None,
    sort: Sort = "relevance",
    typing: bool = False,
) -> Answer:
    """Search; `chosen` narrows by values of facets, `typing` takes the last word for the beginning of one."""
    clauses = [_find(index, clause) for clause in _clauses(index, asked(query))]
    for clause in clauses:
        _mend(index, clause, typing=typing and clause is clauses[-1])
        clause.weight = weight(index.units, len(clause.hits))
    long = _is_long(clauses)
    kept, passed_over = _without_common(index, clauses) if long else (clauses, [])
    complete_, found = _matching(index, kept, long=long)
    narrowed = _narrow(index, found, chosen or {})
    units = _ordered(index, kept, narrowed, complete_, sort)
    return Answer(index, kept, passed_over, units, complete_, found)


def _clauses(index: Index, pieces: Sequence[Asked]) -> Iterator[Clause]:
    """Take together the words that name an entry; the same piece twice counts once."""
    seen = set()
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        length, entry = (0, "") if piece.quoted else _entry(index, pieces, at)
        taken = pieces[at : at + max(1, length)]
        words = tuple(term for one in taken for term in one.terms)
        key = (entry or words, piece.quoted, piece.excluded)
        if key not in seen:
            seen.add(key)
            yield Clause(words, piece.quoted, piece.excluded, piece.paired, piece.item, entry=entry)
        at += len(taken)


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
        if entry is not None:
            return length, entry
    return 0, ""


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
    return clause


def _either(one: Hits, other: Hits) -> Hits:
    """Give the units of both; of two hits the more frequent."""
    both = dict(one)
    for unit, hit in other.items():
        if unit not in both or hit.frequency > both[unit].frequency:
            both[unit] = hit
    return both


def _mend(index: Index, clause: Clause, *, typing: bool) -> None:
    """Look for another word where there is none: the one being typed, or the one that was meant."""
    if clause.hits or clause.quoted or clause.excluded or clause.entry or clause.paired:
        return
    typed = clause.terms[0]
    meant = (complete(index, typed) if typing else "") or repair(index, typed) or complete(index, typed)
    if meant:
        clause.terms, clause.instead_of = (meant,), typed
        _find(index, clause)


def weight(units: int, frequency: int) -> int:
    """Give the inverse document frequency in thousandths: a whole number, so that every engine adds up the same."""
    return max(1, math.floor(1000 * math.log(1 + (units - frequency + 0.5) / (frequency + 0.5)) + 0.5))


def _without_common(index: Index, clauses: list[Clause]) -> tuple[list[Clause], list[str]]:
    """Pass over the commonest words of a long query: they say nothing, and their postings are the longest."""
    common = set(index.meta["common"])
    over = [one for one in clauses if not one.quoted and not one.entry and one.terms[0] in common]
    if len(over) == len(clauses):
        return clauses, []
    return [one for one in clauses if one not in over], [one.terms[0] for one in over]


def _is_long(clauses: Sequence[Clause]) -> bool:
    """Tell a question from a few words."""
    pairs = sum(clause.paired for clause in clauses)
    words = {clause.item for clause in clauses if not clause.paired}
    return len(words) + pairs // _PAIRS_A_WORD >= _LONG


def _matching(index: Index, clauses: Sequence[Clause], *, long: bool) -> tuple[set[int], set[int]]:
    """Give the units that have all that was asked for, and all that answer.

    A few words must all be there; where no unit has all, those with most of their weight answer. A long query is
    answered by all units with half of the weight that the best of them has, and by the next best where these are few.
    Phrases must be there always.
    """
    wanted = [clause for clause in clauses if not clause.excluded]
    barred = {unit for clause in clauses if clause.excluded for unit in clause.hits}
    if not wanted:
        rest = set(range(index.units)) - barred if barred or clauses else set()
        return rest, rest
    have: dict[int, int] = {}
    for clause in wanted:
        for unit in clause.hits:
            have[unit] = have.get(unit, 0) + clause.weight
    phrases = [clause.hits for clause in wanted if clause.quoted]
    have = {unit: sum_ for unit, sum_ in have.items() if unit not in barred and all(unit in hits for hits in phrases)}
    total = sum(clause.weight for clause in wanted)
    complete_ = {unit for unit, sum_ in have.items() if sum_ == total}
    if complete_ and not long:
        return complete_, complete_
    heaviest = sorted(have.values(), reverse=True)[:_FEWEST] or [0]
    least = min(heaviest[0] / 2, heaviest[-1]) if long else total / 2
    return complete_, {unit for unit, sum_ in have.items() if sum_ >= least}


def _narrow(index: Index, units: set[int], chosen: Mapping[str, Sequence[str]]) -> set[int]:
    for name, values in sorted(chosen.items()):
        if values:
            facet = index.facet(name)
            units = units & {unit for value in values for unit in facet.get(value, ())}
    return units


def counts(answer_: Answer, name: str, chosen: Mapping[str, Sequence[str]]) -> list[tuple[str, int]]:
    """Count a facet's values among the answers, whatever is chosen of this facet itself."""
    others = {other: values for other, values in chosen.items() if other != name}
    units = _narrow(answer_.index, answer_.found, others)
    facet = answer_.index.facet(name)
    counted = ((value, len(units.intersection(facet[value]))) for value in sorted(facet))
    return [(value, count) for value, count in counted if count]


def _ordered(index: Index, clauses: Sequence[Clause], units: set[int], complete_: set[int], sort: Sort) -> list[int]:
    dated: int = index.meta["dated"]
    if sort == "oldest":
        return sorted(units)
    if sort == "newest":
        return sorted(units, key=lambda unit: (unit >= dated, -unit))
    wanted = [clause for clause in clauses if not clause.excluded]
    scores = {unit: _score(index, wanted, unit) for unit in units}
    return sorted(units, key=lambda unit: (unit not in complete_, -scores[unit], -unit))


def _score(index: Index, wanted: Sequence[Clause], unit: int) -> int:
    length = 1 - _B + _B * index.lengths[unit] / index.meta["average"]
    score = 0.0
    for clause in wanted:
        hit: Hit | None = clause.hits.get(unit)
        if hit is not None:
            frequency = hit.frequency + (_NAME if hit.named else 0)
            score += clause.weight * (frequency * (_K1 + 1)) / (frequency + _K1 * length)
    return math.floor(score * 1000 + 0.5)
