"""Pages that are written without their doctree."""

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
