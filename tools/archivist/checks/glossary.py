"""Rules about the glossary: is it readable, is each form one entry's, and does it know what the texts use."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from archivist.checks.examples import unmet_examples
from archivist.checks.forms import form_faults
from archivist.checks.rulings import unknown_targets
from archivist.errors import ArchivistError
from archivist.glossary import load
from archivist.model import Fault, Span
from archivist.recognise import Recogniser
from archivist.text import locate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.checks.holdings import Holdings
    from archivist.glossary import Glossary

_FOLDER = "source/glossary"
_SETTLED = ("ambiguous", "sic")  # rulings after which no entry is wanted for the words


def glossary_faults(holdings: Holdings) -> Iterator[Fault]:
    """Find what is wrong with the glossary; a project without glossary files has none to check."""
    folder = holdings.project / _FOLDER
    if not any(folder.glob("*.toml")):
        return
    try:
        glossary = load(folder)
    except ArchivistError as error:
        yield from map(_placed, error.faults)
        return
    yield from form_faults(glossary)
    yield from _unexpanded(glossary)
    yield from unmet_examples(glossary)
    yield from _unlisted(glossary, holdings)
    yield from unknown_targets(glossary, holdings)


def ruling_faults(holdings: Holdings) -> Iterator[Fault]:
    """Find rulings of some documents for entries that the glossary lacks, where it can be read."""
    folder = holdings.project / _FOLDER
    if not any(folder.glob("*.toml")):
        return
    try:
        glossary = load(folder)
    except ArchivistError:
        return  # said where the project is checked
    yield from unknown_targets(glossary, holdings)


def _placed(fault: Fault) -> Fault:
    """Name the file from the project's folder on, as every fault does."""
    return Fault(
        fault.code,
        f"{_FOLDER}/{fault.where}",
        fault.message,
        fault.expected or "a file of [[entry]] tables",
        fault.found or fault.message,
        fault.remedy,
    )


def _unexpanded(glossary: Glossary) -> Iterator[Fault]:
    for entry in glossary.of_kind("acronym"):
        if not entry.expansion and not entry.stands_for:
            yield Fault(
                "expansion-missing",
                f"{_FOLDER}/acronyms.toml#{entry.id}",
                f"the acronym {entry.id} says neither what it means nor what it stands for",
                expected="expansion or stands_for",
                found="neither",
                remedy="find out and add it; leave it so if nobody knows",
                warning=True,
            )


def _unlisted(glossary: Glossary, holdings: Holdings) -> Iterator[Fault]:
    """Find acronyms that texts use and the glossary lacks, each once; not those that a person has ruled on."""
    recogniser = Recogniser(glossary)
    used: defaultdict[str, list[str]] = defaultdict(list)
    for id, document in holdings.documents.items():
        mentions = recogniser.mentions(document.text, rulings=document.record.rulings)
        ruled = {locate(document.text, one.quote) for one in document.record.ruling if one.decision in _SETTLED}
        unmatched = (one for one in mentions if one.kind == "acronym" and one.state == "unmatched")
        for target in sorted({one.target for one in unmatched if Span(one.start, one.end) not in ruled}):
            used[target].append(id)
    for target, ids in sorted(used.items()):
        yield Fault(
            "acronym-unlisted",
            f"archive/{ids[0]}",
            f"the glossary has no entry for the acronym {target}",
            expected=f"an entry {target} in {_FOLDER}/acronyms.toml",
            found=f"used in {', '.join(ids)}",
            remedy=f"add an [[entry]] with id = {target!r} to {_FOLDER}/acronyms.toml",
            warning=True,
        )
