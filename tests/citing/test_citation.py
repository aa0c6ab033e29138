"""A citation has a place for a passage, and reads well without one."""

import pytest

from archivist.citing.citation import parted, plain


@pytest.mark.parametrize(
    ("cited", "locale", "bare", "one", "several"),
    [
        ("(ILO, 2017, para. 7)", "en-US", "(ILO, 2017)", "(ILO, 2017, para. 12)", "(ILO, 2017, paras. 12–14)"),
        ("(ILO, 2017, para. 7)", "en-GB", "(ILO, 2017)", "(ILO, 2017, para. 12)", "(ILO, 2017, paras 12–14)"),
        ("(ILO, par. 7)", "en-US", "(ILO)", "(ILO, par. 12)", "(ILO, pars. 12–14)"),
        ("(Law 2014, ¶ 7)", "en-US", "(Law 2014)", "(Law 2014, ¶ 12)", "(Law 2014, ¶¶ 12–14)"),
        ("ILO, ‘T’ (2017) para 7 <x>.", "en-GB", "ILO, ‘T’ (2017) <x>.", "ILO, ‘T’ (2017) para 12 <x>.", None),
        ("ILO, “T,” para. 7, x.", "en-US", "ILO, “T,” x.", "ILO, “T,” para. 12, x.", None),
        ("(“T,” par. 7)", "en-US", "(“T”)", "(“T,” par. 12)", None),
        ("(1)", "en-US", "(1)", "(1)", "(1)"),
    ],
)
def test_a_locator_is_put_in_or_left_out(cited, locale, bare, one, several):
    from archivist.citing import Citation

    citation = Citation("", *parted(cited, "7", locale=locale))
    assert citation.cited() == bare
    assert citation.cited("12") == one
    assert several is None or citation.cited("12–14") == several


def test_plain_words_have_no_elements_and_no_references():
    assert plain("ILO, <i>A &amp; B &lt;c></i>") == "ILO, A & B <c>"
