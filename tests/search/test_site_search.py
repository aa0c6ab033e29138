"""What a build of the site leaves for its search."""

import xml.etree.ElementTree as ET

import pytest

import small_project
from archivist.search.answering import answer
from archivist.search.files import current
from archivist.search.reading import Index
from small_project import put, start


def build(project, out="html", *options):
    folder = small_project.build(project, out, *options) / "search"
    return Index(folder / current(folder)["folder"])


def documents(index, query):
    found_ = answer(index, query)
    return [found_.result(unit).text.document for unit in found_.units]


@pytest.fixture
def project(tmp_path):
    folder = start(tmp_path / "project")
    put(folder, "2020-parts", "First piece.\n\nSecond piece.", part=[
        {"first": 1, "title": "One", "date": "2020-01-01"},
        {"first": 2, "title": "Two", "date": "2021-01-01"},
    ])  # fmt: skip
    return folder


def test_the_index_is_of_what_is_published_and_parts_have_their_own_dates(project):
    index = build(project)
    assert documents(index, "xylograph") == ["2018-floors"]
    assert documents(index, "kept back") == ["2019-secret"]
    texts = [index.text(unit, 1) for unit in range(index.units)]
    assert [(text.title, text.date, text.address.partition("#")[2]) for text in texts[2:]] == [
        ("One", "1 January 2020", "p1"),
        ("Two", "1 January 2021", "p2"),
    ]
    assert not (project / "html" / "searchindex.js").exists()
    assert sorted(path.name for path in (project / "html/_static/search-stemmers").iterdir()) == [
        "base-stemmer.js",
        "english-stemmer.js",
    ]


def test_processes_do_not_change_the_index_and_it_is_left_alone_while_nothing_changed(project):
    first = build(project).shelf.folder
    assert build(project, "four", "-j", "4").shelf.folder.name == first.name
    written = (first / "meta.js").stat().st_mtime_ns
    build(project)
    assert (first / "meta.js").stat().st_mtime_ns == written
    put(project, "2022-new", "A new xylograph.")
    assert documents(build(project), "xylograph") == ["2022-new", "2018-floors"]
    assert not first.exists()


def test_browsers_are_offered_the_search_where_the_site_s_address_is_known(project):
    build(project)
    assert not (project / "html/_static/opensearch.xml").exists()
    conf = project / "conf.py"
    conf.write_text(conf.read_text(encoding="utf-8") + '\narchive_address = "https://archive.example/x/"\n', "utf-8")
    build(project)
    url = ET.parse(project / "html/_static/opensearch.xml").find("{http://a9.com/-/spec/opensearch/1.1/}Url")  # noqa: S314 (ours)
    assert url.get("template") == "https://archive.example/x/search.html?q={searchTerms}"
    assert 'href="_static/opensearch.xml"' in (project / "html/index.html").read_text(encoding="utf-8")
