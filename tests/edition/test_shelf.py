"""What each volume says of the others."""

from small_volumes import chapter, volume

from archivist.edition.binding import bind
from archivist.edition.frontmatter import notice_code
from archivist.edition.ink import Ink
from archivist.edition.shelf import volumes_code


def edition(count, *, size):
    """Give the volumes of an edition of so many documents, one a year."""
    chapters = (chapter("x", name=f"{1000 + n}-text", date=str(1000 + n), title=f"Text {n}") for n in range(count))
    return bind(volume(*chapters), by="year", size=size, file="small.pdf")


def test_one_volume_lists_none():
    assert volumes_code(edition(3, size=3)[0], ink=Ink()) == ""


def test_each_volume_says_what_the_others_hold_in_which_file_and_where_each_document_stands():
    for one in edition(3, size=2):
        code = volumes_code(one, ink=Ink())
        assert f"This edition has 3 documents in 2 volumes; this is volume {one.imprint.number}." in code
        assert 'volume-line("1", {"1000 to 1001";}, {"2 documents. ";whole("small-01.pdf");});' in code
        assert 'found({"Text 2";}, "1002-text", "2"),' in code
        assert f"{len(one.chapters)} of 3" in notice_code(one, ink=Ink())


def test_of_many_volumes_the_first_has_the_whole_list_and_the_others_a_paragraph():
    first, *_, last = edition(31, size=1)
    assert volumes_code(first, ink=Ink()).count("volume-line(") == 31
    code = volumes_code(last, ink=Ink())
    assert "volume-line(" not in code
    assert "30: 1029 (1); 31: 1030 (1)." in code
    assert "small-01.pdf" in code
    assert "small-31.pdf" in code


def test_of_many_documents_the_first_volume_lists_the_ids_and_the_others_lead_there():
    first, second = edition(201, size=150)
    assert '"1200-text, 2",' in volumes_code(first, ink=Ink())
    assert "1200-text" not in volumes_code(second, ink=Ink())
    assert "Volume 1 lists the identifiers" in volumes_code(second, ink=Ink())


def test_volumes_that_have_no_years_for_names_say_of_which_they_are():
    chapters = (chapter("x", name=f"d-{year}", date=year) for year in ("2015", "2019"))
    (one,) = bind(volume(*chapters), by="collection", size=2)[0].imprint.bound
    assert (one.name, one.held) == ("other documents", "2 documents, 2015–2019")


def test_volumes_of_one_year_say_of_which_days_they_are():
    dates = ("2019-03", "2019-04-02", "2019-05-06", "2019-07-01/2019-08")
    chapters = (chapter("x", name=f"2019-{n}", date=date) for n, date in enumerate(dates))
    held = [one.held for one in bind(volume(*chapters), by="year", size=2)[0].imprint.bound]
    assert held == ["2 documents, March 2019 to 2 April 2019", "2 documents, 6 May 2019 to 1 July 2019"]
