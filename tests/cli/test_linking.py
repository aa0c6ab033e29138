"""`archivist link`: one key a mention, kept in the record, asked once."""

import json
import re

import pytest
from click.testing import CliRunner

from archivist.checks.auditing import audit
from archivist.cli import main
from archivist.glossary import load
from archivist.recognise import Recogniser
from archivist.store import Archive

TEXT = b"The ILO Convention No. 189 and ILO Convention No. 190 of the ILO.\n"
GLOSSARY = """
[[entry]]
id = "C102"
name = "Social Security (Minimum Standards) Convention, 1952 (No. 102)"
verified = true
"""


@pytest.fixture(autouse=True)
def _terminal(monkeypatch):
    monkeypatch.setattr("archivist.cli.linking._require_terminal", lambda: None)


@pytest.fixture
def archive(holding):
    project = holding(one=TEXT)
    (project / "source" / "glossary").mkdir(parents=True)
    (project / "source" / "glossary" / "ilo-instruments.toml").write_text(GLOSSARY, encoding="utf-8")
    return project


def link(project, keys, *options):
    result = CliRunner().invoke(main, ["--project", str(project), "link", "one", "--by", "Ana", *options], input=keys)
    assert result.exit_code == 0, result.output
    return result


def rulings(project):
    return Archive(project).record("one").ruling


def found(project, target):
    document = Archive(project).document("one")
    mentions = Recogniser(load(project / "source" / "glossary")).mentions(
        document.text, rulings=document.record.rulings
    )
    return [mention for mention in mentions if mention.target == target]


def asked(project):
    return [json.loads(line)["text"] for line in link(project, "", "--json").stdout.splitlines()]


def test_what_is_unmatched_is_asked_about(archive):
    assert {"ILO Convention No. 189", "ILO Convention No. 190"} <= set(asked(archive))


def test_no_takes_a_mention_away_and_the_bag_stays_sound(archive):
    count = len(asked(archive))
    link(archive, "n" * count)
    assert {ruling.decision for ruling in rulings(archive)} == {"no"}
    assert not found(archive, "C189")
    assert not audit(archive).faults


def test_other_links_to_the_entry_that_the_archivist_names(archive):
    position = asked(archive).index("ILO Convention No. 189")
    link(archive, "k" * position + "o" + "C102\n" + "q")
    (mention,) = found(archive, "C102")
    assert (mention.state, mention.entry, mention.start) == ("linked", "C102", 4)


def test_a_name_that_is_no_entry_is_asked_for_again(archive):
    position = asked(archive).index("ILO Convention No. 189")
    link(archive, "k" * position + "o" + "C1o2\n" + "C102\n" + "q")
    assert rulings(archive)[0].target == "C102"


def test_a_name_that_is_no_entry_is_answered_with_those_nearest_to_it(archive):
    more = "".join(GLOSSARY.replace("102", number) for number in ("29", "87", "155", "187"))
    path = archive / "source" / "glossary" / "ilo-instruments.toml"
    path.write_text(GLOSSARY + more, encoding="utf-8")
    shown = link(archive, "oc18\n\nq", "--all").stdout
    (offer,) = [line for line in shown.splitlines() if "no entry c18" in line]
    assert offer.partition("nearest: ")[2].split(", ")[0] == "C187"
    assert len(offer.partition("nearest: ")[2].split(", ")) == 3


def test_an_empty_answer_goes_back_to_the_same_question(archive):
    first = asked(archive)[0]
    link(archive, "o\n" + "s\n" + "n" + "q")
    (ruling,) = rulings(archive)
    assert (ruling.decision, ruling.exact) == ("no", first)


def test_what_was_chosen_is_said(archive):
    shown = link(archive, "nko" + "C102\n" + "q").stdout.splitlines()
    assert [line for line in shown if line in ("no", "skipped", "other: C102")] == ["no", "skipped", "other: C102"]


def test_without_a_terminal_it_says_what_to_do_before_it_asks(archive, monkeypatch):
    monkeypatch.undo()
    monkeypatch.setattr("archivist.cli.linking._TERMINAL", archive / "no-terminal")
    result = CliRunner().invoke(main, ["--project", str(archive), "link", "one"])
    assert result.exit_code == 2
    assert "terminal" in result.stderr
    assert "--no-input" in result.stderr
    assert result.stdout == ""


def test_the_context_is_shown_as_it_stands(archive, holding):
    holding(two=b"See (ILO Convention No. 189), please.\n")
    shown = CliRunner().invoke(main, ["--project", str(archive), "link", "two", "--no-input"]).stdout
    assert "… See (ILO Convention No. 189), please. …" in shown


def test_sic_makes_a_note_too(archive):
    position = asked(archive).index("ILO Convention No. 190")
    link(archive, "k" * position + "s" + "Convention No. 29\n" + "q")
    (note,) = Archive(archive).record("one").note
    assert (note.kind, note.exact, note.reading) == ("sic", "ILO Convention No. 190", "Convention No. 29")


def test_a_ruled_mention_is_not_asked_about_again(archive):
    before = asked(archive)
    link(archive, "y")
    assert asked(archive) == before[1:]


def test_skipping_and_leaving_write_nothing(archive):
    before = (archive / "archive" / "one" / "record.toml").read_bytes()
    link(archive, "kxq")
    assert (archive / "archive" / "one" / "record.toml").read_bytes() == before


def test_what_stood_in_the_record_stays_as_it_was_written(archive):
    before = (archive / "archive" / "one" / "record.toml").read_bytes()
    link(archive, "y")
    assert (archive / "archive" / "one" / "record.toml").read_bytes().startswith(before.rstrip(b"\n"))


