"""Passages: their identifiers, the words that these name, and proof of a quotation."""

from archivist.passages.identifier import Characters, Paragraphs, Passage, parse_passage, print_passage
from archivist.passages.resolving import Resolved, identify, resolve
from archivist.passages.verifying import verify_passage, verify_quotation, verify_quotation_at

__all__ = [
    "Characters",
    "Paragraphs",
    "Passage",
    "Resolved",
    "identify",
    "parse_passage",
    "print_passage",
    "resolve",
    "verify_passage",
    "verify_quotation",
    "verify_quotation_at",
]
