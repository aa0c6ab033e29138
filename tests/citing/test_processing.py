"""Citations as the styles say, for whatever records hold. What pandoc gives is held against citeproc-js elsewhere."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archivist.citing import STYLES, cite_all
from archivist.citing.citation import plain
from archivist.citing.styles import style_text
from archivist.export.kinds import KINDS

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
        ("mla", "", "[2015?]"),
        ("harvard", "(no date)", "([2015?])"),
        ("vancouver", "[date unknown]", "[2015?]"),
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
    assert "Nov" not in entry
    assert not re.search("[^,]” \\[", note)
    sure, _ = cited(style, "2", type=type_, issued={"date-parts": issued})
    assert "November–December" not in sure


@pytest.mark.parametrize("type_", ["post-weblog", "article-newspaper", "article-magazine", "speech"])
def test_a_title_keeps_its_form_where_the_date_is_unsure(type_):
    sure, _ = cited("harvard", type=type_, issued={"date-parts": [[2015]]})
    unsure, _ = cited("harvard", type=type_, issued={"date-parts": [[2015]], "circa": True})
    assert "‘" in sure
    assert unsure == sure.replace("(2015)", "([2015?])")


@pytest.mark.parametrize("type_", ["article-newspaper", "article-magazine"])
def test_what_has_neither_author_nor_newspaper_nor_date_is_cited_by_its_title_in_harvard(type_):
    entry, note = cited("harvard", type=type_, author=None, issued=None)
    assert entry.startswith("‘A report’ (no date)")
    assert note == "(‘A report’, no date)"
    assert cited("harvard", type=type_, author=None, issued=None, **{"container-title": "P"})[0].startswith(
        "P (no date)"
    )


@pytest.mark.parametrize("within", [{}, {"container-title": "P"}])
def test_the_day_of_an_article_is_printed_in_oscola(within):
    assert "(29 November 2017)" in cited("oscola", type="article-magazine", **within)[0]
    assert "29" not in cited("oscola", type="article-magazine", issued=None, **within)[0].partition("<")[0]


def test_a_speech_of_no_known_event_is_not_presented_at_nothing():
    speech = {"type": "speech", "genre": "Speech"}
    entry = cited("vancouver", **speech)[0]
    assert entry.startswith("International Labour Organization. A report [Speech]. 2017 Nov 29.")
    assert "שלום\u2069 [Speech]" in cited("vancouver", **speech, title="שלום")[0]


@pytest.mark.parametrize("style", ["chicago-notes", "mla", "oscola"])
def test_a_season_is_printed_in_words(style):
    spring = {"type": "article-magazine", "container-title": "P"}
    assert "Spring 2015" in cited(style, **spring, issued={"date-parts": [[2015]], "season": 1})[0]
    unsure, _ = cited(style, **spring, issued={"date-parts": [[2015]], "season": 1, "circa": True})
    assert "[2015?]" in unsure
    assert "pring" not in unsure


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


TYPES = sorted({kind.csl for kind in KINDS.values()} - {"document", "personal_communication"} | {"chapter"})


def placed_in(type_, **changes):
    """Give the fields of a work of a type: some stand in what their publisher publishes."""
    within = "publisher" if type_ in ("dataset", "legislation", "report", "speech") else "container-title"
    return {"type": type_, within: "P"} | changes


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("type_", TYPES)
@pytest.mark.parametrize(
    ("words", "printed"), [("2015 or later", "[2015 or later]"), ("until 2016", "[until 2016]"), ("2015–", "2015–")]
)
def test_an_open_end_is_printed_once_and_as_it_is(style, type_, words, printed):
    year = int(re.search("[0-9]{4}", words)[0])
    issued = {"date-parts": [[year]], "literal": words}
    entry, within = cited(style, **placed_in(type_, issued=issued))
    assert entry.count(printed) == entry.count(str(year)) == 1
    assert within.count(str(year)) == within.count(printed)
    assert not re.search("(?i)ca\\.|circa|\\[\\[", entry + within)


@pytest.mark.parametrize("type_", TYPES)
def test_apa_retrieves_nothing_without_a_day_and_says_once_that_there_is_no_date(type_):
    work = placed_in(type_, issued=None, URL="https://x.org/y")
    entry, within = cited("apa", **work)
    assert entry.count("n.d.") == within.count("n.d.") == 1
    assert "Retrieved" not in entry
    dated = cited("apa", **work, accessed={"date-parts": [[2020, 5, 3]]})[0]
    assert "Retrieved May 3, 2020, from https://x.org/y" in dated


def test_a_direction_ends_with_the_words_that_have_it():
    title = "a \u202eoverride"
    for style in STYLES:
        for words in filter(None, cited(style, "2", title=title, author=[{"literal": "\u05e9\u05dc\u05d5\u05dd"}])):
            if "override" in words:
                assert f"\u2068{title}\u2069" in words
            assert words.count("\u2068") == words.count("\u2069")
