"""Editions that no archive has yet: of texts that no tool may stumble over, and of a hundred documents in volumes."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata

import pikepdf
import pypdfium2
import pytest
from hostile import SYNTAX, TEXTS, found_project
from made import found_project as found_one
from made import run
from readers import READERS, RIGHT, missed
from test_editions import verdict

from conftest import PROJECT, bags

sys.path.insert(0, str(PROJECT / "tests" / "bench"))
import projects

FLAVOURS = ["3a", "ua1"]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Print the hostile texts; give the PDF and what Sphinx said."""
    folder = tmp_path_factory.mktemp("hostile")
    project = found_project(folder)
    command = [sys.executable, "-m", "sphinx", "-q", "-c", project, "-b", "edition", project / "source", folder / "pdf"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "pdf" / "hostile.pdf", done.stderr


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_verapdf_finds_hostile_texts_compliant(hostile, flavour):
    assert verdict(hostile[0], flavour).startswith("compliant ")


def test_one_notice_names_documents_and_characters_that_no_font_has(hostile):
    told = [line for line in hostile[1].splitlines() if "no font has these characters" in line]
    assert len(told) == 1
    assert re.search(r"beyond-the-bmp: .*U\+1F600", told[0])
    assert "WARNING" not in hostile[1]


@pytest.mark.parametrize("reader", sorted(READERS))
def test_syntax_of_any_language_is_copied_as_it_stands(hostile, reader):
    copied = "".join("".join(READERS[reader](hostile[0])).split())
    for line in SYNTAX.splitlines():
        assert "".join(line.split()) in copied


def test_the_longest_line_and_the_longest_word_are_whole(hostile):
    copied = "".join("".join(READERS["poppler"](hostile[0])).split())
    assert copied.count("noendofit,") == TEXTS["one-long-line"].count("no end of it,")
    assert copied.count("x") >= TEXTS["one-long-word"].count("x")


# What has no place to break: no line may run off the page with it.
ENDLESS = (
    "." * 140,
    "—" * 140,
    "W" * 39,
    "/" * 300,
    "a\u200d" * 400,
    "a\u2060" * 400,
    "ก" * 600,
    "ក្ក" * 300,
    "က" * 600,
)


def printed(project, folder):
    """Print a project; give its PDF."""
    command = [sys.executable, "-m", "sphinx", "-q", "-c", project, "-b", "edition", project / "source", folder]
    subprocess.run(command, check=True)
    (pdf,) = folder.glob("*.pdf")
    return pdf


def test_no_line_runs_off_the_text_column_and_none_of_it_is_lost(tmp_path):
    project = found_one(tmp_path, "Endless", {"endless": ("\n".join(ENDLESS), "Endless", "en")})
    made_pdf = printed(project, tmp_path / "pdf")
    with pypdfium2.PdfDocument(made_pdf) as document:
        pages = [page.get_textpage() for page in document]
        edges = [page.get_charbox(at)[2] for page in pages for at in range(page.count_chars())]
    assert max(edges) < RIGHT + 2  # the ends of dashes overhang their own width
    copied = "".join("".join(READERS["pdfium"](made_pdf)).split())
    assert [run for run in ENDLESS if run not in copied] == []


# A line each of scripts with stacked marks, in a document that is in English: the blanks are another font's.
QUOTED = (
    "Khmer: មនុស្សទាំងអស់កើតមកមានសេរីភាព និងភាពស្មើៗគ្នា ក្នុងសិទ្ធិនិងសេចក្ដីថ្លៃថ្នូរ។",
    "Burmese: လူတိုင်းသည် တူညီ လွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့် လည်းကောင်း၊",
    "Lao: ມະນຸດທຸກຄົນເກີດມາມີກຽດສັກສີ, ສິດທິ, ເສລີພາບ",
    "Thai: มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกัน",
)


@pytest.mark.parametrize("reader", sorted(READERS))
def test_words_of_other_scripts_in_an_english_document_are_copied_exactly(tmp_path, reader):
    project = found_one(tmp_path, "Quoted", {"quoted": ("\n".join(QUOTED), "Quoted", "en")})
    copied = "".join("".join(READERS[reader](printed(project, tmp_path / "pdf"))).split())
    assert [line for line in QUOTED if "".join(line.split()) not in copied] == []


COMPOSED = "José Café résumé, Mãn, ñ, Việt: é"
DECOMPOSED = unicodedata.normalize("NFD", COMPOSED)
MIXED = f"ñ{DECOMPOSED} ñ {COMPOSED}"
WORDED = {"a-decomposed": DECOMPOSED, "b-composed": f"{COMPOSED}\n" * 4 + MIXED, "c-decomposed": f"Again: {DECOMPOSED}"}


@pytest.mark.parametrize("reader", sorted(READERS))
@pytest.mark.parametrize("first", sorted(WORDED)[:2])
def test_letters_are_copied_as_the_source_composes_them(tmp_path, first, reader):
    """Typst gives a letter and its mark, and the two as one character, the same glyph."""
    documents = {id: (text, "Worded", "en") for id, text in WORDED.items() if id >= first}
    project = found_one(tmp_path, "Worded", documents)
    copied = "".join(READERS[reader](printed(project, tmp_path / "pdf")))
    given = "\n".join(text for text, *_ in documents.values())
    assert worded(copied) == worded(given)


def worded(text):
    """Give each place of the words in a text as it composes them; extractors differ in where they see blanks."""
    return re.findall("|".join("".join(words.split()) for words in (COMPOSED, DECOMPOSED)), "".join(text.split()))


# Poppler takes a hyphen at a line's end for hyphenation, and drops it. The first word puts the line ends elsewhere.
HYPHENS = "<!-- c --> x=-1 tax -- and co\u2010op a--b semi- and word --option (re-) end--, -5 and/or 2015-2016 -\u2019 "
HYPHENED = [f"{'i' * shift} {HYPHENS * 12}end" for shift in range(1, 26)]
HYPHENED += [
    "- ends in a hyphen -",
    "of 15-",
    "tection of workers\u2010",
    "the soft social-",
    "of the ILO-",
    "-" * 200,
    f"rule {'-' * 33} {'x' * 60}",
    "end--",
]


@pytest.fixture(scope="module")
def hyphened(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hyphened")
    project = found_one(folder, "Hyphened", {"hyphened": ("\n".join(HYPHENED), "Hyphened", "en")})
    return printed(project, folder / "pdf")


@pytest.mark.parametrize("reader", sorted(READERS))
def test_no_hyphen_is_lost_at_a_line_end(hyphened, reader):
    assert missed(READERS[reader](hyphened), HYPHENED) == []


# A document by itself: one that is plain, and one of all that is hard to print.
PLAIN = [*(f"Paragraph {number} on the ILO, R202 and C102." for number in range(1, 60)), "See the ILO-"]
HOSTILE = [*SYNTAX.splitlines(), TEXTS["combining"], TEXTS["controls"], *QUOTED, *HYPHENED[:3]]
NUMBERS = ("-x", "118", "-W", "32", "-y", "80", "-H", "690")  # where numbers of paragraphs stand, in points


@pytest.fixture(scope="module", params=["plain", "hostile"])
def offprint(request, tmp_path_factory):
    """Print a document by itself; give its PDF and its paragraphs."""
    folder = tmp_path_factory.mktemp("offprint")
    texts = {"plain": PLAIN, "hostile": HOSTILE}
    documents = {id: ("\n".join(lines), f"*T* {id} #x", "en") for id, lines in texts.items()}
    project = found_one(folder, "Offprints", documents)
    run("archivist", "--project", project, "build", "pdf", "--document", request.param)
    return project / f"build/pdf/{request.param}.pdf", texts[request.param]


def test_verapdf_and_qpdf_find_no_fault_of_an_offprint(offprint):
    for flavour in FLAVOURS:
        assert verdict(offprint[0], flavour).startswith("compliant ")
    done = subprocess.run(["qpdf", "--check", offprint[0]], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("reader", sorted(READERS))
def test_an_offprint_is_copied_as_its_source_stands(offprint, reader):
    pdf, lines = offprint
    drawn = [line for line in lines if line != TEXTS["controls"].splitlines()[0] and "\ufffe" not in line]
    assert missed(READERS[reader](pdf), drawn) == []


def test_an_offprint_has_the_numbers_of_its_paragraphs_labels_and_links_that_lead_somewhere(offprint):
    pdf, lines = offprint
    done = subprocess.run(["pdftotext", "-r", "72", "-f", "2", *NUMBERS, pdf, "-"], capture_output=True, check=True)
    numbered = [int(word) for word in done.stdout.decode().split() if word.isdecimal()]
    count = len([line for line in lines if line.strip()])
    assert numbered[:count] == list(range(1, count + 1))  # then the glossary follows
    with pikepdf.open(pdf) as document:
        labels = [page.label for page in document.pages]
        places = set(pikepdf.NameTree(document.Root.Names.Dests).keys())
        links = [link for page in document.pages for link in page.obj.get("/Annots", []) if link.Subtype == "/Link"]
        assert [
            str(link.A.URI) for link in links if "/A" in link and str(link.A.get("/URI", "")).startswith("entry")
        ] == []
        assert {str(link.Dest) for link in links if isinstance(link.get("/Dest"), pikepdf.String)} <= places
    assert labels == ["i", *map(str, range(1, len(labels)))]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """Print a hundred documents in volumes by year."""
    project = tmp_path_factory.mktemp("sample") / "project"
    projects.ours(project, 100)
    settings = project / "conf.py"
    settings.write_text(settings.read_text(encoding="utf-8") + 'edition_volumes = "year"\n', encoding="utf-8")
    run("archivist", "--project", project, "build", "pdf")
    return sorted((project / "build/pdf").glob("*.pdf"))


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_verapdf_finds_the_volumes_of_a_hundred_documents_compliant(sample, flavour):
    assert len(sample) > 1
    for volume in sample:
        assert verdict(volume, flavour).startswith("compliant ")


def test_the_volumes_of_a_hundred_documents_carry_them_all(sample, tmp_path):
    run("archivist", "restore", *sample, tmp_path / "restored")
    assert len(bags(tmp_path / "restored")) == 100
    run("archivist", "--project", tmp_path / "restored", "audit")
    for volume in sample:
        with pikepdf.open(volume) as pdf:
            assert pdf.check_pdf_syntax() == []
