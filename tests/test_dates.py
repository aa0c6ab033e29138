"""EDTF dates: which can stand, how they are printed, and their order in time."""

import pytest

from archivist.dates import earliest_day, is_edtf, printed_date


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
        ("[2015-11..2016-12]", "between November 2015 and December 2016"),
        ("[2015-11-26..]", "26 November 2015 or later"),
        ("[..2016]", "2016 or earlier"),
        ("[2015, 2017]", "[2015, 2017]"),
        ("2018-21", "spring 2018"),
        ("201X", "2010s"),
        ("20XX", "between 2000 and 2099"),
        ("[..2015]", "2015 or earlier"),
        ("2015/..", "from 2015"),
        ("-0044", "45 BC"),
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
