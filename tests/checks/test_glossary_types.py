"""Types of entries: words of the archive's own, told where one is nearly another."""

from pathlib import Path

import pytest

from archivist.checks.glossary import glossary_faults
from archivist.checks.holdings import Holdings

ENTRY = '[[entry]]\nid = "one-{}"\ntype = "{}"\nname = "One {}"\nverified = true\n'


def told(folder, *types, file="organisations.toml"):
    place = folder / "source" / "glossary"
    place.mkdir(parents=True, exist_ok=True)
    tables = [ENTRY.format(number, word, number) for number, word in enumerate(types)]
    (place / file).write_text("".join(tables), encoding="utf-8")
    faults = glossary_faults(Holdings(folder, (), {}))
    return [(fault.where, fault.expected.partition(",")[0]) for fault in faults if fault.code == "type-misspelt"]


@pytest.mark.parametrize("word", ["trade unoin", "Trade Union", "trade-union", "tradeunion"])
def test_a_type_that_is_nearly_another_is_told_with_that(tmp_path, word):
    found = [("source/glossary/organisations.toml#one-2", "trade union")]
    assert told(tmp_path, "trade union", "trade union", word) == found


@pytest.mark.parametrize("word", ["public fund", "trade", "network", ""])
def test_another_type_is_none(tmp_path, word):
    assert told(tmp_path, "public body", "trade union", "public body", "trade union", word) == []


def test_of_two_types_as_usual_neither_is_told(tmp_path):
    assert told(tmp_path, "trade union", "Trade Union") == []


def test_types_of_entries_of_another_kind_do_not_matter(tmp_path):
    told(tmp_path, "protocol", "protocol", file="ilo-instruments.toml")
    assert told(tmp_path, "Protocol", file="asean-instruments.toml") == []


def test_the_types_of_the_glossary_are_sound():
    faults = glossary_faults(Holdings(Path(__file__).parents[2], (), {}))
    assert [fault for fault in faults if fault.code == "type-misspelt"] == []
