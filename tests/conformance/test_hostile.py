"""An archive of hostile texts, made by the commands of the README: published, verified and copied to the code point."""

from __future__ import annotations

import csv
import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
from markup import dead_links, markup_errors

from conftest import bags, difference, expect_none, served, text_of

SYNTAX = r"""*reST* `role`:ref: |sub| .. raw:: html
   <b>raw</b>
{ref}`MyST` ```{include} /etc/passwd
``` <script>alert(1)</script> <!-- a comment --> </div></pre> &amp; &#13; &nbsp ]]>
<![CDATA[ x ]]> #read("/etc/passwd") #eval("1") $x^2$ _y_ // @label <anchor>
\input{/etc/passwd} \end{document} %comment ~tie {{ config }} {% include "x" %} {# gone #} ${y} R202 C102
"""
SPACES = (
    "no\u00a0break zero\u200bwidth narrow\u202ffigure\u2007 soft\u00adhyphen line\u2028paragraph\u2029ends\u0085next"
)
CONTROLS = "".join(
    map(chr, (*range(1, 9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, *range(0x80, 0x85), *range(0x86, 0xA0)))
)

TEXTS = {
    "spaces": SPACES,
    "lone-cr": "one\rtwo\r\rthree\r",
    "crlf": "\r\none\r\n\r\ntwo\r\nthree",
    "tabs-and-blanks": "a\tb\t\tc  \n  \n\td   ",
    "no-final-newline": "first\nlast",
    "leading-lines": "\n\n\nafter three",
    "byte-order-marks": "\ufefffirst\n\ufeffsecond \ufeff",
    "right-to-left": "\u05d0\u05d1\u05d2 ILO \u0627\u0644 R202 \u202eoverride\u202c \u2067isolate\u2069 end",
    "combining": "e\u0301 \u0e01\u0e33 \u1780\u17d2\u179a Z\u0351\u036b\u0343 \u0301alone, Å A\u030a Å",
    "beyond-the-bmp": "\U0001f600 \U0001f468\u200d\U0001f469\u200d\U0001f467 \U00020000 \U000e0041 \U0010fffd R202",
    "controls": f"before{CONTROLS}after R202\n\ufffe\uffff\U0001fffe noncharacters",
    "null": "a\0b\r\n\U0001f600\0\0 end R202",
    "one-long-line": "no end of it, " * 74_900 + "R202",
    "one-long-word": "x" * 60_000,
    "syntax": SYNTAX,
}
TITLES = {"syntax": "*T* `x` {ref}`y` <script>alert(1)</script> {{ z }} &amp; $x$ \\input{y}"}
NULLS = {"null"}
CARRIED = sorted(set(TEXTS) - NULLS)
# What HTML lets no page hold, or only with a complaint of the checker: of these sources it is expected, of no other.
EXPECTED = {
    "spaces": "Forbidden code point U.0085",
    "lone-cr": "carriage return",
    "crlf": "carriage return",
    "null": "carriage return",
    "controls": "Forbidden code point|Astral non-character",
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Found a project, add the texts and build its site, with warnings as errors; serve it."""
    folder = tmp_path_factory.mktemp("hostile")
    project = folder / "project"
    run("archivist", "new", project, "--title", "Hostile")
    run("archivist", "--project", project, "add", "--batch", table(folder), "--no-input", "--by", "Ana")
    html = folder / "html"
    run("sphinx-build", "-q", "-W", "--keep-going", "-n", "-c", project, "-b", "html", project / "source", html)
    with served(html, bags(project)) as site:
        yield site


def run(program: str, *arguments: object) -> None:
    """Run a program of this environment."""
    path = Path(sys.executable).with_name(program)
    done = subprocess.run([path, *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def table(folder: Path) -> Path:
    """Write the texts and the table that describes them."""
    path = folder / "table.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["file", "id", "title", "creator", "date", "source", "language", "type"])
        for name, text in TEXTS.items():
            (folder / f"{name}.txt").write_bytes(text.encode())
            rows.writerow([f"{name}.txt", name, TITLES.get(name, name), "unknown", "2020", "made", "en", "other"])
    return path


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
    assert page.locator("script:not([src])").count() == 0
    tags = page.evaluate("[...new Set([...document.querySelectorAll('.source-text *')].map(one => one.localName))]")
    assert set(tags) <= {"span", "a", "br"}  # a br follows a carriage return that stands alone
    assert TITLES.get(name, name) in page.text_content("h1")
    assert TITLES.get(name, name) in page.title()


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
