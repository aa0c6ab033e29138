import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from archivist.cli import main

ROOT = Path(__file__).parent.parent.parent
GOLD = ROOT / "tests" / "gold"
SOURCE = "000_d906c97806ea4ecc"


@pytest.fixture
def project(tmp_path):
    (tmp_path / "archive").mkdir()
    (tmp_path / "conf.py").touch()
    shutil.copytree(
        ROOT / "source" / "glossary", tmp_path / "source" / "glossary", ignore=shutil.ignore_patterns("*.md")
    )
    return tmp_path


def run(project, *arguments):
    return CliRunner().invoke(main, ["--project", str(project), *map(str, arguments)])


def test_mentions_of_a_file_outside_the_archive_come_in_the_format_of_the_gold(project):
    result = run(project, "mentions", GOLD / f"{SOURCE}.txt", "--json")
    found = json.loads(result.stdout)
    gold = json.loads((GOLD / f"{SOURCE}.json").read_text(encoding="utf-8"))
    assert result.exit_code == 0
    assert (found["doc"], found["sha256"]) == (gold["doc"], gold["sha256"])
    keys = ("start", "end", "text", "kind", "target")
    plain = {tuple(row[key] for key in keys) for row in gold["mentions"] if not row["anaphora"]}
    assert plain <= {tuple(row[key] for key in keys) for row in found["mentions"]}


def test_mentions_without_json_are_a_table(project, tmp_path):
    (tmp_path / "note.txt").write_text("the ILO met", encoding="utf-8")
    result = run(project, "mentions", tmp_path / "note.txt")
    assert result.stdout.splitlines() == [
        "note: 1 mention",
        "            4-7  acronym      linked    ILO                      ILO",
    ]


def test_mentions_of_what_is_not_there_is_wrong_use(project):
    result = run(project, "mentions", "nowhere")
    assert result.exit_code == 2
    assert "no-text" in result.stderr


def test_mentions_of_standard_input(project):
    result = CliRunner().invoke(main, ["--project", str(project), "mentions", "-"], input="the ILO met")
    assert result.stdout.splitlines()[0] == "standard-input: 1 mention"


def test_mentions_of_a_folder_say_that_it_is_one(project):
    result = run(project, "mentions", project, "--json")
    (fault,) = json.loads(result.stdout)["faults"]
    assert (result.exit_code, fault["code"], fault["found"]) == (2, "no-text", "a folder")


@pytest.mark.parametrize("given", ["latin.txt", "-"])
def test_what_is_not_utf_8_has_every_part_of_a_fault(project, tmp_path, given):
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    source = given if given == "-" else str(tmp_path / given)
    words = ["--project", str(project), "mentions", source, "--json"]
    (fault,) = json.loads(CliRunner().invoke(main, words, input=b"caf\xe9").stdout)["faults"]
    assert all(fault[part] for part in ("where", "message", "expected", "found", "remedy"))


def test_mentions_of_bytes_that_are_not_utf_8_is_wrong_use(project, tmp_path):
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    result = run(project, "mentions", tmp_path / "latin.txt")
    assert result.exit_code == 2
    assert "not-utf-8" in result.stderr


def test_mentions_outside_a_project_says_so(tmp_path):
    result = run(tmp_path, "mentions", GOLD / f"{SOURCE}.txt")
    assert result.exit_code == 2
    assert "no-project" in result.stderr


def test_score_of_the_archives_own_texts_passes_its_floor(project):
    result = run(project, "score", GOLD, "--json")
    card = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (card["documents"], card["below"]) == (4, [])
    assert card["kinds"]["ilo"]["right"] == 15


def test_score_below_the_floor_fails_and_names_the_kind_and_the_error(project, tmp_path):
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "a.txt").write_text("nothing here", encoding="utf-8")
    mention = {"start": 0, "end": 7, "text": "nothing", "kind": "ilo", "target": "C102", "anaphora": False}
    (folder / "a.json").write_text(json.dumps({"doc": "a", "sha256": "", "mentions": [mention]}), encoding="utf-8")
    (folder / "floor.toml").write_text("ilo = 0.9\n", encoding="utf-8")
    result = run(project, "score", folder)
    assert result.exit_code == 1
    assert "below the floor: ilo" in result.stderr
    assert "missed: a 0-7 ilo C102 nothing" in result.stdout


def test_score_of_a_folder_whose_annotation_does_not_fit_its_text_is_refused(project, tmp_path):
    (tmp_path / "a.txt").write_text("other words", encoding="utf-8")
    mention = {"start": 0, "end": 3, "text": "ILO", "kind": "acronym", "target": "ILO", "anaphora": False}
    (tmp_path / "a.json").write_text(json.dumps({"doc": "a", "sha256": "", "mentions": [mention]}), encoding="utf-8")
    result = run(project, "score", tmp_path)
    assert result.exit_code == 2
    assert "gold-text" in result.stderr


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """A working directory that lies in no project."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    Path("note.txt").write_text("the ILO met", encoding="utf-8")
    return folder


def test_mentions_outside_a_project_are_read_with_the_glossary_that_archivist_is_installed_from(elsewhere):
    result = CliRunner().invoke(main, ["mentions", str(elsewhere / "note.txt")])
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "note: 1 mention"


@pytest.mark.usefixtures("elsewhere")
def test_mentions_are_read_with_the_glossary_that_is_named():
    Path("own").mkdir()
    entry = '[[entry]]\nid = "met"\nname = "Met"\nverified = true\n'
    Path("own/organisations.toml").write_text(entry, encoding="utf-8")
    result = CliRunner().invoke(main, ["mentions", "--glossary", "own", "-"], input="Met and Unmet")
    assert [line.split()[1:] for line in result.stdout.splitlines()[1:]] == [["organisation", "linked", "met", "Met"]]


@pytest.mark.usefixtures("elsewhere")
def test_mentions_without_any_glossary_are_refused_with_what_to_name(monkeypatch):
    monkeypatch.setattr("archivist.cli.mentions.find_project", lambda _: None)
    result = CliRunner().invoke(main, ["mentions", "note.txt"])
    assert result.exit_code == 2
    assert "no-glossary" in result.stderr
    assert "--glossary" in result.stderr


def test_a_project_that_is_none_is_refused_though_a_glossary_is_at_hand(elsewhere):
    result = run(elsewhere, "mentions", elsewhere / "note.txt")
    assert result.exit_code == 2
    assert "no-project" in result.stderr
