"""The exports that a build leaves on the site."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys

import pytest

from archivist.export.formats import DOWNLOADS, FORMATS
from archivist.export.wording import licence_name
from small_project import build, put, start

ADDRESS = "https://archive.test/site"


def exports(site):
    files = [site / one.file for one in FORMATS.values()] + sorted((site / "data").rglob("*"))
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files if path.is_file()}


@pytest.fixture
def project(tmp_path):
    return start(tmp_path / "project")


def test_a_site_has_every_export_that_needs_no_address_and_says_which_it_lacks(project):
    site = build(project)
    expected = {one.file for one in FORMATS.values() if not one.needs}
    assert {file for file in (one.file for one in FORMATS.values()) if (site / file).exists()} == expected
    page = (site / "exports.html").read_text(encoding="utf-8")
    assert page.count("left out") == sum(bool(one.needs) for one in FORMATS.values())
    listing = json.loads((site / "data/exports.json").read_text(encoding="utf-8"))
    assert {one["path"] for one in listing["files"]} == expected


def test_the_footer_names_the_licence_that_the_archive_has_and_no_other(project):
    footer = build(project).joinpath("index.html").read_text(encoding="utf-8").partition("<footer")[2]
    assert "© 2026 The editors. Source texts:" in " ".join(footer.replace(", The", " The").split())
    assert "licenses/" not in footer
    licence = "https://creativecommons.org/licenses/by-sa/3.0/"
    page = build(project, "other", "-D", f"archive_licence={licence}").joinpath("index.html")
    footer = page.read_text(encoding="utf-8").partition("<footer")[2]
    assert f'<a rel="license external" href="{licence}">CC BY-SA 3.0</a>.' in footer


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"),
        ("https://licence.test/1", "https://licence.test/1"),
        ("", ""),
    ],
)
def test_a_licence_is_named_as_people_do(address, name):
    assert licence_name(address) == name


def test_a_site_whose_address_is_none_is_not_built(project):
    with pytest.raises(subprocess.CalledProcessError) as caught:
        build(project, "html", "-D", "archive_address=ftp://archive.test")
    assert b"archive_address in conf.py is 'ftp://archive.test', and not an address of http" in caught.value.stderr
    assert not (project / "html/index.html").exists()


def test_a_site_with_an_address_has_them_all(project):
    site = build(project, "html", "-D", f"archive_address={ADDRESS}/", "-D", "archive_email=a@archive.test")
    assert all((site / one.file).exists() for one in FORMATS.values())
    assert "left out" not in (site / "exports.html").read_text(encoding="utf-8")


def test_what_is_published_is_what_the_command_writes(project):
    site = build(project)
    for name in sorted(name for name, one in FORMATS.items() if not one.needs and name != "ro-crate"):
        command = [sys.executable, "-m", "archivist", "--project", project, "export", name, "--output", project]
        environment = os.environ | {"SOURCE_DATE_EPOCH": "1767323045"}
        subprocess.run(command, env=environment, check=True, capture_output=True)
        file = site / FORMATS[name].file
        assert (project / file.name).read_bytes() == file.read_bytes(), name


def test_each_document_has_its_downloads_and_its_page_leads_to_them(project):
    site = build(project)
    for id_ in ("2018-floors", "2019-secret"):
        page = (site / f"documents/{id_}.html").read_text(encoding="utf-8")
        for ending in DOWNLOADS.values():
            assert f'href="../data/documents/{id_}.{ending}"' in page
            assert "A title" in (site / f"data/documents/2018-floors.{ending}").read_text(encoding="utf-8")
    assert json.loads((site / "data/documents/2019-secret.json").read_text(encoding="utf-8"))[0]["title"] == "Kept back"


def test_what_is_withheld_is_in_no_file_of_the_site(project):
    site = build(project, "html", "-D", f"archive_address={ADDRESS}")
    for path in site.rglob("*"):
        if path.is_file():
            assert b"secret xylograph" not in path.read_bytes(), path


def test_a_second_build_comes_to_the_same_as_a_clean_one(project):
    build(project)
    put(project, "2017-before", "Recommendation 202 again.")
    assert exports(build(project)) == exports(build(project, "clean"))


def test_a_build_in_which_nothing_changed_writes_no_export_again(project):
    site = build(project)
    before = {path: path.stat().st_mtime_ns for path in (site / "data").rglob("*")}
    build(project)
    assert {path: path.stat().st_mtime_ns for path in (site / "data").rglob("*")} == before


def test_an_export_that_went_missing_is_written_again(project):
    site = build(project)
    (site / "data/documents.csv").unlink()
    with (build(project) / "data/documents.csv").open(encoding="utf-8", newline="") as table:
        assert [row["id"] for row in csv.DictReader(table)] == ["2018-floors", "2019-secret"]


def test_the_exports_of_a_document_that_is_gone_are_taken_away(project):
    site = build(project)
    (site / "data/documents/2016-gone.bib").write_text("@misc{}", encoding="utf-8")
    build(project)
    assert not (site / "data/documents/2016-gone.bib").exists()


def test_what_another_builder_has_read_is_exported_as_it_is_now(project):
    build(project)
    record = project / "archive/2018-floors/record.toml"
    record.write_text(record.read_text(encoding="utf-8").replace('"A title"', '"Retitled"'), encoding="utf-8")
    put(project, "2017-before", "Recommendation 202 again.")
    build(project, "html", "-b", "dummy")  # shares the doctrees, and needs no exports
    assert not (project / "html-doctrees/exports/2018-floors").exists()
    site = build(project)
    with (site / "data/documents.csv").open(encoding="utf-8", newline="") as table:
        assert {row["title"] for row in csv.DictReader(table)} == {"Retitled", "A title", "Kept back"}
    assert '"Retitled"' in (site / "documents/2018-floors.html").read_text(encoding="utf-8").partition("</head>")[0]
    assert exports(site) == exports(build(project, "clean"))
