"""The toolkit itself, as something that what it makes depends on."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path


@cache
def toolkit_digest() -> str:
    """Give the SHA-256 of the toolkit's own files: what another state of it made is made anew, not mixed with new."""
    package = Path(__file__).parent
    files = sorted(path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()
