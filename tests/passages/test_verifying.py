"""Only what stands in the archive, code point for code point, is EXACT."""

import random
import unicodedata

import pytest

from archivist.errors import ArchivistError
from archivist.passages import parse_passage, verify_passage, verify_quotation, verify_quotation_at
from archivist.store import Archive

FLOORS = (
    "The Recommendation No.\u00a0202 calls on Members to “establish” social protection floors…\r\n"
    "\r\n"
    "Members should implement their floors within strategies for the extension of social security.\r\n"
    "Each State is to review its floors every three years.\r\n"
)
SIMILAR = "Members should implement their floors within plans for the extension of social security.\n"
THAI = "ประเทศไทยให้ความคุ้มครองทางสังคมแก่ประชาชนทุกคนตลอดช่วงชีวิต\n"


@pytest.fixture
def archive(holding):
    texts = {"2012-floors": FLOORS, "2013-similar": SIMILAR, "2014-thai": THAI}
    return Archive(holding(**{id: text.encode() for id, text in texts.items()}))


@pytest.fixture
def said(archive):
    """Give the verdict on words: (word, documents, kinds of differences)."""

    def give(quoted, passage=None):
        if passage is None:
            verdict = verify_quotation(archive, quoted, code="aspa")
        else:
            verdict = verify_quotation_at(archive, quoted, parse_passage(passage), code="aspa")
        differences = [one.kind for place in verdict.places[:1] for one in place.differences]
        return verdict.word, [place.document for place in verdict.places], differences

    return give


@pytest.mark.parametrize(
    ("quoted", "kinds"),
    [
        ("Recommendation No. 202", ["space"]),
        ('Members to "establish" social', ["quotation mark", "quotation mark"]),
        ("social protection floors...", ["ellipsis"]),
        ("floors within\nstrategies", ["line end"]),
        ("strate\u00adgies for the", ["soft hyphen"]),
        ("  every three years.", ["space"]),
    ],
)
def test_what_pasting_changes_is_the_same_words_and_is_listed(said, quoted, kinds):
    assert said(quoted) == ("SAME WORDS", ["2012-floors"], kinds)


@pytest.mark.parametrize("quoted", ["softhyphens", "with softhyphens in", "cooperates with softhyphens in it."])
def test_what_is_not_seen_in_a_source_is_not_missed(holding, quoted):
    source = "\ufeffThe second paragraph co\u00adoperates with soft\u00adhyphens in\u2060 it."
    archive = Archive(holding(**{"2020-soft": source.encode()}))
    verdict = verify_quotation(archive, quoted, code="aspa")
    assert verdict.word == "SAME WORDS"
    assert {one.kind for one in verdict.places[0].differences} <= {"soft hyphen", "space"}


@pytest.mark.parametrize(
    ("source", "quoted"),
    [
        ("ប្រទេស\u200bកម្ពុជា\u200bមាន\u200bរបប", "ប្រទេសកម្ពុជាមានរបប"),
        ("At 300 \u212aelvin.", "Kelvin"),
        ("ΦΩΣ\u00adΑ", "ΦΩΣ"),
    ],
)
def test_words_are_found_whatever_their_letters_are_written_with(holding, source, quoted):
    archive = Archive(holding(**{"2020-odd": source.encode()}))
    assert verify_quotation(archive, quoted, code="aspa").word in ("SAME WORDS", "EXACT")


def test_altered_words_always_have_a_difference(holding):
    archive = Archive(holding(**{"2020-soft": "On social protec\u00ad\ntion for all.".encode()}))
    verdict = verify_quotation(archive, "On social protec tion for all.", code="aspa")
    assert verdict.word == "ALTERED"
    assert verdict.places[0].differences


@pytest.mark.parametrize(("source", "quoted"), [("NFC", "NFD"), ("NFD", "NFC")])
@pytest.mark.parametrize("words", ["Bảo hiểm xã hội ở Việt Nam", "Ủy ban", "hiểm", "ĐỘNG VIÊN", "été à Genève"])
def test_another_composition_of_the_letters_is_the_same_words_and_is_listed(holding, words, source, quoted):
    text = "Về Bảo hiểm xã hội ở Việt Nam; Ủy ban ĐỘNG VIÊN.\nUn été à Genève.\n"
    archive = Archive(holding(**{"2020-viet": unicodedata.normalize(source, text).encode()}))
    verdict = verify_quotation(archive, unicodedata.normalize(quoted, words), code="aspa")
    assert (verdict.word, len(verdict.places)) == ("SAME WORDS", 1)
    assert {one.kind for one in verdict.places[0].differences} == {"composition"}


