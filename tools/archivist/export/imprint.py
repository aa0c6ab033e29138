"""What every export says of the archive that it was taken from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from archivist.errors import ArchivistError
from archivist.model import Fault
from archivist.store.access import today
from archivist.store.inventory import manifest_digest
from archivist.store.settings import setting

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class _Form(NamedTuple):
    """What a setting must look like where it is given."""

    pattern: re.Pattern[str]
    expected: str


_FORMS = {
    # As identifiers have it (archivist.passages.identifier).
    "archive_code": _Form(re.compile("[a-z0-9-]+"), "small letters, digits and hyphens, such as aspa"),
    # Paths are added to it: what follows "?" or "#" would swallow them (RFC 3986, section 3).
    "archive_address": _Form(
        re.compile(
            r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]+)?(?:/(?:[a-z0-9._~!$&'()*+,;=:@-]|%[0-9a-f]{2})+)*",
            re.IGNORECASE,
        ),
        "an address of http or https without ? and #, such as https://archive.example.org",
    ),
    "archive_email": _Form(
        re.compile(r"[^@\s<>,;]+@[^@\s<>,;.]+(?:\.[^@\s<>,;.]+)+"), "an address of e-mail, such as keeper@example.org"
    ),
    "archive_licence": _Form(
        re.compile(r"https?://[a-z0-9][^\s<>\"{}|\\^`]*", re.IGNORECASE),
        "the address of a licence, such as https://creativecommons.org/licenses/by/4.0/",
    ),
}


@dataclass(frozen=True, slots=True)
class Imprint:
    """What conf.py says of the archive: it changes with that file only."""

    title: str
    version: str
    editors: str
    code: str  # stands before a document's id outside the archive
    address: str = ""  # of the site, without a slash at its end; empty where it has none
    email: str = ""  # whom machines' keepers can ask; empty where conf.py names nobody
    licence: str = ""  # address of the licence of records, notes and index; empty where conf.py names none

    @property
    def label(self) -> str:
        """Name the archive and its version in a line."""
        return f"{self.title} {self.version}"

    def lacks(self, needs: Iterable[str]) -> list[str]:
        """Name the settings of conf.py that are needed and not there."""
        settings = {"archive_address": self.address, "archive_email": self.email}
        return [name for name in needs if not settings[name]]

    @property
    def rights(self) -> str:
        """Say whose the export is, in a sentence or two."""
        own = f"Records, notes and index: {self.editors}"
        return f"{own} ({self.licence or 'no licence given'}). Each text: the rights that its record states."

    def identifier(self, id: str) -> str:
        """Give a document's identifier outside the archive."""
        return f"{self.code}:{id}" if self.code else id

    @property
    def home(self) -> str:
        """The address of the site's first page, with the slash at its end; empty where the site has none."""
        return self.at("")

    def at(self, path: str) -> str:
        """Give the address of a file of the site; empty where the site has no address."""
        return f"{self.address}/{path}" if self.address else ""


@dataclass(frozen=True, slots=True)
class Edition:
    """The archive in the state that was exported."""

    imprint: Imprint
    date: str  # of the export, ISO 8601
    digest: str  # SHA-256 of archive-manifest.txt, in hexadecimal; empty where there is none
    pages: tuple[str, ...] = ()  # paths of the pages that editors write and lists, from the site's root


def checked(imprint: Imprint) -> Imprint:
    """Give the imprint back where its code and its addresses are such.

    Raises:
        ArchivistError: one is not, so that identifiers and exports would name what nobody finds.
    """
    given = {
        "archive_code": imprint.code,
        "archive_address": imprint.address,
        "archive_email": imprint.email,
        "archive_licence": imprint.licence,
    }
    unfit = [name for name, value in given.items() if value and not _FORMS[name].pattern.fullmatch(value)]
    if unfit:
        raise ArchivistError(*(_unfit(name, given[name]) for name in unfit))
    return imprint


def _unfit(name: str, value: str) -> Fault:
    return Fault(
        "setting-value",
        f"conf.py#{name}",
        f"{name} in conf.py is {value!r}, and not {_FORMS[name].expected}",
        expected=_FORMS[name].expected,
        found=repr(value),
        remedy=f'correct {name} in conf.py, or write {name} = ""',
    )


def imprint_of(project: Path) -> Imprint:
    """Read the imprint from conf.py.

    Raises:
        ArchivistError: see `checked`.
    """
    imprint = Imprint(
        title=setting(project, "project"),
        version=setting(project, "release") or "0",
        editors=setting(project, "author"),
        code=setting(project, "archive_code"),
        address=setting(project, "archive_address").rstrip("/"),
        email=setting(project, "archive_email"),
        licence=setting(project, "archive_licence"),
    )
    return checked(imprint)


def edition_of(project: Path, imprint: Imprint) -> Edition:
    """Give the edition as of today (or of SOURCE_DATE_EPOCH) and of archive-manifest.txt as it is."""
    return Edition(imprint, today().isoformat(), manifest_digest(project / "archive"), editors_pages(project))


def editors_pages(project: Path) -> tuple[str, ...]:
    """Give the paths of the pages besides those of documents, entries and the home page."""
    source = project / "source"
    names = (path.relative_to(source).with_suffix(".html").as_posix() for path in source.rglob("*.md"))
    return tuple(sorted(name for name in names if name != "index.html" and not name.startswith(("documents/", "_"))))
