"""Passages in the browser: the words that an address names are marked, and any words or paragraph can be cited."""

import json
import subprocess
import sys

import pytest

from archivist.citing import STYLES
from conftest import PROJECT, SELECT, difference, text_of, until

DOCUMENT = "2018-arosp-sixth-biennial-meeting"
BLOG = "2019-inspir-asia-blog-november"
MARKED = "[...(CSS.highlights.get('archive-passage') || [])].map(range => range.toString())"


def archivist(*words):
    command = [sys.executable, "-m", "archivist", "--project", PROJECT, *words, "--json"]
    done = subprocess.run(command, capture_output=True, check=True)
    return json.loads(done.stdout)


@pytest.fixture(params=["http", "file"])
def opened(request, page, site):
    """Open a document's page, over http and from a file: `opened(id, "#p3")`."""

    def give(id_, fragment=""):
        page.goto(site.address(f"documents/{id_}.html{fragment}", over=request.param))
        return page

    return give


def words_of(site, id_):
    return next(bag.text for bag in site.bags if bag.id == id_)


@pytest.mark.parametrize("fragment", ["#p3", "#p3-5", "#c500-560", "#c0-1"])
def test_an_address_opens_the_page_with_exactly_its_words_marked(opened, fragment):
    page = opened(DOCUMENT, fragment)
    assert page.evaluate(MARKED) == [archivist("verify", DOCUMENT + fragment)["places"][0]["words"]]
    assert page.evaluate(
        "(box => box.bottom > 0 && box.top < innerHeight)"
        "([...CSS.highlights.get('archive-passage')][0].getBoundingClientRect())"
    )


@pytest.mark.parametrize(
    ("fragment", "reason", "nearest"),
    [
        ("#p99", "#p99 is not there: the text has 10 paragraphs", "#p10"),
        ("#p0", "#p0 is not there", "#p1"),
        ("#p5-3", "#p5-3 ends before it begins", "#p3-5"),
        ("#c5-999999", "#c5-999999 is not there: the text has", "#c5-{length}"),
        ("#c9-9", "#c9-9 holds nothing", "#c9-10"),
        ("#c12-10", "#c12-10 ends before it begins", "#c10-12"),
        ("#c5", "no address of a passage: #c5.", "#c5-6"),
        ("#p3x", "no address of a passage: #p3x.", "#p3"),
        ("#p3-", "no address of a passage: #p3-.", "#p3"),
        ("#P3", "no address of a passage: #P3.", "#p3"),
    ],
)
def test_an_address_that_names_nothing_is_said_plainly_with_the_nearest(opened, site, fragment, reason, nearest):
    page = opened(DOCUMENT, fragment)
    nearest = nearest.format(length=len(words_of(site, DOCUMENT)))
    assert page.evaluate(MARKED) == []
    assert reason in page.text_content(".archive-passage-notice")
    assert page.text_content(".archive-passage-notice a").endswith(nearest)
    page.click(".archive-passage-notice a")
    page.wait_for_selector(".archive-passage-notice button")
    assert page.evaluate(MARKED) == [archivist("verify", DOCUMENT + nearest)["places"][0]["words"]]


def test_an_address_with_a_needless_nought_is_printed_without(opened):
    assert "#c1-3 " in opened(DOCUMENT, "#c01-3").text_content(".archive-passage-notice")


@pytest.mark.parametrize("locator", ["#p3", "#c500-560"])
def test_an_address_that_was_copied_marks_its_words_and_is_verified(opened, locator):
    page = opened(DOCUMENT, locator)
    page.click(".archive-passage-notice button")
    address = page.text_content("#passage-address")
    assert address == page.url.partition("#")[0] + archivist("cite", DOCUMENT + locator)["address"].partition("html")[2]
    page.goto(address)
    words = archivist("verify", address)["places"][0]["words"]
    assert page.evaluate(MARKED) == [words]
    assert page.locator("#citation-note").count() == 1


@pytest.mark.parametrize("form", [str.upper, str.lower])
@pytest.mark.parametrize("length", [16, 64])
def test_an_address_may_have_the_whole_digest_and_capitals(opened, form, length):
    digest = archivist("verify", DOCUMENT)["places"][0]["text_sha256"]
    page = opened(DOCUMENT, f"?sha256={form(digest[:length])}#p3")
    assert len(page.evaluate(MARKED)) == 1


