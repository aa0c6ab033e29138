"""From bytes to the reading text, without loss."""

from __future__ import annotations

import codecs
import hashlib


def decode(data: bytes, charset: str) -> str:
    """Decode exactly: encoding the result again gives `data`.

    A byte order mark stays in the text as U+FEFF, newlines stay as they are.

    Raises:
        LookupError: the charset is unknown to Python's codec registry, or is not a text encoding.
        UnicodeError: the bytes are not valid in the charset, or would not come back the same.
    """
    name = codecs.lookup(charset).name
    if name == "utf-8-sig":
        name = "utf-8"  # the "-sig" codec would drop the byte order mark
    text = data.decode(name)
    if text.encode(name) != data:
        raise UnicodeError(f"decoding from {charset} and encoding again gives other bytes")
    return text


def text_digest(text: str) -> str:
    """SHA-256 of a reading text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
