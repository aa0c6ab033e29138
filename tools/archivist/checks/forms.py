"""Rules about the forms of glossary entries: each is one entry's, and a text can hold it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from archivist.model import Fault
from archivist.recognise import Recogniser

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from archivist.glossary import Glossary
    from archivist.model import Entry

_AROUND = (("The ILO adopted ", " then."), ("", ""))  # in a text of the field, and alone
_NAMES = ("organisation", "place", "acronym")  # kinds of which only names are found, and names have a capital

_Claims = dict[str, dict[str, str]]  # by form in small letters: the entries shown for it, and by each the one named


def form_faults(glossary: Glossary) -> Iterator[Fault]:
    """Find forms that two entries claim, as written or as they are read, and forms that no text can hold."""
    recogniser = Recogniser(glossary)
    shared = _claimed_twice(glossary)
    taken = _read_as_another(glossary, recogniser)
    for form, claims in sorted({**taken, **shared}.items()):
        yield _shared(glossary, form, claims)
    for entry in glossary.entries.values():
        for form, expected in _unfindable_forms(entry, recogniser):
            yield _unfindable(glossary, entry, form, expected)


def _claimed_twice(glossary: Glossary) -> _Claims:
    """Give the entries by form; an entry and what it stands for are one."""
    claimed: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for entry in glossary.entries.values():
        for form in (entry.name, *entry.forms):
            claimed[form.casefold()].setdefault(glossary.resolve(entry.id).id, entry.id)
    return {form: claims for form, claims in claimed.items() if len(claims) > 1}


def _read_as_another(glossary: Glossary, recogniser: Recogniser) -> _Claims:
    """Give the same of forms that are read as another entry's: titles, numbers and codes are read by grammar."""
    taken: _Claims = {}
    for entry in glossary.entries.values():
        own = glossary.resolve(entry.id).id
        for form in (entry.name, *entry.forms):
            readings = [_readings(form, around, recogniser) for around in _AROUND]
            if own not in readings[0] and (ids := readings[0] or readings[1] - {own}):
                taken[form.casefold()] = {id: id for id in ids} | {own: entry.id}
    return taken


def _readings(form: str, around: tuple[str, str], recogniser: Recogniser) -> set[str]:
    """Give the ids of the entries that a form, as a whole, is read as between the words around it."""
    before, after = around
    span = (len(before), len(before) + len(form))
    found = (one for one in recogniser.mentions(f"{before}{form}{after}") if (one.start, one.end) == span)
    return {id for one in found for id in ((one.entry,) if one.entry else one.candidates)}


def _unfindable_forms(entry: Entry, recogniser: Recogniser) -> Iterator[tuple[str, str]]:
    """Give the forms of an entry that no text can hold, and what could stand there.

    A name that begins with a figure is one only where the entry has no form that is found: it is shown to readers.
    """
    if entry.kind not in _NAMES:
        return
    for form in (entry.name, *entry.forms):
        if _is_no_name(form):
            yield form, "a name, which has a capital"
    numbered = [form for form in (entry.name, *entry.forms) if _is_lost_number(form, recogniser)]
    lost = numbered if len(numbered) > len(entry.forms) else [form for form in numbered if form != entry.name]
    for form in lost:
        yield form, "a name that begins with a letter: the number as a word (Eighth), or after the name"


def _is_no_name(form: str) -> bool:
    """Tell whether a form has letters and none of them is a capital, in a script that has capitals."""
    return form == form.lower() != form.upper()


def _is_lost_number(form: str, recogniser: Recogniser) -> bool:
    """Tell whether a form begins with a figure and is not found as a whole; an acronym (4Ps) may be."""
    return form[0].isdecimal() and not any(_readings(form, around, recogniser) for around in _AROUND)


def _shared(glossary: Glossary, form: str, claims: Mapping[str, str]) -> Fault:
    return Fault(
        "form-shared",
        ", ".join(sorted(glossary.place(id) for id in claims.values())),
        f"two entries claim the form {form!r}: its mentions are ambiguous where a text does not tell",
        expected="one entry, or a ruling in each record that uses the form",
        found=", ".join(sorted(claims)),
        remedy="take the form from one of them, or let one stand for the other (stands_for)",
        warning=True,
    )


def _unfindable(glossary: Glossary, entry: Entry, form: str, expected: str) -> Fault:
    return Fault(
        "form-unfindable",
        glossary.place(entry.id),
        f"the form {form!r} of {entry.id} is found in no text",
        expected=expected,
        found=repr(form),
        remedy="write it as texts do, or take it out",
        warning=True,
    )
