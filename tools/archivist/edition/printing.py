"""Volumes into PDFs: typeset, compiled, mended, with what they carry; several side by side where memory allows."""

from __future__ import annotations

import io
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import pikepdf

from archivist.edition.attaching import attach
from archivist.edition.compiler import Undrawn, compile_project, font_folders
from archivist.edition.copying import give_text_once, keep_hyphens
from archivist.edition.enclosures import list_digest, manifest
from archivist.edition.ink import KEPT, PRIVATE, Ink
from archivist.edition.linking import join_labels, lead_to_entries, pages_of_places
from archivist.edition.probing import Probe
from archivist.edition.typeset import typeset
from archivist.errors import ArchivistError
from archivist.model import Fault

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from multiprocessing.context import BaseContext
    from pathlib import Path

    from archivist.edition.enclosures import Enclosure
    from archivist.edition.volume import Volume

_ATTEMPTS = 3  # the probe finds single characters; a second and third look find what only fails in company
_AT_REST = 150_000_000  # bytes that a process takes before it compiles
_PER_SOURCE = 450  # bytes of memory for a byte of Typst source, measured on 30 and 100 documents of 5 pages
_BUDGET = 2_000_000_000  # bytes that volumes made at once may take together


class Made(NamedTuple):
    """A PDF, and the page on which each of its documents and entries begins, as it is printed there."""

    pdf: bytes
    pages: Mapping[str, str]


class Printed(NamedTuple):
    """A volume, and the characters in it that are shown by their code points since no font has them."""

    pdf: bytes
    pages: Mapping[str, str]  # by the names of places
    undrawable: frozenset[str]


class Job(NamedTuple):
    """All that another process needs to make a volume."""

    project: Mapping[str, bytes]
    fonts: tuple[Path, ...]
    enclosures: tuple[Enclosure, ...]
    names: Mapping[str, str]  # of the entries, by their ids
    date: dt.date


def undrawn_by_document(volumes: Iterable[Volume], undrawable: frozenset[str]) -> dict[str, list[str]]:
    """Name the documents that hold characters which no font has, private use included, and the characters, sorted."""
    documents = (chapter.document for volume in volumes for chapter in volume.printed)
    found = ((one.id, sorted(undrawable & set(one.text) | set(PRIVATE.findall(one.text)))) for one in documents)
    return {document: characters for document, characters in found if characters}


def print_volume(volume: Volume) -> Printed:
    """Make the PDF of a volume: the same volume gives the same bytes.

    Raises:
        ArchivistError: a font package is missing, or Typst refuses the volume.
    """
    return next(print_volumes([volume]))


def print_volumes(volumes: Sequence[Volume]) -> Iterator[Printed]:
    """Make the PDFs of volumes, in their order.

    Raises:
        ArchivistError: a font package is missing, or Typst refuses a volume.
    """
    return print_with(Probe(tuple(font_folders())), as_one_edition(volumes))


def print_with(probe: Probe, volumes: Sequence[Volume]) -> Iterator[Printed]:
    """Make the PDFs of volumes that have been made one edition, in their order.

    Raises:
        ArchivistError: Typst refuses a volume.
    """
    if len(volumes) == 1:
        yield _tried(volumes[0], probe, make)
    else:
        yield from _side_by_side(volumes, probe)


def as_one_edition(volumes: Sequence[Volume]) -> list[Volume]:
    """Note in each volume what all of them carry, so that none can take the place of another edition's."""
    carried = list_digest(one for volume in volumes for one in volume.enclosures)
    return [replace(volume, imprint=replace(volume.imprint, files_sha256=carried)) for volume in volumes]


