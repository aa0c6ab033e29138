"""Offprints: a PDF of each open document by itself, on the site beside its page, where conf.py asks for them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.tags import Tags

from archivist.edition.binding import alone
from archivist.edition.builder import EditionBuilder
from archivist.edition.gathering import gather
from archivist.edition.ink import Ink
from archivist.edition.printing import print_volume
from archivist.edition.typeset import typeset
from archivist.errors import ArchivistError
from archivist.store.disk import replace_file

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from archivist.edition.volume import Volume

FOLDER = "offprints"  # of the site


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Print, once the site is built, the documents that have changed since."""
    if exception is not None or app.builder.name != "html" or not app.config.edition_offprints:
        return
    builder = EditionBuilder(app, app.env)
    builder.tags = Tags([builder.name, builder.format])  # what editors write `only` for screens stays on the site
    try:
        renew(gather(builder, offprints=True), Path(app.outdir) / FOLDER, noted=Path(app.doctreedir) / "offprints.json")
    except ArchivistError as error:
        builder.refuse(error.faults)


def renew(edition: Volume, folder: Path, *, noted: Path) -> None:
    """Print the documents that are not as they were noted, note them anew, and remove those that are no more.

    Raises:
        ArchivistError: a font package is missing, or Typst refuses a document.
    """
    folder.mkdir(parents=True, exist_ok=True)
    before = json.loads(noted.read_bytes()) if noted.exists() else {}
    now = {}
    for chapter in edition.printed:
        id = chapter.document.id
        volume = alone(edition, id)
        now[id] = _state(volume)
        if before.get(id) != now[id] or not (folder / f"{id}.pdf").exists():
            replace_file(folder / f"{id}.pdf", print_volume(volume).pdf)
    for path in folder.glob("*.pdf"):
        if path.stem not in now:
            path.unlink()
    replace_file(noted, json.dumps(now, sort_keys=True).encode())


def _state(volume: Volume) -> str:
    """Give a digest of all that a volume is made from."""
    digest = hashlib.sha256()
    for path, data in sorted(typeset(volume, Ink()).items()):
        digest.update(path.encode() + b"\0" + hashlib.sha256(data).digest())
    for one in volume.enclosures:
        digest.update(one.name.encode() + b"\0" + hashlib.sha256(one.read()).digest())
    return digest.hexdigest()
