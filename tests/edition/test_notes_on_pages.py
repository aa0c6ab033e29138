"""Each note begins on the page that has the words that it is about."""

import random
import re
from dataclasses import replace

import pytest
from small_volumes import IMPRINT, chapter, opened, volume

from archivist.edition.printing import print_volume

WORDS = "protection of the workers in a social system and their rights".split()
LENGTHS = (3, 8, 14, 20, 30, 80, 160)  # words of a paragraph
OFTEN = 0.12  # of words that are noted
NOTE = {"kind": "comment", "who": "w", "when": "2024"}


def paragraphs(seed):
    """Make up the paragraphs of a text, in which each noted word stands once: "noted007"."""
    drawn = random.Random(seed)  # noqa: S311 - a text, no secret
    count = 0
    for _ in range(50):
        words = []
        for _ in range(drawn.choice(LENGTHS)):
            noted = drawn.random() < OFTEN
            count += noted
            words.append(f"noted{count:03}" if noted else drawn.choice(WORDS))
        yield " ".join(words)


def noted(text, length):
    """Give a note on each noted word, of so many words or of one."""
    return [
        {**NOTE, "exact": word, "evidence": f"evidence {at} " * (length if at % 3 else 1)}
        for at, word in enumerate(re.findall(r"noted\d+", text))
    ]


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
@pytest.mark.parametrize("length", [1, 6, 40, 80])
@pytest.mark.parametrize("seed", range(2))
def test_a_note_begins_on_the_page_of_its_words(seed, length, paper):
    text = "\n".join(paragraphs(seed))
    one = replace(volume(chapter(text, note=noted(text, length))), imprint=replace(IMPRINT, paper=paper))
    pages = [page.extract_text() for page in opened(print_volume(one).pdf).pages]
    words = {word: at for at, page in enumerate(pages) for word in re.findall(r"noted\d+\b(?!\])", page)}
    notes = [(word, at) for at, page in enumerate(pages) for word in re.findall(r"noted\d+(?=\])", page)]
    assert notes == list(words.items())
