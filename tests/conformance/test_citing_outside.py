"""Our citations are those of citeproc-js, the reference implementation of CSL."""

import json
import re
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest
from install import NODE_FOLDER

from archivist.citing import STYLES, cite_all, styles
from archivist.citing.citation import plain
from archivist.citing.fitting import fitted, placed

HERE = Path(__file__).parent
WORKS = HERE / "citing_works.json"
LOCALES = files("citeproc") / "data" / "locales"


def words(html):
    """Give a citation's words; a number before an entry is no part of it."""
    return re.sub(r"^\s*1\.\s*|(?<= ) +", "", plain(html).replace("\n", " ")).strip()


def reference(style, works):
    script = [HERE / "citing_in_node.js", (NODE_FOLDER / "node_modules" / "citeproc").resolve(), works]
    file = Path(styles.__file__).parent / "styles" / f"{style.file}.csl"
    done = subprocess.run(["node", *script, file, LOCALES, style.locale], capture_output=True, text=True, check=True)
    return {id: list(map(words, found)) for id, found in json.loads(done.stdout).items()}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_entry_and_citations_are_those_of_citeproc_js(style, tmp_path):
    works = json.loads(WORKS.read_text(encoding="utf-8"))
    fits = {work["id"]: fitted(work, style) for work in works}
    file = tmp_path / "works.json"
    file.write_text(json.dumps([fit.item for fit in fits.values()]), encoding="utf-8")
    expected = {id: [placed(each, fits[id].date) for each in found] for id, found in reference(style, file).items()}
    found = {}
    for work, citation in zip(works, cite_all(works, [style])[style.key], strict=True):
        cited = [citation.cited(), citation.cited("12"), citation.cited("12–14")]
        found[work["id"]] = list(map(words, [citation.entry, *(cited if style.cited else [])]))
    assert found == {id: each if style.cited else each[:1] for id, each in expected.items()}
