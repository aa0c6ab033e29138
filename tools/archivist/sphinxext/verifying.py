"""The page that verifies quotations, and the texts that it compares: a script a document, loaded when wanted.

Each file holds a reading text exactly as it is, with the places of its paragraphs. It begins with the text's digest and
layout, by which a build sees that it is there.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from archivist.sphinxext.scripts import is_there, opening, write_script

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from archivist.sphinxext.domain import ArchiveDomain
    from archivist.sphinxext.filed import FiledDocument

_CATALOGUE = "_catalogue"  # no document's id has an underscore


def collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    if app.builder.name == "html":
        yield "verify", {}, "verify.html"


def publish_texts(app: Sphinx, domain: ArchiveDomain) -> set[Path]:
    """Write the texts that are published and not there yet, and their catalogue; give the paths of all."""
    folder = Path(app.outdir) / "texts"
    folder.mkdir(exist_ok=True)
    shown = {id_: filed for id_, filed in sorted(domain.documents.items()) if filed.open}
    paths = {id_: folder / f"{id_}.js" for id_ in (*shown, _CATALOGUE)}
    for id_, filed in shown.items():
        begun = _opening(id_, f"{filed.text_sha256}{filed.layout}")
        if not is_there(paths[id_], begun):
            write_script(paths[id_], begun, _text(domain, filed))
    catalogue = {"code": app.config.archive_code, "ids": list(shown)}
    write_script(paths[_CATALOGUE], _opening(_CATALOGUE, ""), catalogue)
    return set(paths.values())


def _text(domain: ArchiveDomain, filed: FiledDocument) -> dict[str, Any]:
    document = domain.archive.document(filed.id)
    return {
        "id": filed.id,
        "text_sha256": filed.text_sha256,
        "original_sha256": filed.original_sha256,
        "paragraphs": [(one.start, one.end) for one in document.paragraphs],
        "text": document.text,
    }


def _opening(name: str, digest: str) -> str:
    return opening("archiveTexts.put", name, digest)


def setup_verifying(app: Sphinx) -> None:
    app.connect("html-collect-pages", collect_pages)
