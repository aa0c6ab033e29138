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
