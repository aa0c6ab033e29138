import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from small_volumes import chapter, enclosure, volume

from archivist.edition.binding import bind
from archivist.edition.enclosures import enclose, project_files
from archivist.edition.origin import restored_from
from archivist.edition.printing import print_volumes
from archivist.edition.restoring import restore
from archivist.errors import ArchivistError

FILES = {
    "archive/a/bagit.txt": b"x\r\n",
    "archive/a/data/text.txt": b"\x00\xff",
    "archive/b/bagit.txt": b"y",
    "conf.py": b"# settings",
    "source/deep/page.md": "é".encode(),
}


def volumes(folder: Path, *, files: dict | None = None, title: str = "A Small Archive") -> list[Path]:
    """Print an edition in two volumes that carries these files."""
    folder.mkdir()
    enclosures = [enclosure(path.replace("/", "--"), data, path=path) for path, data in (files or FILES).items()]
    edition = volume(chapter("One.", name="a", date="2015"), chapter("Two.", name="b", date="2016"))
    edition = replace(edition, imprint=replace(edition.imprint, title=title), enclosures=tuple(enclosures))
    paths = []
    for number, printed in enumerate(print_volumes(bind(edition, by="year", size=1)), 1):
        paths.append(folder / f"{number}.pdf")
        paths[-1].write_bytes(printed.pdf)
    return paths


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    return volumes(tmp_path_factory.mktemp("printed") / "volumes")


def refused(pdfs, folder):
    """Restore what must be refused: give the faults, and make sure that nothing was written."""
    with pytest.raises(ArchivistError) as caught:
        restore(pdfs, folder)
    assert not folder.exists()
    assert not [path for path in folder.parent.iterdir() if path.name.startswith(".")]
    return caught.value.faults


def test_the_volumes_in_any_order_give_every_file_byte_by_byte(printed, tmp_path):
    restored = restore(printed[::-1], tmp_path / "new")
    found = {
        path.relative_to(tmp_path / "new").as_posix(): path.read_bytes()
        for path in (tmp_path / "new").rglob("*")
        if path.is_file() and path.name != "edition.json"
    }
    assert found == FILES
    assert restored.documents == ("a", "b")


def test_what_the_edition_withholds_is_named(tmp_path):
    closed = chapter("Secret.", name="a", date="2015", withheld=True, access="metadata-only")
    edition = replace(volume(closed), enclosures=(enclosure("conf.py", b""),))
    (printed,) = print_volumes([edition])
    (tmp_path / "one.pdf").write_bytes(printed.pdf)
    assert restore([tmp_path / "one.pdf"], tmp_path / "new").withheld == ("a",)


def test_what_any_volume_withholds_is_named_and_noted(tmp_path):
    chapters = [
        chapter("Secret.", name=name, date=date, withheld=True, access="metadata-only")
        for name, date in (("a", "2015"), ("b", "2016"))
    ]
    edition = replace(volume(*chapters), enclosures=(enclosure("conf.py", b""),))
    paths = []
    for number, one in enumerate(print_volumes(bind(edition, by="year", size=1)), 1):
        paths.append(tmp_path / f"{number}.pdf")
        paths[-1].write_bytes(one.pdf)
    assert restore(paths, tmp_path / "new").withheld == ("a", "b")
    assert json.loads((tmp_path / "new" / "edition.json").read_bytes())["withheld"] == {
        one.document.id: one.document.text_sha256 for one in chapters
    }


@pytest.mark.parametrize(
    "path", ["source/.git/hooks/post-checkout", ".GIT/config", ".git ./x", "GIT~1/config", ".gitmodules", "a:b/c"]
)
def test_no_file_of_git_is_written(path, tmp_path):
    (fault, *_) = refused(volumes(tmp_path / "volumes", files={path: b"#!/bin/sh"}), tmp_path / "new")
    assert fault.message == "the PDF is no edition of an archive"


def test_what_keeps_git_from_changing_the_archive_is_carried_and_restored(tmp_path):
    project = tmp_path / "project"
    (project / "archive").mkdir(parents=True)
    (project / ".gitattributes").write_bytes(b"archive/** -text\n")
    (project / "archive" / ".lock").write_bytes(b"")
    assert project_files(project) == [".gitattributes"]
    (one,) = enclose(project, {}, withheld=())
    assert (one.name, one.media_type) == (".gitattributes", "text/plain")
    files = {**FILES, ".gitattributes": one.read()}
    restore(volumes(tmp_path / "volumes", files=files), tmp_path / "new")
    assert (tmp_path / "new" / ".gitattributes").read_bytes() == b"archive/** -text\n"


def test_a_file_that_is_no_pdf_is_refused(tmp_path):
    (tmp_path / "x.pdf").write_text("not a PDF", encoding="utf-8")
    (fault,) = refused([tmp_path / "x.pdf"], tmp_path / "new")
    assert fault.message == "the file is no PDF that can be read"


def test_a_pdf_that_is_no_edition_is_refused(tmp_path):
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(tmp_path / "x.pdf")
    (fault,) = refused([tmp_path / "x.pdf"], tmp_path / "new")
    assert fault.message == "the PDF is no edition of an archive"


