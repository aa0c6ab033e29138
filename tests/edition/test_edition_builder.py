"""The builder on a small project that holds everything editors write."""

import io
import shutil
from pathlib import Path

import pypdf
import pytest
from docutils import nodes
from small_volumes import letters, without_blanks
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

# sphinxcontrib-bibtex and other extensions still read it.
pytestmark = pytest.mark.filterwarnings("ignore:.*BuildEnvironment.app:sphinx.deprecation.RemovedInSphinx11Warning")
ROOT = Path(__file__).parent.parent / "roots" / "edition"
LEAP_DAY = "1709164800"  # 29 February 2024, in seconds since 1970


def build(out: Path, *, epoch: str, overrides: dict | None = None, extend=lambda app: None) -> bytes:
    """Build the project's edition and give the file; a warning fails the test."""
    status, said = attempt(out, epoch=epoch, overrides=overrides, extend=extend)
    assert (status, said) == (0, "")
    return (out / "pdf" / "small.pdf").read_bytes()


def attempt(
    out: Path, *, epoch: str, overrides: dict | None = None, extend=lambda app: None, project: Path = ROOT
) -> tuple[int, str]:
    """Build the project's edition; give the exit status and what Sphinx warns of."""
    warnings = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, patch_docutils(project), docutils_namespace():
        patch.setenv("SOURCE_DATE_EPOCH", epoch) if epoch else patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        app = Sphinx(
            srcdir=project / "source",
            confdir=project,
            outdir=out / "pdf",
            doctreedir=out / "doctrees",
            buildername="edition",
            confoverrides=overrides or {},
            status=None,
            warning=warnings,
        )
        extend(app)
        app.build()
    return app.statuscode, warnings.getvalue()


@pytest.fixture(scope="module")
def edition(tmp_path_factory):
    return build(tmp_path_factory.mktemp("edition"), epoch=LEAP_DAY)


@pytest.fixture(scope="module")
def text(edition):
    return letters(pypdf.PdfReader(io.BytesIO(edition)))


@pytest.mark.parametrize(
    "words",
    [
        'Plain words, emphasis, strength, code #read("x"), a link, H2O',
        "See Social Protection Floors Recommendation, 2012 (No. 202), The small text, The other text and Works.",
        "A formula x_1.",
        "The note’s own words.",
        "See the target.",
        "Another term First definition. Second definition.",
        "Quoted words.",
        "A table’s caption A B x y",
        "Head Other Cell Cell",
        "its value",
        'preformatted #[text] " indented',
        "Note An admonition’s words.",
        "Its own title Words.",
        "See also More words.",
        "A topic Words of a topic.",
        "A sidebar Words of a sidebar.",
        "The figure’s caption.",
        "a^2 + b^2",
        "A card Words on a card.",
        "A lone card Its words.",
        "First tab Words of a tab.",
        "A dropdown Words that drop down.",
        "A badge and an icon.",
        "A button",
        "A word What it means.",
        "Name : kind Its meaning.",
        "A line Another line",
        "In the middle",
        "Words for print.",
    ],
)
def test_what_editors_write_is_printed(text, words):
    assert without_blanks(words) in text


@pytest.mark.parametrize("words", ["never()", "a comment", "Words for screens.", "Words of welcome."])
def test_what_is_not_for_print_is_left_out(text, words):
    assert without_blanks(words) not in text


def test_documents_are_printed_verbatim_in_order_of_time_with_their_introduction(text):
    assert without_blanks('Second line: #panic("no") *not emphasis* <b>.') in text
    assert text.count("Theothertext") > 1
    assert text.index("Anintroductionbyaneditor.") < text.index("Otherline.")


def test_works_cited_are_listed_and_linked(edition, text):
    works = (
        "Works cited Abhijit Banerjee. Poor Economics. Public Affairs, 2011. Position Paper. Amartya Sen. Poverty and"
    )
    assert without_blanks(f"{works} Famines. Clarendon Press, 1981. Cited: p. 2 ¶ 1.") in text
    page = next(page for page in pypdf.PdfReader(io.BytesIO(edition)).pages if "Plain words" in page.extract_text())
    kinds = [note.get_object()["/A"]["/S"] if "/A" in note.get_object() else "inside" for note in page["/Annots"]]
    assert kinds.count("/URI") == 1
    assert len(kinds) >= 4  # the work, two documents, the section


def test_the_edition_is_dated_by_the_last_accession_where_no_date_is_given(tmp_path):
    dated = pypdf.PdfReader(io.BytesIO(build(tmp_path, epoch="")))
    assert dated.metadata["/CreationDate"].startswith("D:20240201")


def test_a_second_build_gives_the_same_bytes(edition, tmp_path):
    assert build(tmp_path, epoch=LEAP_DAY) == edition
    assert build(tmp_path, epoch=LEAP_DAY) == edition


def test_named_pages_replace_the_toctrees(tmp_path):
    text = letters(pypdf.PdfReader(io.BytesIO(build(tmp_path, epoch="", overrides={"edition_pages": ["index"]}))))
    assert "Wordsofwelcome." in text
    assert "Everythingthateditorswrite" not in text


@pytest.mark.parametrize(
    ("setting", "value", "found"),
    [
        ("edition_pages", ["index", "nowhere"], "'nowhere'"),
        ("edition_volume_size", "0", "0"),
        ("edition_paper", "a5", "'a5'"),
        ("edition_volumes", "decade", "'decade'"),
        ("edition_file", "a/b.pdf", "'a/b.pdf'"),
        ("edition_file", "", "''"),
        ("edition_file", "book", "'book'"),
    ],
)
def test_a_setting_that_cannot_be_followed_is_refused_in_one_message(tmp_path, setting, value, found):
    status, said = attempt(tmp_path, epoch="", overrides={setting: value})
    assert status == 1
    assert f"{setting} cannot be followed [setting-value]" in said
    assert f"found     {found}\n" in said
    assert said.count("ERROR") == 1
    assert not list((tmp_path / "pdf").glob("*.pdf"))


