"""The page that verifies quotations answers as `archivist verify` does, offline."""

import json
import random
import subprocess
import sys

import pytest

from archivist.passages import verify_quotation
from archivist.store import Archive
from conftest import PROJECT

CHOOSE = random.Random(11)  # noqa: S311 (the same quotations each time)
TEXTS = {id_: Archive(PROJECT).document(id_).text for id_ in Archive(PROJECT).ids()}


def excerpt(length):
    text = CHOOSE.choice(list(TEXTS.values()))
    start = CHOOSE.randrange(max(1, len(text) - length))
    return text[start : start + length]


def flipped(quoted):
    at = CHOOSE.randrange(len(quoted))
    return quoted[:at] + chr(ord(quoted[at]) ^ 1) + quoted[at + 1 :]


def retyped(quoted):
    changes = {"\u00a0": " ", "’": "'", "“": '"', "”": '"', "…": "...", "\n": " ", "  ": " "}
    for source, typed in changes.items():
        quoted = quoted.replace(source, typed)
    return quoted


QUOTATIONS = [
    *(excerpt(length) for length in (20, 60, 200, 900, 3000) for _ in range(4)),
    *(flipped(excerpt(length)) for length in (40, 120, 600, 2500) for _ in range(4)),
    *(retyped(excerpt(length)) for length in (80, 300, 900) for _ in range(4)),
    *(retyped(flipped(excerpt(300))) for _ in range(4)),
    *(f"{(quoted := excerpt(400))[:90]} … {quoted[300:]}" for _ in range(4)),
    "A wolf and a goat went over the hills to a far country.",
    "xyz",
    "social pro\u00adtection floors",
    "  social protection ",
]


def by_command(quoted):
    verdict = verify_quotation(Archive(PROJECT), quoted, code="aspa")
    return verdict.word, [simple(one.identifier, one.words, one.differences) for one in verdict.places]


def by_page(page, quoted):
    found = page.evaluate("quoted => archiveVerify.verify(quoted)", quoted)
    each = [[tuple(one.values()) for one in place["differences"]] for place in found["places"]]
    return found["verdict"], [
        simple(one["identifier"], one["words"], found) for one, found in zip(found["places"], each, strict=True)
    ]


def simple(identifier, words, differences):
    return identifier, words, [tuple(one) for one in differences]


@pytest.fixture(params=["http", "file"])
def opened(request, page, site):
    page.goto(site.address("verify.html", over=request.param))
    return page


def test_page_and_command_give_the_same_verdict_places_and_differences(opened):
    kinds = set()
    for quoted in QUOTATIONS:
        expected = by_command(quoted)
        assert by_page(opened, quoted) == expected, quoted
        kinds.add(expected[0])
    assert kinds == {"EXACT", "SAME WORDS", "ALTERED", "NOT HERE"}


def answered(page, words):
    page.fill("#verify-quotation", words)
    page.click("#verify-form button")
    page.wait_for_selector("#verify-result[data-state=done]")
    return page.text_content("#verify-result")


def test_the_answer_leads_to_the_words(opened):
    assert answered(opened, "expanding the concept of social security").startswith("EXACT")
    opened.click("#verify-result a")
    opened.wait_for_selector(".archive-passage-notice button")
    assert opened.evaluate("[...CSS.highlights.get('archive-passage')].map(String)") == [
        "expanding the concept of social security"
    ]


def test_an_identifier_is_verified_too(opened):
    id_ = "2018-arosp-sixth-biennial-meeting"
    command = [sys.executable, "-m", "archivist", "--project", PROJECT, "verify", id_, "--json"]
    (place,) = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["places"]
    digest = place["text_sha256"][:16]
    assert answered(opened, f"aspa:{id_}@{digest}#p3").startswith("EXACT")
    assert answered(opened, f"aspa:{id_}@0123456789abcdef#p3").startswith("ALTERED")
    assert answered(opened, f"other:{id_}#p3").startswith("NOT HERE")


def test_a_copy_of_the_site_with_a_changed_text_proves_nothing(page, site):
    page.route(
        "**/texts/2018-*.js",
        lambda route: route.fulfill(
            content_type="text/javascript",
            body=(site.folder / "texts" / route.request.url.rpartition("/")[2])
            .read_text(encoding="utf-8")
            .replace("expanding the concept", "shrinking the concept"),
        ),
    )
    page.goto(site.address("verify.html"))
    assert answered(page, "shrinking the concept of social security").startswith("ALTERED")


def test_texts_are_loaded_only_when_asked_for(page, site):
    requested = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(site.address("verify.html"))
    assert not [url for url in requested if "/texts/" in url or "/search/" in url]
