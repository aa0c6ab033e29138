"""The contract of the text, in a browser: what is shown, verified, copied is the source to the code point."""

from __future__ import annotations

import hashlib

import pytest

from conftest import PROJECT, SELECT, bags, difference, text_of

SAMPLES = ["", *("a" * length for length in (1, 55, 56, 63, 64, 65, 1000)), "é" * 28, "\U0001f600\u00a0\r\n"]


@pytest.fixture(params=bags(PROJECT), ids=lambda bag: bag.id)
def bag(request):
    return request.param


@pytest.fixture(params=["http", "file"])
def shown(request, page, site, bag):
    """Give a document's page, opened over http and from a file."""
    page.goto(site.address(f"documents/{bag.id}.html", over=request.param))
    return page


def test_the_text_is_the_reading_text(shown, bag):
    assert difference(text_of(shown), bag.text) == ""


def test_the_element_names_the_document_and_its_digests(shown, bag):
    data = shown.evaluate("({...document.querySelector('.source-text').dataset})")
    assert data["id"] == bag.id
    assert data["sha256"] == hashlib.sha256(bag.original.read_bytes()).hexdigest()
    assert data["textSha256"] == hashlib.sha256(bag.text.encode()).hexdigest()


def verdict(page):
    """Press Verify and give (verdict, words)."""
    page.evaluate("delete document.querySelector('#text .archive-verdict').dataset.verdict")
    page.click("[data-action=verify]")
    page.wait_for_selector("#text .archive-verdict[data-verdict]")
    output = page.locator("#text .archive-verdict")
    return output.get_attribute("data-verdict"), output.text_content()


def test_verify_says_exact_and_after_a_change_altered(shown):
    assert verdict(shown)[0] == "exact"
    shown.evaluate("document.querySelector('.source-text .paragraph').lastChild.textContent += ' '")
    assert verdict(shown)[0] == "altered"


def test_verify_works_where_the_browser_has_no_digests_to_offer(page, site, bag):
    page.goto(site.address(f"documents/{bag.id}.html", over="elsewhere"))
    assert not page.evaluate("isSecureContext || Boolean(crypto.subtle)")
    assert verdict(page)[0] == "exact"


def test_the_digest_of_our_own_is_sha256(page, site):
    page.goto(site.address(f"documents/{site.bags[0].id}.html", over="elsewhere"))
    for sample in SAMPLES:
        page.evaluate("text => { document.querySelector('.source-text').textContent = text }", sample)
        assert verdict(page)[1].endswith(f"found {hashlib.sha256(sample.encode()).hexdigest()}"), ascii(sample)


def test_paragraphs_can_be_addressed_and_are_in_order(shown, bag):
    found = shown.evaluate(
        "[...document.querySelectorAll('.source-text .paragraph[id]')].map(p => [p.id, p.textContent])"
    )
    lines = [line for line in bag.text.splitlines() if line.strip()]
    assert [name for name, _ in found] == [f"p{number}" for number in range(1, len(lines) + 1)]
    assert [text.strip() for _, text in found] == [line.strip() for line in lines]


# --- copying ---


def copied(page, start, end):
    """Select text by UTF-16 offsets, press Ctrl+C and read the clipboard."""
    page.evaluate(SELECT, [start, end])
    page.keyboard.press("Control+c")
    return page.evaluate("navigator.clipboard.readText()")


@pytest.fixture
def clipboard(page, site):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.address("").rstrip("/"))
    return page


def test_a_selection_is_copied_exactly(clipboard, site, bag):
    clipboard.goto(site.address(f"documents/{bag.id}.html"))
    text = bag.text
    assert max(text) <= "\uffff", "offsets of UTF-16 and of code points differ here"
    middle = len(text) // 2
    for start, end in ((0, len(text)), (3, middle), (middle, middle + 40), (text.find("\n") - 5, text.find("\n") + 6)):
        assert difference(copied(clipboard, start, end), text[start:end]) == ""


def test_no_break_spaces_are_copied_as_such(clipboard, site):
    with_spaces = [bag for bag in site.bags if "\u00a0" in bag.text]
    assert with_spaces, "no source holds a no-break space"
    for bag in with_spaces:
        clipboard.goto(site.address(f"documents/{bag.id}.html"))
        at = bag.text.index("\u00a0")
        assert copied(clipboard, at - 1, at + 2) == bag.text[at - 1 : at + 2]


def test_everything_selected_holds_no_paragraph_number(clipboard, site, bag):
    """Select from the heading above the text: the browser itself copies, and drawn numbers stay out of it."""
    clipboard.goto(site.address(f"documents/{bag.id}.html"))
    clipboard.evaluate(
        "document.getSelection().setBaseAndExtent(document.querySelector('#text-heading'), 0,"
        " document.querySelector('#mentioned-heading'), 0)"
    )
    clipboard.keyboard.press("Control+c")
    lines = clipboard.evaluate("navigator.clipboard.readText()").replace("\u00a0", " ").splitlines()
    expected = {line.replace("\u00a0", " ").strip() for line in bag.text.splitlines()}
    assert {line.strip() for line in lines} >= expected - {""}


def test_the_citation_is_copied(clipboard, site, bag):
    clipboard.goto(site.address(f"documents/{bag.id}.html"))
    clipboard.click("[data-action=copy]")
    clipboard.wait_for_selector("#cite .archive-verdict:not(:empty)")
    assert clipboard.evaluate("navigator.clipboard.readText()").strip() == clipboard.text_content("#citation").strip()


# --- what can be switched ---


@pytest.mark.parametrize("action", ["notes", "links"])
def test_a_switch_changes_what_is_drawn_and_no_text(shown, bag, action):
    button = shown.locator(f"[data-action={action}]")
    classes = shown.get_attribute(".source-text", "class")
    button.click()
    assert shown.get_attribute(".source-text", "class") != classes
    assert button.get_attribute("aria-pressed") == "false"
    assert difference(text_of(shown), bag.text) == ""
    button.click()
    assert set(shown.get_attribute(".source-text", "class").split()) == set(classes.split())
    assert difference(text_of(shown), bag.text) == ""


def test_marks_of_notes_are_hidden_with_the_notes(page, site):
    bag = next(bag for bag in site.bags if "[[note]]" in (bag.folder / "record.toml").read_text(encoding="utf-8"))
    page.goto(site.address(f"documents/{bag.id}.html"))
    assert page.locator(".note-mark").first.is_visible()
    page.click("[data-action=notes]")
    assert not page.locator(".note-mark").first.is_visible()
