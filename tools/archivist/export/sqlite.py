"""The archive as an SQLite database with full-text tables (FTS5), for Datasette and for questions in SQL.

Bytes are the same for the same SQLite: rows go in in the order of the documents, the index is merged, and the file is
rewritten from the start.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from archivist.export.passages import paragraph_rows, part_row
from archivist.export.table import COLUMNS, row
from archivist.export.wording import json_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.export.imprint import Edition
    from archivist.export.item import Item

_PARAGRAPH = ("identifier", "document", "paragraph", "start", "end", "language", "text")
_MENTION = ("start", "end", "kind", "target", "state", "entry")
_SCHEMA = f"""
CREATE TABLE edition (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE document ({", ".join(f'"{name}"' for name in COLUMNS)}, PRIMARY KEY (id));
CREATE TABLE paragraph (
  identifier TEXT PRIMARY KEY, document TEXT REFERENCES document (id), paragraph INTEGER,
  "start" INTEGER, "end" INTEGER, language TEXT, text TEXT
);
CREATE TABLE part (
  document TEXT REFERENCES document (id), number INTEGER, title TEXT, date TEXT, first INTEGER, last INTEGER,
  PRIMARY KEY (document, number)
);
CREATE TABLE mention (
  paragraph TEXT REFERENCES paragraph (identifier), "start" INTEGER, "end" INTEGER, kind TEXT, target TEXT,
  state TEXT, entry TEXT
);
CREATE INDEX mention_entry ON mention (entry);
CREATE VIRTUAL TABLE document_fts USING fts5 (title, creator, publisher, source, content="document");
CREATE VIRTUAL TABLE paragraph_fts USING fts5 (text, content="paragraph", tokenize="unicode61 remove_diacritics 2");
"""
_INDEX = """
INSERT INTO document_fts (document_fts) VALUES ('rebuild');
INSERT INTO paragraph_fts (paragraph_fts) VALUES ('rebuild');
INSERT INTO document_fts (document_fts) VALUES ('optimize');
INSERT INTO paragraph_fts (paragraph_fts) VALUES ('optimize');
"""


def piece(item: Item) -> str:
    """Print a document's rows as JSON: its own, its paragraphs' with those of the mentions in each, its parts'."""
    paragraphs = [
        [*(paragraph[name] for name in _PARAGRAPH), [list(mention.values()) for mention in paragraph["mentions"]]]
        for paragraph in paragraph_rows(item)
    ]
    parts = [[item.id, *part_row(one).values(), one.part.first, one.last] for one in item.parts]
    return json_text([list(row(item).values()), paragraphs, parts])


def whole(edition: Edition, pieces: Iterable[str]) -> Iterator[bytes]:
    """Make the database in memory and give its bytes."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.executescript(_SCHEMA)
        database.execute("BEGIN")
        database.executemany("INSERT INTO edition VALUES (?, ?)", _said(edition))
        for one in pieces:
            _insert(database, one)
        database.execute("COMMIT")
        database.executescript(_INDEX)
        database.execute("VACUUM")
        yield database.serialize()


def _insert(database: sqlite3.Connection, piece: str) -> None:
    document, paragraphs, parts = json.loads(piece)
    database.execute(f"INSERT INTO document VALUES ({_marks(COLUMNS)})", document)  # noqa: S608 (marks only)
    database.executemany(f"INSERT INTO paragraph VALUES ({_marks(_PARAGRAPH)})", [one[:-1] for one in paragraphs])  # noqa: S608 (likewise)
    database.executemany("INSERT INTO part VALUES (?, ?, ?, ?, ?, ?)", parts)
    mentions = [[one[0], *mention] for one in paragraphs for mention in one[-1]]
    database.executemany(f"INSERT INTO mention VALUES (?, {_marks(_MENTION)})", mentions)  # noqa: S608 (likewise)


def _marks(names: tuple[str, ...]) -> str:
    return ", ".join("?" for _ in names)


def _said(edition: Edition) -> list[tuple[str, str]]:
    imprint = edition.imprint
    return [
        ("title", imprint.title),
        ("version", imprint.version),
        ("date", edition.date),
        ("editors", imprint.editors),
        ("rights", imprint.rights),
        ("archive-manifest.txt", edition.digest),
    ]
