"""The three downloads of a document, read by citation-js and pandoc: they say the same, or a line here says why.

Where RIS has no one form that all readers take, it has the one that Zotero's own translator reads right.
"""

from __future__ import annotations

import json
import re
import subprocess

import pypandoc
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string
from sample_items import exported, item
from test_exports import author, references

from archivist.export.formats import FORMATS
from archivist.export.item import Item
from archivist.export.kinds import KINDS
from archivist.export.wording import one_line

BODY = "Ministry of Labour and Social Affairs"
FIELDS = {
    "creator": [BODY],
    "date": "2018-11-15",
    "publisher": ["P"],
    "language": "vi",
    "capture": {"url": "https://x.org/y", "when": "2026-11-25"},
}

# What is read as another class of item than CSL-JSON says.
BIBTEX_TYPES = {
    "article": "document",  # BibTeX's @article is one of a journal
    "blog": "webpage",  # @online is BibLaTeX's one word for what is on the web
    "legislation": "document",  # pybtex cannot print an @legislation
    "letter": "document",  # pybtex cannot print a @letter
    "news-item": "document",  # BibTeX's @article is one of a journal
    "speech": "document",  # BibTeX has no speech
}
RIS_TYPES = {
    "speech": "motion_picture",  # SLIDE is a presentation to Zotero, and slides to citation-js; RIS has no speech
}
# What citation-js does not read of a type in RIS, though Zotero does.
RIS_LOST = {
    "legislation": {"author", "accessed"},  # it has neither of a STAT; LEGAL would be a case to Zotero
    "news-item": {"author", "day"},  # it has a reporter of a NEWS in the place of its author, and no DA
    "press-release": {"accessed"},  # of an ELEC it has M1 or VL for it, which are a number and a volume to others
    "web-page": {"accessed"},  # likewise
}


class Piece(Item):
    """A part of a document."""

    @property
    def container(self) -> str:
        return "The whole"


def read(tmp_path, *items):
    """Let citation-js read the items as BibTeX, RIS and CSL-JSON."""
    for name in ("bibtex", "ris", "csl-json"):
        (tmp_path / name).write_bytes(exported(FORMATS[name], *items))
    return references(*(tmp_path / name for name in ("bibtex", "ris", "csl-json")))


def said(entry):
    return {
        "title": entry["title"],
        "author": [author(name) for name in entry.get("author", [])],
        "day": entry.get("issued", {}).get("date-parts"),
        "URL": entry.get("URL"),
        "accessed": entry.get("accessed", {}).get("date-parts"),
        "language": entry.get("language"),
        "identifier": entry.get("archive_location") or entry.get("call-number"),
        "publisher": entry.get("publisher"),
    }


@pytest.mark.parametrize("further", [{}, {"publisher": []}], ids=["publisher", "no publisher"])
@pytest.mark.parametrize("type_", sorted(KINDS))
def test_citation_js_reads_the_same_of_each_type_from_the_three_downloads(tmp_path, type_, further):
    bib, ris, csl = (found["2018-a"] for found in read(tmp_path, item(type=type_, **FIELDS | further)))
    assert said(csl)["author"] == [BODY]
    assert said(csl)["identifier"] == "sma:2018-a"
    assert said(csl)["day"] == [[2018, 11, 15]]
    assert said(csl)["accessed"] == [[2026, 11, 25]]
    assert said(bib) == said(csl)
    lost = RIS_LOST.get(type_, set())
    assert {key for key, value in said(ris).items() if value != said(csl)[key]} == lost
    assert csl["type"] == KINDS[type_].csl
    bare = KINDS[type_].bibtex == "techreport" and not further.get("publisher", True)  # it must have an institution
    assert bib["type"] == ("document" if bare else BIBTEX_TYPES.get(type_, csl["type"]))
    assert ris["type"] == RIS_TYPES.get(type_, csl["type"])


