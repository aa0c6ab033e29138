"""`archivist link`: one key a mention, kept in the record, asked once."""

import json
import re

import click
import pytest
from click.testing import CliRunner

from archivist.checks.auditing import audit
from archivist.cli import main
from archivist.glossary import load
from archivist.ingest.adding import Act, Wish, add
from archivist.ingest.receiving import Received
from archivist.ingest.sealing import seal
from archivist.recognise import Recogniser
from archivist.store import Archive

TEXT = b"The ILO Convention No. 189 and ILO Convention No. 190 of the ILO.\n"
GLOSSARY = """
[[entry]]
id = "C102"
name = "Social Security (Minimum Standards) Convention, 1952 (No. 102)"
verified = true
"""
ACT = Act("Ana", "2026-01-02T03:04:05Z")
FIELDS = {"title": "A title", "creator": ["CDI"], "date": "2018", "source": "web", "language": "en", "type": "blog"}


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


DOMESTIC = """
[[entry]]
id = "C189"
name = "Domestic Workers Convention, 2011 (No. 189)"
forms = ["convention sur les travailleuses et travailleurs domestiques"]
verified = true
"""


def write(archive, name, text):
    (archive / "source" / "glossary" / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("words", ["domestic", "WORKERS dom", "189", "travailleuses", "c18"])
def test_an_entry_is_found_by_a_part_of_its_name_form_or_id_and_picked_by_its_number(archive, words):
    write(archive, "ilo-instruments.toml", GLOSSARY + DOMESTIC)
    shown = link(archive, f"o{words}\n1\nq", "--all").stdout
    assert "  1  Domestic Workers Convention, 2011 (No. 189)  [C189]" in shown
    assert [ruling.target for ruling in rulings(archive)] == ["C189"]


def test_a_number_that_is_not_in_the_list_picks_nothing(archive):
    write(archive, "ilo-instruments.toml", GLOSSARY + DOMESTIC)
    link(archive, "odomestic\n2\n\nq", "--all")
    assert not rulings(archive)


def test_of_many_entries_nine_are_listed_and_the_others_counted(archive):
    more = "".join(GLOSSARY.replace("102", f"1{number}") for number in range(20, 31))
    write(archive, "ilo-instruments.toml", GLOSSARY + more)
    shown = link(archive, "osocial security\n\nq", "--all").stdout
    assert "  9  " in shown
    assert " 10  " not in shown
    assert "and 3 more: say more words" in shown


def test_words_that_no_entry_has_are_answered_with_entries_like_them(archive):
    write(archive, "ilo-instruments.toml", GLOSSARY + DOMESTIC)
    shown = link(archive, "oDomestc Werkers Convention\n1\nq", "--all").stdout
    assert "no entry has “Domestc Werkers Convention” in its id, name or forms; like it:" in shown
    assert [ruling.target for ruling in rulings(archive)] == ["C189"]


def test_words_that_are_like_nothing_are_answered_with_where_entries_are(archive):
    shown = link(archive, "oxyzzy\n\nq", "--all").stdout
    assert "no entry has “xyzzy” in its id, name or forms: `source/glossary/` holds all entries" in shown


def test_another_key_is_answered_with_what_each_key_does(archive):
    shown = link(archive, "?q").stdout
    assert all(f"  {key}  {word}" in shown for key, word in zip("ynoaskq", HELPED, strict=True))


HELPED = ("yes", "no", "other", "ambiguous", "sic", "skip", "quit")


def test_yes_to_an_ambiguous_mention_asks_which_one_it_is(archive):
    table = '[[entry]]\nid = "{}"\nname = "Maternity Protection Convention, {} (No. {})"\nverified = true\n'
    write(archive, "ilo-instruments.toml", table.format("C103", 1952, 103) + table.format("C183", 2000, 183))
    text = b"The ILO and the Maternity Protection Convention."
    add(archive, [Wish(Received("two.txt", text), FIELDS, "two.txt", "two")], ACT)
    words = ["--project", str(archive), "link", "two"]
    position = len(CliRunner().invoke(main, [*words, "--no-input"]).stdout.partition("ambiguous")[0].split("¶")) - 2
    result = CliRunner().invoke(main, words, input="k" * position + "y2\n")
    choices = (
        "    or Maternity Protection Convention, 1952 (No. 103)  [C103]\n"
        "    or Maternity Protection Convention, 2000 (No. 183)  [C183]\n"
    )
    assert f"ambiguous\n{choices}" in result.stdout
    (ruling,) = Archive(archive).record("two").ruling
    assert (ruling.decision, ruling.target, ruling.kind) == ("yes", "C183", "ilo")


@pytest.mark.parametrize("ending", [EOFError, KeyboardInterrupt, click.Abort])
def test_to_interrupt_a_line_keeps_what_was_ruled_and_says_so(archive, monkeypatch, ending):
    def interrupted(*_, **__):
        raise ending

    monkeypatch.setattr("click.prompt", interrupted)
    shown = link(archive, "no").stdout
    assert "1 ruling written, " in shown
    assert [ruling.decision for ruling in rulings(archive)] == ["no"]


def test_a_mention_is_shown_with_its_paragraph_and_the_name_of_its_entry(archive):
    write(archive, "ilo-instruments.toml", GLOSSARY + DOMESTIC)
    shown = link(archive, "", "--all", "--no-input").stdout
    assert "¶ 1  ilo C189: linked\n    = Domestic Workers Convention, 2011 (No. 189)  [C189]\n" in shown


def test_lines_fit_the_terminal(archive, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    add(archive, [Wish(Received("two.txt", b"word " * 30 + TEXT + b"word " * 30), FIELDS, "two.txt", "two")], ACT)
    shown = CliRunner().invoke(main, ["--project", str(archive), "link", "two", "--no-input"]).stdout
    assert "ILO Convention No. 189" in " ".join(shown.split())
    assert max(map(len, shown.splitlines())) < 60


@pytest.mark.parametrize(("no_color", "is_coloured"), [("1", False), ("", True)])
def test_a_mention_is_marked_by_signs_and_coloured_unless_the_archivist_wants_none(archive, no_color, is_coloured):
    words = ["--project", str(archive), "link", "one", "--no-input"]
    shown = CliRunner().invoke(main, words, color=True, env={"NO_COLOR": no_color}).stdout
    assert "The ⟦ILO Convention No. 189⟧ and" in click.unstyle(shown)
    assert ("\x1b[" in shown) == is_coloured


def test_what_could_steer_the_terminal_is_shown_and_not_sent(archive):
    add(archive, [Wish(Received("two.txt", b"\x1b[2J The ILO Convention No. 189."), FIELDS, "two.txt", "two")], ACT)
    shown = CliRunner().invoke(main, ["--project", str(archive), "link", "two", "--no-input"], color=True).stdout
    assert "·[2J" in shown
    assert "\x1b[2J" not in shown


def test_where_there_is_nothing_to_ask_it_says_so(archive):
    link(archive, "k" * len(asked(archive)) + "n")
    link(archive, "n" * len(asked(archive)))
    assert "one: nothing to ask about" in link(archive, "").stdout


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
    assert "… See (⟦ILO Convention No. 189⟧), please. …" in shown


def test_sic_makes_a_note_too(archive):
    position = asked(archive).index("ILO Convention No. 190")
    link(archive, "k" * position + "s" + "Convention No. 29\n" + "q")
    (note,) = Archive(archive).record("one").note
    assert (note.kind, note.exact, note.reading) == ("sic", "ILO Convention No. 190", "Convention No. 29")


SLIP = b"The ILO adopted Convention No. 190 on domestic workers in 2011."
HARASSMENT = '[[entry]]\nid = "C190"\nname = "Violence and Harassment Convention, 2019 (No. 190)"\nverified = true\n'
MATERNITY = '[[entry]]\nid = "{}"\nname = "Maternity Protection Convention, {} (No. {})"\nverified = true\n'
MATERNITIES = MATERNITY.format("C103", 1952, 103) + MATERNITY.format("C183", 2000, 183)


@pytest.fixture
def slip(archive):
    """Hold a text whose number is wrong, and rule on it with these keys."""
    write(archive, "ilo-instruments.toml", GLOSSARY + DOMESTIC + HARASSMENT + MATERNITIES)
    add(archive, [Wish(Received("two.txt", SLIP), FIELDS, "two.txt", "two")], ACT)
    words = ["--project", str(archive), "link", "two", "--all"]
    listed = CliRunner().invoke(main, [*words, "--json"]).stdout.splitlines()
    position = [json.loads(line)["target"] for line in listed].index("C190")

    def rule(keys):
        result = CliRunner().invoke(main, words, input="k" * position + keys + "q")
        document = Archive(archive).document("two")
        mentions = Recogniser(load(archive / "source" / "glossary")).mentions(
            document.text, rulings=document.record.rulings
        )
        return result.stdout, [one.entry for one in mentions if one.kind == "ilo"], document.record

    return rule


def test_the_link_of_a_slip_follows_what_it_should_read(slip):
    shown, entries, record = slip("sConvention No. 189\n")
    assert "sic: Convention No. 189: C189" in shown
    assert entries == ["C189"]
    assert (record.ruling[0].decision, record.ruling[0].target) == ("sic", "C189")
    assert record.note[0].reading == "Convention No. 189"


def test_a_reading_that_names_no_entry_is_followed_by_the_question_which_is_meant(slip):
    shown, entries, _ = slip("sthe instrument\nC189\n")
    assert "which entry is meant?" in shown
    assert entries == ["C189"]


def test_a_reading_that_may_be_two_entries_lists_both(slip):
    shown, entries, _ = slip("sthe Maternity Protection Convention\n2\n")
    assert "  2  Maternity Protection Convention, 2000 (No. 183)  [C183]" in shown
    assert entries == ["C183"]


def test_a_slip_of_which_nobody_says_what_is_meant_is_not_ruled_on(slip):
    _, entries, record = slip("sthe instrument\n\n")
    assert entries == ["C190"]
    assert (record.ruling, record.note) == ((), ())


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
    assert result.stdout == ""  # it asks nothing before it refuses


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


def test_a_new_mention_that_is_skipped_is_asked_about_again_until_it_is_ruled_on(archive):
    link(archive, "k" * len(asked(archive)))
    write(archive, "ilo-instruments.toml", GLOSSARY + DOMESTIC + DOMESTIC.replace("189", "190"))
    open_ones = asked(archive)
    assert {"ILO Convention No. 189", "ILO Convention No. 190"} <= set(open_ones)
    link(archive, "k" * len(open_ones))
    assert asked(archive) == open_ones
    link(archive, "".join("k" if "189" in text else "y" for text in open_ones))
    assert asked(archive) == ["ILO Convention No. 189"]


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
    link(archive, "k" * asked(archive).index("ILO Convention No. 189") + "y")
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


def test_a_ruling_for_an_entry_that_is_gone_is_stale_no_more_once_its_place_is_ruled_on_again(archive):
    _rule(archive, exact="ILO Convention No. 189", decision="yes", kind="ilo", target="GONE", who="Ana", when="2026")
    seal(archive, "one", "a ruling by hand", ACT)
    told = link(archive, "", "--no-input").stderr
    assert "correct archive/one/record.toml, then `archivist seal one --why …`" in told
    assert "asked about again" in told
    link(archive, "k" * asked(archive).index("ILO Convention No. 189") + "oC102\n")
    assert "stale" not in link(archive, "", "--no-input").stderr
    assert "GONE" not in CliRunner().invoke(main, ["--project", str(archive), "check", "one"]).output


def test_yes_to_what_has_no_entry_yet_is_not_stale(archive):
    position = asked(archive).index("ILO Convention No. 189")
    link(archive, "k" * position + "y" + "q")
    assert "stale" not in link(archive, "", "--no-input").stderr
    assert "ILO Convention No. 189" not in asked(archive)


def test_entries_of_the_mentions_kind_are_listed_first(archive):
    write(archive, "acronyms.toml", DOMESTIC.replace("C189", "AC"))
    write(archive, "ilo-instruments.toml", GLOSSARY + DOMESTIC)
    position = asked(archive).index("ILO Convention No. 190")
    shown = link(archive, "k" * position + "odomestic\n\nq").stdout.partition("part of it")[2]
    assert 0 < shown.index("[C189]") < shown.index("[AC]")


def test_rulings_that_contradict_each_other_are_told_by_link_and_by_seal(archive):
    _rule(archive, exact="ILO Convention No. 189", decision="yes", kind="ilo", target="C102", who="Ana", when="2026")
    _rule(archive, exact="ILO Convention No. 189", decision="no", who="Rev", when="2026")
    sealed = CliRunner().invoke(main, ["--project", str(archive), "seal", "one", "--why", "rulings by hand"])
    said = "ruling 1 of one, yes C102, on “ILO Convention No. 189”, has no effect"
    assert said in sealed.stderr
    assert "one is sealed" in sealed.stdout
    assert said in link(archive, "", "--no-input").stderr
