"""What conf.py must hold, and names in it that are no settings."""

import math
import shutil
from pathlib import Path

import pytest
from sphinx.config import Config

from archivist.errors import ArchivistError
from archivist.sphinxext.building import run_builder
from archivist.sphinxext.settings import require_settings, unknown_settings

ROOT = Path(__file__).parent.parent / "roots" / "edition"


def configured(**names) -> Config:
    """Give what Sphinx makes of a conf.py with these names, when other extensions define settings too."""
    config = Config(names)
    for name in ("archive_address", "archive_toolkit", "edition_paper", "edition_pages", "archive_of_another"):
        config.add(name, "", "", ())
    return config


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("edition_papr", "edition_paper"), ("archive_adress", "archive_address"), ("editon_paper", "edition_paper")],
)
def test_a_misspelt_setting_is_refused_and_the_nearest_named(name, nearest):
    (fault,) = unknown_settings(configured(**{name: "a4"}))
    assert (fault.code, fault.where) == ("setting-name", f"conf.py#{name}")
    assert (fault.expected, fault.found) == (nearest, f"{name} = 'a4'")
    assert fault.remedy.startswith(f"write {nearest} in conf.py")


def test_where_none_is_near_all_are_named():
    (fault,) = unknown_settings(configured(edition_of_my_own=2))
    assert fault.expected == "one of archive_address, archive_of_another, edition_pages, edition_paper"
    assert fault.remedy.startswith("take it out of conf.py")


def test_names_of_sphinx_of_other_extensions_and_of_conf_py_itself_stand():
    names = {"html_theme": "x", "archive_of_another": "x", "_edition_papr": "a4", "paper": "a4", "versions": []}
    assert not list(unknown_settings(configured(edition_paper="a4", **names)))
    assert not list(unknown_settings(configured(archive_helper=math, edition_date=lambda: 1, archive_list=list)))


def test_settings_of_an_extension_that_is_not_in_use_stand():
    config = Config({"edition_file": "archive.pdf", "archive_papr": ""})
    config.add("archive_address", "", "", ())
    assert [fault.where for fault in unknown_settings(config)] == ["conf.py#archive_papr"]


def test_an_archive_without_name_or_editors_or_in_no_language_is_refused():
    require_settings(Config({"project": "An archive", "author": "Its editors", "language": "pt_BR"}))
    with pytest.raises(ArchivistError) as caught:
        require_settings(Config({"project": "", "author": " \n", "language": "xx-yy-zz"}))
    assert [fault.where for fault in caught.value.faults] == ["conf.py#project", "conf.py#author", "conf.py#language"]


def test_no_build_begins_with_a_misspelt_setting_and_what_is_said_is_ours_alone(tmp_path, capfd):
    project = tmp_path / "project"
    shutil.copytree(ROOT, project)
    with (project / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('edition_papr = "a4"\n')
    assert not run_builder(project, "edition", project / "build" / "pdf", jobs="1")
    said = capfd.readouterr().err
    assert "edition_papr in conf.py is no setting of the archive [setting-name]\n" in said
    assert "  expected  edition_paper\n" in said
    assert "Traceback" not in said
