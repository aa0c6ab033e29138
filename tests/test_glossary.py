import pickle
from pathlib import Path

import pytest

from archivist.errors import ArchivistError
from archivist.glossary import KIND_OF_FILE, load
from archivist.recognise import Recogniser

PROJECT = Path(__file__).parent.parent / "source" / "glossary"


def write(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")


def faults_of(folder):
    with pytest.raises(ArchivistError) as caught:
        load(folder)
    return caught.value.faults


def places(folder):
    return [Path(fault.where).name for fault in faults_of(folder)]


ADDRESS = 'same_as = [{ address = "https://ilo.org", checked = "2026" }]\n'
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
        (FLOOR.replace("true", "[]"), "verified will not do", "true or false"),
        (FLOOR.replace("true", '"yes"'), "verified will not do", "true or false"),
        (FLOOR.replace("true", "1"), "verified will not do", "true or false"),
        (FLOOR + 'attested = "no"\n', "attested will not do", "true or false"),
        (FLOOR + "forms = [1]\n", "forms.1 will not do", "a text in quotation marks"),
        (FLOOR + 'forms = ["Floors", " "]\n', "forms.2 will not do", "words"),
        (FLOOR + 'forms = "Floors"\n', "forms will not do", "a list of texts"),
        (FLOOR + 'sources = "ilo.org"\n', "sources will not do", "a list of texts"),
        (FLOOR + 'examples = "R202"\n', "examples will not do", "a list of texts"),
        (FLOOR + 'type = ["Recommendation"]\n', "type will not do", "a text in quotation marks"),
        (FLOOR + "summary = 2012\n", "summary will not do", "a text in quotation marks"),
        (FLOOR + "adopted = 2012-06-14\n", "adopted will not do", "a text in quotation marks"),
        (FLOOR + 'unverified = ["adoptde"]\n', "unverified.1 will not do", "a key of the entry"),
        (FLOOR + 'same_as = "https://ilo.org"\n', "same_as will not do", "a list of addresses"),
        (FLOOR + 'same_as = { address = "https://ilo.org" }\n', "same_as will not do", "a list of addresses"),
        (FLOOR + 'same_as = ["https://ilo.org"]\n', "same_as.1 will not do", "a table"),
        (FLOOR + 'same_as = [{ address = "R 202" }]\n', "same_as.1.address will not do", "an address of the web"),
        (FLOOR + ADDRESS.replace("2026", "soon"), "same_as.1.checked will not do", "a date in EDTF"),
        (FLOOR + ADDRESS.replace('"2026"', "2026-11-22"), "same_as.1.checked will not do", "a text in quotation marks"),
        (FLOOR + ADDRESS.replace("checked", "seen"), "no entry has a key 'same_as.1.seen'", "one of address, checked"),
        (FLOOR + 'adopted = "2012-02-30"\n', "adopted will not do", "a date in EDTF"),
        (FLOOR + 'in_force = "soon"\n', "in_force will not do", "a date in EDTF"),
        (FLOOR + 'stands_for = "R203"\n', "stands_for will not do", "the id of an entry"),
        (FLOOR.replace('id = "R202"\n', ""), "id is missing", "a value for id"),
        (FLOOR.replace("R202", "../../x y", 1), "id will not do", "letters and digits"),
        (FLOOR.replace("R202", "", 1), "id will not do", "letters and digits"),
        (FLOOR.replace("R202", "Q1", 1), "id will not do", "C, R or P and three digits"),
        (FLOOR.replace("R202", "R203", 1), "id will not do", "R202, or a name that ends with (No. 203)"),
        (FLOOR + 'country = "ZZ"\n', "country will not do", "a country's code in ISO 3166-1"),
        (FLOOR + 'country = "UK"\n', "country will not do", "a country's code in ISO 3166-1"),
    ],
)
def test_a_wrong_entry_is_named_with_file_and_field(tmp_path, table, message, expected):
    write(tmp_path, "ilo-instruments.toml", table)
    (fault,) = faults_of(tmp_path)
    assert "/ilo-instruments.toml#" in fault.where
    assert fault.message == message
    assert fault.expected.startswith(expected)
    assert fault.remedy


