"""CSL-JSON, RIS and the heads of pages: dates and names as reference managers take them."""

from __future__ import annotations

import json
import time

import pytest
from pybtex.database import parse_string
from sample_items import ABROAD, exported, item

from archivist.export.bibtex import piece as bibtex
from archivist.export.csl import csl_item
from archivist.export.dating import csl_date
from archivist.export.formats import FORMATS
from archivist.export.kinds import KINDS
from archivist.export.pagehead import page_head
from archivist.export.wording import single_name

MINISTRY = "Ministry of Labour, Invalids and Social Affairs"


def ris(one):
    (record,) = [part for part in FORMATS["ris"].piece(one).split("ER  - ") if part.strip()]
    return [tuple(line.split("  - ", 1)) for line in record.split("\r\n") if line]


@pytest.mark.parametrize(
    ("date", "given"),
    [
        ("2018", {"date-parts": [[2018]]}),
        ("2018-11-15", {"date-parts": [[2018, 11, 15]]}),
        ("2018-11-15T10:00:00Z", {"date-parts": [[2018, 11, 15]]}),
        ("2015-11/2016", {"date-parts": [[2015, 11], [2016]]}),
        ("[2015-11..2016-12]", {"date-parts": [[2015, 11], [2016, 12]], "circa": True}),
        ("2016~", {"date-parts": [[2016]], "circa": True}),
        ("2016?/2017", {"date-parts": [[2016], [2017]], "circa": True}),
        ("../2016", {"literal": "until 2016"}),
        ("2016-21", {"literal": "spring 2016"}),
        ("201X", {"literal": "2010s"}),
        ("unknown", {}),
    ],
)
def test_a_date_becomes_a_date_variable(date, given):
    assert csl_date(date, unsure=False) == given


def test_a_date_that_was_only_concluded_is_circa():
    evidence = {"date": {"certainty": "inferred", "basis": "line 2"}}
    assert csl_item(item(date="2015", evidence=evidence))["issued"] == {"date-parts": [[2015]], "circa": True}


def test_a_body_is_a_literal_name_and_nobody_is_no_name():
    assert csl_item(item(creator=[MINISTRY]))["author"] == [{"literal": MINISTRY}]
    assert "author" not in csl_item(item(creator=["unknown"]))


def test_the_place_of_the_work_is_its_own_address_or_else_its_page_here():
    assert csl_item(item(capture={"url": "http://x.test/a"}, imprint=ABROAD))["URL"] == "http://x.test/a"
    assert csl_item(item(imprint=ABROAD))["URL"] == "https://archive.test/documents/2018-a.html"
    assert "URL" not in csl_item(item())


def test_the_array_begins_with_the_edition():
    items = json.loads(exported(FORMATS["csl-json"], item()))
    assert [one["id"] for one in items] == ["sma-edition", "2018-a"]


def test_a_body_in_ris_is_one_name_and_a_person_two():
    fields = {"creator": [MINISTRY, "Müller, Hans"], "persons": ["Müller, Hans"]}
    authors = [value for tag, value in ris(item(**fields)) if tag == "AU"]
    assert authors == ["Ministry of Labour Invalids and Social Affairs,", "Müller, Hans"]


def test_what_ris_cannot_say_stands_in_its_note():
    note = dict(ris(item(creator=[MINISTRY, "ILO"], date="-0044~")))["N1"]
    assert note.startswith(f"Author: {MINISTRY}. Date: about 45 BC. Rights: ")
    assert dict(ris(item(creator=["ILO"], date="2018~")))["N1"].startswith("Rights: ")


def test_the_identifier_is_named_alone_in_each_download():
    one = item()
    rows = dict(ris(one))
    assert rows["AN"] == rows["CN"] == csl_item(one)["archive_location"] == "sma:2018-a"
    assert parse_string(bibtex(one), "bibtex").entries["2018-a"].fields["library"] == "sma:2018-a"


def test_no_value_begins_a_line_of_ris():
    rows = ris(item(title="x\r\nER  - \r\nTY  - JOUR"))
    assert dict(rows)["TI"] == "x ER - TY - JOUR"
    assert [tag for tag, _ in rows].count("TY") == 1


