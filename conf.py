"""Sphinx configuration of the Asia Social Protection Archive."""

project = "Asia Social Protection Archive"
author = "The editors of the Asia Social Protection Archive"
copyright = f"2026, {author}"  # noqa: A001 (Sphinx's name)
version = release = "0.1"
language = "en"

extensions = [
    "myst_parser",
    "sphinx_design",
    "sphinxcontrib.bibtex",
    "archivist.sphinxext",
    "archivist.edition",
]
primary_domain = "archive"
exclude_patterns = ["glossary/*.toml"]
myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
smartquotes = False  # it would change the words of titles
nitpicky = True
suppress_warnings = ["epub.unknown_project_files"]

archive_code = "aspa"  # stands before a passage's identifier outside the archive
archive_address = ""  # the site's address, where it has one
archive_email = ""  # an address that answers for the archive; OAI-PMH wants one
archive_licence = "https://creativecommons.org/licenses/by/4.0/"  # of records, notes and index; each text has its own
edition_file = "asia-social-protection-archive.pdf"
edition_pages = ["about", "scorecard"]
edition_offprints = True  # a PDF of each document, on its page: about 0.3 s each

bibtex_bibfiles = ["bib/references.bib"]
bibtex_default_style = "plain"  # numbers: labels made of letters cut the names of bodies to pieces

html_theme = "archivist"  # inherits pydata_sphinx_theme
html_title = project
html_use_index = False
html_domain_indices = False
html_copy_source = False
html_show_sourcelink = False
html_permalinks_icon = "¶"

epub_basename = "asia-social-protection-archive"
epub_identifier = epub_uid = "asia-social-protection-archive"
epub_scheme = "URI"
epub_show_urls = "no"
epub_tocscope = "includehidden"  # the site’s menu has the pages; a book’s table of contents too
