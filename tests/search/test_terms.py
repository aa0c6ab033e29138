import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from archivist.search.stems import stem, stemmer_of
from archivist.search.terms import fold, terms, tokens
from archivist.search.units import FACETS
from archivist.sphinxext import searching

TERMS = {
    "Việt Nam’s workers": "viet nam workers",
    "an sinh xã hội": "an sinh xa hoi",
    "Asia-Europe": "asia europe",
    "self_employed": "self employed",
    "No.\u00a0202, (No.202)": "no 202 no 202",
    "#USP2030 INSP!R!": "usp2030 inspr",
    "don't l’école d’une workers’": "dont l ecole d une workers",
    "so\u00adcial straße Łódź": "social strasse lodz",
    "２０２ ﬁne ٢٠٢ ๒๐๒": "202 fine 202 202",
    "नेपाल 社会保障": "नेपाल 社会 会保 保障",
    "ΟΔΟΣ": "οδοσ",
    " \t.,;“”": "",
}


@pytest.mark.parametrize("text", TERMS)
def test_words_are_folded(text):
    assert terms(text) == TERMS[text].split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ประกันสังคม", ["ปร", "ระ", "ะกั", "กัน", "นสั", "สัง", "งค", "คม"]),  # tone marks and vowels stay with their letter
        ("ข่าว", ["ข่า", "าว"]),
        ("ကာကွယ်", ["ကာကွ", "ကွယ်"]),
        ("គាំពារ", ["គាំពា", "ពារ"]),
        ("ສັງຄົມ", ["ສັງ", "ງຄົ", "ຄົມ"]),
        ("ก", ["ก"]),
        ("สังคม\u200bไทย", ["สัง", "งค", "คม", "มไ", "ไท", "ทย"]),  # a break that only some texts have
        ("พ.ศ.2563ปี", ["พ", "ศ", "2563", "ปี"]),
    ],
)
def test_scripts_without_spaces_are_cut_into_overlapping_pairs_of_units(text, expected):
    assert terms(text) == expected


@pytest.mark.parametrize("text", [*TERMS, "ILO กับ ASEAN 社会保障とILO", "a\u200bb"])
def test_tokens_are_the_terms_and_stand_where_they_say(text):
    found = list(tokens(text))
    assert [token.term for token in found] == terms(text)
    assert all(token.paired or fold(text[token.start : token.end]) == token.term for token in found)
    assert all(one.start <= other.start for one, other in pairwise(found))


def test_words_are_stemmed_in_the_language_of_their_document():
    assert stem("protecting", stemmer_of("en-GB")) == stem("protection", stemmer_of("en"))
    assert stem("perlindungan", stemmer_of("id")) == stem("lindungi", stemmer_of("id"))
    assert stem("protecting", stemmer_of("vi")) == "protecting"


def test_international_is_not_internal():
    assert len({stem(word, "english") for word in ("international", "internal", "intern")}) == 3


def test_codes_and_numbers_have_no_stem_but_themselves():
    assert [stem(term, "english") for term in ("r202s", "2030s", "社会")] == ["r202s", "2030s", "社会"]


def test_the_page_narrows_by_the_facets_of_the_index():
    page = Path(searching.__file__).parent / "html_theme" / "search" / "page.js"
    (listed,) = re.findall(r"const FACETS = (\[.*?\]);", page.read_text(encoding="utf-8"))
    assert json.loads(listed) == list(FACETS)
