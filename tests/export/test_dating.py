"""Of a date only what it surely says is given as sure."""

import pytest

from archivist.export.dating import certain_year, counted_date, open_ended


@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("2015", 2015),
        ("2015-21", 2015),
        ("2015-11-XX", 2015),
        ("2015-11/2015-12", 2015),
        ("201X", None),
        ("20XX", None),
        ("[..2015]", None),
        ("2015/..", None),
        ("2015/2016", None),
        ("2015~", None),
        ("-0044", None),
        ("unknown", None),
    ],
)
def test_a_year_is_certain_where_the_date_can_mean_no_other(date, year):
    assert certain_year(date) == year


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("[2015-11-26..]", "2015 or later"),
        ("[..2015-11]", "2015 or earlier"),
        ("2015-11/..", "2015–"),
        ("2015~/..", "about 2015–"),
        ("2015-11/", "from 2015"),
        ("../2016", "until 2016"),
        ("/2016-02-03", "until 2016"),
        ("[201X..]", "2010s or later"),
        ("[-0044..]", "45 BC or later"),
        ("[2015-11,2017]", "2015 or 2017"),
        ("{2015,2016,2017}", "2015, 2016 and 2017"),
        ("[2015-01,2015-03]", ""),
        ("2015", ""),
        ("2015/2016", ""),
        ("[2015..2016]", ""),
        ("unknown", ""),
    ],
)
def test_an_open_end_is_said_in_words_and_never_as_about_a_year(date, words):
    assert open_ended(date) == words
    assert counted_date(date, unsure=False).get("literal", "") == words
    assert not words or "circa" not in counted_date(date, unsure=True)


def test_a_set_of_days_in_one_year_is_surely_of_that_year():
    assert counted_date("[2015-01,2015-03]", unsure=False) == {"date-parts": [[2015]]}
    assert counted_date("[2015-01,2015-03]", unsure=True) == {"date-parts": [[2015]], "circa": True}


@pytest.mark.parametrize(
    ("date", "given"),
    [
        ("2015-21", {"date-parts": [[2015]], "season": 1}),
        ("2015-24~", {"date-parts": [[2015]], "season": 4, "circa": True}),
        ("2015-33", {"date-parts": [[2015]]}),
        ("2015-11-XX", {"date-parts": [[2015, 11]]}),
        ("2015-XX-XX", {"date-parts": [[2015]]}),
        ("2015-11-XX/2016-XX", {"date-parts": [[2015, 11], [2016]]}),
        ("2015-21/2015-22", {"date-parts": [[2015]]}),
        ("2015-21/2016", {"date-parts": [[2015], [2016]]}),
        ("-0044-03-15", {"date-parts": [[-45, 3, 15]]}),
        ("-0044-03-15~", {"date-parts": [[-45, 3, 15]], "circa": True}),
        ("-0044", {"date-parts": [[-45]]}),
        ("0000", {"date-parts": [[-1]]}),
        ("0001", {"date-parts": [[1]]}),
        ("-0044/0014", {"date-parts": [[-45], [14]]}),
        ("19XX/20XX", {"date-parts": [[1900], [2099]], "circa": True}),
    ],
)
def test_what_is_known_of_a_date_is_given_and_no_surer_or_vaguer_than_it_is(date, given):
    assert counted_date(date, unsure=False) == given
