from dataclasses import replace

import pytest
from small_volumes import ENTRIES, chapter, letters, opened, volume

from archivist.edition.apparatus import Row, block_code, paged
from archivist.edition.locators import runs
from archivist.edition.printing import print_volume
from archivist.mentions import Located
from archivist.model import Mention


def printed_with(text, *mentions):
    one = chapter(text)
    located = tuple(Located(one.document.id, paragraph, mention) for paragraph, mention in mentions)
    return letters(opened(print_volume(volume(replace(one, located=located))).pdf))


def test_a_document_ends_with_what_it_names_and_its_place_in_the_glossary():
    text = letters(opened(print_volume(volume(chapter("The R202.\nR202 again.\nNone.\nR202 and ILO."))).pdf))
    ilo, r202 = (ENTRIES[id_].name.replace(" ", "") for id_ in ("ilo-org", "R202"))
    assert f"Namedhere,byparagraph,withthepageoftheglossary{ilo},¶4(p.4){r202},¶1–2,4(p.4)" in text


def test_what_the_glossary_lacks_is_marked_and_listed():
    text = printed_with("The C999 is one.", (1, Mention(4, 8, "ilo", "C999", "unmatched")))
    assert "Namedhere,andnotlinked:C999(notintheglossary,¶1)." in text


def test_what_is_not_linked_is_listed_once_with_all_its_paragraphs():
    found = [
        (number, Mention(start, start + 4, "ilo", "C999", "unmatched")) for number, start in ((1, 0), (2, 6), (2, 12))
    ]
    assert "notlinked:C999(notintheglossary,¶1–2)." in printed_with("C999.\nC999, C999.", *found)


def test_what_could_be_one_of_several_is_listed_with_all_of_them():
    between = Mention(4, 6, "acronym", "SP", "ambiguous", candidates=("R202", "ilo-org"))
    names = " or ".join(ENTRIES[id_].name for id_ in between.candidates).replace(" ", "")
    assert f"SP(undecided:{names},¶1)." in printed_with("The SP is one.", (1, between))


def test_ranges_of_paragraphs_are_collapsed():
    assert runs([1, 2, 3, 5, 7, 8]) == "1–3, 5, 7–8"
    assert runs([4]) == "4"


def test_the_list_links_only_what_the_text_does_not():
    inner = Mention(4, 8, "ilo", "R202", "linked", entry="R202", nested=True)
    outer = Mention(0, 8, "organisation", "ilo-org", "linked", entry="ilo-org")
    one = chapter("The R202.")
    located = tuple(Located(one.document.id, 1, mention) for mention in (outer, inner))
    reader = opened(print_volume(volume(replace(one, located=located))).pdf)
    back = reader.get_destination_page_number(reader.named_destinations["glossary"])
    links = [note.get_object() for page in reader.pages[:back] for note in page.get("/Annots", [])]
    named = [link["/Contents"] for link in links if "/Dest" in link and link["/Contents"].startswith("Glossary")]
    assert named == [f"Glossary: {ENTRIES[id_].name}" for id_ in ("ilo-org", "R202")]


@pytest.mark.parametrize("before", [25, 30])
def test_a_list_that_fits_a_page_is_not_parted(before):
    entries = {
        f"e{number:03}": replace(ENTRIES["ilo-org"], id=f"e{number:03}", name=f"Entry {number:02}")
        for number in range(100)
    }
    one = chapter("\n".join(["A line."] * before))
    mentions = [Mention(0, 1, "organisation", id_, "linked", entry=id_, nested=True) for id_ in entries]
    located = tuple(Located(one.document.id, 1, mention) for mention in mentions)
    reader = opened(print_volume(replace(volume(replace(one, located=located)), entries=entries)).pdf)
    pages = [page.extract_text().count(", ¶") for page in reader.pages]
    assert [count for count in pages if count] == [100]


def test_a_list_longer_than_a_page_is_parted_between_pages_not_between_columns():
    rows = [Row(f"row{number},", 37) for number in range(7)]
    assert [[row.code for row in page] for page in paged(rows)] == [
        ["row0,", "row1,", "row2,"],
        ["row3,", "row4,", "row5,"],
        ["row6,"],
    ]
    assert block_code(rows[:2]) == "((row0,), (row1,), true),"
    assert block_code([Row("row,", 121)]).endswith("false),")
