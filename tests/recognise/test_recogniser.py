import pickle
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archivist.glossary import load
from archivist.model import Quote, Ruling
from archivist.recognise import Recogniser
from archivist.recognise.letters import BLANK, GAP

GLOSSARY = load(Path(__file__).parent.parent.parent / "source" / "glossary")
RECOGNISER = Recogniser(GLOSSARY)


def found(text, **options):
    return [(text[m.start : m.end], m.kind, m.target, m.state) for m in RECOGNISER.mentions(text, **options)]


def instruments(text):
    return [(words, target) for words, kind, target, _ in found(text) if kind in ("ilo", "asean")]


PIECES = st.sampled_from(
    "ILO|ASEAN| |\n|\n\n|\xa0|Convention|No. 102|(|)|, 1952|C189| and |190|-|/|’s|Declaration on|Social Protection|SPFs"
    "|<a href=|>|http://x.org/|_|N.G.O.|R&D|THE|អនុសញ្ញា|é".split("|")
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join))
def test_spans_lie_in_the_text_are_sorted_and_never_cross(text):
    mentions = RECOGNISER.mentions(text)
    open_ends = []
    last = (-1, 0)
    for mention in mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert (mention.start, -mention.end) >= last
        last = (mention.start, -mention.end)
        open_ends = [end for end in open_ends if end > mention.start]
        assert all(mention.end <= end for end in open_ends)
        assert mention.nested == bool(open_ends)
        open_ends.append(mention.end)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_a_mention_has_no_blank_at_its_ends_and_no_blank_line_within(text):
    for mention in RECOGNISER.mentions(text):
        words = text[mention.start : mention.end]
        assert words == words.strip()
        assert "\n\n" not in words


def test_the_same_text_gives_the_same_mentions_after_pickling():
    text = "The ILO and the ASEAN Charter; R202 and the National Planning Commission (NPC) of Nepal."
    again = pickle.loads(pickle.dumps(RECOGNISER))  # noqa: S301 - our own bytes
    assert again.mentions(text) == RECOGNISER.mentions(text)


def test_an_instrument_that_the_glossary_lacks_is_unmatched():
    assert ("ILO Convention 299", "ilo", "C299", "unmatched") in found("ratify ILO Convention 299 at work")


def _states(text):
    return {target: state for _, kind, target, state in found(text) if kind == "ilo"}


@pytest.mark.parametrize(
    ("text", "unmatched", "linked"),
    [
        (
            "The ILO adopted Convention No. 999 and Recommendation No. 500. See also C250 and P155.",
            {"C999", "R500", "C250"},
            {"P155"},
        ),
        (
            """The International Labour Conference adopted Convention No. 193 in June 2026,
            and the ILO adopted C193 and R211.""",
            {"C193", "R211"},
            set(),
        ),
        ("ILO Conventions Nos. 29 and 999 and C999", {"C999"}, {"C029"}),
        ("The ILO ratified Conventions Nos. 29, 999 and 87 and 98.", {"C999"}, {"C029", "C087", "C098"}),
        ("At the ILO, workers met. They want Convention No. 193, not Convention No. 250.", {"C193"}, set()),
        ("The new ILO C193 and R211 are long.", {"C193", "R211"}, set()),
        ("L’OIT a adopté la convention n° 193 et la recommandation n° 211.", {"C193", "R211"}, set()),
        ("The ILO adopted C193, R211 and C190.", {"C193", "R211"}, {"C190"}),
    ],
)
def test_a_number_that_the_glossary_lacks_is_unmatched_where_the_ilos_instruments_are_meant(text, unmatched, linked):
    assert _states(text) == dict.fromkeys(unmatched, "unmatched") | dict.fromkeys(linked, "linked")


