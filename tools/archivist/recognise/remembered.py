"""Answers that are asked for once: texts repeat their words, and what a spelling is does not change within one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Key = TypeVar("Key")
Answer = TypeVar("Answer")


class Remembered(dict[Key, Answer]):
    """The answers of a function by what it was asked; to look one up again costs no call."""

    def __init__(self, ask: Callable[[Key], Answer]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, key: Key) -> Answer:
        """Ask, and remember."""
        answer = self[key] = self._ask(key)
        return answer
