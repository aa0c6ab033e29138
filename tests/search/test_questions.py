"""Questions, in archives however small; what of an answer is marked; numbers however their thousands are parted."""

import pytest
from small_index import index_of, mentions, unit

from archivist.search.answering import answer
from archivist.search.excerpts import Sought, marks
from archivist.search.small_words import asking_words, small_words
from archivist.search.terms import terms
from archivist.search.understanding import understand
from archivist.search.units import Named

QUESTION = "Who adopted the recommendation on floors, and when?"
TEXTS = [
    "What was said, and when, and by whom: who can tell? The when and the who of it are on record.",
    "The Conference adopted Recommendation 202 on floors.",
    "Of floors and of roofs.",
    "On pensions.",
]


@pytest.fixture
def index(tmp_path):
    return index_of(tmp_path, [unit(f"2001-{n}", text) for n, text in enumerate(TEXTS)])


def marked(index, query, unit_=0):
    found = answer(index, query)
    (best, *_) = found.result(found.units[unit_]).excerpts
    return [best.text[start:end] for start, end in best.marks]


def test_the_small_words_of_a_question_do_not_decide(index):
    found = answer(index, QUESTION)
    assert found.units[0] == 1
    assert 0 not in found.units
    assert found.passed_over == ["who", "the", "on", "and", "when"]
    assert marked(index, QUESTION) == ["adopted", "Recommendation", "floors"]


def test_a_short_query_that_begins_with_a_question_word_is_a_question(index):
    assert answer(index, "who adopted floors").units[0] == 1
    assert answer(index, "what of pensions?").units == [3]
    assert answer(index, "who").units == [0]
    assert answer(index, '"who can tell"').units == [0]
    assert answer(index, "of roofs").units == [2]


def test_a_question_of_small_words_alone_is_asked_with_them(index):
    assert answer(index, "what was said by whom, and when").units[0] == 0
    assert answer(index, "who and when").units[0] == 0


def test_a_body_that_is_named_like_a_small_word_is_meant_where_its_capitals_are(tmp_path):
    who = Named("WHO", "World Health Organization", "entries/who.html", ["World Health Organization", "WHO"], [])
    held = [unit("2001-a", "Who knows?"), unit("2001-b", "The WHO said so.", mentioned={"WHO": mentions(1)})]
    index = index_of(tmp_path, held, [who])
    entries = {
        query: [clause.entry for clause in answer(index, query).clauses] for query in ("WHO said", "who said so", "who")
    }
    assert entries == {"WHO said": ["WHO", ""], "who said so": [""], "who": ["WHO"]}


def test_small_words_are_single_folded_words_of_the_languages_that_texts_have():
    for language in ("de", "en", "es", "fr", "id", "nl", "pt"):
        words = small_words([language])
        assert asking_words([language]) < words
        assert [word for word in words if terms(word) != [word]] == []
    assert small_words(["en-GB", "th", "unknown"]) == small_words(["en"])
    assert small_words(["ms"]) == small_words(["id"])
    assert not small_words(["en", "fr"]) & {"may", "no", "ilo", "asean"}


THAI = "กองทุนประกันสังคมของแรงงาน งานสัมมนา และการออม สังคมไทย"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ประกันสังคม", ["ประกันสังคม", "สังคม"]),
        ("ประกันสังคมของคนชรา", ["ประกันสังคมของ", "สังคม"]),
        ("งาน", ["งาน", "งาน"]),
        ("การเกต", ["การ"]),
        ("มนต์", []),
        ("ออมสิน", ["ออม"]),
    ],
)
def test_of_a_script_without_spaces_words_are_marked_and_no_pair_alone(tmp_path, query, expected):
    clauses = understand(index_of(tmp_path, [unit("2001-a", THAI, language="th")]), query)
    spans, found = marks(THAI, [Sought(clause.runs, clause.weight, clause.item) for clause in clauses])
    assert [THAI[start:end] for start, end in spans] == expected
    assert found  # a pair alone still tells which paragraph to show


NUMBERS = [
    "It cost 1,234.56 dollars.",
    "It cost 1234.56 dollars.",
    "Rp 1.234,56.",
    "About 1\u00a0234 people.",
    "In 234.",
]


@pytest.mark.parametrize("query", ["1234", "1,234", "1.234", "1’234"])
def test_a_number_is_found_however_its_thousands_are_parted(tmp_path, query):
    index = index_of(tmp_path, [unit(f"2001-{n}", text) for n, text in enumerate(NUMBERS)])
    assert {0, 1, 2, 3} <= set(answer(index, query).units)
    assert 4 not in answer(index, "1234").units


@pytest.mark.parametrize("query", ["1234.56", "1,234.56", '"1234"'])
def test_a_number_with_decimals_is_found_too_and_marked_as_a_whole(tmp_path, query):
    index = index_of(tmp_path, [unit(f"2001-{n}", text) for n, text in enumerate(NUMBERS)])
    found = set(answer(index, query).units)
    assert {0, 1} <= found or query.startswith('"')
    assert "1,234" in " ".join(marked(index, "1234", answer(index, "1234").units.index(0)))


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("The Recommendation (No. 202) says", '"Recommendation (No. 202)"', ["Recommendation (No. 202)"]),
        ("The (ILO) Convention says", '"ILO Convention"', ["(ILO) Convention"]),
        ("A floor (or roof) is", "roof", ["roof"]),
        ("The [first] act", '"first act"', ["[first] act"]),
        ("The act [first] ends", '"act first"', ["act [first]"]),
    ],
)
def test_a_mark_leaves_no_bracket_out_whose_other_half_it_has(tmp_path, text, query, expected):
    assert marked(index_of(tmp_path, [unit("2001-a", text)]), query) == expected