def test_a_missing_volume_is_named(printed, tmp_path):
    (fault,) = refused(printed[1:], tmp_path / "new")
    assert (fault.expected, fault.found) == ("volumes 1, 2", "volumes 2")


def test_a_volume_of_another_edition_is_refused(printed, tmp_path):
    other = volumes(tmp_path / "other", title="Another Archive")
    faults = refused([printed[0], other[1]], tmp_path / "new")
    assert [fault.message for fault in faults] == ["the volume is of another edition"]


def test_a_volume_of_an_edition_that_differs_in_one_file_is_refused(printed, tmp_path):
    other = volumes(tmp_path / "other", files=FILES | {"conf.py": b"# other settings"})
    faults = refused([printed[0], other[1]], tmp_path / "new")
    assert [fault.message for fault in faults] == ["the volume is of another edition"]


@pytest.mark.parametrize("path", ["../outside", "/etc/x", "a/../../b", "C:/x", "a\\b"])
def test_a_path_that_leaves_the_folder_is_refused(path, tmp_path):
    pdfs = volumes(tmp_path / "evil", files={path: b"x"})
    (fault, *_) = refused(pdfs, tmp_path / "new")
    assert fault.message == "the PDF is no edition of an archive"


@pytest.mark.parametrize("damage", ["changed", "gone"])
def test_a_damaged_attachment_is_named_and_nothing_is_written(printed, tmp_path, damage):
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(printed[0]) as pdf:
        if damage == "gone":
            del pdf.attachments["conf.py"]
        else:
            pdf.attachments["conf.py"].obj.EF.F.write(b"# other")
        pdf.save(broken)
    (fault,) = refused([broken, printed[1]], tmp_path / "new")
    assert fault.where == f"{broken}#conf.py"
    assert "attached file is" in fault.message
    assert fault.remedy == "get another copy of the PDF, as it was published"


@pytest.mark.filterwarnings("ignore::UserWarning")  # pikepdf's, of what it could mend
def test_a_flipped_bit_is_noticed_or_harmless(printed, tmp_path):
    whole = printed[0].read_bytes()
    for number in range(40):
        at = len(whole) * number // 40 + 7
        flipped = bytes((*whole[:at], whole[at] ^ 1 << number % 8, *whole[at + 1 :]))
        (tmp_path / "flipped.pdf").write_bytes(flipped)
        folder = tmp_path / str(number)
        try:
            restore([tmp_path / "flipped.pdf", printed[1]], folder)
        except ArchivistError:
            assert not folder.exists()
        else:
            assert {path: (folder / path).read_bytes() for path in FILES} == FILES


def test_a_folder_that_holds_something_is_left_alone(printed, tmp_path):
    (tmp_path / "mine").write_text("x", encoding="utf-8")
    with pytest.raises(ArchivistError, match="not empty"):
        restore(printed, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_restored_project_knows_its_edition_until_a_file_changes(printed, tmp_path):
    restore(printed, tmp_path / "new")
    assert str(restored_from(tmp_path / "new").date) == "2024-02-29"
    (tmp_path / "new/archive/audits.jsonl").write_text("{}\n", encoding="utf-8")  # an audit changes nothing
    assert restored_from(tmp_path / "new") is not None
    (tmp_path / "new/conf.py").write_text("# changed", encoding="utf-8")
    assert restored_from(tmp_path / "new") is None


def test_hidden_files_links_and_the_log_of_audits_are_not_carried(tmp_path):
    for path in (
        "archive/.lock",
        "archive/audits.jsonl",
        "archive/a/data/x",
        "source/__pycache__/y",
        "build/z",
        "bib/b",
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(b"")
    (tmp_path / "source/link").symlink_to("/etc/passwd")
    assert project_files(tmp_path) == ["archive/a/data/x", "bib/b"]


def test_names_are_unique_even_where_case_does_not_count(tmp_path):
    for path in ("archive/a/data/x.txt", "archive/a--x.txt", "archive/A/data/X.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(b"")
    names = [one.name for one in enclose(tmp_path, {}, withheld=())]
    assert len({name.casefold() for name in names}) == 3
    assert "a--x.txt" in [name.casefold() for name in names]


def test_the_archive_itself_comes_back_and_its_edition_is_the_same_to_the_byte(tmp_path):
    """The proof: from this repository's own edition, by the commands that its users have."""
    root = Path(__file__).parents[2]
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}

    def run(*words):
        command = [sys.executable, "-m", "archivist", *map(str, words)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run("--project", root, "build", "pdf", "--output", tmp_path / "first")
    (first,) = (tmp_path / "first").glob("*.pdf")
    said = json.loads(run("restore", first, tmp_path / "new", "--json"))
    assert said["documents"] == sorted(path.name for path in (root / "archive").iterdir() if path.is_dir())
    assert "no faults" in run("--project", tmp_path / "new", "audit")
    run("--project", tmp_path / "new", "build", "pdf")
    assert (tmp_path / "new/build/pdf" / first.name).read_bytes() == first.read_bytes()
