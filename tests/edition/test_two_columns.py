"""Glossary and indices: columns of one height on the last page, guide words in the heads."""

import re
from dataclasses import replace

import pytest
from small_volumes import ENTRIES, chapter, opened, volume

from archivist.edition.ink import Ink, literal
from archivist.edition.printing import print_volume
from archivist.edition.running import guide_word
from archivist.mentions import Located
from archivist.model import Mention

MIDDLE = 263  # points from the left: between the columns of an A4 page
NAMES = [f"Body {first}{second}" for first in "ABCDEFGHIJKLMNOPQRST" for second in "abcdefgh"]


def printed_with(names):
    """Print a volume that mentions entries of these names."""
    entries = {f"e{at:02}": replace(ENTRIES["ilo-org"], id=f"e{at:02}", name=name) for at, name in enumerate(names)}
    one = chapter("A line.")
    located = tuple(
        Located(one.document.id, 1, Mention(0, 1, "organisation", id_, "linked", entry=id_, nested=True))
        for id_ in entries
    )
    return opened(print_volume(replace(volume(replace(one, located=located)), entries=entries)).pdf)


def pages_headed(reader, title):
    """Give the pages of a chapter but its first, which has no head."""
    return [page for page in reader.pages if page.extract_text().startswith(title) and "–" in page.extract_text()[:60]]


def columns(page):
    """Give the names of bodies in the left column and in the right one, in the order in which they are read."""
    found = {True: [], False: []}

    def visit(text, cm, tm, _font, _size):
        found[cm[0] * tm[4] + cm[4] < MIDDLE] += re.findall(r"(?<!– )Body [A-T][a-h](?! –)", text)

    page.extract_text(visitor_text=visit)
    return found[True], found[False]


@pytest.fixture(scope="module")
def edition():
    return printed_with(NAMES)


@pytest.mark.parametrize("title", ["Glossary", "Indices"])
def test_the_columns_of_the_last_page_are_of_about_one_height(edition, title):
    *_, last = pages_headed(edition, title)
    left, right = columns(last)
    assert left
    assert abs(len(left) - len(right)) <= 2


def test_each_head_names_the_first_and_the_last_entry_that_begin_on_its_page(edition):
    for page in pages_headed(edition, "Glossary"):
        head, *rest = page.extract_text().splitlines()
        names = (re.fullmatch("(Body [A-T][a-h]) +unverified", line.strip()) for line in rest)
        begun = [name[1] for name in names if name]
        assert f"{begun[0]} – {begun[-1]}" in head


def test_a_letter_does_not_end_a_column(edition):
    *_, last = pages_headed(edition, "Indices")
    lines = last.extract_text().splitlines()
    letters = [at for at, line in enumerate(lines) if re.fullmatch("[A-T]", line.strip())]
    assert all(lines[at + 1].startswith("Body") for at in letters)


def test_a_list_of_one_entry_stays_in_one_column():
    reader = printed_with(["Body Aa"])
    assert sum(page.extract_text().count("Body Aa") for page in reader.pages) >= 3


def test_long_names_are_cut_at_a_word_in_the_head():
    ink = Ink()
    long = "Social Security (Minimum Standards) Convention, 1952 (No. 102)"
    assert guide_word(long, ink=ink) == literal("Social Security (Minimum …")
    assert guide_word("ILO", ink=ink) == literal("ILO")