@pytest.mark.parametrize("quoted", [FLOORS, "Recommendation No.\u00a0202", "security.\r\nEach State", "คุ้มครองทางสังคม"])
def test_what_stands_there_is_exact(said, quoted):
    assert said(quoted)[0] == "EXACT"
    assert said(quoted)[2] == []


def test_every_place_is_given(said):
    assert said("Members should implement")[1] == ["2012-floors", "2013-similar"]


def test_a_place_is_identified_and_its_digests_are_the_proof(archive):
    (place,) = verify_quotation(archive, "Each State", code="aspa").places
    document = archive.document("2012-floors")
    start = FLOORS.index("Each State")
    assert place.identifier == f"aspa:2012-floors@{document.text_sha256[:16]}#c{start}-{start + 10}"
    assert place.paragraphs == f"aspa:2012-floors@{document.text_sha256[:16]}#p3"
    assert (place.text_sha256, place.original_sha256) == (document.text_sha256, document.original_sha256)
    assert verify_passage(archive, parse_passage(place.identifier), code="aspa").word == "EXACT"


def test_a_similar_sentence_is_never_exact(said):
    sentence = "Members should implement their floors within schemes for the extension of social security."
    assert said(sentence) == ("ALTERED", ["2013-similar"], ["words"])


@pytest.mark.parametrize("text", [FLOORS, SIMILAR, THAI], ids=["floors", "similar", "thai"])
def test_one_flipped_byte_gives_altered(said, text):
    choose = random.Random(7)  # noqa: S311 (the same bytes each time)
    data = text.strip().encode()
    for _ in range(60):
        flipped = bytearray(data)
        flipped[choose.randrange(len(data))] ^= 1 << choose.randrange(7)
        quoted = flipped.decode(errors="replace").replace("\0", "?")
        word = said(quoted)[0]
        assert word == "ALTERED" or (word == "SAME WORDS" and quoted.split() != text.split())


@pytest.mark.parametrize(
    ("quoted", "source", "changed"),
    [
        ("“Each State is to?”", "Each State is to", ("", "?")),
        ("‘Each State is to review its floors every three years!’", None, (".", "!")),
        ("“floors?”", "floors", ("", "?")),
        ("“Each State;”", "Each State", ("", ";")),
    ],
)
def test_a_mark_that_was_changed_within_the_quotation_marks_is_altered(archive, quoted, source, changed):
    verdict = verify_quotation(archive, quoted, code="aspa")
    (place,) = verdict.places
    lead, *between, tail = place.differences
    assert (verdict.word, place.words) == ("ALTERED", source or "Each State is to review its floors every three years.")
    assert (lead.kind, tail.kind) == ("quotation mark", "quotation mark")
    assert [(one.source, one.quoted) for one in between] == [changed]


def test_marks_that_the_source_has_itself_are_not_told_as_put_around_altered_words(archive):
    (place,) = verify_quotation(archive, "“establish” socal protection", code="aspa").places
    assert [(one.source, one.quoted) for one in place.differences] == [("social", "socal")]


@pytest.mark.parametrize(
    ("quoted", "words", "differences"),
    [
        # The line before has nothing of it, nor the next.
        (
            "3 Members should implement their floors within strategies",
            "Members should implement their floors within strategies",
            [("", "3 ")],
        ),
        ("&nbsp;Each State is to review its floors", "Each State is to review its floors", [("", "&nbsp;")]),
        ("The extension of social security. [7]", "the extension of social security.", [("the", "The"), ("", " [7]")]),
        # What stands before it in its line is no part of it, unless it is a word.
        ("[E]ach State is to review its floors", "Each State is to review its floors", [("Each", "[E]ach")]),
        ("— floors within strategies for the extension", "floors within strategies for the extension", [("", "— ")]),
        ("Every State is to review its floors", "Each State is to review its floors", [("Each", "Every")]),
    ],
)
def test_an_altered_quotation_has_the_place_of_its_own_words_alone(archive, quoted, words, differences):
    verdict = verify_quotation(archive, quoted, code="aspa")
    (place,) = verdict.places
    assert (verdict.word, place.words) == ("ALTERED", words)
    assert [(one.source, one.quoted) for one in place.differences] == differences


