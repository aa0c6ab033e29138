"""From bytes to the reading text, without loss."""

from __future__ import annotations

import codecs
import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


# These codecs would drop the byte order mark; their namesakes keep it as U+FEFF.
_MARK_KEEPING: Mapping[str, Callable[[bytes], str]] = {
    "utf-8-sig": lambda _: "utf-8",
    "utf-16": lambda data: "utf-16-be" if data.startswith(codecs.BOM_UTF16_BE) else "utf-16-le",
    "utf-32": lambda data: "utf-32-be" if data.startswith(codecs.BOM_UTF32_BE) else "utf-32-le",
}


def decode(data: bytes, charset: str) -> str:
    """Decode exactly: encoding the result again gives `data`.

    A byte order mark stays in the text as U+FEFF, newlines stay as they are.

    Raises:
        LookupError: the charset is unknown to Python's codec registry, or is not a text encoding.
        UnicodeError: the bytes are not valid in the charset, or would not come back the same.
    """
    name = codecs.lookup(charset).name
    if name in _MARK_KEEPING:
        name = _MARK_KEEPING[name](data)
    text = data.decode(name)
    if text.encode(name) != data:
        raise UnicodeError(f"decoding from {charset} and encoding again gives other bytes")
    return text


def undecodable(error: UnicodeError) -> str:
    """Say which byte could not be decoded and in which line, or, of text of another charset, what it looks like."""
    if not isinstance(error, UnicodeDecodeError):
        return str(error)
    if error.object.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "what looks like UTF-16, by its first two bytes"
    line = error.object.count(b"\n", 0, error.start) + 1
    return f"a byte that is no {error.encoding.upper()}, 0x{error.object[error.start]:02x} (at line {line})"


def text_digest(text: str) -> str:
    """SHA-256 of a reading text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
