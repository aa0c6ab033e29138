"""DOI, ISBN and ISSN are told from a record's other identifiers, and no part of a source takes the DOI of the whole."""

import csv
import io
import json

import pytest
from pybtex.database import parse_string
from sample_items import exported, item

from archivist.citing.processing import cite_all
from archivist.citing.works import cited_work, cited_works
from archivist.export.formats import FORMATS
from archivist.export.numbers import numbers
from archivist.export.pagehead import page_head


@pytest.mark.parametrize(
    ("identifiers", "expected"),
    [
        (["doi:10.1000/a_b(c)"], ("10.1000/a_b(c)", "", "")),
        (["https://doi.org/10.1000/a{b"], ("10.1000/a{b", "", "")),
        (["https://doi.org/10.1000/a%3C1%3E"], ("10.1000/a<1>", "", "")),
        (["https://doi.org/10.1000/a%0AER%20%20-"], ("10.1000/a%0AER%20%20-", "", "")),
        (["doi:10.1000/a%3C1"], ("10.1000/a%3C1", "", "")),
        (["DOI: 10.1000/1", "10.1000/2"], ("10.1000/1", "", "")),
        (["ISBN 978-92-2-128336-2", "eISSN 1020-525X"], ("", "978-92-2-128336-2", "1020-525X")),
        (["urn:isbn:0306406152"], ("", "0306406152", "")),
        (["ISBN 978-92-2-1", "GB.325/POL/1", "11.1000/x", "https://x.org/10.1000/1"], ("", "", "")),
    ],
)
def test_the_first_number_of_each_kind_is_given_as_it_is_written(identifiers, expected):
    assert numbers(item(identifiers=identifiers))[:3] == expected


@pytest.mark.parametrize(
    ("identifier", "number"),
    [
        ("GB.325/POL/1", "GB.325/POL/1"),
        ("Report No. 12", "Report No. 12"),
        ("https://x.org/12", ""),
        ("arXiv:2001.00001", ""),
        ("OCLC 12345", ""),
        ("ISBN 978-92-2-1", ""),
        ("doi:10.1000/1", ""),
        ("10.1000/1", ""),
        ("A name", ""),
    ],
)
def test_a_number_of_the_bodys_own_is_what_no_scheme_counts(identifier, number):
    assert numbers(item(identifiers=[identifier])).number == number


def test_the_number_of_a_report_stands_where_readers_look_for_it():
    one = item(identifiers=["GB.325/POL_1"], type="report", publisher=["ILO"])
    written = {name: FORMATS[name].piece(one) for name in ("csl-json", "ris", "bibtex")}
    assert json.loads(written["csl-json"])["number"] == "GB.325/POL_1"
    assert "SN  - GB.325/POL_1\r\n" in written["ris"]
    assert "number = {GB.325/POL\\_1}" in written["bibtex"]
    assert '<meta name="citation_technical_report_number" content="GB.325/POL_1" />' in page_head(one)


def test_the_number_of_what_is_no_report_is_said_in_a_note_of_ris():
    one = item(identifiers=["GB.325/POL/1"], type="minutes")
    assert "Number: GB.325/POL/1." in FORMATS["ris"].piece(one)
    assert "SN  - " not in FORMATS["ris"].piece(one)
    assert "number = " not in FORMATS["bibtex"].piece(one)


def test_the_table_has_all_identifiers():
    (row,) = csv.DictReader(
        io.StringIO(exported(FORMATS["csv"], item(identifiers=["doi:10.1000/1", "GB.1"])).decode(), newline="")
    )
    assert (row["doi"], row["isbn"], row["number"]) == ("10.1000/1", "", "GB.1")
    assert row["identifiers"] == "doi:10.1000/1; GB.1"


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


WILEY = "10.1002/(SICI)1097_0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"


def test_a_doi_stands_in_every_format_as_it_is():
    one = item(identifiers=[f"doi:{WILEY}"])
    written = {name: FORMATS[name].piece(one) for name in ("csl-json", "ris", "bibtex")}
    assert json.loads(written["csl-json"])["DOI"] == WILEY
    assert f"DO  - {WILEY}\r\n" in written["ris"]
    assert parse_string(written["bibtex"], "bibtex").entries["2018-a"].fields["doi"] == WILEY
    assert f'content="{WILEY.replace("<", "&lt;").replace(">", "&gt;")}"' in page_head(one)


def test_a_brace_of_a_doi_does_not_end_its_field():
    entry = parse_string(FORMATS["bibtex"].piece(item(identifiers=["doi:10.1000/a{b"])), "bibtex").entries["2018-a"]
    assert entry.fields["doi"] == "10.1000/a%7Bb"


def test_a_doi_is_encoded_where_it_is_an_address_and_nowhere_else():
    work = cited_work(item(identifiers=[f"doi:{WILEY}?#%"], type="report"))
    entries = {style: cited[0].entry for style, cited in cite_all([work]).items()}
    shown = WILEY.replace("<", "&lt;").replace(">", "&gt;")
    assert f"doi:{shown}?#%" in entries.pop("vancouver")
    address = WILEY.replace("<", "%3C").replace(">", "%3E")
    printed = {style: entry for style, entry in entries.items() if "doi.org" in entry}
    assert {"apa", "mla", "chicago-author-date"} <= set(printed)
    assert all(f"https://doi.org/{address}%3F%23%25" in entry for entry in printed.values())


@pytest.mark.parametrize(
    ("type_", "number"), [("report", "No. 12/2018"), ("minutes", "No. 12/2018"), ("legislation", None), ("blog", None)]
)
def test_styles_are_given_a_number_only_of_what_they_print_it_rightly(type_, number):
    assert cited_work(item(type=type_, identifiers=["No. 12/2018"])).get("number") == number