def test_each_mention_of_an_unknown_number_is_found():
    text = "ILO Conventions Nos. 29 and 999 and C999"
    assert instruments(text) == [("ILO Conventions Nos. 29", "C029"), ("999", "C999"), ("C999", "C999")]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("ILO Convention No. 189. Take vitamin C 100 mg. C. 102 pages. Grade C190 paper.", ["C189"]),
        ("ILO: look at C102 p. 5. The Commodore C128 and Cisco C190.", ["C102"]),
        ("The ILO's Conventions: workers bought a C999 capacitor and the C250 amplifier.", []),
        ("The ILO met. Recommendation 500 of the audit, and Conventions, 300 pages. The C999 failed.", []),
        ("The ILO on Conventions Nos. 87, 98, 450 workers and 300 employers.", ["C087", "C098"]),
        ("The ILO read all Conventions No. 300 pages; buses C190, C250 and R202 stop.", []),
        ("ILO members ratified Convention No. 210 of the Council of Europe.", []),
        ("The ILO implemented C250 engines and found C251.", []),
        ("The ILO on workers: they take C 100 mg or C. 102 ml.", []),
        ("The ILO on Conventions Nos. 87, 250 amplifiers and more.", ["C087"]),
        ("The ILO on Conventions 87, 98, 250, they said.", ["C087", "C098"]),
        ("The ILO met with workers. The ministry's Convention No. 500 was cancelled.", []),
    ],
)
def test_a_text_on_the_ilo_has_other_codes_and_numbers_too(text, targets):
    assert [target for _, target in instruments(text)] == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "Unions call on the government to ratify C87 and C98. Conventions Nos. 29 and 98.",
            ["C087", "C098", "C029", "C098"],
        ),
        ("C029, C105 and R202", ["C029", "C105", "R202"]),
        ("The Safety and Health Convention, 1981 (No. 155) and its Protocol of 2002 (P155)", ["C155", "P155"]),
        ("Ratify the labour conventions: C.29 & C.105, C29+C105", ["C029", "C105", "C029", "C105"]),
        ("In Myanmar C29 and in the Philippines C190 bind, says the ILO.", ["C029", "C190"]),
        ("The ILO wants all to Ratify C190.", ["C190"]),
        ("Die IAO sagt, das Abkommen C189 gilt.", ["C189"]),
    ],
)
def test_codes_are_read_where_ratification_or_the_way_of_citing_shows_whose_they_are(text, targets):
    assert [target for _, target in instruments(text)] == targets


@pytest.mark.parametrize("text", ["C128, C105 and R202", "C029", "C029, C105 and R202 are 10 nF", "R029, X105"])
def test_a_list_of_codes_alone_is_not_the_ilos_by_itself(text):
    assert instruments(text) == []


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("The ILO’s “Convention concerning blue cheese, 1999 (No. 87)” was adopted", []),
        ("The ILO's Convention concerning blue cheese, 1999 (No. 87) was adopted", []),
        ("The ILO’s Convention regarding blue cheese, 1999 (No. 87) was adopted", []),
        ("The ILO’s Convention concerning the right to organise, 1948 (No. 87) was adopted", ["C087"]),
        ("L’OIT : la convention sur le fromage bleu (n° 138)", []),
        ("L’OIT : la convention sur l’âge d’admission minimum (n° 138)", ["C138"]),
        ("L’OIT : la convention concernant le travail nocturne (n° 89)", ["C089"]),
    ],
)
def test_a_title_before_a_number_is_held_against_the_entrys_titles_whatever_else_the_text_holds(text, targets):
    assert [target for _, target in instruments(text)] == targets


def test_an_asean_text_that_the_glossary_lacks_is_unmatched():
    assert (
        "ASEAN Declaration on Cultural Heritage (Bangkok, 2000)",
        "asean",
        "asean-declaration-cultural-heritage-2000",
        "unmatched",
    ) in found("the ASEAN Declaration on Cultural Heritage (Bangkok, 2000) was read")


def test_a_draft_and_a_text_of_another_body_are_no_instruments():
    assert instruments("the draft ASEAN Declaration on Human Rights; a SAARC Declaration on Social Protection") == []


