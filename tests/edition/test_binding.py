from dataclasses import replace

import pytest
from small_volumes import chapter, enclosure, letters, opened, volume

from archivist.edition.binding import alone, bind
from archivist.edition.printing import print_volumes

PART_OF = {"relations": [{"kind": "part of", "target": "Seminars"}]}


def dated(name, date, text="R202", **terms):
    return chapter(text, name=name, date=date, **terms)


def held(volumes):
    return [[one.document.id for one in volume.chapters] for volume in volumes]


def names(volumes):
    return tuple(one.name for one in volumes[0].imprint.bound)


def test_years_share_a_volume_while_they_fit_and_a_long_one_is_cut():
    edition = volume(
        dated("a", "2015"), dated("b", "2016"), *(dated(f"c{n}", "2017-05") for n in range(4)), dated("d", "2018")
    )
    volumes = bind(edition, by="year", size=3)
    assert held(volumes) == [["a", "b"], ["c0", "c1", "c2"], ["c3", "d"]]
    assert names(volumes) == ("2015 to 2016", "2017", "2017 to 2018")
    assert [one.imprint.number for one in volumes] == [1, 2, 3]


def test_documents_without_a_date_come_last():
    volumes = bind(volume(dated("a", "2015"), dated("b", "unknown")), by="year", size=5)
    assert names(volumes) == ("from 2015, and undated",)


def test_years_before_our_era_are_given_in_words():
    edition = volume(dated("a", "-0044-03-15"), dated("b", "1994"), dated("c", "-0001"))
    assert names(bind(volume(*edition.chapters[:2]), by="year", size=5)) == ("45 BC to 1994",)
    assert "45BC–1994" in letters(opened(next(print_volumes([edition])).pdf))


def test_each_collection_begins_a_volume_and_the_rest_comes_last():
    volumes = bind(volume(dated("a", "2015"), dated("b", "2016", **PART_OF)), by="collection", size=5)
    assert held(volumes) == [["b"], ["a"]]
    assert names(volumes) == ("Seminars", "other documents")


def test_a_collection_stands_with_the_document_that_it_is_and_bears_its_title():
    part = {"relations": [{"kind": "part of", "target": "whole"}]}
    edition = volume(dated("a", "2014"), dated("whole", "2015", title="The seminars"), dated("b", "2016", **part))
    volumes = bind(edition, by="collection", size=5)
    assert held(volumes) == [["whole", "b"], ["a"]]
    assert names(volumes) == ("The seminars", "other documents")


def test_volumes_of_one_name_are_numbered():
    volumes = bind(volume(dated("a", "2015"), dated("b", "2015"), dated("c", "2016")), by="year", size=1)
    assert names(volumes) == ("2015, part 1", "2015, part 2", "2016")


def test_without_a_setting_there_is_one_volume():
    edition = volume(dated("a", "2015"), dated("b", "2016"))
    assert bind(edition, by="", size=1) == (edition,)


def test_bags_go_with_their_documents_and_all_else_into_the_first_volume():
    files = [
        enclosure(path, b"", path=path)
        for path in ("archive/a/x", "archive/b/x", "archive/archive-manifest.txt", "conf.py")
    ]
    edition = replace(volume(dated("a", "2015"), dated("b", "2016")), enclosures=tuple(files))
    first, second = bind(edition, by="year", size=1)
    assert [one.path for one in first.enclosures] == ["archive/a/x", "archive/archive-manifest.txt", "conf.py"]
    assert [one.path for one in second.enclosures] == ["archive/b/x"]


def test_a_document_by_itself_has_its_own_files_only():
    files = [enclosure(path, b"", path=path) for path in ("archive/a/x", "archive/ab/x", "conf.py")]
    one = alone(replace(volume(dated("a", "2015"), dated("ab", "2016")), enclosures=tuple(files)), "a")
    assert held([one]) == [["a"]]
    assert [each.path for each in one.enclosures] == ["archive/a/x"]


@pytest.fixture(scope="module")
def files():
    relations = {"relations": [{"kind": "related to", "target": "b"}]}
    edition = volume(dated("a", "2015", **relations), dated("b", "2016", "R202 and ILO"))
    return [opened(printed.pdf) for printed in print_volumes(bind(edition, by="year", size=1))]


@pytest.fixture(scope="module")
def two(files):
    return [letters(file) for file in files]


def test_programs_show_volumes_by_titles_of_their_own(files):
    titles = [file.metadata.title for file in files]
    assert titles == ["A Small Archive, volume 1 of 2", "A Small Archive, volume 2 of 2"]
    assert [file.xmp_metadata.dc_title["x-default"] for file in files] == titles


def test_volumes_made_side_by_side_are_those_made_one_by_one(two, monkeypatch):
    monkeypatch.setattr("archivist.edition.printing._workers", lambda *_: 2)
    edition = volume(dated("a", "2015"), dated("b", "2016"))
    together = list(print_volumes(bind(edition, by="year", size=1)))
    monkeypatch.setattr("archivist.edition.printing._workers", lambda *_: 1)
    assert together == list(print_volumes(bind(edition, by="year", size=1)))


def test_a_volume_names_itself_and_the_others(two):
    assert "Volume2of2:2016" in two[1]
    assert "Volume120151document.edition-01.pdfVolume220161document.edition-02.pdf" in two[0]
    assert "documents1of2" in two[0]


def test_what_another_volume_holds_is_referred_to_by_its_number(two):
    assert "relatedtob(vol.2)" in two[0]
    assert "Mentioned:p.2¶1.Alsoinvolume2." in two[0]


def test_an_entry_that_only_one_volume_mentions_stands_in_that_one(two):
    assert "InternationalLabourOrganization" not in two[0]
    assert "InternationalLabourOrganization" in two[1]
