"""The site in Firefox, over http and from a file: the text, its controls, the cards and the search."""

from __future__ import annotations

import pytest
from hostile import CARRIED, TEXTS
from marionette_driver import By, Wait
from marionette_driver.errors import TimeoutException
from marionette_driver.keys import Keys

from conftest import difference

QUERIES = ("social protection floor", '"social security"', "R202 -Jakarta", "2103", "nothingofthesort")
# The driver leaves open the sockets that it tried before Firefox listened.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
# What the pages themselves complained of; Firefox's own parts complain too.
COMPLAINTS = """
return Services.console.getMessageArray()
  .filter((m) => m instanceof Ci.nsIScriptError && /^(file|http):/.test(m.sourceName))
  .map((m) => `${m.sourceName}:${m.lineNumber} ${m.errorMessage}`);
"""


@pytest.fixture(params=["http", "file"])
def over(request):
    return request.param


@pytest.fixture
def shown(firefox, site, over):
    """Give a function that opens a page; when the test is done, no page may have complained."""
    with firefox.using_context("chrome"):
        firefox.execute_script("Services.console.reset()")
    yield lambda page: firefox.navigate(site.address(page, over=over))
    with firefox.using_context("chrome"):
        assert firefox.execute_script(COMPLAINTS) == []


def wait_for(firefox, script):
    """Wait until a script gives something true; give that."""
    try:
        return Wait(firefox, timeout=10).until(lambda browser: browser.execute_script(f"return {script}"))
    except TimeoutException:
        pytest.fail(f"in vain: {script}")


def test_the_text_is_the_reading_text_and_verifies(firefox, site, shown):
    for bag in site.bags:
        shown(f"documents/{bag.id}.html")
        text = firefox.execute_script("return document.querySelector('.source-text').textContent")
        assert difference(text, bag.text) == ""
        firefox.find_element(By.CSS_SELECTOR, "[data-action=verify]").click()
        assert wait_for(firefox, "document.querySelector('#text .archive-verdict').dataset.verdict") == "exact"


def test_a_hostile_text_is_the_reading_text(firefox, hostile, over):
    for name in CARRIED:
        firefox.navigate(hostile.address(f"documents/{name}.html", over=over))
        text = firefox.execute_script("return document.querySelector('.source-text').textContent")
        assert difference(text, TEXTS[name]) == "", name
        firefox.find_element(By.CSS_SELECTOR, "[data-action=verify]").click()
        assert wait_for(firefox, "document.querySelector('#text .archive-verdict').dataset.verdict") == "exact", name


def test_a_card_opens_by_keyboard_and_closes(firefox, site, shown):
    shown(f"documents/{site.bags[0].id}.html")
    assert firefox.execute_script("return document.getElementById('archive-popup').hidden")
    firefox.execute_script("document.querySelector('a.mention.linked').focus()")
    wait_for(firefox, "!document.getElementById('archive-popup').hidden")
    firefox.find_element(By.CSS_SELECTOR, "a.mention.linked").send_keys(Keys.ESCAPE)
    wait_for(firefox, "document.getElementById('archive-popup').hidden")


def test_the_search_finds_what_chromium_finds(firefox, page, site, shown, over):
    for query in QUERIES:
        address = f"search.html?q={query.replace(' ', '+').replace(chr(34), '%22')}"
        shown(address)
        wait_for(firefox, "document.querySelector('[data-search-state=done]') !== null")
        hits = "[...document.querySelectorAll('a.search-hit')].map((hit) => hit.getAttribute('href'))"
        page.goto(site.address(address, over=over))
        page.wait_for_selector("[data-search-state=done]")
        assert firefox.execute_script(f"return {hits}") == page.evaluate(hits), query


def test_a_hit_lands_on_its_paragraph_with_the_words_marked(firefox, shown):
    shown("search.html?q=social+protection+floor")
    wait_for(firefox, "document.querySelector('a.search-hit') !== null")
    firefox.find_element(By.CSS_SELECTOR, "a.search-hit").click()
    wait_for(firefox, "CSS.highlights.has('archive-search')")
    assert wait_for(
        firefox,
        "(() => { const box = document.querySelector(location.hash.split('?')[0]).getBoundingClientRect();"
        " return box.bottom > 0 && box.top < innerHeight; })()",
    )


def test_no_page_scrolls_sideways_on_a_phone(firefox, site, shown):
    window = firefox.window_rect
    firefox.set_window_rect(width=500, height=800)  # the least that Firefox opens; the site's frame is narrowed in it
    try:
        for name in site.pages():
            shown(name)
            wide = firefox.execute_script(
                "document.documentElement.style.width = '360px';"
                "return Math.max(...[...document.body.children].map((e) => e.getBoundingClientRect().right))"
            )
            assert wide <= 361, name
    finally:
        firefox.set_window_rect(width=window["width"], height=window["height"])


def test_an_address_that_is_bound_to_a_text_marks_its_words_or_says_that_it_is_stale(firefox, shown):
    page, notice = (
        "documents/2018-arosp-sixth-biennial-meeting.html",
        "document.querySelector('.archive-passage-notice')",
    )
    shown(f"{page}?sha256=a6c7f4b13505211d#c500-560")
    assert wait_for(firefox, f"{notice}.textContent").startswith("Marked: aspa:")
    shown("index.html")  # from page to page of one path, the driver does not wait for the second
    shown(f"{page}?sha256=0123456789abcdef#c500-560")
    assert "another text" in wait_for(firefox, f"{notice}.textContent")
    shown("index.html")
    firefox.find_element(By.CSS_SELECTOR, "#cite-edition option[value=oscola]").click()
    assert wait_for(firefox, "document.querySelector('#edition-citation i, #edition-citation-note').textContent")
