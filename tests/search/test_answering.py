import pytest
from small_index import index_of, mentions, unit

from archivist.search.answering import answer, counts
from archivist.search.units import Named

R202 = Named(
    "R202",
    "Social Protection Floors Recommendation, 2012 (No. 202)",
    "entries/ilo-r202.html",
    ("Social Protection Floors Recommendation, 2012 (No. 202)", "R202", "Recommendation 202", "Recommendation No. 202"),
    (),
)
VIET_NAM = Named("viet-nam", "Viet Nam", "entries/place-viet-nam.html", ("Viet Nam", "Vietnam"), ())
SPF = Named("SPF", "SPF", "entries/acronym-spf.html", ("SPF", "social protection floor"), ("social protection floor",))
UNITS = [
    unit("2010-number", "It names No.202 of the list.", "Nothing."),
    unit("2012-code", "They cite R202.", mentioned={"R202": mentions(1, words="R202")}),
    unit("2013-words", "The Recommendation 202 of Viet Nam.", mentioned={"R202": mentions(1), "viet-nam": mentions(1)}),
    unit("2014-slip", "Adopted in 2103, as they say.", "Later.", notes=("2013",)),
    unit("2015-title", "Nothing of it here.", title="Pensions in Nepal"),
    unit("2016-many", "Pensions, pensions and pensions of the worker.", "One pension.", type="blog"),
    unit("2017-floor", "A social protection floor for Vietnam.", mentioned={"viet-nam": mentions(1, words="Vietnam")}),
    unit("2018-spf", "The SPF again.", mentioned={"SPF": mentions(1, words="SPF")}),
    unit("2019-thai", "การประกันสังคมของแรงงานข้ามชาติ", language="th"),
    unit("2020-indonesia", "Perlindungan sosial bagi pekerja.", language="id"),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    return index_of(tmp_path_factory.mktemp("index"), UNITS, [R202, SPF, VIET_NAM])


@pytest.fixture
def found(index):
    def names(query, **options):
        return [UNITS[one].document for one in answer(index, query, **options).units]

    return names


@pytest.mark.parametrize("query", ["R202", "r202", "Recommendation No.\u00a0202", "recommendation 202", R202.name])
def test_any_form_of_an_entry_finds_all_of_them(found, index, query):
    assert set(found(query)) == {"2012-code", "2013-words"}
    (clause,) = answer(index, query).clauses
    assert set(R202.forms) <= set(clause.also)


def test_quotation_marks_search_for_the_words_alone(found):
    assert found('"R202"') == ["2012-code"]
    assert found('"Recommendation 202"') == ["2013-words"]


def test_a_code_that_no_entry_has_is_found_as_text(found):
    assert set(found("202")) == {"2010-number", "2013-words"}


def test_an_acronym_finds_what_it_stands_for_and_the_other_way_round(found):
    assert set(found("SPF")) == set(found("social protection floor")) == {"2017-floor", "2018-spf"}


def test_an_entry_can_be_excluded_by_any_form(found):
    assert found("Recommendation 202 -Vietnam") == ["2012-code"]


def test_what_an_editor_reads_is_found_where_the_source_has_a_slip(found, index):
    assert found("2013") == ["2014-slip"]
    assert found("2103") == ["2014-slip"]
    (best,) = answer(index, "2013").result(3).excerpts
    assert (best.paragraph, best.note, best.marks) == (1, "2013", [])
    (best,) = answer(index, "2103").result(3).excerpts
    assert (best.note, [best.text[start:end] for start, end in best.marks]) == ("", ["2103"])


def test_no_phrase_reaches_from_a_text_into_a_note(found):
    assert found('"say 2013"') == []


def test_titles_are_found_and_count_more_than_a_word_of_the_text(found):
    assert found("pension nepal") == ["2015-title"]
    assert found("Nepal") == ["2015-title"]


def test_the_best_paragraph_comes_first_with_the_words_marked(index):
    result = answer(index, "pension").result(5)
    first, second = result.excerpts
    assert (first.paragraph, second.paragraph, result.places) == (1, 2, 4)
    assert [first.text[start:end] for start, end in first.marks] == ["Pensions", "pensions", "pensions"]


def test_a_misspelt_word_is_repaired_and_the_answer_says_so(found, index):
    assert found("penssion") == found("pension")
    assert [clause.instead_of for clause in answer(index, "penssion").clauses] == ["penssion"]
    assert found('"penssion"') == []


@pytest.mark.parametrize("typed", ["p", "pe", "pen"])
def test_a_few_letters_are_no_misspelt_word_and_the_beginning_of_one_only_while_typing(found, typed):
    assert found(typed) == []
    assert found(typed, typing=True) == found("pension")


def test_a_word_that_is_being_typed_is_completed(found):
    assert found("pens", typing=True) == found("pension")


@pytest.mark.parametrize("typed", ["2", "20x", "é", "ж"])
def test_what_no_word_begins_with_is_not_completed(found, typed):
    assert found(typed, typing=True) == found(typed)


def test_the_beginning_of_a_word_is_completed_also_when_the_query_is_sent(found, index):
    assert found("pens") == found("pension") != []
    assert [clause.instead_of for clause in answer(index, "pens").clauses] == ["pens"]
    assert found('"pens"') == []


def test_few_words_must_all_be_there_unless_no_text_has_all(found, index):
    assert found("pensions worker") == ["2016-many"]
    assert answer(index, "worker nothingness thing").units == []


def test_a_question_is_answered_by_the_texts_with_most_of_its_words(found, index):
    question = "Which pensions does the worker in his country get today?"
    assert found(question)[0] == "2016-many"
    assert answer(index, question).complete == set()


def test_a_question_s_other_answers_come_after_those_with_all_words(found, index):
    assert found("pensions of the worker")[0] == "2016-many"
    assert len(answer(index, "pensions of the worker").complete) == 1


def test_a_word_with_hyphens_is_no_question(found):
    assert found("not-a-pension-xylograph") == []


def test_a_phrase_must_be_there_even_in_a_question(found):
    assert found('which pensions does the worker get today "Viet Nam"') in ([], ["2013-words"])


@pytest.mark.parametrize("query", ["ประกันสังคม", "แรงงานข้ามชาติ", '"แรงงานข้ามชาติ"'])
def test_words_within_a_run_without_spaces_are_found(found, query):
    assert found(query) == ["2019-thai"]


def test_stems_are_those_of_the_document_s_language(found):
    assert found("lindungi") == ["2020-indonesia"]


def test_facets_count_the_answers_whatever_is_chosen_of_themselves(index):
    chosen = {"year": ["2012"]}
    narrowed = answer(index, "R202", chosen=chosen)
    assert [UNITS[one].document for one in narrowed.units] == ["2012-code"]
    assert counts(narrowed, "year", chosen) == [("2012", 1), ("2013", 1)]


def test_a_value_that_is_not_there_narrows_to_nothing(found):
    assert found("R202", chosen={"year": ["1066"]}) == []


def test_results_are_sorted_by_date(found):
    assert found("R202", sort="oldest") == ["2012-code", "2013-words"]
    assert found("R202", sort="newest") == ["2013-words", "2012-code"]


def test_what_has_no_date_comes_last_both_ways(tmp_path):
    held = [unit("2001-a", "one"), unit("2002-b", "one"), unit("undated-c", "one", day="9999-99-99")]
    index = index_of(tmp_path, held)
    assert answer(index, "one", sort="oldest").units == [0, 1, 2]
    assert answer(index, "one", sort="newest").units == [1, 0, 2]


BAD = [
    *("", " ", '"', '""', "-", '-"', "--", "((((", "[a-z]+(", "\\", "?!.,;", "“”„«»", "’", "'s", "-'s"),
    *("<script>alert(1)</script>", "AND OR NOT", "__proto__", "constructor", "\ud800", "\x00\x1b", "\U000e0001"),
    *("a" * 10_000, "pension " * 2_000),
]


@pytest.mark.parametrize("query", BAD)
def test_bad_input_is_answered_without_an_error(index, query):
    for unit_ in answer(index, query).units:
        assert answer(index, query).result(unit_).text.document


def test_an_empty_archive_has_an_index_that_answers(tmp_path):
    assert answer(index_of(tmp_path, []), "anything at all").units == []


def test_only_words_of_nearly_all_texts_are_passed_over_in_a_question(tmp_path):
    texts = [f"the floor of {'migrant' if n % 3 else 'other'} workers {'word ' * 800}" for n in range(60)]
    index = index_of(tmp_path, [unit(f"2001-{n:02d}", text) for n, text in enumerate(texts)])
    found = answer(index, "what is the floor of migrant workers")
    assert found.passed_over == ["the", "floor", "of", "workers"]
    assert len(found.complete) == 0
    assert len(found.units) == 40
