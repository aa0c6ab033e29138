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


def select(text: str, span: Span) -> Quote:
    """Give the selector that names a span and no other place, with as little context as that needs.

    The context grows on both sides alike, eight code points at a time.
    """
    exact = text[span.start : span.end]
    for reach in range(0, len(text) + 8, 8):
        before = text[max(0, span.start - reach) : span.start]
        quote = Quote(exact, before, text[span.end : span.end + reach])
        if locate(text, quote) == span:
            break
    return quote
