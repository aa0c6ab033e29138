import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from archivist.cli import main

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Give a copy of this archive, nothing of it built."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "archive", folder / "archive")
    shutil.copytree(ROOT / "source" / "glossary", folder / "source" / "glossary")
    shutil.copy(ROOT / "conf.py", folder)
    return folder


def find(project, *arguments):
    return CliRunner().invoke(main, ["--project", str(project), "find", *arguments])


def results(project, *arguments):
    return json.loads(find(project, *arguments, "--json").stdout)


def test_a_result_names_its_passage_and_shows_the_words_around_the_hit(project):
    lines = find(project, '"concept of social protection floors"').stdout.splitlines()
    assert lines[0] == "1 result"
    assert lines[3:5] == [
        "  15 November 2018, news item",
        "  aspa:2018-arosp-sixth-biennial-meeting@a6c7f4b13505211d#p3",
    ]
    assert "to the concept of social protection floors." in lines[5]


def test_words_need_no_quotation_marks_and_the_paragraphs_of_a_document_come_together(project):
    apart, quoted = (find(project, *words).stdout for words in (["domestic", "workers"], ["domestic workers"]))
    assert apart == quoted
    heads = [line for line in apart.splitlines() if line and not line.startswith(" ")][1:]
    places = [line for line in apart.splitlines() if line.startswith("  aspa:")]
    assert len(set(heads)) == len(heads) < len(places)


def test_a_word_with_a_hyphen_before_it_is_left_out_and_a_misspelt_option_is_told(project):
    without = find(project, "floors", "-Nepal", "-health", "--only", "year=2018").stdout
    assert without.startswith("1 result\n")
    slip = find(project, "floors", "--limt", "3")
    assert slip.exit_code == 2
    assert "No such option: --limt" in slip.stderr
    assert find(project, "--", "--pension").exit_code == 0


def test_a_year_alone_lists_its_documents_and_nothing_at_all_is_wrong_use(project):
    assert [row["date"] for row in results(project, "--only", "year=2018")["results"]] == ["15 November 2018"]
    assert find(project).exit_code == 2


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("aspa:{}#p3", "#p3"),
        ("{}@a6c7f4b13505211d#p3", "?sha256=a6c7f4b13505211d#p3"),
        ("{}#p3", "#p3"),
    ],
)
def test_an_identifier_finds_what_it_names(project, written, place):
    id_ = "2018-arosp-sixth-biennial-meeting"
    assert results(project, written.format(id_))["identified"]["address"] == f"documents/{id_}.html{place}"
    assert results(project, id_)["identified"]["document"] == id_


@pytest.mark.parametrize(
    ("written", "nearest", "why"),
    [
        ("{}#p9999", "{}#p10", "has 10 paragraphs"),
        ("{}#p0", "{}#p1", "from 1"),
        ("{}#p9-2", "{}#p2-9", "before"),
        ("{}#c3-3", "{}#c3-4", "before"),
        ("{}#c999998-999999", "{}#c2074-2075", "code points"),
        ("aspa:{}@0123456789abcdef#p3", "aspa:{}@a6c7f4b13505211d#p3", "another text"),
    ],
)
def test_no_passage_is_vouched_for_that_is_not_there(project, written, nearest, why):
    id_ = "2018-arosp-sixth-biennial-meeting"
    found = results(project, written.format(id_))["identified"]
    assert found["identifier"] == nearest.format(id_)
    assert why in found["missing"]
    printed = find(project, written.format(id_)).stdout
    assert why in printed.splitlines()[0]
    assert "this is what" not in printed


@pytest.mark.parametrize(
    "written", ["other:2018-arosp-sixth-biennial-meeting#p3", "2018-no-such-thing#p3", "self-employed"]
)
def test_what_names_nothing_here_is_looked_for_as_words(project, written):
    assert "identified" not in results(project, written)


def test_any_name_of_an_instrument_finds_the_same(project):
    one, other = (results(project, query)["results"] for query in ("R202", "Recommendation No. 202"))
    assert [row["passage"] for row in one] == [row["passage"] for row in other]
    assert len(one) == 4
    assert "also: " in find(project, "R202").stdout


def test_the_marks_are_of_the_text(project):
    (best, *_) = results(project, "domestic workers")["results"]
    assert {best["text"][start:end].lower() for start, end in best["marks"]} >= {"domestic", "workers"}


def test_a_repaired_word_and_a_narrowed_search_are_told(project):
    found = results(project, "protecton", "--only", "year=2018", "--sort", "newest")
    assert found["instead"] == {"protecton": "protection"}
    assert [row["date"] for row in found["results"]] == ["15 November 2018"]


def test_nothing_found_is_no_error(project):
    result = find(project, "xylograph")
    assert (result.exit_code, result.stdout) == (0, "0 results\n")


def test_a_facet_that_is_none_is_wrong_use(project):
    result = find(project, "R202", "--only", "colour=red")
    assert result.exit_code == 2
    assert "no-facet" in result.stderr


def test_the_index_is_kept_and_written_anew_when_a_record_changes(project):
    find(project, "R202")
    pointer = project / "build" / "search" / "current.js"
    written = pointer.stat().st_mtime_ns
    find(project, "C102")
    assert pointer.stat().st_mtime_ns == written
    record = project / "archive/2018-arosp-sixth-biennial-meeting/record.toml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("Asian Roundtable on Social Protection", "A xylograph", 1), encoding="utf-8")
    assert [row["document"] for row in results(project, "xylograph")["results"]] == [record.parent.name]
    record.write_text(text, encoding="utf-8")
    assert results(project, "xylograph")["total"] == 0


def test_h_alone_asks_for_help_and_before_letters_leaves_a_word_out(project):
    assert find(project, "-h").stdout.startswith("Usage: ")
    assert not find(project, "-health").stdout.startswith("Usage: ")
