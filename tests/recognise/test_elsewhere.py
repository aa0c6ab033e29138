"""Letters of the glossary that words beside them say to mean something else, also in texts of its field."""

from pathlib import Path

import pytest

from archivist.glossary import load
from archivist.recognise import Recogniser

RECOGNISER = Recogniser(load(Path(__file__).parents[2] / "source" / "glossary"))
OURS = "The ILO and ASEAN speak of labour, workers and employment. "


def of_letters(text, letters):
    return [m.target for m in RECOGNISER.mentions(OURS + text) if m.target.removesuffix("@other") == letters]


@pytest.mark.parametrize(
    "text",
    [
        "Bring a hat and SPF 50.",
        "An SPF of any strength is a good sunscreen.",
        "Bawalah tabir surya ber-SPF tinggi, minimal SPF 30.",
        "Une crème solaire, SPF élevé.",
        "Sonnencreme mit hohem SPF.",
        "Crema solar con SPF alto.",
        "Kem chống nắng có SPF cao.",
        "What is SPF?\nSender Policy Framework, for the mail.",
        "Set DKIM and SPF for the list.",
    ],
)
def test_suns_and_mails_have_an_spf_of_their_own(text):
    assert set(of_letters(text, "SPF")) == {"SPF@other"}


@pytest.mark.parametrize(
    "text",
    [
        "An SPF for 2030 is planned.",
        "The SPF 2012 decision, and SPF 1.3 of the list.",
        "The Social Protection Floor (SPF) and SPF 30 years on.",
        "The SPF of 100 million workers.",
    ],
)
def test_a_year_or_an_amount_beside_it_is_no_factor(text):
    assert set(of_letters(text, "SPF")) == {"SPF"}


@pytest.mark.parametrize(
    "text",
    [
        "Elle voudrait un CDI après l'été.",
        "Ils sont en CDI depuis mars.",
        "Le contrat écrit manque ; le CDI aussi.",
        "Passer du CDD au CDI reste rare.",
    ],
)
def test_the_french_contract_is_another_cdi(text):
    assert of_letters(text, "CDI") == ["CDI@other"]


@pytest.mark.parametrize("text", ["CDI Hanoi spoke.", "Le CDI, une ONG du Viet Nam, a parlé.", "CDI and M.net met."])
def test_the_body_stays_where_nothing_says_so(text):
    assert of_letters(text, "CDI") == ["CDI"]


@pytest.mark.parametrize(
    "text",
    [
        "Pengurus SP/SB hadir di Medan.",
        "Wakil SB dan SP bertemu.",
        "Setiap serikat, baik SP tingkat pabrik maupun lain, diundang.",
    ],
)
def test_indonesian_unions_are_another_sp(text):
    assert of_letters(text, "SP") == ["SP@other"]


def test_social_protection_stays_sp():
    assert of_letters("Our SP work and the serikat met.\nSP for all.", "SP") == ["SP@other", "SP@other"]
    assert of_letters("Our SP work grows.\nSP for all.", "SP") == ["SP", "SP"]


@pytest.mark.parametrize(
    "text",
    [
        "Das Stellwerk hat ein ILO (Innere Leitstelle Oberhafen). Es gilt das Übereinkommen Nr. 153 der IAO.",
        "The router boots Linux from RAID by its BIOS. See Convention No. 153 of the ILO.",
        "Le routeur et le serveur: BIOS, RAID, Linux. La convention n° 153 de l'OIT.",
        "De server start Linux van RAID. Verdrag nr. 153 van de IAO.",
        "El servidor arranca Linux con RAID y BIOS. Convenio núm. 153 de la OIT.",
    ],
)
def test_a_number_of_the_bodys_own_letters_is_its_in_any_text(text):
    assert [m.target for m in RECOGNISER.mentions(text) if m.kind == "ilo"] == ["C153"]


def test_a_number_of_letters_that_are_anothers_is_not():
    text = "The ILO (Inner Loop Orchard) has Convention No. 153 of the ILO."
    assert [m.target for m in RECOGNISER.mentions(text) if m.kind == "ilo"] == []


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Surveyor: Eve Moor, MRICS", []),
        ("Asked by Jo Reed, FRCP, of the ward.", []),
        ("The MBA course and the FRICS exam began.", ["MBA", "FRICS"]),
    ],
)
def test_letters_after_a_name_and_a_comma_are_none(text, letters):
    assert [m.target for m in RECOGNISER.mentions(text) if m.kind == "acronym"] == letters


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Konvensyen Pertubuhan Buruh Antarabangsa (ILO) Nombor 98 disahkan.", ["C098"]),
        ("Konvensyen ILO Nombor 100 dan 111 disahkan.", ["C100", "C111"]),
    ],
)
def test_the_malay_word_for_a_number_is_a_sign(text, targets):
    assert [m.target for m in RECOGNISER.mentions(text) if m.kind == "ilo"] == targets


@pytest.mark.parametrize(
    ("listed", "letters"),
    [
        ("Present: A. Berg (chair), T. Noor, L. Sand.", []),
        ("Aanwezig: A. Berg, T. Noor, L. Sand.", []),
        ("Read by T. Noor of Oslo.", ["TN"]),
        ("Present: A. Berg, K. Noor, L. Sand.", ["TN"]),
    ],
)
def test_initials_of_persons_on_a_list_are_none(listed, letters):
    text = f"{listed}\n\n2. The hall is cold. So TN wrote to the owner about it."
    assert [m.target for m in RECOGNISER.mentions(text) if m.kind == "acronym"] == letters


def test_letters_that_are_spelt_out_are_no_initials():
    text = "Present: A. Berg, T. Noor, L. Sand.\n\nThe Tram Network (TN) grows. TN is old."
    assert [m.target for m in RECOGNISER.mentions(text) if m.kind == "acronym"] == ["TN", "TN"]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("WHO'S WHO\nChair: Tom Reed", []),
        ("See below.\n\nWHO’S WHO\n\nChair: Tom Reed", []),
        ("WHO’s advice on smoke, and the WHO report.", ["WHO", "WHO"]),
    ],
)
def test_a_heading_that_asks_who_is_who_names_no_body(text, letters):
    assert [m.target for m in RECOGNISER.mentions(text) if m.kind == "acronym"] == letters
