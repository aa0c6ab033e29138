"""What is found, against looking at every text: an own reading of the texts, and no code of the engine's."""

from __future__ import annotations

import itertools
import math
import random
import re

import pytest
import Stemmer
from small_index import index_of, unit

from archivist.search import runs, shards
from archivist.search.answering import answer

WORDS = (
    "the of in and floor floors floored social protection protecting protected international internal labour "
    "worker workers 202 2013 geneva nepal rare pension pensions"
).split()
QUERIES = 250


def texts(seed: int) -> dict[str, list[str]]:
    """Make texts in which the first words are much more frequent than the last; some texts are long."""
    chance = random.Random(seed)  # noqa: S311 (no secret: the same each time)
    weights = [1 / rank for rank in range(1, len(WORDS) + 1)]
    lengths = ([chance.randrange(1, 60) for _ in range(chance.choice([1, 3, 60]))] for _ in range(60))
    return {
        f"{1990 + n % 30}-{n}": [" ".join(chance.choices(WORDS, weights, k=length)) for length in of]
        for n, of in enumerate(lengths)
    }


@pytest.fixture(scope="module", params=["usual", "low"])
def archive(request, tmp_path_factory):
    """Give texts and their index; with low limits runs of terms and files of their own are made for so few texts."""
    held = texts(7)
    ordered = sorted(held, key=lambda id: (id[:4], id))
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "low":
            for module, name, value in (
                (runs, "FREQUENT", 50),
                (runs, "_LONG_LIST", 100),
                (runs, "_LONG_LISTS", 300),
                (runs, "_OFTEN", 20),
                (shards, "_SIZE", 300),
                (shards, "_OWN", 100),
            ):
                patch.setattr(module, name, value)
        index = index_of(tmp_path_factory.mktemp("index"), (unit(id, *held[id], title="untitled") for id in ordered))
    return held, ordered, index


STEM = Stemmer.Stemmer("english")


def words_of(paragraph: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", paragraph)


def has_word(paragraphs: list[str], word: str) -> bool:
    wanted = STEM.stemWord(word)
    return any(STEM.stemWord(other) == wanted for paragraph in paragraphs for other in words_of(paragraph))


def has_phrase(paragraphs: list[str], phrase: list[str]) -> bool:
    pattern = re.compile(rf"\b{' '.join(phrase)}\b")
    return any(pattern.search(paragraph) for paragraph in paragraphs)


def found(archive, query: str) -> set[str]:
    _, ordered, index = archive
    return {ordered[one] for one in answer(index, query).complete}


@pytest.mark.parametrize("length", [1, 2, 3])
def test_words_are_found_in_all_forms_and_together(archive, length):
    chance = random.Random(length)  # noqa: S311 (no secret: the same each time)
    for _ in range(QUERIES):
        words = chance.sample(WORDS, length)
        expected = {id for id, text in archive[0].items() if all(has_word(text, word) for word in words)}
        assert found(archive, " ".join(words)) == expected, words


@pytest.mark.parametrize("length", [1, 2, 3, 4, 5])
def test_phrases_are_found_to_the_letter_and_within_a_paragraph(archive, length):
    chance = random.Random(length)  # noqa: S311 (no secret: the same each time)
    paragraphs = [paragraph for text in archive[0].values() for paragraph in text if len(paragraph.split()) > length]
    for number in range(QUERIES):
        words = chance.choice(paragraphs).split()
        at = chance.randrange(len(words) - length)
        phrase = words[at : at + length] if number % 3 else chance.choices(WORDS, k=length)
        expected = {id for id, text in archive[0].items() if has_phrase(text, phrase)}
        assert found(archive, f'"{" ".join(phrase)}"') == expected, phrase


def test_what_is_excluded_is_not_found(archive):
    chance = random.Random(3)  # noqa: S311 (no secret: the same each time)
    for _ in range(QUERIES):
        wanted, barred, *phrase = chance.sample(WORDS, 4)
        query = f'{wanted} -{barred} -"{" ".join(phrase)}"'
        expected = {
            id
            for id, text in archive[0].items()
            if has_word(text, wanted) and not has_word(text, barred) and not has_phrase(text, phrase)
        }
        assert found(archive, query) == expected, query


def stems_of(paragraphs: list[str]) -> list[str]:
    return [STEM.stemWord(word) for paragraph in paragraphs for word in words_of(paragraph)]


def bm25(texts: dict[str, list[str]], query: list[str]) -> dict[str, float]:
    """Score every text by the textbook: Robertson and Zaragoza 2009, section 3.5, over stems."""
    stems = {id: stems_of([*text, "untitled"]) for id, text in texts.items()}
    average = sum(map(len, stems.values())) / len(stems)
    scores = dict.fromkeys(texts, 0.0)
    for word in {STEM.stemWord(word) for word in query}:
        having = [id for id, here in stems.items() if word in here]
        weight = math.log(1 + (len(texts) - len(having) + 0.5) / (len(having) + 0.5))
        for id in having:
            often = stems[id].count(word)
            often = often * 2.2 / (often + 1.2 * (0.25 + 0.75 * len(stems[id]) / average))
            scores[id] += weight * often
    return scores


def test_a_question_is_ranked_by_bm25(archive):
    """Those with all words first; at least twenty answers, whatever part of the words they have."""
    texts, ordered, index = archive
    chance = random.Random(9)  # noqa: S311 (no secret: the same each time)
    for _ in range(QUERIES):
        query = list({STEM.stemWord(word): word for word in chance.sample(WORDS, 6)}.values())
        answered = answer(index, " ".join(query))
        assert len(answered.units) >= (20 if len(query) > 3 else 1)
        scores = bm25(texts, [word for word in query if word not in answered.passed_over])
        ranked = [(unit not in answered.complete, -scores[ordered[unit]]) for unit in answered.units]
        for one, other in itertools.pairwise(ranked):
            assert one[0] < other[0] or one[1] <= 0.93 * other[1], query  # lengths are kept roughly


def test_the_low_limits_do_make_runs_and_files(archive):
    _, _, index = archive
    has_own = any(index.shelf.folder.rglob("own-*.js"))
    assert has_own == (len(index.frequent) > 0 and index.meta["shards"]["p"] > 20)
