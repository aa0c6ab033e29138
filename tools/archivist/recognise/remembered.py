"""Answers that are asked for once: texts repeat their words, and what a spelling is does not change within one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Key = TypeVar("Key")
Answer = TypeVar("Answer")


class Remembered(dict[Key, Answer]):
    """The answers of a function by what it was asked; to look one up again costs no call."""

    __slots__ = ("_ask", "_at_most")

    def __init__(self, ask: Callable[[Key], Answer], *, at_most: int = sys.maxsize) -> None:
        """Take the function, and how many answers are kept: a bound for long-running use."""
        super().__init__()
        self._ask = ask
        self._at_most = at_most

    def __missing__(self, key: Key) -> Answer:
        """Ask, and remember."""
        if len(self) >= self._at_most:
            self.clear()
        answer = self[key] = self._ask(key)
        return answer