@pytest.mark.parametrize("type_", ["report", "web-page", "speech"])
def test_numbers_abstract_and_bodies_with_an_and_in_their_names_are_read_alike(tmp_path, type_):
    said_of = {
        "publisher": ["Ministry of Labour and Social Affairs"],
        "description": "Some 100 % of {all} & more",
        "identifiers": ["https://doi.org/10.1000/a_b", "ISBN 978-92-2-128336-2"],
    }
    bib, ris, csl = (found["2018-a"] for found in read(tmp_path, item(type=type_, **FIELDS | said_of)))
    for name in ("publisher", "abstract", "DOI"):
        assert bib[name] == ris[name] == csl[name], name
    assert bib["ISBN"] == csl["ISBN"]
    assert "ISBN 978-92-2-128336-2." in str(ris["note"])
    assert "number" not in ris
    assert csl["publisher"] == "Ministry of Labour and Social Affairs"
    assert (csl["DOI"], csl["ISBN"]) == ("10.1000/a_b", "978-92-2-128336-2")


def test_the_archive_and_the_identifier_are_kept_in_the_fields_that_the_page_of_exports_names(tmp_path):
    bib, ris, csl = (found["2018-a"] for found in read(tmp_path, item(**FIELDS)))
    assert (csl["archive"], csl["archive_location"]) == ("Small archive", "sma:2018-a")
    assert (ris["source"], ris["call-number"]) == ("Small archive", "sma:2018-a")
    assert bib["call-number"] == "sma:2018-a"
    assert (
        "Small archive"
        in parse_string((tmp_path / "bibtex").read_text("utf-8"), "bibtex").entries["2018-a"].fields["copyright"]
    )


def test_of_a_date_before_our_era_bibtex_and_ris_have_the_words_alone(tmp_path):
    bib, ris, csl = (found["2018-a"] for found in read(tmp_path, item(date="-0043")))
    assert csl["issued"]["date-parts"] == [[-44]]
    assert "issued" not in bib
    assert "issued" not in ris
    assert bib["note"] == "Date: 44 BC"
    assert "Date: 44 BC" in ris["note"]


def test_of_a_news_item_in_ris_citation_js_has_the_body_as_reporter_and_the_year(tmp_path):
    _, ris, _ = (found["2018-a"] for found in read(tmp_path, item(type="news-item", **FIELDS)))
    assert ris["reporter"] == f"{BODY},"
    assert ris["issued"] == {"date-parts": [[2018]]}


def test_citation_js_reads_the_same_of_a_part_but_for_the_day_in_ris(tmp_path):
    """For a CHAP it passes over DA; PY is the year alone in the specification of 2011."""
    whole = item(type="report", **FIELDS)
    part = Piece(**{name: getattr(whole, name) for name in Item.__dataclass_fields__})
    bib, ris, csl = (found["2018-a"] for found in read(tmp_path, part))
    assert said(bib) == said(csl)
    assert said(ris) == said(csl) | {"day": [[2018]]}
    assert bib["type"] == ris["type"] == csl["type"] == "chapter"
    assert bib["container-title"] == ris["container-title"] == csl["container-title"] == "The whole"


def test_both_ends_of_a_date_are_read_from_bibtex_and_the_first_from_ris(tmp_path):
    bib, ris, csl = (found["2018-a"] for found in read(tmp_path, item(date="2015-11/2016")))
    assert bib["issued"]["date-parts"] == csl["issued"]["date-parts"] == [[2015, 11], [2016]]
    assert ris["issued"]["date-parts"] == [[2015, 11]]


def test_an_undated_report_is_a_document_in_bibtex_which_asks_for_the_year_of_a_report(tmp_path):
    bib, ris, csl = (found["2018-a"] for found in read(tmp_path, item(type="report", date="unknown")))
    assert (bib["type"], ris["type"], csl["type"]) == ("document", "report", "report")


# --- the very characters ---

SIGNS = '\\%&#_^~$<>"|-–—*@=…éẤไทยក្មេង中文\U0001f600'
PIECES = st.lists(
    st.sampled_from([*SIGNS, "a", "b c", "{x}", "{}", "{{y} z}", "--", "---", "?", "!", "; ", "“q”", "’"]), min_size=1
)


