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


@pytest.fixture
def told(holding):
    """Hold one document with rulings, each of exact words, decision, kind and target, and give what check says."""
    project = holding(one=b"The ILO and the Right to Organise and Collective Bargaining Convention (No. 98), and C87.")
    folder = project / "source" / "glossary"
    folder.mkdir(parents=True, exist_ok=True)
    for file, (id, name) in GLOSSARY.items():
        entry = f'[[entry]]\nid = "{id}"\nname = "{name}"\nexpansion = "x"\nverified = true\n'
        (folder / f"{file}.toml").write_text(entry, encoding="utf-8")
    other = '[[entry]]\nid = "C087"\nkind = "ilo"\nname = "Freedom of Association Convention, 1948"\nverified = true\n'
    (folder / "more.toml").write_text(other, encoding="utf-8")

    def rule(*rulings):
        record = project / "archive" / "one" / "record.toml"
        tables = [
            f'[[ruling]]\nexact = "{exact}"\ndecision = "{decision}"\nwho = "Ana"\nwhen = "2026"\n'
            + (f'kind = "{kind}"\ntarget = "{target}"\n' if target else "")
            for exact, decision, kind, target in rulings
        ]
        record.write_text("\n".join([record.read_text(encoding="utf-8"), *tables]), encoding="utf-8")
        return [fault for fault in check(project) if fault.code in ("ruling-unheeded", "ruling-kind")]

    return rule


WHOLE = "Right to Organise and Collective Bargaining Convention (No. 98)"


def test_of_rulings_that_contradict_each_other_the_one_without_effect_is_named_with_the_other(told):
    (fault,) = told(("C87", "yes", "ilo", "C098"), ("C87", "no", "", ""))
    assert (fault.where, fault.warning) == ("archive/one/record.toml#ruling.1", True)
    assert fault.found == "ruling 2, no, on “C87”"


def test_a_ruling_within_the_words_of_another_that_has_no_effect_is_told(told):
    (fault,) = told((WHOLE, "yes", "ilo", "C098"), ("(No. 98)", "yes", "ilo", "C087"))
    assert fault.where.endswith("#ruling.2")
    assert fault.found == f"ruling 1, yes C098, on “{WHOLE}”"


@pytest.mark.parametrize("second", [("C87", "yes", "ilo", "C098"), ("ILO", "no", "", ""), ("C87", "sic", "", "")])
def test_rulings_that_agree_or_lie_apart_are_no_fault(told, second):
    assert told(("C87", "yes", "ilo", "C098"), second) == []


def test_a_ruling_after_that_for_an_entry_which_is_gone_contradicts_nothing(told):
    assert told(("C87", "yes", "ilo", "GONE"), ("C87", "no", "", "")) == []


def test_a_kind_that_is_not_that_of_the_entry_is_a_fault(told):
    (fault,) = told(("C87", "yes", "place", "C098"))
    assert (fault.code, fault.warning, fault.expected, fault.found) == ("ruling-kind", False, "ilo", "place")
    assert fault.where == "archive/one/record.toml#ruling.1.kind"
