import json
import re

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from archivist.edition.ink import Ink, digest_code, literal

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
_STATEMENT = re.compile(r'stand-in\("([0-9A-F]+)"\);|(linebreak\(\);)|(cut;)|(?:whole\()?("(?:[^"\\]|\\.)*")\)?;')


def value_in_typst(code: str):
    """Give the value that Typst makes of an expression."""
    source = f"#metadata({code})<value>".encode()
    return json.loads(typst.query(source, "<value>", field="value", one=True))


def shown(code: str) -> list[tuple[str, str]]:
    """Read back the statements of verbatim code: what is drawn, and which characters are shown by code point."""
    assert code[0] + code[-1] == "{}"
    assert _STATEMENT.sub("", code[1:-1]) == ""
    found = []
    for point, line_end, cut, drawn in _STATEMENT.findall(code):
        if point:
            found.append(("hidden", chr(int(point, 16))))
        elif line_end:
            found.append(("drawn", "\n"))
        elif not cut:
            found.append(("drawn", value_in_typst(drawn)))
    return found


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_a_literal_is_exactly_the_text(text):
    assert value_in_typst(literal(text)) == text


@pytest.mark.parametrize(
    "hostile",
    [
        '"); panic("x")',
        '\\"); read("/etc/passwd")',
        '#read("/etc/passwd")',
        "$x$ @a <b> `c` // d /* e",
        "\\u{41}",
        "}};//",
    ],
)
def test_a_hostile_text_is_a_string_like_any_other(hostile):
    assert value_in_typst(literal(hostile)) == hostile


@given(st.text(st.characters(exclude_categories=["Cs"], max_codepoint=0x2FFF)))
@settings(max_examples=40, deadline=None)
def test_verbatim_code_loses_no_character(text):
    joined = "".join(piece for _, piece in shown(Ink().verbatim(text)))
    assert joined == re.sub("\r\n|\r", "\n", text).translate({9: " ", 0x2009: " ", 0x200A: " ", 0x202F: "\u00a0"})


@pytest.mark.parametrize(
    "char",
    ["\x00", "\x07", "\x9f", "\u202e", "\u2067", "\u200f", "\ufeff", "\uf0b7", "\uffff", "\u2028", "\u2029", "\ud800"],
)
def test_controls_overrides_and_private_use_are_shown_not_obeyed(char):
    assert ("hidden", char) in shown(Ink().verbatim(f"a{char}b"))


@pytest.mark.parametrize("char", ["\u200b", "\u200c", "\u200d", "\u00a0", "é", "ក", "𠀀"])
def test_characters_that_belong_to_writing_are_drawn(char):
    assert shown(Ink().verbatim(f"a{char}b")) == [("drawn", f"a{char}b")]


def test_what_the_fonts_lack_is_shown_by_its_code_point():
    ink = Ink(frozenset("☃"))
    assert shown(ink.verbatim("a☃")) == [("drawn", "a"), ("hidden", "☃")]
    assert ink.plain("a☃") == '"a[U+2603]"'


def test_a_word_is_cut_only_when_it_is_too_long_for_the_line():
    assert "cut;" not in Ink().verbatim("x" * 39)
    assert Ink().verbatim("x" * 50).count("cut;") == 4


@pytest.mark.parametrize(
    "run",
    [
        "." * 140,
        "—" * 35,
        "W" * 39,
        "a\u200d" * 400,
        "a\u2060" * 400,
        "ก" * 600,
        "ក្ក" * 300,
        "က္" * 300,
        "ー" * 99,
        "。」" * 50,
    ],
)
def test_whatever_finds_no_place_to_break_is_cut_in_pieces_of_ten_letters(run):
    pieces = [piece for _, piece in shown(Ink().verbatim(f"a {run} b"))]
    assert "".join(pieces) == f"a {run} b"
    assert all(len(re.sub("[\u200d\u2060\u17d2\u1039]", "", piece)) <= 10 for piece in pieces[1:-1])


@pytest.mark.parametrize(
    "text", ["ปฏิญญาสากลว่าด้วยสิทธิมนุษยชน", "社会保障、社会保険。", "непосредственное", "👨\u200d👩\u200d👧"]
)
def test_words_that_typst_can_break_or_that_fit_are_not_cut(text):
    assert Ink().verbatim(text) == f"{{{literal(text)};}}"


@pytest.mark.parametrize("word", ["re-skilling", "ILO/Japan", "INSP!R", "2015–2016", "(who?)yes", "a\\b", "x]y"])
def test_a_word_with_a_sign_in_it_stays_on_one_line(word):
    assert Ink().verbatim(f"the {word} of") == f'{{"the ";whole({literal(word)});" of";}}'


@pytest.mark.parametrize("word", ["“word”", "workers’", "e\u0301a", "Viet\u00a0Nam", "end.", "(No.202)", "a – b"])
def test_a_word_without_a_place_to_break_needs_nothing(word):
    assert Ink().verbatim(f"the {word} of") == f"{{{literal(f'the {word} of')};}}"


@pytest.mark.parametrize(("text", "kept"), [("co- and", "co- and"), ("a - b", "- b"), ("x-y- z", "x-y- z")])
def test_a_hyphen_never_ends_a_line_as_poppler_would_drop_it(text, kept):
    assert f"whole({literal(kept)});" in Ink().verbatim(text)


def test_words_joined_by_no_break_spaces_are_cut_between_words():
    pieces = [piece for _, piece in shown(Ink().verbatim("\u00a0".join(["protection"] * 8)))]
    assert pieces == ["protection\u00a0"] * 7 + ["protection"]


def test_an_address_is_cut_after_slashes_and_only_where_no_line_holds_a_piece_before_other_signs():
    address = "https://www.example-page.org/a/long_page.html?with=many&other=signs#end"
    pieces = [piece for _, piece in shown(Ink().verbatim(address))]
    assert pieces == [
        *("https://www.example-page.org/", "a/", "long", "_page", ".html"),
        *("?with", "=many", "&other", "=signs", "#end"),
    ]


def test_an_identifier_is_cut_after_colons_and_before_signs_and_keeps_its_hyphens():
    passage = "aspa:2015-ilo-asean-partnership@53c1234567890abc#p1"
    code = Ink().verbatim(f"Archived text: {passage}.")
    assert code.removeprefix('{"Archived text: ";') == (
        '"aspa:";cut;whole("2015-ilo-asean-partnership");cut;whole("@53c1234567890abc");cut;whole("#p1.");}'
    )


def test_an_identifier_that_no_line_holds_is_cut_inside():
    code = Ink().verbatim("aspa:" + "a-long-name-" * 6 + "end@0123456789abcdef#p12")
    pieces = [piece for _, piece in shown(code)]
    assert pieces[0] == "aspa:"
    assert pieces[-2:] == ["@0123456789abcdef", "#p12"]
    assert all(len(piece) <= 20 for piece in pieces[1:-2])


def test_an_address_with_a_piece_that_is_too_long_is_cut_there_too():
    pieces = [piece for _, piece in shown(Ink().verbatim("https://example.org/" + "w" * 90))]
    assert "".join(pieces) == "https://example.org/" + "w" * 90
    assert max(map(len, pieces)) <= len("https://example.org/")


def test_a_cut_never_parts_a_mark_from_its_letter():
    pieces = [piece for _, piece in shown(Ink().verbatim("e\u0301" * 60))]
    assert all(piece.startswith("e") for piece in pieces)


def test_a_digest_breaks_between_groups_of_eight():
    assert digest_code("0123456789abcdef") == 'digest("01234567", "89abcdef")'
