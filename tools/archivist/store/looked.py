"""source/linking/ID.txt: which mentions of a document an archivist has looked through, so that later ones are new.

A line for each, a keyed digest: it tells whoever has the text whether a mention was among them, and others nothing, so
that it may be published where the text is not.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from archivist.store.disk import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from archivist.model import Mention
    from archivist.store.document import Document

_LENGTH = 16  # hexadecimal digits of SHA-256


def marks(document: Document, mentions: Iterable[Mention]) -> dict[Mention, str]:
    """Give a digest for each mention: of the text, and of where it stands and what it is taken for."""
    text = hashlib.sha256(document.text.encode())
    marked = {}
    for mention in mentions:
        digest = text.copy()
        digest.update(f"\0{mention.start}-{mention.end} {mention.kind} {mention.target} {mention.entry}".encode())
        marked[mention] = digest.hexdigest()[:_LENGTH]
    return marked


def read_looked(project: Path, id: str) -> frozenset[str] | None:
    """Give the digests of the mentions looked through; None where nobody has begun."""
    path = _path(project, id)
    return frozenset(path.read_text(encoding="ascii").split()) if path.exists() else None


def note_looked(project: Path, id: str, digests: Iterable[str]) -> None:
    path = _path(project, id)
    path.parent.mkdir(exist_ok=True)
    replace_file(path, "".join(f"{digest}\n" for digest in sorted(digests)).encode())


def _path(project: Path, id: str) -> Path:
    return project / "source" / "linking" / f"{id}.txt"