@pytest.mark.parametrize("unseen", ["\ufeff", "\u200b", "\u2060 ", "\u00ad"])
@pytest.mark.parametrize("around", ["{}Each State is to", "Each State is to{}", "Each{} State is to"])
def test_what_nobody_sees_is_listed_wherever_it_stands(said, unseen, around):
    kind = "soft hyphen" if unseen == "\u00ad" else "space"
    assert said(around.format(unseen.strip())) == ("SAME WORDS", ["2012-floors"], [kind])


@pytest.mark.parametrize("sign", ["\u200e", "\u200f", "\u061c", "\u202a", "\u2067"])
def test_signs_of_direction_around_words_are_what_programs_put_there(said, sign):
    assert said(f"{sign}Each State is to") == ("SAME WORDS", ["2012-floors"], ["direction"])


def test_words_in_brackets_are_near_to_the_words_without(archive):
    verdict = verify_quotation(archive, "(Each State)", code="aspa")
    assert (verdict.word, verdict.places[0].words) == ("ALTERED", "Each State")


def test_words_left_out_at_an_ellipsis_are_shown(archive):
    verdict = verify_quotation(archive, "Each State is … every three years.", code="aspa")
    assert verdict.word == "ALTERED"
    (difference,) = verdict.places[0].differences
    assert (difference.kind, difference.source) == ("left out", " to review its floors ")


@pytest.mark.parametrize(
    "quoted", ["Pensions for all dairy farmers of the valley.", "xyz", "ประวัติศาสตร์การทหารของโลกยุคโบราณ"]
)
def test_what_is_nowhere_is_not_here(said, quoted):
    assert said(quoted) == ("NOT HERE", [], [])


def test_words_in_the_passage_named_are_exact_and_elsewhere_moved(said):
    assert said("Each State", "2012-floors#p3")[0] == "EXACT"
    assert said("Each State", "2012-floors#p2") == ("MOVED", ["2012-floors"], [])
    assert said("Each State", "2013-similar") == ("MOVED", ["2012-floors"], [])
    assert said("Recommendation No. 202", "2012-floors#p1")[0] == "SAME WORDS"
    assert said("Each Stage is to review its floors every three years.", "2012-floors#p3")[0] == "ALTERED"
    assert said("Each Stage is to review its floors every three years.", "2012-floors#p1")[0] == "ALTERED"


def test_words_bound_to_another_text_are_altered_and_it_says_that_they_stand_there_now(archive):
    passage = parse_passage("2012-floors@0123456789abcdef#p3")
    verdict = verify_quotation_at(archive, "Each State", passage, code="aspa")
    assert (verdict.word, len(verdict.places)) == ("ALTERED", 1)
    assert "is bound to another text" in verdict.remark
    assert "In the text that the document has the words stand there: EXACT." in verdict.remark
    assert "do not stand" not in verdict.remark


@pytest.mark.parametrize("locator", ["#p1", "#p99"])
def test_words_bound_to_another_text_have_moved_where_they_stand_elsewhere_now(said, locator):
    assert said("Each State", f"2012-floors@0123456789abcdef{locator}") == ("MOVED", ["2012-floors"], [])


@pytest.mark.parametrize("length", [16, 17, 64])
@pytest.mark.parametrize("case", [str.lower, str.upper])
def test_a_digest_may_be_the_whole_one_and_in_capitals(archive, said, length, case):
    digest = case(archive.document("2012-floors").text_sha256[:length])
    for written in (f"2012-floors@{digest}#p3", f"https://archive.test/2012-floors.html?sha256={digest}#p3"):
        assert verify_passage(archive, parse_passage(written), code="aspa").word == "EXACT"
        assert said("Each State", written)[0] == "EXACT"


