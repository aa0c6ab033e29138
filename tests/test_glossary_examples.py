"""Each entry's examples are found, and its counterexamples are not."""

import re
from pathlib import Path

import pytest

from archivist.glossary import load
from archivist.recognise import Recogniser

GLOSSARY = load(Path(__file__).parent.parent / "source" / "glossary")
RECOGNISER = Recogniser(GLOSSARY)
MARK = re.compile("⟦([^⟦⟧]*)⟧")


def ids_at(text):
    return [(m.start, m.end, m.entry) for m in RECOGNISER.mentions(text)]


def cases(field):
    return [
        pytest.param(e, text, id=f"{e.id}-{i}")
        for e in GLOSSARY.entries.values()
        for i, text in enumerate(getattr(e, field))
    ]


@pytest.mark.parametrize(("entry", "example"), cases("examples"))
def test_an_example_is_found_with_its_exact_span(entry, example):
    text = example.replace("⟦", "").replace("⟧", "")
    shown = GLOSSARY.resolve(entry.id).id
    for number, match in enumerate(MARK.finditer(example)):
        start = match.start() - 2 * number
        assert (start, start + len(match[1]), shown) in ids_at(text)


@pytest.mark.parametrize(("entry", "text"), cases("counterexamples"))
def test_nothing_of_the_entry_is_found_in_a_counterexample(entry, text):
    assert GLOSSARY.resolve(entry.id).id not in [found for _, _, found in ids_at(text)]
