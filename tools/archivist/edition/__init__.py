"""The PDF edition: a volume of values in, one PDF/A out; and the Sphinx builder that makes it of a project."""