@pytest.mark.parametrize(
    ("quoted", "cuts"),
    [
        ("ach State is", "begins inside the word 'Each'"),
        ("Each Sta", "ends inside the word 'State'"),
        ("stablish” so", "begins inside the word 'establish' and ends inside the word 'social'"),
        ("02 calls", "begins inside the word '202'"),
        ("“establish”", ""),
        ("State", ""),
        ("คุ้มครอง", ""),
        ("ุ้มครองทา", ""),
    ],
)
def test_words_cut_out_of_others_are_exact_and_it_says_so(archive, quoted, cuts):
    verdict = verify_quotation(archive, quoted, code="aspa")
    assert (verdict.word, verdict.places[0].cuts) == ("EXACT", cuts)
    assert cuts in verdict.remark
    assert bool(verdict.remark) == bool(cuts)


def test_words_that_stand_whole_are_not_shown_where_they_are_cut_out_of_others(holding):
    archive = Archive(
        holding(**{"2020-a": b"Not unlawful in law.\n", "2021-b": b"It is lawful; 2.5 per cent isn't.\n"})
    )
    (place,) = verify_quotation(archive, "lawful", code="aspa").places
    assert (place.document, place.cuts) == ("2021-b", "")
    assert verify_quotation(archive, "5 per cent", code="aspa").places[0].begins_inside == "2.5"
    assert verify_quotation(archive, "is", code="aspa").places[0].cuts == ""


def test_words_cut_out_of_others_in_the_passage_named_are_told(archive):
    verdict = verify_quotation_at(archive, "ach State", parse_passage("2012-floors#p3"), code="aspa")
    assert (verdict.word, verdict.places[0].begins_inside) == ("EXACT", "Each")
    assert "not whole words" in verdict.remark


def test_an_ellipsis_between_short_pieces_is_found_where_they_stand_nearest(holding):
    near = "We expand schemes.\nWe are expanding the idea of floors.\n"
    far = f"Expanding is expanding.\n{'Other words. ' * 30}\nAll floors.\n"
    archive = Archive(
        holding(**{"2020-far": far.encode(), "2021-near": near.encode(), "2022-like": b"expending floors\n"})
    )
    (place,) = verify_quotation(archive, "expanding [...] floors", code="aspa").places
    assert (place.document, place.words) == ("2021-near", "expanding the idea of floors")


@pytest.mark.parametrize("quoted", ["imple-\nment their floors", "“imple-\r\n  ment their floors”"])
def test_words_divided_at_a_line_end_of_the_quotation_are_the_same_and_it_is_listed(said, quoted):
    word, _, kinds = said(quoted)
    assert (word, kinds[-1 - quoted.count("”")]) == ("SAME WORDS", "line end")


def test_a_hyphen_of_the_word_itself_may_end_a_line(holding):
    archive = Archive(holding(**{"2020-long": b"A long-term plan.\n"}))
    (place,) = verify_quotation(archive, "long-\nterm", code="aspa").places
    assert [(one.source, one.quoted) for one in place.differences] == [("-", "-\n")]


@pytest.mark.parametrize("added", [" (emphasis added)", " [sic]", " (my emphasis)."])
@pytest.mark.parametrize("marks", ["{}", "“{}”"])
def test_what_is_added_in_brackets_at_the_end_is_told_as_added(archive, added, marks):
    for quoted in (marks.format(f"Each State is{added}"), marks.format("Each State is") + added):
        verdict = verify_quotation(archive, quoted, code="aspa")
        assert (verdict.word, verdict.places[0].words) == ("ALTERED", "Each State is")
        assert [one.quoted for one in verdict.places[0].differences if one.kind != "quotation mark"] == [added]


def test_an_identifier_bound_to_another_text_is_altered(archive):
    verdict = verify_passage(archive, parse_passage("2012-floors@0123456789abcdef#p3"), code="aspa")
    assert verdict.word == "ALTERED"
    assert archive.document("2012-floors").text_sha256[:16] in verdict.remark


def test_a_passage_that_is_not_there_is_refused(archive):
    with pytest.raises(ArchivistError, match="has 3 paragraphs"):
        verify_passage(archive, parse_passage("2012-floors#p4"), code="aspa")


