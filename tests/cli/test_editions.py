"""`archivist build` and `archivist restore` as a person gives them."""

import json
import shutil
import subprocess

import pikepdf
import pytest
from click.testing import CliRunner

from archivist.cli import main

# sphinxcontrib-bibtex and other extensions still read it.
pytestmark = pytest.mark.filterwarnings("ignore:.*BuildEnvironment.app:sphinx.deprecation.RemovedInSphinx11Warning")


def give(*words):
    return CliRunner().invoke(main, list(map(str, words)), catch_exceptions=False)


def found(folder, access, *, text="The {} text.\n"):
    """Found an archive with documents, each with its access."""
    rows = ["file,id,title,creator,date,source,language,type,access"]
    for name, its_access in access.items():
        (folder / f"{name}.txt").write_text(text.format(name), encoding="utf-8")
        rows.append(f"{folder}/{name}.txt,{name},T,C,2019,s,en,other,{its_access}")
    (folder / "table.csv").write_text("\n".join(rows), encoding="utf-8")
    project = folder / "project"
    assert give("new", project, "--title", "Editions").exit_code == 0
    added = give("--project", project, "add", "--batch", folder / "table.csv", "--no-input", "--by", "Ana")
    assert added.exit_code == 0, added.output
    return project


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Found an archive with an open document and one whose record withholds its text."""
    return found(tmp_path_factory.mktemp("editions"), {"open": "open", "closed": "metadata-only"})


@pytest.fixture(scope="module")
def edition(project):
    built = give("--project", project, "build", "pdf")
    assert built.exit_code == 0, built.output
    return project / "build/pdf/editions.pdf"


def test_of_a_withheld_document_only_what_may_be_published_is_carried(edition):
    with pikepdf.open(edition) as pdf:
        carried = {name: one.get_file().read_bytes() for name, one in pdf.attachments.items()}
    assert "open--open.txt" in carried
    assert "source--documents--open.md" in carried
    assert "archive--closed--record.toml" in carried
    assert not [name for name, data in carried.items() if "closed.txt" in name or b"The closed text" in data]


def test_restoring_names_what_was_withheld(edition, tmp_path):
    restored = json.loads(give("restore", edition, tmp_path / "new", "--json").stdout)
    assert (restored["documents"], restored["withheld"]) == (["open"], ["closed"])
    said = "withheld from the edition: of closed the record was restored, not the original and its text"
    assert said in give("restore", edition, tmp_path / "other").output


def test_an_archive_with_a_withheld_text_comes_back_sound_and_prints_the_same_edition(tmp_path):
    project = found(tmp_path, {"open": "open", "closed": "embargoed until 2090"})
    record = project / "archive" / "closed" / "record.toml"
    note = '\n[[note]]\nkind = "sic"\nexact = "closed text"\nevidence = "seen"\nwho = "Ana"\nwhen = "2024-01-01"\n'
    record.write_text(record.read_text(encoding="utf-8") + note, encoding="utf-8")
    assert give("--project", project, "seal", "closed", "--why", "a note", "--by", "Ana").exit_code == 0
    built = give("--project", project, "build", "pdf")
    assert built.exit_code == 0, built.output
    edition = project / "build/pdf/editions.pdf"
    with pikepdf.open(edition) as pdf:
        carried = [one.get_file().read_bytes() for one in pdf.attachments.values()]
    assert not [data for data in carried if b"closed text" in data]
    again = tmp_path / "new"
    assert give("restore", edition, again).exit_code == 0
    audited = give("--project", again, "audit")
    assert (audited.exit_code, "no faults" in audited.output) == (0, True)
    assert "not here, since the edition withheld them: the originals of closed\n" in audited.output
    assert give("--project", again, "build", "pdf").exit_code == 0
    assert (again / "build/pdf/editions.pdf").read_bytes() == edition.read_bytes()
    assert give("--project", again, "check", "--mend").exit_code == 0
    assert give("--project", again, "audit").exit_code == 0
    assert give("--project", again, "build", "html").exit_code == 0


@pytest.fixture
def restored(edition, tmp_path):
    give("restore", edition, tmp_path / "restored")
    return tmp_path / "restored"


@pytest.mark.parametrize("file", ["data/open.txt", "record.toml"])
def test_what_an_open_document_lacks_is_a_fault_in_a_restored_project_too(restored, file):
    (restored / "archive" / "open" / file).unlink()
    assert give("--project", restored, "audit").exit_code == 1


@pytest.mark.parametrize("file", ["record.toml", "events.jsonl", "bagit.txt"])
def test_what_was_restored_of_a_withheld_document_must_stay_as_it_was(restored, file):
    with (restored / "archive" / "closed" / file).open("ab") as changed:
        changed.write(b"# more\n")
    assert give("--project", restored, "audit").exit_code == 1


def test_an_original_that_is_brought_back_must_be_the_sealed_one(project, restored):
    original = restored / "archive" / "closed" / "data" / "closed.txt"
    original.parent.mkdir()
    original.write_bytes((project / "archive/closed/data/closed.txt").read_bytes())
    assert give("--project", restored, "audit").exit_code == 0
    original.write_bytes(b"another")
    assert give("--project", restored, "audit").exit_code == 1


def test_without_the_edition_s_word_a_text_that_is_gone_is_a_fault(restored):
    (restored / "edition.json").unlink()
    assert give("--project", restored, "audit").exit_code == 1


def test_the_volumes_of_an_edition_come_back_and_are_the_same_to_the_byte(tmp_path):
    project = found(tmp_path, {"first": "open", "second": "open"})
    settings = project / "conf.py"
    settings.write_text(f'{settings.read_text(encoding="utf-8")}edition_volumes = "year"\nedition_volume_size = 1\n')
    assert give("--project", project, "build", "pdf").exit_code == 0
    volumes = sorted((project / "build/pdf").glob("*.pdf"))
    assert [path.name for path in volumes] == ["editions-01.pdf", "editions-02.pdf"]
    assert give("restore", *volumes, tmp_path / "new").exit_code == 0
    audited = give("--project", tmp_path / "new", "audit")
    assert (audited.exit_code, "no faults" in audited.output) == (0, True)
    assert give("--project", tmp_path / "new", "build", "pdf").exit_code == 0
    again = sorted((tmp_path / "new/build/pdf").glob("*.pdf"))
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in volumes]


def test_characters_that_no_font_has_are_told_and_the_edition_is_built(tmp_path, capfd):
    project = found(tmp_path, {"signs": "open"}, text="A tablet \U00012000.\n")
    built = give("--project", project, "build", "pdf")
    assert built.exit_code == 0
    assert "built" in built.output
    told = capfd.readouterr().err + built.output
    assert told.count("no font has these characters") == 1
    assert "signs: U+12000" in told
    assert "not built" not in told


def test_an_original_that_is_not_as_it_was_sealed_is_not_printed(tmp_path, capfd):
    project = found(tmp_path, {"first": "open"})
    with (project / "archive/first/data/first.txt").open("a", encoding="utf-8") as original:
        original.write("TAMPERED")
    built = give("--project", project, "build", "pdf")
    assert built.exit_code == 2
    told = capfd.readouterr().err + built.output
    assert "archive/first/data/first.txt is not as it was sealed" in told
    assert "archivist audit" in told
    assert not list((project / "build").rglob("*.pdf"))


def test_a_record_that_is_not_sealed_is_not_printed_and_the_site_and_show_say_so(tmp_path, capfd):
    project = found(tmp_path, {"first": "open", "second": "open"})
    record = project / "archive/first/record.toml"
    record.write_text(record.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    refused = give("--project", project, "build", "pdf")
    assert refused.exit_code == 2
    told = capfd.readouterr().err + refused.output
    assert "the record of first was edited since it was sealed [record-changed]" in told
    assert not list((project / "build").rglob("*.pdf"))
    assert give("--project", project, "build", "pdf", "--document", "second").exit_code == 0
    assert give("--project", project, "build", "html").exit_code == 0
    said = {id: give("--project", project, "show", id).output for id in ("first", "second")}
    pages = {id: (project / f"build/html/documents/{id}.html").read_text(encoding="utf-8") for id in said}
    assert ("archivist seal first" in said["first"], "archivist seal" in said["second"]) == (True, False)
    warning = "This record was edited after it was sealed"
    assert (warning in pages["first"], warning in pages["second"]) == (True, False)
    assert give("--project", project, "seal", "first", "--why", "a blank line").exit_code == 0
    assert give("--project", project, "build", "html").exit_code == 0
    assert warning not in (project / "build/html/documents/first.html").read_text(encoding="utf-8")


def test_an_archive_of_which_a_document_is_gone_with_its_page_is_not_printed(tmp_path, capfd):
    project = found(tmp_path, {"first": "open", "second": "open"})
    shutil.rmtree(project / "archive/first")
    (project / "source/documents/first.md").unlink()
    refused = give("--project", project, "build", "pdf")
    assert (refused.exit_code, "first is gone [document-missing]" in capfd.readouterr().err + refused.output) == (
        2,
        True,
    )


def test_a_fault_of_the_glossary_is_told_in_plain_words(tmp_path, capfd):
    project = found(tmp_path, {"first": "open"})
    with (project / "source/glossary/places.toml").open("a", encoding="utf-8") as places:
        places.write("\nx = [\n")
    built = give("--project", project, "build", "html")
    told = capfd.readouterr().err + built.output
    assert (built.exit_code, "[glossary-syntax]" in told, "Traceback" in told) == (2, True, False)


def test_changes_that_no_commit_holds_are_said_and_come_back(tmp_path):
    project = found(tmp_path, {"first": "open"})
    commit = committed(project)
    assert built_commit(project) == commit
    with (project / "source/about.md").open("a", encoding="utf-8") as page:
        page.write("More words.\n")
    assert built_commit(project) == f"{commit} with changes"
    first = project / "build/pdf/editions.pdf"
    assert give("restore", first, tmp_path / "new").exit_code == 0
    assert give("--project", tmp_path / "new", "build", "pdf").exit_code == 0
    assert (tmp_path / "new/build/pdf/editions.pdf").read_bytes() == first.read_bytes()


def committed(project):
    """Commit a project to a repository of its own; give the commit."""
    who = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
    for words in (("init", "-q"), ("add", "."), (*who, "commit", "-q", "-m", "x")):
        subprocess.run(["git", *words], cwd=project, check=True)
    asked = ["git", "rev-parse", "HEAD"]
    return subprocess.run(asked, cwd=project, check=True, capture_output=True, text=True).stdout.strip()


def built_commit(project):
    """Build the edition; give the commit that it names."""
    built = give("--project", project, "build", "pdf")
    assert built.exit_code == 0, built.output
    with pikepdf.open(project / "build/pdf/editions.pdf") as pdf:
        return json.loads(pdf.attachments["edition.json"].get_file().read_bytes())["commit"]


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


@pytest.mark.parametrize("words", [("verify", "closed"), ("verify", "closed#p1", "The closed text")])
def test_nothing_is_said_of_words_whose_text_is_not_here(restored, words):
    refused = give("--project", restored, *words)
    assert refused.exit_code == 2
    assert "the text of closed is not here" in refused.output
    assert give("--project", restored, "cite", "closed").exit_code == 0
    assert give("--project", restored, "cite", "closed#p1").exit_code != 0
