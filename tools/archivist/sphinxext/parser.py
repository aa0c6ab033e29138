"""Reading editors' pages: Markdown, but for the stubs that nobody has touched."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from docutils.frontend import get_default_settings
from myst_parser.parsers.sphinx_ import MystParser

from archivist.errors import ArchivistError
from archivist.sphinxext.directives import document_section
from archivist.sphinxext.domain import archive_domain

if TYPE_CHECKING:
    from docutils import nodes

# What `archivist add` writes into source/documents/.
_STUB = re.compile(r"```\{source-document\} (?P<id>[a-z0-9-]+)\n```\n")


@cache
def _markdown_settings() -> dict[str, Any]:
    general = vars(get_default_settings())
    return {name: value for name, value in vars(get_default_settings(MystParser)).items() if name not in general}


class EditorsParser(MystParser):
    """MyST, with a short way for stubs, which saves setting up Markdown for every document.

    Docutils makes a command-line parser of `settings_spec` for each document it reads; here its options are settings
    with their defaults, which is all that Sphinx has of them.
    """

    settings_spec = ()

    @property
    def settings_default_overrides(self) -> dict[str, Any]:  # type: ignore[override]  # made on first use, not at import
        return _markdown_settings()

    def parse(self, inputstring: str, document: nodes.document) -> None:
        stub = _STUB.fullmatch(inputstring)
        if stub is None:
            super().parse(inputstring, document)
            return
        document.settings.myst_footnote_sort = False  # MyST's transforms ask for what its renderer sets
        try:
            section = document_section(document.settings.env, stub["id"])
        except ArchivistError as error:
            document.reporter.severe(error.in_full(), line=1)
            return
        if section["ids"][0]:  # an id of nothing but digits gives none
            archive_domain(document.settings.env).note_alone(stub["id"])
        document += section
        document.note_implicit_target(section, section)