@pytest.mark.parametrize("flip", [0, 40, 27])  # 27: within a no-break space, so that the bytes are no text any more
def test_a_flipped_byte_in_the_archive_gives_altered(archive, said, flip):
    path = archive.bag("2012-floors") / "data" / "text.txt"
    data = bytearray(path.read_bytes())
    data[flip] ^= 0x20
    path.write_bytes(data)
    assert verify_passage(archive, parse_passage("2012-floors#p3"), code="aspa").word == "ALTERED"
    assert said("Each State is to review its floors")[0] != "EXACT"


def test_a_text_in_another_charset_is_read_as_its_record_says(project, wish, act):
    from archivist.ingest.adding import add

    text = "La protección social es un derecho humano.\n"
    original = {"file": "text.txt", "name": "text.txt", "charset": "utf-16"}
    add(project, [wish(text.encode("utf-16"), document_id="es", original=original)], act)
    verdict = verify_quotation(Archive(project), "protección social", code="aspa")
    assert (verdict.word, verdict.places[0].words) == ("EXACT", "protección social")


@pytest.mark.parametrize(
    ("quoted", "words", "kinds"),
    [
        ('"Each State"', "Each State", ["quotation mark", "quotation mark"]),
        ("“Each State", "Each State", ["quotation mark"]),
        ("‘“Each State”’", "Each State", ["quotation mark"] * 4),
        ("…its floors every…", "its floors every", ["ellipsis", "ellipsis"]),
        ("its floors every ...", "its floors every", ["ellipsis"]),
        ("its floors every [...]", "its floors every", ["ellipsis"]),
        ("“… within . . .”", "within", ["quotation mark", "ellipsis", "ellipsis", "quotation mark"]),
        ("'within\nstrategies'", "within strategies", ["quotation mark", "line end", "quotation mark"]),
        ('"establish"', "“establish”", ["quotation mark", "quotation mark"]),
        ("protection floors...", "protection floors…", ["ellipsis"]),
    ],
)
def test_marks_around_a_quotation_are_listed_and_the_span_is_the_words_alone(archive, quoted, words, kinds):
    for verdict in (
        verify_quotation(archive, quoted, code="aspa"),
        verify_quotation_at(archive, quoted, parse_passage("2012-floors"), code="aspa"),
    ):
        assert (verdict.word, verdict.places[0].words) == ("SAME WORDS", words)
        assert [one.kind for one in verdict.places[0].differences] == kinds


@pytest.mark.parametrize(
    ("quoted", "words", "listed"),
    [
        ("‘Each State’.", "Each State", [("quotation mark", "‘"), ("quotation mark", "’"), ("punctuation", ".")]),
        ("“Each State”,", "Each State", [("quotation mark", "“"), ("quotation mark", "”"), ("punctuation", ",")]),
        ("“Each State”?", "Each State", [("quotation mark", "“"), ("quotation mark", "”"), ("punctuation", "?")]),
        ("“Each State.”", "Each State", [("quotation mark", "“"), ("punctuation", "."), ("quotation mark", "”")]),
        (
            "“‘Each State’.”",
            "Each State",
            [*[("quotation mark", one) for one in "“‘’"], ("punctuation", "."), ("quotation mark", "”")],
        ),
        ("“every three years.”", "every three years.", [("quotation mark", "“"), ("quotation mark", "”")]),
        (
            "“every three years.”.",
            "every three years.",
            [("quotation mark", "“"), ("quotation mark", "”"), ("punctuation", ".")],
        ),
        ("\u2068Each State\u2069", "Each State", [("direction", "\u2068"), ("direction", "\u2069")]),
        (
            "\u202a“Each State\u202c",
            "Each State",
            [("direction", "\u202a"), ("quotation mark", "“"), ("direction", "\u202c")],
        ),
        ("> Each State", "Each State", [("quotation mark", "> ")]),
        (">> Each State is\r\n>> to", "Each State is to", [("quotation mark", ">> "), ("line end", "\r\n>> ")]),
        (
            "> “Each State.”\n> ",
            "Each State",
            [("quotation mark", "> “"), ("punctuation", "."), ("quotation mark", "”\n> ")],
        ),
        ("> imple-\n> ment", "implement", [("quotation mark", "> "), ("line end", "e-\n> ")]),
    ],
)
def test_what_is_put_around_a_quotation_is_the_same_words_and_listed(archive, quoted, words, listed):
    for verdict in (
        verify_quotation(archive, quoted, code="aspa"),
        verify_quotation_at(archive, quoted, parse_passage("2012-floors"), code="aspa"),
    ):
        assert (verdict.word, verdict.places[0].words) == ("SAME WORDS", words)
        assert [(one.kind, one.quoted) for one in verdict.places[0].differences] == listed


