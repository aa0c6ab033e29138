"""Differences are named one by one, and are all there is between a quotation and its source."""

from hypothesis import given
from hypothesis import strategies as st

from archivist.model import Span
from archivist.passages.comparing import folded_differences, matches, similarity, word_differences
from archivist.passages.folding import fold

WORDS = st.lists(st.sampled_from(["social", "protection", " ", "floor", ",", "202", "ไทย"]), max_size=30).map("".join)


def folded(source, quoted):
    found = folded_differences(f"Before {source} after", Span(7, 7 + len(source)), quoted)
    return [(one.kind, one.source, one.quoted) for one in found]


def test_each_difference_is_named():
    source = "“Việt\u00a0Nam” has\r\nsigned… protec\u00adtion"
    quoted = ' "Vie\u0323\u0302t Nam" has signed... protection\n'
    assert folded(source, quoted) == [
        ("space", "", " "),
        ("quotation mark", "“", '"'),
        ("composition", "ệ", "e\u0323\u0302"),
        ("space", "\u00a0", " "),
        ("quotation mark", "”", '"'),
        ("line end", "\r\n", " "),
        ("ellipsis", "…", "..."),
        ("soft hyphen", "c\u00ad", "c"),
        ("line end", "", "\n"),
    ]


def test_the_same_words_have_no_differences():
    assert folded("“Floors”", "“Floors”") == []


def test_other_words_are_shown_with_their_place():
    text = "All Members should establish social protection floors."
    found = word_differences(text, Span(4, len(text)), "Members shall quickly establish social floors.")
    assert [(one.source, one.quoted, one.start) for one in found] == [
        ("should", "shall quickly", 12),
        (" protection", "", 35),
    ]


@given(WORDS, WORDS)
def test_differences_turn_the_source_into_the_quotation(source, quoted):
    rest, rebuilt = source, ""
    for one in reversed(word_differences(source, Span(0, len(source)), quoted)):
        end = one.start + len(one.source)
        assert source[one.start : end] == one.source
        rebuilt = one.quoted + rest[end:] + rebuilt
        rest = rest[: one.start]
    assert fold(rest + rebuilt) == fold(quoted)


@given(st.text("ab", max_size=12), st.text("ab", max_size=12))
def test_matches_are_common_and_ascend(first, second):
    pairs = matches(first, second)
    assert all(first[here] == second[there] for here, there in pairs)
    assert pairs == sorted(set(pairs))
    assert len({there for _, there in pairs}) == len(pairs)


def test_long_texts_are_parted_at_what_they_share():
    base = [f"word{number}" for number in range(5000)]
    changed = ["other", *base[1:2500], "between", *base[2500:4999], "last"]
    assert len(matches(base, changed)) == 4998


def test_similarity_is_one_for_the_same_and_low_for_other_sentences():
    sentence = "The quick brown fox jumps over the lazy dog."
    assert similarity(sentence, sentence.upper()) == 1
    assert similarity(sentence, "Social protection floors are nationally defined.") < 0.5
