"""How well the recogniser does against annotated texts: precision, recall and F1 a kind, with 95 % intervals.

Counting rules: a mention is right if kind, span and target are those of the gold; each gold mention can be found once.
Gold mentions that are anaphoric or nested are neither needed nor wrong if found. Spellings of a target that differ only
in case, blanks, hyphens, full stops or "#" are one.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

SCORED_KINDS = ("ilo", "asean", "acronym")
_Z95 = 1.959964  # of the normal distribution, two-sided
_SPELLING = re.compile(r"[\s.#\u00a0-]")
_CODE = re.compile(r"([CRP])0*(\d{1,3})")


class Reading(NamedTuple):
    """A mention as the scorer sees it; offsets in code points."""

    start: int
    end: int
    kind: str
    target: str
    text: str = ""
    ignored: bool = False  # of the gold: anaphoric or nested


class Error(NamedTuple):
    """One wrong or missed mention."""

    document: str
    sort: str  # "wrong" or "missed"
    reading: Reading


@dataclass(frozen=True)
class Score:
    """The figures of one kind."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)

    @property
    def precision_interval(self) -> tuple[float, float]:
        """Wilson's interval, 95 %."""
        return wilson(self.right, self.right + self.wrong)

    @property
    def recall_interval(self) -> tuple[float, float]:
        """Wilson's interval, 95 %."""
        return wilson(self.right, self.right + self.missed)

    @property
    def f1_interval(self) -> tuple[float, float]:
        """Wilson's interval, 95 %, for the share of agreements: F1 is 2 right of 2 right + wrong + missed.

        As each agreement is counted twice there, the number of independent trials is taken as half.
        """
        return wilson(self.right, self.right + (self.wrong + self.missed) / 2)


@dataclass(frozen=True)
class Scorecard:
    """The scores by kind, and "total"; the errors by document and place."""

    documents: int
    kinds: Mapping[str, Score]
    errors: tuple[Error, ...]


def score(gold: Mapping[str, Sequence[Reading]], found: Mapping[str, Sequence[Reading]]) -> Scorecard:
    """Compare what was found with the gold, document by document; a document that was not read counts as missed."""
    counts: Counter[tuple[str, str]] = Counter()
    errors: list[Error] = []
    for document in sorted(gold):
        for sort, reading in _judge(gold[document], found.get(document, ())):
            counts[reading.kind, sort] += 1
            if sort != "right":
                errors.append(Error(document, sort, reading))
    kinds = {kind: _score(counts, kind) for kind in SCORED_KINDS}
    total = Score(*(sum(getattr(one, name) for one in kinds.values()) for name in ("right", "wrong", "missed")))
    return Scorecard(len(gold), {**kinds, "total": total}, tuple(errors))


def _score(counts: Mapping[tuple[str, str], int], kind: str) -> Score:
    return Score(*(counts.get((kind, sort), 0) for sort in ("right", "wrong", "missed")))


def _judge(gold: Sequence[Reading], found: Sequence[Reading]) -> Iterable[tuple[str, Reading]]:
    open_places = {_identity(reading) for reading in gold if not reading.ignored}
    ignored = [reading for reading in gold if reading.ignored]
    seen = set()
    for reading in found:
        identity = _identity(reading)
        if reading.kind not in SCORED_KINDS or identity in seen:
            continue
        seen.add(identity)
        if identity in open_places:
            yield "right", reading
        elif not any(_excuses(other, reading) for other in ignored):
            yield "wrong", reading
    for reading in gold:
        if not reading.ignored and _identity(reading) not in seen:
            yield "missed", reading


def _identity(reading: Reading) -> tuple[int, int, str, str]:
    return reading.start, reading.end, reading.kind, same_target(reading.kind, reading.target)


def _excuses(ignored: Reading, reading: Reading) -> bool:
    """Tell whether a finding is that of an ignored gold mention: it overlaps, with the same target or the same span."""
    if ignored.kind != reading.kind or min(ignored.end, reading.end) <= max(ignored.start, reading.start):
        return False
    return _identity(ignored)[3] == _identity(reading)[3] or ignored[:2] == reading[:2]


def same_target(kind: str, target: str) -> str:
    """Fold what does not matter in a target: `C29` and `C029` are one, `GP-USP 2030` and `GP-USP2030` too."""
    if kind == "asean":
        return target.strip().lower()
    if kind == "ilo":
        code = _CODE.fullmatch(target.upper().replace(" ", ""))
        return f"{code[1]}{int(code[2]):03d}" if code else target.upper().replace(" ", "")
    spelling, at, sense = target.strip().partition("@")
    return _SPELLING.sub("", spelling).upper() + at + sense.lower()


def wilson(hits: float, trials: float) -> tuple[float, float]:
    """Give the 95 % score interval of a share (Wilson, JASA 22, 1927); (0, 1) without trials."""
    if trials <= 0:
        return 0.0, 1.0
    share, weight = hits / trials, _Z95**2 / trials
    centre = share + weight / 2
    reach = _Z95 * sqrt(share * (1 - share) / trials + weight / (4 * trials))
    return max(0.0, (centre - reach) / (1 + weight)), min(1.0, (centre + reach) / (1 + weight))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
