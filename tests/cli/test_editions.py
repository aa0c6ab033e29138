"""`archivist build` and `archivist restore` as a person gives them."""

import json

import pikepdf
import pytest
from click.testing import CliRunner

from archivist.cli import main

# sphinxcontrib-bibtex and other extensions still read it.
pytestmark = pytest.mark.filterwarnings("ignore:.*BuildEnvironment.app:sphinx.deprecation.RemovedInSphinx11Warning")


def give(*words):
    return CliRunner().invoke(main, list(map(str, words)), catch_exceptions=False)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Found an archive with an open document and one whose record withholds its text."""
    folder = tmp_path_factory.mktemp("editions")
    (folder / "open.txt").write_text("An open text.\n", encoding="utf-8")
    (folder / "closed.txt").write_text("A closed text.\n", encoding="utf-8")
    rows = ["file,id,title,creator,date,source,language,type,access"]
    rows += [f"{folder}/{name}.txt,{name},T,C,2019,s,en,other,{access}" for name, access in ACCESS.items()]
    (folder / "table.csv").write_text("\n".join(rows), encoding="utf-8")
    assert give("new", folder / "project", "--title", "Editions").exit_code == 0
    added = give("--project", folder / "project", "add", "--batch", folder / "table.csv", "--no-input", "--by", "Ana")
    assert added.exit_code == 0, added.output
    return folder / "project"


ACCESS = {"open": "open", "closed": "metadata-only"}


@pytest.fixture(scope="module")
def edition(project):
    built = give("--project", project, "build", "pdf")
    assert built.exit_code == 0, built.output
    return project / "build/pdf/editions.pdf"


def test_nothing_of_a_withheld_document_is_carried(edition):
    with pikepdf.open(edition) as pdf:
        carried = {name: one.get_file().read_bytes() for name, one in pdf.attachments.items()}
    assert "open--open.txt" in carried
    assert "source--documents--open.md" in carried
    assert not [name for name, data in carried.items() if "closed" in name or b"A closed text" in data]


def test_restoring_names_what_was_withheld(edition, tmp_path):
    restored = json.loads(give("restore", edition, tmp_path / "new", "--json").stdout)
    assert (restored["documents"], restored["withheld"]) == (["open"], ["closed"])
    assert "withheld from the edition, so not restored: closed" in give("restore", edition, tmp_path / "other").output


def test_one_document_is_built_beside_the_edition(project, edition):
    built = give("--project", project, "build", "pdf", "--document", "open", "--json")
    assert json.loads(built.stdout)["written"] == str(project / "build/pdf/open.pdf")
    assert edition.exists()
    with pikepdf.open(project / "build/pdf/open.pdf") as pdf:
        assert "open--open.txt" in pdf.attachments
        assert "conf.py" not in pdf.attachments


def test_a_withheld_document_is_not_printed(project):
    refused = give("--project", project, "build", "pdf", "--document", "closed")
    assert refused.exit_code == 2
    assert not (project / "build/pdf/closed.pdf").exists()


def test_a_document_that_is_not_there_is_refused_at_once(project):
    refused = give("--project", project, "build", "pdf", "--document", "clsed")
    assert refused.exit_code == 2
    assert "there is no document 'clsed'" in refused.stderr


def test_a_document_goes_with_pdf_only(project):
    assert give("--project", project, "build", "epub", "--document", "open").exit_code == 2


def test_what_is_no_edition_is_refused(tmp_path):
    (tmp_path / "x.pdf").write_bytes(b"no")
    refused = give("restore", tmp_path / "x.pdf", tmp_path / "new", "--json")
    assert refused.exit_code == 2
    assert json.loads(refused.stdout)["faults"][0]["code"] == "edition-not-restored"
