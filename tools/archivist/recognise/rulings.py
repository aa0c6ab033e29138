"""Archivists' rulings, which overrule what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.recognise.found import Found
from archivist.text import locate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archivist.glossary import Glossary
    from archivist.model import Ruling, Span


def apply_rulings(text: str, found: Iterable[Found], rulings: Sequence[Ruling], glossary: Glossary) -> list[Found]:
    """Replace what was found where a ruling speaks; a ruling whose quote no longer fits is left to the stale list."""
    kept = list(found)
    for ruling in rulings:
        span = locate(text, ruling.quote)
        if span is None:
            continue
        here = [item for item in kept if (item.start, item.end) == span]
        ruled = _ruled(span, here, ruling, glossary)
        if ruled is not None or ruling.decision == "no":
            kept = [item for item in kept if _stays(item, span)]
            kept += [ruled] if ruled is not None else []
    return kept


def _stays(item: Found, span: Span) -> bool:
    """Tell whether a finding has nothing to do with a ruled span: it lies apart, around or inside."""
    apart = item.end <= span.start or span.end <= item.start
    around = item.start <= span.start and span.end <= item.end
    inside = span.start <= item.start and item.end <= span.end
    return (item.start, item.end) != span and (apart or around or inside)


def _ruled(span: Span, here: Sequence[Found], ruling: Ruling, glossary: Glossary) -> Found | None:
    kind = ruling.kind or (here[0].kind if here else None)
    target = ruling.target or (here[0].target if here else None)
    if ruling.decision == "no" or kind is None or target is None:
        return None
    if ruling.decision == "sic" and ruling.target is None:
        return None
    if ruling.decision == "ambiguous":
        candidates = tuple(sorted({entry for item in here for entry in item.candidates}))
        return Found(*span, kind, target, candidates, undecided=True)
    if target not in glossary.entries:
        return Found(*span, kind, target)
    return Found(*span, kind, target, (glossary.resolve(target).id,))