def test_a_short_name_refers_back_to_the_longer_title_that_it_begins():
    title = "ASEAN Declaration on Strengthening Social Protection"
    mentions = RECOGNISER.mentions(f"They signed the {title}. The ASEAN Declaration has ten principles.")
    (back,) = [mention for mention in mentions if mention.anaphora]
    assert back.target == "asean-declaration-strengthening-social-protection-2013"


def test_a_short_name_with_its_own_alias_stands_for_itself():
    text = "the ASEAN Declaration on Human Rights; the ASEAN Declaration (Bangkok Declaration) of 1967"
    assert ("ASEAN Declaration", "asean-bangkok-declaration-1967") in instruments(text)


def test_a_title_that_three_instruments_share_is_ambiguous_without_its_year():
    (mention,) = RECOGNISER.mentions("ILO: the Maternity Protection Convention")[1:]
    assert (mention.state, mention.entry) == ("ambiguous", None)
    assert mention.candidates == ("C003", "C103", "C183")


@pytest.mark.parametrize(("year", "code"), [("1919", "C003"), ("1952", "C103"), ("2000", "C183")])
def test_the_year_says_which_of_several_is_meant(year, code):
    assert instruments(f"The ILO’s Maternity Protection Convention, {year}, binds.")[0][1] == code


def test_an_acronym_is_linked_to_what_it_stands_for():
    (mention,) = RECOGNISER.mentions("the ILO met")
    assert (mention.target, mention.entry) == ("ILO", "international-labour-organization")


def test_an_acronym_keeps_the_expansion_that_the_text_gives():
    (mention,) = RECOGNISER.mentions("The Federation of Home Workers (FHW) met.")
    assert (mention.target, mention.sense, mention.state) == ("FHW", "Federation of Home Workers", "unmatched")


def test_an_acronym_that_the_text_expands_otherwise_is_not_linked():
    assert ("SPF", "acronym", "SPF@other", "unmatched") in found("Sender Policy Framework (SPF) records")


def test_letters_of_many_readings_are_not_linked_in_a_long_text_of_another_field():
    filler = "The servers were rebooted and the logs were read with care. " * 10
    assert ("SP", "acronym", "SP@other", "unmatched") in found(filler + "The SP was slow.")
    assert ("SP", "acronym", "SP", "linked") in found(filler + "Workers, labour law and employment: the SP was slow.")


def test_organisations_and_places_are_found_by_their_names():
    kinds = [(words, kind) for words, kind, _, _ in found("The World Bank and Save the Children work in Viet\xa0Nam.")]
    assert kinds == [("World Bank", "organisation"), ("Save the Children", "organisation"), ("Viet\xa0Nam", "place")]


@pytest.mark.parametrize("gap", ["\xa0", "  ", "\n", "\r\n", " \n "])
def test_blanks_and_a_line_break_may_stand_inside_a_mention(gap):
    words = gap.join("Social Protection Floors Recommendation, 2012 (No. 202)".split(" "))
    assert instruments(f"The ILO: {words} says") == [(words, "R202")]


def test_a_blank_line_may_not():
    assert instruments("The ILO: Social Protection Floors\n\nRecommendation, 2012") == []


@pytest.mark.parametrize("blank", [" ", "\t", "\xa0", "\n", " \n"])
@pytest.mark.parametrize("pattern", [BLANK, GAP])
def test_what_may_stand_between_words_reaches_so_far_and_gives_nothing_back(pattern, blank):
    reached = re.match(pattern, blank * 10_000)
    assert reached.end() <= 2 * 100 + 2
    assert re.match(rf"{pattern}[ \t\xa0]\Z", blank.rstrip("\n") * 50) is None


