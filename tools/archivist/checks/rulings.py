"""Rules about rulings: is the entry there that a ruling names, is it of that kind, does the ruling have an effect."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from archivist.model import Fault, Span
from archivist.recognise import Recogniser
from archivist.text import locate

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from archivist.glossary import Glossary
    from archivist.model import Mention
    from archivist.store import Document
    from archivist.store.record import RulingTable

_NEAR = 0.8  # how alike two ids are that may be one with a slip; EPZ and EPF, at 0.67, are two


def faults_of_rulings(glossary: Glossary, documents: Iterable[Document]) -> Iterator[Fault]:
    """Find rulings for an entry that the glossary lacks or of another kind than its own, and those without effect.

    The first and the last are warnings: the mention is then listed as unmatched, or another ruling's.
    """
    recogniser = Recogniser(glossary)
    for document in (one for one in documents if one.record.ruling):
        lost = lost_rulings(document, glossary.entries, recogniser.mentions)
        yield from (_unknown_target(document, ruling, glossary) for ruling in lost)
        yield from misfit_rulings(document, glossary, recogniser)


def misfit_rulings(document: Document, glossary: Glossary, recogniser: Recogniser) -> Iterator[Fault]:
    """Find rulings of another kind than that of the entry they name, and those that others leave without effect."""
    yield from _wrong_kinds(document, glossary)
    yield from _unheeded_rulings(document, glossary.entries, recogniser)


def _unknown_target(document: Document, ruling: RulingTable, glossary: Glossary) -> Fault:
    id, number, target = document.id, document.record.ruling.index(ruling) + 1, ruling.target or ""
    near = difflib.get_close_matches(target, glossary.entries, n=3, cutoff=_NEAR)
    return Fault(
        "ruling-target",
        f"archive/{id}/record.toml#ruling.{number}.target",
        f"ruling {number} of {id} names an entry that the glossary lacks",
        expected=" or ".join(near) or "the id of an entry",
        found=target,
        remedy=f"add an entry {target} to source/glossary/, or correct the target and `archivist seal {id} --why …`",
        warning=True,
    )


def lost_rulings(
    document: Document, entries: Container[str], recognise: Callable[[str], Iterable[Mention]]
) -> tuple[RulingTable, ...]:
    """Give the rulings for an entry that the glossary lacks, now that it was renamed or was never there.

    One that says yes to what is found there without it, an acronym that has no entry yet, is none of them; nor is one
    for another sense of letters that have an entry ("SPF@other"), nor one after which its place was ruled on again.
    """
    last = {locate(document.text, ruling.quote): ruling for ruling in document.record.ruling}
    homeless = _homeless(document, entries, recognise)
    return tuple(ruling for ruling in homeless if last[locate(document.text, ruling.quote)] is ruling)


def _homeless(
    document: Document, entries: Container[str], recognise: Callable[[str], Iterable[Mention]]
) -> tuple[RulingTable, ...]:
    """Give the rulings for an entry that the glossary lacks, those also after which their place was ruled on again."""
    named = [ruling for ruling in document.record.ruling if ruling.decision in ("yes", "other") and ruling.target]
    unknown = [ruling for ruling in named if (ruling.target or "").removesuffix("@other") not in entries]
    found = {(one.start, one.end): one.target for one in recognise(document.text)} if unknown else {}
    return tuple(
        ruling
        for ruling in unknown
        if (span := locate(document.text, ruling.quote))
        and (ruling.decision == "other" or found.get(span) != ruling.target)
    )


def _wrong_kinds(document: Document, glossary: Glossary) -> Iterator[Fault]:
    """Find rulings whose kind is not that of the entry they name, nor of what this stands for."""
    for number, ruling in enumerate(document.record.ruling, 1):
        target = (ruling.target or "").removesuffix("@other")
        kinds = {glossary.entries[target].kind, glossary.resolve(target).kind} if target in glossary.entries else set()
        if ruling.kind and kinds and ruling.kind not in kinds:
            yield Fault(
                "ruling-kind",
                f"archive/{document.id}/record.toml#ruling.{number}.kind",
                f"ruling {number} of {document.id} gives {target} a kind that is not its own",
                expected=" or ".join(sorted(kinds)),
                found=ruling.kind,
                remedy=f"correct the kind or the target, then {_seal(document)}",
            )


def _unheeded_rulings(document: Document, entries: Container[str], recogniser: Recogniser) -> Iterator[Fault]:
    """Find rulings that another one on the same words, or on words that these cross or lie in, leaves without effect.

    One for an entry that is gone, after which its place was ruled on again, is history and none of them.
    """
    rulings = document.record.ruling
    if not rulings:
        return
    gone = _homeless(document, entries, recogniser.mentions)
    mentions = recogniser.mentions(document.text, rulings=document.record.rulings)
    at = {Span(one.start, one.end): one for one in mentions}
    for number, ruling in enumerate(rulings, 1):
        span = locate(document.text, ruling.quote)
        if span and ruling not in gone and not _is_heeded(ruling, at.get(span)):
            yield _unheeded(document, number, _in_its_way(document, number))


def _is_heeded(ruling: RulingTable, mention: Mention | None) -> bool:
    """Tell whether what is found at a ruling's place, once all are applied, is as it says."""
    if ruling.decision == "no":
        return mention is None
    if ruling.decision == "ambiguous":
        return mention is not None and mention.state == "ambiguous"
    if ruling.target is None:
        return ruling.decision == "sic" or mention is not None
    return mention is not None and mention.state != "ambiguous" and mention.target == ruling.target


def _in_its_way(document: Document, number: int) -> str:
    """Say which other ruling is on words of a ruling's: the last that is."""
    spans = [locate(document.text, one.quote) for one in document.record.ruling]
    own = spans[number - 1]
    others = [
        (other, one)
        for other, (span, one) in enumerate(zip(spans, document.record.ruling, strict=True), 1)
        if other != number and own and span and span.start < own.end and own.start < span.end
    ]
    if not others:
        return "other words than these that a mention is found with"
    other, one = others[-1]
    said = " ".join(filter(None, (one.decision, one.target)))
    return f"ruling {other}, {said}, on “{one.exact}”"


def _unheeded(document: Document, number: int, found: str) -> Fault:
    ruling = document.record.ruling[number - 1]
    said = " ".join(filter(None, (ruling.decision, ruling.target)))
    return Fault(
        "ruling-unheeded",
        f"archive/{document.id}/record.toml#ruling.{number}",
        f"ruling {number} of {document.id}, {said}, on “{ruling.exact}”, has no effect",
        expected="one ruling on these words",
        found=found,
        remedy=f"take out of the record the ruling that does not hold, then {_seal(document)}",
        warning=True,
    )


def _seal(document: Document) -> str:
    return f"`archivist seal {document.id} --why …`"
