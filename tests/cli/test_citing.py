"""`archivist cite` as a person gives it."""

import json

import pytest
from click.testing import CliRunner

from archivist.cli import main


@pytest.fixture
def cite(holding, monkeypatch):
    project = holding(**{"2018-a-title": b"One.\nTwo.\n"})
    (project / "conf.py").write_text(
        'project = "The Archive"\nauthor = "Editors"\nrelease = "1"\narchive_code = "arc"\n', encoding="utf-8"
    )
    monkeypatch.chdir(project)
    return lambda *words: CliRunner().invoke(main, ["cite", *words], catch_exceptions=False)


def test_the_entry_and_the_citation_in_a_text_are_printed(cite):
    entry, within = cite("2018-a-title#p2").stdout.splitlines()
    assert entry.startswith("CDI. (2018, November 15). A title.")
    assert within == "(CDI, 2018, para. 2)"
    assert "<i>" in cite("2018-a-title", "--format", "html", "--style", "chicago-notes").stdout


@pytest.mark.parametrize(
    ("format_", "begins"), [("bibtex", "@misc{2018-a-title-p1-2,"), ("ris", "TY  - BLOG"), ("csl-json", "[\n  {")]
)
def test_data_carries_the_passage(cite, format_, begins):
    printed = cite("2018-a-title#p1-2", "--format", format_).stdout
    assert printed.startswith(begins)
    assert "p1-2" in printed
    assert cite("--edition", "--format", format_).stdout.count("The Archive") == 1


def test_data_is_the_item_that_the_archive_exports(cite):
    (item,) = json.loads(cite("2018-a-title#p1", "--format", "csl-json").stdout)
    assert item["type"] == "post-weblog"
    assert item["archive_location"].endswith("#p1")
    assert item["note"].startswith("Rights: ")
    ris = cite("2018-a-title#p1", "--format", "ris").stdout
    assert f"TI  - {item['title']}" in ris
    assert f"AN  - {item['archive_location']}" in ris
    assert f"N1  - {item['note']}" in ris
    assert f"AB  - {item['abstract']}" in ris if "abstract" in item else "AB  - " not in ris


def test_the_edition_is_cited_with_its_date(cite, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1500000000")
    assert cite("--edition").stdout.startswith("Editors. (2017). The Archive")


@pytest.mark.parametrize("words", [[], ["2018-a-title", "--edition"], ["2018-a-title#p3"], ["x", "--style", "none"]])
def test_wrong_use_is_refused(cite, words):
    assert cite(*words).exit_code == 2
    assert not cite(*words).stdout


def test_json_has_everything(cite):
    found = json.loads(cite("2018-a-title#p1", "--json").stdout)
    assert found["identifier"].startswith("arc:2018-a-title@")
    digest = found["identifier"].partition("@")[2].partition("#")[0]
    assert found["address"] == f"documents/2018-a-title.html?sha256={digest}#p1"
    assert found["cited"] == "(CDI, 2018, para. 1)"
    assert found["csl_json"]["title"] == "A title"
