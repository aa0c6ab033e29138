"""Citations as the styles say, for whatever records hold. What pandoc gives is held against citeproc-js elsewhere."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archivist.citing import STYLES, cite_all
from archivist.citing.citation import plain
from archivist.citing.styles import style_text

WORK = {
    "id": "x",
    "type": "report",
    "title": "A report",
    "author": [{"literal": "International Labour Organization"}],
    "issued": {"date-parts": [[2017, 11, 29]]},
    "archive": "The Archive",
    "archive_location": "aspa:2017-x@a6c7f4b13505211d#p2",
}
WORDS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn"), exclude_characters="\u2060"), min_size=1
).filter(str.strip)


def cited(style, locator="", **changes):
    work = {key: value for key, value in (WORK | changes).items() if value}
    citation = cite_all([work], [STYLES[style]])[style][0]
    return plain(citation.entry), plain(citation.cited(locator))


@pytest.mark.parametrize(
    ("style", "undated", "unsure"),
    [
        ("apa", "(n.d.)", "(ca. 2015)"),
        ("chicago-author-date", "n.d.", "[2015?]"),
        ("chicago-notes", "", "[2015?]"),
        ("mla", "", "Circa 2015"),
        ("harvard", "(no date)", "([2015?])"),
        ("vancouver", "", "[2015?]"),
        ("oscola", "", "[2015?]"),
    ],
)
def test_undated_and_unsure_dates_are_as_the_style_has_them(style, undated, unsure):
    assert undated in cited(style, issued=None)[0]
    assert unsure in cited(style, issued={"date-parts": [[2015]], "circa": True})[0]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("type_", ["webpage", "report", "post-weblog", "article-newspaper", "speech", "dataset"])
@pytest.mark.parametrize("issued", [[[2015, 11], [2016, 12]], [[2015, 11]]])
def test_a_month_stands_beside_its_own_year_and_an_unsure_date_is_printed_once(style, type_, issued):
    entry, note = cited(style, "2", type=type_, issued={"date-parts": issued, "circa": True})
    assert entry.count("2015") == 1
    assert style == "mla" or "Nov" not in entry
    assert not re.search("[^,]” \\[", note)
    sure, _ = cited(style, "2", type=type_, issued={"date-parts": issued})
    assert "November–December" not in sure


@pytest.mark.parametrize("type_", ["post-weblog", "article-newspaper", "article-magazine", "speech"])
def test_a_title_keeps_its_form_where_the_date_is_unsure(type_):
    sure, _ = cited("harvard", type=type_, issued={"date-parts": [[2015]]})
    unsure, _ = cited("harvard", type=type_, issued={"date-parts": [[2015]], "circa": True})
    assert "‘" in sure
    assert unsure == sure.replace("(2015)", "([2015?])")


def test_a_passage_is_cited_within_a_text():
    assert cited("apa", "2")[1] == "(International Labour Organization, 2017, para. 2)"
    assert cited("oscola", "2–4")[1].endswith("paras 2–4.")
    assert cited("vancouver", "2")[1] == ""


@pytest.mark.parametrize("style", STYLES)
def test_a_body_is_one_name(style):
    assert "International Labour Organization" in cited(style)[0]


@pytest.mark.parametrize("style", ["apa", "chicago-notes", "chicago-author-date", "mla", "vancouver"])
def test_the_archive_s_identifier_stands_there_letter_for_letter(style):
    assert WORK["archive_location"] in cited(style)[0]


def test_citations_do_not_depend_on_each_other():
    again = [WORK, WORK | {"title": "Another report"}, WORK]
    for style, found in cite_all(again).items():
        assert [found[0], found[2]] == cite_all([WORK], [STYLES[style]])[style] * 2
        assert "2017a" not in found[0].entry


@settings(max_examples=20, deadline=None)
@given(st.lists(WORDS, min_size=20, max_size=20))
def test_the_words_of_a_name_come_through_whatever_they_are(names):
    works = [WORK | {"author": [{"literal": f"Body {name} of"}]} for name in names]
    for name, citation in zip(names, cite_all(works, [STYLES["apa"]])["apa"], strict=True):
        assert bare(name) in bare(plain(citation.entry))


def bare(text):
    """Leave the letters and digits, and the marks that markup is made of; quotation marks and blanks may change."""
    return "".join(char for char in unicodedata.normalize("NFC", text) if char.isalnum() or char in "<>{}[]&%$\\#*_^~@")


def test_three_hundred_authors_and_none():
    many = cited("apa", author=[{"literal": f"Body {number}"} for number in range(300)])[0]
    assert many.startswith("Body 0, Body 1,")
    assert cited("apa", author=None)[0].startswith("A report. (2017)")


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_a_style_file_is_committed_with_its_licence(style):
    from archivist.citing import styles

    text = (styles._FOLDER / f"{style.file}.csl").read_text(encoding="utf-8")
    assert "http://creativecommons.org/licenses/by-sa/3.0/" in text
    assert not re.search('(disambiguate[a-z-]*|subsequent-author-substitute)="', style_text(style))
