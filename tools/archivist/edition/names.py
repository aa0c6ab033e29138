"""Names of entries as printers set them."""

from __future__ import annotations

import re

_APOSTROPHE = re.compile(r"(?<=\w)'")
_NUMBER = re.compile(r"(?<=\bNo\.) (?=[0-9])")


def printed_name(name: str) -> str:
    """Give a name the apostrophe that editors' words have in the edition, and keep "No. 202" on one line."""
    return _APOSTROPHE.sub("’", _NUMBER.sub("\u00a0", name))
