"""What the directives leave in the document tree; each builder renders these in its own way."""

from __future__ import annotations

from docutils import nodes


class source_document(nodes.General, nodes.Element):  # noqa: N801 (docutils names nodes in lower case)
    """A source document's page, after its title: `document` is the id.

    Its first child is a `source_text`; an editor's introduction may follow.
    """


class source_text(nodes.General, nodes.FixedTextElement):  # noqa: N801 (likewise)
    """A reading text as one Text child: never parsed, never cleaned."""


class archive_view(nodes.General, nodes.Element):  # noqa: N801 (likewise)
    """A page's part that is computed once all documents are read: `name` says which, see `views`."""