@pytest.mark.parametrize("blank", [" ", "\t", "\xa0"])
def test_a_name_has_no_column_of_blanks_in_it(blank):
    assert instruments("ILO Convention" + blank * 3 + "No. 102") == [(f"ILO Convention{blank * 3}No. 102", "C102")]
    assert instruments("ILO Convention" + blank * 300 + "No. 102") == []
    assert [target for _, target in instruments(blank * 300 + "C029, R202" + blank * 300)] == ["C029", "R202"]


@pytest.mark.parametrize(
    "text",
    [
        "The R102 road, the C189 exit and bus P29.",
        "Capacitors C102, C190 and resistor R202 on the board.",
        "Article R112-1 and Article L. 189 of the code.",
        "The Council of Europe's Convention 108 and Protocol No. 12.",
        "Recommendation 202 of the audit; Convention Centre, hall C190.",
        "Notes\n\nThe ILO (injection locked oscillator) board carries R202 and C102.",
        "The International Law Organization (ILO) has R202 in its library, and C189.",
        "MLC NAND flash memory (MLC, 2006 model) is cheaper than SLC. The MLC chips wear out.",
        "The ILO met. Take bus C155 or the tram C87.",
        "The ILO met; the printer in R202 is broken.",
        "The ILO met. On the board, C102, C105 and R204 are 0402 parts and R202 is a fuse.",
        "The ILO adopted it. OJ C 189, 5.6.2014, p. 1",
        "The ILO and the EU: Council Recommendation No. 189 and Convention No. 160 of the Council of Europe",
        "The ILO met. Convention No. 7 of the naming guide: use snake_case",
        "The ILO met. Convention 87 of the club was broken.",
        "Version C189 of <tag id='R202'> and file C102.pdf.",
    ],
)
def test_look_alikes_are_not_instruments(text):
    assert instruments(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "ILO: the Convention on Social Security (Minimum Standards), 1952, binds",
            "Convention on Social Security (Minimum Standards), 1952",
        ),
        (
            "OIT: la convention concernant la sécurité sociale (norme minimum) vaut",
            "convention concernant la sécurité sociale (norme minimum)",
        ),
        (
            "the Cha-am Hua Hin Declaration on the Roadmap for the ASEAN Community (2009-2015) says",
            "Cha-am Hua Hin Declaration on the Roadmap for the ASEAN Community (2009-2015)",
        ),
        ("the IAI Work Plan 2 (2009-2015) of ASEAN", "IAI Work Plan 2 (2009-2015)"),
    ],
)
def test_a_bracket_that_a_name_opens_is_closed_in_it(text, words):
    assert [found_words for found_words, _ in instruments(text)] == [words]


@pytest.mark.parametrize(
    ("text", "acronyms"),
    [
        ("the UN treaties (CEDAW, CAT, CRC) bind; a CAT sat", ["UN", "CEDAW", "CAT", "CRC"]),
        ("What INSP!Ring news from INSP!R Nepal and INSP !R Togo", ["INSP!R", "INSP !R"]),
        ("the ILO&mdash;IOM talks, R&amp;D and Q&A", ["ILO", "IOM", "Q&A"]),
        ("plates for 30NPR, 2EUR or USD100, not US$5 or 50GB", ["NPR", "EUR", "USD"]),
    ],
)
def test_acronyms_in_odd_company(text, acronyms):
    assert [words for words, kind, *_ in found(text) if kind == "acronym"] == acronyms


HERE = Quote("R202", prefix="road ")


@pytest.mark.parametrize(
    ("decision", "kind", "target", "expected"),
    [
        ("no", None, None, []),
        ("yes", "ilo", "R202", [("R202", "ilo", "R202", "linked")]),
        ("other", "acronym", "R202@other", [("R202", "acronym", "R202@other", "unmatched")]),
        ("other", "ilo", "C102", [("R202", "ilo", "C102", "linked")]),
        ("other", "ilo", "C002x", [("R202", "ilo", "C002x", "unmatched")]),
        ("ambiguous", "ilo", "R202", [("R202", "ilo", "R202", "ambiguous")]),
    ],
)
def test_a_ruling_overrules_what_is_found(decision, kind, target, expected):
    text = "The road R202 is long."
    ruling = Ruling(HERE, decision, who="an archivist", when="2026-11-22", kind=kind, target=target)
    assert found(text, rulings=[ruling]) == expected


