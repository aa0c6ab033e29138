import re
from dataclasses import replace

from small_volumes import ENTRIES, ILO, chapter, volume

from archivist.edition.glossary_pages import glossary_code
from archivist.edition.halftitle import half_title_code
from archivist.edition.indices import indices_code
from archivist.edition.ink import Ink
from archivist.edition.lists import bibliography_code, chronology_code
from archivist.edition.locators import also_in, places_by_entry
from archivist.edition.volume import Bound, Work
from archivist.mentions import Located
from archivist.model import Mention, SameAs


def located(entry, paragraph, *, document="2019-text", nested=False):
    return Located(document, paragraph, Mention(0, 3, "ilo", entry, "linked", entry=entry, nested=nested))


def test_each_paragraph_that_mentions_an_entry_has_one_locator_nested_mentions_too():
    one = replace(chapter("x"), located=(located("R202", 1), located("R202", 1), located("R202", 3, nested=True)))
    other = replace(chapter("x", name="2020-b"), located=(located("ilo-org", 2, document="2020-b"),))
    expected = {"R202": {"2019-text": [1, 3]}, "ilo-org": {"2020-b": [2]}}
    assert places_by_entry(volume(one, other)) == expected


def test_the_locators_are_the_mentions_of_the_data_neither_more_nor_less():
    one = volume(chapter("R202 and ILO\nILO, R202, ILO\n\nC189"), chapter("ILO\nnone\nC189", name="2020-b"))
    mentioned = {(place.mention.entry, place.document, place.paragraph) for c in one.chapters for place in c.located}
    listed = {
        (entry, document, number)
        for entry, documents in places_by_entry(one).items()
        for document, numbers in documents.items()
        for number in numbers
    }
    assert listed == mentioned


def test_works_of_one_creator_stand_by_date_then_title():
    dates = {"a": "2002-04-01", "b": "1999-03-15", "c": "2001-01-30", "d": "-0044", "e": "1999-03-15", "f": "unknown"}
    edition = volume(*(chapter("Words.", name=name, date=date, title=f"Title {name}") for name, date in dates.items()))
    code = bibliography_code(edition, ink=Ink())
    assert re.findall(r"Title (.)", code) == ["d", "b", "e", "c", "a", "f"]


def test_documents_without_a_known_creator_stand_by_their_titles():
    known = chapter("Words.", name="a", title="A title", creator=["Miller"])
    unknown = [chapter("Words.", name=name, title=f"{name} title", creator=["unknown"]) for name in ("zebra", "bear")]
    code = bibliography_code(volume(known, *unknown), ink=Ink())
    assert re.findall(r"(\w+) title", code) == ["bear", "A", "zebra"]


def test_the_chronology_says_once_of_what_parts_are_and_in_which_year():
    parts = [{"first": 1, "date": "2019-11-04", "title": "Letter"}, {"first": 2, "date": "2020", "title": "Reply"}]
    whole = chapter("x\ny", name="2019-letters", part=parts)
    code = chronology_code(volume(whole, chapter("x", name="2019-b", date="2019-11-30")), ink=Ink())
    assert 'subheading("2019");\nmoment("November", {"A text";}, ' in code
    assert 'moment("4 November", {"Letter";}, ' in code
    assert code.count("follows: true") == 1
    assert 'moment("2020", {"Reply";part-of("2019-letters", ' in code


def test_an_acronym_points_to_what_it_stands_for():
    acronym = replace(ILO, id="ILO", kind="acronym", name="ILO", stands_for="ilo-org", expansion="")
    one = replace(chapter("x"), located=(located("ILO", 1),))
    abbreviated = replace(volume(one), entries=ENTRIES | {"ILO": acronym})
    code = glossary_code(abbreviated, places_by_entry(abbreviated), ink=Ink())
    assert '"Stands for ";xref("entry:ilo-org", {"International Labour Organization";})' in code


def test_a_short_form_that_only_leads_on_can_be_looked_up():
    acronym = replace(ILO, id="acronym-ilo", kind="acronym", name="ILO", stands_for="ilo-org", expansion="")
    one = replace(volume(chapter("ILO")), entries=ENTRIES | {"acronym-ilo": acronym})
    places = places_by_entry(one)
    assert "Short: ILO." in glossary_code(one, places, ink=Ink())
    see = 'index-see({"ILO";}, "ILO", {"International Labour Organization";}, "ilo-org"),'
    assert see in indices_code(one, places, ink=Ink())