@pytest.mark.parametrize(
    ("date", "year", "day"),
    [
        ("2018-11-15", "2018", "2018/11/15"),
        ("2018-11", "2018", "2018/11"),
        ("2016~", "2016", "2016///about 2016"),
        ("2015-11/2016", "2015", "2015/11//November 2015 to 2016"),
        ("../2016", "2016", "2016///until 2016"),
        ("[2015-11-26..]", "2015", "2015///26 November 2015 or later"),
        ("2018-11-15/2018-11-17", "2018", "2018/11/15/15 November 2018 to 17 November 2018"),
        ("2016-21", "2016", "2016///spring 2016"),
        ("unknown", None, None),
    ],
)
def test_a_date_in_ris_has_a_year_and_the_rest_in_words(date, year, day):
    rows = dict(ris(item(date=date)))
    assert (rows.get("PY"), rows.get("DA")) == (year, day)


UNSURE = {"date": {"certainty": "inferred", "basis": "line 2"}}


@pytest.mark.parametrize(
    ("date", "evidence", "first", "words"),
    [
        ("2018-11-15", {}, [2018, 11, 15], ""),
        ("2018-11", {}, [2018, 11], ""),
        ("2018", UNSURE, [2018], "2018 (inferred)"),
        ("2016-05~", {}, [2016, 5], "about May 2016"),
        ("2015-11/2016", {}, [2015, 11], "November 2015 to 2016"),
        ("[2015-11-26..]", {}, [2015], "26 November 2015 or later"),
        ("../2016", {}, [2016], "until 2016"),
        ("201X", {}, [2010], "2010s"),
    ],
)
def test_the_three_downloads_say_the_same_of_a_date_and_lose_nothing(date, evidence, first, words):
    one = item(date=date, evidence=evidence)
    csl, rows = csl_item(one), dict(ris(one))
    fields = parse_string(bibtex(one), "bibtex").entries["2018-a"].fields
    assert csl["issued"]["date-parts"][0] == first
    month = [time.strptime(fields["month"], "%B").tm_mon] if "month" in fields else []
    assert [int(fields["year"]), *month, *(int(fields[name]) for name in ("day",) if name in fields)] == first
    assert [int(part) for part in rows["DA"].split("/")[:3] if part] == first
    assert int(rows["PY"]) == first[0]
    assert fields.get("note", "") == (f"Date: {words}" if words else "")
    assert "/".join(rows["DA"].split("/")[3:]) == words
    assert csl["note"].startswith(f"Date: {words}. " if words else "Rights: ")


@pytest.mark.parametrize(("date", "visited"), [("unknown", None), ("-0044", None), ("2018", "2026/11/25")])
def test_the_day_of_access_never_stands_for_the_day_of_a_law(date, visited):
    """Of a STAT without DA and PY readers take Y2 for its date."""
    fields = {"date": date, "capture": {"when": "2026-11-25"}}
    assert dict(ris(item(type="legislation", **fields))).get("Y2") == visited
    assert dict(ris(item(type="report", **fields)))["Y2"] == "2026/11/25"


def test_every_type_of_document_has_its_words_elsewhere():
    assert {type_ for type_ in KINDS if csl_item(item(type=type_))["type"]} == set(KINDS)
    with pytest.raises(ValueError, match="type"):
        item(type="no such type")


@pytest.mark.parametrize("type_", sorted(KINDS))
def test_the_head_of_a_page_says_what_zotero_is_to_make_of_it(type_):
    assert f'<meta name="z:itemType" content="{KINDS[type_].zotero}" />' in page_head(item(type=type_))


def test_an_author_in_the_head_is_one_name():
    assert single_name(MINISTRY) == "Ministry of Labour Invalids and Social Affairs,"
    assert '<meta name="citation_author" content="International Labour Organization," />' in page_head(item())


def test_a_report_has_an_institution_and_a_news_item_a_publisher():
    fields = {"publisher": ["ILO"]}
    assert 'name="citation_technical_report_institution" content="ILO"' in page_head(item(type="report", **fields))
    assert 'name="citation_publisher" content="ILO"' in page_head(item(type="news-item", **fields))


def test_nothing_of_a_record_becomes_markup_in_the_head():
    assert '"A &quot;title&quot; &lt;b&gt; &amp;"' in page_head(item(title='A "title"\n<b> &'))
