"""The PDF of small volumes, read by a program that is not the one that wrote it."""

import hashlib
import json
from dataclasses import replace

import pypdf
import pytest
from small_volumes import IMPRINT, chapter, enclosure, letters, opened, printed, volume, without_blanks

from archivist.edition.frontmatter import pages_code
from archivist.edition.ink import Ink, literal
from archivist.edition.printing import print_volume, undrawn_by_document
from archivist.edition.running import running_title
from archivist.edition.typeset import typeset
from archivist.edition.volume import Page
from archivist.score import Score, Scorecard

PARTS = [{"first": 1, "title": "The first piece", "date": "2019-11-30"}, {"first": 3, "title": "The second piece"}]


def outline(reader):
    """Give the bookmarks as (level, title)."""

    def walk(items, level):
        for item in items:
            if isinstance(item, list):
                yield from walk(item, level + 1)
            else:
                yield level, item.title

    return list(walk(reader.outline, 1))


def page_of(reader, text):
    """Give the label of the first page that holds a text."""
    for label, page in zip(reader.page_labels, reader.pages, strict=True):
        if without_blanks(text) in without_blanks(page.extract_text()):
            return label
    raise AssertionError(f"not printed: {text}")


def test_the_same_volume_gives_the_same_bytes():
    one = volume(chapter("One line.\nAnother, by the ILO."))
    assert print_volume(one) == print_volume(one)


def test_every_paragraph_is_printed_as_it_stands():
    text = "The \"first\"  line -- with 'quotes'...\n\n fi ffl \u00a0Việt Nam\u2019s\n10 % of 2.000\n"
    reader = printed(chapter(text))
    for line in text.splitlines():
        assert without_blanks(line) in letters(reader)


@pytest.mark.parametrize(
    "line",
    [
        '#read("/etc/passwd")',
        '"); panic("x"); ("',
        "$ x_1 $ @label <label> `raw` // comment /* more",
        "\\input{/etc/passwd} {{ jinja }} :role:`x` ```{directive}",
        "<script>alert(1)</script> &amp; ]]}}",
        "* - + = _emph_ *strong* ~ \\u{41} 1. --- ...",
    ],
)
def test_markup_of_any_language_is_printed_not_obeyed(line):
    assert without_blanks(line) in letters(printed(chapter(line)))


def test_a_control_character_is_shown_by_its_code_point():
    assert "a[U+0001]b[U+202E]c" in letters(printed(chapter("a\x01b\u202ec")))


def test_a_character_that_no_font_has_is_shown_and_reported():
    edition = print_volume(volume(chapter("snow \u2603\ufe0e and \U00012000")))
    assert "\U00012000" in edition.undrawable
    assert "[U+12000]" in letters(opened(edition.pdf))


@pytest.mark.parametrize("word", ["સભી", "සියලු", "ქართ"])
def test_a_script_without_a_text_font_is_shown_by_code_points_not_in_a_font_of_mathematics_or_typewriters(word):
    edition = print_volume(volume(chapter(f"the word {word}")))
    assert edition.undrawable == set(word)
    assert "".join(f"[U+{ord(char):04X}]" for char in word) in letters(opened(edition.pdf))


def test_signs_and_rare_letters_are_drawn():
    assert not print_volume(volume(chapter("☐ ☑ ✓ → ∀ 𝒜 ℃ ①; Հայ, כל, ἄ, Ж, ẓ, ə"))).undrawable


def test_documents_with_characters_that_no_font_has_are_named():
    one, other = chapter("\u2603 and \U00012000"), chapter("\ue000 none", name="2020-other")
    named = undrawn_by_document([volume(one, other)], frozenset("\u2603\U00012000\U00012001"))
    assert named == {"2019-text": ["\u2603", "\U00012000"], "2020-other": ["\ue000"]}


@pytest.mark.parametrize("language", ["unknown", "vi", "zh-Hant", "pt-BR", "es-419", "tet"])
def test_a_text_carries_its_own_language(language):
    tags = {str(tag) for tag in language_tags(printed(chapter("words " * 20, language=language)))}
    assert {"unknown": "und", "zh-Hant": "zh", "es-419": "es", "pt-BR": "pt-BR"}.get(language, language) in tags


