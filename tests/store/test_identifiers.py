import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.store.identifiers import malformed_id, propose_id, safe_file_name


@pytest.mark.parametrize(
    "bad",
    [
        "../x",
        "A B",
        "CON",
        "con",
        "nul",
        "com1",
        "index",
        "a" * 81,
        "a" * 300,
        "",
        "-a",
        "a-",
        "a--b",
        "a_b",
        "a.b",
        "a/b",
        "é",
        "a\n",
    ],
)
def test_an_id_that_some_file_system_cannot_carry_is_malformed(bad):
    fault = malformed_id(bad)
    assert fault is not None
    assert fault.code == "id-malformed"


@pytest.mark.parametrize("good", ["a", "2018-asian-roundtable", "1", "console", "a" * 80])
def test_lower_case_letters_digits_and_single_hyphens_are_well_formed(good):
    assert malformed_id(good) is None


def test_an_id_is_the_year_and_the_words_of_the_title():
    assert propose_id("The ILO / ASEAN partnership", "2015-11", ()) == "2015-the-ilo-asean-partnership"


def test_letters_with_marks_lose_them():
    assert propose_id("Bảo hiểm xã hội: đức & Jiménez’s", "2019", ()) == "2019-bao-hiem-xa-hoi-duc-jimenezs"


def test_a_title_in_another_script_and_an_unknown_date_still_give_an_id():
    assert propose_id("ประกันสังคม", "unknown", ()) == "undated-document"


def test_a_number_is_added_where_the_id_is_taken():
    assert propose_id("T", "2019", {"2019-t", "2019-t-2"}) == "2019-t-3"


@given(st.text(), st.sampled_from(["2019", "unknown", "2019~"]))
def test_whatever_the_title_the_id_is_well_formed(title, date):
    assert malformed_id(propose_id(title, date, ())) is None


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("text.txt", "text.txt"),
        ("bài viết (1).txt", "bai-viet-1.txt"),
        ("ไทย.txt", "original.txt"),
        (".env", "env"),
        ("../../etc/passwd", "passwd"),
        ("con.txt", "file-con.txt"),
        ("a\nb.txt", "a-b.txt"),
        ("-rf", "rf"),
        ("_-a.txt", "a.txt"),
        ("_.a.txt", "a.txt"),
    ],
)
def test_a_file_name_is_made_ascii_and_safe(name, safe):
    assert safe_file_name(name) == safe


@given(st.text(min_size=1))
def test_whatever_the_name_the_file_name_stays_in_its_folder(name):
    safe = safe_file_name(name)
    assert safe.isascii()
    assert safe[0] not in ".-"
    assert not set(safe) & set("/\\:%\r\n\0 ")
