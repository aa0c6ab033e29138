import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string
from pybtex.database.input.bibtex import Parser
from pybtex.textutils import abbreviate

from archivist.export.bibtex import bibtex, spliced
from archivist.store.record import Capture, Original, Record


def record(**values):
    fields = {
        "title": "A title",
        "creator": ("CDI",),
        "date": "2018-11-15",
        "source": "web",
        "language": "en",
        "type": "blog",
    }
    return Record(**(fields | values), original=Original(file="a.txt", name="a.txt"))


def entry(**values):
    return parse_string(bibtex({"2018-a": record(**values)}), "bibtex").entries["2018-a"]


def test_a_title_stands_in_braces_of_its_own():
    assert "title = {{A title}}," in bibtex({"2018-a": record()})


def test_a_body_is_one_last_name():
    (person,) = entry(creator=("Ministry of Labour, Invalids and Social Affairs",)).persons["author"]
    assert person.last_names == ["{Ministry of Labour, Invalids and Social Affairs}"]
    assert not person.first_names


def test_and_in_a_name_does_not_split_it():
    assert len(entry(creator=("Center for Development and Integration", "ILO")).persons["author"]) == 2


@pytest.mark.parametrize(
    ("name", "written", "initials"),
    [
        ("Nguyen, Thi Lan", "Nguyen, Thi Lan", ["T.", "L."]),
        ("Đặng, Thị Ánh", "Đặng, Thị Ánh", ["T.", "Á."]),
        ("O'Brien, Anne-Marie J.", "O'Brien, Anne-Marie J.", ["A.-M.", "J."]),
        ("de la Cruz, Juan", "{de la Cruz}, Juan", ["J."]),
        ("van, An", "{van}, An", ["A."]),
        ("Tran, Van and Lan", "Tran, {Van and Lan}", None),
        ("Tran, AND", "Tran, {AND}", None),
        ("Reyes, Jose Jr.", "Reyes, {Jose Jr.}", None),
        ("Reyes, Jose III", "Reyes, {Jose III}", None),
        ("Lee, de Ann", "Lee, {de Ann}", None),
        ("Lee, A & {B}", "Lee, {A \\& \\{B\\}}", None),
        ("R&D, Ann", "{R\\&D}, Ann", ["A."]),
        ("ใจดี, สมชาย", "ใจดี, สมชาย", None),
    ],
)
def test_a_persons_names_are_in_braces_only_where_readers_would_part_them(name, written, initials):
    assert f"author = {{{written}}}," in bibtex({"2018-a": record(creator=(name,), persons=(name,))})
    (person,) = entry(creator=(name,), persons=(name,)).persons["author"]
    assert not person.prelast_names
    assert not person.lineage_names
    assert len(person.last_names) == 1
    first = person.first_names + person.middle_names
    assert [abbreviate(one) for one in first] == initials if initials else len(first) == 1


def test_an_unknown_creator_is_left_out():
    assert not entry(creator=("unknown",)).persons


def test_an_unknown_date_gives_a_note_and_no_year():
    fields = entry(date="unknown").fields
    assert fields["note"] == "Date unknown"
    assert "year" not in fields


def test_a_day_gives_year_month_and_day_without_a_note():
    fields = entry(date="2018-11-15").fields
    assert (fields["year"], fields["month"], fields["day"], "note" in fields) == ("2018", "November", "15", False)


@pytest.mark.parametrize(("month", "name"), [("01", "jan"), ("05", "may"), ("12", "dec")])
def test_a_month_is_bibtex_s_own_word_for_it(month, name):
    text = bibtex({"2018-a": record(date=f"2018-{month}")})
    assert f"\n  month = {name},\n" in text
    assert "day" not in parse_string(text, "bibtex").entries["2018-a"].fields


@pytest.mark.parametrize(
    ("date", "year", "words"),
    [("2016~", "2016", "about 2016"), ("[2015-11-26..]", "2015", "26 November 2015 or later")],
)
def test_an_uncertain_date_is_said_in_words(date, year, words):
    fields = entry(date=date).fields
    assert (fields["year"], fields["note"]) == (year, f"Date: {words}")