def _side_by_side(volumes: Sequence[Volume], probe: Probe) -> Iterator[Printed]:
    """Make each volume in a process of its own: Typst gives no memory back while a process lives."""
    workers = _workers(volumes)
    with (
        ProcessPoolExecutor(
            workers, mp_context=_processes(), initializer=_keep_to_one_thread, max_tasks_per_child=1
        ) as processes,
        ThreadPoolExecutor(workers) as threads,
    ):

        def elsewhere(job: Job) -> Made:
            return processes.submit(make, job).result()

        yield from threads.map(lambda volume: _tried(volume, probe, elsewhere), volumes)


def _keep_to_one_thread() -> None:
    """Let Typst lay out pages one after another: its threads would wait for those of the volumes beside it."""
    os.environ["RAYON_NUM_THREADS"] = "1"


def _processes() -> BaseContext:
    """Give a way to start processes that have our modules already, where the system has one: it saves 1 s each."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def make(job: Job) -> Made:
    """Compile and finish a volume.

    Raises:
        Undrawn: it holds characters that cannot be drawn.
        ArchivistError: Typst refuses it for another reason.
    """
    return finish(compile_project(job.project, job.fonts, date=job.date), job)


def finish(pdf: bytes, job: Job) -> Made:
    """Mend the text that programs copy, attach files, and halve the PDF; same input, same bytes, still PDF/A.

    ISO 19005-3, 6.1.7.1 asks for a line end before each `endstream`: pikepdf sees to it, by `preserve_pdfa`.
    """
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = pages_of_places(document)
        del document.Root.MarkInfo["/Suspects"]  # false, as without it; poppler takes it for an error
        if any(KEPT.encode() in source for source in job.project.values()):
            keep_hyphens(document)
        give_text_once(document)
        join_labels(document)
        lead_to_entries(document, job.names)
        attach(document, job.enclosures, date=job.date)
        document.save(
            target,
            preserve_pdfa=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return Made(target.getvalue(), pages)


def _tried(volume: Volume, probe: Probe, run: Callable[[Job], Made]) -> Printed:
    undrawable: frozenset[str] = frozenset()
    for _ in range(_ATTEMPTS):
        project = typeset(volume, Ink(undrawable))
        if found := probe.undrawable(project) - undrawable:
            undrawable |= found
            project = typeset(volume, Ink(undrawable))
        try:
            made = run(Job(project, probe.fonts, _carried(volume), _names(volume), volume.imprint.date))
            return Printed(made.pdf, made.pages, undrawable)
        except Undrawn as stopped:
            undrawable |= stopped.characters
    raise ArchivistError(_too_many(undrawable))


def _carried(volume: Volume) -> tuple[Enclosure, ...]:
    """Give what a volume carries, and `edition.json`, which lists it; a document by itself is no edition."""
    if volume.alone or not (volume.enclosures or volume.imprint.volumes > 1):
        return volume.enclosures
    withheld = {one.document.id: one.document.text_sha256 for one in volume.chapters if one.withheld}
    return (*volume.enclosures, manifest(volume.imprint, volume.enclosures, withheld=withheld))


def _names(volume: Volume) -> dict[str, str]:
    return {id_: entry.name for id_, entry in volume.entries.items()}


def _workers(volumes: Sequence[Volume]) -> int:
    """Tell how many volumes can be made at once: one more than processors, since each waits for its source at first.

    And as many as the memory that is free has room for.
    """
    longest = max(volumes, key=lambda volume: sum(len(chapter.document.text) for chapter in volume.chapters))
    needed = _AT_REST + _PER_SOURCE * sum(map(len, typeset(longest, Ink()).values()))
    try:
        free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):  # not every system tells
        free = _BUDGET
    return max(1, min((os.cpu_count() or 1) + 1, len(volumes), min(free, _BUDGET) // needed))


def _too_many(undrawable: frozenset[str]) -> Fault:
    return Fault(
        "glyphs",
        "edition",
        f"characters still cannot be drawn after {_ATTEMPTS} attempts",
        expected="each of them drawn, or shown by its code point",
        found=", ".join(f"U+{ord(char):04X}" for char in sorted(undrawable)),
        remedy="report it with this message",
    )
