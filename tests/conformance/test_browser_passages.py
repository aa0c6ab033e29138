"""Passages in the browser: the words that an address names are marked, and any words or paragraph can be cited."""

import json
import subprocess
import sys

import pytest

from archivist.citing import STYLES
from conftest import PROJECT, SELECT, difference, text_of

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
    assert page.evaluate("(box => box.bottom > 0 && box.top < innerHeight)"
                         "([...CSS.highlights.get('archive-passage')][0].getBoundingClientRect())")  # fmt: skip


@pytest.mark.parametrize("fragment", ["#p99", "#p3-2", "#c5-999999", "#c9-9", "#c9-3"])
def test_an_address_that_names_nothing_is_said_plainly(opened, fragment):
    page = opened(DOCUMENT, fragment)
    assert page.evaluate(MARKED) == []
    assert page.text_content(".archive-passage-notice").startswith("This ")


def test_selected_words_are_offered_for_citation_and_the_text_stays_as_it_is(opened, site):
    page = opened(DOCUMENT)
    before = page.inner_html(".source-text")
    for start, end in ((500, 560), (3, 1200), (88, 792)):
        page.evaluate(SELECT, [start, end])
        page.click(".archive-offer")
        identifier = page.text_content("#passage-identifier")
        assert archivist("verify", identifier)["places"][0]["words"] == words_of(site, DOCUMENT)[start:end].strip()
        assert page.text_content("#passage-address").endswith(f"{DOCUMENT}.html#{identifier.partition('#')[2]}")
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
    page.wait_for_function("document.querySelector('#cite select').value === 'oscola'")
    expected = archivist("cite", BLOG, "--style", "oscola")
    page.wait_for_function("words => document.querySelector('#citation').textContent === words", arg=expected["entry"])


def test_citations_are_loaded_only_when_they_are_wanted(page, site):
    requested = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(site.address(f"documents/{DOCUMENT}.html"))
    plain = page.text_content("#citation")
    assert not [url for url in requested if "/citations/" in url]
    page.select_option("#cite select", "mla")
    page.wait_for_function("words => document.querySelector('#citation').textContent !== words", arg=plain)
    page.select_option("#cite select", "")
    page.wait_for_function("words => document.querySelector('#citation').textContent === words", arg=plain)


def test_without_storage_it_works_all_the_same(page, site):
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied') } })")
    errors = []
    page.on("pageerror", lambda error: errors.append(error))  # noqa: PLW0108 (Playwright marks what it is given)
    page.goto(site.address(f"documents/{DOCUMENT}.html#p3"))
    page.click(".archive-passage-notice button")
    page.select_option(".archive-panel select", "mla")
    page.wait_for_function("document.querySelector('#passage-note').textContent.includes('par. 3')")
    assert errors == []


def test_an_astral_character_counts_once_and_no_character_is_cut(page, site):
    page.route("**/*.html", lambda route: route.fulfill(content_type="text/html; charset=utf-8", body=STAGED))
    page.goto(site.address("documents/staged.html#c3-5"))
    page.add_script_tag(url=site.address("_static/passages.js"))
    assert page.evaluate(MARKED) == ["cd"]
    for start, end, locator in ((3, 4, "#c2-3"), (5, 7, "#c4-6"), (8, 9, "#c7-9"), (9, 10, "#c7-9")):
        page.evaluate(SELECT, [start, end])
        page.evaluate("document.querySelector('.archive-offer').click()")
        assert page.text_content("#passage-identifier").endswith(locator)
        page.keyboard.press("Escape")


STAGED = """<!doctype html>
<section id="cite" data-code="x" data-styles='[["apa", "APA"]]'><p id="citation"></p></section>
<div class="source-text" data-id="staged" data-text-sha256="0123456789abcdef">ab\U0001f600cdefe\u0301gh</div>"""
