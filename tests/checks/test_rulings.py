"""Rulings in a record whose target the glossary lacks, or has."""

import pytest

from archivist.checks.checking import check

GLOSSARY = {
    "ilo-instruments": ("C098", "Right to Organise and Collective Bargaining Convention, 1949 (No. 98)"),
    "acronyms": ("EPF", "EPF"),
}


@pytest.fixture
def ruled(holding):
    """Hold one document with a ruling on words of it, and give what check says of rulings."""
    project = holding(one=b"The EPF and the ILO speak of C87 and of the EPZ.")
    folder = project / "source" / "glossary"
    folder.mkdir(parents=True, exist_ok=True)
    for file, (id, name) in GLOSSARY.items():
        entry = f'[[entry]]\nid = "{id}"\nname = "{name}"\nexpansion = "x"\nverified = true\n'
        (folder / f"{file}.toml").write_text(entry, encoding="utf-8")

    def rule(exact, decision, kind, target):
        record = project / "archive" / "one" / "record.toml"
        table = f'exact = "{exact}"\ndecision = "{decision}"\nkind = "{kind}"\ntarget = "{target}"\n'
        text = f'{record.read_text(encoding="utf-8")}\n[[ruling]]\n{table}who = "Ana"\nwhen = "2026"\n'
        record.write_text(text, encoding="utf-8")
        return [fault for fault in check(project) if fault.code == "ruling-target"]

    return rule


@pytest.mark.parametrize("decision", ["yes", "other"])
def test_a_ruling_for_an_entry_that_is_there_is_no_fault(ruled, decision):
    assert ruled("C87", decision, "ilo", "C098") == []


def test_a_ruling_that_letters_are_an_acronym_is_no_fault_though_it_has_no_entry(ruled):
    assert ruled("EPZ", "yes", "acronym", "EPZ") == []


@pytest.mark.parametrize("decision", ["yes", "other"])
def test_a_ruling_for_another_sense_of_an_acronym_is_no_fault(ruled, decision):
    assert ruled("EPF", decision, "acronym", "EPF@other") == []


def test_an_entry_is_only_proposed_where_it_is_truly_near(ruled):
    (far,) = ruled("EPZ", "other", "acronym", "EPV")
    assert far.expected == "the id of an entry"
    assert far.remedy.startswith("add an entry EPV to source/glossary/, or correct the target")
    near = ruled("C87", "yes", "ilo", "C98")[-1]
    assert (near.where, near.expected) == ("archive/one/record.toml#ruling.2.target", "C098")
