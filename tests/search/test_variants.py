"""One word, two words, a hyphen; accents as they were typed; scripts without spaces between words."""

import pytest
from small_index import index_of, unit

from archivist.search.answering import answer
from archivist.search.terms import terms
from archivist.search.variants import accented, variants


def found_in(tmp_path, texts, *, language="en"):
    """Index texts, one a document, and give what finds their numbers in order."""
    index = index_of(tmp_path, [unit(f"2001-{n:02d}", text, language=language) for n, text in enumerate(texts)])
    return lambda query, **options: answer(index, query, **options).units


COOPERATION = ["International co-operation.", "International cooperation.", "They co operation.", "Opera, and co."]


@pytest.mark.parametrize("query", ["co-operation", "cooperation", "Co\u2011operation", "co operation"])
def test_a_hyphen_a_space_or_neither_finds_the_other_two(tmp_path, query):
    assert sorted(found_in(tmp_path, COOPERATION)(query))[:2] == [0, 1]


def test_words_that_only_hyphens_and_spaces_tell_apart_find_each_other(tmp_path):
    texts = ["A non-governmental body.", "A nongovernmental body.", "A GONGO."]
    found = found_in(tmp_path, texts)
    assert [sorted(found(query)) for query in ("non-governmental", "nongovernmental", "non governmental", "gongo")] == [
        [0, 1],
        [0, 1],
        [0, 1],
        [2],
    ]


def test_two_words_that_no_text_has_both_are_looked_for_as_one(tmp_path):
    found = found_in(tmp_path, ["Their cooperation.", "A co, a firm."])
    assert found("co operation") == [0]


def test_a_compound_is_left_out_however_it_is_written(tmp_path):
    found = found_in(tmp_path, COOPERATION)
    assert found("international -co-operation") == []
    assert found("international -cooperation") == []


def test_the_words_of_a_compound_are_found_in_their_forms(tmp_path):
    assert sorted(
        found_in(tmp_path, ["Self-employed people.", "The selfemployment of people."])("self-employment")
    ) == [0, 1]


def test_in_quotation_marks_a_hyphen_counts_as_a_space(tmp_path):
    assert sorted(found_in(tmp_path, COOPERATION)('"co-operation"')) == [0, 2]


def test_what_was_found_as_one_word_is_marked_as_a_whole(tmp_path):
    index = index_of(tmp_path, [unit("2001-a", "Ways of co-operation."), unit("2001-b", "Ways of cooperation.")])
    found = answer(index, "cooperation")
    marked = {}
    for one in found.units:
        (best,) = found.result(one).excerpts
        marked[one] = [best.text[start:end] for start, end in best.marks]
    assert marked == {0: ["co-operation"], 1: ["cooperation"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a two-tier C-190", [("twotier", 1), ("c190", 3)]),
        ("2018-19", []),
        ("a-b-c-d-e", []),
        ("one – two, one--two, one - two", []),
        ("-self-", []),
    ],
)
def test_compounds_are_short_and_no_numbers(text, expected):
    assert [(one.term, one.first) for one in variants(text, terms(text)).compounds] == expected


def test_accents_are_kept_composed_and_in_lower_case():
    assert accented("Hội’s") == accented("hô\u0323i") == "hội"
    assert (accented("hoi"), accented("İlo"), accented("Đà")) == ("", "i\u0307lo", "đà")


VIETNAMESE = ["Họ hỏi về thuế, hỏi và hỏi.", "Bảo hiểm xã hội.", "Bao hiem xa hoi.", "Về hồi kết, hỏi đáp."]


def test_a_word_with_the_accents_that_were_typed_comes_before_others(tmp_path):
    found = found_in(tmp_path, VIETNAMESE, language="vi")
    assert found("hội")[0] == 1
    assert set(found("hỏi")[:2]) == {0, 3}
    assert set(found("hội")) == {0, 1, 2, 3}
    assert found("bảo hiểm xã hội")[:2] == [1, 2]


def test_a_word_typed_without_accents_prefers_none(tmp_path):
    found = found_in(tmp_path, ["Một hội.", "Mot hoi."], language="vi")
    assert sorted(found("hoi")) == [0, 1]


def test_accents_that_no_text_has_are_as_good_as_none(tmp_path):
    found = found_in(tmp_path, ["Hoi hoi hoi, va.", "Hoi va nhung nguoi khac nua."], language="vi")
    assert found("hội") == [0, 1]


def test_inflected_forms_count_whatever_their_accents(tmp_path):
    found = found_in(tmp_path, ["Las naciones, naciones.", "La nación en paz hoy."], language="es")
    assert set(found("nación")) == {0, 1}


THAI = [
    "การประกันสังคมของแรงงานข้ามชาติในประเทศไทย กองทุนประกันสังคม",
    "สังคมไทยและการศึกษา ประวัติศาสตร์ของสังคม",
    "ประกันชีวิตและการออมเงินของครอบครัว",
    "บำนาญผู้สูงอายุและเบี้ยยังชีพ",
]


@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("ประกันสังคม", 0),
        ("เบี้ยยังชีพผู้สูงอายุ", 3),
        ("ประวัติศาสตร์สังคมไทย", 1),
        ("กองทุนประกันสังคมของแรงงานข้ามชาติคืออะไร", 0),
        ("ครอบครัวควรออมเงินอย่างไร", 2),
    ],
)
def test_the_text_with_most_of_a_thai_question_comes_first(tmp_path, query, best):
    assert found_in(tmp_path, THAI, language="th")(query)[0] == best


def test_a_text_with_every_small_word_of_a_question_is_not_put_before_one_with_its_rare_word_more_often(tmp_path):
    few = "of the in what is a"
    texts = [f"{few} pension filler text here", "pension pension pension what is of a", *[f"{few} other"] * 30]
    found = found_in(tmp_path, texts)("what is the pension of a")
    assert found[0] == 1


def test_facets_alone_list_what_they_leave(tmp_path):
    held = [unit("2001-a", "one"), unit("2002-b", "two"), unit("2002-c", "three")]
    index = index_of(tmp_path, held)
    assert answer(index, "", chosen={"year": ["2002"]}).units == [2, 1]
    assert answer(index, "?!", chosen={"year": ["2002"]}, sort="oldest").units == [1, 2]
    assert answer(index, "").units == answer(index, "", chosen={"year": []}).units == []


def test_the_small_words_of_a_question_are_not_marked(tmp_path):
    texts = ["the floor of the house", "the pension of the worker", *["the end of the day"] * 8]
    index = index_of(tmp_path, [unit(f"2001-{n}", text) for n, text in enumerate(texts)])

    def marked(query):
        found = answer(index, query)
        (best, *_) = found.result(found.units[0]).excerpts
        return [best.text[start:end] for start, end in best.marks]

    assert marked("what is the pension of the worker") == ["pension", "worker"]
    assert marked("the of") == ["the", "of", "the"]
