"""What the rules about a whole project look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from archivist.store import Document


class Holdings(NamedTuple):
    """A project with its documents."""

    project: Path
    ids: tuple[str, ...]  # of all documents, sorted
    documents: Mapping[str, Document]  # by id, those that can be read
