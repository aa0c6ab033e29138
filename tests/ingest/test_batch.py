import pytest

from archivist.errors import ArchivistError
from archivist.ingest.adding import add
from archivist.ingest.batch import read_batch
from archivist.store import Archive

HEAD = "file,id,title,creator,date,source,language,type"


@pytest.fixture
def table(tmp_path):
    """Write a table, beside it the files 1.txt and 2.txt."""

    def write(*lines):
        for number in (1, 2):
            (tmp_path / f"{number}.txt").write_text(f"text {number}", encoding="utf-8")
        path = tmp_path / "table.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
        return path

    return write


def faults(table, common=()):
    with pytest.raises(ArchivistError) as raised:
        read_batch(table, dict(common))
    return [(fault.code, fault.where.rpartition("#")[2]) for fault in raised.value.faults]


def test_each_row_is_a_document(project, table, act):
    path = table(
        f"{HEAD},rights.holder",
        '1.txt,a,"One, two",CDI; ILO,2018,web,en,blog,CDI',
        "2.txt,b,Two,CDI,unknown,web,vi,report,",
    )
    assert add(project, read_batch(path, {}), act) == ("a", "b")
    first, second = Archive(project).record("a"), Archive(project).record("b")
    assert (first.title, first.creator, first.rights.holder) == ("One, two", ("CDI", "ILO"), "CDI")
    assert (second.date, second.rights.holder) == ("unknown", "unknown")


def test_a_dotted_name_reaches_any_field(project, table, act):
    path = table(
        f"{HEAD},evidence.rights.holder.basis,evidence.rights.holder.certainty,charset",
        "1.txt,a,T,C,2018,w,en,blog,seen,stated,ascii",
    )
    add(project, read_batch(path, {}), act)
    record = Archive(project).record("a")
    assert record.evidence["rights.holder"].basis == "seen"
    assert record.original.charset == "ascii"


def test_what_holds_for_all_rows_may_be_said_once(project, table, act):
    common = {"creator": ["CDI"], "source": "web", "language": "en", "type": "blog"}
    add(
        project,
        read_batch(table("file,id,title,date,language", "1.txt,a,One,2018,", "2.txt,b,Two,2019,vi"), common),
        act,
    )
    assert [Archive(project).record(key).language for key in ("a", "b")] == ["en", "vi"]


def test_one_bad_row_keeps_all_out(project, table, act):
    path = table(HEAD, "1.txt,a,One,CDI,2018,web,en,blog", "2.txt,b,Two,CDI,2018-13,web,xx,blog")
    with pytest.raises(ArchivistError) as raised:
        add(project, read_batch(path, {}), act)
    assert [fault.where.rpartition("table.csv")[2] for fault in raised.value.faults] == ["#3#date", "#3#language"]
    assert Archive(project).ids() == ()


def test_what_is_wrong_with_any_row_is_said_at_once_by_its_number(project, table, act):
    rows = ("none.txt,a,One,CDI,2018,web,en,blog", "", '1.txt,B b,"T\nwo",CDI,2018-13,web,en,blog', ",c,Three,,,,,")
    with pytest.raises(ArchivistError) as raised:
        add(project, read_batch(table(HEAD, *rows), {}), act)
    assert [(fault.code, fault.where.rpartition("table.csv")[2]) for fault in raised.value.faults] == [
        ("source-missing", "#2#file"),
        ("id-malformed", "#4#id"),
        ("record-value", "#4#date"),
        ("source-folder", "#5#file"),
        *(("record-missing-key", f"#5#{name}") for name in ("creator", "date", "source", "language", "type")),
    ]
    assert Archive(project).ids() == ()


def test_a_column_that_stands_there_twice_is_refused(table):
    assert faults(table("file,title,title", "1.txt,x,y")) == [("batch-table", "1")]


def test_an_unknown_column_is_named(table):
    assert faults(table("file,titel", "1.txt,x")) == [("batch-table", "1")]


def test_a_table_without_files_is_refused(table):
    assert faults(table("title", "x")) == [("batch-table", "1")]


def test_a_row_with_too_many_values_is_refused(table):
    assert faults(table("file,title", "1.txt,x,y")) == [("batch-table", "2")]


def test_a_row_that_ends_early_leaves_the_rest_unsaid(project, table, act):
    common = {"creator": ["CDI"], "date": "2018", "source": "web", "language": "en", "type": "blog"}
    add(project, read_batch(table("title,file,publisher", "One,1.txt"), common), act)
    assert Archive(project).record("2018-one").publisher == ()
    with pytest.raises(ArchivistError, match="not a file"):
        add(project, read_batch(table("title,file", "One"), common), act)


def test_a_table_that_is_a_byte_order_mark_alone_is_refused(table):
    path = table()
    path.write_bytes(b"\xef\xbb\xbf")
    (fault,) = faults(path)
    assert fault[0] == "batch-table"


def test_a_table_without_rows_is_refused(table):
    (fault,) = faults(table(HEAD))
    assert fault[0] == "batch-table"


def test_a_field_cannot_be_a_value_and_a_table(table):
    (fault,) = faults(table("file,rights,rights.holder", "1.txt,x,y"))
    assert fault == ("record-value", "rights.holder")
