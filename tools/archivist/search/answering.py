"""Answering a query: which units, in which order. `engine.js` does the same in the browser."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from archivist.search.excerpts import Excerpt, Sought, best_block, excerpts
from archivist.search.understanding import is_question, understand

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archivist.search.reading import Hit, Index, Text
    from archivist.search.understanding import Clause

Sort = Literal["relevance", "oldest", "newest"]
# BM25 with fields (Robertson and Zaragoza 2009, sections 3.5 and 3.6) at the usual values; a title's word counts as
# so many of the text.
_K1, _B, _NAME = 1.2, 0.75, 2
_FEWEST = 20  # units that answer a question, where so many have any of its words
_OTHERWISE = 0.25  # of one occurrence: what a word counts for that has other accents than the one typed


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
    passed_over: list[str]  # common words of a question
    question: bool  # any word may be missing
    units: list[int]  # in order
    complete: set[int]  # those with all that was asked for
    found: set[int]  # before facets narrow

    def result(self, unit: int) -> Result:
        """Read a unit's text and choose its paragraphs."""
        positive = [clause for clause in self.clauses if not clause.excluded]
        here = [(clause, clause.hits[unit]) for clause in positive if unit in clause.hits]
        block = best_block((hit.block, clause.weight) for clause, hit in here if hit.frequency)
        text = self.index.text(unit, block)
        sought = [
            Sought(clause.runs, clause.weight, clause.item if clause.paired else -1)
            for clause in self._telling(positive)
        ]
        places = sum(hit.frequency for _, hit in here)
        return Result(text, block, excerpts(text, sought), places, unit in self.complete)

    def _telling(self, positive: list[Clause]) -> list[Clause]:
        """Leave out words of a question that four of five texts have: they are not marked, unless it has no others."""
        rare = [clause for clause in positive if 5 * len(clause.hits) <= 4 * self.index.units]
        return rare if rare and self.question else positive


def answer(
    index: Index,
    query: str,
    *,
    chosen: Mapping[str, Sequence[str]] | None = None,
    sort: Sort = "relevance",
    typing: bool = False,
) -> Answer:
    """Search; `chosen` narrows by values of facets, `typing` takes the last word for the beginning of one."""
    clauses = understand(index, query, typing=typing)
    long = is_question(index, clauses)
    kept, passed_over = _without_common(index, clauses) if long else (clauses, [])
    complete_, found = _matching(index, kept, long=long)
    if not clauses and any((chosen or {}).values()):
        complete_ = found = set(range(index.units))  # no words: all that the facets leave
    narrowed = _narrow(index, found, chosen or {})
    # A text that has every “of” of a question is not a better answer than one that has its rare words more often.
    first = set[int]() if long else complete_
    units = _ordered(index, kept, narrowed, first, sort)
    return Answer(index, kept, passed_over, long, units, complete_, found)


def _without_common(index: Index, clauses: list[Clause]) -> tuple[list[Clause], list[str]]:
    """Pass over the small and the commonest words of a question: they say nothing, and have the longest postings."""
    common = {*index.meta["common"], *index.meta["small"]}
    over = [one for one in clauses if not one.quoted and not one.entry and one.terms[0] in common]
    if len(over) == len(clauses):
        return clauses, []
    return [one for one in clauses if one not in over], [one.terms[0] for one in over]


def _matching(index: Index, clauses: Sequence[Clause], *, long: bool) -> tuple[set[int], set[int]]:
    """Give the units that have all that was asked for, and all that answer.

    A few words must all be there; where no unit has all, those with most of their weight answer. A long query is
    answered by all units with half of the weight that the best of them has, and by the next best where these are few.
    Phrases must be there always.
    """
    wanted = [clause for clause in clauses if not clause.excluded]
    barred = {unit for clause in clauses if clause.excluded for unit in clause.hits}
    if not wanted:
        rest = set(range(index.units)) - barred if clauses else set()
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


def _ordered(index: Index, clauses: Sequence[Clause], units: set[int], first: set[int], sort: Sort) -> list[int]:
    dated: int = index.meta["dated"]
    if sort == "oldest":
        return sorted(units)
    if sort == "newest":
        return sorted(units, key=lambda unit: (unit >= dated, -unit))
    wanted = [clause for clause in clauses if not clause.excluded]
    scores = {unit: _score(index, wanted, unit) for unit in units}
    return sorted(units, key=lambda unit: (unit not in first, -scores[unit], -unit))


def _score(index: Index, wanted: Sequence[Clause], unit: int) -> int:
    length = 1 - _B + _B * index.lengths[unit] / index.meta["average"]
    score = 0.0
    for clause in wanted:
        hit: Hit | None = clause.hits.get(unit)
        if hit is not None:
            frequency = _frequency(clause, unit, hit)
            score += clause.weight * (frequency * (_K1 + 1)) / (frequency + _K1 * length)
    return math.floor(score * 1000 + 0.5)


def _frequency(clause: Clause, unit: int, hit: Hit) -> float:
    """Say how often a clause counts as standing in a unit; a title counts too, other accents than typed hardly."""
    if clause.accented and unit in clause.unaccented and unit not in clause.accented:
        return _OTHERWISE
    return hit.frequency + (_NAME if hit.named else 0)
