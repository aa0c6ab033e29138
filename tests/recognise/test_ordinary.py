"""Words that a text also writes small: found one by one or all at once, with the same answers."""

from archivist.recognise.ordinary import OrdinaryWords

TEXT = "Solidar met the Bread network (see www.bread-net.org/water and Hope_2). The water was cold, and so were they.\n"


def test_a_word_stands_in_a_text_in_lower_case_or_with_a_capital():
    words = OrdinaryWords(TEXT)
    assert {word: word in words for word in ("bread", "solidar", "water", "hope", "wate", "network")} == {
        "bread": True,
        "solidar": True,
        "water": True,
        "hope": False,
        "wate": False,
        "network": True,
    }


def test_a_word_that_stands_only_in_an_address_is_none():
    assert "water" not in OrdinaryWords("see www.net.org/water for more")


def test_answers_do_not_depend_on_how_many_words_were_asked_for():
    asked = ("bread", "hope", "cold", "wate", "they", "solidar", "élan")
    few = {word: word in OrdinaryWords(TEXT) for word in asked}
    many = OrdinaryWords(TEXT)
    assert [f"word{number}" in many for number in range(40)] == [False] * 40
    assert {word: word in many for word in asked} == few
