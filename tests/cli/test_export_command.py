"""`archivist export`: files or standard output, and what it refuses."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from archivist.cli import main
from archivist.export.formats import FORMATS

GLOSSARY = Path(__file__).parents[2] / "source" / "glossary"
SETTINGS = 'archive_code = "sma"\narchive_address = "https://archive.test"\narchive_email = "a@archive.test"\n'


@pytest.fixture
def run(holding):
    """Run the command on a project of two documents: `run("export", "ris")`; `settings` go into its conf.py."""
    project = holding(first=b"The ILO.", second=b"R202.")
    shutil.copytree(GLOSSARY, project / "source/glossary")

    def call(*arguments, settings="", code=0):
        (project / "conf.py").write_text('project = "Small"\n' + settings, encoding="utf-8")
        done = CliRunner().invoke(main, ["--project", str(project), "export", *map(str, arguments)])
        assert done.exit_code == code, done.output
        return done

    return call


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_is_written_into_a_folder(run, tmp_path, name):
    run(name, "--output", tmp_path / "out", settings=SETTINGS)
    (file,) = (tmp_path / "out").iterdir()
    assert file.name == Path(FORMATS[name].file).name
    assert file.stat().st_size


def test_documents_that_are_named_are_exported_alone_once_and_in_order(run):
    assert [line.split(",")[0] for line in run("csv", "second").stdout.splitlines()] == ["id", "second"]
    rows = run("csv", "second", "first", "second").stdout.splitlines()
    assert [line.split(",")[0] for line in rows] == ["id", "first", "second"]


def test_a_document_that_is_not_there_is_refused(run):
    refusal = run("ris", "third", code=2).stderr
    assert "no-such-document" in refusal
    assert "expected  the id of a document" in refusal


@pytest.mark.parametrize("name", sorted(name for name, one in FORMATS.items() if one.needs))
def test_what_needs_an_address_says_so_where_there_is_none(run, tmp_path, name):
    done = run(name, "--output", tmp_path / "out", code=2)
    assert done.stderr.count("setting-missing") == len(FORMATS[name].needs)
    assert "archive_address = " in done.stderr
    assert not (tmp_path / "out").exists()


def test_what_is_no_address_is_refused_by_every_export(run, tmp_path):
    settings = 'archive_address = "https://ex.test/a?b=1"\narchive_email = "nope"\n'
    done = run("ris", "--output", tmp_path / "out", settings=settings, code=2)
    assert done.stderr.count("setting-value") == 2
    assert not (tmp_path / "out").exists()


def test_a_database_is_not_printed(run):
    assert "--output" in run("sqlite", code=2).stderr


def test_what_is_no_json_comes_as_json_where_that_is_asked_for(run):
    printed = json.loads(run("ris", "--json").stdout)
    assert printed["file"] == "documents.ris"
    assert printed["text"] == run("ris").stdout_bytes.decode()


def test_lines_of_json_are_printed_as_they_are(run):
    lines = run("jsonl", "--json").stdout.splitlines()
    assert [json.loads(line)["document"] for line in lines] == ["first", "second"]


def test_annotations_are_packed_in_a_file_and_plain_when_printed(run, tmp_path):
    printed = run("annotations").stdout_bytes
    run("annotations", "--output", tmp_path / "out")
    assert gzip.decompress((tmp_path / "out/annotations.jsonl.gz").read_bytes()) == printed


@pytest.mark.parametrize("name", ["annotations", "jsonl"])
def test_of_an_archive_with_an_unsealed_document_nothing_is_printed(run, tmp_path, name):
    run(name)
    (text,) = tmp_path.glob("**/archive/second/data/*.txt")
    text.write_bytes(b"R202, edited.")
    assert run(name, code=2).stdout == ""
