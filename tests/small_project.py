"""A small project that is built by Sphinx in a process of its own."""

import os
import subprocess
import sys

from archivist.ingest.adding import Act, Wish, add
from archivist.ingest.founding import found
from archivist.ingest.receiving import Received

ACT = Act("Ana", "2026-01-02T03:04:05Z")
NEW = {"title": "Small archive", "author": "The editors", "year": "2026", "code": "sma", "slug": "small"}
FIELDS = {"title": "A title", "creator": ["CDI"], "source": "web", "language": "en", "type": "blog"}
EPOCH = "1767323045"  # 2 January 2026, in seconds since 1970


def put(project, id, text, **fields):
    """Add a text; its date is the year with which its id begins."""
    wish = Wish(Received(f"{id}.txt", text.encode()), FIELDS | {"date": id[:4]} | fields, id, id)
    add(project, [wish], ACT)


def start(project):
    """Found a project with two texts, one of them withheld."""
    found(project, NEW)
    put(project, "2018-floors", "The ILO and its Recommendation 202.\n\nA xylograph of C102.")
    put(project, "2019-secret", "A secret xylograph.", access="metadata-only", title="Kept back")
    return project


def build(project, out="html", *options):
    """Build the site with warnings as errors, and give its folder."""
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-c", ".", "-d", f"{out}-doctrees", *options, "source", out]
    environment = os.environ | {"SOURCE_DATE_EPOCH": EPOCH}
    subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True)
    return project / out
