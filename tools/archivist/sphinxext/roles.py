"""Roles for editors' pages: {ilo}`R202`, {asean}`…`, {acronym}`SPF`, {source}`id#p12`."""

from __future__ import annotations

from sphinx.roles import XRefRole

ROLES = {name: XRefRole(warn_dangling=True) for name in ("ilo", "asean", "acronym", "organisation", "place", "source")}