def test_a_report_with_publisher_and_year_is_a_techreport():
    assert entry(type="report", publisher=("ILO",)).type == "techreport"
    assert entry(type="report", publisher=("ILO",), date="[2015-11-26..]").type == "techreport"
    assert entry(type="fact-sheet", publisher=("ILO",)).type == "techreport"
    assert entry(type="report", publisher=("ILO",), date="unknown").type == "misc"


@pytest.mark.parametrize("lacking", [{"publisher": ("unknown",)}, {"date": "unknown", "publisher": ("ILO",)}])
def test_a_report_without_what_a_techreport_must_have_is_a_misc(lacking):
    found = entry(type="report", **lacking)
    assert (found.type, found.fields["type"], "institution" in found.fields) == ("misc", "Report", False)


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2015-11/2016", "2015-11/2016"),
        ("2015-11-XX/2016", "2015-11/2016"),
        ("201X", "201X"),
        ("2015~", "2015~"),
        ("2015-11?", "2015-11?"),
        ("2015~/2016?", "2015~/2016?"),
        ("[2015-11..2016-12]", ""),
        ("[2015,2017]", ""),
        ("2018-11-15", ""),
        ("2018-XX", ""),
        ("../2016", ""),
        ("-0044/0014", ""),
    ],
)
def test_a_date_that_is_more_than_a_day_stands_as_biblatex_has_it_and_no_set_as_a_span(date, written):
    assert entry(date=date).fields.get("date", "") == written


@pytest.mark.parametrize(
    ("when", "written"),
    [
        ("2026-11-25", "2026-11-25"),
        ("2026-11-25T10:00:00Z", "2026-11-25"),
        ("2026-11~", "2026-11"),
        ("../2026", ""),
        ("unknown", ""),
    ],
)
def test_the_day_of_capture_is_that_of_access(when, written):
    assert entry(capture=Capture(url="https://x.org", when=when)).fields.get("urldate", "") == written


def test_braces_in_pairs_are_escaped_and_one_alone_is_named():
    assert "title = {{a \\{b \\{\\}\\} c}}" in bibtex({"a": record(title="a {b {}} c")})
    assert r"title = {{\textbraceright{} \{\} \textbraceleft{}}}" in bibtex({"a": record(title="} {} {")})


@pytest.mark.parametrize(
    ("type_", "url", "expected"),
    [
        ("web-page", "https://x.org", "online"),
        ("blog", "https://x.org", "online"),
        ("press-release", "https://x.org", "online"),
        ("press-release", "", "misc"),
        ("dataset", "", "dataset"),
        ("news-item", "https://x.org", "misc"),
        ("legislation", "", "misc"),
    ],
)
def test_an_entry_has_a_type_that_readers_know_and_whose_fields_it_has(type_, url, expected):
    assert entry(type=type_, capture=Capture(url=url), publisher=("P",)).type == expected


def test_an_address_cannot_end_its_field():
    assert entry(capture=Capture(url="http://x/{a}")).fields["url"] == "http://x/%7Ba%7D"


def test_entries_are_sorted_by_id():
    keys = list(parse_string(bibtex({"b": record(), "a": record()}), "bibtex").entries)
    assert keys == ["a", "b"]


def test_what_tex_would_draw_as_one_character_stays_two():
    assert "title = {{a -{}-{}- b '{}' `{}` ?{}` !}}" in bibtex({"a": record(title="a --- b '' `` ?` !")})


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip),
    st.lists(st.text('a {}\\%&#_~^$"@,='), max_size=3),
)
def test_whatever_the_words_the_file_can_be_read_and_holds_one_entry(title, names):
    text = bibtex({"a": record(title=title, creator=("x", *(f"n{name}" for name in names)))})
    database = Parser().parse_stream(io.StringIO(text))
    assert list(database.entries) == ["a"]
    assert len(database.entries["a"].persons["author"]) == len(names) + 1


def test_splicing_a_record_in_gives_the_file_written_whole():
    old, new = record(title="Old"), record(title="New }\n@misc{x,\n} \n")
    for before in ({}, {"b": old}, {"a": old, "b": old, "c": new}):
        assert spliced(bibtex(before), {"b": new}) == bibtex(before | {"b": new})
