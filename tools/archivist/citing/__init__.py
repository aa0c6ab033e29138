"""Citations in the styles that people must use, for documents, parts, passages and the edition."""

from archivist.citing.citation import Citation
from archivist.citing.processing import cite_all
from archivist.citing.styles import STYLES, Style

__all__ = ["STYLES", "Citation", "Style", "cite_all"]
