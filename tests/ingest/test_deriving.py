import pytest

from archivist.checks.checking import check
from archivist.ingest.deriving import mend


@pytest.mark.parametrize(
    "name", ["bib/sources.bib", "source/record.schema.json", "source/documents/a.md", "archive/archive-manifest.txt"]
)
def test_a_derived_file_that_was_lost_is_written_anew_the_same(holding, name):
    project = holding(a=b"one", b=b"two")
    before = (project / name).read_bytes()
    (project / name).unlink()
    assert mend(project) == (name,)
    assert (project / name).read_bytes() == before
    assert check(project) == ()


def test_there_is_nothing_to_mend_after_adding(holding):
    assert mend(holding(a=b"one")) == ()
