"""The page that verifies quotations answers as `archivist verify` does, offline."""

import hashlib
import json
import random
import subprocess
import sys

import pytest

from archivist.passages import verify_quotation
from archivist.store import Archive
from conftest import PROJECT, until

CHOOSE = random.Random(11)  # noqa: S311 (the same quotations each time)
TEXTS = {id_: Archive(PROJECT).document(id_).text for id_ in Archive(PROJECT).ids()}

MEETING = "2018-arosp-sixth-biennial-meeting"


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
    '"Siem Reap"',
    "“Recommendation 202,”",
    "Sixth Annual Meeting of the ...",
    "…social security…",
    "« [...] social security",
    "‘social \n security . . .’",
    "ocial protection floo",
    "expanding [...] social protection floors",
    "expan-\nding the concept of social\r\nsecurity",
    "expanding the concept (emphasis added)",
    "“expanding the concept [sic]”",
    "“In the past few years” [...] “reduction measure.”",
    "'the depth and scope' … 'social protection floors'…",
    '"the depth" "and scope"',
    "“” … “the depth”",
    "‘In-depth discussions at the conference’.",
    "“Recommendation 202.”",
    "“‘Recommendation 202’.”,",
    "‘the depth … social protection floors’.",
    "Recommendation 202.",
    "In\u2011depth discussions at the conference",
    "\u2068“expanding the concept”\u2069",
    "> expanding the concept\n> of social security",
    ">> “expanding the con-\r\n>> cept of social security.”\n> ",
    "“Recommendation 202?”",
    "“expanding the concept!”",
    "‘expanding the concept of social secrity’",
    "(expanding the concept)",
    "“Expanding a concept of social security;”",
    "[E]xpanding the concept of social security",
    "— expanding the concept of social security",
    "3 In the past few years",
    "&nbsp;the depth and scope of social security",
    "\ufeffexpanding the concept",
    "expanding\u200b the concept\u2060",
    "\u200fexpanding the concept\u200e",
    "\x1cexpanding the concept",
    "has been increasing. . . . Recommendation 202",
    "has been increasing [. . .] Recommendation 202",
    "has been increasing…. Recommendation 202",
]


def by_command(quoted):
    verdict = verify_quotation(Archive(PROJECT), quoted, code="aspa")
    return verdict.word, [simple(one.identifier, one.words, one.differences, one.cuts) for one in verdict.places]


def by_page(page, quoted):
    found = page.evaluate("quoted => archiveVerify.verify(quoted)", quoted)
    each = [[tuple(one.values()) for one in place["differences"]] for place in found["places"]]
    return found["verdict"], [
        simple(one["identifier"], one["words"], found, page.evaluate("one => archiveVerify.saidOfCuts(one)", one))
        for one, found in zip(found["places"], each, strict=True)
    ]


def simple(identifier, words, differences, cuts):
    return identifier, words, [tuple(one) for one in differences], cuts


@pytest.mark.parametrize("given", ["...", "“…”", "2018-arosp-sixth-biennial-meeting#p3 ."])
def test_what_has_no_letter_is_too_little_to_search_for(opened, given):
    assert "too little to search for" in answered(opened, given)
    assert printed(*given.split())["faults"][0]["code"] == "quotation-empty"


def test_words_cut_out_of_others_are_told_before_the_places(opened):
    assert answered(opened, "xpanding the concept").startswith(
        "EXACT These are not whole words of the source: the quotation begins inside the word 'expanding'."
    )
    assert opened.get_attribute(".archive-verdict", "data-verdict") != "exact"


def test_a_digest_in_capitals_or_whole_is_read_and_another_word_is_no_digest(opened):
    digest = hashlib.sha256(TEXTS[MEETING].encode()).hexdigest()
    for given in (f"{MEETING}@{digest}#p3", f"{MEETING}@{digest[:16].upper()}#p3", f"{MEETING}@{digest[:40]}#p3"):
        assert answered(opened, given).startswith("EXACT")
    assert "zzz is no digest" in answered(opened, f"{MEETING}@zzz#p3")


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


