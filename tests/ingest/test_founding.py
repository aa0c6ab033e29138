import json
import re
from pathlib import Path

import pytest

from archivist.checks.checking import check
from archivist.errors import ArchivistError
from archivist.glossary import load
from archivist.ingest.founding import found

HERE = Path(__file__).parents[2]
TEMPLATES = HERE / "tools/archivist/ingest/project"
VALUES = {"title": "An Archive", "author": "Its editors", "year": "2026", "code": "aa", "slug": "an-archive"}


def test_a_new_project_passes_the_check_and_has_a_glossary(tmp_path):
    found(tmp_path / "new", VALUES)
    assert check(tmp_path / "new") == ()
    assert {entry.kind for entry in load(tmp_path / "new/source/glossary").entries.values()} == {
        "ilo",
        "asean",
        "acronym",
        "organisation",
        "place",
    }


def test_a_title_is_no_markup_on_the_pages(tmp_path):
    found(tmp_path / "new", VALUES | {"title": "Bad <input> & *T*"})
    for page in ("index", "about"):
        assert r"Bad \<input\> \& \*T\*" in (tmp_path / f"new/source/{page}.md").read_text(encoding="utf-8")
    assert 'project = "Bad <input> & *T*"' in (tmp_path / "new/conf.py").read_text(encoding="utf-8")


def test_the_pages_that_the_edition_names_are_there(tmp_path):
    found(tmp_path / "new", VALUES)
    names = re.search(r"^edition_pages = (.*)$", (tmp_path / "new/conf.py").read_text(encoding="utf-8"), re.MULTILINE)
    pages = [tmp_path / "new/source" / f"{name}.md" for name in json.loads(names[1])]
    assert pages
    assert all(page.is_file() for page in pages)
    assert "aa:ID#p4" in pages[0].read_text(encoding="utf-8")


def test_it_is_configured_as_this_archive_is(tmp_path):
    found(tmp_path / "new", VALUES)
    ours = (HERE / "conf.py").read_text(encoding="utf-8")
    for there, here in {
        "Asia Social Protection Archive": "An Archive",
        "The editors of the An Archive": "Its editors",
        '"aspa"': '"aa"',
        "asia-social-protection-archive": "an-archive",
        "https://creativecommons.org/licenses/by/4.0/": "",
        'edition_pages = ["about", "scorecard"]': 'edition_pages = ["about"]',
        "edition_offprints = True": "edition_offprints = False",
    }.items():
        ours = ours.replace(there, here)
    assert (tmp_path / "new/conf.py").read_text(encoding="utf-8") == ours


def test_it_has_a_page_that_shows_the_scores_of_its_annotated_texts(tmp_path):
    found(tmp_path / "new", VALUES)
    assert "```{scorecard}" in (tmp_path / "new/source/scorecard.md").read_text(encoding="utf-8")
    assert "\nscorecard\n" in (tmp_path / "new/source/index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.md")))
def test_its_pages_are_those_of_this_archive(page):
    assert (TEMPLATES / page).read_bytes() == (HERE / page).read_bytes()


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "mine").touch()
    with pytest.raises(ArchivistError, match="not empty"):
        found(tmp_path, VALUES)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_it_may_get_the_glossary_of_another_project(tmp_path):
    found(tmp_path / "new", VALUES, like=HERE)
    assert load(tmp_path / "new/source/glossary").entries == load(HERE / "source/glossary").entries


def test_a_project_without_a_glossary_is_none_to_take_it_from(tmp_path):
    (tmp_path / "other").mkdir()
    with pytest.raises(ArchivistError, match="glossary"):
        found(tmp_path / "new", VALUES, like=tmp_path / "other")
    assert not (tmp_path / "new").exists()


def test_a_file_is_called_no_folder(tmp_path):
    (tmp_path / "kept").write_text("mine", encoding="utf-8")
    with pytest.raises(ArchivistError, match="kept is not a folder"):
        found(tmp_path / "kept", VALUES)
    assert (tmp_path / "kept").read_text(encoding="utf-8") == "mine"


def test_an_empty_folder_will_do(tmp_path):
    found(tmp_path, VALUES)
    assert (tmp_path / ".gitattributes").read_text(encoding="utf-8").endswith("archive/** -text\n")
