"""What conf.py says about the archive: plain assignments of text, read without running the file."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def setting(project: Path, name: str) -> str:
    """Give the text that conf.py assigns to a name; the last time; empty where it never does."""
    try:
        tree = ast.parse((project / "conf.py").read_bytes())
    except (OSError, SyntaxError, ValueError):
        return ""
    values = [_text(node.value) for node in tree.body if isinstance(node, ast.Assign) and _assigns(node, name)]
    return values[-1] if values else ""


def _assigns(node: ast.Assign, name: str) -> bool:
    return any(isinstance(target, ast.Name) and target.id == name for target in node.targets)


def _text(value: ast.expr) -> str:
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else ""