# The contrast of an element's letters and the ground of the page (WCAG 2.2, 1.4.3), by what the browser paints.
CONTRAST = """(name) => {
  const luminance = (colour) => {
    const canvas = Object.assign(document.createElement("canvas"), {width: 1, height: 1}).getContext("2d");
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((one) => one / 255);
    const linear = parts.map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const both = [getComputedStyle(document.querySelector(name)).color, getComputedStyle(document.body).backgroundColor];
  const [dark, light] = both.map(luminance).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("words", ["expanding the concept", "expanding a concept of social security", "xyz"])
def test_every_answer_can_be_read(opened, scheme, words):
    opened.emulate_media(color_scheme=scheme)
    until(opened, f"document.documentElement.dataset.theme === '{scheme}'")
    answered(opened, words)
    assert opened.evaluate(CONTRAST, "#verify-result .archive-verdict") >= 4.5


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
    assert answered(opened, f"other:{id_}#p3").startswith("REFUSED")


def printed(*words):
    """Give what the command answers to words, as JSON."""
    command = [sys.executable, "-m", "archivist", "--project", PROJECT, "verify", "--json", "--", *words]
    return json.loads(subprocess.run(command, capture_output=True, check=False).stdout)


@pytest.mark.parametrize("locator", ["", "#p3", "#p3-5", "#c500-560", "#c0-1"])
def test_a_passage_shows_the_words_and_digests_that_the_command_shows(opened, locator):
    (expected,) = printed(MEETING + locator)["places"]
    found = opened.evaluate("given => archiveVerify.verify(given)", MEETING + locator)
    assert found["verdict"] == "EXACT"
    assert found["places"] == [expected]
    text = answered(opened, MEETING + locator)
    assert expected["words"][:300] in text
    assert expected["text_sha256"] in text


@pytest.mark.parametrize(
    "given",
    [
        *(f"{MEETING}{locator}" for locator in ("#p99", "#p0", "#p5-3", "#c0-99999", "#c9-9", "#c12-10")),
        "2018-arosp-sixth-meeting#p1",
        f"other:{MEETING}#p3",
        *(f"{MEETING}{rest}" for rest in ("#p" + "9" * 20, "@123#p4", "#x4", "#p-1", "#p4-", "#c5", "#P4", "#")),
        f"https://archive.test/documents/{MEETING}.html#p4-",
        f"https://archive.test/documents/{MEETING}.html?sha256=123#p4",
        f"https://archive.test/documents/{MEETING}.html%3Fsha256%3D123%23p4",
    ],
)
def test_what_is_no_passage_is_refused_and_the_nearest_is_a_link(opened, given):
    (fault,) = printed(given)["faults"]
    assert answered(opened, given).startswith("REFUSED")
    nearest = opened.text_content(".archive-nearest a")
    assert nearest in fault["expected"] + fault["remedy"]
    assert opened.get_attribute(".archive-nearest a", "href").endswith(nearest.partition("#")[2])
    assert answered(opened, nearest).startswith("EXACT")


@pytest.mark.parametrize("given", ["nope#p1", "2018-something-else#p1", "aspa:2018#c1-2"])
def test_of_an_id_that_is_near_none_it_says_how_ids_are_found(opened, given):
    (fault,) = printed(given)["faults"]
    assert "none is near" in fault["expected"]
    text = answered(opened, given)
    assert text.startswith("REFUSED")
    assert "No id is near" in text
    assert "archivist list" in text
    assert "archivist list" in fault["remedy"]
    assert opened.locator(".archive-nearest").count() == 0


@pytest.mark.parametrize("written", ["?sha256={digest}#p3", "%3Fsha256={digest}%23p3", "%3fsha256%3d{digest}%23p3"])
def test_the_address_that_was_copied_from_a_page_is_verified(opened, written):
    digest = hashlib.sha256(TEXTS[MEETING].encode()).hexdigest()[:16]
    address = f"https://archive.test/documents/{MEETING}.html{written.format(digest=digest)}"
    (expected,) = printed(address)["places"]
    found = opened.evaluate("given => archiveVerify.verify(given)", address)
    assert (found["verdict"], found["places"]) == ("EXACT", [expected])


@pytest.mark.parametrize("between", [" ", "\n", "\n\n", " \ufeff", "\ufeff", " \x1c", "\x85", "\u3000"])
@pytest.mark.parametrize("before", ["", "\ufeff", "\x1c", "\x85"])
def test_page_and_command_part_what_was_pasted_in_the_same_places(opened, before, between):
    pasted = f"{before}{MEETING}#p3{between}expanding the concept"
    expected = printed(pasted)
    found = opened.evaluate("given => archiveVerify.verify(given)", pasted)
    assert found["verdict"] == expected.get("verdict", "REFUSED")
    assert found["places"] == expected.get("places", [])
    assert found["verdict"] != "EXACT" or found["places"][0]["words"] == "expanding the concept"


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        (f"{MEETING}#p3", "expanding the concept of social security"),
        (f"{MEETING}#p3", "Recommendation 202, expanding the concept"),
        (f"{MEETING}#p1", "expanding the concept of social security"),
        (f"{MEETING}#p3", "expanding a concept of social security"),
        (f"file:///site/documents/{MEETING}.html?sha256=0123456789abcdef#p3", "expanding the concept"),
        (f"{MEETING}@0123456789abcdef#p3", "expanding the concept of social security"),
        (f"{MEETING}#p3", "A wolf and a goat went over the hills to a far country."),
        (f"{MEETING}@0123456789abcdef#p1", "expanding the concept of social security"),
        (f"{MEETING}@0123456789abcdef#p99", "expanding the concept of social security"),
        (f"{MEETING}#p3", "panding the conc"),
        (MEETING, '"expanding the concept"'),
    ],
)
@pytest.mark.parametrize("between", [" ", "\n", "\n\n"])
def test_words_are_sought_in_the_passage_that_comes_before_them(opened, passage, words, between):
    expected = printed(passage, words)
    found = opened.evaluate("given => archiveVerify.verify(given)", passage + between + words)
    assert (found["verdict"], found["places"]) == (expected["verdict"], expected["places"])
    assert answered(opened, passage + between + words).startswith(expected["verdict"])


def test_a_range_that_cuts_a_character_is_refused(page, site):
    text = "cafe\u0301 \U0001f600\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    spans = {"id": MEETING, "text_sha256": digest, "original_sha256": digest, "paragraphs": [[0, 7]], "text": text}
    body = f"archiveTexts.put({json.dumps(MEETING)}, '', {json.dumps(spans)});"
    page.route(f"**/texts/{MEETING}.js", lambda route: route.fulfill(content_type="text/javascript", body=body))
    page.goto(site.address("verify.html"))
    assert "cuts a character in two" in answered(page, f"{MEETING}#c0-4")
    assert page.get_attribute(".archive-nearest a", "href").endswith("#c0-5")
    assert answered(page, f"{MEETING}#c6-7").startswith("EXACT")


def test_a_page_without_its_texts_says_so(page, site):
    page.route("**/texts/*.js", lambda route: route.abort())
    page.goto(site.address("verify.html"))
    page.fill("#verify-quotation", "social security")
    page.click("#verify-form button")
    page.wait_for_selector("#verify-result[data-state=failed]")
    assert page.text_content("#verify-result").startswith("The texts of this archive do not lie beside this page")


def test_nothing_to_verify_is_said(opened):
    for nothing in ("", " ", "  \n"):
        assert answered(opened, nothing).startswith("REFUSED There are no words to verify")


@pytest.mark.parametrize(
    "around", ["aspa:{}.", "“{}”", "`{}`", "(aspa:{})", "ASPA:{}", "<{}>,", "https://archive.test/documents/{}."]
)
def test_marks_around_an_identifier_and_a_code_in_capitals_are_passed_over_with_a_remark(opened, around):
    given = around.format(f"{MEETING}.html#p3" if "://" in around else f"{MEETING}#p3")
    for words in ((), ("expanding the concept",)):
        expected = printed(given, *words)
        found = opened.evaluate("given => archiveVerify.verify(given)", " ".join((given, *words)))
        assert found["verdict"] == expected["verdict"] == "EXACT"
        assert found["places"] == expected["places"]
        assert expected["remark"].startswith(found["note"])
        assert found["note"] in answered(opened, " ".join((given, *words)))


@pytest.mark.parametrize("given", ["“call:back”", "(nobody#p2)", "2012-2013"])
def test_words_in_marks_or_like_an_id_are_words(opened, given):
    assert answered(opened, given).startswith("NOT HERE")
    assert printed(given)["verdict"] == "NOT HERE"


@pytest.mark.parametrize("around", ["“{}”", "`{}`", "({})."])
def test_an_id_in_marks_that_no_text_has_is_refused_and_offered_without_them(opened, around):
    given = around.format(MEETING)
    assert printed(given)["faults"][0]["expected"].endswith(f"nearest: {MEETING}")
    assert answered(opened, given).startswith(f"REFUSED No text has the words {given}")
    assert opened.text_content(".archive-nearest a") == MEETING


@pytest.mark.parametrize("given", ["2018-arosp-sixth-bienial-meeting", MEETING.upper(), f" {MEETING[:-1]}\n"])
def test_an_id_that_is_none_is_refused_with_the_nearest(opened, given):
    assert printed(given)["faults"][0]["expected"] == f"nearest: {MEETING}"
    assert answered(opened, given).startswith("REFUSED There is no document")
    assert opened.text_content(".archive-nearest a") == MEETING


@pytest.mark.parametrize("around", [" {}", "{}\n", "\u00a0{}\t", "\r\n{} "])
def test_white_space_around_an_identifier_is_none_of_it(opened, around):
    given = around.format(f"{MEETING}#p3")
    assert answered(opened, given).startswith("EXACT")
    assert printed(given)["verdict"] == "EXACT"


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