@pytest.mark.parametrize("query", ["?sha256=0123456789abcdef", "?q=floor&sha256=", "?sha256=a6c7"])
@pytest.mark.parametrize("locator", ["#p3", "#c500-560", ""])
def test_an_address_of_another_text_is_stale_and_marks_nothing(opened, query, locator):
    page = opened(DOCUMENT, query + locator)
    assert page.evaluate(MARKED) == []
    notice = page.text_content(".archive-passage-notice")
    assert ("bound to another text than is shown here" if "0123" in query else "has no digest") in notice
    until(
        page,
        "(box => box.top >= 0 && box.bottom < innerHeight)"
        "(document.querySelector('.archive-passage-notice').getBoundingClientRect())",
    )
    assert page.evaluate("getComputedStyle(document.querySelector('#p3')).backgroundColor") == "rgba(0, 0, 0, 0)"
    if locator:
        page.click(".archive-passage-notice a")
        page.wait_for_selector(".archive-passage-notice button")
        assert page.evaluate(MARKED) == [archivist("verify", DOCUMENT + locator)["places"][0]["words"]]
        assert archivist("verify", page.url)["verdict"] == "EXACT"


def test_a_paragraph_of_a_page_with_a_stale_address_can_be_cited(opened):
    page = opened(DOCUMENT, "?sha256=0123456789abcdef#p3")
    page.click("#p5 .paragraph-number")
    page.evaluate("new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve, 50)))")
    assert page.text_content("#passage-identifier").endswith("@a6c7f4b13505211d#p5")
    assert page.evaluate(MARKED) == [archivist("verify", f"{DOCUMENT}#p5")["places"][0]["words"]]


def test_selected_words_are_offered_for_citation_and_the_text_stays_as_it_is(opened, site):
    page = opened(DOCUMENT)
    before = page.inner_html(".source-text")
    for start, end in ((500, 560), (3, 1200), (88, 792)):
        page.evaluate(SELECT, [start, end])
        page.click(".archive-offer")
        identifier = page.text_content("#passage-identifier")
        assert archivist("verify", identifier)["places"][0]["words"] == words_of(site, DOCUMENT)[start:end].strip()
        digest, _, locator = identifier.partition("@")[2].partition("#")
        assert page.text_content("#passage-address").endswith(f"{DOCUMENT}.html?sha256={digest}#{locator}")
        page.keyboard.press("Escape")
        assert page.locator(".archive-panel").is_hidden()
    assert page.inner_html(".source-text") == before
    assert difference(text_of(page), words_of(site, DOCUMENT)) == ""


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("id_", "number"), [(DOCUMENT, 3), (BLOG, 5), (BLOG, 1)])
def test_the_citation_is_the_one_that_the_command_gives(page, site, id_, number, style):
    page.goto(site.address(f"documents/{id_}.html"))
    page.focus(f"#p{number} .paragraph-number")
    page.keyboard.press("Enter")
    page.select_option(".archive-panel select", style)
    expected = archivist("cite", page.text_content("#passage-identifier"), "--style", style)
    assert page.text_content("#passage-entry") == expected["entry"]
    assert page.text_content("#passage-note") == expected["cited"]


def test_a_range_is_cited_by_the_keyboard_alone(page, site):
    page.goto(site.address(f"documents/{DOCUMENT}.html"))
    page.focus("#p3 .paragraph-number")
    page.keyboard.press("Enter")
    page.get_by_label("to paragraph").focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    assert page.text_content("#passage-identifier").endswith("#p3-4")
    assert page.evaluate(MARKED) == [archivist("verify", f"{DOCUMENT}#p3-4")["places"][0]["words"]]
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('#p3 .paragraph-number')")


@pytest.mark.parametrize("fragment", ["", "#p3"])
@pytest.mark.parametrize("by", ["Enter", "click"])
def test_the_panel_of_a_paragraph_has_the_focus_and_escape_gives_it_back(opened, fragment, by):
    page = opened(DOCUMENT, fragment)
    if by == "click":
        page.click("#p3 .paragraph-number")
    else:
        page.press("#p3 .paragraph-number", by)
    page.wait_for_selector(".archive-panel")
    until(page, "document.querySelector('.archive-passage-notice button')")  # the address has been minded
    page.evaluate("new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve, 50)))")
    assert page.evaluate("document.activeElement.matches('.archive-panel')")
    assert page.evaluate("location.hash") == "#p3"
    page.keyboard.press("Escape")
    assert page.locator(".archive-panel").is_hidden()
    assert page.evaluate("document.activeElement.matches('#p3 .paragraph-number')")


