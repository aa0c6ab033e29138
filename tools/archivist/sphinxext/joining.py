"""Scripts of the site that are joined of parts: a page loads one file, and each part can be read by itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_THEME = Path(__file__).parent / "html_theme"
# What pages load, and its parts in the order in which they build on each other.
_SCRIPTS = {
    "edition.js": ("passages/styles", "passages/edition"),
    "passages.js": ("passages/styles", "passages/marking", "passages/citing", "passages/offering"),
    "search.js": (
        "search/terms",
        "search/variants",
        "search/index",
        "search/query",
        "search/engine",
        "search/excerpts",
    ),
    "search-page.js": ("search/results", "search/remarks", "search/page"),
}


def join_scripts(folder: Path) -> None:
    """Write the scripts into a folder."""
    for name, parts in _SCRIPTS.items():
        (folder / name).write_text(_joined(parts), encoding="utf-8", newline="\n")


def _joined(parts: Sequence[str]) -> str:
    """Join parts without the lines that only readers of the code need."""
    texts = (_THEME.joinpath(f"{part}.js").read_text(encoding="utf-8") for part in parts)
    lines = (line.strip() for text in texts for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))
