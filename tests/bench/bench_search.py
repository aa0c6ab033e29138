"""Measure the search: bytes that travel, time to results, the index's size, time and memory; Pagefind beside it.

Needs what `make conformance` installs. SEARCH_SIZES (default "4 1000 10000") names the numbers of generated documents.
The site is built of four of them; the index beside it is of as many as asked for, as the page does not depend on it.
Bytes are those of responses, headers and gzipped bodies, from an empty cache.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
from contextlib import contextmanager
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

import projects
from corpus import documents
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

SIZES = [int(size) for size in os.environ.get("SEARCH_SIZES", "4 1000 10000").split()]
QUERIES = ("social protection floors", "migrant workers", '"social protection floors"', "Altagracia")
_TEXT = (".html", ".js", ".css", ".json", ".xml")


class Traffic:
    """A server of a folder that gzips as web servers do and keeps account."""

    def __init__(self, folder: Path) -> None:
        self.sent: list[tuple[str, int]] = []  # path, bytes
        handler = partial(_Handler, directory=str(folder), sent=self.sent)
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"

    def count(self, *parts: str) -> tuple[int, int]:
        """Give requests and bytes of the paths that hold one of the parts, and start anew."""
        found = [size for path, size in self.sent if any(part in path for part in parts)]
        self.sent.clear()
        return len(found), sum(found)


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, sent: list[tuple[str, int]], **more: object) -> None:
        self.account = sent
        super().__init__(*arguments, **more)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        zipped = path.suffix in _TEXT
        body = gzip.compress(body, 6, mtime=0) if zipped else body
        kind = self.guess_type(path.name)
        lines = ["HTTP/1.1 200 OK", f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
        lines += [
            "Date: Wed, 25 Nov 2026 10:00:00 GMT",
            "Server: nginx",
            "Cache-Control: max-age=3600",
            'ETag: "0123456789"',
        ]
        lines += ["Content-Encoding: gzip", "Vary: Accept-Encoding"] if zipped else []
        head = "\r\n".join([*lines, "Connection: close", "", ""]).encode()
        self.account.append((self.path, len(head) + len(body)))
        self.wfile.write(head + body)
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[Traffic]:
    traffic = Traffic(folder)
    threading.Thread(target=traffic.server.serve_forever, daemon=True).start()
    try:
        yield traffic
    finally:
        traffic.server.shutdown()
        traffic.server.server_close()


class Written(NamedTuple):
    seconds: float  # of processor
    megabytes: float  # peak of memory
    files: int
    size: int  # bytes


# --- ours ---


def write_generated(root: Path, count: int) -> None:
    """Write the index of generated documents; called in a process of its own, whose memory is measured."""
    from archivist.search.units import Collection, Passage, Unit
    from archivist.search.writing import write_index

    def units() -> Iterator[Unit]:
        for one in sorted(documents(count), key=lambda one: (one.year, one.id)):
            yield Unit(
                document=one.id,
                size=(len(one.paragraphs), sum(map(len, one.paragraphs))),
                digest=hashlib.sha256("".join(one.paragraphs).encode()).hexdigest()[:16],
                address=f"documents/{one.id}.html",
                title=one.title,
                heading="",
                date=str(one.year),
                day=f"{one.year}-01-01",
                type="report",
                language="en",
                passages=[Passage(number, text, ()) for number, text in enumerate(one.paragraphs, 1)],
                facets={"year": [str(one.year)], "type": ["report"], "language": ["en"]},
                mentioned={},
            )

    write_index(root, units(), Collection("gen", []), state={})
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps([usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024]))


def write_in_process(root: Path, count: int) -> Written:
    shutil.rmtree(root, ignore_errors=True)
    command = [sys.executable, __file__, "--write", str(root), str(count)]
    seconds, megabytes = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return Written(seconds, megabytes, *_weight(root))


def _weight(folder: Path) -> tuple[int, int]:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)


def ask_ours(page: Page, traffic: Traffic, query: str, *, cold: bool) -> None:
    if cold:
        page.goto(f"{traffic.address}/search.html?q={quote(query)}")
    else:
        page.fill("#archive-query", query)
        page.press("#archive-query", "Enter")
    page.wait_for_selector("#search-results[data-search-state=done]")


def warm_milliseconds(page: Page, query: str) -> float:
    script = """async (query) => {
        const { search, result } = window.archiveSearch;
        const once = async () => {
            const start = performance.now();
            const found = await search(query);
            await Promise.all(found.units.slice(0, 10).map((unit) => result(found, unit)));
            return performance.now() - start;
        };
        const times = [];
        for (let n = 0; n < 7; n += 1) times.push(await once());
        return times.sort((a, b) => a - b)[3];
    }"""
    return float(page.evaluate(script, query))


# --- Pagefind ---


def build_pagefind(folder: Path, count: int) -> Written:
    """Write the documents as plain pages and let Pagefind index them, by its command as its manual has it."""
    site = folder / "pagefind-site"
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir()
    for one in documents(count):
        paragraphs = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in one.paragraphs)
        body = f"<title>{one.title}</title><main><h1>{one.title}</h1>{paragraphs}</main>"
        page = f'<!doctype html><html lang="en">{body}</html>'
        (site / f"{one.id}.html").write_text(page, encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "pagefind", "--site", str(site)], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    (site / "index.html").write_text("<!doctype html><title>Search</title>", encoding="utf-8")
    return Written(seconds, after.ru_maxrss / 1024, *_weight(site / "pagefind"))


def ask_pagefind(page: Page, traffic: Traffic, query: str, *, cold: bool) -> None:
    if cold:
        page.goto(f"{traffic.address}/index.html")
    script = """async (query) => {
        window.finder ||= await import('/pagefind/pagefind.js');
        const found = await window.finder.search(query);
        return (await Promise.all(found.results.slice(0, 10).map((one) => one.data()))).length;
    }"""
    page.evaluate(script, query)


# --- the tables ---


def measure(
    browser: Browser, folder: Path, ask: Callable[..., None], parts: tuple[str, ...]
) -> list[tuple[str, int, int]]:
    """Ask the queries one after another in a new profile, then the phrase first in another."""
    rows = []
    with serving(folder) as traffic:
        for turn, queries in (("", QUERIES), ("alone: ", QUERIES[2:3])):
            page = browser.new_context().new_page()
            for number, query in enumerate(queries):
                ask(page, traffic, query, cold=number == 0)
                page.wait_for_load_state("networkidle")
                rows.append((turn + query, *traffic.count(*parts)))
            if not turn and ask is ask_ours:
                print(f"    warm, ten results: {warm_milliseconds(page, QUERIES[0]):.0f} ms", flush=True)
            page.context.close()
    return rows


def report(label: str, count: int, written: Written, rows: list[tuple[str, int, int]]) -> None:
    size = f"{written.size / 1e6:.1f} MB in {written.files:,} files"
    print(
        f"{label}, {count:,} documents: {written.seconds:.1f} s of processor, {written.megabytes:.0f} MB peak, {size}"
    )
    for query, requests, sent in rows:
        print(f"    {query:36}{sent / 1000:>9.1f} kB{requests:>6} requests", flush=True)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="archivist-bench-") as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        projects.ours(folder / "project", 4)
        site = folder / "site"
        sphinx = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-c", ".", "source", str(site)]
        subprocess.run(sphinx, cwd=folder / "project", check=True)
        for count in SIZES:
            written = write_in_process(site / "search", count)
            report("ours", count, written, measure(browser, site, ask_ours, ("/search/", "/_static/search")))
            if find_spec("pagefind"):
                written = build_pagefind(folder, count)
                rows = measure(browser, folder / "pagefind-site", ask_pagefind, ("/pagefind/",))
                report("Pagefind", count, written, rows)
            else:
                print("Pagefind is not installed: pip install pagefind[extended]")
        browser.close()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        write_generated(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main()
