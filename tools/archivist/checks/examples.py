"""The examples of glossary entries: what they mark must be found, and nothing of the entry in its counterexamples."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.model import Fault, Span
from archivist.recognise import Recogniser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.glossary import Glossary
    from archivist.model import Entry

_MARKED = re.compile("⟦([^⟦⟧]*)⟧")
_REMEDY = "correct the example or the entry's forms; `archivist mentions -` shows what is found in a text"


def unmet_examples(glossary: Glossary) -> Iterator[Fault]:
    """Find the examples of which something marked is not found, or found otherwise, and the same of counterexamples."""
    recogniser = Recogniser(glossary)
    for entry in glossary.entries.values():
        for number, example in enumerate(entry.examples, 1):
            found, marked = _found(recogniser, glossary, entry, _MARKED.sub(r"\1", example)), _marked_spans(example)
            if not marked or not marked <= found:
                message = f"example {number} of {entry.id} is not found as it is marked"
                expected = example if marked else "the mention in ⟦ ⟧"
                place = f"{glossary.place(entry.id)}.examples.{number}"
                taken = _taken(recogniser, example, marked - found, own=glossary.resolve(entry.id).id)
                yield _fault(place, message, expected, _shown(_MARKED.sub(r"\1", example), found) + taken)
        for number, text in enumerate(entry.counterexamples, 1):
            if found := _found(recogniser, glossary, entry, text):
                message = f"counterexample {number} of {entry.id} holds a mention of it"
                place = f"{glossary.place(entry.id)}.counterexamples.{number}"
                yield _fault(place, message, text, _shown(text, found))


def _found(recogniser: Recogniser, glossary: Glossary, entry: Entry, text: str) -> set[Span]:
    """Give where an entry, or the one that it stands for, is found in a text."""
    shown = glossary.resolve(entry.id).id
    return {Span(one.start, one.end) for one in recogniser.mentions(text) if one.entry == shown}


def _marked_spans(example: str) -> set[Span]:
    """Give the places that ⟦ ⟧ mark, in the text without these signs."""
    starts = [(match.start() - 2 * before, len(match[1])) for before, match in enumerate(_MARKED.finditer(example))]
    return {Span(start, start + length) for start, length in starts}


def _shown(text: str, found: set[Span]) -> str:
    """Mark in a text what was found."""
    for start, end in sorted(found, reverse=True):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text if found else "nothing of the entry"


def _taken(recogniser: Recogniser, example: str, spans: set[Span], *, own: str) -> str:
    """Say for which entries the marked words, or some of them, are taken instead."""
    text = _MARKED.sub(r"\1", example)
    taken = [
        f"; ⟦{text[one.start : one.end]}⟧ is taken for {' or '.join(filter(None, (one.entry, *one.candidates)))}"
        for one in recogniser.mentions(text)
        if one.state != "unmatched"
        and one.entry != own
        and any(one.start < span.end and span.start < one.end for span in spans)
    ]
    return "".join(taken)


def _fault(where: str, message: str, expected: str, found: str) -> Fault:
    return Fault("example-unmet", where, message, expected, found, _REMEDY)
