"""Names of conf.py that are no settings."""

import math
from types import SimpleNamespace

import pytest
from sphinx.config import Config
from sphinx.errors import ExtensionError

from archivist.sphinxext import on_builder_inited
from archivist.sphinxext.settings import unknown_settings


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


def test_no_build_begins_with_a_misspelt_setting():
    with pytest.raises(ExtensionError, match=r"edition_papr in conf.py is no setting .*expected edition_paper"):
        on_builder_inited(SimpleNamespace(config=configured(edition_papr="a4")))
