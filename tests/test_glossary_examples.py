"""Each entry's examples are found, and its counterexamples are not."""

from dataclasses import replace
from pathlib import Path

import pytest

from archivist.checks.examples import unmet_examples
from archivist.glossary import Glossary, load

GLOSSARY = load(Path(__file__).parent.parent / "source" / "glossary")


def test_the_examples_of_the_archive_s_own_glossary_hold():
    assert sum(len(entry.examples) + len(entry.counterexamples) for entry in GLOSSARY.entries.values()) > 30
    assert list(unmet_examples(GLOSSARY)) == []


def test_what_editors_say_of_an_entry_is_printed_with_typographic_quotation_marks():
    said = {id: (one.summary, one.remark, *one.other_readings) for id, one in GLOSSARY.entries.items()}
    assert [id for id, words in said.items() if set("\"'") & set("".join(words))] == []


@pytest.mark.parametrize(
    ("field", "text", "found"),
    [
        ("examples", "by ⟦Nobody⟧ on pensions", "nothing of the entry"),
        ("examples", "ratified ⟦C102", "nothing of the entry"),
        ("examples", "ratified ILO Convention C102", "ratified ⟦ILO Convention C102⟧"),
        ("examples", "ratified ILO ⟦Convention C102⟧", "ratified ⟦ILO Convention C102⟧"),
        ("counterexamples", "ratified ILO Convention C102", "ratified ⟦ILO Convention C102⟧"),
    ],
)
def test_an_example_that_does_not_hold_is_told_with_what_is_found(field, text, found):
    entry = replace(GLOSSARY.entries["C102"], examples=(), counterexamples=())
    (fault,) = unmet_examples(Glossary({"C102": replace(entry, **{field: (text,)})}))
    assert (fault.code, fault.where, fault.found) == ("example-unmet", f"source/glossary#C102.{field}.1", found)


@pytest.mark.parametrize("text", ["ratified ⟦ILO Convention C102⟧ and ⟦C102⟧"])
def test_an_example_may_mark_several_places(text):
    entry = replace(GLOSSARY.entries["C102"], examples=(text,), counterexamples=("ILO Convention C103",))
    assert list(unmet_examples(Glossary({"C102": entry}))) == []


def test_an_example_without_a_mark_is_answered_with_the_marks_that_it_lacks():
    entry = replace(GLOSSARY.entries["C102"], examples=("ILO Convention C102",), counterexamples=())
    assert [fault.expected for fault in unmet_examples(Glossary({"C102": entry}))] == ["the mention in ⟦ ⟧"]


def test_words_that_another_entry_takes_are_told_with_that_entry():
    entry = replace(GLOSSARY.entries["C102"], examples=("ratified ⟦ILO Convention C103⟧",), counterexamples=())
    (fault,) = unmet_examples(Glossary({"C102": entry, "C103": replace(GLOSSARY.entries["C103"], examples=())}))
    assert fault.found == "nothing of the entry; ⟦ILO Convention C103⟧ is taken for C103"
