"""The glossary's pages and the scorecard: what they name, and what they do with much of it."""

import json
import subprocess

import html5lib
import pytest

from archivist.ingest.sealing import seal
from small_project import ACT, build, put, start

ENTRY = """
[[entry]]
id = "{id}"
name = "{name}"
verified = true
forms = {forms}
"""
RULING = '\n[[ruling]]\nexact = "{}"\ndecision = "{}"\nkind = "{}"\ntarget = "{}"\nwho = "Rev"\nwhen = "2026-03-04"\n'
GOLD = {"start": 11, "end": 15, "text": "R202", "kind": "ilo", "target": "R203"}


def page(site, name):
    return html5lib.parse((site / name).read_bytes(), namespaceHTMLElements=False)


def words(element):
    return " ".join("".join(element.itertext()).split())


def row(site, id):
    (found,) = [one for one in page(site, "glossary/all.html").iter("tr") if one.get("id") == id]
    return {cell.get("data-label", "Name"): words(cell) for cell in found}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    project = start(tmp_path_factory.mktemp("glossary") / "project")
    put(project, "2020-forum", "The Long Forum and its R202. The LF, the LOF.", title="A title of its own")
    with (project / "source/glossary/organisations.toml").open("a", encoding="utf-8") as file:
        file.write(ENTRY.format(id="long-forum", name="Long Forum", forms=[f"Long Forum {word}" for word in "ABCDEFG"]))
        file.write(ENTRY.format(id="short-forum", name="Short Forum", forms=["Shorter Forum"]))
    with (project / "source/glossary/acronyms.toml").open("a", encoding="utf-8") as file:
        file.write(ENTRY.format(id="LOF", name="LOF", forms=[]) + 'stands_for = "long-forum"\n')
    with (project / "source/glossary/organisations.toml").open("a", encoding="utf-8") as file:
        file.write(ENTRY.format(id="abroad", name="Abroad Forum", forms=[]) + 'country = "VN, Asia"\n')
    put(project, "2021-ruled", "The Abroad Forum.\n\nThe LF, and ILO Convention No. 999. R202 again.", title="Ruled")
    record = project / "archive/2021-ruled/record.toml"
    with record.open("a", encoding="utf-8") as file:
        file.write(RULING.format("LF", "no", "acronym", "LF") + 'reason = "a law firm"\n')
        file.write(RULING.format("R202", "ambiguous", "ilo", "R202"))
    seal(project, "2021-ruled", "rulings", ACT)
    gold = project / "tests" / "gold"
    gold.mkdir(parents=True)
    (gold / "a.txt").write_text("The floors R202 of the ILO.", encoding="utf-8")
    (gold / "a.json").write_text(json.dumps({"mentions": [GOLD]}), encoding="utf-8")
    (project / "source/scorecard.md").write_text(
        "---\norphan: true\n---\n# Scorecard\n\n```{scorecard}\n```\n", encoding="utf-8"
    )
    return build(project)


def test_documents_are_named_by_their_titles(site):
    (places,) = [one for one in page(site, "glossary/organisation.html").iter("li") if one.get("id") == "long-forum"]
    assert "A title of its own ¶ 1" in words(places)
    assert "2020-forum" not in words(places)


def test_an_acronym_is_listed_with_what_it_stands_for(site):
    assert row(site, "acronym-lof")["Mentions"] == "listed with Long Forum"
    assert row(site, "organisation-long-forum")["Mentions"] == "2"
    assert row(site, "organisation-short-forum")["Mentions"] == "0"


def test_many_forms_are_shown_when_asked_for_and_few_at_once(site):
    (details,) = page(site, "entries/organisation-long-forum.html").iter("details")
    assert words(details).startswith("7 forms besides the nameLong Forum A · ")


def test_what_an_entry_is_stands_in_the_singular(site):
    assert "ILO instrument · " in words(page(site, "entries/ilo-r202.html"))


def test_countries_are_named_and_not_coded(site):
    assert "Country or regionVietnam, Asia" in words(page(site, "entries/organisation-abroad.html"))


def test_a_document_lists_its_rulings_those_also_that_say_no(site):
    (listed,) = [one for one in page(site, "documents/2021-ruled.html").iter("section") if one.get("id") == "rulings"]
    items = [words(item) for item in listed.iter("li")]
    assert items == [
        "¶ 2 LF is no mention: a law firm (Rev, 4 March 2026)",
        "¶ 2 R202 it cannot be known what is meant (Rev, 4 March 2026)",
    ]
    assert 'id="rulings"' not in (site / "documents/2020-forum.html").read_text(encoding="utf-8")


def test_what_an_archivist_ruled_ambiguous_is_not_called_undecided_between_one(site):
    shown = words(page(site, "unresolved.html"))
    assert (
        "an archivist ruled that it cannot be known which one is meant; it reads as Social Protection Floors" in shown
    )
    assert "between Social Protection Floors" not in shown


def test_errors_of_the_scorecard_are_quoted(site):
    shown = words(page(site, "scorecard.html"))
    assert "wrong: R202 a, code points 11–15, ilo R202" in shown
    assert "missed: R202 a, code points 11–15, ilo R203" in shown


def test_annotations_that_do_not_fit_stop_the_build_with_their_file(tmp_path):
    project = start(tmp_path / "project")
    (project / "tests" / "gold").mkdir(parents=True)
    (project / "tests" / "gold" / "a.txt").write_text("The ILO.", encoding="utf-8")
    (project / "tests" / "gold" / "a.json").write_text(json.dumps({"mentions": [GOLD]}), encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError) as caught:
        build(project)
    said = caught.value.stderr.decode()
    assert "a.json#mentions.1, at 11-15" in said
    assert "Traceback" not in said
