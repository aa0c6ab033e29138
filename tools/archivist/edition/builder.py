"""The Sphinx builder `edition`: `sphinx-build -c . -b edition source build/pdf`."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from sphinx.builders import Builder
from sphinx.util import logging
from sphinx.util.parallel import parallel_available

from archivist.checks.auditing import audit
from archivist.checks.derived import no_page
from archivist.edition.binding import alone, bind
from archivist.edition.gathering import gather
from archivist.edition.printing import undrawn_by_document
from archivist.edition.referring import print_edition
from archivist.edition.translator import TypstTranslator
from archivist.edition.writer import place_name
from archivist.errors import ArchivistError
from archivist.export.editions import note_editions, project_state
from archivist.model import Fault
from archivist.store import Archive
from archivist.store.disk import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from concurrent.futures import Executor

    from archivist.checks.auditing import Audit
    from archivist.edition.volume import Volume

logger = logging.getLogger(__name__)


class EditionBuilder(Builder):
    """Writes the PDF of the whole project, or its volumes, or one document by itself."""

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
        id = self.config.edition_document
        try:
            with self._beside() as beside:
                audited = beside.submit(audit, Path(self.confdir), [id] if id else [])
                edition = gather(self, offprints=bool(id))
                self._require_pages(edition)
                files = self._files(edition)
                _require_sound(audited.result())
            self._require_no_warning()
            self._print(files)
        except ArchivistError as error:
            self.refuse(error.faults)

    def _beside(self) -> Executor:
        """Give what the audit runs in, which takes as long as the gathering."""
        if parallel_available and self._app.parallel > 1:
            return ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork"))
        return ThreadPoolExecutor(1)

    def _require_pages(self, edition: Volume) -> None:
        """Require that each document, or the one that is asked for, has a page, which makes it a chapter.

        Raises:
            ArchivistError: some have none; one fault for each.
        """
        missing = set(Archive(Path(self.confdir)).ids()) - {chapter.document.id for chapter in edition.chapters}
        if id := self.config.edition_document:
            missing &= {id}
        if missing:
            raise ArchivistError(*map(no_page, sorted(missing)))

    def _require_no_warning(self) -> None:
        """Require that no warning that is an error was given: the PDF that lies there stays.

        Raises:
            ArchivistError: some were.
        """
        if self._app._fail_on_warnings and self._app._warncount:  # noqa: SLF001 - Sphinx says it nowhere else
            remedy = "mend them and build again"
            raise ArchivistError(
                Fault("not-built", "source/", "there were warnings", "none", "those that Sphinx printed above", remedy)
            )

    def _files(self, edition: Volume) -> Mapping[str, Volume]:
        """Name what is to be made: the volumes of the edition, or the one document that is asked for."""
        if id := self.config.edition_document:
            return {f"{id}.pdf": _document(edition, id)}
        file, size = self.config.edition_file, self.config.edition_volume_size
        volumes = bind(edition, by=self.config.edition_volumes, size=size, file=file)
        return {volume.imprint.bound[volume.imprint.number - 1].file or file: volume for volume in volumes}

    def _print(self, files: Mapping[str, Volume]) -> None:
        names = list(files)
        undrawable = print_edition(
            list(files.values()), lambda at, pdf: replace_file(Path(self.outdir) / names[at], pdf)
        )
        self._sweep(files)
        if not self.config.edition_document:
            note_editions(Path(self.outdir), files, state=project_state(Path(self.confdir)))
        undrawn = undrawn_by_document(files.values(), undrawable)
        if undrawn or undrawable:
            self._tell(undrawn, undrawable)

    def refuse(self, faults: Iterable[Fault]) -> None:
        """Say why nothing was written, in plain words: a traceback would bury them."""
        for fault in faults:
            logger.error(_sentence(fault), type="edition", subtype=fault.code)
        self._app.statuscode = 1

    def _tell(self, documents: Mapping[str, Sequence[str]], undrawable: Iterable[str]) -> None:
        """Name what no font has in one notice; those outside the sources stand in records or pages.

        No warning to Sphinx, which `-W` makes an error: a source is printed as it is, so nothing can be mended.
        """
        elsewhere = sorted(set(undrawable).difference(*documents.values()))
        named = [*documents.items(), *([("records and pages", elsewhere)] if elsewhere else [])]
        places = "; ".join(f"{place}: {' '.join(f'U+{ord(char):04X}' for char in chars)}" for place, chars in named)
        notice = f"notice: no font has these characters, shown by code point: {places} [edition.font]\n"
        self._app._warning.write(notice)  # noqa: SLF001 - the stream of Sphinx's own messages

    def _sweep(self, files: Iterable[str]) -> None:
        """Remove volumes of an earlier build, of which this edition has no more."""
        if self.config.edition_document:
            return
        stem = Path(self.config.edition_file).stem
        for path in Path(self.outdir).glob(f"{stem}*.pdf"):
            if path.name not in files and (path.stem == stem or path.stem.removeprefix(f"{stem}-").isdecimal()):
                path.unlink()


def _require_sound(found: Audit) -> None:
    """Require that the audit of what is printed finds no fault: what an edition gives back must pass it.

    Raises:
        ArchivistError: a file is not as it was sealed, or a document that the archive lists is gone.
    """
    if found.faults:
        raise ArchivistError(*found.faults)


def _document(edition: Volume, id: str) -> Volume:
    """Take a document that may be printed out of the edition.

    Raises:
        ArchivistError: there is none, or its record withholds it.
    """
    if id in (chapter.document.id for chapter in edition.printed):
        return alone(edition, id)
    withheld = [chapter.document.record.access for chapter in edition.chapters if chapter.document.id == id]
    found = f"access is {withheld[0]}" if withheld else "none"
    remedy = "name another" if withheld else "`archivist list` shows the ids of all documents"
    raise ArchivistError(
        Fault("no-such-document", f"archive/{id}", f"{id} cannot be printed", "an open document", found, remedy)
    )


def _sentence(fault: Fault) -> str:
    rows = (("expected", fault.expected), ("found", fault.found), ("remedy", fault.remedy))
    details = "".join(f"\n  {name:<9} {value}" for name, value in rows if value)
    return f"the PDF edition was not written: {fault.message} [{fault.code}]{details}"
