import pytest

from archivist.score import Reading, same_target, score, wilson

FLOOR = Reading(4, 8, "ilo", "R202")
OFFICE = Reading(10, 13, "acronym", "ILO")


def total(gold, found):
    card = score({"a": gold}, {"a": found})
    return (card.kinds["total"].right, card.kinds["total"].wrong, card.kinds["total"].missed)


def test_the_same_kind_span_and_target_is_right():
    assert total([FLOOR, OFFICE], [FLOOR, OFFICE]) == (2, 0, 0)


@pytest.mark.parametrize("change", [{"end": 9}, {"start": 3}, {"target": "R201"}, {"kind": "asean"}])
def test_any_difference_is_one_wrong_and_one_missed(change):
    assert total([FLOOR], [FLOOR._replace(**change)]) == (0, 1, 1)


def test_a_mention_found_twice_counts_once():
    assert total([FLOOR], [FLOOR, FLOOR]) == (1, 0, 0)


def test_an_ignored_mention_is_neither_needed_nor_wrong_if_found():
    ignored = FLOOR._replace(ignored=True)
    assert total([ignored], []) == (0, 0, 0)
    assert total([ignored], [FLOOR._replace(end=12)]) == (0, 0, 0)
    assert total([ignored], [FLOOR._replace(target="R201")]) == (0, 0, 0)
    assert total([ignored], [FLOOR._replace(start=5, target="R201")]) == (0, 1, 0)


def test_flags_of_what_was_found_hide_nothing():
    assert total([], [FLOOR._replace(ignored=True)]) == (0, 1, 0)


def test_kinds_that_are_not_scored_are_left_out():
    assert total([], [Reading(0, 4, "place", "nepal")]) == (0, 0, 0)


def test_a_document_that_was_not_read_is_missed():
    card = score({"a": [FLOOR], "b": [OFFICE]}, {"a": [FLOOR]})
    assert [(error.document, error.sort) for error in card.errors] == [("b", "missed")]
    assert card.kinds["ilo"].f1 == 1.0
    assert card.kinds["acronym"].recall == 0.0


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("ilo", "C29", "C029"),
        ("acronym", "GP-USP 2030", "GPUSP2030"),
        ("acronym", "U.S.", "US"),
        ("asean", "asean-X", "ASEAN-x"),
    ],
)
def test_spellings_that_do_not_matter_are_one(kind, one, other):
    assert same_target(kind, one) == same_target(kind, other)


def test_another_sense_is_another_target():
    assert same_target("acronym", "SDG@other") != same_target("acronym", "SDG")


def test_figures_of_a_known_case():
    found = [FLOOR, Reading(20, 24, "ilo", "C102"), Reading(30, 34, "ilo", "C189")]
    ilo = score({"a": [FLOOR, Reading(40, 44, "ilo", "C029")]}, {"a": found}).kinds["ilo"]
    assert (ilo.precision, ilo.recall, ilo.f1) == (pytest.approx(1 / 3), 0.5, pytest.approx(0.4))


def test_wilson_interval_of_a_published_case():
    # 8 of 10: 0.490 to 0.943 (Agresti and Coull 1998, table 1, rounded)
    low, high = wilson(8, 10)
    assert (round(low, 3), round(high, 3)) == (0.49, 0.943)
    assert wilson(0, 0) == (0.0, 1.0)
