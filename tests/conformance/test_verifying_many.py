"""The page that verifies quotations, in an archive with more texts than it reads at once."""

import random

import pytest
from made import found_project, run

from archivist.passages import verify_quotation
from archivist.store import Archive
from conftest import bags, served

CHANCE = random.Random(5)  # noqa: S311 (the same texts each time)
SYLLABLES = "ba co du fe gi ho ju ka le mi no pu ra se ti vo wa xe yo zu".split()
SHARED = "All texts of this collection say this sentence in the same way."
WORDS = ["".join(CHANCE.choices(SYLLABLES, k=CHANCE.randrange(1, 5))) for _ in range(900)]


def sentence():
    words = " ".join(CHANCE.choices(WORDS, k=12))
    return f"{words[0].upper()}{words[1:]}."


TEXTS = {
    f"2020-text-{number:03d}": "\n\n".join([*(" ".join(sentence() for _ in range(4)) for _ in range(6)), SHARED]) + "\n"
    for number in range(100)
}


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    folder = tmp_path_factory.mktemp("many")
    project = found_project(folder, "Many", {id_: (text, f"Text {id_[-3:]}", "en") for id_, text in TEXTS.items()})
    run("archivist", "--project", project, "build", "html")
    with served(project / "build" / "html", bags(project)) as site:
        yield Archive(project), site


@pytest.fixture(params=["http", "file"])
def opened(request, page, many):
    page.goto(many[1].address("verify.html", over=request.param))
    return page


def quotations():
    for id_ in CHANCE.sample(sorted(TEXTS), 8):
        text = TEXTS[id_]
        for length in (40, 120, 400):
            at = CHANCE.randrange(len(text) - length - 80)
            quoted = text[at : at + length]
            middle = length // 2
            yield quoted
            yield quoted.replace(" ", "\u00a0").replace("\n\n", "\n")
            yield f"{quoted[:middle]}q{quoted[middle + 1 :]}"
        yield f"{text[:60]} … {text[300:360]}"
    yield "Nobody of these has ever written such a thing."


def test_the_page_answers_as_the_command_does(opened, many):
    kinds = set()
    for quoted in quotations():
        expected = verify_quotation(many[0], quoted, code="m")
        found = opened.evaluate("quoted => archiveVerify.verify(quoted)", quoted)
        assert found["verdict"] == expected.word, quoted
        assert [one["identifier"] for one in found["places"]] == [one.identifier for one in expected.places], quoted
        kinds.add(found["verdict"])
    assert kinds == {"EXACT", "SAME WORDS", "ALTERED", "NOT HERE"}


def test_words_that_all_texts_have_are_proved_by_some_of_them(opened):
    found = opened.evaluate("quoted => archiveVerify.verify(quoted)", SHARED)
    assert found["verdict"] == "EXACT"
    assert len(found["places"]) == 20
