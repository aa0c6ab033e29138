"""Finding the place that a text quote selector names."""

from __future__ import annotations

from archivist.model import Quote, Span


def locate(text: str, quote: Quote) -> Span | None:
    """Give the span of the quote's exact words, or None if the selector fits nowhere or more than once.

    Nothing is folded and nothing re-anchored by similarity: a selector that no longer fits exactly is stale.
    """
    needle = quote.prefix + quote.exact + quote.suffix
    first = text.find(needle)
    if not quote.exact or first < 0 or text.find(needle, first + 1) >= 0:
        return None
    start = first + len(quote.prefix)
    return Span(start, start + len(quote.exact))
