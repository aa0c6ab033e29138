"""Rules about rulings: is the entry there that a ruling names."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from archivist.model import Fault
from archivist.recognise import Recogniser
from archivist.text import locate

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from archivist.checks.holdings import Holdings
    from archivist.glossary import Glossary
    from archivist.model import Mention
    from archivist.store import Document
    from archivist.store.record import RulingTable

_NEAR = 0.8  # how alike two ids are that may be one with a slip; EPZ and EPF, at 0.67, are two


def unknown_targets(glossary: Glossary, holdings: Holdings) -> Iterator[Fault]:
    """Find rulings for an entry that the glossary lacks: a warning, since the mention is then listed as unmatched."""
    recogniser = Recogniser(glossary)
    for id, document in holdings.documents.items():
        for ruling in lost_rulings(document, glossary.entries, recogniser.mentions):
            yield _unknown_target(id, document.record.ruling.index(ruling) + 1, ruling.target or "", glossary)


def _unknown_target(id: str, number: int, target: str, glossary: Glossary) -> Fault:
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
    named = [ruling for ruling in document.record.ruling if ruling.decision in ("yes", "other") and ruling.target]
    unknown = [ruling for ruling in named if (ruling.target or "").removesuffix("@other") not in entries]
    found = {(one.start, one.end): one.target for one in recognise(document.text)} if unknown else {}
    last = {locate(document.text, ruling.quote): ruling for ruling in document.record.ruling} if unknown else {}
    return tuple(
        ruling
        for ruling in unknown
        if (span := locate(document.text, ruling.quote))
        and last[span] is ruling
        and (ruling.decision == "other" or found.get(span) != ruling.target)
    )
