import re
from collections import Counter

from archivist.edition.glyphs import Cluster, Glyph, in_clusters, is_spelt, learn, marks_of, rewritten

FONT = (7, 0)


def texts(glyphs, marks=()):
    return [(cluster[0].text, [glyph.code for glyph in cluster]) for cluster in in_clusters(glyphs, marks)]


def test_neighbours_with_the_same_text_are_one_cluster():
    assert texts([Glyph(1, "ก"), Glyph(2, "ក្ដី"), Glyph(3, "ក្ដី"), Glyph(4, "ក្ដី")]) == [("ก", [1]), ("ក្ដី", [2, 3, 4])]


def test_a_cluster_that_comes_twice_is_two():
    assert texts([Glyph(2, "នា"), Glyph(3, "នា"), Glyph(2, "នា"), Glyph(3, "នា")]) == [("នា", [2, 3]), ("នា", [2, 3])]


def test_the_dots_of_arabic_letters_are_told_by_never_ending_what_is_alike():
    noon, noons = (Cluster(FONT, codes, "ن") for codes in ((9, 1), (9, 1, 9, 2)))
    meems = Cluster(FONT, (3, 4), "م")
    alone = [Cluster(FONT, (code,), "م") for code in (3, 4)]
    assert marks_of([noon, noons, meems, *alone]) == {FONT: {9}}
    assert texts([Glyph(code, "ن") for code in noons.codes], {9}) == [("ن", [9, 1]), ("ن", [9, 2])]
    assert texts([Glyph(code, "م") for code in meems.codes], {9}) == [("م", [3]), ("م", [4])]


def test_a_glyph_is_learnt_alone_and_from_what_others_leave_over():
    found = Counter(
        [Cluster(FONT, (1,), "ท"), Cluster(FONT, (1, 2), "ทั"), Cluster(FONT, (3, 2, 4), "มั้"), Cluster(FONT, (3,), "ม")]
    )
    assert learn(found) == {FONT: {1: "ท", 2: "ั", 3: "ม", 4: "้"}}


def test_the_reading_that_most_clusters_tell_wins():
    found = Counter({Cluster(FONT, (1,), "a"): 1, Cluster(FONT, (1,), "b"): 3})
    assert learn(found)[FONT] == {1: "b"}


def test_glyphs_that_stand_before_the_letter_they_follow_in_writing_do_not_spell():
    known = {1: "េ", 2: "ស"}
    assert not is_spelt([Glyph(1, "សេ"), Glyph(2, "សេ")], known)
    assert is_spelt([Glyph(2, "សេ"), Glyph(1, "សេ")], known)


def test_a_map_keeps_what_was_not_learnt():
    table = b"2 beginbfchar\n<0001> <0041>\n<0002> <00420043>\nendbfchar"
    assert rewritten(table, {2: "\U00012000"}) == b"2 beginbfchar\n<0001> <0041>\n<0002> <D808DC00>\nendbfchar"


def test_a_text_that_is_too_long_for_programs_is_cut():
    long = "0041" * 100
    (cut,) = re.findall(rb"<0001> <([0-9A-F]+)>", rewritten(f"<0001> <{long}>".encode(), {}))
    assert 0 < len(cut) < 256
    assert long.startswith(cut.decode())