def by_pandoc(bib):
    command = [pypandoc.get_pandoc_path(), "--from=bibtex", "--to=csljson"]
    done = subprocess.run(command, input=bib, check=True, capture_output=True)
    return {one["id"]: one for one in json.loads(done.stdout)}


def by_biber(bib, tmp_path):
    """Let biber write what it read, which is TeX again, and let pandoc read that."""
    (tmp_path / "in.bib").write_bytes(bib)
    command = ["biber", "--tool", "--quiet", "--nolog", "--output-file", tmp_path / "out.bib", tmp_path / "in.bib"]
    subprocess.run(command, check=True, capture_output=True)
    return by_pandoc((tmp_path / "out.bib").read_bytes())


def plain(title):
    return re.sub("</?span[^>]*>", "", title)


PERSONS = {
    "Nguyen, Thi Lan": ("Nguyen", "Thi Lan"),
    "Đặng, Thị Ánh": ("Đặng", "Thị Ánh"),
    "O’Brien, Anne-Marie J.": ("O’Brien", "Anne-Marie J."),
    "de la Cruz, Juan": ("de la Cruz", "Juan"),
    "Tran, Van and Lan": ("Tran", "Van and Lan"),
    "Lee, de Ann": ("Lee", "de Ann"),
    "Lee, Ann & Bo": ("Lee", "Ann & Bo"),
}


def whole_family(name):
    return " ".join(filter(None, (name.get("non-dropping-particle"), name["family"])))


def test_citation_js_pandoc_and_biber_read_family_and_given_names(tmp_path):
    csl = item(creator=list(PERSONS), persons=list(PERSONS))
    read_alike = [found["2018-a"]["author"] for found in read(tmp_path, csl)]
    bib = (tmp_path / "bibtex").read_bytes()
    for names in (*read_alike, by_pandoc(bib)["2018-a"]["author"], by_biber(bib, tmp_path)["2018-a"]["author"]):
        assert [(whole_family(one), one["given"]) for one in names] == list(PERSONS.values())


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(titles=st.lists(PIECES.map("".join).filter(one_line), min_size=5, max_size=40))
def test_biber_pandoc_citation_js_and_pybtex_read_the_very_characters(tmp_path_factory, titles):
    """All but straight quotation marks and accents, which pandoc makes curly as TeX does, and braces without pairs.

    Of pybtex the parser: it gives TeX back as it was written.
    """
    folder = tmp_path_factory.mktemp("signs")
    items = [item(document_id=f"2018-{number}", title=title, creator=[title]) for number, title in enumerate(titles)]
    bib = exported(FORMATS["bibtex"], *items)
    (folder / "all.bib").write_bytes(bib)
    (script,) = references(folder / "all.bib")
    pandoc, biber, pybtex = by_pandoc(bib), by_biber(bib, folder), parse_string(bib.decode(), "bibtex").entries
    for number, title in enumerate(titles):
        id_, line = f"2018-{number}", one_line(title)
        assert script[id_]["title"] == author(script[id_]["author"][0]) == line
        assert plain(pandoc[id_]["title"]) == pandoc[id_]["author"][0]["literal"] == line
        assert plain(biber[id_]["title"]) == line
        assert f"title = {{{pybtex[id_].fields['title']}}},".encode() in bib


@pytest.mark.parametrize(
    ("title", "lost"), [("a } b { c", "a  b  c"), ('the workers\' "rights"', 'the workers’ "rights"')]
)
def test_citation_js_alone_reads_lone_braces_and_straight_apostrophes_as_they_are(tmp_path, title, lost):
    bib, *_ = read(tmp_path, item(title=title))
    assert bib["2018-a"]["title"] == title
    assert plain(by_pandoc((tmp_path / "bibtex").read_bytes())["2018-a"]["title"]) == lost


def test_the_number_of_a_report_is_read_alike_from_the_three_downloads(tmp_path):
    bib, ris, csl = (
        found["2018-a"] for found in read(tmp_path, item(type="report", identifiers=["GB.325/POL_1"], **FIELDS))
    )
    assert bib["number"] == ris["number"] == csl["number"] == "GB.325/POL_1"
