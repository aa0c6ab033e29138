"""The exports on the site: pieces kept as documents are read, files put together at the end.

What a document gives to each export depends on its bag, the glossary and conf.py alone, and Sphinx reads it again when
one of these changes; so its pieces are kept beside its doctree, and a build writes anew only those of what it read.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archivist.citing.works import cited_works
from archivist.export.formats import DOWNLOADS, EDITION_DOWNLOADS, FORMATS, download_path, packed
from archivist.export.imprint import Imprint, edition_of
from archivist.export.pagehead import page_head
from archivist.sphinxext.scripts import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from archivist.export.formats import Format
    from archivist.export.imprint import Edition
    from archivist.export.item import Item
    from archivist.sphinxext.domain import ArchiveDomain

LISTING = "data/exports.json"  # what was written, for programs and for the next build
_HEAD = "page head"
_WORKS = "works"  # the document and its parts, to be cited


def imprint_from(config: Config) -> Imprint:
    return Imprint(
        title=config.project,
        version=config.release or "0",
        editors=config.author,
        code=config.archive_code,
        address=config.archive_address.rstrip("/"),
        email=config.archive_email,
        licence=config.archive_licence,
    )


def keep_pieces(env: BuildEnvironment, item: Item) -> str:
    """Write what a document gives to each export beside its doctree, and give the digest of it all."""
    pieces = {name: format_.piece(item) for name, format_ in FORMATS.items()}
    pieces[_HEAD] = page_head(item)
    pieces[_WORKS] = json.dumps(cited_works(item), ensure_ascii=False)
    encoded = {name: text.encode() for name, text in pieces.items()}
    lengths = json.dumps({name: len(data) for name, data in encoded.items()})
    kept = b"\n".join([lengths.encode(), b"".join(encoded.values())])
    path = _kept(env, item.id)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(kept)
    return hashlib.sha256(kept).hexdigest()


def kept_head(env: BuildEnvironment, id_: str) -> str:
    """Give what a document's page has in its head."""
    return _piece(_kept(env, id_), _HEAD)


def kept_works(env: BuildEnvironment, id_: str) -> str:
    """Give the works of a document as JSON: itself first, then its parts."""
    return _piece(_kept(env, id_), _WORKS)


def publish_exports(app: Sphinx, domain: ArchiveDomain) -> set[Path]:
    """Write the exports, unless those that lie there say the same; give the paths of what is to stay."""
    site = Path(app.outdir)
    imprint = imprint_from(app.config)
    edition = edition_of(Path(app.confdir), imprint)
    formats = [format_ for format_ in FORMATS.values() if not imprint.lacks(format_.needs)]
    paths = [site / LISTING, *(site / format_.file for format_ in formats), *_downloads(domain, site)]
    listing = _listing(domain, edition, formats)
    if not all(path.exists() for path in paths) or (site / LISTING).read_text(encoding="utf-8") != listing:
        for format_ in formats:
            whole = format_.whole(edition, _pieces(app.env, domain, format_.name))
            _write(site / format_.file, packed(format_, whole))
        _write_downloads(app.env, domain, site)
        for path, written in EDITION_DOWNLOADS.items():
            place(site / path, written(edition).encode())
        _write(site / LISTING, [listing.encode()])  # last: it says that the others are there
    return set(paths)


def _listing(domain: ArchiveDomain, edition: Edition, formats: list[Format]) -> str:
    imprint = edition.imprint
    documents = [(id_, filed.pieces_sha256) for id_, filed in sorted(domain.documents.items())]
    state = repr((documents, edition.pages))
    listed: dict[str, Any] = {
        "title": imprint.title,
        "edition": imprint.version,
        "date": edition.date,
        "archive-manifest.txt": edition.digest,
        "rights": imprint.rights,
        "state": hashlib.sha256(state.encode()).hexdigest(),
        "files": [{"format": one.name, "path": one.file, "standard": one.standard} for one in formats],
    }
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"


def _write(path: Path, chunks: Iterable[bytes]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.writelines(chunks)


def _pieces(env: BuildEnvironment, domain: ArchiveDomain, name: str) -> Iterator[str]:
    return (_piece(_kept(env, id_), name) for id_ in sorted(domain.documents))


def _downloads(domain: ArchiveDomain, site: Path) -> Iterator[Path]:
    yield from (site / path for path in EDITION_DOWNLOADS)
    yield from (site / download_path(id_, ending) for id_ in domain.documents for ending in DOWNLOADS.values())


def _write_downloads(env: BuildEnvironment, domain: ArchiveDomain, site: Path) -> None:
    for id_ in domain.documents:
        for name, ending in DOWNLOADS.items():
            piece = _piece(_kept(env, id_), name)
            text = f"[{piece}]\n" if ending == "json" else piece
            place(site / download_path(id_, ending), text.encode())


def _kept(env: BuildEnvironment, id_: str) -> Path:
    return Path(env.doctreedir) / "exports" / id_


def _piece(path: Path, name: str) -> str:
    """Read one piece without the others: a line of their lengths comes before them, in the same order."""
    with path.open("rb") as file:
        lengths: dict[str, int] = json.loads(file.readline())
        names = list(lengths)
        file.seek(sum(lengths[before] for before in names[: names.index(name)]), 1)
        return file.read(lengths[name]).decode()
