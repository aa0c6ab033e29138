import pickle
from pathlib import Path

import pytest

from archivist.errors import ArchivistError
from archivist.glossary import load

PROJECT = Path(__file__).parent.parent / "source" / "glossary"


def write(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")


def faults_of(folder):
    with pytest.raises(ArchivistError) as caught:
        load(folder)
    return caught.value.faults


FLOOR = '[[entry]]\nid = "R202"\nname = "Social Protection Floors Recommendation, 2012 (No. 202)"\nverified = true\n'


def test_the_kind_of_an_entry_is_that_of_its_file(tmp_path):
    write(tmp_path, "ilo-instruments.toml", FLOOR)
    assert load(tmp_path).entries["R202"].kind == "ilo"


def test_an_acronym_leads_to_what_it_stands_for(tmp_path):
    write(tmp_path, "organisations.toml", '[[entry]]\nid = "labour"\nname = "Labour Office"\nverified = true\n')
    write(tmp_path, "acronyms.toml", '[[entry]]\nid = "LO"\nname = "LO"\nverified = true\nstands_for = "labour"\n')
    assert load(tmp_path).resolve("LO").name == "Labour Office"


@pytest.mark.parametrize(
    ("table", "message", "expected"),
    [
        (FLOOR + 'colour = "red"\n', "no entry has a key 'colour'", "one of id, "),
        (FLOOR.replace("true", "[]"), "verified will not do", "a valid boolean"),
        (FLOOR + "forms = [1]\n", "forms.0 will not do", "a valid string"),
        (FLOOR + 'adopted = "2012-02-30"\n', "adopted will not do", "a date in EDTF"),
        (FLOOR + 'in_force = "soon"\n', "in_force will not do", "a date in EDTF"),
        (FLOOR + 'stands_for = "R203"\n', "stands_for will not do", "the id of an entry"),
        (FLOOR.replace('id = "R202"\n', ""), "id is missing", "a value for id"),
        (FLOOR.replace("R202", "../../x y", 1), "id will not do", "letters and digits"),
        (FLOOR.replace("R202", "", 1), "id will not do", "letters and digits"),
        (FLOOR + 'country = "ZZ"\n', "country will not do", "a country's code in ISO 3166-1"),
        (FLOOR + 'country = "UK"\n', "country will not do", "a country's code in ISO 3166-1"),
    ],
)
def test_a_wrong_entry_is_named_with_file_and_field(tmp_path, table, message, expected):
    write(tmp_path, "ilo-instruments.toml", table)
    (fault,) = faults_of(tmp_path)
    assert fault.where.startswith("ilo-instruments.toml#")
    assert fault.message == message
    assert fault.expected.startswith(expected)
    assert fault.remedy


def test_all_faults_are_gathered(tmp_path):
    write(tmp_path, "acronyms.toml", "[[entry]\n")
    write(tmp_path, "ilo-instruments.toml", FLOOR + FLOOR)
    assert [fault.where for fault in faults_of(tmp_path)] == ["acronyms.toml", "ilo-instruments.toml#R202"]


def test_everything_that_is_wrong_with_one_entry_is_told_at_once(tmp_path):
    write(tmp_path, "ilo-instruments.toml", FLOOR)
    wrong = FLOOR.replace("verified = true\n", 'adopted = "soon"\ncolour = "red"\nstands_for = "none"\n')
    write(tmp_path, "places.toml", wrong)
    assert sorted(fault.message for fault in faults_of(tmp_path)) == [
        "adopted will not do",
        "id will not do",
        "no entry has a key 'colour'",
        "stands_for will not do",
        "verified is missing",
    ]


LETTERS = '[[entry]]\nid = "LO"\nname = "LO"\nverified = true\nstands_for = "R202"\n'


@pytest.mark.parametrize(
    ("broken", "code"),
    [("[[entry", "glossary-syntax"), (FLOOR.replace("true", "[]"), "glossary-entry")],
)
def test_what_an_unreadable_file_or_entry_may_hold_is_not_called_missing(tmp_path, broken, code):
    write(tmp_path, "acronyms.toml", LETTERS)
    write(tmp_path, "ilo-instruments.toml", broken)
    assert [fault.code for fault in faults_of(tmp_path)] == [code]


def test_an_entry_that_leads_on_to_another_is_told_beside_an_unreadable_file(tmp_path):
    write(tmp_path, "acronyms.toml", LETTERS + LETTERS.replace("LO", "LB").replace("R202", "LO"))
    write(tmp_path, "ilo-instruments.toml", "[[entry")
    assert [fault.where for fault in faults_of(tmp_path)] == ["ilo-instruments.toml", "acronyms.toml#LB"]


def test_an_entry_must_be_a_table(tmp_path):
    write(tmp_path, "places.toml", "entry = [1]\n")
    assert [fault.where for fault in faults_of(tmp_path)] == ["places.toml#1"]


@pytest.mark.parametrize("country", ["NP", "EU", "XK", "Nepal", "South-East Asia", "Asia, Europe", ""])
def test_a_country_may_be_a_code_or_a_name(tmp_path, country):
    write(tmp_path, "places.toml", FLOOR + f'country = "{country}"\n')
    assert load(tmp_path).entries["R202"].country == country


def test_an_uncertain_date_is_no_fault(tmp_path):
    write(tmp_path, "ilo-instruments.toml", FLOOR + 'adopted = "2012~"\n')
    assert load(tmp_path).entries["R202"].adopted == "2012~"


def test_a_folder_without_a_glossary_is_refused(tmp_path):
    assert [fault.code for fault in faults_of(tmp_path)] == ["no-glossary"]


def test_a_glossary_survives_pickling():
    glossary = load(PROJECT)
    assert pickle.loads(pickle.dumps(glossary)) == glossary  # noqa: S301 - our own bytes


def test_entries_are_sorted_and_ids_stay_apart_on_any_file_system():
    ids = list(load(PROJECT).entries)
    assert ids == sorted(ids)
    assert len({name.casefold() for name in ids}) == len(ids)
