"""The archive back from its edition: the PDF, or all its volumes, into a project."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf

from archivist.edition.enclosures import FORMAT, digest
from archivist.errors import ArchivistError
from archivist.model import Fault
from archivist.store.withholding import EDITION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_SAME = (
    "title",
    "release",
    "date",
    "commit",
    "manifest_sha256",
    "files_sha256",
    "volumes",
)  # in all volumes of an edition
_HARMLESS = (".gitattributes", ".gitignore")  # of names that begin as git's own

_ALL = "name every volume of one edition, each once"
_AGAIN = "get another copy of the PDF, as it was published"
_READABLE = "name the PDF of the edition; if it is damaged, get another copy"
# What mends each fault.
_REMEDIES = {
    "the folder is not empty": "name a folder that does not exist yet",
    "the file cannot be read": _READABLE,
    "the file is no PDF that can be read": _READABLE,
    "the PDF is no edition of an archive": "name the whole edition as it was published, not an offprint of a document",
    "the volume is of another edition": _ALL,
    "volumes are missing, or given twice": _ALL,
    "an attached file is missing": _AGAIN,
    "an attached file is damaged": _AGAIN,
}


class Restored(NamedTuple):
    """What came out of an edition."""

    documents: tuple[str, ...]
    withheld: tuple[str, ...]  # documents whose texts the edition does not carry, by their records
    files: int


class Bound(NamedTuple):
    """A volume, read: what its `edition.json` says, and the files that it carries, by name."""

    pdf: Path
    said: Mapping[str, Any]
    files: Mapping[str, bytes]


def restore(pdfs: Sequence[Path], folder: Path) -> Restored:
    """Write the project that the volumes of an edition carry into a folder that is not there or empty.

    Raises:
        ArchivistError: the folder holds something, or a volume is none, is damaged, missing or of another edition.
    """
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise ArchivistError(_fault(folder, "the folder is not empty", "an empty folder, or none", "something"))
    volumes = [read_volume(pdf) for pdf in pdfs]
    faults = [*_strangers(volumes), *_gaps(volumes)] or [fault for one in volumes for fault in _damages(one)]
    if faults:
        raise ArchivistError(*faults)
    files = {entry["path"]: one.files[name] for one in volumes for name, entry in one.said["files"].items()}
    _write(folder, files | {EDITION: _joined(volumes)})
    return Restored(
        documents=tuple(sorted(_documents(files) - _withheld(volumes).keys())),
        withheld=tuple(_withheld(volumes)),
        files=len(files),
    )


def read_volume(pdf: Path) -> Bound:
    """Read what a volume carries.

    Raises:
        ArchivistError: the file cannot be read, is no PDF, or carries no edition.
    """
    try:
        with pikepdf.open(pdf) as document:
            files = {name: one.get_file().read_bytes() for name, one in document.attachments.items()}
    except OSError as error:
        found = error.strerror or str(error)
        raise ArchivistError(_fault(pdf, "the file cannot be read", "a PDF", found)) from error
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        raise ArchivistError(_fault(pdf, "the file is no PDF that can be read", "a PDF", str(error))) from error
    said = _said(files.get(EDITION, b""))
    if said is None:
        found = f"{len(files)} attached files, no {EDITION} among them" if EDITION not in files else "another form"
        raise ArchivistError(
            _fault(pdf, "the PDF is no edition of an archive", f"{EDITION} in the form {FORMAT}", found)
        )
    return Bound(pdf, said, files)


def _said(data: bytes) -> Mapping[str, Any] | None:
    """Read `edition.json`; None where it is not in our form."""
    try:
        said = json.loads(data)
        known = said["format"] == FORMAT and all(_is_safe(entry["path"]) for entry in said["files"].values())
        known = known and isinstance(said["withheld"], dict)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return said if known and {*_SAME, "volume", "withheld"} <= said.keys() else None


def _is_safe(path: str) -> bool:
    """Tell whether a path stays below the folder, and is not one of git's own, which may hold programs that it runs."""
    parts = PurePosixPath(path).parts
    return (
        bool(parts)
        and not path.startswith("/")
        and not any(char in path for char in "\\:")
        and ".." not in parts
        and not any(_is_of_git(part) for part in parts)
    )


def _is_of_git(part: str) -> bool:
    """Tell whether git, or a disk that ignores case or dots at the end, may take a name for `.git`."""
    return part.casefold().startswith((".git", "git~")) and part not in _HARMLESS


def _strangers(volumes: Sequence[Bound]) -> Iterator[Fault]:
    """Find volumes that are of another edition than the first."""
    first = volumes[0]
    for one in volumes[1:]:
        differing = [name for name in _SAME if one.said[name] != first.said[name]]
        if differing:
            expected = f"the {differing[0]} of {first.pdf}: {first.said[differing[0]]}"
            yield _fault(one.pdf, "the volume is of another edition", expected, str(one.said[differing[0]]))


def _gaps(volumes: Sequence[Bound]) -> Iterator[Fault]:
    """Find volumes that are missing, or given twice."""
    numbers = sorted(one.said["volume"] for one in volumes)
    wanted = list(range(1, volumes[0].said["volumes"] + 1))
    if numbers != wanted:
        expected, found = (", ".join(map(str, some)) for some in (wanted, numbers))
        yield _fault(volumes[0].pdf, "volumes are missing, or given twice", f"volumes {expected}", f"volumes {found}")


def _damages(volume: Bound) -> Iterator[Fault]:
    """Find files that are missing or are not those that `edition.json` lists."""
    for name, entry in volume.said["files"].items():
        where = Path(f"{volume.pdf}#{name}")
        if name not in volume.files:
            yield _fault(where, "an attached file is missing", entry["sha256"], "none")
        elif (found := digest(volume.files[name])["sha256"]) != entry["sha256"]:
            yield _fault(where, "an attached file is damaged", f"SHA-256 {entry['sha256']}", f"SHA-256 {found}")


def _documents(paths: Iterable[str]) -> set[str]:
    return {path.split("/")[1] for path in paths if path.endswith("/bagit.txt")}


def _withheld(volumes: Sequence[Bound]) -> dict[str, str]:
    """Give the documents whose texts the edition does not carry, with digests: each volume knows its own."""
    return dict(sorted(pair for one in volumes for pair in one.said["withheld"].items()))


def _joined(volumes: Sequence[Bound]) -> bytes:
    """Write one `edition.json` for the project: that of the first volume, with the files of all."""
    files = {name: entry for one in volumes for name, entry in one.said["files"].items()}
    first = min(volumes, key=lambda one: int(one.said["volume"])).said
    said = {**first, "withheld": _withheld(volumes), "files": dict(sorted(files.items()))}
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files beside the folder first, so that it is there whole or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for path, data in sorted(files.items()):
            target = scratch / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        scratch.chmod(0o755)
        scratch.replace(folder)
    except BaseException:
        shutil.rmtree(scratch)
        raise


def _fault(where: Path, message: str, expected: str, found: str) -> Fault:
    return Fault("edition-not-restored", str(where), message, expected, found, _REMEDIES[message])
