"""archivist: an indexed digital archive on Sphinx."""

__version__ = "0.1.0"
