"""A small archive project to act upon, and documents to put into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from archivist.ingest.adding import Act, Wish, add
from archivist.ingest.receiving import Received

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

settings.register_profile("untimed", deadline=None)  # on a busy machine a right answer may come late
settings.load_profile("untimed")

ACT = Act("Ana", "2026-01-02T03:04:05Z")
FIELDS = {
    "title": "A title",
    "creator": ["CDI"],
    "date": "2018-11-15",
    "source": "web",
    "language": "en",
    "type": "blog",
}


@pytest.fixture
def act() -> Act:
    return ACT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project with an empty archive."""
    folder = tmp_path / "project"
    (folder / "archive").mkdir(parents=True)
    (folder / "conf.py").write_text('author = "The Editors"\n', encoding="utf-8")
    return folder


@pytest.fixture
def wish() -> Callable[..., Wish]:
    """Make a wish: `wish(b"bytes", document_document_id="x", title="…")`."""

    def make(data: bytes, *, name: str = "text.txt", document_id: str = "", **fields: object) -> Wish:
        return Wish(Received(name, data), FIELDS | fields, name, document_id)

    return make


@pytest.fixture
def holding(project: Path, wish: Callable[..., Wish]) -> Callable[..., Path]:
    """Give the project, holding documents: `holding(first=b"bytes", second=b"others")`."""

    def fill(**texts: bytes) -> Path:
        add(project, [wish(data, document_id=key) for key, data in texts.items()], ACT)
        return project

    return fill
