"""An archive of hostile texts: published, verified and copied to the code point."""

from __future__ import annotations

import hashlib
import re

import pytest
from hostile import CARRIED, NULLS, TEXTS, TITLES
from markup import dead_links, markup_errors

from conftest import difference, expect_none, text_of, until

# What HTML lets no page hold, or only with a complaint of the checker: of these sources it is expected, of no other.
EXPECTED = {
    "spaces": "Forbidden code point U.0085",
    "lone-cr": "carriage return",
    "crlf": "carriage return",
    "null": "carriage return",
    "controls": "Forbidden code point|Astral non-character",
}


@pytest.fixture(params=["http", "file"])
def show(request, page, hostile):
    """Open a document: `show("crlf")` gives its page."""

    def open_document(name):
        page.goto(hostile.address(f"documents/{name}.html", over=request.param))
        return page

    return open_document


def verdict(page):
    page.click("[data-action=verify]")
    page.wait_for_selector("#text .archive-verdict[data-verdict]")
    return page.get_attribute("#text .archive-verdict", "data-verdict")


@pytest.mark.parametrize("name", CARRIED)
def test_the_text_is_shown_to_the_code_point_and_verifies(show, name):
    page = show(name)
    assert difference(text_of(page), TEXTS[name]) == ""
    digest = page.get_attribute(".source-text", "data-text-sha256")
    assert digest == hashlib.sha256(TEXTS[name].encode()).hexdigest()
    assert verdict(page) == "exact"


@pytest.mark.parametrize("name", sorted(NULLS))
def test_a_null_has_a_stand_in_that_the_page_tells_of(show, name):
    page = show(name)
    text = TEXTS[name]
    assert difference(text_of(page), text.replace("\0", "\ufffd")) == ""
    assert verdict(page) == "exact"
    warning = page.text_content("#text .archive-warning")
    assert "U+0000" in warning
    assert [int(offset) for offset in re.findall(r"\b\d+\b", warning.split("code point")[-1])] == [
        offset for offset, character in enumerate(text) if character == "\0"
    ]


@pytest.mark.parametrize("name", sorted(NULLS))
def test_a_stand_in_that_is_changed_is_noticed(show, name):
    page = show(name)
    page.evaluate(
        "const walker = document.createTreeWalker(document.querySelector('.source-text'), NodeFilter.SHOW_TEXT);"
        "for (let node; (node = walker.nextNode()); ) node.data = node.data.replace('\\ufffd', 'x')"
    )
    assert verdict(page) == "altered"


@pytest.mark.parametrize("name", CARRIED)
def test_a_selection_of_everything_is_copied_to_the_code_point(show, name):
    """What the page hands to the clipboard; what the system's clipboard makes of it is the system's affair."""
    copied = show(name).evaluate("""() => {
      document.getSelection().selectAllChildren(document.querySelector(".source-text"));
      const event = new ClipboardEvent("copy", {clipboardData: new DataTransfer(), bubbles: true, cancelable: true});
      document.dispatchEvent(event);
      return event.defaultPrevented ? event.clipboardData.getData("text/plain") : null;
    }""")
    assert copied is not None
    assert difference(copied, TEXTS[name]) == ""


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_nothing_in_a_text_or_title_becomes_markup_or_script(show, name):
    page = show(name)
    assert page.locator("script:not([src], [type='application/ld+json'])").count() == 0
    tags = page.evaluate("[...new Set([...document.querySelectorAll('.source-text *')].map(one => one.localName))]")
    assert set(tags) <= {"span", "a", "br"}  # a br follows a carriage return that stands alone
    assert TITLES.get(name, name) in page.text_content("h1")
    assert TITLES.get(name, name) in page.title()


# Whether words of a citation are drawn from left to right: where its last words begin, and end.
DRAWN = """words => {
  const node = document.querySelector("#citation").lastChild;
  const at = node.data.lastIndexOf(words);
  const edge = (offset) => {
    const range = document.createRange();
    range.setStart(node, at + offset);
    range.setEnd(node, at + offset + 1);
    return range.getBoundingClientRect().left;
  };
  return [edge(0), edge(words.length - 1)];
}"""


@pytest.mark.parametrize("style", ["", "apa", "mla"])
def test_a_title_s_direction_ends_with_it_in_its_citation(show, style):
    page = show("right-to-left")
    if style:
        page.select_option("select.archive-style", style)
        until(page, "!document.querySelector('#citation').textContent.includes('Archived text')")
    first, last = page.evaluate(DRAWN, "right-to-left")
    assert first < last


def test_the_numbers_of_a_text_stand_where_its_lines_begin(show):
    beside = """() => {
      const of = (name) => document.querySelector(name).getBoundingClientRect();
      return of(".paragraph-number").left < (of(".source-text").left + of(".source-text").right) / 2;
    }"""
    assert show("crlf").evaluate(beside)
    assert not show("right-to-left").evaluate(beside)


def test_no_page_scrolls_sideways(hostile, page):
    page.set_viewport_size({"width": 360, "height": 640})
    for name in sorted(TEXTS):
        page.goto(hostile.address(f"documents/{name}.html"))
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 360, name


def test_the_originals_are_published_as_they_are(hostile):
    for bag in hostile.bags:
        assert (hostile.folder / "originals" / bag.id / bag.original.name).read_bytes() == TEXTS[bag.id].encode()


def test_the_checker_complains_of_characters_only_and_where_they_are(hostile):
    found = markup_errors(hostile.folder / "documents")
    unexpected = {page: [] for page in found}
    for page, errors in found.items():
        expected = EXPECTED.get(page.removesuffix(".html"), "nothing at all")
        unexpected[page] = [error for error in errors if not re.search(expected, error)]
    expect_none(unexpected)
    assert {page.removesuffix(".html") for page in found} == set(EXPECTED)


def test_every_link_leads_somewhere(hostile):
    expect_none({page: dead_links(hostile.folder / page) for page in hostile.pages()})
