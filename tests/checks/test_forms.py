"""Forms that two entries claim, and forms that no text can hold."""

from pathlib import Path

import pytest

from archivist.checks.forms import form_faults
from archivist.glossary import collect, load
from archivist.model import Entry

GLOSSARY = load(Path(__file__).parents[2] / "source" / "glossary")


def told(kind, *forms):
    entry = Entry("zzz", kind, "Zzz Name", verified=True, forms=forms, expansion="x")
    return [(fault.code, fault.found) for fault in form_faults(collect([*GLOSSARY.entries.values(), entry]))]


def test_the_forms_of_the_glossary_are_sound():
    assert list(form_faults(GLOSSARY)) == []


@pytest.mark.parametrize("kind", ["organisation", "place", "acronym", "asean"])
@pytest.mark.parametrize(
    ("form", "id"),
    [
        ("Domestic Workers Convention", "C189"),
        ("Convention No. 189", "C189"),
        ("R202", "R202"),
        ("ILO Centenary Declaration for the Future of Work", "ILO-DECL-2019"),
        ("SPF", "SPF"),
    ],
)
def test_a_form_that_is_read_as_another_entrys_is_shared(kind, form, id):
    shown = GLOSSARY.resolve(id).id
    assert told(kind, form) == [("form-shared", ", ".join(sorted((shown, "zzz"))))]


@pytest.mark.parametrize("kind", ["organisation", "place", "acronym"])
@pytest.mark.parametrize("form", ["the", "a", "workers of the world"])
def test_a_form_without_a_capital_is_no_name(kind, form):
    assert told(kind, form) == [("form-unfindable", repr(form))]


@pytest.mark.parametrize("form", ["Zzz of the world", "ประเทศ", "eZZ"])
def test_a_name_is_one(form):
    assert told("place", form) == []


@pytest.mark.parametrize("form", ["8th Zzz Meeting", "4 Rivers Zzz"])
def test_a_form_that_begins_with_a_figure_is_found_in_no_text(form):
    assert told("organisation", form) == [("form-unfindable", repr(form))]


@pytest.mark.parametrize("form", ["Eighth Zzz Meeting", "Zzz Meeting 8"])
def test_a_number_as_a_word_or_after_a_name_is_found(form):
    assert told("organisation", form) == []


@pytest.mark.parametrize(("forms", "count"), [((), 1), (("Eighth Zzz Meeting",), 0), (("8th Zzz",), 2)])
def test_a_name_may_begin_with_a_figure_where_another_form_is_found(forms, count):
    entry = Entry("zzz", "organisation", "8th Zzz Meeting", verified=True, forms=forms)
    assert [fault.code for fault in form_faults(collect([entry]))] == ["form-unfindable"] * count


def test_a_form_that_two_entries_claim_names_both_tables(tmp_path):
    folder = tmp_path / "source" / "glossary"
    folder.mkdir(parents=True)
    table = '[[entry]]\nid = "{}"\nname = "Zzz {}"\nverified = true\nforms = ["Zzz"]\n'
    (folder / "places.toml").write_text(table.format("one", "One"), encoding="utf-8")
    (folder / "organisations.toml").write_text(table.format("two", "Two"), encoding="utf-8")
    (fault,) = form_faults(load(folder))
    assert fault.where == "source/glossary/organisations.toml#two, source/glossary/places.toml#one"
