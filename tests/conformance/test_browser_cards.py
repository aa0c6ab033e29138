"""Cards of mentions and notes: by pointer, keyboard and touch; Escape closes; the text stays as it is."""

from __future__ import annotations

import pytest

from conftest import difference, text_of

OPEN = ".archive-popup:not([hidden])"
SHUT = ".archive-popup[hidden]"


@pytest.fixture
def document(page, site):
    page.goto(site.address(f"documents/{site.bags[0].id}.html"))
    return page


def mention(page):
    return page.locator(".source-text a.mention.linked").first


def name_of(page, address):
    return page.locator(f"[data-card] .archive-name[href='{address}']").first.text_content()


def test_a_pointer_opens_the_card_of_the_entry_and_leaving_closes_it(document):
    link = mention(document)
    link.hover()
    document.wait_for_selector(OPEN)
    words = document.locator(OPEN).text_content()
    assert name_of(document, link.get_attribute("href")) in words
    assert "mentioned " in words
    document.mouse.move(2, 2)
    document.wait_for_selector(SHUT, state="attached")


def test_a_card_can_be_entered_with_the_pointer(document):
    mention(document).hover()
    document.wait_for_selector(OPEN)
    document.locator(OPEN).hover()
    document.wait_for_timeout(500)
    assert document.locator(OPEN).is_visible()


def test_the_keyboard_opens_a_card_and_escape_closes_it(document):
    document.locator(".source-text .paragraph-number").first.focus()
    for _ in range(200):
        document.keyboard.press("Tab")
        if document.evaluate("document.activeElement.matches('a.mention.linked')"):
            break
    address = document.evaluate("document.activeElement.getAttribute('href')")
    assert name_of(document, address) in document.locator(OPEN).text_content()
    assert document.evaluate("document.activeElement.getAttribute('aria-describedby')") == "archive-popup"
    document.keyboard.press("Escape")
    assert not document.locator(OPEN).count()
    assert document.evaluate("document.activeElement.getAttribute('href')") == address


def test_escape_closes_a_card_that_a_pointer_opened(document):
    mention(document).hover()
    document.wait_for_selector(OPEN)
    document.keyboard.press("Escape")
    assert not document.locator(OPEN).count()


def test_a_touch_opens_the_card_and_a_second_one_follows_the_link(browser, site):
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 640})
    page = context.new_page()
    address = site.address(f"documents/{site.bags[0].id}.html")
    page.goto(address)
    mention(page).tap()
    page.wait_for_selector(OPEN)
    assert page.url == address
    box = page.locator(OPEN).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    page.locator("h1").tap()
    assert not page.locator(OPEN).count()
    mention(page).tap()
    page.wait_for_selector(OPEN)
    mention(page).tap()
    page.wait_for_url("**/entries/*")
    context.close()


def test_a_pointer_follows_the_link_at_once(document):
    mention(document).click()
    document.wait_for_url("**/entries/*")


def test_a_note_has_a_card_with_its_evidence(page, site):
    bag = next(bag for bag in site.bags if "[[note]]" in (bag.folder / "record.toml").read_text(encoding="utf-8"))
    page.goto(site.address(f"documents/{bag.id}.html"))
    page.locator(".note-mark").first.hover()
    page.wait_for_selector(OPEN)
    evidence = page.locator(".archive-notes > li").first.locator(".archive-evidence").text_content()
    assert evidence in page.locator(OPEN).text_content()


def test_cards_leave_the_text_as_it_is(document, site):
    for number in range(5):
        document.locator(".source-text a.mention").nth(number).focus()
        assert document.locator(OPEN).is_visible()
        assert difference(text_of(document), site.bags[0].text) == ""


def test_every_link_of_a_text_has_a_card(document):
    empty = document.evaluate("""() => [...document.querySelectorAll(".source-text :is(a.mention, a.note-mark)")]
        .filter((link) => { link.focus(); return !document.querySelector(".archive-popup").textContent.trim(); })
        .map((link) => link.outerHTML)""")
    assert empty == []
