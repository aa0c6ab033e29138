"""Every official title of a Convention or Recommendation of the ILO, as a sentence may say it."""

import re
from pathlib import Path

import pytest

from archivist.glossary import load
from archivist.recognise import Recogniser

GLOSSARY = load(Path(__file__).parent.parent.parent / "source" / "glossary")
RECOGNISER = Recogniser(GLOSSARY)
NUMBERED = [entry for entry in GLOSSARY.of_kind("ilo") if re.fullmatch(r"[CR]\d{3}", entry.id)]


def read(title):
    text = f"The International Labour Conference adopted the {title}."
    return [(text[m.start : m.end], m) for m in RECOGNISER.mentions(text) if m.kind == "ilo"]


def without_number(entry):
    return re.sub(r" \(No\. \d+\)$", "", entry.name)


def test_a_title_with_year_and_number_is_linked_to_its_own_entry():
    wrong = [e.id for e in NUMBERED if [(words, m.entry) for words, m in read(e.name)] != [(e.name, e.id)]]
    assert len(NUMBERED) > 390
    assert wrong == []


def test_a_title_with_its_year_is_linked_to_its_own_entry():
    titles = {entry.id: without_number(entry) for entry in NUMBERED}
    wrong = [id for id, title in titles.items() if [(words, m.entry) for words, m in read(title)] != [(title, id)]]
    assert wrong == []


def test_a_title_alone_is_linked_to_its_own_entry_or_left_open_among_those_that_share_it():
    titles = {entry.id: re.sub(r", \d{4}$", "", without_number(entry)) for entry in NUMBERED}
    wrong = []
    for id, title in titles.items():
        ((words, mention),) = read(title)
        if words != title or (mention.entry != id and id not in mention.candidates):
            wrong.append(id)
    assert wrong == []


def test_a_title_in_capitals_is_read_as_another():
    wrong = [
        e.id for e in NUMBERED if "(" in without_number(e) and [m.entry for _, m in read(e.name.upper())] != [e.id]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "title",
    ["Night Work (Men) Convention", "Minimum Age (Circus) Convention, 1973", "Labour Inspection (Ports) Convention"],
)
def test_a_title_never_swallows_a_subject_in_brackets_that_is_not_its_own(title):
    assert read(title) == []
