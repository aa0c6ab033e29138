"""What a build leaves for citing and verifying: a script a document, written anew only where its document changed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

from archivist.citing import STYLES
from archivist.ingest.adding import Act, Wish, add
from archivist.ingest.founding import found
from archivist.ingest.receiving import Received

ACT = Act("Ana", "2026-01-02T03:04:05Z")
NEW = {"title": "Small archive", "author": "The editors", "year": "2026", "code": "sma", "slug": "small"}
FIELDS = {"creator": ["CDI"], "source": "web", "language": "en", "type": "blog"}
TEXT = "One \u2028 </script> \0.\r\nTwo.\r\nThree.\r\n"


def put(project, id, text, **fields):
    wish = Wish(Received(f"{id}.txt", text.encode()), FIELDS | {"title": "T", "date": id[:4]} | fields, id, id)
    add(project, [wish], ACT)


def build(project, epoch="1767323045"):
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-c", ".", "source", "html"]
    environment = os.environ | {"SOURCE_DATE_EPOCH": epoch}
    subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True)
    return project / "html"


def value(path):
    """Read what a script hands over: its last argument."""
    script = path.read_bytes().decode()
    assert "\u2028" not in script
    return json.loads(re.fullmatch(r'\w+\.put\("[\w-]+","\w*",(.*)\);\n', script, re.DOTALL)[1])


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("passages") / "project"
    found(folder, NEW)
    put(folder, "2018-floors", TEXT, part=[{"first": 2, "title": "A post", "date": "2018-02-03"}])
    put(folder, "2019-secret", "A secret xylograph.\n", access="metadata-only")
    return folder


@pytest.fixture(scope="module")
def site(project):
    return build(project)


def test_a_document_and_its_parts_have_citations_in_every_style(site):
    citations = value(site / "citations" / "2018-floors.js")
    assert [key for key, _, _ in citations["styles"]] == list(STYLES)
    assert [(work["first"], work["last"]) for work in citations["works"]] == [(1, 3), (2, 3)]
    whole, part = (work["styles"]["apa"] for work in citations["works"])
    assert whole["entry"].startswith("CDI. (2018). <i>T</i>.")
    assert part["entry"].startswith("CDI. (2018, February 3). A post.")
    assert part["before"] + part["one"] + "3" + part["after"] == "(CDI, 2018, para. 3)"


def test_the_edition_is_cited_where_it_is_offered_as_the_exports_cite_it(site):
    (work,) = value(site / "citations" / "_edition.js")["works"]
    assert work["styles"]["apa"]["entry"] == "The editors. (2026). <i>Small archive</i> (Version 0.1) [Dataset]."
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "The editors. Small archive. Edition 0.1, 2 January 2026. Archive manifest SHA-256 begins" in home
    for ending, digest in (("bib", "2026"), ("ris", "DA  - 2026/01/02"), ("json", '"date-parts":[[2026,1,2]]')):
        assert f'href="data/edition.{ending}" download' in home
        assert digest in (site / f"data/edition.{ending}").read_text(encoding="utf-8")


def test_a_text_lies_there_exactly_and_a_withheld_one_does_not(site):
    assert value(site / "texts" / "2018-floors.js")["text"] == TEXT
    assert value(site / "texts" / "_catalogue.js") == {"code": "sma", "ids": ["2018-floors"]}
    assert not (site / "texts" / "2019-secret.js").exists()
    assert not [
        path for path in site.rglob("*.js") if "xylograph" in path.read_text(encoding="utf-8", errors="replace")
    ]
    assert (site / "citations" / "2019-secret.js").exists()


def test_a_second_build_writes_only_what_changed_and_sweeps_what_is_gone(project, site):
    kept = site / "citations" / "2019-secret.js"
    before = kept.stat().st_mtime_ns, (site / "texts" / "2018-floors.js").stat().st_mtime_ns
    (site / "texts" / "2017-gone.js").write_text("gone", encoding="utf-8")
    (site / "citations" / "2017-gone.js").write_text("gone", encoding="utf-8")
    record = project / "archive" / "2018-floors" / "record.toml"
    record.write_text(record.read_text(encoding="utf-8").replace('"CDI"', '"Other body"'), encoding="utf-8")
    build(project)
    assert value(site / "citations" / "2018-floors.js")["works"][0]["styles"]["apa"]["entry"].startswith("Other body.")
    assert (kept.stat().st_mtime_ns, (site / "texts" / "2018-floors.js").stat().st_mtime_ns) == before
    assert not (site / "texts" / "2017-gone.js").exists()
    assert not (site / "citations" / "2017-gone.js").exists()


def test_the_page_that_verifies_is_linked_from_documents_and_from_every_foot(site):
    assert 'href="../verify.html"' in (site / "documents" / "2018-floors.html").read_text(encoding="utf-8")
    assert 'href="verify.html"' in (site / "index.html").read_text(encoding="utf-8")
    assert "<script>" not in (site / "verify.html").read_text(encoding="utf-8")


def test_on_another_day_the_edition_is_cited_as_of_that_day(project, site):
    build(project, "1767409445")
    assert "Edition 0.1, 3 January 2026" in (site / "index.html").read_text(encoding="utf-8")
    assert "2026/01/03" in (site / "data/edition.ris").read_text(encoding="utf-8")
