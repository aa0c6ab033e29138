"""Of a date only what it surely says is given as sure."""

import pytest

from archivist.export.dating import certain_year


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
