"""Rules about the glossary: is it readable, is each form one entry's, and does it know what the texts use."""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from archivist.checks.examples import unmet_examples
from archivist.checks.forms import form_faults
from archivist.checks.rulings import faults_of_rulings
from archivist.errors import ArchivistError
from archivist.glossary import FOLDER, load
from archivist.model import KINDS, Fault, Span
from archivist.recognise import Recogniser
from archivist.text import locate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.checks.holdings import Holdings
    from archivist.glossary import Glossary
    from archivist.model import Entry

_ALIKE = 0.85  # “masterplan” and “master plan” are, “public body” and “public fund” are not
_SETTLED = ("ambiguous", "sic")  # rulings after which no entry is wanted for the words


def glossary_faults(holdings: Holdings) -> Iterator[Fault]:
    """Find what is wrong with the glossary; a project without glossary files has none to check."""
    folder = holdings.project / FOLDER
    if not any(folder.glob("*.toml")):
        return
    try:
        glossary = load(folder)
    except ArchivistError as error:
        yield from error.faults
        return
    yield from form_faults(glossary)
    yield from _misspelt_types(glossary)
    yield from _unexpanded(glossary)
    yield from _unjoined(glossary)
    yield from unmet_examples(glossary)
    yield from _unlisted(glossary, holdings)
    yield from faults_of_rulings(glossary, holdings.documents.values())


def ruling_faults(holdings: Holdings) -> Iterator[Fault]:
    """Find what is wrong with the rulings of some documents, where the glossary can be read."""
    folder = holdings.project / FOLDER
    if not any(folder.glob("*.toml")):
        return
    try:
        glossary = load(folder)
    except ArchivistError:
        return  # said where the project is checked
    yield from faults_of_rulings(glossary, holdings.documents.values())


def _misspelt_types(glossary: Glossary) -> Iterator[Fault]:
    """Find types that are nearly one which more entries of the kind have: types are words of the archive's own."""
    for kind in KINDS:
        used = Counter(entry.type for entry in glossary.of_kind(kind) if entry.type)
        usual = {word: near for word in used if (near := _more_usual(word, used))}
        yield from (_misspelt(glossary, one, usual[one.type]) for one in glossary.of_kind(kind) if one.type in usual)


def _more_usual(word: str, used: Counter[str]) -> str:
    """Give the type most like one, in small letters, of those that more entries have; empty where none is."""
    by_key = {other.casefold(): other for other in sorted(used) if used[other] > used[word]}
    near = difflib.get_close_matches(word.casefold(), by_key, n=1, cutoff=_ALIKE)
    return by_key[near[0]] if near else ""


def _misspelt(glossary: Glossary, entry: Entry, usual: str) -> Fault:
    return Fault(
        "type-misspelt",
        glossary.place(entry.id),
        f"the type of {entry.id} is nearly one that more entries have",
        expected=f"{usual}, or a type that nobody takes for it",
        found=entry.type,
        remedy="correct the type of the entry",
        warning=True,
    )


def _unexpanded(glossary: Glossary) -> Iterator[Fault]:
    for entry in glossary.of_kind("acronym"):
        if not entry.expansion and not entry.stands_for:
            yield Fault(
                "expansion-missing",
                glossary.place(entry.id),
                f"the acronym {entry.id} says neither what it means nor what it stands for",
                expected="expansion or stands_for",
                found="neither",
                remedy="find out and add it; leave it so if nobody knows",
                warning=True,
            )


def _unjoined(glossary: Glossary) -> Iterator[Fault]:
    """Find acronyms that mean another entry's name and do not stand for it: their mentions are parted from its own."""
    names = ((form.casefold(), entry) for entry in glossary.entries.values() for form in (entry.name, *entry.forms))
    named = {form: entry for form, entry in names if entry.kind != "acronym"}
    for entry in glossary.of_kind("acronym"):
        other = named.get(entry.expansion.casefold())
        if other and not entry.stands_for:
            yield Fault(
                "expansion-parted",
                glossary.place(entry.id),
                f"what the acronym {entry.id} means is the name of another entry, for which it does not stand",
                expected=f"stands_for = {other.id!r}",
                found=f"expansion = {entry.expansion!r}",
                remedy=f"add stands_for = {other.id!r}, or say in the expansion how the two differ",
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
            expected=f"an entry {target} in {FOLDER}/acronyms.toml",
            found=f"used in {', '.join(ids)}",
            remedy=f"add an [[entry]] with id = {target!r} to {FOLDER}/acronyms.toml",
            warning=True,
        )
