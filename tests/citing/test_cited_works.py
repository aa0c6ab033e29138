"""What is cited: a document, the part in which a passage lies, the paragraphs that it names."""

import re

import pytest
from pybtex.database import parse_string

from archivist.citing import STYLES, cite_all
from archivist.citing.citation import plain
from archivist.citing.works import edition_work, passage_item, passage_work
from archivist.export import bibtex, ris
from archivist.export.csl import csl_item
from archivist.export.imprint import Edition, Imprint
from archivist.export.item import Item
from archivist.ingest.adding import add
from archivist.passages import parse_passage, resolve
from archivist.store import Archive

PARTS = [
    {"first": 2, "title": "First post", "date": "2019-11-30"},
    {"first": 4, "title": "", "date": "unknown"},
]


@pytest.fixture
def work(project, wish, act):
    """Give what is cited by an identifier, and the locator: `work("x#p2", type="blog")`."""

    def give(written, **fields):
        if not (project / "archive" / "x").exists():
            data = b"Heading\nTwo\nThree\nFour\nFive\n"
            add(project, [wish(data, document_id="x", publisher=["P"], **fields)], act)
        found = resolve(Archive(project), parse_passage(written), code="aspa")
        imprint = Imprint("The Archive", "1", "Editors", "aspa")
        item = Item(imprint, found.document, True, (), {}, (), "documents/x.html", "")
        return *passage_work(item, found), passage_item(item, found)

    return give


@pytest.mark.parametrize(
    ("written", "title", "locator"),
    [
        ("x", "A title", ""),
        ("x#p1", "A title", "1"),
        ("x#p1-2", "A title", "1–2"),
        ("x#p2-3", "First post", ""),
        ("x#p3", "First post", "3"),
        ("x#c8-11", "First post", "2"),
        ("x#c8-17", "First post", "2–3"),
        ("x#p4-5", "(untitled, ¶ 4)", ""),
        ("x#p3-4", "A title", "3–4"),
    ],
)
def test_a_passage_within_a_part_is_cited_as_of_the_part(work, written, title, locator):
    cited, found, item = work(written, part=PARTS)
    assert (cited["title"], found) == (title, locator)
    assert item.record.title == title
    assert cited["archive_location"] == item.identifier
    assert item.identifier.startswith("aspa:x@")
    assert item.identifier.endswith(written.removeprefix("x"))


def test_a_part_has_its_own_date_and_stands_in_its_document(work):
    cited, _, _ = work("x#p2-3", part=PARTS)
    assert cited["issued"] == {"date-parts": [[2019, 11, 30]]}
    assert (cited["type"], cited["container-title"]) == ("post-weblog", "A title")
    undated, _, item = work("x#p5", part=PARTS)
    assert "issued" not in undated
    assert item.record.date == "unknown"


@pytest.mark.parametrize("type_", ["minutes", "letter", "speech", "statement", "fact-sheet"])
def test_a_part_is_not_said_to_be_of_the_genre_of_its_whole(work, type_):
    cited, _, item = work("x#p2-3", type=type_, part=PARTS)
    assert (cited["type"], cited.get("genre"), csl_item(item).get("genre")) == ("chapter", None, None)
    for style, (citation,) in cite_all([cited]).items():
        words = plain(citation.entry + citation.cited())
        assert not re.search("(?i)minutes|letter|statement|speech|sheet", words), style
    assert csl_item(work("x", type=type_, part=PARTS)[2])["genre"]


@pytest.mark.parametrize("type_", ["blog", "report", "minutes"])
def test_each_passage_has_a_key_of_its_own_and_a_part_names_its_document(work, type_):
    keys = set()
    for written, container in (
        ("x", ""),
        ("x#p1", ""),
        ("x#p2-3", "A title"),
        ("x#p3", "A title"),
        ("x#c8-11", "A title"),
    ):
        cited, _, item = work(written, type=type_, part=PARTS)
        (key,) = entries = parse_string(bibtex.piece(item), "bibtex").entries
        record = dict(line.split("  - ") for line in ris.piece(item).splitlines() if line)
        data = csl_item(item)
        assert (data["title"], data["archive_location"]) == (record["TI"], record["AN"])
        assert data.get("container-title", "") == container
        assert (data["type"] == "chapter") == (record["TY"] == "CHAP")
        assert cited["id"] == key == record["ID"] == data["id"] == written.replace("#", "-")
        assert record.get("T2", "") == container
        assert not container or cited["container-title"] == container
        assert entries[key].fields.get("booktitle", "") == (f"{{{container}}}" if container else "")
        keys.add(key)
    assert len(keys) == 5


def test_a_news_item_stands_in_its_publisher_s_and_a_letter_is_printed(work):
    cited, _, _ = work("x", type="news-item")
    assert cited["container-title"] == "P"
    assert "publisher" not in cited


def test_a_web_page_stands_on_its_publisher_s_site(work):
    cited, *_ = work("x", type="web-page", creator=["unknown"])
    assert cited["container-title"] == "P"
    entry = cite_all([cited], [STYLES["oscola"]])["oscola"][0].entry
    assert "(<i>P</i>, " in entry


@pytest.mark.parametrize("type_", ["web-page", "blog", "report"])
def test_a_body_that_is_author_and_publisher_is_named_once(work, type_):
    cited, *_ = work("x", type=type_, creator=["P"])
    assert cited["author"] == [{"literal": "P"}]
    assert not {"publisher", "container-title"} & set(cited)


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("2015-11/2016", {"date-parts": [[2015], [2016]]}),
        ("2015-11/2015", {"date-parts": [[2015]]}),
        ("2015~", {"date-parts": [[2015]], "circa": True}),
        ("2015-11-26/..", {"date-parts": [[2015]], "literal": "2015–"}),
        ("[2015-11-26..]", {"date-parts": [[2015]], "literal": "2015 or later"}),
        ("../2016", {"date-parts": [[2016]], "literal": "until 2016"}),
        ("201X", {"date-parts": [[2010], [2019]], "circa": True}),
        ("2015-21", {"date-parts": [[2015]], "season": 1}),
        ("-0044", {"date-parts": [[-45]]}),
        ("unknown", None),
    ],
)
def test_every_date_is_one_that_styles_can_print(work, date, issued):
    assert work("x", date=date)[0].get("issued") == issued


@pytest.mark.parametrize("type_", ["statement", "minutes", "letter", "other"])
def test_no_type_is_one_that_styles_leave_out_of_bibliographies(work, type_):
    assert work("x", type=type_)[0]["type"] == "report"


def test_the_edition_is_a_work_of_its_editors():
    work = edition_work(Edition(Imprint("The Archive", "1", "Editors", "aspa"), "2026-01-02", "00"))
    assert (work["title"], work["author"]) == ("The Archive", [{"literal": "Editors"}])