@pytest.mark.parametrize(
    "quoted", ["Each State is.", "“Each State is to?”", "“Each State is to..”", "Each State > is", "“Each State, is”."]
)
def test_a_point_that_is_at_no_closing_mark_is_a_difference_of_words(said, quoted):
    assert said(quoted)[0] in ("ALTERED", "NOT HERE")


@pytest.mark.parametrize(
    ("source", "quoted"), [("-", "\u2011"), ("\u2011", "-"), ("\u2010", "\u2011"), ("-", "\u2010")]
)
def test_another_hyphen_is_the_same_words_and_listed(holding, source, quoted):
    archive = Archive(holding(**{"2020-a": f"A long{source}term plan.\n".encode()}))
    verdict = verify_quotation(archive, f"long{quoted}term", code="aspa")
    (difference,) = verdict.places[0].differences
    assert (verdict.word, difference) == ("SAME WORDS", ("hyphen", source, quoted, 6))


def test_points_at_the_marks_around_words_with_an_omission_are_listed(archive):
    verdict = verify_quotation(archive, "‘Each State is … every three’.", code="aspa")
    assert [one.kind for one in verdict.places[0].differences] == [
        "quotation mark",
        "left out",
        "quotation mark",
        "punctuation",
    ]


def test_marks_are_found_exactly_where_the_source_has_them(archive):
    (place,) = verify_quotation(archive, "“establish”", code="aspa").places
    assert (place.words, place.differences) == ("“establish”", ())


def test_marks_around_words_with_an_omission_are_listed(archive):
    verdict = verify_quotation(archive, '"Each State is … every three years."', code="aspa")
    assert [one.kind for one in verdict.places[0].differences] == ["quotation mark", "left out", "quotation mark"]


@pytest.mark.parametrize("between", [" … ", " [...] ", " . . . ", "\n(…)\n"])
def test_a_quotation_in_two_parts_each_in_its_own_marks_is_found(archive, between):
    verdict = verify_quotation(archive, f"“Each State is”{between}“every three years.”", code="aspa")
    assert verdict.word == "ALTERED"
    (found,) = verdict.places
    assert [one.kind for one in found.differences] == [
        "quotation mark",
        "quotation mark",
        "left out",
        "quotation mark",
        "quotation mark",
    ]


@pytest.mark.parametrize("quoted", ["...", '"', '""', ".", "(…)"])
@pytest.mark.parametrize("passage", [None, "2012-floors"])
def test_nothing_but_marks_is_too_little_to_search_for(said, quoted, passage):
    with pytest.raises(ArchivistError, match="too little"):
        said(quoted, passage)


@pytest.mark.parametrize(
    "quoted",
    ["The Recommendation No.\u00a0202", "The Recommendation No. 202", "The Recommandation No. 202 calls", "Each State"],
)
@pytest.mark.parametrize("passage", [None, "2012-floors", "2013-similar"])
def test_words_of_a_damaged_file_are_altered_and_the_damage_is_named(archive, quoted, passage):
    path = archive.bag("2012-floors") / "data" / "text.txt"
    path.write_bytes(path.read_bytes().replace(b"review", b"revieW"))
    verdict = (
        verify_quotation_at(archive, quoted, parse_passage(passage), code="aspa")
        if passage
        else verify_quotation(archive, quoted, code="aspa")
    )
    assert verdict.word == "ALTERED"
    assert "archive/2012-floors/data/text.txt is not as it was sealed" in verdict.remark


def test_a_text_that_cannot_be_read_is_named_where_words_are_nowhere(archive):
    path = archive.bag("2012-floors") / "data" / "text.txt"
    path.write_bytes(path.read_bytes().replace("\u00a0".encode(), b"\xff"))
    verdict = verify_quotation(archive, "Each State is to review", code="aspa")
    assert verdict.word == "NOT HERE"
    assert "archivist audit" in verdict.remark
