"""Roles for editors' pages: {ilo}`R202`, {asean}`…`, {acronym}`SPF`, {source}`id#p12`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.roles import XRefRole

if TYPE_CHECKING:
    from sphinx.util.typing import RoleFunction

ROLES: dict[str, RoleFunction | XRefRole] = {
    name: XRefRole(innernodeclass=nodes.inline, warn_dangling=True)
    for name in ("ilo", "asean", "acronym", "organisation", "place", "source")
}
