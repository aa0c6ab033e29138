"""The theme's place in the house: our templates and static files, a strict policy for scripts, a lean page."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archivist.export.home import home_head
from archivist.export.wording import licence_name
from archivist.sphinxext.domain import archive_domain
from archivist.sphinxext.imprint import imprint_from
from archivist.sphinxext.pieces import page_head_of
from archivist.sphinxext.views import KIND_NAMES, Page, render

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

_HERE = Path(__file__).parent
# What the theme would fill its bars with: our layout draws its own header and footer, and no sidebar.
_EMPTY_BARS = (
    "navbar_start",
    "navbar_center",
    "navbar_end",
    "navbar_persistent",
    "article_header_start",
    "footer_start",
    "footer_end",
    "primary_sidebar_end",
    "secondary_sidebar_items",
)
# No inline script or style, no plug-in, nothing from another site (Content Security Policy Level 3).
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)


def on_config_inited(_app: Sphinx, config: Config) -> None:
    config.html_theme_options = {bar: [] for bar in _EMPTY_BARS} | config.html_theme_options
    config.html_sidebars = {"**": []} | config.html_sidebars


def on_builder_inited(app: Sphinx) -> None:
    """Give the EPUB the styles of the text; it has a theme of its own."""
    if app.builder.name == "epub":
        app.config.html_static_path.append(str(_HERE / "html_theme" / "static" / "archive.css"))
        app.add_css_file("archive.css")


def on_page_context(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: nodes.document | None
) -> None:
    """Drop inline scripts and give the layout what it prints."""
    if app.builder.name == "epub":
        return
    scripts = context["script_files"]
    context["script_files"] = [script for script in scripts if getattr(script, "filename", None)]
    context["policy"] = POLICY
    context["opensearch"] = bool(app.config.archive_address)
    context["document_head"] = _document_head(app.env, pagename)
    context["site_header"], context["site_footer"] = _frame(app.builder, pagename.count("/"))


def _document_head(env: BuildEnvironment, pagename: str) -> str:
    """Give what is said in the head of a document's page alone, or of the home page."""
    if pagename == env.config.root_doc:
        return home_head(imprint_from(env.config))
    domain = archive_domain(env)
    id_ = domain.id_on(pagename)
    return page_head_of(domain, id_) if id_ else ""


# The pages that header and footer lead to, where the archive has them.
_HEADER = (
    ("documents", "Documents"),
    ("timeline", "Timeline"),
    *((f"glossary/{kind}", name) for kind, name in KIND_NAMES.items()),
    ("about", "About"),
)
_FOOTER = (
    *_HEADER,
    ("bibliography", "Bibliography"),
    ("glossary/all", "All entries"),
    ("unresolved", "Unmatched mentions"),
    ("scorecard", "Scorecard"),
    ("sic-ledger", "Sic ledger"),
    ("conflicts", "Conflicts"),
    ("fixity", "Fixity"),
    ("exports", "Exports"),
    ("verify", "Verify a quotation"),
    ("manual", "Manual"),
    ("decisions/index", "Decisions"),
)


def linked_pages(env: BuildEnvironment) -> set[str]:
    """Give the pages that header and footer of every page lead to."""
    return env.found_docs & {docname for docname, _ in _FOOTER}


@lru_cache(maxsize=16)
def _frame(builder: Builder, depth: int) -> tuple[str, str]:
    """Render header and footer once for each depth of folders: they hold only links to fixed pages."""
    page = Page(builder, "/" * depth)
    config = builder.config
    there = builder.env.found_docs | {"verify"}
    header, footer = (
        [(page.uri(docname), name) for docname, name in links if docname in there] for links in (_HEADER, _FOOTER)
    )
    home = page.uri(config.root_doc)
    return (
        render("site-header.html", page=page, home=home, title=config.html_title, links=header),
        render(
            "site-footer.html",
            links=footer,
            copyright=config.copyright,
            licence=config.archive_licence,
            licence_name=licence_name(config.archive_licence),
        ),
    )


def setup_theme(app: Sphinx) -> None:
    app.add_html_theme("archivist", str(_HERE / "html_theme"))
    app.connect("config-inited", on_config_inited)
    app.connect("builder-inited", on_builder_inited)
    # After the theme's own handlers (priority 500), which add what is dropped here.
    app.connect("html-page-context", on_page_context, priority=900)
