"""What each document gives to the exports, written once and kept beside its doctree.

It depends on the document's bag, the glossary and conf.py alone, and Sphinx reads the page again when one of these
changes: then it is forgotten, and written when the site next asks for it. The PDF edition never does.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from archivist.citing.works import cited_works
from archivist.export.formats import FORMATS
from archivist.export.item import Item, complete_events
from archivist.export.pagehead import page_head
from archivist.sphinxext.imprint import imprint_from

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from archivist.sphinxext.domain import ArchiveDomain

_HEAD = "page head"
_WORKS = "works"  # the document and its parts, to be cited
_DIGEST = "sha256"  # of them all


def forget_pieces(env: BuildEnvironment, id_: str) -> None:
    _kept(env, id_).unlink(missing_ok=True)


def page_head_of(domain: ArchiveDomain, id_: str) -> str:
    """Give what a document's page has in its head."""
    return piece_of(domain, id_, _HEAD)


def works_of(domain: ArchiveDomain, id_: str) -> str:
    """Give the works of a document as JSON: itself first, then its parts."""
    return piece_of(domain, id_, _WORKS)


def digest_of_pieces(domain: ArchiveDomain, id_: str) -> str:
    return piece_of(domain, id_, _DIGEST)


def piece_of(domain: ArchiveDomain, id_: str, name: str) -> str:
    """Give what a document gives to the format `name`, without reading the others."""
    path = _kept(domain.env, id_)
    if not path.exists():
        _keep(path, _pieces(_item(domain, id_)))
    with path.open("rb") as file:
        lengths: dict[str, int] = json.loads(file.readline())
        names = list(lengths)
        file.seek(sum(lengths[before] for before in names[: names.index(name)]), 1)
        return file.read(lengths[name]).decode()


def _kept(env: BuildEnvironment, id_: str) -> Path:
    return Path(env.doctreedir) / "exports" / id_


def _item(domain: ArchiveDomain, id_: str) -> Item:
    filed = domain.documents[id_]
    return Item(
        imprint=imprint_from(domain.env.config),
        document=domain.archive.document(id_),
        open=filed.open,
        located=filed.located,
        entries=domain.glossary.entries,
        events=complete_events(domain.archive.events(id_)),
        page=f"{filed.docname}.html",
        original=filed.original_path,
    )


def _pieces(item: Item) -> dict[str, str]:
    pieces = {name: format_.piece(item) for name, format_ in FORMATS.items()}
    return pieces | {_HEAD: page_head(item), _WORKS: json.dumps(cited_works(item), ensure_ascii=False)}


def _keep(path: Path, pieces: dict[str, str]) -> None:
    """Write pieces one after another behind a line that says how long each is: whole, or not at all."""
    encoded = {name: text.encode() for name, text in pieces.items()}
    encoded = {_DIGEST: hashlib.sha256(b"\n".join(encoded.values())).hexdigest().encode(), **encoded}
    lengths = json.dumps({name: len(data) for name, data in encoded.items()})
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.unfinished")
    unfinished.write_bytes(b"\n".join([lengths.encode(), b"".join(encoded.values())]))
    unfinished.replace(path)
