"""What the words around the project promise is there, and what is there stands in them."""

import hashlib
import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner

from archivist import __version__
from archivist.checks.checking import check
from archivist.cli import COMMANDS, main
from archivist.export import cff
from archivist.export.formats import FORMATS
from archivist.export.imprint import edition_of, imprint_of
from archivist.glossary import load
from archivist.recognise import Recogniser
from archivist.store import record

ROOT = Path(__file__).parents[1]
MANUAL = (ROOT / "source" / "manual.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
DECISIONS = sorted((ROOT / "source" / "decisions").glob("[0-9]*.md"))
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "CITATION.cff", "NOTICE")),
    *(ROOT / "source" / name for name in ("manual.md", "about.md", "decisions/index.md")),
    *DECISIONS,
]
IN_GENERAL = {"--help", "--json"}  # said once for all commands

_LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
_FENCE = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
# An absolute path: of this or that machine, so of no use to the reader.
_MACHINE_PATH = re.compile(r"(?:(?<=[\s`'\"(=])|^)/\w[\w.-]*/|\b[A-Z]:\\", re.MULTILINE)


def command(name):
    return main.get_command(click.Context(main), name)


def options(name):
    """Give a command's options by their long names."""
    return {
        max(one.opts, key=len): one for one in command(name).params if isinstance(one, click.Option) and not one.hidden
    }


def section(name):
    """Give the manual's section about a command."""
    found = re.search(rf"^## archivist {re.escape(name)}\n(.*?)(?=^## |^\(|\Z)", MANUAL, re.DOTALL | re.MULTILINE)
    assert found, f"source/manual.md has no section '## archivist {name}'"
    return found[1]


def make_words():
    return re.findall(r"^([a-z]+):.*?## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def fields_of(model):
    """Give the names of all values of a record's table and of the tables in it."""
    for name, field in model.model_fields.items():
        yield name
        for table in re.findall(r"archivist\.store\.record\.(\w+)", str(field.annotation)):
            yield from fields_of(getattr(record, table))


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_and_each_of_its_options_has_help(name):
    assert command(name).help
    assert [option for option, one in options(name).items() if not one.help] == []


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_has_a_section_in_the_manual_with_an_example_and_all_options(name):
    text = section(name)
    assert f"$ archivist {name}" in text
    assert [option for option in options(name) if option not in IN_GENERAL and f"`{option}" not in text] == []


def examples(name):
    """Give the commands that a section shows, each with the lines that are said to come of it."""
    for block in re.findall(r"```console\n\$ archivist (.*?)```", section(name), re.DOTALL):
        words, _, printed = block.partition("\n")
        yield shlex.split(words), printed


@pytest.mark.parametrize(
    ("words", "printed"), [one for name in ("cite", "verify") for one in examples(name)], ids=lambda one: one[0]
)
def test_an_example_of_a_proof_or_a_citation_is_what_the_command_prints(words, printed):
    result = CliRunner().invoke(main, ["--project", str(ROOT), *words], catch_exceptions=False)
    assert re.fullmatch(re.escape(printed).replace("…", ".*"), result.stdout, re.DOTALL), result.stdout


def test_this_archive_breaks_no_rule_of_its_own():
    assert [fault for fault in check(ROOT) if not fault.warning] == []


def test_the_manual_speaks_of_no_command_and_no_option_that_is_not_there():
    assert set(re.findall(r"^## archivist (\S+)", MANUAL, re.MULTILINE)) == set(COMMANDS)
    known = {"--project", "--version"}.union(*map(options, COMMANDS))
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", MANUAL)) <= known | IN_GENERAL


def test_what_every_command_has_is_said_once():
    general = MANUAL.partition("## archivist")[0]
    for option in (*IN_GENERAL, "--project", "--version", "ARCHIVIST_BY"):
        assert option in general


@pytest.mark.parametrize("word", make_words())
def test_a_word_of_make_stands_in_the_manual_and_in_the_readme(word):
    assert f"`make {word}`" in MANUAL
    assert word == "all" or f"`make {word}`" in README


def test_every_field_of_the_record_stands_in_the_manual():
    described = MANUAL.partition("## The record")[2].partition("\n## ")[0]
    names = re.findall(r"\w+", described)
    assert sorted(set(fields_of(record.Record)) - set(names)) == []


def test_the_layers_stand_in_contributing():
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers = " : ".join(contract["contracts"][0]["layers"]).split(" : ")
    assert [name for name in layers if f"`{name}`" not in CONTRIBUTING] == []


def test_the_changelog_and_the_citation_file_are_of_this_version():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## (\S+)", changelog, re.MULTILINE)[1] == __version__
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    (toolkit,) = citation["references"]
    assert toolkit["version"] == __version__
    assert citation["cff-version"] == "1.2.0"
    assert all(citation[key] for key in ("title", "authors", "message", "license"))


def test_the_citation_file_says_of_the_archive_what_the_exported_one_says():
    own = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    exported = yaml.safe_load("".join(cff.whole(edition_of(ROOT, imprint_of(ROOT)), ())))
    changing = {"message", "date-released", "identifiers"}  # the day and the state of an export, and what it is for
    assert changing < set(exported)
    assert {key: own.get(key) for key in exported.keys() - changing} == {
        key: exported[key] for key in exported.keys() - changing
    }


def test_the_glossary_entry_that_contributing_shows_is_one(tmp_path):
    shown = next(code for language, code in _FENCE.findall(CONTRIBUTING) if language == "toml")
    (tmp_path / "organisations.toml").write_text(shown, encoding="utf-8")
    glossary = load(tmp_path)
    (entry,) = glossary.entries.values()
    recogniser = Recogniser(glossary)
    for example in entry.examples:
        before, words, _ = re.split("[⟦⟧]", example)
        (mention,) = recogniser.mentions(re.sub("[⟦⟧]", "", example))
        assert (mention.start, mention.end, mention.entry) == (len(before), len(before + words), entry.id)
    assert [text for text in entry.counterexamples if recogniser.mentions(text)] == []


def test_the_licence_is_the_apache_licence_as_apache_publishes_it():
    digest = hashlib.sha256((ROOT / "LICENSE").read_bytes()).hexdigest()
    assert digest == "cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30"  # LICENSE-2.0.txt


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_files_lead_somewhere(page):
    targets = [target for target in _LINK.findall(page.read_text(encoding="utf-8")) if "://" not in target]
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_names_a_path_of_a_machine(page):
    assert _MACHINE_PATH.findall(page.read_text(encoding="utf-8")) == []


def test_decisions_are_short_and_numbered_without_a_gap():
    assert [int(path.name[:3]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))
    for number, path in enumerate(DECISIONS, 1):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith(f"# {number}. ")
        assert len(lines) < 25
        assert max(map(len, lines)) <= 120


def test_each_reader_that_the_table_of_exports_names_is_one_that_the_tests_use():
    used = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/conformance").glob("*.py")))
    used = used.lower().replace("-", "_")
    for each in FORMATS.values():
        for reader in re.split(r"[,;] | and |, through ", each.reader):
            name = re.sub(r"^(?:.*’s (?:own )?|the schemas? |through )", "", reader)
            assert re.sub("[- ]", "_", name.lower()) in used, (each.name, name)
    assert f'"rocrate=={re.search(r"rocrate ([0-9.]+) ", FORMATS["jsonld"].standard)[1]}"'.replace("-", "_") in used
