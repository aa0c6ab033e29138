"""A small project with a page of everything that editors write."""

project = "A Small Archive"
author = "The editors"
release = "1.0"
language = "en"
extensions = ["myst_parser", "sphinx_design", "sphinxcontrib.bibtex", "archivist.sphinxext", "archivist.edition"]
primary_domain = "archive"
exclude_patterns = ["glossary/*.toml"]
myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist", "dollarmath", "fieldlist"]
smartquotes = False
archive_code = "tst"
edition_file = "small.pdf"
bibtex_bibfiles = ["bib/references.bib"]
