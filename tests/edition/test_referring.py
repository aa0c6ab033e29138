import re

import pytest
from small_volumes import chapter, letters, opened, volume

from archivist.edition import referring
from archivist.edition.binding import bind
from archivist.edition.referring import print_edition

LONG = "\n".join(["A paragraph."] * 60)


def related(name: str, date: str, *targets: str, text: str = "One."):
    relations = [{"kind": "related to", "target": target} for target in targets]
    return chapter(text, name=name, date=date, relations=relations)


def written(*chapters):
    """Print volumes of two documents: give the last PDF of each, and how often each was printed."""
    pdfs, turns = {}, []

    def write(at, pdf):
        turns.append(at)
        pdfs[at] = pdf

    volumes = bind(volume(*chapters), by="year", size=2)
    print_edition(volumes, write)
    return [opened(pdfs[at]) for at in sorted(pdfs)], turns


def page_of(reader, heading: str) -> str:
    return next(
        label
        for label, page in zip(reader.page_labels, reader.pages, strict=True)
        if heading in page.extract_text() and label.isdecimal()
    )


def test_a_relation_to_another_volume_gives_volume_and_page_and_only_that_volume_is_printed_again():
    volumes, turns = written(
        related("2015-a", "2015", "2016-d"),
        related("2015-b", "2015"),
        related("2016-c", "2016", text=LONG),
        related("2016-d", "2016", text="The aim."),
    )
    page = page_of(volumes[1], "The aim.")
    assert int(page) > 3
    assert f"relatedto2016-d(vol.2,p.{page})" in letters(volumes[0])
    assert sorted(turns) == [0, 0, 1]


def test_volumes_may_refer_to_each_other():
    volumes, turns = written(
        related("2015-a", "2015", "2016-c", text="Here."),
        related("2015-b", "2015"),
        related("2016-c", "2016", "2015-a"),
        related("2016-d", "2016", text="There."),
    )
    assert f"2015-a(vol.1,p.{page_of(volumes[0], 'Here.')})" in letters(volumes[1])
    assert turns.count(0) == turns.count(1) == 2


def test_a_page_that_never_comes_to_rest_is_left_out(monkeypatch):
    moving = iter(range(100, 200))

    def restless(probe, volumes):
        for one in printed(probe, volumes):
            yield replace_pages(one, next(moving))

    printed = referring.print_with

    def replace_pages(one, number):
        return one._replace(pages=dict.fromkeys(one.pages, str(number)))

    monkeypatch.setattr(referring, "print_with", restless)
    volumes, _ = written(
        related("2015-a", "2015", "2016-c"),
        related("2015-b", "2015"),
        related("2016-c", "2016", "2015-a"),
        related("2016-d", "2016"),
    )
    assert "2016-c(vol.2)" in letters(volumes[0])
    assert not re.search(r"vol\.\d,p\.", letters(volumes[0]) + letters(volumes[1]))


@pytest.mark.parametrize("by", ["", "year"])
def test_an_edition_without_such_relations_is_printed_once(by):
    turns = []
    volumes = bind(volume(related("a", "2015"), related("b", "2016")), by=by, size=1)
    print_edition(volumes, lambda at, _pdf: turns.append(at))
    assert turns == list(range(len(volumes)))


def test_an_entry_names_its_page_in_the_glossary_of_each_other_volume():
    volumes, turns = written(
        related("2015-a", "2015", text="R202"),
        related("2015-b", "2015"),
        related("2016-c", "2016", text=f"{LONG}\nR202 and ILO"),
        related("2016-d", "2016"),
    )
    places = [reader.named_destinations["entry:R202"] for reader in volumes]
    first, second = (
        reader.page_labels[reader.get_destination_page_number(place)]
        for reader, place in zip(volumes, places, strict=True)
    )
    assert first != second
    assert f"Alsoinvolume2(p.{second})." in letters(volumes[0])
    assert f"Alsoinvolume1(p.{first})." in letters(volumes[1])
    assert sorted(turns) == [0, 0, 1, 1]


def test_where_there_are_many_volumes_an_entry_names_their_numbers_only(monkeypatch):
    monkeypatch.setattr(referring, "_FEW", 1)
    volumes, turns = written(
        related("2015-a", "2015", text="R202"),
        related("2015-b", "2015"),
        related("2016-c", "2016", text="R202"),
    )
    assert "Alsoinvolume2." in letters(volumes[0])
    assert turns == [0, 1]
