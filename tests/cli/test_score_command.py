"""`archivist score`: the card, its errors, and files that it cannot score against."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from archivist.cli import main

ROOT = Path(__file__).parent.parent.parent
GOLD = ROOT / "tests" / "gold"


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
    assert "  missed  a 0-7  ilo C102\n          “nothing”" in result.stdout


def test_score_of_a_folder_whose_annotation_does_not_fit_its_text_is_refused(project, tmp_path):
    (tmp_path / "a.txt").write_text("other words", encoding="utf-8")
    mention = {"start": 0, "end": 3, "text": "ILO", "kind": "acronym", "target": "ILO", "anaphora": False}
    (tmp_path / "a.json").write_text(json.dumps({"doc": "a", "sha256": "", "mentions": [mention]}), encoding="utf-8")
    result = run(project, "score", tmp_path)
    assert result.exit_code == 2
    assert "gold-text" in result.stderr


ROW = {"start": 4, "end": 7, "text": "ILO", "kind": "acronym", "target": "ILO", "anaphora": False}
ILO = "the ILO met"


def annotated(folder, text, *rows, **more):
    folder.mkdir(exist_ok=True)
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (folder / "a.json").write_text(json.dumps({"doc": "a", "mentions": rows} | more), encoding="utf-8")
    return folder


def refused(project, folder):
    result = run(project, "score", folder, "--json")
    assert result.exit_code == 2
    return json.loads(result.stdout)["faults"]


@pytest.mark.parametrize(
    ("row", "where", "expected"),
    [
        (ROW | {"kind": "organisation"}, "mentions.1.kind", "'ilo', 'asean' or 'acronym'"),
        (ROW | {"start": "4"}, "mentions.1.start", "valid integer"),
        ({"start": 4}, "mentions.1.end", "required"),
        (ROW | {"end": 8}, "mentions.1, at 4-8", "'ILO'"),
        (ROW | {"start": 40, "end": 43}, "mentions.1, at 40-43", "'ILO'"),
    ],
)
def test_an_annotation_that_cannot_stand_is_named_with_what_may(project, tmp_path, row, where, expected):
    (fault,) = refused(project, annotated(tmp_path / "gold", ILO, row))
    assert fault["where"].endswith(f"a.json#{where}")
    assert expected in fault["expected"]


def test_annotations_of_another_text_are_refused(project, tmp_path):
    (fault,) = refused(project, annotated(tmp_path / "gold", ILO, ROW, sha256="0" * 64))
    assert fault["message"] == "the annotations are of another text"


def test_every_file_that_cannot_be_scored_is_named_at_once(project, tmp_path):
    folder = annotated(tmp_path / "gold", ILO, ROW)
    (folder / "b.json").write_text("{", encoding="utf-8")
    (folder / "c.json").write_text('{"mentions": []}', encoding="utf-8")
    (folder / "d.json").write_text('{"mentions": []}', encoding="utf-8")
    (folder / "d.txt").write_bytes(b"\xe9")
    assert [Path(fault["where"]).name for fault in refused(project, folder)] == ["b.json", "c.json", "d.txt"]


@pytest.mark.parametrize("floor", ["ilo = ", 'ilo = "high"', "place = 0.9"])
def test_a_floor_that_is_no_figure_of_a_kind_is_refused(project, tmp_path, floor):
    folder = annotated(tmp_path / "gold", ILO, ROW)
    (folder / "floor.toml").write_text(floor, encoding="utf-8")
    (fault,) = refused(project, folder)
    assert "floor.toml" in fault["where"]


def test_the_card_fits_eighty_columns_and_lists_each_error_with_its_words(project, tmp_path):
    text = "the ILO met on its Recommendation\nNo. 202 then"
    missed = {"start": 0, "end": 3, "text": "the", "kind": "asean", "target": "asean-charter-2007"}
    shown = run(project, "score", annotated(tmp_path / "gold", text, ROW, missed)).stdout
    assert max(map(len, shown.splitlines())) < 80
    assert shown.partition("2 errors:\n")[2].splitlines() == [
        "  missed  a 0-3  asean asean-charter-2007",
        "          “the”",
        "  wrong   a 19-41  ilo R202",
        "          “Recommendation No. 202”",
    ]
