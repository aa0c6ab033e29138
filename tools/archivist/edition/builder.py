"""The Sphinx builder `edition`: `sphinx-build -c . -b edition source build/pdf`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from sphinx.builders import Builder
from sphinx.errors import SphinxError
from sphinx.util import logging

from archivist.edition.compiler import print_volume, undrawn_by_document
from archivist.edition.gathering import gather
from archivist.edition.translator import TypstTranslator, place_name
from archivist.errors import ArchivistError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
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
        volume = gather(self)
        try:
            edition = print_volume(volume)
        except ArchivistError as error:
            details = "\n".join(f"{fault.message}: {fault.found}" for fault in error.faults)
            raise SphinxError(f"The PDF edition was not written. {details}") from error
        if edition.undrawable:
            self._warn(undrawn_by_document(volume, edition.undrawable), edition.undrawable)
        (Path(self.outdir) / self.config.edition_file).write_bytes(edition.pdf)

    def _warn(self, documents: Mapping[str, Sequence[str]], undrawable: Iterable[str]) -> None:
        """Name what no font has in one warning; those outside the sources stand in records or pages."""
        elsewhere = sorted(set(undrawable).difference(*documents.values()))
        named = [*documents.items(), *([("records and pages", elsewhere)] if elsewhere else [])]
        places = "; ".join(f"{place}: {' '.join(f'U+{ord(char):04X}' for char in chars)}" for place, chars in named)
        logger.warning("no font has these characters, shown by code point: %s", places, type="edition", subtype="font")
