"""A new archive, whose glossary has hardly anything: instruments that it lacks are unmatched, not unseen."""

import pytest

from archivist.glossary import load
from archivist.recognise import Recogniser

ENTRY = """
[[entry]]
id = "C029"
name = "Forced Labour Convention, 1930 (No. 29)"
verified = true
"""
PROTOCOL = "Protocol of 1990 to the Night Work (Women) Convention (Revised), 1948"


@pytest.fixture
def recogniser(tmp_path):
    (tmp_path / "ilo-instruments.toml").write_text(ENTRY, encoding="utf-8")
    return Recogniser(load(tmp_path))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ILO's C102 and C999 were named.", [("C102", "C102"), ("C999", "C999")]),
        (
            "Ratify the Domestic Workers Convention, 2011 (No. 189).",
            [("Domestic Workers Convention, 2011 (No. 189)", "C189")],
        ),
        (
            "Nepal and the Freedom of Association and Protection of the Right to Organise Convention, 1948 (No. 87)",
            [("Freedom of Association and Protection of the Right to Organise Convention, 1948 (No. 87)", "C087")],
        ),
        (
            "the Social Protection Floors Recommendation, 2012 (No. 202)",
            [("Social Protection Floors Recommendation, 2012 (No. 202)", "R202")],
        ),
        ("The ILO's MLC, 2006, binds.", [("MLC, 2006", "MLC-2006")]),
        ("The ILO and the Hague Service Convention, 1965 (No. 14)", []),
        ("The ILO's C102 capacitor and MLC 2007", []),
        ("ILO texts spoke of C169 and, again, of R202.", [("C169", "C169"), ("R202", "R202")]),
        ("The ILO met in room C169.", []),
        (
            "The ILO adopted Recommendation No. 211. Countries report under R211, and see C194.",
            [("Recommendation No. 211", "R211"), ("R211", "R211")],
        ),
        ("The ILO adopted Recommendation No. 211. The rack in lab R211 is full.", [("Recommendation No. 211", "R211")]),
        (
            "The ILO met. Convention on Coastal Tourism, 2031 (No. 199), is new.",
            [("Convention on Coastal Tourism, 2031 (No. 199)", "C199")],
        ),
        (
            "The ILO met. It welcomes the Convention on Coastal Tourism (C199).",
            [("Convention on Coastal Tourism (C199)", "C199")],
        ),
        ("The ILO met. The Council of Europe's Convention on the Protection of Children (No. 201) is old.", []),
        ("The ILO met. The convention on fees for groups of guests (No. 199) was held.", []),
        (
            "the Decent Work in the Platform Economy Convention, 2026 (No. 194)",
            [("Decent Work in the Platform Economy Convention, 2026 (No. 194)", "C194")],
        ),
    ],
)
def test_an_instrument_named_in_full_is_unmatched_where_the_glossary_lacks_it(recogniser, text, expected):
    mentions = [m for m in recogniser.mentions(text) if m.kind == "ilo"]
    assert [(text[m.start : m.end], m.target) for m in mentions] == expected
    assert {m.state for m in mentions} <= {"unmatched"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Under the ASEAN Charter, states meet.", ["asean-charter"]),
        ("the ASEAN Human Rights Declaration, 2012", ["asean-human-rights-declaration-2012"]),
        ("ASEAN Tourism Integration Declaration.", ["asean-tourism-integration-declaration"]),
        (
            "ASEAN Member States signed a Declaration. ASEAN Ministers made a Declaration, the ASEAN Summit a Treaty.",
            [],
        ),
        ("the ASEAN Trade Union Council Declaration, and an ASEAN Charter School", []),
    ],
)
def test_a_text_of_aseans_is_unmatched_where_the_glossary_lacks_it(recogniser, text, expected):
    assert [m.target for m in recogniser.mentions(text) if m.kind == "asean"] == expected


def test_a_year_after_words_that_begin_a_protocols_title_is_no_instrument(tmp_path):
    entry = ENTRY.replace("C029", "P089").replace("Forced Labour Convention, 1930 (No. 29)", PROTOCOL)
    (tmp_path / "ilo-instruments.toml").write_text(entry, encoding="utf-8")
    assert Recogniser(load(tmp_path)).mentions("Under the Convention, Protocol 1999 was agreed.") == ()


@pytest.mark.parametrize("adopted", ["", 'adopted = "201X"', 'adopted = "2012~"'])
def test_an_instrument_may_be_of_no_known_year(tmp_path, adopted):
    entry = f"""[[entry]]
id = "zed"
name = "ASEAN Zed Zone Convention"
forms = ["ZZC"]
type = "convention"
verified = true
{adopted}
"""
    (tmp_path / "asean-instruments.toml").write_text(entry, encoding="utf-8")
    found = Recogniser(load(tmp_path)).mentions("ASEAN's Zed Zone Convention (ZZC). The ZZC binds.")
    assert [one.target for one in found].count("zed") == 2
