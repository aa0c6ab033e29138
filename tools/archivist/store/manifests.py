"""Lists of digests, in the form of BagIt (RFC 8493, section 2.1.3) and of sha256sum."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ALGORITHMS = ("sha256", "sha512")
_CHUNK = 1 << 20  # bytes read at once
_LINE_END = re.compile(r"\r\n|\r|\n")
_ENCODED = re.compile("%(0[AaDd]|25)")
_LINE = re.compile(r"([0-9a-f]+)[ \t]+\*?(.+)")  # in lower case, as we write it: any flipped bit must show


class Digests(NamedTuple):
    """Digests of the same bytes, in hexadecimal."""

    sha256: str
    sha512: str
    size: int  # bytes


def digest_bytes(data: bytes) -> Digests:
    return Digests(hashlib.sha256(data).hexdigest(), hashlib.sha512(data).hexdigest(), len(data))


def digest_file(path: Path | str) -> Digests:
    """Read a file once, for both digests."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - the audit has no Path at hand
        sha256, sha512, size = hashlib.sha256(), hashlib.sha512(), 0
        while chunk := file.read(_CHUNK):
            sha256.update(chunk)
            sha512.update(chunk)
            size += len(chunk)
    return Digests(sha256.hexdigest(), sha512.hexdigest(), size)


def print_manifest(digests: Mapping[str, str]) -> bytes:
    """Print digests by path, sorted by path; CR, LF and % in a path are percent-encoded."""
    return "".join(f"{digests[path]}  {_encoded(path)}\n" for path in sorted(digests)).encode()


def parse_manifest(data: bytes) -> dict[str, str]:
    """Read digests by path.

    Raises:
        ValueError: a line is not a digest and a path, or a path stands twice; the message names the line.
    """
    digests: dict[str, str] = {}
    for number, line in enumerate(_LINE_END.split(data.decode()), 1):
        match = _LINE.fullmatch(line)
        if match and (path := _decoded(match[2])) not in digests:
            digests[path] = match[1]
        elif line:
            raise ValueError(f"line {number}: {line!r}")
    return digests


def _encoded(path: str) -> str:
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _decoded(path: str) -> str:
    """Undo `_encoded`, and nothing else: older tools leave a bare % as it is."""
    if "%" not in path:
        return path
    named = {"%0A": "\n", "%0D": "\r", "%25": "%"}
    return _ENCODED.sub(lambda match: named[match[0].upper()], path)
