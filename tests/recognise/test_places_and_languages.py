"""Texts of ASEAN by the place of their adoption, in many languages, and where their titles end."""

from pathlib import Path

import pytest

from archivist.glossary import load
from archivist.recognise import Recogniser

RECOGNISER = Recogniser(load(Path(__file__).parents[2] / "source" / "glossary"))
BANGKOK = "asean-bangkok-declaration-1967"
KUALA_LUMPUR = "asean-zopfan-declaration-1971"
AGEING = "asean-kuala-lumpur-declaration-ageing-2015"
PROTECTION = "asean-declaration-strengthening-social-protection-2013"
RECOVERY = "asean-comprehensive-recovery-framework-2020"


def named(text):
    return [(text[one.start : one.end], one.target) for one in RECOGNISER.mentions(text) if one.kind == "asean"]


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("Bangkok-Erklärung", BANGKOK),
        ("Bangkoker Erklärung", BANGKOK),
        ("Erklärung von Bangkok", BANGKOK),
        ("Verklaring van Bangkok", BANGKOK),
        ("Declaración de Bangkok", BANGKOK),
        ("Declaração de Bangkok", BANGKOK),
        ("Tuyên bố Bangkok", BANGKOK),
        ("Déclaration de Kuala Lumpur", KUALA_LUMPUR),
        ("Erklärung von Kuala Lumpur", KUALA_LUMPUR),
        ("Brunei Darussalam Declaration on Strengthening Social Protection", PROTECTION),
        ("Brunei Darussalam Declaration on Strenghtening Social Protection", PROTECTION),
        ("Bandar Seri Begawan Declaration on Strengthening Social Protection", PROTECTION),
        ("Deklarasi Kuala Lumpur mengenai Penuaan: Memperkasakan Warga Emas di ASEAN (2015)", AGEING),
        ("Déclaration de Kuala Lumpur sur le vieillissement", AGEING),
        ("Cetak Biru ASCC 2025", "asean-socio-cultural-community-blueprint-2025"),
        ("Cetak Biru AEC", "asean-economic-community-blueprint-2007"),
        ("Kế hoạch tổng thể APSC 2025", "asean-political-security-community-blueprint-2025"),
        ("Treaty of Amity and Co-operation in South-East Asia", "asean-treaty-amity-cooperation-1976"),
        ("Treaty of Amity and Co-operation in South East Asia", "asean-treaty-amity-cooperation-1976"),
        ("7th ASEAN Summit Declaration on HIV/AIDS", "asean-declaration-hiv-aids-2001"),
    ],
)
def test_a_name_is_read_as_a_whole(name, target):
    assert named(f"Of ASEAN and the {name}, we read.") == [(name, target)]


@pytest.mark.parametrize(
    "words",
    [
        "Deklarasi Kuala Lumpur mengenai Sukan Sekolah",
        "Deklarasi Kuala Lumpur tentang Taman Kota",
        "Deklarasi Bangkok tentang Udara Bersih",
        "Bangkok-Erklärung über Abfälle",
        "Déclaration de Bangkok sur les forêts",
        "Verklaring van Bangkok over Afval",
        "Declaración de Bangkok sobre Deporte",
        "Tuyên bố Bangkok về rác thải nhựa",
        "Kuala Lumpur Declaration on school sports",
    ],
)
def test_a_place_whose_declaration_is_on_something_else_names_none_of_aseans(words):
    assert named(f"ASEAN: {words}.") == []


@pytest.mark.parametrize(
    "words",
    ["ASEAN: Déclaration d'amour", "in Bangkok, Declaration forms were sold", "They met in ASEAN, Charter of it"],
)
def test_a_mark_between_two_words_parts_them(words):
    assert named(f"ASEAN then. {words}") == []


def test_what_an_alias_in_brackets_says_is_not_of_the_title_before_it():
    title = "ASEAN Declaration on the Protection and Promotion of the Rights of Migrant Workers"
    target = "asean-declaration-migrant-workers-2007"
    expected = [(title, target), ("Cebu Declaration, 2007", target)]
    assert named(f"the {title} (Cebu Declaration, 2007)") == expected
    assert named(f"the {title} (Cebu, 2007)") == [(f"{title} (Cebu, 2007)", target)]


def test_letters_in_brackets_within_a_longer_name_are_a_mention_of_their_own():
    text = "the ASEAN Comprehensive Recovery Framework (ACRF) and its Implementation Plan"
    assert named(text) == [("ASEAN Comprehensive Recovery Framework", RECOVERY), ("ACRF", RECOVERY)]