@pytest.mark.parametrize(("first", "last"), [("5", "2"), ("5", "999"), ("0", "5"), ("5", ""), ("1.5", "5")])
def test_a_range_that_cannot_be_is_said_at_once_and_its_citation_is_withheld(page, site, first, last):
    page.goto(site.address(f"documents/{DOCUMENT}.html"))
    page.click("#p5 .paragraph-number")
    page.get_by_label("From paragraph").fill(first)
    page.get_by_label("to paragraph").fill(last)
    assert page.locator(".archive-panel .archive-warning").is_visible()
    assert not page.locator("#passage-identifier").is_visible()
    assert not page.locator("[data-copies=passage-identifier]").is_visible()
    page.get_by_label("From paragraph").fill("2")
    page.get_by_label("to paragraph").fill("3")
    assert page.locator(".archive-panel .archive-warning").is_hidden()
    assert page.locator("#passage-identifier").is_visible()
    assert page.text_content("#passage-identifier").endswith("#p2-3")


def test_a_part_is_cited_from_the_outline(page, site):
    page.goto(site.address(f"documents/{BLOG}.html"))
    page.locator(".archive-outline .archive-button").nth(1).press("Enter")
    expected = archivist("cite", page.text_content("#passage-identifier"))
    assert page.text_content(".archive-outline li:nth-child(2) a") in expected["entry"]
    until(page, "words => document.querySelector('#passage-entry').textContent === words", arg=expected["entry"])
    assert "para" not in page.text_content("#passage-note")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('aria-label').startsWith('Cite: ')")


def test_the_open_panel_follows_the_selection(page, site):
    page.goto(site.address(f"documents/{DOCUMENT}.html"))
    page.click("#p5 .paragraph-number")
    page.evaluate(SELECT, [500, 560])
    until(page, "document.querySelector('#passage-identifier').textContent.endsWith('#c500-560')")
    assert page.evaluate(MARKED) == [words_of(site, DOCUMENT)[500:560]]


def test_by_the_keyboard_the_offer_is_the_next_stop_after_the_words(page, site):
    page.goto(site.address(f"documents/{DOCUMENT}.html"))
    page.evaluate(SELECT, [500, 560])
    page.wait_for_selector(".archive-offer:visible")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.archive-offer')")
    page.keyboard.press("Enter")
    assert page.text_content("#passage-identifier").endswith("#c500-560")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.archive-offer')")
    page.evaluate("document.getSelection().removeAllRanges()")
    page.evaluate(SELECT, [600, 660])
    page.click("[data-passage=cite]")
    assert page.text_content("#passage-identifier").endswith("#c600-660")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('[data-passage=cite]')")


def test_what_copies_is_named_by_what_it_copies(page, site):
    page.goto(site.address(f"documents/{DOCUMENT}.html"))
    page.click("#p5 .paragraph-number")
    for name in ("Identifier", "Address", "Reference", "In the text"):
        assert page.get_by_role("button", name=f"Copy: {name}", exact=True).count() == 1


@pytest.mark.parametrize("width", [360, 1280])
def test_the_record_has_no_gap_after_its_identifier(page, site, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site.address(f"documents/{DOCUMENT}.html"))
    place = "document.querySelector('#provenance > {}').getBoundingClientRect().{}"
    assert page.evaluate(f"{place.format('details', 'top')} - {place.format('dl', 'bottom')}") < 8


def test_touch_offers_the_same(browser, site):
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(site.address(f"documents/{DOCUMENT}.html"))
    page.evaluate(SELECT, [500, 560])
    page.tap(".archive-offer")
    assert page.text_content("#passage-identifier").endswith("#c500-560")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


def test_the_style_is_remembered_and_the_document_s_own_citation_follows(page, site):
    page.goto(site.address(f"documents/{DOCUMENT}.html"))
    page.select_option("#cite select", "oscola")
    page.goto(site.address(f"documents/{BLOG}.html"))
    until(page, "document.querySelector('#cite select').value === 'oscola'")
    expected = archivist("cite", BLOG, "--style", "oscola")
    until(page, "words => document.querySelector('#citation').textContent === words", arg=expected["entry"])


@pytest.mark.parametrize("over", ["http", "file"])
def test_the_edition_is_cited_on_the_home_page_in_the_style_that_was_chosen(page, site, over):
    page.goto(site.address("index.html", over=over))
    printed = page.text_content("#edition-citation")
    select = page.locator("#cite-edition select")
    select.focus()
    for style in STYLES:
        select.select_option(style)
        expected = archivist("cite", "--edition", "--style", style)
        until(page, "words => document.querySelector('#edition-citation').textContent === words", arg=expected["entry"])
        note = page.locator("#edition-citation-note")
        assert note.is_visible() == bool(expected["cited"])
        if expected["cited"]:
            assert page.text_content("#edition-citation-note") == expected["cited"]
    page.goto(site.address(f"documents/{DOCUMENT}.html", over=over))
    assert page.locator("#cite select").input_value() == style
    page.go_back()
    select.select_option("")
    assert page.text_content("#edition-citation") == printed