def test_a_ruling_takes_a_mention_away():
    text = "The ILO adopted R202 in June."
    ruling = Ruling(Quote("R202"), "no", who="an archivist", when="2026-11-22")
    assert ("R202", "ilo", "R202", "linked") in found(text)
    assert [words for words, *_ in found(text, rulings=[ruling])] == ["ILO"]


def test_a_stale_ruling_changes_nothing():
    text = "The ILO adopted R202 in June."
    ruling = Ruling(Quote("R203"), "no", who="an archivist", when="2026-11-22")
    assert found(text, rulings=[ruling]) == found(text)


def _acronyms(text):
    return [words for words, kind, _, _ in found(text) if kind == "acronym"]


def test_a_word_in_capitals_within_a_script_that_has_none_abbreviates():
    assert _acronyms("អង្គការ IDEA, CENTRAL និង CAMFEBA បានចូលរួម") == ["IDEA", "CENTRAL", "CAMFEBA"]
    assert _acronyms("The IDEA is central to it, as an idea.") == []


def test_two_letters_with_stops_abbreviate_before_a_number_and_are_initials_before_a_name():
    assert _acronyms("In G.R. No. 198587 and R.A. 11199, B.E. 2518, he said so.") == ["G.R.", "R.A.", "B.E."]
    assert _acronyms("Mr G.R. Silva and Ms B.E. Olsen said so.") == []


def test_a_name_is_found_over_double_blanks():
    assert [m.target for m in RECOGNISER.mentions("Viet  Nam and Viet Nam") if m.kind == "place"] == ["viet-nam"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ITUC/ITUC-AP/IDWN met.", ["ITUC", "ITUC-AP", "IDWN"]),
        ("The ASEAN-ILO/Japan Project", ["ASEAN", "ILO"]),
        ("INSP!R1 and INSP!R are one network; INSP!Ring is a word.", ["INSP!R", "INSP!R"]),
        ("Resolution A/RES/217", []),
        ("HIV/AIDS is taught with visual aids.", ["HIV", "AIDS"]),
        ("Tier 3 of the TIP Report, the ONLY Report, the TIP of the iceberg", ["TIP"]),
        ("It costs US$ 5 or US $ 249 in the US.", ["US"]),
        ("The ADC drives R1 (10 kΩ), C3 (100 nF), IC3 and TP4 by I2C; see FIG. 2 (resistor).", ["ADC", "I2C"]),
        ("The ILO, CH-1211 Geneva 22, and the CH group", ["ILO", "CH"]),
        ("STRENGTHENED POLICIES, PROGRAMMES AND STRATEGIES OF THE GEFONT", ["GEFONT"]),
    ],
)
def test_hyphens_and_slashes_and_marks_within_letters(text, expected):
    assert _acronyms(text) == expected


def test_a_convention_has_the_same_titles_under_either_of_a_languages_words_for_one():
    text = "De ILO: Conventie inzake geweld en intimidatie; die Konvention über Zwangsarbeit; Konvensyen Kerja Paksa."
    assert [target for _, target in instruments(text)] == ["C190", "C029", "C029"]
    assert instruments("The ILO and the Genfer Konvention, Conventie van Genève, Konvensyen Vienna") == []


def test_the_readings_of_an_ambiguous_name_stand_in_order():
    (mention,) = (m for m in RECOGNISER.mentions('an "ASEAN Vision" 2030, which no text has') if m.kind == "asean")
    assert mention.state == "ambiguous"
    assert mention.target == mention.candidates[0]
    assert mention.candidates == tuple(sorted(mention.candidates))
