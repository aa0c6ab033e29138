"""A formatted citation, with a place for the locator of a passage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from typing import NamedTuple

_TAG = re.compile(r"<[^>]*>")
# What styles write before a paragraph's number, with what parts it from the words before it.
_LABEL = r",?[ \u00a0](?:para|par|¶)\.?[ \u00a0]"


class Slot(NamedTuple):
    """What stands before a locator, the blank or comma that parts it from other words included."""

    one: str = ""  # before one paragraph: ", para. "; empty where the style has no locator
    several: str = ""  # before a range: ", paras. "


NO_SLOT = Slot()


@dataclass(frozen=True, slots=True)
class Citation:
    """A work cited in a style: HTML with `i`, `b`, `sup`, `sub` and `small` as its only elements."""

    entry: str  # for a bibliography or list of references
    before: str = ""  # a citation within a text, up to the locator; empty where only a number stands there
    slot: Slot = NO_SLOT
    after: str = ""

    def cited(self, locator: str = "") -> str:
        """Give the citation within a text, with paragraphs ("12", "12–14") or without; empty where there is none."""
        if locator and self.slot.one:
            label = self.slot.several if "–" in locator else self.slot.one
            return f"{self.before}{escape(label + locator)}{self.after}"
        # A comma that stood before the locator went inside the quotation marks (American English).
        if self.slot.one and self.before.endswith((",”", ",’")):
            kept = self.after.removeprefix(",")
            return f"{self.before}{kept}" if kept != self.after else f"{self.before[:-2]}{self.before[-1]}{self.after}"
        return f"{self.before}{self.after}"


def parted(cited: str, mark: str, *, locale: str) -> tuple[str, Slot, str]:
    """Part a citation at its locator, `mark`: what stands before, the slot, what follows.

    A style that gives no locator has no slot.
    """
    found = re.search(rf"({_LABEL}){re.escape(mark)}(?![0-9])", cited)
    if found is None:
        return cited, NO_SLOT, ""
    return cited[: found.start()], Slot(found[1], _several(found[1], locale)), cited[found.end() :]


def _several(label: str, locale: str) -> str:
    """Make ", paras. " of ", para. " and "¶¶" of "¶", as CSL's locales have it; British ones without full stop."""
    label = re.sub(r"(para?|¶)", lambda found: "¶¶" if found[0] == "¶" else f"{found[0]}s", label)
    return label.replace(".", "") if locale == "en-GB" else label


def plain(html: str) -> str:
    """Give a citation's words without elements."""
    return unescape(_TAG.sub("", html))
