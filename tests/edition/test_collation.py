import pytest

from archivist.edition.collation import initial, sort_key


def test_numbers_are_ordered_by_value_and_accents_and_case_do_not_count():
    ordered = ["C87", "C102", "École", "ecology", "ILO", "Việt Nam", "Vietnamese"]
    assert sorted(["Việt Nam", "ecology", "C102", "ILO", "C87", "Vietnamese", "École"], key=sort_key) == ordered


@pytest.mark.parametrize(("heading", "letter"), [("École", "E"), ("“Quoted”", "Q"), ("2030 Agenda", "#"), ("", "#")])
def test_a_heading_is_filed_under_its_first_letter(heading, letter):
    assert initial(heading) == letter
