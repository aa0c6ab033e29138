"""Lists of documents: on one page while they are short, then on a page for each year."""

from __future__ import annotations

import html5lib
import pytest
from test_site import make

from archivist.ingest.founding import found
from small_project import put

# sphinxcontrib-bibtex and other extensions still read it.
pytestmark = pytest.mark.filterwarnings("ignore:.*BuildEnvironment.app:sphinx.deprecation.RemovedInSphinx11Warning")
NEW = {"title": "Small archive", "author": "The editors", "year": "2026", "code": "sma", "slug": "small"}
NOTE = {"kind": "sic", "exact": "tpyo", "reading": "typo", "evidence": "e", "who": "Ana", "when": "2026-01-02"}
PARTS = [{"first": 2, "title": "Of another year", "date": "2017-03"}]
LISTS = ("documents", "timeline", "fixity", "bibliography", "sic-ledger", "unresolved")


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "project"
    found(folder, NEW)
    for id_ in ("2018-a", "2018-b", "2019-c"):
        put(
            folder,
            id_,
            f"A tpyo of ILO Convention C999.\nMore of {id_}.\n",
            note=[NOTE],
            part=PARTS if id_ == "2019-c" else [],
        )
    return folder


def links(site, name):
    """Give the addresses on a page within its article, and the ids of the whole page."""
    page = html5lib.parse((site / name).read_bytes(), namespaceHTMLElements=False)
    (article,) = page.iter("article")
    return [link.get("href") for link in article.iter("a") if link.get("href")], {one.get("id") for one in page.iter()}


def dead(site):
    """Give the links of the site's lists and documents that lead to no page, or to no place on it."""
    for path in sorted([*site.glob("*.html"), *site.glob("documents/*.html")]):
        for address in links(site, path.relative_to(site))[0]:
            file, _, anchor = address.partition("#")
            target = (path.parent / file).resolve() if file else path
            if "://" in address or target.suffix != ".html":
                continue
            if not target.exists() or (anchor and anchor not in links(site, target)[1]):
                yield path.name, address


def listing(site):
    """Give the pages of lists, and the documents that each links to, in order."""
    found = {}
    for path in sorted(site.glob("*.html")):
        if path.stem.startswith(LISTS):
            to = [address.partition("#")[0] for address in links(site, path.name)[0]]
            found[path.stem] = [one[10:-5] for one in dict.fromkeys(to) if one.startswith("documents/")]
    return found


def test_short_lists_are_on_one_page(project):
    site = make(project).folder
    every = ["2018-a", "2018-b", "2019-c"]
    assert listing(site) == dict.fromkeys(sorted(LISTS), every) | {"timeline": ["2019-c", "2018-a", "2018-b"]}
    assert list(dead(site)) == []


def test_long_lists_have_a_page_for_each_year_in_which_they_list_something(project, monkeypatch):
    monkeypatch.setattr("archivist.sphinxext.listing.SPLIT_ABOVE", 2)
    site = make(project).folder
    years = {"2018": ["2018-a", "2018-b"], "2019": ["2019-c"]}
    pages = {f"{name}-{year}": ids for name in LISTS for year, ids in years.items()}
    assert listing(site) == {name: [] for name in LISTS} | pages | {"timeline-2017": ["2019-c"]}
    for name in LISTS:
        assert {address for address in links(site, f"{name}.html")[0] if address.startswith(name)} >= {
            f"{name}-2018.html",
            f"{name}-2019.html",
        }
    assert list(dead(site)) == []


def test_a_list_that_grows_long_is_parted_and_all_that_leads_to_it_follows(project, monkeypatch):
    monkeypatch.setattr("archivist.sphinxext.listing.SPLIT_ABOVE", 3)
    make(project)
    put(project, "2020-d", "Another tpyo.\n", note=[NOTE])
    put(project, "2020-e", "ILO Convention C998.\n")
    again = make(project).folder
    assert listing(again)["unresolved"] == []
    assert list(dead(again)) == []
