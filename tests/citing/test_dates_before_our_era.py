"""A day before our era is cited by its year, and as surely as the record knows it."""

import pytest

from archivist.citing import STYLES, cite_all


@pytest.mark.parametrize(
    ("issued", "printed"),
    [
        ({"date-parts": [[-45, 3, 15]]}, "(45 BC)"),
        ({"date-parts": [[-45, 3, 15]], "circa": True}, "([45 BC?])"),
        ({"date-parts": [[-45], [14]], "circa": True}, "([45 BC–0014?])"),
    ],
)
def test_a_year_before_our_era_is_printed_as_one(issued, printed):
    work = {"id": "a", "type": "report", "title": "T", "author": [{"literal": "ILO"}], "issued": issued}
    assert printed in cite_all([work], [STYLES["harvard"]])["harvard"][0].entry