def test_a_date_without_quotation_marks_is_shown_as_such(tmp_path):
    write(tmp_path, "ilo-instruments.toml", FLOOR + "adopted = 2012-06-14\n")
    assert [fault.found for fault in faults_of(tmp_path)] == ["2012-06-14, without quotation marks"]


def test_a_fault_names_the_file_from_the_projects_folder_on(tmp_path):
    folder = tmp_path / "source" / "glossary"
    folder.mkdir(parents=True)
    write(folder, "ilo-instruments.toml", FLOOR.replace("true", "[]"))
    assert [fault.where for fault in faults_of(folder)] == ["source/glossary/ilo-instruments.toml#R202"]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (FLOOR.encode() + b"verified = true\n", "Cannot overwrite a value (at line 5, column 16)"),
        (FLOOR.encode() + b'place = "Gen\xe8ve"\n', "a byte that is no UTF-8, 0xe8 (at line 5)"),
    ],
)
def test_what_is_no_toml_is_named_with_its_line(tmp_path, data, found):
    (tmp_path / "ilo-instruments.toml").write_bytes(data)
    (fault,) = faults_of(tmp_path)
    assert (fault.code, fault.found) == ("glossary-syntax", found)


def test_a_byte_order_mark_is_no_part_of_a_file(tmp_path):
    (tmp_path / "ilo-instruments.toml").write_bytes(b"\xef\xbb\xbf" + FLOOR.encode())
    assert list(load(tmp_path).entries) == ["R202"]


def test_an_entry_is_placed_in_the_file_that_it_was_read_from(tmp_path):
    folder = tmp_path / "source" / "glossary"
    folder.mkdir(parents=True)
    write(folder, "more.toml", FLOOR + 'kind = "ilo"\n')
    assert pickle.loads(pickle.dumps(load(folder))).place("R202") == "source/glossary/more.toml#R202"  # noqa: S301 - our own bytes


def test_all_faults_are_gathered(tmp_path):
    write(tmp_path, "acronyms.toml", "[[entry]\n")
    write(tmp_path, "ilo-instruments.toml", FLOOR + FLOOR)
    assert places(tmp_path) == ["acronyms.toml", "ilo-instruments.toml#R202"]


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
    assert places(tmp_path) == ["ilo-instruments.toml", "acronyms.toml#LB"]


def test_an_entry_must_be_a_table(tmp_path):
    write(tmp_path, "places.toml", "entry = [1]\n")
    assert places(tmp_path) == ["places.toml#1"]


@pytest.mark.parametrize("country", ["NP", "EU", "XK", "Nepal", "South-East Asia", "Asia, Europe", ""])
def test_a_country_may_be_a_code_or_a_name(tmp_path, country):
    write(tmp_path, "places.toml", FLOOR + f'country = "{country}"\n')
    assert load(tmp_path).entries["R202"].country == country


def test_an_uncertain_date_is_no_fault(tmp_path):
    write(tmp_path, "ilo-instruments.toml", FLOOR + 'adopted = "2012~"\n')
    assert load(tmp_path).entries["R202"].adopted == "2012~"


def test_a_glossary_of_files_without_entries_is_empty_and_finds_what_grammar_knows(tmp_path):
    for name in KIND_OF_FILE:
        write(tmp_path, f"{name}.toml", "")
    glossary = load(tmp_path)
    assert not glossary.entries
    (mention,) = Recogniser(glossary).mentions("The ILO Convention No. 102.")[:1]
    assert (mention.target, mention.state) == ("C102", "unmatched")


def test_a_folder_without_a_glossary_is_refused(tmp_path):
    assert [fault.code for fault in faults_of(tmp_path)] == ["no-glossary"]


def test_a_glossary_survives_pickling():
    glossary = load(PROJECT)
    assert pickle.loads(pickle.dumps(glossary)) == glossary  # noqa: S301 - our own bytes


def test_entries_are_sorted_and_ids_stay_apart_on_any_file_system():
    ids = list(load(PROJECT).entries)
    assert ids == sorted(ids)
    assert len({name.casefold() for name in ids}) == len(ids)
