import errno
import json
import os
import shutil
import threading
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
        f"{tmp_path / 'note.txt'}: 1 mention",
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
    assert result.stdout.splitlines()[0] == f"{elsewhere / 'note.txt'}: 1 mention"


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


def place(folder, name, data):
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    return folder / name


def test_what_cannot_be_read_hides_nothing_of_what_can(project, tmp_path):
    good, bad = place(tmp_path, "good.txt", b"the ILO met"), place(tmp_path, "bad.txt", b"caf\xe9")
    result = run(project, "mentions", bad, good, "nowhere", "--json")
    shown, refused = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 2
    assert [row["target"] for row in shown["mentions"]] == ["ILO"]
    assert [fault["where"] for fault in refused["faults"]] == [str(bad), "nowhere"]
    assert str(bad) in result.stderr


def test_files_of_the_same_name_are_told_apart_and_the_same_one_is_shown_once(project, tmp_path):
    files = [place(tmp_path, name, b"the ILO met") for name in ("x/a.txt", "y/a.txt")]
    lines = run(project, "mentions", *files, files[0], "--json").stdout.splitlines()
    assert [(one["doc"], one["source"]) for one in map(json.loads, lines)] == [("a", str(file)) for file in files]


def test_a_loop_of_symbolic_links_is_called_one(project, tmp_path):
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (fault,) = json.loads(run(project, "mentions", tmp_path / "loop.txt", "--json").stdout)["faults"]
    assert fault["found"] == os.strerror(errno.ELOOP)


def test_a_file_that_may_not_be_read_is_named_beside_the_others(project, tmp_path, monkeypatch):
    good, bad = place(tmp_path, "good.txt", b"the ILO met"), place(tmp_path, "bad.txt", b"")
    read_bytes = Path.read_bytes

    def refused(path):
        if path == bad:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    result = run(project, "mentions", bad, good)
    assert result.exit_code == 2
    assert os.strerror(errno.EACCES) in result.stderr
    assert f"{good}: 1 mention" in result.stdout


@pytest.mark.parametrize(
    ("text", "charset", "found"),
    [
        ("the ILO met", "utf-16", "UTF-16"),
        ("the ILO met", "utf-16-le", "null characters"),
        ("the ILO met\nin a café there", "latin-1", "0xe9 (at line 2)"),
    ],
)
def test_text_in_another_charset_is_refused_with_what_it_looks_like(project, tmp_path, text, charset, found):
    path = place(tmp_path, "a.txt", text.encode(charset))
    (fault,) = json.loads(run(project, "mentions", path, "--json").stdout)["faults"]
    assert fault["code"] == "not-utf-8"
    assert found in fault["found"]


def test_offsets_count_a_byte_order_mark_and_both_characters_of_a_line_end(project, tmp_path):
    data = b"\xef\xbb\xbfthe ILO met\r\nand R202\r\n"
    (row, other) = json.loads(run(project, "mentions", place(tmp_path, "a.txt", data), "--json").stdout)["mentions"]
    assert data.decode()[row["start"] : row["end"]] == "ILO"
    assert data.decode()[other["start"] : other["end"]] == "R202"


def test_an_empty_file_mentions_nothing(project, tmp_path):
    result = run(project, "mentions", place(tmp_path, "a.txt", b""))
    assert (result.exit_code, result.stdout) == (0, f"{tmp_path / 'a.txt'}: 0 mentions\n")


def test_a_name_in_no_charset_can_be_printed(project, tmp_path):
    path = place(tmp_path, os.fsdecode(b"caf\xe9.txt"), b"the ILO met")
    result = run(project, "mentions", path, "--json")
    assert (result.exit_code, json.loads(result.stdout)["doc"]) == (0, "caf\ufffd")


def test_what_comes_through_a_pipe_is_read(project, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_bytes, args=(b"the ILO met",))
    writer.start()
    result = run(project, "mentions", tmp_path / "pipe")
    writer.join()
    assert result.stdout.splitlines()[0].endswith("pipe: 1 mention")
