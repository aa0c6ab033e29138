"""DOI, ISBN and ISSN are told from a record's other identifiers, and no part of a source takes the DOI of the whole."""

import pytest
from sample_items import item

from archivist.citing.works import cited_works
from archivist.export.numbers import numbers
from archivist.export.pagehead import page_head


@pytest.mark.parametrize(
    ("identifiers", "expected"),
    [
        (["doi:10.1000/a_b(c)"], ("10.1000/a_b(c)", "", "")),
        (["https://doi.org/10.1000/a{b"], ("10.1000/a%7Bb", "", "")),
        (["DOI: 10.1000/1", "10.1000/2"], ("10.1000/1", "", "")),
        (["ISBN 978-92-2-128336-2", "eISSN 1020-525X"], ("", "978-92-2-128336-2", "1020-525X")),
        (["urn:isbn:0306406152"], ("", "0306406152", "")),
        (["ISBN 978-92-2-1", "GB.325/POL/1", "11.1000/x", "https://x.org/10.1000/1"], ("", "", "")),
    ],
)
def test_the_first_number_of_each_kind_is_given_as_it_is_written(identifiers, expected):
    assert numbers(item(identifiers=identifiers)) == expected


def test_a_part_is_not_cited_by_the_doi_of_the_whole():
    part = {"first": 2, "title": "Two", "date": "2018"}
    whole, piece = cited_works(item(identifiers=["doi:10.1000/1", "ISBN 0306406152"], part=[part], type="report"))
    assert (whole["work"]["DOI"], whole["work"]["ISBN"]) == ("10.1000/1", "0306406152")
    assert (piece["work"].get("DOI"), piece["work"]["ISBN"]) == (None, "0306406152")


def test_the_head_of_a_page_has_them_and_the_day_of_a_time():
    head = page_head(item(identifiers=["doi:10.1000/1"], date="2018-11-15T10:00:00Z"))
    assert '<meta name="citation_doi" content="10.1000/1" />' in head
    assert '<meta name="citation_publication_date" content="2018/11/15" />' in head
    assert "citation_isbn" not in head