def test_what_was_not_verified_is_said():
    doubtful = replace(ILO, adopted="1919-04-11", unverified=("adopted", "same_as"))
    one = replace(volume(chapter("ILO")), entries=ENTRIES | {"ilo-org": doubtful})
    code = glossary_code(one, places_by_entry(one), ink=Ink())
    assert "Adopted 11 April 1919." in code
    assert "“Unverified” stands beside a name that was not seen in an opened source" in code
    assert '{"International Labour Organization";}, "International Labour …", "unverified", {' in code
    assert "Unverified: adopted, address." in code


def test_countries_are_named_but_not_beside_themselves():
    body = replace(ILO, type="trade union", country="NP", verified=True)
    place = replace(ILO, id="nepal", kind="place", type="country", name="Nepal", country="NP", verified=True)
    idea = replace(ILO, id="sp", kind="acronym", type="concept", name="SP", country="world", verified=True)
    one = replace(chapter("x"), located=(located("ilo-org", 1), located("nepal", 1), located("sp", 1)))
    all_ = replace(volume(one), entries={"ilo-org": body, "nepal": place, "sp": idea})
    code = glossary_code(all_, places_by_entry(all_), ink=Ink())
    assert "Trade union; Nepal." in code
    assert '"Country."' in code
    assert '"Concept."' in code
    assert "nverified" not in code


def test_items_of_wikidata_are_called_so_and_linked():
    item = SameAs("http://www.wikidata.org/entity/Q837", "2026-11-22")
    one = replace(volume(chapter("ILO")), entries=ENTRIES | {"ilo-org": replace(ILO, same_as=(item,))})
    code = glossary_code(one, places_by_entry(one), ink=Ink())
    assert 'url("http://www.wikidata.org/entity/Q837", {"Wikidata\u00a0Q837";});" (seen 22 November 2026)"' in code


def test_the_index_leads_from_a_code_to_the_title():
    one = volume(chapter("R202"))
    code = indices_code(one, places_by_entry(one), ink=Ink())
    assert 'index-see({"R202";}, "R202", {"Social Protection Floors Recommendation, 2012 (No. 202)";}, "R202"),' in code
    assert code.index("index-see") < code.index("index-entry")  # R before S


def test_in_volumes_the_index_leads_to_the_glossary_and_not_to_every_place_again():
    one = volume(chapter("R202 and ILO"))
    assert "index-entry(find, " in indices_code(one, places_by_entry(one), ink=Ink())
    bound = replace(one, imprint=replace(one.imprint, bound=(Bound("2019"), Bound("2020"))))
    code = indices_code(bound, places_by_entry(bound), ink=Ink())
    assert "index-entry" not in code
    assert 'index-names(find, "ilo-org", {"International Labour Organization";}, ' in code


def test_a_work_that_documents_of_other_volumes_cite_names_these():
    work = Work(
        "page:works#w", "Sen", lambda _ink: '"Poverty";', cited=(("2019-text", 2), ("2019-text", 1), ("far", 3))
    )
    one = replace(volume(chapter("x\ny")), works=(work,), placed={"far": 4})
    code = bibliography_code(one, ink=Ink())
    assert 'mentioned("Cited", find, "Also in volume 4.", (("2019-text", (1,2,)),));' in code
    there = replace(one, works=(work._replace(cited=(("far", 3),)),))
    assert 'mentioned("Cited", find, "Cited in volume 4.", ());' in bibliography_code(there, ink=Ink())


def test_other_volumes_are_named_in_ranges_where_their_pages_are_not_known():
    assert also_in({}) == ""
    assert also_in({4: ""}) == "Also in volume 4."
    assert also_in({1: "", 2: "", 3: "", 7: ""}) == "Also in volumes 1–3, 7."
    assert also_in({1: "12", 2: "", 3: "9"}) == "Also in volumes 1 (p.\u00a012), 2, 3 (p.\u00a09)."


def test_the_page_before_the_documents_lists_them_with_what_is_known():
    closed = chapter("Secret.", name="2020-closed", withheld=True, access="metadata-only", creator=["unknown"])
    code = half_title_code(volume(chapter("x\ny"), closed), ink=Ink())
    assert 'half-title("documents", "The documents", "2 documents."' in code
    assert (
        '("document:2019-text", "November 2019", {"A text";}, {whole("2019-text.");" Somebody. 2 paragraphs";})' in code
    )
    assert "Text withheld" in code
    assert "unknown" not in code
