"""Works on the site: marked in the texts, listed back, and nothing of a text changed."""

from __future__ import annotations

import html5lib
import pytest
from test_site_exports import build, put

from archivist.ingest.founding import found

NEW = {"title": "Small archive", "author": "The editors", "year": "2026", "code": "sma", "slug": "small"}
TEXT = "He read Poverty and the ILO, of ASEAN.\n\nAgain: Poverty and the ILO.\n"
ENTRIES = "".join(
    f"@misc{{{key},\n  author = {{{{{key}}}}},\n  title = {{{{{title}}}}},\n}}\n"
    for key, title in (("sen", "Poverty \\& Famines"), ("law", "A law"))
)
PLACE = '[[citation]]\nwork = "{}"\ndocument = "{}"\nexact = "{}"\nprefix = "{}"\n'
PLACES = (
    PLACE.format("sen", "2018-a", "Poverty and the ILO", "read ")
    + PLACE.format("sen", "2018-a", "Poverty and the ILO", "Again: ")
    + PLACE.format("law", "2019-b", "the law", "")
    + PLACE.format("sen", "2020-closed", "Poverty", "")
)


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "project"
    found(folder, NEW)
    put(folder, "2018-a", TEXT)
    put(folder, "2019-b", "See the law.")
    put(folder, "2020-closed", "Poverty kept back.", access="metadata-only")
    (folder / "bib/references.bib").write_text(ENTRIES, encoding="utf-8")
    (folder / "bib/citations.toml").write_text(PLACES, encoding="utf-8")
    return folder


def page(site, name):
    return html5lib.parse((site / name).read_bytes(), namespaceHTMLElements=False)


def text_of(site, id_):
    (text,) = [one for one in page(site, f"documents/{id_}.html").iter("div") if "source-text" in one.get("class", "")]
    return text


def marks(site):
    """Read (work, document, paragraph) and the address of each mark off the texts."""
    for id_ in ("2018-a", "2019-b"):
        paragraph = 0
        for one in text_of(site, id_).iter():
            if one.get("class") == "paragraph":
                paragraph = int(one.get("id")[1:])
            if one.get("class") == "work-mark":
                address, _, anchor = one.get("href").partition("#")
                assert address == "../bibliography.html"
                yield anchor.removeprefix("work-"), id_, paragraph


def backlinks(site):
    for link in page(site, "bibliography.html").iter("a"):
        if link.get("data-work"):
            id_, paragraph = link.get("data-place").split()
            yield (link.get("data-work"), id_, int(paragraph)), link.get("href")


def test_each_place_is_marked_and_listed_back(project):
    site = build(project)
    expected = [("law", "2019-b", 1), ("sen", "2018-a", 1), ("sen", "2018-a", 2)]
    assert sorted(marks(site)) == expected
    assert sorted(place for place, _ in backlinks(site)) == expected


def test_each_backlink_leads_to_the_words_and_each_mark_to_the_entry(project):
    site = build(project)
    for _, address in backlinks(site):
        name, _, anchor = address.partition("#")
        (words,) = [one for one in page(site, name).iter() if one.get("id") == anchor]
        assert "".join(words.itertext()) in {"Poverty and the ILO", "the law"}
    labels = {one.get("aria-label") for one in text_of(site, "2018-a").iter("a") if one.get("class") == "work-mark"}
    assert labels == {"Work named here: sen. Poverty & Famines."}
    anchors = {one.get("id") for one in page(site, "bibliography.html").iter()}
    assert {f"work-{work}" for work, _, _ in marks(site)} <= anchors


def test_the_text_stays_as_it_is_and_its_mentions_are_links_still(project):
    text = text_of(build(project), "2018-a")
    assert "".join(text.itertext()) == TEXT
    linked = ["".join(one.itertext()) for one in text.iter("a") if "mention" in one.get("class", "").split()]
    assert linked == ["ILO", "ASEAN", "ILO"]
    assert not [inner for one in text.iter("a") for inner in one.iter("a") if inner is not one]


def test_another_place_comes_to_the_same_as_a_clean_build(project):
    build(project)
    citations = project / "bib/citations.toml"
    citations.write_text(PLACES.replace("law", "sen", 1), encoding="utf-8")
    again, clean = build(project), build(project, "clean")
    for name in ("bibliography.html", "documents/2018-a.html", "documents/2019-b.html"):
        assert (again / name).read_bytes() == (clean / name).read_bytes()
    assert ("sen", "2019-b", 1) in {place for place, _ in backlinks(again)}


def test_another_title_of_a_work_comes_to_the_same_as_a_clean_build(project):
    build(project)
    (project / "bib/references.bib").write_text(ENTRIES.replace("A law", "The law"), encoding="utf-8")
    again, clean = build(project), build(project, "clean")
    for name in ("bibliography.html", "documents/2019-b.html"):
        assert (again / name).read_bytes() == (clean / name).read_bytes()


def test_a_site_without_bibliography_marks_nothing(project):
    (project / "source/bibliography.md").write_text("# Bibliography\n", encoding="utf-8")
    assert list(marks(build(project))) == []


def test_entries_are_numbered(project):
    labels = [one for one in page(build(project), "bibliography.html").iter("span") if one.get("class") == "label"]
    assert labels
    assert ["".join(one.itertext()) for one in labels] == [f"[{number + 1}]" for number in range(len(labels))]
