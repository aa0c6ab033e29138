"""Reading texts: decoding, paragraphs, parts and quotations. Text is sliced here, never cleaned."""

from archivist.text.decoding import decode, text_digest, undecodable
from archivist.text.paragraphs import paragraph_at, paragraphs
from archivist.text.quotation import locate, select

__all__ = ["decode", "locate", "paragraph_at", "paragraphs", "select", "text_digest", "undecodable"]
