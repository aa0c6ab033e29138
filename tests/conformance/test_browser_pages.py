"""Every page in a browser: nothing blocked or fetched elsewhere, not too wide, no barrier, readable without scripts."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import difference, expect_none, text_of, until

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
NOTE_VIOLATIONS = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    violations.push(`${event.violatedDirective} blocked ${event.blockedURI}`);
  });
"""


def published(site) -> list[str]:
    """Give the pages of the site: what the theme leaves among the static files is none."""
    return [page for page in site.pages() if not page.startswith("_static/")]


def kinds(site) -> list[str]:
    """Give every page but those alike: of entries and decisions, the largest of a kind."""
    alike = defaultdict(list)
    for page in published(site):
        folder, _, name = page.rpartition("/")
        kind = f"{folder}/{name.partition('-')[0]}" if folder == "entries" else folder
        alike[kind if folder in ("entries", "decisions") else page].append(page)
    return sorted(max(pages, key=lambda page: (site.folder / page).stat().st_size) for pages in alike.values())


def test_the_site_has_the_pages_that_the_house_promises(site):
    promised = {
        "index",
        "documents",
        "timeline",
        "bibliography",
        "unresolved",
        "sic-ledger",
        "conflicts",
        "fixity",
        "search",
    }
    promised |= {f"glossary/{kind}" for kind in ("ilo", "asean", "acronym", "organisation", "place")}
    promised |= {f"documents/{bag.id}" for bag in site.bags}
    assert {f"{page}.html" for page in promised} <= set(published(site))


@pytest.fixture
def watched(page):
    """Give a page and what it complains of and asks for, over all that it visits."""
    complaints, requests = [], []
    page.on(
        "console",
        lambda message: (
            complaints.append(f"{message.text} {message.location['url']}")
            if message.type in ("error", "warning")
            else None
        ),
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
    page.on(
        "response",
        lambda response: complaints.append(f"{response.status}: {response.url}") if response.status >= 400 else None,
    )
    page.on("request", lambda request: requests.append(request.url))
    page.add_init_script(NOTE_VIOLATIONS)
    return page, complaints, requests


@pytest.mark.parametrize("over", ["http", "file"])
def test_no_page_complains_or_asks_for_anything_elsewhere(site, watched, over):
    page, complaints, requests = watched
    found = {}
    for name in published(site):
        page.goto(site.address(name, over=over))
        complaints += page.evaluate("violations")
        found[name] = list(complaints)
        complaints.clear()
    expect_none(found)
    ours = (site.address("", over=over), "data:")
    assert [request for request in requests if not request.startswith(ours)] == []


def test_a_document_asks_for_nothing_while_it_is_used(site, watched):
    page, complaints, requests = watched
    page.goto(site.address(f"documents/{site.bags[0].id}.html"))
    page.wait_for_load_state("networkidle")
    requests.clear()
    for action in ("verify", "notes", "links", "theme", "copy"):
        page.click(f"[data-action={action}]")
    page.hover(".source-text a.mention >> nth=0")
    page.wait_for_selector(".archive-popup:not([hidden])")
    assert (complaints, requests) == ([], [])


def test_every_page_has_the_strict_policy(site):
    meta = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')
    for name in published(site):
        (policy,) = meta.findall((site.folder / name).read_text(encoding="utf-8"))
        directives = dict(directive.strip().partition(" ")[::2] for directive in policy.split(";"))
        strict = {"default-src": "'none'", "script-src": "'self'", "style-src": "'self'"}
        assert directives | strict == directives, name


def test_the_policy_blocks_a_script_that_got_in(site, watched):
    page, _, _ = watched
    page.goto(site.address("index.html"))
    page.evaluate(
        "document.head.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))"
    )
    until(page, "() => violations.length")
    assert page.evaluate("[window.ran, violations]") == [None, ["script-src-elem blocked inline"]]


@pytest.mark.parametrize("width", [320, 360])
def test_no_page_scrolls_sideways(site, page, width):
    page.set_viewport_size({"width": width, "height": 640})
    wide = {}
    for name in published(site):
        page.goto(site.address(name))
        reach = page.evaluate("document.scrollingElement.scrollWidth")
        wide[name] = [f"{reach} px"] if reach > width else []
    expect_none(wide)


@pytest.mark.parametrize("name", ["glossary/all.html", "scorecard.html"])
@pytest.mark.parametrize("width", [320, 360])
def test_no_table_of_the_glossary_or_of_scores_is_cut_on_a_phone(site, page, name, width):
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(site.address(name))
    room = (
        "[...document.querySelectorAll('article table')].map((one) => [one.scrollWidth, one.parentElement.clientWidth])"
    )
    tables = page.evaluate(room)
    assert tables
    assert [wide for wide, room in tables if wide > room] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_no_kind_of_page_has_a_barrier(site, page, width, scheme):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    found = {}
    for name in kinds(site):
        page.goto(site.address(name))
        results = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
        found[name] = [
            f"{violation['id']}: {node['html'][:160]}\n    {node['failureSummary'].splitlines()[1].strip()}"
            for violation in results.response["violations"]
            for node in violation["nodes"][:3]
        ]
    expect_none(found)


def test_the_colours_follow_the_system_and_then_the_reader(site, page):
    scheme = "document.documentElement.dataset.theme"
    page.emulate_media(color_scheme="light")
    page.goto(site.address("index.html"))
    assert page.evaluate(scheme) == "light"
    page.emulate_media(color_scheme="dark")
    until(page, f"() => {scheme} === 'dark'")
    page.click("[data-action=theme]")
    assert page.evaluate(scheme) == "light"
    page.goto(site.address("about.html"))
    assert page.evaluate(scheme) == "light"


def test_dark_is_dark_and_light_is_light(site, page):
    grounds = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(site.address("index.html"))
        red, green, blue = re.findall(r"\d+", page.evaluate("getComputedStyle(document.body).backgroundColor"))[:3]
        grounds[scheme] = int(red) + int(green) + int(blue)
    assert grounds["dark"] < 200
    assert grounds["light"] > 600


@pytest.mark.parametrize("over", ["http", "file"])
def test_a_document_can_be_read_and_followed_without_scripts(site, browser, over):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for bag in site.bags:
        page.goto(site.address(f"documents/{bag.id}.html", over=over))
        assert difference(text_of(page), bag.text) == ""
        assert page.locator(".source-text a.mention").first.is_visible()
        assert not page.locator("[data-action]:visible").count()
    page.click(".source-text a.mention.linked >> nth=0")
    assert "/entries/" in page.url
    page.click(f".archive-locator[data-backlink^='{site.bags[-1].id} '] >> nth=0")
    assert f"/documents/{site.bags[-1].id}.html#m" in page.url
    context.close()


def test_the_search_page_leads_on_without_scripts(site, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address("search.html"))
    assert page.locator("noscript a, main a").first.is_visible()
    context.close()


def test_the_search_finds_a_document(site, page):
    page.goto(site.address("index.html"))
    page.keyboard.press("Control+k")
    page.keyboard.type("Siem Reap")
    page.keyboard.press("Enter")
    page.wait_for_selector("a.search-hit")
    assert any("documents/" in link.get_attribute("href") for link in page.query_selector_all("a.search-hit"))


def test_in_print_the_text_stands_without_the_controls(site, page):
    page.emulate_media(media="print")
    for bag in site.bags:
        page.goto(site.address(f"documents/{bag.id}.html"))
        assert page.locator(".source-text").is_visible()
        assert not page.locator(".archive-header, .archive-tools").first.is_visible()
