"""The PDF edition: a volume of values in, one PDF/A out; and the Sphinx builder that makes it of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist import __version__
from archivist.edition.builder import EditionBuilder
from archivist.edition.offprints import on_build_finished

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_config_value("edition_file", "edition.pdf", "", str)
    app.add_config_value("edition_subtitle", "", "", str)
    app.add_config_value("edition_paper", "a4", "", str)
    app.add_config_value("edition_pages", [], "", list)
    app.add_config_value("edition_volumes", "", "", str)
    app.add_config_value("edition_volume_size", 50, "", int)
    app.add_config_value("edition_document", "", "", str)
    app.add_config_value("edition_offprints", False, "html", bool)
    app.add_builder(EditionBuilder)
    app.connect("build-finished", on_build_finished)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
