from archivist.edition.columns import halves


def test_rows_are_parted_where_both_columns_are_about_as_long():
    assert halves(["aaaa", "b", "c", "dd"], row=0) == ("aaaa", "bcdd")
    assert halves(["a", "b", "c"], row=10) == ("ab", "c")


def test_one_row_and_none():
    assert halves(["a"], row=3) == ("a", "")
    assert halves([], row=3) == ("", "")
