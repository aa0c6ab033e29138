"""Passage identifiers: `<id>#p12`, `<id>#p12-14`, `<id>#c232-250`, each with or without a digest and a code.

`aspa:2018-a-title@a6c7f4b13505211d#p12` is paragraph 12 of a reading text whose SHA-256 in UTF-8 begins with these 16
hexadecimal digits, in the archive `aspa`. Up to all 64 may stand there, in small letters or capitals. Without a
locator, a document is named. Its address on a copy of the site is
`…/2018-a-title.html?sha256=a6c7f4b13505211d#p12`. Nothing here reads an archive.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from archivist.errors import ArchivistError
from archivist.model import Fault

DIGEST_LENGTH = 16  # hexadecimal digits: enough against slips; proof is the full digest
_WHOLE_DIGEST = 64
_DIGITS = f"{DIGEST_LENGTH} to {_WHOLE_DIGEST}"


class Paragraphs(NamedTuple):
    """Whole paragraphs, from the first to the last, both included."""

    first: int  # from 1
    last: int


class Characters(NamedTuple):
    """A half-open range of code points of the reading text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """What an identifier says; whether there is such a passage is another question."""

    document: str
    locator: Paragraphs | Characters | None = None  # None: the whole document
    digest: str = ""  # the first 16 to 64 digits of the reading text's SHA-256, lower case; empty: bound to no version
    code: str = ""  # of the archive; empty: this one

    def is_bound_to(self, text_sha256: str) -> bool:
        """Tell whether the identifier names a text of this digest; one that is bound to no version names any."""
        return text_sha256.startswith(self.digest)


_CODE = r"(?:(?P<code>[a-z0-9-]+):)?"
_DOCUMENT = r"(?P<document>[a-z0-9][a-z0-9-]*)"
_DIGEST = rf"(?:@(?P<digest>[0-9A-Fa-f]{{{DIGEST_LENGTH},{_WHOLE_DIGEST}}}))?"
_LOCATOR = r"(?:#(?:p(?P<first>[0-9]+)(?:-(?P<last>[0-9]+))?|c(?P<start>[0-9]+)-(?P<end>[0-9]+)))?"
_IDENTIFIER = re.compile(_CODE + _DOCUMENT + _DIGEST + _LOCATOR)
_ADDRESS = re.compile(
    r"<?(?:https?|file)://\S*?(?P<document>[a-z0-9-]+)\.html(?P<query>\?[^#\s>]*)?(?P<locator>#[^\s>]*)?>?"
)
_WRITTEN_OUT = re.compile("%(3[FDfd]|23)")  # "?", "=" and "#" as programs write them that pass addresses on
_AFTER_AT = re.compile("@([^#]*)")
_IS_DIGEST = re.compile(rf"[0-9A-Fa-f]{{{DIGEST_LENGTH},{_WHOLE_DIGEST}}}")
_BOUND = re.compile(r"[?&]sha256=(?P<digest>[^&]*)")
# A number of this many digits is past the end of any text, and Python reads none of more than 4,300.
LONGEST_NUMBER = 18


def parse_passage(written: str) -> Passage:
    """Read an identifier, or the address of a passage on a copy of the site.

    Raises:
        ArchivistError: it is neither.
    """
    found = _IDENTIFIER.fullmatch(unaddressed(written))
    if found is None or any(len(digits) > LONGEST_NUMBER for digits in _numbers(found)):
        raise ArchivistError(_malformed(written))
    return Passage(found["document"], _locator(found), (found["digest"] or "").lower(), found["code"] or "")


def unaddressed(written: str) -> str:
    """Write the address of a passage on a copy of the site as an identifier is written; give other words back."""
    address = _ADDRESS.fullmatch(_WRITTEN_OUT.sub(lambda found: chr(int(found[1], 16)), written))
    if address is None:
        return written
    bound = _BOUND.search(address["query"] or "")
    digest = f"@{bound['digest']}" if bound else ""
    return f"{address['document']}{digest}{address['locator'] or ''}"


def page_fragment(passage: Passage) -> str:
    """Write what follows a page's address to name a passage there, and the text that it is bound to.

    The digest stands in the query: so the fragment is an element's own where scripts do not run, and files are opened
    with it as pages of a server are.
    """
    query = f"?sha256={passage.digest}" if passage.digest else ""
    return f"{query}{print_locator(passage.locator)}"


def print_passage(passage: Passage) -> str:
    """Write an identifier; `parse_passage` reads it back."""
    code = f"{passage.code}:" if passage.code else ""
    digest = f"@{passage.digest}" if passage.digest else ""
    return f"{code}{passage.document}{digest}{print_locator(passage.locator)}"


def print_locator(locator: Paragraphs | Characters | None) -> str:
    """Write what stands from "#" on: also the fragment of the passage's address on the site."""
    match locator:
        case None:
            return ""
        case Characters(start, end):
            return f"#c{start}-{end}"
        case Paragraphs(first, last):
            return f"#p{first}" if first == last else f"#p{first}-{last}"


def _numbers(found: re.Match[str]) -> list[str]:
    return [found[name] for name in ("first", "last", "start", "end") if found[name]]


def _locator(found: re.Match[str]) -> Paragraphs | Characters | None:
    if found["first"]:
        return Paragraphs(int(found["first"]), int(found["last"] or found["first"]))
    return Characters(int(found["start"]), int(found["end"])) if found["start"] else None


def _found(written: str) -> str:
    bound = _AFTER_AT.search(unaddressed(written))
    wrong = f"{bound[1][:_WHOLE_DIGEST]!r} is no digest: " if bound and not _IS_DIGEST.fullmatch(bound[1]) else ""
    return wrong + (f"{len(written)} characters" if len(written) > 100 else repr(written))


def _malformed(written: str) -> Fault:
    return Fault(
        "passage-malformed",
        "",
        f"this is no identifier of a passage: {written[:100]!r}",
        expected=f"ID, ID#p12, ID#p12-14 or ID#c232-250; @ and {_DIGITS} hexadecimal digits may follow the ID",
        found=_found(written),
        remedy="copy the identifier from the document's page; `archivist list` shows the ids of all documents",
    )
