"""The commands as a person gives them: exit status, standard output, standard error."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import click
import pytest
from click.testing import CliRunner

from archivist.cli import COMMANDS, main
from archivist.store import Archive
from archivist.store.record import DocumentType

GLOSSARY = Path(__file__).parents[2] / "tools/archivist/ingest/project/source/glossary"
DESCRIBED = ["--title", "T", "--creator", "A", "--date", "2018", "--source", "s", "--language", "en", "--type", "blog"]

HELP = """
import sys
from archivist.cli import main
try:
    main(["--help"])
except SystemExit:
    print("pydantic" in sys.modules)
"""


@pytest.fixture
def run(project, monkeypatch):
    """Give a command inside the project: `run("list")`; the result has exit_code, stdout and stderr."""
    (project / "source").mkdir(exist_ok=True)
    monkeypatch.chdir(project / "source")

    def give(*words, **options):
        return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False, **options)

    return give


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "file.txt"
    path.write_bytes(b"the text\r\n")
    return path


def test_add_list_show_check_and_audit(run, file):
    added = run("add", file, *DESCRIBED, "--no-input")
    assert (added.exit_code, added.stdout) == (0, "added 2018-t\n")
    assert run("list").stdout == "2018-t  2018  blog  T\n"
    assert "8" not in run("list", "--json").stderr
    shown = run("show", "2018-t")
    assert "creator" in shown.stdout
    assert "10 characters in 1 paragraph (lines)" in shown.stdout
    assert run("show", "2018-t", "--text").stdout_bytes == file.read_bytes()
    assert run("check").exit_code == 0
    audit = run("audit")
    assert audit.exit_code == 0
    assert "no faults" in audit.stdout


def test_json_is_one_object_a_line_on_standard_output_and_nothing_else(run, file):
    assert json.loads(run("add", file, *DESCRIBED, "--no-input", "--json").stdout) == {"id": "2018-t", "added": True}
    assert json.loads(run("list", "--json").stdout)["creator"] == ["A"]
    assert json.loads(run("show", "2018-t", "--json").stdout)["paragraphs"] == 1
    assert json.loads(run("check", "--json").stdout) == {"documents": 1, "mended": [], "faults": []}
    audit = json.loads(run("audit", "--json").stdout)
    assert (audit["documents"], audit["files"], audit["faults"], audit["logged"]) == (1, 9, [], True)
    assert json.loads(run("seal", "2018-t", "--why", "w", "--json").stdout) == {"id": "2018-t", "sealed": False}


def test_a_refusal_as_json_goes_to_standard_output_too(run):
    result = run("show", "none", "--json")
    assert result.exit_code == 2
    assert json.loads(result.stdout)["faults"][0]["code"] == "no-such-document"
    assert "no document" in result.stderr


def test_standard_input_is_added(run, project):
    assert run("add", "-", *DESCRIBED, input=b"from a pipe").exit_code == 0
    assert Archive(project).document("2018-t").text == "from a pipe"


def test_every_missing_value_is_listed_and_nothing_asked(run, file):
    result = run("add", file, "--no-input", "--title", "T", "--type", "blog")
    assert result.exit_code == 2
    assert [line for line in result.stderr.splitlines() if "is missing" in line] == [
        f"error: {name} is missing [record-missing-key]" for name in ("creator", "date", "source", "language")
    ]


def test_a_terminal_is_asked_for_what_is_missing(run, file, project, monkeypatch):
    monkeypatch.setattr("archivist.cli.adding._is_terminal", lambda: True)
    result = run("add", file, "--title", "T", input="A; B\n2018-13\nunknown\nweb\nxx-\nen\nno such type\nblog\n")
    assert result.exit_code == 0, result.output
    *types, last = map(repr, get_args(DocumentType))
    one_of = ", ".join(types)
    assert [line for line in result.stderr.splitlines() if line.startswith("Error")] == [
        "Error: expected a date in EDTF (ISO 8601-2), such as 2018-11-15, 2015-11 or 2016~",
        "Error: expected a language tag (BCP 47), such as en, vi or zh-Hant",
        f"Error: expected {one_of} or {last}",
    ]
    record = Archive(project).record("undated-t")
    assert (record.creator, record.date, record.type) == (("A", "B"), "unknown", "blog")


def test_a_record_prepared_by_hand_is_taken_whole_and_options_go_above_it(run, file, project, tmp_path):
    (tmp_path / "record.toml").write_text(
        "title = 'By hand'\ncreator = ['A']\ndate = '2018'\nsource = 's'\nlanguage = 'en'\ntype = 'blog'\n"
        "[[part]]\nfirst = 1\n[[note]]\nexact = 'the text'\nkind = 'sic'\nevidence = 'e'\nwho = 'A'\nwhen = '2026'\n",
        encoding="utf-8",
    )
    assert run("add", file, "--record", tmp_path / "record.toml", "--id", "mine", "--type", "letter").exit_code == 0
    record = Archive(project).record("mine")
    assert (record.title, record.type, record.note[0].exact, record.part[0].first) == (
        "By hand",
        "letter",
        "the text",
        1,
    )


def test_a_fault_is_located_where_its_value_was_said(run, file, tmp_path):
    record = tmp_path / "r.toml"
    record.write_text("titel = 'T'\ncreator = ['A']\ndate = '2018-13'\nsource = 's'\ntype = 'blog'\n", encoding="utf-8")
    result = run("add", file, "--record", record, "--language", "xx", "--no-input", "--json")
    places = {fault["where"] for fault in json.loads(result.stdout)["faults"]}
    assert places == {f"{record}#titel", f"{record}#title", f"{record}#date", f"{file}#language"}


def test_a_name_that_is_empty_is_one_fault(run, file):
    result = run("add", file, *DESCRIBED, "--creator", "", "--json")
    (fault,) = json.loads(result.stdout)["faults"]
    assert (fault["where"], fault["expected"]) == (f"{file}#creator.2", 'a name, or "unknown"')


@pytest.mark.parametrize("option", [("--id", ""), ("--id", "A B"), ("--media-type", "foo"), ("--url", "javascript:x")])
def test_a_value_that_cannot_stand_adds_nothing(run, file, project, option):
    result = run("add", file, *DESCRIBED, *option)
    assert result.exit_code == 2
    assert "expected" in result.stderr
    assert Archive(project).ids() == ()


@pytest.mark.parametrize("why", ["", " "])
def test_a_seal_needs_a_reason(run, file, project, why):
    run("add", file, *DESCRIBED)
    record = project / "archive/2018-t/record.toml"
    record.write_bytes(record.read_bytes().replace(b'"T"', b'"U"'))
    assert run("seal", "2018-t", "--why", why).exit_code == 2
    assert run("audit").exit_code == 1


@pytest.mark.parametrize("code", ["A B", "A", "", "a_b", "a-", "é"])
def test_a_code_that_no_address_can_carry_is_refused(run, tmp_path, code):
    result = run("new", tmp_path / "other", "--code", code)
    assert (result.exit_code, (tmp_path / "other").exists()) == (2, False)
    assert "--code" in result.stderr


def test_a_title_without_latin_letters_needs_a_code(run, tmp_path):
    result = run("new", tmp_path / "other", "--title", "日本語")
    assert (result.exit_code, (tmp_path / "other").exists()) == (2, False)
    assert "no Latin letters" in result.stderr
    assert "--code" in result.stderr
    assert run("new", tmp_path / "other", "--title", "日本語", "--code", "nihongo").exit_code == 0
    assert 'archive_code = "nihongo"' in (tmp_path / "other/conf.py").read_text(encoding="utf-8")


def test_any_field_can_be_set(run, file, project):
    basis = ["--set", "evidence.date.basis=line 1", "--set", "evidence.date.certainty=stated", "--charset", "ascii"]
    assert run("add", file, *DESCRIBED, *basis, "--place", "Hanoi", "--rights-holder", "ILO").exit_code == 0
    record = Archive(project).record("2018-t")
    assert (record.evidence["date"].basis, record.places, record.rights.holder) == ("line 1", ("Hanoi",), "ILO")


@pytest.mark.parametrize(
    "words",
    [
        ["add"],
        ["add", "a", "--batch", "b"],
        ["add", "a", "b", "--id", "c"],
        ["add", "a", "--set", "x=y"],
        ["seal", "a"],
        ["no-such-command"],
        ["list", "--no-such-option"],
        ["new"],
    ],
)
def test_wrong_use_has_status_2(run, words):
    result = run(*words)
    assert result.exit_code == 2
    assert result.stderr
    assert not result.stdout


@pytest.mark.parametrize(
    "words", [["list"], ["check", "none"], ["audit", "none"], ["seal", "none", "--why", "w"], ["show", ".."]]
)
def test_what_is_not_there_has_status_2_or_an_empty_list(run, words):
    result = run(*words)
    assert result.exit_code == (0 if words == ["list"] else 2)


def test_outside_a_project_every_command_says_so(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["list"])
    assert result.exit_code == 2
    assert "not inside an archive project" in result.stderr


def test_a_project_can_be_named(project, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["--project", str(project), "list"]).exit_code == 0
    assert CliRunner().invoke(main, ["--project", str(tmp_path), "list"]).exit_code == 2


def test_faults_have_status_1_and_say_what_mends_them(run, file, project):
    run("add", file, *DESCRIBED)
    (project / "archive/2018-t/data/file.txt").write_bytes(b"The text\r\n")
    (project / "source/documents/2018-t.md").unlink()
    audit = run("audit")
    assert audit.exit_code == 1
    for words in ("payload-digest", "archive/2018-t/data/file.txt", "expected", "found", "remedy"):
        assert words in audit.stdout
    assert run("check").exit_code == 1


def test_damage_is_told_wherever_words_of_a_text_are_given(run, file, project):
    run("add", file, *DESCRIBED)
    shutil.copytree(GLOSSARY, project / "source/glossary")
    sound = run("audit")
    assert "state of the archive: sha256" in sound.stdout
    original = project / "archive/2018-t/data/file.txt"
    original.write_bytes(original.read_bytes().replace(b"text", b"tent"))
    for words in (["export", "jsonl"], ["export", "annotations"], ["mentions", "2018-t"], ["find", "tent"]):
        refused = run(*words)
        assert refused.exit_code == 2, words
        assert "is not as it was sealed" in refused.stderr
        assert "tent" not in refused.stdout
    shown = run("show", "2018-t", "--text")
    assert (shown.exit_code, "tent" in shown.stdout, "is not as it was sealed" in shown.stderr) == (2, True, True)
    audit = run("audit").stdout
    assert "sealed, before these faults, as: sha256" in audit
    assert "state of the archive" not in audit


def test_mending_writes_derived_files_anew(run, file, project):
    run("add", file, *DESCRIBED)
    (project / "source/documents/2018-t.md").unlink()
    mended = run("check", "--mend")
    assert mended.exit_code == 0
    assert "written anew: source/documents/2018-t.md" in mended.stdout


def test_audits_are_logged_in_a_chain(run, file, project):
    run("add", file, *DESCRIBED)
    run("audit", "--by", "Ana")
    run("audit")
    first, second = (project / "archive/audits.jsonl").read_bytes().splitlines()
    assert json.loads(first)["linkingAgentIdentifier"][0] == "Ana"
    assert json.loads(second)["previous"]
    assert run("audit").exit_code == 0


def test_an_audit_of_an_archive_that_cannot_be_written_to_is_not_logged(run, file, project, monkeypatch):
    run("add", file, *DESCRIBED)

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("archivist.cli.checking.log_audit", refuse)
    result = run("audit")
    assert result.exit_code == 0
    assert "not logged" in result.stderr


def test_the_systems_refusal_is_one_message(run, file, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device", "archive/x")

    monkeypatch.setattr("archivist.ingest.settling.write_bag", full)
    result = run("add", file, *DESCRIBED)
    assert result.exit_code == 2
    assert "No space left on device" in result.stderr


def test_an_interrupted_change_is_finished_by_the_next_command(run, file, project):
    run("add", file, *DESCRIBED)
    archive = project / "archive"
    (archive / "2018-t").rename(archive / ".new-2018-t")
    (archive / ".journal.json").write_text('{"ids": ["2018-t"]}', encoding="utf-8")
    assert run("list").stdout == "2018-t  2018  blog  T\n"
    assert not (archive / ".journal.json").exists()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_and_json(name):
    command = main.get_command(click.Context(main), name)
    assert command.help
    assert any("--json" in option.opts for option in command.params)


def test_the_overview_loads_no_command():
    shown = subprocess.run([sys.executable, "-c", HELP], capture_output=True, text=True, check=True).stdout
    assert shown.splitlines()[-1] == "False"
    assert all(name in shown for name in COMMANDS)
