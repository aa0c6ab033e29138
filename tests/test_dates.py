"""EDTF dates: which can stand, how they are printed, and their order in time."""

import pytest

from archivist.dates import day_order, earliest_day, earliest_year, is_edtf, printed_date, printed_if_date


@pytest.mark.parametrize(
    "date",
    [
        "2018",
        "2018-11",
        "2018-11-15",
        "2016~",
        "2015-11/2016",
        "2015-11-26/..",
        "2018-21",
        "2018-06/2018",
        "2018/2018",
        "../2014",
        "2015~/2016?",
    ],
)
def test_a_date_that_can_stand(date):
    assert is_edtf(date)


@pytest.mark.parametrize(
    "date",
    [
        "",
        "2018-13",
        "2019-02-30",
        "15/11/2018",
        "unknown",
        "2018-1",
        "0000",
        "2015/2014",
        "2018-11-15/2018-11-14",
        "2019-06/2018",
        "2016~/2015",
        "[2016..2015]",
    ],
)
def test_a_date_that_cannot_stand(date):
    assert not is_edtf(date)


@pytest.mark.parametrize(
    ("date", "printed"),
    [
        ("2018-11-15", "15 November 2018"),
        ("2018-11", "November 2018"),
        ("2016~", "about 2016"),
        ("2015?", "2015 (uncertain)"),
        ("2015-11/2016", "November 2015 to 2016"),
        ("2015-11-26/..", "from 26 November 2015"),
        ("../2016", "until 2016"),
        ("[2015,2017]", "2015 or 2017"),
        ("{2015-01,2015-03,2016}", "January 2015, March 2015 and 2016"),
        ("[2015-11..2016-12]", "between November 2015 and December 2016"),
        ("[2015-11-26..]", "26 November 2015 or later"),
        ("[..2016]", "2016 or earlier"),
        ("[2015, 2017]", "2015 or 2017"),
        ("2018-21", "spring 2018"),
        ("201X", "2010s"),
        ("20XX", "between 2000 and 2099"),
        ("[..2015]", "2015 or earlier"),
        ("2015/..", "from 2015"),
        ("-0044", "45 BC"),
        ("-0044-03-15", "15 March 45 BC"),
        ("-0044-03~", "about March 45 BC"),
        ("-0001/0014", "2 BC to 0014"),
        ("2015-XX", "2015, month unknown"),
        ("2015-11-XX", "November 2015, day unknown"),
        ("2018-34", "second quarter of 2018"),
        ("2018-25", "2018-25"),
        ("unknown", "unknown"),
    ],
)
def test_people_read_dates_in_words(date, printed):
    assert printed_date(date) == printed


def test_documents_stand_in_the_order_of_their_earliest_days():
    dates = ["unknown", "2019-11", "[2015-11-26..]", "../2014", "2016~", "[2015-11..2016-12]", "2015-11/2016", "201X"]
    assert sorted(dates, key=earliest_day) == [
        "201X", "../2014", "[2015-11..2016-12]", "2015-11/2016", "[2015-11-26..]", "2016~", "2019-11", "unknown",
    ]  # fmt: skip


def test_days_before_our_era_stand_in_order_too():
    dates = ["unknown", "0014", "-0044-03-15", "-0100", "-0044~", "1994"]
    ordered = sorted(dates, key=lambda date: day_order(earliest_day(date)))
    assert ordered == ["-0100", "-0044~", "-0044-03-15", "0014", "1994", "unknown"]


@pytest.mark.parametrize(("date", "year"), [("-0044-03-15", "-0044"), ("-0044~", "-0044"), ("201X", "2010")])
def test_the_year_of_a_date_has_its_sign_and_all_its_digits(date, year):
    assert earliest_year(date) == year


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("2018-10-26/2018-10-28", "26 October 2018 to 28 October 2018"),
        ("the rainy season of 2018", "the rainy season of 2018"),
        ("1990s", "1990s"),
    ],
)
def test_a_period_is_printed_in_words_if_it_is_a_date(words, printed):
    assert printed_if_date(words) == printed
