"""The stretches of a text that are markup and not text (annotation rules, section 7)."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

from archivist.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.recognise.found import Found

_MAX = 4000  # no tag or target is longer; bounds the work that an unclosed bracket costs

# Each pattern begins with the literal mark before it, which most texts are found to lack at once; each is bounded.
_PATTERNS = tuple(
    (mark, re.compile(re.escape(mark) + pattern, re.IGNORECASE))
    for mark, pattern in (
        ("<", rf"/?[a-z!?][^<>]{{0,{_MAX}}}>"),
        ("{:", r"[^{}\n]{0,500}\}"),
        ("://", r"[^\s<>\"')\]]{1,2000}"),
        ("[^", r"[^\]\s\[]{1,80}\]"),
        ("[", r"note\s{1,3}\d{1,4}\]"),
        ("&", r"[a-z]{2,10};"),
        ("10.", r"(?<![\w.]10\.)\d{4,9}/[^\s<>\"]{1,300}"),  # a DOI (ISO 26324)
    )
)
# What runs from an opening to a closing mark, whatever stands between; before them what the opening begins with.
_ANY_CASE = re.IGNORECASE | re.MULTILINE
_PAIRS = tuple(
    (mark, re.compile(re.escape(mark) + opening, _ANY_CASE), re.compile(closing, _ANY_CASE))
    for mark, opening, closing in (
        ("<!--", "", r"-->"),
        ("<", r"(?:style|script)\b", r"</(?:style|script)\b"),
        ("{{", "", r"\}\}"),
        ("{%", "", r"%\}"),
        ("```", r"(?<![^\n]```)[ \t]*[a-z+#-]{1,20}[ \t]*\r?$", r"```(?<![^\n]```)"),  # at the beginning of a line
    )
)
# The number of a book or a series; its label is text.
_BOOK_NUMBER = re.compile(
    r"IS[BS]N(?:-1[03])?[ \xa0:]{0,3}((?:\d{1,5}[ \xa0-]){0,4}(?=[A-Z-]{0,9}\d)[\dA-Z-]{3,17}(?![a-z]))"
)
# The target of a Markdown link; the quoted title after it is text.
_TARGET = re.compile(r"\]\(\s*<?([^\s()<>\"]{0,2000}(?:\([^\s()]{0,200}\)[^\s()<>\"]{0,2000})?)")
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n((?:(?!---[ \t]*\r?$)[^\n]*\n){0,200})---[ \t]*\r?$", re.MULTILINE)
_KEY = re.compile(r"^[ \t]*(?:- )?([A-Za-z_][\w.-]{0,60})[ \t]*:(?=\s)", re.MULTILINE)
# Keys whose values are addresses, names of files or identifiers.
_ADDRESS_KEY = re.compile(
    r"^[ \t]*(?:slug|permalink|url|id|uuid|guid|image|img|thumb\w*|cover\w*|layout|link|canonical\w*"
    r"|redirect_from|file|path|src|href)"
    r"[ \t]*:(?=\s)([^\r\n]*)",
    re.MULTILINE,
)
_CSS_RULE = re.compile(r"\{[^{}]{0,2000}\}")
_DECLARATION = re.compile(r"(?<![\w-])[\w-]++\s*+:[^;{}]+;")
_FILE_AFTER = re.compile(r"[_\\]|-[A-Z]{2}|/[IVX]+\b|\.[a-z]{2,4}\b")


class Zones:
    """Stretches in which nothing is a mention, merged and sorted."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __bool__(self) -> bool:
        return bool(self._starts)

    def outside(self, found: Iterable[Found]) -> list[Found]:
        """Give the findings that hold no character of markup, by start."""
        left: list[Found] = []
        at, count = 0, len(self._starts)
        for item in sorted(found, key=itemgetter(0)):
            while at < count and self._ends[at] <= item[0]:
                at += 1
            if at == count or self._starts[at] >= item[1]:
                left.append(item)
        return left

    def hold(self, start: int, end: int) -> bool:
        """Tell whether any character of the span is markup."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._ends[at] > start


def find_zones(text: str) -> Zones:
    """Find tags, comments, template code, addresses, identifiers, link targets, note labels, keys of front matter."""
    spans = [Span(*match.span()) for mark, each in _PATTERNS if mark in text for match in each.finditer(text)]
    spans += [span for mark, opening, closing in _PAIRS if mark in text for span in _between(text, opening, closing)]
    spans += [Span(*match.span(1)) for match in _BOOK_NUMBER.finditer(text)]
    spans += [Span(*match.span(1)) for match in _TARGET.finditer(text)]
    spans += _front_matter_keys(text)
    spans += _css_rules(text)
    return Zones(spans)


def _between(text: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> Iterator[Span]:
    first = opening.search(text)
    while first is not None:
        last = closing.search(text, first.end())
        if last is None:  # nor has any later opening a close: stop, so that the work stays linear
            return
        yield Span(first.start(), last.end())
        first = opening.search(text, last.end())


def _front_matter_keys(text: str) -> list[Span]:
    front = _FRONT_MATTER.match(text)
    if front is None:
        return []
    return [Span(*match.span(1)) for keys in (_KEY, _ADDRESS_KEY) for match in keys.finditer(text, *front.span(1))]


def _css_rules(text: str) -> list[Span]:
    return [Span(*rule.span()) for rule in _CSS_RULE.finditer(text) if _DECLARATION.search(rule.group())]


def in_file_name(text: str, start: int, end: int) -> bool:
    """Tell whether a code is part of a path or the name of a file: "ILC101-VT.docx", "C189.pdf"; not "C189/R201"."""
    before = text[max(0, start - 1) : start]
    path = before in ("\\", "/", "_", "=", "@") and not text[max(0, start - 2) : start - 1].isdigit()
    return path or _FILE_AFTER.match(text, end) is not None
