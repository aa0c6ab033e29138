"""Reading the works that the sources name, and where they are named."""

from __future__ import annotations

import pytest

from archivist.checks.checking import check
from archivist.errors import ArchivistError
from archivist.ingest.deriving import mend
from archivist.model import Quote
from archivist.works import Citation, read_citations, work_keys

ENTRY = "@misc{sen-1981,\n  title = {{Poverty}},\n}\n"
PLACE = '[[citation]]\nwork = "sen-1981"\ndocument = "a"\nexact = "Poverty"\nprefix = "named "\n'


@pytest.fixture
def put(project):
    """Write bib/: `put(references="…", citations="…")`."""

    def write(*, references="", citations=""):
        (project / "bib").mkdir(exist_ok=True)
        (project / "bib/references.bib").write_text(references, encoding="utf-8")
        (project / "bib/citations.toml").write_text(citations, encoding="utf-8")
        return project

    return write


def test_a_project_without_the_files_has_no_works(project):
    assert read_citations(project) == ()
    assert work_keys(project) == ()


def test_a_place_is_a_work_a_document_and_a_selector(put):
    assert read_citations(put(citations=PLACE)) == (Citation("sen-1981", "a", Quote("Poverty", "named ")),)


def test_keys_are_those_of_entries_alone(put):
    text = '@comment{x, y}\n@string{ilo = "ILO"}\n% @misc{no,\n@Book { a:b.c-1 ,\n}\n  @misc{d,\n}'
    assert work_keys(put(references=text)) == ("a:b.c-1", "d")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[[citation]]\nwork = 1\n", "1.work"),
        ('[[citation]]\nwork = "a"\ndocument = "b"\nexact = ""\n', "1.exact"),
        ('[[citation]]\nwork = "a"\ndocument = "b"\nexact = "c"\nby = "me"\n', "1.by"),
        ('[[work]]\nkey = "a"\n', "work"),
        ("citation = 3\n", "1."),
    ],
)
def test_what_no_place_can_say_is_refused_with_its_place(put, text, place):
    with pytest.raises(ArchivistError) as refused:
        read_citations(put(citations=text))
    assert f"bib/citations.toml#{place}" in {fault.where for fault in refused.value.faults}


def codes(project):
    return sorted({fault.code for fault in check(project) if fault.code.startswith(("work", "citation"))})


def test_a_work_that_is_named_and_listed_is_no_fault(put, holding):
    project = holding(a=b"He named Poverty.")
    put(references=ENTRY, citations=PLACE)
    mend(project)
    assert codes(project) == []


@pytest.mark.parametrize("role", ["{cite}`sen-1981`", "{cite:t}`{see}sen-1981, sen-1981`", "{footcite:p}`sen-1981`"])
def test_a_work_that_an_editor_cites_is_cited(put, holding, role):
    project = holding(a=b"Nothing.")
    put(references=ENTRY)
    (project / "source/about.md").write_text(f"As {role} says.\n", encoding="utf-8")
    assert codes(project) == []


def test_words_that_stand_twice_are_no_place(put, holding):
    project = holding(a=b"He named Poverty and named Poverty.")
    put(references=ENTRY, citations=PLACE)
    assert codes(project) == ["citation-stale"]


def test_a_document_that_is_not_there_names_nothing(put, holding):
    project = holding(b=b"He named Poverty.")
    put(references=ENTRY, citations=PLACE)
    assert codes(project) == ["citation-stale"]