def test_the_paper_can_be_letter(tmp_path):
    reader = pypdf.PdfReader(io.BytesIO(build(tmp_path, epoch="", overrides={"edition_paper": "us-letter"})))
    assert [round(side) for side in reader.pages[0].mediabox] == [0, 0, 612, 792]


def test_a_node_that_nobody_thought_of_stops_the_build(tmp_path):
    class unheard_of(nodes.Element):  # noqa: N801 (docutils names nodes in lower case)
        pass

    def extend(app):
        app.connect("doctree-resolved", lambda _app, doctree, _name: doctree.append(unheard_of()))

    with pytest.raises(NotImplementedError, match="the edition cannot print unheard_of"):
        build(tmp_path, epoch="", extend=extend)


def test_a_missing_package_of_fonts_is_named_and_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.setattr("archivist.edition.compiler.FONT_PACKAGES", ("justmytype_intl_sea", "no_such_fonts"))
    status, said = attempt(tmp_path, epoch=LEAP_DAY)
    assert status == 1
    assert "the font package no-such-fonts is not installed [font-package]" in said
    assert "remedy    run `make`, or pip install no-such-fonts" in said
    assert "Traceback" not in said
    assert not list((tmp_path / "pdf").glob("*.pdf"))


def test_volumes_replace_the_one_file_of_an_earlier_build(tmp_path):
    build(tmp_path, epoch=LEAP_DAY)
    attempt(tmp_path, epoch=LEAP_DAY, overrides={"edition_volumes": "year", "edition_volume_size": "1"})
    assert sorted(path.name for path in (tmp_path / "pdf").glob("*.pdf")) == ["small-01.pdf", "small-02.pdf"]


def test_one_document_keeps_its_paragraph_numbers_and_leaves_the_edition_alone(tmp_path):
    before = build(tmp_path, epoch=LEAP_DAY)
    assert attempt(tmp_path, epoch=LEAP_DAY, overrides={"edition_document": "2020-other"}) == (0, "")
    text = letters(pypdf.PdfReader(tmp_path / "pdf" / "2020-other.pdf"))
    assert "1Otherline." in text
    assert "2020-other" in text
    assert "Everythingthateditorswrite" not in text
    assert (tmp_path / "pdf" / "small.pdf").read_bytes() == before


def test_a_document_that_is_not_there_is_refused_in_plain_words(tmp_path):
    status, said = attempt(tmp_path, epoch=LEAP_DAY, overrides={"edition_document": "2020-othre"})
    assert status == 1
    assert "2020-othre cannot be printed [no-such-document]" in said


def test_a_document_without_a_page_is_refused_and_nothing_is_written(tmp_path):
    status, said = attempt(tmp_path, epoch=LEAP_DAY, overrides={"exclude_patterns": ["documents/2020-other.md"]})
    assert status == 1
    assert "2020-other has no page [stub-missing]" in said
    assert "archivist check --mend" in said
    assert not list((tmp_path / "pdf").glob("*.pdf"))


@pytest.mark.parametrize(
    ("line", "expected", "found"),
    [
        ('edition_paper = "a5"', '"a4" or "us-letter"', "'a5'"),
        ('edition_volumes = "decade"', '"" or "year" or "collection"', "'decade'"),
        ('edition_volume_size = "many"', "a whole number", "'many'"),
        ("edition_volume_size = None", "a whole number", "None"),
        ('edition_pages = "index"', "a list of names, in square brackets", "'index'"),
        ("edition_file = 5", "a file's name, in quotation marks", "5"),
    ],
)
def test_a_setting_of_conf_py_that_is_refused_leaves_the_edition_of_before(tmp_path, line, expected, found):
    project = tmp_path / "project"
    shutil.copytree(ROOT, project)
    before = tmp_path / "pdf" / "small.pdf"
    before.parent.mkdir()
    before.write_bytes(b"of before")
    with (project / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(f"\n{line}\n")
    status, said = attempt(tmp_path, epoch=LEAP_DAY, project=project)
    name = line.partition(" ")[0]
    assert status == 1
    assert f"{name} cannot be followed [setting-value]\n  expected  {expected}\n  found     {found}\n" in said
    assert f"remedy    mend {name} in conf.py" in said
    assert "frozenset" not in said
    assert [path.read_bytes() for path in before.parent.glob("*.pdf")] == [b"of before"]


def with_picture(tmp_path, code):
    project = tmp_path / "project"
    shutil.copytree(ROOT, project)
    page = project / "source/pages.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{code}\n", encoding="utf-8")
    return attempt(tmp_path, epoch=LEAP_DAY, project=project), tmp_path / "pdf/small.pdf"


def drawings(pdf):
    pages = pypdf.PdfReader(pdf).pages
    return sum(page.get_contents().get_data().count(b" Do") for page in pages)


def test_a_picture_in_a_paragraph_is_printed_as_one_in_a_figure_is(edition, tmp_path):
    (status, said), pdf = with_picture(tmp_path, "![A dot](dot.png)")
    assert (status, said) == (0, "")
    assert drawings(pdf) == drawings(io.BytesIO(edition)) + 1


def test_a_picture_without_alternative_text_is_warned_of(tmp_path):
    (_, said), _ = with_picture(tmp_path, "![](dot.png)")
    assert "a picture without alternative text" in said
    assert "pages.md" in said
