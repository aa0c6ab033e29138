"""`archivist verify` as a person gives it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from archivist.cli import main


@pytest.fixture
def verify(holding, monkeypatch):
    monkeypatch.chdir(holding(**{"2012-floors": "Members should act.\nEach State\u00a0reviews its floors.\n".encode()}))

    def give(*words, **options):
        return CliRunner().invoke(main, ["verify", *words], catch_exceptions=False, **options)

    return give


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["2012-floors"], 0),
        (["2012-floors#p2"], 0),
        (["2012-floors#c0-7"], 0),
        (["Members should act."], 0),
        (["Members"], 0),
        (["2012-floors#p1", "Members"], 0),
        (["Each State reviews"], 3),
        (["2012-floors#p2", "Members should act."], 4),
        (["2012-floors@0123456789abcdef#p1"], 5),
        (["Each Stage reviews its floors."], 5),
        (["pensions"], 6),
        (["2012-floors#p3"], 2),
        (["2012-flors#p1"], 2),
        (["other:2012-floors"], 2),
        (["no passage", "Members"], 2),
        ([" "], 2),
        ([], 2),
    ],
)
def test_each_answer_has_its_exit_status(verify, words, status):
    result = verify(*words)
    assert result.exit_code == status
    assert bool(result.stdout) == (status != 2)


MISREAD = [
    ("2012-floors#p99999999999999999999", "2012-floors#p2"),
    ("2012-floors@123#p2", "2012-floors@{digest}#p2"),
    ("2012-floors#x2", "2012-floors#p2"),
    ("2012-floors#p-1", "2012-floors#p1"),
    ("2012-floors#p2-", "2012-floors#p2"),
    ("2012-floors#c5", "2012-floors#c5-6"),
    ("2012-floors#P2", "2012-floors#p2"),
    ("2012-FLOORS#p1", "2012-floors#p1"),
    ("2012-floors#", "2012-floors"),
    ("https://archive.test/documents/2012-floors.html#p2-", "2012-floors#p2"),
    ("https://archive.test/documents/2012-floors.html?sha256=123#p2", "2012-floors@{digest}#p2"),
]


@pytest.mark.parametrize(("written", "nearest"), MISREAD)
def test_what_was_to_be_an_identifier_is_refused_with_the_nearest(verify, written, nearest):
    digest = json.loads(verify("2012-floors", "--json").stdout)["places"][0]["text_sha256"][:16]
    for words in (["verify", written], ["verify", written, "Members"], ["cite", written]):
        result = CliRunner().invoke(main, [*words, "--json"], catch_exceptions=False)
        assert result.exit_code == 2
        (fault,) = json.loads(result.stdout)["faults"]
        assert (fault["code"], fault["expected"]) == ("passage-malformed", f"nearest: {nearest.format(digest=digest)}")
    assert verify(nearest.format(digest=digest)).exit_code == 0


@pytest.mark.parametrize("around", [" {}", "{} ", "{}\n", "\u00a0{}\t", "\r\n{}"])
def test_white_space_around_an_identifier_is_none_of_it(verify, around):
    for given in ("2012-floors", "2012-floors#p2"):
        assert verify(around.format(given)).exit_code == 0
        assert verify(around.format(given), "Each State").stdout.startswith(verify(given, "Each State").stdout)
        assert verify("-", input=around.format(given) + "\n").exit_code == 0
    assert "nearest: 2012-floors#p2" in verify(around.format("2012-floors#p9")).stderr
    assert "nearest: 2012-floors#p2" in verify(around.format("2012-floors#x2")).stderr


@pytest.mark.parametrize("around", [" {}", "{}\n"])
def test_white_space_around_an_identifier_that_is_cited_is_none_of_it(verify, around):
    assert verify("2012-floors").exit_code == 0
    result = CliRunner().invoke(main, ["cite", around.format("2012-floors#p2")], catch_exceptions=False)
    assert (result.exit_code, result.stdout) == (0, CliRunner().invoke(main, ["cite", "2012-floors#p2"]).stdout)


@pytest.mark.parametrize(
    "around",
    ["aspa:{}.", "“{}”", "(aspa:{})", "ASPA:{}", "<{}>,", "[Aspa:{}];", "https://archive.test/documents/{}.", "“{}.”"],
)
def test_marks_around_an_identifier_and_a_code_in_capitals_are_passed_over_with_a_remark(verify, around):
    Path("conf.py").write_text('author = "The Editors"\narchive_code = "aspa"\n', encoding="utf-8")
    written = around.format("2012-floors.html#p2" if "://" in around else "2012-floors#p2")
    code = "aspa:" if "aspa:" in written.lower() else ""
    remark = f"The identifier was read as {code}2012-floors#p2."
    for words in ([written], [written, "Each State"]):
        result = verify(*words)
        assert (result.exit_code, result.stdout.splitlines()[1].strip()) == (0, remark)
    cited = CliRunner().invoke(main, ["cite", written], catch_exceptions=False)
    assert (cited.exit_code, cited.stderr.strip()) == (0, remark)


@pytest.mark.parametrize("between", [" ", "\n", " \n\n"])
@pytest.mark.parametrize(
    "passage", ["2012-floors#p2", "(aspa:2012-floors#p2)", "2012-floors", f"2012-floors@{'0' * 16}#p2"]
)
def test_an_identifier_may_stand_before_the_words_as_on_the_page(verify, passage, between):
    Path("conf.py").write_text('author = "The Editors"\narchive_code = "aspa"\n', encoding="utf-8")
    for words in ("Each State", "nothing of the kind"):
        assert verify(f"{passage}{between}{words}").stdout == verify(passage, words).stdout
    assert verify(f"see {passage}{between}Each State").exit_code in (5, 6)


def test_a_mark_of_byte_order_before_an_identifier_is_passed_over_and_before_words_listed(verify):
    assert verify("\ufeff2012-floors#p2 Each State").stdout.startswith("EXACT")
    assert verify("2012-floors#p2 \ufeffEach State").stdout.startswith("SAME WORDS")
    assert not verify("2012-floors#p2 \x1cEach State").stdout.startswith(("EXACT", "SAME WORDS"))


def test_a_slip_in_an_identifier_before_words_is_refused(verify):
    result = verify("2012-floors#q2 Each State")
    assert (result.exit_code, "nearest: 2012-floors#p2" in result.stderr) == (2, True)


@pytest.mark.parametrize("words", ["“2012-floors”", "`2012-floors`", "(2012-floors)."])
def test_an_id_in_marks_that_no_text_has_is_refused_and_offered_without_them(verify, words):
    result = verify(words)
    assert result.exit_code == 2
    assert "nearest: 2012-floors" in result.stderr
    assert f"no text has the words {words}" in result.stderr


@pytest.mark.parametrize("words", ["“call:back”", "(nobody#p2)"])
def test_words_in_marks_that_are_no_passage_of_a_document_are_words(verify, words):
    assert verify(words).exit_code == 6


@pytest.mark.parametrize("written", ["2012-flors", "2012-FLOORS", " 2012-floor\n"])
def test_an_id_that_is_none_is_refused_with_the_nearest(verify, written):
    (fault,) = json.loads(verify("--json", written).stdout)["faults"]
    assert (fault["code"], fault["expected"]) == ("no-such-document", "nearest: 2012-floors")
    assert verify(written).exit_code == 2


@pytest.mark.parametrize("words", ["2012-2013", "1999-pensions-for-all", "floors-2012"])
def test_words_like_an_id_that_are_near_none_are_words(verify, words):
    assert verify(words).exit_code == 6


def test_words_that_only_look_like_an_identifier_are_words(verify):
    assert verify("call#1").exit_code == 6
    assert verify("2012-floors #p1").exit_code == 6


def test_standard_input_is_read_less_its_last_line_end(verify):
    assert verify("-", input="Members should act.\n").stdout.startswith("EXACT\n")
    assert verify("-", input="Members should act.\nEach").stdout.startswith("EXACT\n")
    assert verify("2012-floors#p1", "-", input="Members\n").exit_code == 0
    assert verify("-", input=b"\xff").exit_code == 2
    assert "not text in UTF-8" in verify("-", input=b"\xff").stderr


def test_the_differences_are_printed(verify):
    assert "space at 30: the source has '\\xa0', the quotation ' '" in verify("State reviews").stdout
    assert "words at 25: the source has 'State', the quotation 'Stage'" in verify("Each Stage\u00a0reviews its").stdout


def test_json_gives_the_verdict_the_places_and_the_differences(verify):
    result = json.loads(verify("--json", "State reviews").stdout)
    assert (result["verdict"], result["exit_status"]) == ("SAME WORDS", 3)
    (place,) = result["places"]
    assert place["span"] == [25, 38]
    assert place["differences"] == [{"kind": "space", "source": "\u00a0", "quoted": " ", "start": 30}]
    assert json.loads(verify("--json", "2012-floors#p9").stdout)["faults"][0]["code"] == "passage-outside"