def test_the_edition_s_citation_is_copied_and_its_files_are_given(browser, site):
    context = browser.new_context(permissions=["clipboard-read"], accept_downloads=True)
    page = context.new_page()
    page.goto(site.address("index.html"))
    page.get_by_role("button", name="Copy: citation").press("Enter")
    page.locator("#cite-edition output", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.text_content("#edition-citation")
    for name in ("BibTeX", "RIS", "CSL-JSON"):
        with page.expect_download() as download:
            page.click(f"#cite-edition a:text-is('{name}')")
        assert download.value.path().stat().st_size > 100
    context.close()


def test_citations_are_loaded_only_when_they_are_wanted(page, site):
    requested = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(site.address(f"documents/{DOCUMENT}.html"))
    plain = page.text_content("#citation")
    assert not [url for url in requested if "/citations/" in url]
    page.select_option("#cite select", "mla")
    until(page, "words => document.querySelector('#citation').textContent !== words", arg=plain)
    page.select_option("#cite select", "")
    until(page, "words => document.querySelector('#citation').textContent === words", arg=plain)


def test_without_storage_it_works_all_the_same(page, site):
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied') } })")
    errors = []
    page.on("pageerror", lambda error: errors.append(error))  # noqa: PLW0108 (Playwright marks what it is given)
    page.goto(site.address(f"documents/{DOCUMENT}.html#p3"))
    page.click(".archive-passage-notice button")
    page.select_option(".archive-panel select", "mla")
    until(page, "document.querySelector('#passage-note').textContent.includes('par. 3')")
    assert errors == []


def test_an_astral_character_counts_once_and_no_character_is_cut(page, site):
    page.route("**/*.html", lambda route: route.fulfill(content_type="text/html; charset=utf-8", body=STAGED))
    page.goto(site.address("documents/staged.html#c3-5"))
    stage(page, site)
    assert page.evaluate(MARKED) == ["cd"]
    for start, end, locator in ((3, 4, "#c2-3"), (5, 7, "#c4-6"), (8, 9, "#c7-9"), (9, 10, "#c7-9")):
        page.evaluate(SELECT, [start, end])
        page.evaluate("document.querySelector('.archive-offer').click()")
        assert page.text_content("#passage-identifier").endswith(locator)
        page.keyboard.press("Escape")


@pytest.mark.parametrize(("fragment", "nearest"), [("#c4-5", "#c4-6"), ("#c5-8", "#c4-8"), ("#c9-10", "#c8-13")])
def test_an_address_that_cuts_a_character_is_refused(page, site, fragment, nearest):
    page.route("**/*.html", lambda route: route.fulfill(content_type="text/html; charset=utf-8", body=CUT))
    page.goto(site.address(f"documents/staged.html{fragment}"))
    stage(page, site)
    assert page.evaluate(MARKED) == []
    assert "cuts a character in two" in page.text_content(".archive-passage-notice")
    assert page.get_attribute(".archive-passage-notice a", "href") == nearest


def stage(page, site):
    for script in ("passage-places", "passages"):
        page.add_script_tag(url=site.address(f"_static/{script}.js"))


CUT = """<!doctype html>
<section id="cite" data-code="x" data-styles='[["apa", "APA"]]'><p id="citation"></p></section>
<div class="source-text" data-id="staged" data-text-sha256="0123456789abcdef"
>abcde\u0301gh\U0001f469\u200d\U0001f469\u200d\U0001f467x</div>"""
STAGED = """<!doctype html>
<section id="cite" data-code="x" data-styles='[["apa", "APA"]]'><p id="citation"></p></section>
<div class="source-text" data-id="staged" data-text-sha256="0123456789abcdef">ab\U0001f600cdefe\u0301gh</div>"""


@pytest.mark.parametrize(("width", "is_beside"), [(360, False), (800, False), (1200, True), (1280, True), (1600, True)])
def test_the_panel_stands_beside_the_text_or_under_it_and_covers_no_ends_of_lines(site, page, width, is_beside):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site.address(f"documents/{site.bags[0].id}.html", over="file"))
    page.locator(".paragraph-number").first.click()
    panel, text = (page.locator(one).bounding_box() for one in (".archive-panel", ".source-text"))
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert (panel["x"] >= text["x"] + text["width"]) is is_beside
    if not is_beside:
        assert panel["width"] == width - 32
        assert panel["height"] <= 0.55 * 800
