"""The Sphinx builder `edition`: `sphinx-build -c . -b edition source build/pdf`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from sphinx.builders import Builder
from sphinx.errors import SphinxError
from sphinx.util import logging

from archivist.edition.compiler import print_volume
from archivist.edition.gathering import gather
from archivist.edition.translator import TypstTranslator, place_name
from archivist.errors import ArchivistError

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

logger = logging.getLogger(__name__)


class EditionBuilder(Builder):
    """Writes one PDF of the whole project."""

    name = "edition"
    format = "typst"
    epilog = "The PDF edition is in %(outdir)s."
    supported_image_types: ClassVar[list[str]] = ["image/svg+xml", "image/png", "image/jpeg", "image/gif"]
    default_translator_class = TypstTranslator

    def get_outdated_docs(self) -> str:
        return "the PDF edition"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:  # noqa: ARG002 (Sphinx's signature)
        return place_name(docname)

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:  # noqa: ARG002 (likewise)
        return place_name(to)

    def write_documents(self, _docnames: AbstractSet[str]) -> None:
        """Print the volume; characters that no font has are named in one warning."""
        try:
            edition = print_volume(gather(self))
        except ArchivistError as error:
            details = "\n".join(f"{fault.message}: {fault.found}" for fault in error.faults)
            raise SphinxError(f"The PDF edition was not written. {details}") from error
        if edition.undrawable:
            points = ", ".join(f"U+{ord(char):04X}" for char in sorted(edition.undrawable))
            logger.warning("no font of the edition has %s: shown by code point", points, type="edition", subtype="font")
        (Path(self.outdir) / self.config.edition_file).write_bytes(edition.pdf)