def language_tags(reader):
    """Walk the structure tree and give every /Lang."""
    waiting = [reader.root_object["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, pypdf.generic.ArrayObject):
            waiting.extend(node)
        elif isinstance(node, pypdf.generic.DictionaryObject):
            if "/Lang" in node:
                yield node["/Lang"]
            if "/K" in node:
                waiting.append(node["/K"])


def test_piled_up_marks_and_long_words_of_any_script_compile():
    text = "e" + "\u0301" * 100 + "\n" + "ก" * 10_000 + "\n" + "ក" * 3_000 + "\n" + "W" * 600
    assert letters(printed(chapter(text))).count("W") >= 600


def test_a_word_with_a_sign_is_never_parted_at_a_line_end():
    reader = printed(chapter("ILO/Japan " + "re-skilling of ILO/Japan x" * 60))
    lines = [line.strip() for page in reader.pages for line in page.extract_text().splitlines()]
    assert sum("skilling" in line for line in lines) > 10
    assert not [line for line in lines if line.endswith(("re-", "ILO/"))]


def test_a_no_break_space_follows_a_hyphen_that_ends_a_paragraph():
    streams = [page.get_contents().get_data() for page in printed(chapter("social pro-\ntection")).pages]
    assert sum(stream.count(b"/ActualText<FEFF002D00A0>") for stream in streams) == 1
    assert not any(b"2063>" in stream for stream in streams)


def test_a_font_whose_hyphens_all_end_paragraphs_gives_them_no_sign():
    fonts = [
        font
        for page in printed(chapter("social pro\u2010\ntection")).pages
        for font in page["/Resources"]["/Font"].values()
    ]
    maps = b"".join(font["/ToUnicode"].get_data() for font in fonts)
    assert b"<201000A0>" in maps
    assert b"<20102063>" not in maps


def test_a_word_without_end_stays_inside_the_measure():
    word = "x" * 10_000
    reader = printed(chapter(word))
    assert letters(reader).count("x") >= 10_000
    lines = [line for page in reader.pages for line in page.extract_text().splitlines() if line.startswith("xxx")]
    assert len(lines) > 100


def test_a_paragraph_of_a_megabyte_compiles():
    text = "protection of workers " * 47_663
    assert len(text) > 1_048_576
    reader = printed(chapter(text))
    assert len(reader.pages) > 250
    assert any("protection of workers" in page.extract_text() for page in reader.pages[-12:])


def test_files_are_attached_byte_by_byte_and_say_what_they_are():
    files = (enclosure("b.txt", b"x\r\ny\xff\x00"), enclosure("a.txt", b""))
    reader = opened(print_volume(replace(volume(chapter("x")), enclosures=files)).pdf)
    attached = dict(reader.attachments)
    manifest = attached.pop("edition.json")
    assert attached == {"a.txt": [b""], "b.txt": [b"x\r\ny\xff\x00"]}
    said = json.loads(manifest[0])
    assert said["files"]["a.txt"] == {"path": "a.txt", "sha256": hashlib.sha256(b"").hexdigest(), "size": 0}
    specifications = [file.get_object() for file in reader.root_object["/AF"]]
    assert {file["/UF"]: (file["/AFRelationship"], file["/Desc"]) for file in specifications}["a.txt"] == (
        "/Data",
        "The file a.txt",
    )
    assert specifications[0]["/EF"]["/F"].get_object()["/Subtype"] == "/text/plain"


def test_the_list_of_digests_names_the_files_that_are_not_attached():
    files = (enclosure("a--text.txt", b"", path="archive/a/data/text.txt"),)
    one = replace(
        volume(chapter("x", name="a"), chapter("y", name="b", withheld=True, access="metadata-only")), enclosures=files
    )
    text = letters(opened(print_volume(one).pdf))
    assert "attachedtothisPDF,butnot:b/data/text.txt,archive-manifest.txt." in text
    assert "Theoriginalofeachotherdocumentisattached." in text
    assert "Whattherecordswithholdisnotamongthemeither." in text


def test_the_title_page_is_page_i():
    assert printed(chapter("x")).page_labels[:2] == ["i", "ii"]


@pytest.mark.parametrize("blank", ["\u2009", "\u200a", "\u202f"])
def test_a_narrow_space_is_drawn_as_one_that_programs_see(blank):
    text = "\n".join(page.extract_text() for page in printed(chapter(f"10{blank}000 people")).pages)
    assert "10 000 people" in text.replace("\u00a0", " ")


def test_a_soft_hyphen_is_shown_and_parts_no_word():
    assert "co[U+00AD]operation" in letters(printed(chapter("co\u00adoperation")))


def test_a_page_of_the_site_is_named_only_where_the_site_has_an_address():
    one = replace(chapter("x"), page="documents/a.html")
    assert "documents/a.html" not in letters(printed(one))
    there = volume(one)
    there = replace(there, imprint=replace(there.imprint, address="https://example.org"))
    assert "https://example.org/documents/a.html" in letters(opened(print_volume(there).pdf))


def test_a_thousand_attachments_are_found_by_their_names():
    files = tuple(enclosure(f"{number}.txt", str(number).encode()) for number in range(1000))
    reader = opened(print_volume(replace(volume(chapter("x")), enclosures=files)).pdf)
    assert reader.attachments["777.txt"] == [b"777"]
    assert len(reader.attachments) == 1001


def test_front_matter_has_roman_numbers_and_the_body_arabic_ones():
    reader = printed(chapter("One."))
    assert page_of(reader, "Edition notice") == "ii"
    assert page_of(reader, "Contents") == "iii"
    assert page_of(reader, "The documents1 document.") == "1"
    assert page_of(reader, "2019-text@") in ("ii", "2")
    assert reader.page_labels[-1].isdecimal()


def test_the_outline_holds_documents_and_their_parts():
    reader = printed(chapter("One.\nTwo.\nThree, R202.", title="The text’s title", part=PARTS))
    titles = outline(reader)
    assert (2, "The text’s title") in titles
    at = titles.index((2, "The text’s title"))
    assert titles[at + 1 : at + 3] == [
        (3, "30 November 2019 · Part 1: The first piece"),
        (3, "date unknown · Part 2: The second piece"),
    ]
    assert [title for level, title in titles if level == 1][-6:] == [
        "Chronology",
        "Glossary",
        "Bibliography",
        "Indices",
        "Fixity manifest",
        "Colophon",
    ]


def test_the_period_that_a_text_is_about_is_printed_in_words():
    text = letters(
        printed(chapter("x", coverage="2018-10-26/2018-10-28"), chapter("x", name="b", coverage="the 1990s"))
    )
    assert "coverage26October2018to28October2018" in text
    assert "the1990s" in text


def test_unknowns_and_evidence_are_printed():
    text = letters(printed(chapter("One.", evidence={"date": {"certainty": "inferred", "basis": "line 2"}})))
    assert "November2019—inferred:line2" in text
    assert "unknowncaptured,capturedby,methodofcapture" in text


def test_a_note_stands_at_the_foot_and_the_text_stays_unchanged():
    note = {
        "kind": "sic",
        "exact": "Goverment",
        "reading": "Government",
        "evidence": "A slip.",
        "who": "an editor",
        "when": "2024-01-05",
    }
    text = letters(printed(chapter("One.\nThe Goverment of Japan.", note=[note])))
    assert "TheGovermentofJapan." in text
    assert "¶2Goverment]sic:readGovernment;Aslip." in text
    assert "notes1,byaneditor,5January2024,unlesssignedotherwise" in text


def test_a_note_by_somebody_else_is_signed():
    common = {"kind": "comment", "evidence": "known", "who": "an editor", "when": "2024"}
    notes = [common | {"exact": "One"}, common | {"exact": "Two"}, common | {"exact": "Three", "who": "a guest"}]
    text = letters(printed(chapter("One. Two. Three.", note=notes)))
    assert "One]known.¶1Two]known.¶1Three]known.(aguest,2024)" in text


def test_evidence_that_notes_share_is_printed_once():
    common = {"kind": "link-lost", "who": "an editor", "when": "2024", "evidence": "its target was not received"}
    notes = [common | {"exact": "Three"}, common | {"exact": "One"}, common | {"exact": "Two", "evidence": "another"}]
    text = letters(printed(chapter("One.\nTwo.\nThree.", note=notes)))
    assert "One]linklost:itstargetwasnotreceived." in text
    assert "Two]linklost:another." in text
    assert "Three]linklost:asat¶1." in text


def test_page_labels_are_two_rules_that_every_reader_takes():
    labels = printed(chapter("One.")).root_object["/PageLabels"]
    assert [(rule["/S"], rule["/St"]) for rule in labels["/Nums"][1::2]] == [("/r", 1), ("/D", 1)]
    assert not any("/Type" in rule for rule in labels["/Nums"][1::2])


def test_the_notice_explains_the_signs_that_there_are():
    plain = letters(printed(chapter("Nothing here.")))
    assert "inthemargin:theparagraph" in plain
    assert "thatcannotbedrawn" not in plain
    assert "thefirstuseofaname" not in plain
    assert "thatcannotbedrawn" in letters(printed(chapter("a\u202eb")))
    assert "thefirstuseofaname" in letters(printed(chapter("The R202.")))


def test_a_stale_note_is_listed_in_the_record():
    note = {"kind": "comment", "exact": "gone", "evidence": "e", "who": "w", "when": "2024"}
    assert "doesnotholdexactlyonce:gone" in letters(printed(chapter("One.", note=[note])))


def test_an_entry_is_linked_where_a_document_first_uses_it():
    reader = printed(chapter("The R202.\nR202 again.\nAnd R202."), chapter("R202 here.", name="2020-other"))
    links = {
        label: len([note for note in page.get("/Annots", []) if note.get_object()["/Subtype"] == "/Link"])
        for label, page in zip(reader.page_labels, reader.pages, strict=True)
    }
    assert links[page_of(reader, "And R202.")] == 1
    assert links[page_of(reader, "R202 here.")] == 1


def test_the_link_of_a_mention_leads_to_its_entry():
    reader = printed(chapter("The R202.\nNothing."))
    links = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    spoken = "Glossary: Social Protection Floors Recommendation, 2012 (No. 202)"
    link, _of_the_index, _of_its_code = [link for link in links if link["/Contents"] == spoken]
    place = reader.named_destinations[link["/Dest"]]
    at = reader.pages[reader.get_destination_page_number(place)]
    assert without_blanks("Social Protection Floors Recommendation, 2012 (No. 202)") in without_blanks(
        at.extract_text()
    )
    assert not [link for link in links if str(link.get("/A", {}).get("/URI", "")).startswith("entry:")]


def test_glossary_and_index_give_page_and_paragraph_of_every_place():
    reader = printed(chapter("The R202.\nNothing.\nR202 again.\nAnd R202."), chapter("R202 here.", name="2020-other"))
    text = letters(reader)
    first, second = page_of(reader, "And R202."), page_of(reader, "R202 here.")
    assert f"Mentioned:p.{first}¶1,3–4;{second}¶1." in text
    assert f"SocialProtectionFloorsRecommendation,2012(No.202)(R202),{first}¶1,3–4;{second}¶1" in text


def test_how_well_mentions_are_found_is_said_once():
    one = volume(chapter("The R202."))
    scored = replace(one, imprint=replace(one.imprint, scorecard=Scorecard(7, {"ilo": Score(9, 1, 0)}, ())))
    text = letters(opened(print_volume(scored).pdf))
    assert "measuredon7annotatedtexts" in text
    assert text.count("0.947[") == 1
    assert "Scorecard" not in letters(printed(chapter("The R202.")))


def test_the_colophon_has_a_line_of_the_scores_where_a_page_has_their_table():
    one = volume(chapter("The R202."))
    scored = replace(one, imprint=replace(one.imprint, scorecard=Scorecard(7, {"ilo": Score(9, 1, 0)}, ())))
    page = Page("scorecard", "How well", lambda _ink: '"Said here.";', scored=True)
    text = letters(opened(print_volume(replace(scored, pages=(page,))).pdf))
    assert text.count("0.947[") == 1
    assert "madewith:ILOinstruments0.947[" in text.rpartition("Colophon")[2]
    assert "Withtextsthatithadnotseen:“Howwell”,p.iv." in text


def test_the_colophon_names_the_compiler_that_the_file_names():
    reader = opened(print_volume(replace(volume(chapter("x")), imprint=replace(IMPRINT, tools=(("typst", "9"),)))).pdf)
    assert f"Madewithtypst9(thecompiler:{without_blanks(reader.metadata['/Creator'])})." in letters(reader)


def test_a_page_of_the_front_matter_is_referred_to_in_roman_figures():
    one = replace(volume(chapter("The R202.")), pages=(Page("scorecard", "Unseen texts", lambda _ink: '"None.";'),))
    scored = replace(one, imprint=replace(one.imprint, scorecard=Scorecard(7, {"ilo": Score(9, 1, 0)}, ())))
    reader = opened(print_volume(scored).pdf)
    assert page_of(reader, "Unseen texts None.") == "iv"
    assert "“Scorecard”,p.iv." in letters(reader)


def test_a_paragraph_that_goes_on_to_another_page_is_found_on_both():
    long = "The R202 and " + "words " * 900 + "the end."
    reader = printed(chapter(long))
    text = letters(reader)
    first, last = page_of(reader, "The R202 and"), page_of(reader, "the end.")
    assert int(first) < int(last)
    assert f"Mentioned:p.{first}–{last}¶1." in text


def test_entries_that_nothing_mentions_are_left_out_and_counted():
    text = letters(printed(chapter("The R202.")))
    assert "DomesticWorkers" not in text
    assert "nodocumentherementions,leftout:2." in text


def test_what_access_withholds_is_not_printed():
    secret = chapter("A secret about R202.", name="2020-secret", withheld=True, access="metadata-only")
    reader = printed(chapter("Open."), secret)
    text = letters(reader)
    assert "secretabout" not in text
    assert "Withheldfromthiseditionbytheirrecords:2020-secret." in text


def test_the_notice_binds_the_edition_to_a_state_of_the_archive():
    text = letters(printed(chapter("One.")))
    assert "ab" * 32 in text
    assert "tst:2019-text@" in text


def test_scripts_without_word_spaces_are_drawn_by_fonts_that_pip_installs():
    edition = print_volume(
        volume(chapter("ความคุ้มครองทางสังคม\nការ\u200bគាំពារ\u200bសង្គម\nການປົກປ້ອງສັງຄົມ\nလူမှုကာကွယ်ရေး\n社会保障", language="th"))
    )
    assert not edition.undrawable
    fonts = {str(font) for page in opened(edition.pdf).pages for font in _font_names(page)}
    for name in ("NotoSansThai", "NotoSansKhmer", "NotoSansLao", "NotoSansMyanmar", "NotoSansCJK"):
        assert any(name in font for font in fonts), name


def _font_names(page):
    for font in page["/Resources"].get("/Font", {}).values():
        yield font.get_object()["/BaseFont"]


def test_a_language_is_named_as_people_name_it():
    assert "languageThai" in letters(printed(chapter("One.", language="th")))
    assert "languageThai(th-TH)" in letters(printed(chapter("One.", language="th-TH")))
    assert "languageqaa" in letters(printed(chapter("One.", language="qaa")))


def test_a_title_bears_the_language_of_the_text_only_where_it_stands_in_it():
    own = typeset(volume(chapter("สวัสดี โลก", title="สวัสดี", language="th")), Ink())
    made_up = typeset(volume(chapter("สวัสดี โลก", title="A greeting", language="th")), Ink())
    assert b'{set text(lang: "th", region: none);' in own["documents/2019-text.typ"]
    assert b"{set text(lang" not in made_up["documents/2019-text.typ"]


def test_the_title_page_says_what_the_volume_holds():
    reader = printed(chapter("x"), chapter("y", name="2021-text", date="2021"))
    assert "2documents,2019–2021" in without_blanks(reader.pages[0].extract_text())


def test_a_note_refers_to_passages_by_page_and_paragraph():
    def noted(see):
        return {"kind": "comment", "exact": "First", "evidence": "e", "who": "w", "when": "2024", "see": see}

    here = chapter("First.\nSecond.", note=[noted(["2019-text#p2", "2020-other#p1", "2020-other", "2021-none#p4"])])
    text = letters(printed(here, chapter("Other.", name="2020-other")))
    assert "see p.2¶2, 2020-other, p.3¶1, 2020-other, p.3, 2021-none¶4.".replace(" ", "") in text


def test_the_bookmarks_have_the_contents():
    assert "Contents" in [one.title for one in printed(chapter("One.")).outline if not isinstance(one, list)]


@pytest.mark.parametrize(
    "title",
    [
        "m" * 300,
        "W" * 300,
        "\u0d05" * 120,
        "社会保護" * 40,
        "https://www.example.org/" + "a-path/" * 30,
        "A " + "x" * 300,
    ],
)
def test_the_head_of_a_page_is_one_line_whatever_the_title(title):
    reader = printed(chapter("words " * 2400, title=title))
    page = next(page for page in reader.pages[::-1] if page.extract_text().count("words") > 100)
    found = heads(page)
    assert len({height for height, _ in found}) == 1
    assert without_blanks("".join(text for _, text in found)).endswith("…2019-text")


def heads(page):
    """Give what stands above the text of a page, with its height in points."""
    found = []

    def visit(text, matrix, place, _font, _size):
        height = matrix[5] + matrix[3] * place[5]
        if text.strip() and height > float(page.mediabox.height) - 80:
            found.append((round(height), text))

    page.extract_text(visitor_text=visit)
    return found


def test_a_title_without_room_beside_its_identifier_is_left_out():
    name = "-".join(["2019", *["text"] * 15])
    assert running_title("A title " * 10, name, ink=Ink()) == literal("")
    assert running_title("A title " * 10, "2019-text", ink=Ink()).endswith(' …"')


def test_pages_of_editors_with_a_long_title_have_a_short_head():
    code = pages_code(replace(volume(chapter("x")), pages=(Page("a", "Words " * 50, lambda _: "par();"),)), ink=Ink())
    assert code.count("Words ") < 70
    assert 'running: "Words ' in code
