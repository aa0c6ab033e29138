import pytest
from marked import parse

from archivist.score import Reading


def test_marks_are_taken_out_and_say_what_they_marked():
    text, readings = parse("the ⟦ILO⟧ and its ⟦ilo:R202|R202⟧ on ⟦SPF|SPFs⟧")
    assert text == "the ILO and its R202 on SPFs"
    assert readings == (
        Reading(4, 7, "acronym", "ILO", "ILO"),
        Reading(16, 20, "ilo", "R202", "R202"),
        Reading(24, 28, "acronym", "SPF", "SPFs"),
    )


def test_what_lies_inside_an_instrument_and_what_refers_back_is_ignored():
    _, readings = parse("⟦asean:asean-charter-2007|⟦ASEAN⟧ Charter⟧, the ⟦~asean:asean-charter-2007|Charter⟧")
    assert [(one.text, one.ignored) for one in readings] == [
        ("ASEAN", True),
        ("ASEAN Charter", False),
        ("Charter", True),
    ]


def test_a_mark_that_is_not_closed_is_refused():
    with pytest.raises(ValueError, match="not closed"):
        parse("the ⟦ILO")
