"""The archive on disk: the only package that opens its files. One BagIt bag a document, under archive/."""

from archivist.store.archive import Archive
from archivist.store.document import Document
from archivist.store.record import Record

__all__ = ["Archive", "Document", "Record"]
