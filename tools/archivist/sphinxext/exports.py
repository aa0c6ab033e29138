"""The exports on the site: files put together of the pieces that documents give to each."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archivist.export.formats import DOWNLOADS, EDITION_DOWNLOADS, FORMATS, download_path, packed
from archivist.export.imprint import edition_of
from archivist.sphinxext.imprint import imprint_from
from archivist.sphinxext.pieces import digest_of_pieces, piece_of
from archivist.sphinxext.scripts import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx

    from archivist.export.formats import Format
    from archivist.export.imprint import Edition
    from archivist.sphinxext.domain import ArchiveDomain

LISTING = "data/exports.json"  # what was written, for programs and for the next build


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
            whole = format_.whole(edition, _pieces(domain, format_.name))
            _write(site / format_.file, packed(format_, whole))
        _write_downloads(domain, site)
        for path, written in EDITION_DOWNLOADS.items():
            place(site / path, written(edition).encode())
        _write(site / LISTING, [listing.encode()])  # last: it says that the others are there
    return set(paths)


def _listing(domain: ArchiveDomain, edition: Edition, formats: list[Format]) -> str:
    imprint = edition.imprint
    documents = [(id_, digest_of_pieces(domain, id_)) for id_ in sorted(domain.documents)]
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


def _pieces(domain: ArchiveDomain, name: str) -> Iterator[str]:
    return (piece_of(domain, id_, name) for id_ in sorted(domain.documents))


def _downloads(domain: ArchiveDomain, site: Path) -> Iterator[Path]:
    yield from (site / path for path in EDITION_DOWNLOADS)
    yield from (site / download_path(id_, ending) for id_ in domain.documents for ending in DOWNLOADS.values())


def _write_downloads(domain: ArchiveDomain, site: Path) -> None:
    for id_ in domain.documents:
        for name, ending in DOWNLOADS.items():
            piece = piece_of(domain, id_, name)
            text = f"[{piece}]\n" if ending == "json" else piece
            place(site / download_path(id_, ending), text.encode())
