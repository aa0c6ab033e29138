"""The site's search in a browser and in node, beside the same search in Python."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest
import Stemmer
from playwright.sync_api import expect

from archivist.search.answering import answer, counts
from archivist.search.files import current
from archivist.search.identifying import identified
from archivist.search.reading import Index
from archivist.search.stems import STEMMERS, stem
from archivist.search.terms import tokens
from archivist.search.variants import accented, compounds
from conftest import ELSEWHERE, PROJECT, bags, served, text_of

QUERIES = 600
SITE_STEMMERS = Path("_static") / "search-stemmers"


def in_node(site: Path, **asked):
    """Run the site's own scripts in node; see search_in_node.js."""
    program = Path(__file__).with_name("search_in_node.js")
    request = json.dumps({"site": str(site), **asked})
    run = subprocess.run(["node", program], input=request, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


@pytest.fixture(scope="module")
def index(site):
    return Index(site.folder / "search" / current(site.folder / "search")["folder"])


# --- Python and JavaScript in step ---


def queries(text: str) -> list[dict[str, object]]:
    """Make queries of the archive's own words: alone, in rows, quoted, excluded, misspelt; some sorted and narrowed."""
    chance = random.Random(4)  # noqa: S311 (no secret: the same each time)
    words = text.split()
    hyphened = sorted({word for word in words if re.fullmatch(r"\w+-\w+", word)})
    made = []
    for number in range(QUERIES):
        at = chance.randrange(len(words) - 12)
        other, slip = chance.choice(words), chance.choice(words)
        drop = chance.randrange(len(slip))
        query = (
            words[at],
            " ".join(words[at : at + 2]),
            f'"{" ".join(words[at : at + 3])}"',
            " ".join(words[at : at + 9]),
            f"{words[at]} {other}",
            f"{words[at]} -{other}",
            slip[:drop] + slip[drop + 1 :],
            f'"{" ".join(words[at : at + 2])}" {other}',
            f'-"{" ".join(words[at : at + 2])}" {other}',
            "-".join(words[at : at + 2]),
            "".join(words[at : at + 2]),
            hyphened[number % len(hyphened)].replace("-", ("", " ", "-")[number % 3]),
            hyphened[number % len(hyphened)] + " -" + hyphened[number % 5].replace("-", ""),
        )[number % 13]
        sort = ("relevance", "oldest", "newest")[number % 3] if number % 5 == 0 else "relevance"
        chosen = {"year": ["2019"]} if number % 11 == 0 else {}
        made.append({"q": query, "sort": sort, "chosen": chosen, "typing": number % 7 == 0})
    return made


def short_queries(text: str) -> list[dict[str, object]]:
    """Make queries of words of one to three letters, which are small words, codes and parts of names."""
    chance = random.Random(5)  # noqa: S311 (likewise)
    short = sorted({word for word in re.findall(r"\w+", text) if len(word) <= 3})
    made = [{"q": " ".join(chance.choices(short, k=chance.randrange(1, 7))), "typing": n % 9 == 0} for n in range(200)]
    return made + [{"q": word} for word in short]


def questions(text: str) -> list[dict[str, object]]:
    """Make questions: long and short, with names that are small words in lower case, and with numbers in groups."""
    chance = random.Random(6)  # noqa: S311 (likewise)
    words = text.split()
    made = []
    for _ in range(100):
        at, length = chance.randrange(len(words) - 40), chance.choice((1, 3, 8, 24, 40))
        asking = chance.choice(("what", "Who", "who", "WHO", "how", "why is the", "when did it"))
        made.append({"q": f"{asking} {' '.join(words[at : at + length])}?"})
    return made + [{"q": query} for query in ("1,234.56", "1234.56", "10 000", "1.000.000 people", "Rp 10,000")]


BAD = [
    "", " ", '"', '""', "-", '-"', "--", "(.*)[a-z]+\\", "<img src=x onerror=alert(1)>", "<script>alert(1)</script>",
    "a" * 10_000, "social " * 1_500, "\ud800 social", "\x00\x1b", "?!.,;", "“social protection", "__proto__",
    "constructor", "toString", "İstanbul", "ประกันสังคม", "社会保障", "-self-employed floors", "%", "%ZZ", "#", "&q=1",
]  # fmt: skip


def expected(index: Index, query: dict[str, object]) -> dict[str, object]:
    found = answer(
        index,
        query["q"],
        chosen=query.get("chosen"),
        sort=query.get("sort", "relevance"),
        typing=query.get("typing", False),
    )
    top = [found.result(unit) for unit in found.units[:10]]
    best = [one.excerpts[0] if one.excerpts else None for one in top]
    return {
        "units": found.units,
        "complete": len(found.complete),
        "clauses": [[" ".join(one.terms), one.entry, one.instead_of, one.weight] for one in found.clauses],
        "years": [list(pair) for pair in counts(found, "year", query.get("chosen") or {})],
        "top": [[one.text.document, e.paragraph if e else 0, one.places] for one, e in zip(top, best, strict=True)],
        "marked": [[e.text[start:end] for start, end in e.marks] if e else [] for e in best],
    }


def test_the_page_and_the_command_answer_alike(site, index):
    text = " ".join(bag.text for bag in site.bags)
    asked = [*queries(text), *short_queries(text), *questions(text)] + [{"q": query} for query in BAD]
    asked += [
        {"q": query, "chosen": {"year": ["2019"]}} for query in ("", "?!", "Việt Nam", "Viêt", "prótection socialé")
    ]
    answers = in_node(site.folder, queries=asked)["answers"]
    different = [(query, found) for query, found in zip(asked, answers, strict=True) if found != expected(index, query)]
    assert different == []
    assert sum(bool(found["units"]) for found in answers) > 500


def test_both_cut_and_fold_every_character_alike(site):
    every = [chr(code) for code in range(0x20, 0x32400) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")]
    texts = ["".join(every[at : at + 50]) for at in range(0, len(every), 50)]
    texts += [f"ab{character}cd {character}" for character in every if not character.isalnum()]
    texts += [f"{character}b-cd, ab-{character}d, ab-12-cd-ef-gh, 20-18" for character in every if character.isalpha()][
        :9000
    ]
    texts += [f"{a}{sign}234{sign}567{b}" for sign in ".,'’\u00a0\u2009\u202f -" for a in GROUPED for b in GROUPED]
    texts += [bag.text for bag in site.bags]
    answer_ = in_node(site.folder, terms=texts)
    found = answer_["terms"]
    different = [
        (text[:60], one, other)
        for text, one in zip(texts, found, strict=True)
        if one != (other := [[token.term, text[token.start : token.end]] for token in tokens(text)])
    ]
    assert different == []
    varied = [
        (text[:60], one, other)
        for text, one in zip(texts, answer_["variants"], strict=True)
        if one != (other := variants_of(text))
    ]
    assert varied == []


# What can stand before and after the groups of a number.
GROUPED = (
    "1",
    "12",
    "123",
    "1234",
    "0",
    " 1",
    "$1",
    "a1",
    "é1",
    "٣1",
    "_1",
    ".1",
    ",12",
    ".56",
    ",56",
    "km",
    "%",
    ")",
    "ก",
)


def variants_of(text: str) -> list[list[object]]:
    placed = list(tokens(text))
    joined = [[one.term, text[placed[one.first].start : placed[one.last].end]] for one in compounds(text, placed)]
    return [joined, [accented(text[token.start : token.end]) for token in placed]]


def vocabulary() -> list[str]:
    """Give the words of the archive and of the installed packages, and made-up ones with many endings."""
    files = [*(PROJECT / "archive").glob("*/data/*.txt"), *Path(Stemmer.__file__).parent.glob("sphinx/**/*.py")]
    texts = [file.read_text(encoding="utf-8", errors="ignore").lower() for file in sorted(files)]
    words = {word for text in texts for word in re.findall(r"[a-z]+", text)}
    endings = "s ed ing ly ness ment ation ational ities ously fully ers ogist ogy ee an kan i nya ement euse".split()
    made = {word + ending for word in sorted(words)[:4000] for ending in endings}
    made |= {"inter" + word for word in sorted(words)[:4000]} | {"skis", "inter", "interne"}
    return sorted(words | made)


def test_both_stem_every_word_alike(site, tmp_path):
    shutil.copytree(site.folder / "_static", tmp_path / "_static")
    shutil.copytree(site.folder / "search", tmp_path / "search")
    import sphinx

    scripts = Path(sphinx.__file__).parent / "search" / "minified-js"
    for name in ("base", *STEMMERS.values()):
        shutil.copy(scripts / f"{name}-stemmer.js", tmp_path / SITE_STEMMERS)
    state = current(tmp_path / "search")
    meta = tmp_path / "search" / state["folder"] / "meta.js"
    names = json.dumps(sorted(STEMMERS.values()))
    meta.write_text(re.sub(r'"stemmers":\[[^]]*\]', f'"stemmers":{names}', meta.read_text(encoding="utf-8")))
    words = vocabulary()
    found = in_node(tmp_path, stems=dict.fromkeys(STEMMERS.values(), words))["stems"]
    different = {
        name: [(word, one) for word, one in zip(words, found[name], strict=True) if one != stem(word, name)]
        for name in STEMMERS.values()
    }
    assert [(name, words) for name, words in different.items() if words] == []
    assert len(words) > 50_000


# --- in a browser ---


@pytest.fixture
def watched(page):
    """Give a page, and what its console complains of."""
    complaints = []
    page.on("console", lambda one: complaints.append(one.text) if one.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(f"dialog {dialog.message}") or dialog.dismiss())
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    return page, complaints


def search(page, site, query, *, over="http", more=""):
    page.goto(site.address(f"search.html?q={quote(query, errors='surrogatepass')}{more}", over=over))
    page.wait_for_selector("#search-results[data-search-state=done], #search-results[data-search-state=idle]")


def hits(page) -> list[str]:
    return [link.get_attribute("href") for link in page.query_selector_all("a.search-hit[href]")]


@pytest.mark.parametrize("over", ["http", "file", "elsewhere"])
def test_a_result_lands_on_its_paragraph_with_the_words_marked_and_the_text_untouched(site, watched, over):
    page, complaints = watched
    search(page, site, "R202", over=over)
    assert len(hits(page)) == 4
    page.click("a.search-hit >> nth=0")
    page.wait_for_selector(".search-landing")
    marked = page.evaluate("[...CSS.highlights.get('archive-search')].map(String)")
    box = page.evaluate("[...CSS.highlights.get('archive-search')][0].getBoundingClientRect().toJSON()")
    assert marked == ["Recommendation 202"]
    assert 0 < box["top"] < 900
    (bag,) = [bag for bag in site.bags if bag.id in page.url]
    assert text_of(page) == bag.text
    assert complaints == []


def test_the_page_shows_what_the_command_finds_in_that_order(site, page, index):
    for query in ("social protection", '"migrant workers"', "ILO -Nepal", "what did the seminar in Jakarta recommend"):
        search(page, site, query)
        found = answer(index, query)
        wanted = [found.result(unit).text.address.partition("#")[0] for unit in found.units[:10]]
        assert [re.search(r"documents/[^?#]+", hit)[0] for hit in hits(page)] == wanted


@pytest.mark.parametrize("query", BAD)
def test_bad_input_is_answered_without_an_error_and_never_executed(site, watched, query):
    page, complaints = watched
    search(page, site, query if len(query) < 5_000 else query[:2_000])
    page.fill("#archive-query", query.replace("\ud800", "\ufffd"))
    page.press("#archive-query", "Enter")
    page.wait_for_selector("#search-results[data-search-state=done], #search-results[data-search-state=idle]")
    assert page.query_selector("#search-status").inner_text() or not query.strip() or "idle" in page.content()
    assert complaints == []


def test_facets_and_order_are_in_the_address_and_the_back_button_works(site, page):
    search(page, site, "social protection")
    everything = hits(page)
    page.check("#search-facets input[data-facet=year][value='2015']")
    page.wait_for_url("**year=2015*")
    expect(page.locator("a.search-hit")).not_to_have_count(len(everything))
    narrowed = hits(page)
    assert page.query_selector("#search-facets input[value='2019']")  # the facet counts without itself
    page.select_option("#search-sort", "newest")
    page.wait_for_url("**sort=newest*")
    page.reload()
    page.wait_for_selector("#search-results[data-search-state=done]")
    assert sorted(hits(page)) == sorted(narrowed)
    page.go_back()
    page.go_back()
    expect(page.locator("a.search-hit")).to_have_count(len(everything))
    assert hits(page) == everything


def test_everything_works_from_the_keyboard(site, watched):
    page, complaints = watched
    page.goto(site.address("index.html"))
    page.keyboard.press("/")
    page.keyboard.type("domest", delay=20)
    page.wait_for_selector("[role=listbox]:not([hidden]) [role=option]")
    page.keyboard.press("Escape")
    assert not page.query_selector("[role=listbox]:not([hidden])")
    page.keyboard.press("Control+k")
    page.keyboard.type("Domestic Workers Convention", delay=5)
    page.wait_for_selector("[role=listbox]:not([hidden]) [role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/entries/ilo-c189.html")
    page.keyboard.press("/")
    page.keyboard.type("floors")
    page.keyboard.press("Enter")
    page.wait_for_selector("#search-results[data-search-state=done]")
    page.focus("#archive-query")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.className") == "search-hit"
    page.keyboard.press("Enter")
    page.wait_for_selector(".search-landing")
    assert complaints == []


def test_results_come_while_typing(site, page):
    page.goto(site.address("search.html"))
    page.type("#archive-query", "protecti", delay=20)
    page.wait_for_selector("a.search-hit")
    assert "protection" in page.inner_text("#search-results").lower()


def test_an_identifier_is_copied(site, page):
    search(page, site, "R202")
    page.click("[data-copy] >> nth=0")
    expect(page.locator("#search-status")).to_contain_text("aspa:2018-arosp-sixth-biennial-meeting@a6c7f4b13505211d#p3")


@pytest.mark.parametrize("missing", ["current.js", "*/meta.js", "*/t"])
def test_a_missing_index_file_is_told_on_the_page(site, browser, tmp_path, missing):
    folder = tmp_path / "html"
    shutil.copytree(site.folder, folder)
    for path in (folder / "search").glob(missing):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    with served(folder, bags(PROJECT)) as broken:
        page = browser.new_page()
        page.goto(broken.address("search.html?q=floors"))
        page.wait_for_selector("#search-results[data-search-state=failed]")
        assert "missing or out of date" in page.inner_text("#search-status")
        assert page.locator("#search-remarks a").count() > 0
        page.close()


def test_a_page_that_does_not_search_loads_little_search_code(site, page):
    sizes = {}
    page.on("response", lambda response: sizes.update({response.url: response}))
    page.goto(site.address(f"documents/{site.bags[0].id}.html"))
    page.wait_for_load_state("networkidle")
    search_files = [url for url in sizes if "search" in url]
    assert [url.rpartition("/")[2] for url in search_files] == ["search-box.js"]
    assert (site.folder / "_static" / "search-box.js").stat().st_size < 5_000
    assert not (site.folder / "searchindex.js").exists()


def test_nothing_is_fetched_from_elsewhere_while_searching(site, page):
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    search(page, site, "social protection", over="file")
    assert [url for url in requests if not url.startswith(site.folder.as_uri())] == []
    assert ELSEWHERE not in "".join(requests)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_results_have_no_barrier_and_do_not_scroll_sideways(site, page, width):
    from axe_playwright_python.sync_playwright import Axe

    page.set_viewport_size({"width": width, "height": 800})
    search(page, site, "social protection floors nepal")
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


# --- addresses that others have written into ---

STRANGE = ["utm_source=x", "page=99", "check_keywords=yes&area=default", "__proto__=1", "constructor=1", "../../evil=1"]


@pytest.mark.parametrize("strange", STRANGE)
def test_what_is_no_filter_in_an_address_is_left_alone(page, site, strange):
    asked, errors = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(site.address(f"search.html?q=social&{strange}", over="file"))
    page.wait_for_selector("[data-search-state=done]")
    assert page.locator("a.search-hit").count() > 0
    assert [url for url in asked if url.endswith(("evil.js", "utm_source.js"))] == []
    assert errors == []


def test_no_filter_reaches_a_file_outside_the_index(page, site):
    page.goto(site.address("search.html?q=social", over="file"))
    page.wait_for_selector("[data-search-state=done]")
    refused = page.evaluate("window.archiveSearch.index.facet('../../evil').then(() => '', (error) => error.message)")
    assert "has no file" in refused


def test_a_part_is_under_the_countries_that_it_names(index):
    garment = next(unit for unit in range(index.units) if "Garment Workers" in index.text(unit, 1).title)
    countries = {country for country, units in index.facet("country").items() if garment in units}
    assert countries == {"Bangladesh"}


def test_the_very_name_is_suggested_first(page, site):
    page.goto(site.address("index.html"))
    for typed, first in (("nepal", "Nepal"), ("asean", "Association of Southeast Asian Nations (ASEAN)")):
        page.fill("#archive-q", "")
        page.locator("#archive-q").press_sequentially(typed)
        expect(page.locator(".search-suggestions li").first).to_have_text(first)


# --- identifiers, years, notes ---

AROSP = "2018-arosp-sixth-biennial-meeting"


@pytest.mark.parametrize(
    ("written", "place"),
    [
        (f"aspa:{AROSP}#p3", "#p3"),
        (f"{AROSP}@a6c7f4b13505211d#c10-20", "?sha256=a6c7f4b13505211d#c10-20"),
        (AROSP, ""),
        (f"{AROSP}#p3-4", "#p3-4"),
    ],
)
def test_an_identifier_leads_to_what_it_names(watched, site, written, place):
    page, complaints = watched
    search(page, site, written)
    (hit,) = hits(page)
    assert hit.endswith(f"documents/{AROSP}.html{place}")
    assert complaints == []


@pytest.mark.parametrize(
    "place",
    ["#p99", "#p0", "#p9-2", "#p8-30", "#c3-3", "#c9-2", "#c99998-99999", "#c0-99999", "@0123456789abcdef#p3", "#p2-4"],
)
def test_the_page_says_as_the_command_does_what_is_not_there(page, site, index, place):
    named = identified(index, AROSP + place)
    search(page, site, AROSP + place)
    (hit,) = hits(page)
    assert hit.endswith(named.address)
    assert page.inner_text(".search-place code") == named.identifier
    said = page.inner_text("#search-status")
    assert named.missing.lower() in said.lower()
    assert ("This is what the identifier names." in said) == (place == "#p2-4")


def test_an_identifier_of_another_archive_is_words(page, site):
    search(page, site, f"other:{AROSP}#p3")
    assert "identifier" not in page.inner_text("#search-status")


def test_a_year_without_words_lists_its_documents(page, site, index):
    search(page, site, "", more="&year=2019")
    assert len(hits(page)) == min(10, len(answer(index, "", chosen={"year": ["2019"]}).units)) > 1


def test_a_hit_by_an_editor_s_note_marks_the_words_that_the_note_is_about(page, site):
    search(page, site, "Brunei 2013")
    page.click("a.search-hit >> text=ASEAN partnership")
    page.wait_for_selector(".search-landing")
    marked = page.evaluate("[...CSS.highlights.get('archive-search')].map(String)")
    assert "2103" in marked
