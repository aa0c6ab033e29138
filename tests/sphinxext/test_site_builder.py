"""Pages that are written without their doctree."""

import zipfile

from small_project import build, put, start

TITLE = 'A <b>bold</b> & "quoted" title: *x* @ y `z`'


def page(site):
    return (site / "documents/2020-marks.html").read_bytes()


def test_the_page_of_an_untouched_stub_is_as_sphinx_writes_it(tmp_path):
    project = start(tmp_path / "project")
    put(project, "2020-marks", "A text on C102.", title=TITLE)
    quick = page(build(project))
    stub = project / "source/documents/2020-marks.md"
    stub.write_text(stub.read_text(encoding="utf-8") + "\n", encoding="utf-8")  # no longer a stub
    assert page(build(project, "slow")) == quick


def test_words_beside_the_document_are_on_its_page(tmp_path):
    project = start(tmp_path / "project")
    stub = project / "source/documents/2018-floors.md"
    stub.write_text(stub.read_text(encoding="utf-8") + "\nSaid by the *editors*.\n", encoding="utf-8")
    site = build(project)
    assert "<em>editors</em>" in (site / "documents/2018-floors.html").read_text(encoding="utf-8")


def test_a_page_whose_source_is_gone_is_on_the_site_no_more_and_others_stay(tmp_path):
    project = start(tmp_path / "project")
    (project / "given/sub").mkdir(parents=True)
    (project / "given/sub/kept.html").write_text("<p>An editor's own.</p>", encoding="utf-8")
    with (project / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('html_extra_path = ["given"]\n')
    for name in ("passing", "notes/passing"):
        path = project / f"source/{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text("---\norphan: true\n---\n# A passing page\n", encoding="utf-8")
    first = {path.relative_to(project / "html").as_posix() for path in build(project).rglob("*.html")}
    (project / "source/passing.md").unlink()
    (project / "source/notes/passing.md").unlink()
    second = {path.relative_to(project / "html").as_posix() for path in build(project).rglob("*.html")}
    menu = (project / "html/documents/2018-floors.html").read_text(encoding="utf-8")
    assert "conflicts.html" in menu
    (project / "source/conflicts.md").unlink()
    index = project / "source/index.md"
    index.write_text(index.read_text(encoding="utf-8").replace("conflicts\n", ""), encoding="utf-8")
    assert "conflicts.html" not in build(project).joinpath("documents/2018-floors.html").read_text(encoding="utf-8")
    assert first - second == {"passing.html", "notes/passing.html"}
    assert {"sub/kept.html", "search.html", "verify.html", "documents/2018-floors.html"} <= second <= first


def test_a_book_made_again_holds_no_page_whose_source_is_gone(tmp_path):
    project = start(tmp_path / "project")
    passing = project / "source/passing.md"
    passing.write_text("---\norphan: true\n---\n# A passing page\n", encoding="utf-8")
    terms = project / "source/glossary/organisations.toml"
    before = terms.read_text(encoding="utf-8")
    entry = '\n[[entry]]\nid = "body"\nname = "Recommendation"\nverified = false\n'
    terms.write_text(before + entry, encoding="utf-8")
    first = _pages(build(project, "epub", "-b", "epub"))
    passing.unlink()
    terms.write_text(before, encoding="utf-8")
    second = _pages(build(project, "epub", "-b", "epub"))
    assert first - second == {"passing.xhtml", "entries/organisation-body.xhtml"}
    assert {"nav.xhtml", "documents/2018-floors.xhtml"} <= second <= first


def _pages(folder):
    (book,) = folder.glob("*.epub")
    with zipfile.ZipFile(book) as packed:
        return {name for name in packed.namelist() if name.endswith(".xhtml")}
