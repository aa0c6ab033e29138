"""No text that holds a quotation is passed over, whatever folding drops from it or changes in it."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.passages.folding import fold
from archivist.passages.seeking import candidates

ODD = "\u00ad\u200b\u2060\ufeff\u00a0\u2003\r\n\t ‘’“”…`´"
LETTERS = "abcdeEIKkSsſΣσςßé\u212aÅ\u212bİıﬁệ\u0301\u0323\u0302ไทยกำសង្គម社会7_-.'\""
PIECES = st.one_of(st.sampled_from(ODD), st.sampled_from(LETTERS), st.sampled_from(["protection", "social ", " of "]))


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    """Give the candidates for a quotation in an archive of one text."""
    bag = tmp_path_factory.mktemp("archive") / "one"
    (bag / "data").mkdir(parents=True)
    archive = SimpleNamespace(ids=lambda: ["one"], bag=lambda _: bag)

    def give(data, quoted):
        (bag / "data" / "text.txt").write_bytes(data)
        return list(candidates(archive, quoted))

    return give


@given(st.lists(PIECES, max_size=40).map("".join), st.data())
def test_whatever_folds_as_the_quotation_is_a_candidate(held, text, data):
    quoted = data.draw(st.sampled_from(pastings(text)))
    assert fold(quoted) == fold(text)
    (candidate,) = held(f"Before. {text} After.".encode(), quoted)
    assert candidate.share == 1


def pastings(text):
    return [text, fold(text), *(other for form in FORMS if fold(other := form(text)) == fold(text))]


FORMS = [
    "\u2060".join,
    lambda text: text.replace("\u00ad", "").replace("\u200b", ""),
    lambda text: text.replace(" ", "\u00a0").replace("'", "’"),
    lambda text: text.replace("é", "e\u0301").replace("\u212a", "K"),
]


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-32", "windows-1252", "iso2022_jp"])
def test_a_text_in_another_charset_is_a_candidate(held, charset):
    text = "Las prestaciones sociales\n" + ("会社" if charset == "iso2022_jp" else "de la protección")
    assert held(text.encode(charset), "something else altogether")[0].text is None


def test_a_text_without_the_words_is_none(held):
    assert held("Milk, and\u00ad pensions.".encode(), "Recommendation concerning floors") == []