def test_a_record_edited_by_hand_must_be_sealed_first(archive):
    path = archive / "archive" / "one" / "record.toml"
    edited = path.read_bytes() + b"# edited\n"
    path.write_bytes(edited)
    result = CliRunner().invoke(main, ["--project", str(archive), "link", "one"], input="y")
    assert result.exit_code == 2
    assert "archivist seal one" in result.output
    assert path.read_bytes() == edited


def test_a_ruling_that_no_longer_fits_is_told(archive):
    path = archive / "archive" / "one" / "record.toml"
    table = '\n[[ruling]]\nexact = "gone"\ndecision = "no"\nwho = "Ana"\nwhen = "2026"\n'
    path.write_bytes(path.read_bytes() + table.encode())
    assert "stale ruling" in link(archive, "", "--no-input").stderr


def test_each_ruling_is_kept_at_once_though_the_session_is_killed(archive, monkeypatch):
    keys = iter("yn")

    def die_at_the_third(*_, **__):
        key = next(keys, None)
        if key is None:
            raise SystemExit(137)
        return key

    before = asked(archive)
    monkeypatch.setattr("click.getchar", die_at_the_third)
    result = CliRunner().invoke(main, ["--project", str(archive), "link", "one", "--by", "Ana"])
    assert result.exit_code == 137
    assert [ruling.decision for ruling in rulings(archive)] == ["yes", "no"]
    assert not audit(archive).faults
    assert asked(archive) == before[2:]


def test_the_log_says_of_each_ruling_what_it_was_and_of_which_place_but_quotes_nothing(archive):
    """The log of a withheld document is published, its text is not."""
    first = asked(archive)[0]
    start = Archive(archive).document("one").text.index(first)
    link(archive, "nq")
    log = (archive / "archive" / "one" / "events.jsonl").read_text(encoding="utf-8")
    assert f"ruling on a mention: no, one#c{start}-{start + len(first)}" in log.splitlines()[-1]
    assert first not in log.splitlines()[-1]


def test_what_is_found_since_a_document_was_gone_through_is_new(archive):
    first = asked(archive)
    link(archive, "k" * len(first))
    assert asked(archive) == first
    glossary = archive / "source" / "glossary" / "ilo-instruments.toml"
    glossary.write_text(GLOSSARY + GLOSSARY.replace("102", "189"), encoding="utf-8")
    listed = {one["text"]: one for one in map(json.loads, link(archive, "", "--json").stdout.splitlines())}
    assert (listed["ILO Convention No. 189"]["state"], listed["ILO Convention No. 189"]["new"]) == ("linked", True)
    assert [text for text, one in listed.items() if one["new"]] == ["ILO Convention No. 189"]
    assert "C189: linked, new" in link(archive, "q").output
    assert "ILO Convention No. 189" in asked(archive)
    link(archive, "k" * len(asked(archive)))
    assert "ILO Convention No. 189" not in asked(archive)


def test_before_a_document_was_gone_through_nothing_that_is_linked_is_new(archive):
    glossary = archive / "source" / "glossary" / "ilo-instruments.toml"
    glossary.write_text(GLOSSARY + GLOSSARY.replace("102", "189"), encoding="utf-8")
    assert "ILO Convention No. 189" not in asked(archive)
    assert "ILO Convention No. 190" in asked(archive)


def test_what_is_kept_of_a_document_that_was_gone_through_tells_nothing_of_its_text(archive):
    link(archive, "k" * len(asked(archive)))
    kept = (archive / "source" / "linking" / "one.txt").read_text(encoding="ascii")
    mentions = Recogniser(load(archive / "source" / "glossary")).mentions(Archive(archive).document("one").text)
    assert len(kept.split()) == len(mentions)
    assert re.fullmatch(r"([0-9a-f]{16}\n)+", kept)


def _rule(archive, **table):
    path = archive / "archive" / "one" / "record.toml"
    lines = [f'{name} = "{value}"' for name, value in table.items()]
    path.write_text("\n".join([path.read_text(encoding="utf-8"), "[[ruling]]", *lines, ""]), encoding="utf-8")


@pytest.mark.parametrize("decision", ["other", "yes"])
def test_a_ruling_for_an_entry_that_is_gone_is_stale_and_its_mention_asked_about_again(archive, decision):
    before = asked(archive)
    _rule(archive, exact="ILO Convention No. 189", decision=decision, kind="ilo", target="GONE", who="Ana", when="2026")
    result = link(archive, "", "--no-input")
    assert "stale ruling, the glossary has no entry GONE: “ILO Convention No. 189”" in result.stderr
    assert "nothing to ask" not in result.stderr
    assert asked(archive) == before
    checked = CliRunner().invoke(main, ["--project", str(archive), "check", "one"])
    assert "GONE" in checked.output


def test_yes_to_what_has_no_entry_yet_is_not_stale(archive):
    position = asked(archive).index("ILO Convention No. 189")
    link(archive, "k" * position + "y" + "q")
    assert "stale" not in link(archive, "", "--no-input").stderr
    assert "ILO Convention No. 189" not in asked(archive)


def test_entries_of_the_mentions_kind_are_offered_first(archive):
    folder = archive / "source" / "glossary"
    names = "".join(f'[[entry]]\nid = "{id}"\nname = "{id}"\nverified = true\n' for id in ("C18", "ICN", "ILX"))
    (folder / "acronyms.toml").write_text(names, encoding="utf-8")
    shown = link(archive, "oC1\n\nq", "--all").stdout
    (offer,) = [line for line in shown.splitlines() if "no entry C1;" in line]
    assert offer.partition("nearest: ")[2].split(", ") == ["C102", "C18", "ICN"]
