"""Words in capitals that are no acronyms: of Vietnamese, of menus and headings, of names; and codes of addresses."""

from pathlib import Path

import pytest

from archivist.glossary import load
from archivist.recognise import Recogniser

RECOGNISER = Recogniser(load(Path(__file__).parents[2] / "source" / "glossary"))


def acronyms(text):
    return [text[one.start : one.end] for one in RECOGNISER.mentions(text) if one.kind == "acronym"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TRANH ẢNH   SỰ KIỆN   LIÊN HỆ", []),
        ("Báo cáo về TIÊU chí và QUÊ hương của TÔI.", []),
        ("Luật BHXH và BHYT của LĐLĐ, do UBND và HĐND ban hành.", ["BHXH", "BHYT", "LĐLĐ", "UBND", "HĐND"]),
        ("QUỸ BHXH CỦA NGƯỜI DÂN", ["BHXH"]),
        ("Elle a vu l'ÉNSAD et la FÉGÉTEB.", ["ÉNSAD", "FÉGÉTEB"]),
    ],
)
def test_a_syllable_with_the_marks_of_vietnamese_is_a_word(text, expected):
    assert acronyms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HOME | RUGBY | NEWS | FAQ | LOGIN", ["FAQ"]),
        ("HOME | LAPORAN | UNHCR | GALERI | KONTAK KAMI", ["UNHCR"]),
        ("We like SPORT and SCIENCE. FASHION, too.", []),
        ("Kami membaca LAPORAN dan DOKUMEN dari yang lain di kota ini.", []),
        ("KARANGAN\n\nWe wrote it.", []),
        ("7. TREKKERS (TKS). They walk.\n8. REGATTA. They row.", ["TKS"]),
        ("7. The TREKA met. 8. And CEREDA, too.", ["TREKA", "CEREDA"]),
        ("We met CEREDA by the river.\n\nCEREDA\n\nThey sang.", ["CEREDA", "CEREDA"]),
    ],
)
def test_an_item_of_a_menu_and_a_heading_are_words(text, expected):
    assert acronyms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The BAGONG ALYANSA ABA marched with the SAMAHAN NG MAGSASAKA.", []),
        ("The SBMI met; the PRT sang with the SERUNI PRT.", ["SBMI", "PRT", "SERUNI", "PRT"]),
        ("NATO STANAG 3350 is used, and OTAN and SEATO, too.", ["NATO", "STANAG", "OTAN", "SEATO"]),
        ("ATLANTIS ORACLE met by the river.", []),
        ("GIVE NOW (USD / SGD / IDR)", ["USD", "SGD", "IDR"]),
        ("The union met Mr. Tan. The XQA was used.", ["XQA"]),
    ],
)
def test_names_and_alliances_in_capitals(text, expected):
    assert acronyms(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Alamat: Jl. Melati KM 12, RT 04 RW 11, Kota Bekasi.",
        "Aras 3, Wisma Baru, 50480 WP Kuala.",
        "Zetel: Gent, BE 0123.456.789.",
        "The shop is in Dallas TX 75201.",
        "The shop is at 4 Long Lane, London EC2M 4QP.",
        "Paper WMA12/01 was hard.",
        "We took flight KQ 311 to the coast; penerbangan GA 204 was late.",
        "The 737 MAX flew.",
    ],
)
def test_letters_of_addresses_and_of_identifiers_are_none(text):
    assert acronyms(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RT and RW are parts of a village.", ["RT", "RW"]),
        ("The WP of a firm has its QR.", ["WP", "QR"]),
        ("The OS of a phone is a thing. It has a screen, a key and a port.", ["OS"]),
        ("O sistema. Não há OS de novo, e os trabalhadores da empresa que se reuniram com os pais.", []),
    ],
)
def test_elsewhere_the_same_letters_may_be(text, expected):
    assert acronyms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La C.CAWDU et le C.CTU ont signé.", ["C.CAWDU", "C.CTU"]),
        ("We met CATU, C.CAWDU, CLC and others.", ["CATU", "C.CAWDU", "CLC"]),
        ("By J.SMITHE and others.", []),
        ("HNSA, LIPS (Bogor), SBMI and others came.", ["HNSA", "LIPS", "SBMI"]),
        ("She has red LIPS (and eyes).", []),
    ],
)
def test_letters_with_a_branchs_initial_and_words_in_a_list_of_acronyms(text, expected):
    assert acronyms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoyez CV et lettre.", ["CV"]),
        ("Envoyez lettre de motivation.\nCotisations ONSS réglées.", ["ONSS"]),
        ("Confederación del Trabajo (CONTRABAJO) dijo.", ["CONTRABAJO"]),
        ("La FESTRABALHO pide más. Los sindicatos van.", ["FESTRABALHO"]),
        ("The ASEAN-US Summit and ASEAN-ROK talks.", ["ASEAN", "US", "ASEAN", "ROK"]),
        ("It was a GARGANTUALO success, the IMPORTANT people said.", []),
    ],
)
def test_names_beside_words_with_capitals_are_acronyms(text, expected):
    assert [m.target for m in RECOGNISER.mentions(text) if m.kind == "acronym"] == expected
