"""Where a text may be cut: between what readers see as characters (UAX 29, extended grapheme clusters)."""

from __future__ import annotations

import regex

from archivist.model import Span

_CLUSTER = regex.compile(r"\X")
_REACH = 64  # code points before a place from which its cluster is sought; no cluster of a living script is longer


def whole_clusters(text: str, span: Span) -> Span:
    """Widen a span so that it cuts no grapheme cluster; one that cuts none is given back."""
    return Span(_cluster_at(text, span.start).start, _end_of_cluster(text, span.end))


def _end_of_cluster(text: str, offset: int) -> int:
    cluster = _cluster_at(text, offset)
    return offset if cluster.start == offset else cluster.end


def _cluster_at(text: str, offset: int) -> Span:
    """Give the cluster that holds a code point, found from a little before it."""
    start = _safe_start(text, offset)
    for cluster in _CLUSTER.finditer(text, start, min(len(text), offset + _REACH)):
        if cluster.end() > offset:
            return Span(*cluster.span())
    return Span(offset, offset)


def _safe_start(text: str, offset: int) -> int:
    """Give an offset at or before this one where a cluster surely begins: after a line feed, or the text's start."""
    start = max(0, offset - _REACH)
    line_feed = text.rfind("\n", start, offset)
    return line_feed + 1 if line_feed >= 0 else start
