"""How the index writes numbers: as characters that need no escape in a script and pack well.

A number goes out in groups of five bits, lowest first, a character each; a group that others follow has 32 added.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VALUE = {character: value for value, character in enumerate(ALPHABET)}
# How often a term stands in a unit's text, by its code of four bits: exact up to eight.
_FREQUENCIES = (0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 18, 22, 27, 32)
_CODES = tuple(max(code for code, least in enumerate(_FREQUENCIES) if least <= n) for n in range(33))
_NAMED, _ELSEWHERE = 16, 32


class Posting(NamedTuple):
    """That a term stands in a unit."""

    unit: int
    frequency: int  # how often in the text; above eight, at least so often
    named: bool  # stands in a title
    block: int  # of the text, the one with the most of it


def number(value: int) -> str:
    """Write a number ≥ 0."""
    return _SMALL[value] if value < len(_SMALL) else _number(value)


def _number(value: int) -> str:
    written = ""
    while value >= 32:
        written += ALPHABET[32 | (value & 31)]
        value >>= 5
    return written + ALPHABET[value]


_SMALL = tuple(_number(value) for value in range(4096))  # nearly all that are written


def numbers(written: str) -> Iterator[int]:
    """Read numbers."""
    value = shift = 0
    for character in written:
        group = _VALUE[character]
        value |= (group & 31) << shift
        if group & 32:
            shift += 5
        else:
            yield value
            value = shift = 0


def gaps(ascending: Sequence[int]) -> str:
    """Write numbers that ascend, as the steps between them."""
    if not ascending:
        return ""
    steps = [after - before - 1 for before, after in pairwise(ascending)]
    return number(ascending[0]) + "".join([_SMALL[step] if step < len(_SMALL) else _number(step) for step in steps])


def ungapped(written: str) -> list[int]:
    """Read what `gaps` wrote."""
    last = -1
    return [last := last + 1 + step for step in numbers(written)]


def posting(*, frequency: int, named: bool, block: int) -> str:
    """Write what a posting says of a unit; the step to the unit goes before it."""
    code = _CODES[min(frequency, 32)] | (_NAMED if named else 0)
    return ALPHABET[code | _ELSEWHERE] + number(block) if block > 1 else ALPHABET[code]


def postings(written: str) -> Iterator[Posting]:
    """Read postings."""
    unit = -1
    for step, code, block in _steps(written):
        unit += step + 1
        yield Posting(unit, _FREQUENCIES[code & 15], bool(code & _NAMED), block)


def _steps(written: str) -> Iterator[tuple[int, int, int]]:
    at = 0
    while at < len(written):
        step, at = _number_at(written, at)
        code, at = _VALUE[written[at]], at + 1
        block = 1
        if code & _ELSEWHERE:
            block, at = _number_at(written, at)
        yield step, code, block


def _number_at(written: str, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        group = _VALUE[written[at]]
        at += 1
        value |= (group & 31) << shift
        if not group & 32:
            return value, at
        shift += 5


def length_code(length: int) -> str:
    """Write a unit's length in terms, to a quarter of a power of two."""
    return ALPHABET[min(63, math.floor(4 * math.log2(max(1, length))))]


def length_of(character: str) -> float:
    """Read a length: the powers are constants, so that every engine computes with the same ones."""
    return LENGTHS[_VALUE[character]]


# 2^(n/4), to four figures, doubled without rounding.
LENGTHS: Sequence[float] = tuple(root * 2.0**octave for octave in range(16) for root in (1.0, 1.1892, 1.4142, 1.6818))


def hashed(key: str) -> int:
    """FNV-1a over the code points of a key: 32 bits, the same in every engine."""
    value = 0x811C9DC5
    for character in key:
        value = ((value ^ ord(character)) * 0x01000193) & 0xFFFFFFFF
    return value
