"""Rules about the forms of glossary entries: each is one entry's, and a text can hold it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from archivist.model import Fault
from archivist.recognise import Recogniser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.glossary import Glossary
    from archivist.model import Entry

_FOLDER = "source/glossary"
_AROUND = (("The ILO adopted ", " then."), ("", ""))  # in a text of the field, and alone
_NAMES = ("organisation", "place", "acronym")  # kinds of which only names are found, and names have a capital


def form_faults(glossary: Glossary) -> Iterator[Fault]:
    """Find forms that two entries claim, as written or as they are read, and forms that no text can hold."""
    shared = _claimed_twice(glossary)
    taken = _read_as_another(glossary, Recogniser(glossary))
    for form, ids in sorted({**taken, **shared}.items()):
        yield _shared(form, ids)
    for entry in glossary.entries.values():
        for form in (entry.name, *entry.forms):
            if entry.kind in _NAMES and _is_no_name(form):
                yield _unfindable(entry, form)


def _claimed_twice(glossary: Glossary) -> dict[str, set[str]]:
    """Give the ids of the entries by form, in small letters; an entry and what it stands for are one."""
    claimed: defaultdict[str, set[str]] = defaultdict(set)
    for entry in glossary.entries.values():
        for form in (entry.name, *entry.forms):
            claimed[form.casefold()].add(glossary.resolve(entry.id).id)
    return {form: ids for form, ids in claimed.items() if len(ids) > 1}


def _read_as_another(glossary: Glossary, recogniser: Recogniser) -> dict[str, set[str]]:
    """Give the same of forms that are read as another entry's: titles, numbers and codes are read by grammar."""
    taken: dict[str, set[str]] = {}
    for entry in glossary.entries.values():
        own = glossary.resolve(entry.id).id
        for form in (entry.name, *entry.forms):
            readings = [_readings(form, around, recogniser) for around in _AROUND]
            if own not in readings[0] and (ids := readings[0] or readings[1] - {own}):
                taken[form.casefold()] = {*ids, own}
    return taken


def _readings(form: str, around: tuple[str, str], recogniser: Recogniser) -> set[str]:
    """Give the ids of the entries that a form, as a whole, is read as between the words around it."""
    before, after = around
    span = (len(before), len(before) + len(form))
    found = (one for one in recogniser.mentions(f"{before}{form}{after}") if (one.start, one.end) == span)
    return {id for one in found for id in ((one.entry,) if one.entry else one.candidates)}


def _is_no_name(form: str) -> bool:
    """Tell whether a form has letters and none of them is a capital, in a script that has capitals."""
    return form == form.lower() != form.upper()


def _shared(form: str, ids: set[str]) -> Fault:
    return Fault(
        "form-shared",
        _FOLDER,
        f"two entries claim the form {form!r}: its mentions stay ambiguous, or are all of one of them",
        expected="one entry, or a ruling in each record that uses the form",
        found=", ".join(sorted(ids)),
        remedy="take the form from one of them, or let one stand for the other (stands_for)",
        warning=True,
    )


def _unfindable(entry: Entry, form: str) -> Fault:
    return Fault(
        "form-unfindable",
        f"{_FOLDER}#{entry.id}",
        f"the form {form!r} of {entry.id} is found in no text",
        expected="a name, which has a capital",
        found=repr(form),
        remedy="write it as texts do, or take it out",
        warning=True,
    )
