"""Whatever a record says, each format's own reader reads it, and reads what the record says."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from contextlib import closing

import cffconvert
import extruct
import feedparser
import pytest
import rdflib
import rispy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from install import SCHEMA_FOLDER
from lxml import etree
from markdown_it import MarkdownIt
from pybtex.database import parse_string
from sample_items import ABROAD, HOSTILE, TITLES, exported, item
from vocabulary import complaints

from archivist.export.formats import FORMATS
from archivist.export.imprint import Edition
from archivist.export.kinds import KINDS
from archivist.export.pagehead import page_head
from archivist.export.wording import one_line
from archivist.model import Mention

EDITION = Edition(ABROAD, "2026-01-03", "ab" * 32)
DATES = ["2018", "2018-11-15", "2016~", "2015-11/2016", "../2016", "unknown"]
NAMES = st.lists(TITLES, min_size=1, max_size=4) | st.just([f"Body {number}" for number in range(300)])
RECORDS = st.fixed_dictionaries(
    {
        "title": TITLES,
        "creator": NAMES | st.just(["unknown"]),
        "publisher": st.lists(TITLES, max_size=2),
        "description": st.just("") | TITLES,
        "source": TITLES,
        "places": st.lists(TITLES, max_size=2),
        "date": st.sampled_from(DATES),
        "type": st.sampled_from(sorted(KINDS)),
        "language": st.sampled_from(["en", "ar", "zh-Hant", "unknown"]),
        "rights": st.fixed_dictionaries({"holder": TITLES}),
    }
)
hostile = given(fields=RECORDS)
patient = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def of(name, **fields):
    return exported(FORMATS[name], item(imprint=ABROAD, **fields), edition=EDITION)


def in_xml(text):
    return NOT_XML.sub("\ufffd", one_line(text))


def names(fields):
    return [one_line(name) for name in fields["creator"] if name != "unknown"]


@patient
@hostile
def test_rispy_reads_ris(fields):
    _, entry = rispy.loads(of("ris", **fields).decode())
    assert entry["title"] == one_line(fields["title"]).strip()
    # RIS has no literal names: a comma, and a semicolon for some readers, would part one.
    single = [re.sub(r"\s*[,;]\s*", " ", name).strip() + "," for name in names(fields)]
    assert entry.get("authors", []) == single


@patient
@hostile
def test_pybtex_reads_bibtex(fields):
    entries = parse_string(of("bibtex", **fields).decode(), "bibtex").entries
    assert list(entries) == ["sma-edition", "2018-a"]
    assert len(entries["2018-a"].persons.get("author", [])) == len(names(fields))


@patient
@hostile
def test_json_reads_csl_json(fields):
    entry = json.loads(of("csl-json", **fields))[1]
    assert entry["title"] == one_line(fields["title"])
    assert [author["literal"] for author in entry.get("author", [])] == names(fields)


@patient
@hostile
def test_csv_is_read_as_a_row_a_document(fields):
    (row,) = csv.DictReader(io.StringIO(of("csv", **fields).decode(), newline=""))
    assert row["title"].removeprefix("'") == one_line(fields["title"]).removeprefix("'")
    assert row["creator"].removeprefix("'") == "; ".join(map(one_line, fields["creator"])).removeprefix("'")


@patient
@hostile
def test_sqlite_finds_no_fault_and_the_words(fields):
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(of("sqlite", text="The floor rises.\nNot so.", **fields))
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for table in ("document_fts", "paragraph_fts"):
            database.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")  # noqa: S608 (names that we wrote)
        found = database.execute("SELECT rowid FROM paragraph_fts WHERE paragraph_fts MATCH 'floor'").fetchall()
        assert found == [(1,)]
        assert database.execute("SELECT title FROM document").fetchone() == (one_line(fields["title"]),)


def schema(name):
    """Load a schema; what it imports lies beside it."""

    class Beside(etree.Resolver):
        def resolve(self, url, _id, context):
            path = SCHEMA_FOLDER / url.rpartition("/")[2]
            if path.name == "xml.xsd":  # the attribute xml:lang alone is wanted of it
                lang = '<xs:attribute name="lang" type="xs:language"/>'
                head = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace='
                text = f'{head}"http://www.w3.org/XML/1998/namespace">{lang}</xs:schema>'
                return self.resolve_string(text, context)
            return self.resolve_filename(str(path), context)

    parser = etree.XMLParser()
    parser.resolvers.add(Beside())
    return etree.XMLSchema(etree.parse(SCHEMA_FOLDER / name, parser))


@pytest.fixture(scope="module")
def oai_dc():
    return schema("oai_dc.xsd")


@pytest.fixture(scope="module")
def premis():
    return schema("premis-v3-0.xsd")


def assert_valid(schema_, tree):
    assert schema_.validate(tree), schema_.error_log


@patient
@hostile
def test_dublin_core_is_valid(oai_dc, fields):
    root = etree.fromstring(of("dc", **fields))
    assert len(root) == 2
    for one in root:
        assert_valid(oai_dc, one)
    assert root[1].findtext("{*}title") == in_xml(fields["title"])
    assert [one.text for one in root[1].findall("{*}creator")] == list(map(in_xml, names(fields)))


@patient
@hostile
def test_premis_is_valid(premis, fields):
    assert_valid(premis, etree.fromstring(of("premis", **fields)))


@patient
@hostile
def test_the_static_repository_holds_valid_records(oai_dc, fields):
    tree = etree.fromstring(of("oai", **fields))
    (one,) = tree.iter("{http://www.openarchives.org/OAI/2.0/oai_dc/}dc")
    assert_valid(oai_dc, one)


@patient
@hostile
def test_feedparser_reads_the_feed(fields):
    feed = feedparser.parse(of("feed", **fields))
    assert not feed.bozo
    assert len(feed.entries) == 1
    assert feed.entries[0].link == "https://archive.test/documents/2018-a.html"
    assert feed.entries[0].updated == "2026-01-02T03:04:05Z"


def test_pybtex_and_rispy_read_a_person_in_two_parts_and_a_body_in_one():
    fields = {"creator": ["Nguyen, Thi Lan", "Office of Labour, Invalids and Aid"], "persons": ["Nguyen, Thi Lan"]}
    (entry,) = (
        one for key, one in parse_string(of("bibtex", **fields).decode(), "bibtex").entries.items() if key == "2018-a"
    )
    names = [(one.first_names + one.middle_names, one.last_names) for one in entry.persons["author"]]
    assert names == [(["Thi", "Lan"], ["Nguyen"]), ([], ["{Office of Labour, Invalids and Aid}"])]
    found = rispy.loads(of("ris", **fields).decode())
    assert ["Nguyen, Thi Lan", "Office of Labour Invalids and Aid,"] in [one["authors"] for one in found]


@patient
@hostile
def test_the_sitemap_says_when_the_bag_was_changed_last(fields):
    tree = etree.fromstring(of("sitemap", **fields))
    assert [url.findtext("{*}lastmod") for url in tree] == ["2026-01-02T03:04:05Z"] * 2  # the home page, the document


@patient
@hostile
def test_markdown_reads_the_outline_as_a_link_a_document(fields):
    tokens = MarkdownIt().parse(of("llms", **fields).decode())
    inline = [child for token in tokens if token.children for child in token.children]
    assert [one.attrs["href"] for one in inline if one.type == "link_open"] == [
        "https://archive.test/documents/2018-a.html"
    ]
    assert not [one for one in inline if one.type in {"image", "html_inline"}]


@patient
@hostile
def test_schema_org_knows_all_that_the_description_says(fields):
    graph = json.loads(of("jsonld", **fields))["@graph"]
    assert [complaint for node in graph for complaint in complaints(node)] == []
    assert graph[1]["name"] == one_line(fields["title"])


@patient
@hostile
def test_extruct_reads_the_head_of_the_page(fields):
    head = page_head(item(imprint=ABROAD, **fields))
    page = f"<!DOCTYPE html><html><head><meta charset='utf-8' /><title>t</title>{head}</head><body></body></html>"
    found = extruct.extract(page, syntaxes=["json-ld", "dublincore"])
    assert found["json-ld"][0]["name"] == one_line(fields["title"])
    assert [complaint for one in found["json-ld"] for complaint in complaints(_bare(one))] == []
    (dublin_core,) = found["dublincore"]
    elements = {one["name"].lower(): one["content"] for one in dublin_core["elements"] if "name" in one}
    assert elements["dc.identifier"] == "sma:2018-a"


def _bare(node):
    return {key: value for key, value in node.items() if key != "@context"}


@patient
@hostile
def test_the_linkset_names_the_page_and_its_descriptions(fields):
    _, one = json.loads(of("linkset", **fields))["linkset"]
    assert one["anchor"] == "https://archive.test/documents/2018-a.html"
    assert len(one["describedby"]) == 3


@patient
@given(title=TITLES, editors=TITLES)
def test_cffconvert_validates_the_citation_file(title, editors):
    imprint = type(ABROAD)(title, "1.2", editors, "sma", ABROAD.address, ABROAD.email, ABROAD.licence)
    text = exported(FORMATS["cff"], edition=Edition(imprint, EDITION.date, EDITION.digest)).decode()
    citation = cffconvert.Citation(cffstr=text)
    citation.validate()
    assert citation.cffobj["title"] == in_xml(title)


@patient
@given(words=TITLES)
def test_each_line_of_jsonl_is_a_paragraph_with_its_words_as_they_stand(words):
    text = f"One.\n{words}\n"
    one = item(text, rights={"holder": words}, imprint=ABROAD)
    rows = list(map(json.loads, exported(FORMATS["jsonl"], one, edition=EDITION).decode().split("\n")[:-1]))
    assert [row["text"] for row in rows] == [text[here.start : here.end] for here in one.document.paragraphs]
    assert {row["rights_holder"] for row in rows} == {words}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@patient
@given(words=TITLES)
def test_rdflib_reads_the_annotations_as_what_the_model_calls_them(words):
    start = len(words) + 1
    mentions = [Mention(start, start + 4, "ilo", "R202", "unmatched")]
    one = item(f"{words} R202 {words}", mentions=mentions, imprint=ABROAD)
    page = json.loads(exported(FORMATS["annotations"], one, edition=EDITION).decode().split("\n")[1])
    context = {"@vocab": "http://www.w3.org/ns/anno#", "id": "@id", "type": "@type"}
    graph = rdflib.Graph().parse(data=json.dumps({**page, "@context": context}), format="json-ld")
    annotation = rdflib.URIRef("http://www.w3.org/ns/anno#Annotation")
    assert len(list(graph.subjects(rdflib.RDF.type, annotation))) == 1


def test_the_hostile_words_are_tried_one_by_one():
    """Chance may pass over one: each is the title and the body of a document at least once."""
    for words in HOSTILE:
        fields = {"title": words, "creator": [words]}
        assert rispy.loads(of("ris", **fields).decode())[1]["title"] == one_line(words)
        assert len(parse_string(of("bibtex", **fields).decode(), "bibtex").entries["2018-a"].persons["author"]) == 1
        assert etree.fromstring(of("dc", **fields))[1].findtext("{*}title") == in_xml(words)
