"""Files beside the pages; among them data that pages load when they want it: a classic script a document.

A script begins with a digest of what it was made from, by which a later build sees whether it may stay.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


def opening(function: str, name: str, digest: str) -> str:
    """Give how a script begins: a call of `function` with the name and the digest of what it holds."""
    return f"{function}({json.dumps(name)},{json.dumps(digest)},"


def is_there(path: Path, begun: str) -> bool:
    """Tell whether a script begins so."""
    expected = begun.encode()
    try:
        with path.open("rb") as file:
            return file.read(len(expected)) == expected
    except FileNotFoundError:
        return False


def place(path: Path, data: bytes) -> None:
    """Write a file unless it lies there as it is to be: then it keeps its date, for those who copy the site."""
    try:
        if path.read_bytes() == data:
            return
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def write_script(path: Path, begun: str, value: dict[str, Any]) -> None:
    """Write a script: JSON is JavaScript but for two characters (ECMA-262 before 2019)."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    path.write_text(f"{begun}{text});\n", encoding="utf-8", newline="\n")
