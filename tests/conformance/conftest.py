"""What was built, the archive it was built from, a web server and a browser.

The build folder is `build`, or what ARCHIVIST_BUILD names. What is missing fails: nothing here skips.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
import tomllib
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hostile import build_site
from marionette_driver.marionette import Marionette
from playwright.sync_api import Error, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from playwright.sync_api import Browser, Page

PROJECT = Path(__file__).parents[2]
BUILD = Path(os.environ.get("ARCHIVIST_BUILD", PROJECT / "build")).resolve()
# A name that is not the machine's own: to a browser, plain http from there is no secure context.
ELSEWHERE = "archive.test"
# Selects a range of the reading text, given in UTF-16 offsets.
SELECT = """([start, end]) => {
  const walker = document.createTreeWalker(document.querySelector(".source-text"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let at = 0, node; (node = walker.nextNode()); at += node.length) {
    if (at <= start && start < at + node.length) range.setStart(node, start - at);
    if (at < end && end <= at + node.length) range.setEnd(node, end - at);
  }
  document.getSelection().removeAllRanges();
  document.getSelection().addRange(range);
}"""


def until(page: Page, condition: str, arg: object = None, *, seconds: float = 30) -> None:
    """Wait until a condition holds on a page.

    Playwright's own way asks again by code made of text, which the site's policy forbids: it fails where the first
    answer is no.
    """
    end = time.monotonic() + seconds
    while not _holds(page, condition, arg):
        assert time.monotonic() < end, f"{condition} does not come true"
        page.wait_for_timeout(50)


def _holds(page: Page, condition: str, arg: object) -> bool:
    try:
        return bool(page.evaluate(condition, arg))
    except Error:  # the page is being left for another one, or has not what is asked for yet
        return False


@dataclass(frozen=True)
class Bag:
    """A document as it lies in the archive, read without any code of ours."""

    folder: Path

    @property
    def id(self) -> str:
        return self.folder.name

    @property
    def original(self) -> Path:
        (file,) = (self.folder / "data").iterdir()
        return file

    @property
    def text(self) -> str:
        record = tomllib.loads((self.folder / "record.toml").read_text(encoding="utf-8"))
        return self.original.read_bytes().decode(record["original"]["charset"])


@dataclass(frozen=True)
class Site:
    """A built site, its address over http, and the documents that it shows."""

    folder: Path
    port: int
    bags: tuple[Bag, ...]

    def address(self, page: str, *, over: str = "http") -> str:
        """Give a page's address over `http`, from a `file`, or from `elsewhere`, which is no secure context."""
        roots = {
            "http": f"http://127.0.0.1:{self.port}",
            "file": self.folder.as_uri(),
            "elsewhere": f"http://{ELSEWHERE}:{self.port}",
        }
        return f"{roots[over]}/{page}"

    def pages(self) -> list[str]:
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))


def bags(project: Path) -> tuple[Bag, ...]:
    found = tuple(Bag(file.parent) for file in sorted((project / "archive").glob("*/bagit.txt")))
    assert found, f"no bag under {project}/archive"
    return found


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path, of: tuple[Bag, ...]) -> Iterator[Site]:
    """Serve a folder on a free port of this machine."""
    assert (folder / "index.html").exists(), f"{folder} holds no site: run make html"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Site(folder, server.server_address[1], of)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    with served(BUILD / "html", bags(PROJECT)) as site:
        yield site


@pytest.fixture(scope="session")
def hostile(tmp_path_factory) -> Iterator[Site]:
    project, html = build_site(tmp_path_factory.mktemp("hostile"))
    with served(html, bags(project)) as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", f"--host-resolver-rules=MAP {ELSEWHERE} 127.0.0.1"]
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def firefox() -> Iterator[Marionette]:
    """Debian's Firefox. Playwright drives its own build of Firefox only, so this is Mozilla's driver."""
    driver = Marionette(bin=shutil.which("firefox-esr"), headless=True, gecko_log=os.devnull)
    driver.start_session()
    yield driver
    driver.quit()


def text_of(page: Page) -> str:
    return page.evaluate("document.querySelector('.source-text').textContent")


def difference(found: str, expected: str) -> str:
    """Say where two texts part, in a line, however long they are; empty where they are equal."""
    if found == expected:
        return ""
    at = next(
        (n for n, (a, b) in enumerate(zip(found, expected, strict=False)) if a != b), min(len(found), len(expected))
    )
    return f"at {at}: {found[at : at + 20]!r} for {expected[at : at + 20]!r} ({len(found)} for {len(expected)})"


def expect_none(found: Mapping[str, Iterable[str]]) -> None:
    """Fail where any page has a complaint, listing each complaint once with the pages that have it."""
    pages: defaultdict[str, list[str]] = defaultdict(list)
    for page, complaints in sorted(found.items()):
        for complaint in sorted(set(complaints)):
            pages[complaint].append(page)
    if pages:
        lines = [f"{complaint}\n    on {len(on)}: {', '.join(on[:3])}" for complaint, on in sorted(pages.items())]
        pytest.fail("\n".join(lines), pytrace=False)
