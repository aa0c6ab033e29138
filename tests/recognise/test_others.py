"""Instruments, codes and numbers of others: paragraphs that name none of the ILO's or of ASEAN's."""

from pathlib import Path

import pytest

from archivist.glossary import load
from archivist.recognise import Recogniser

HERE = Path(__file__).parent
RECOGNISER = Recogniser(load(HERE.parent.parent / "source" / "glossary"))
PARAGRAPHS = [
    pytest.param(paragraph, id=f"{path.stem}: {paragraph[:30]}")
    for path in sorted((HERE / "others").glob("*.txt"))
    for paragraph in path.read_text(encoding="utf-8").split("\n\n")
]


def instruments(text):
    return [(text[m.start : m.end], m.target) for m in RECOGNISER.mentions(text) if m.kind in ("ilo", "asean")]


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_a_paragraph_about_other_things_names_no_instrument(paragraph):
    assert instruments(paragraph) == []


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "Ratify Convention 189 now! Domestic workers are workers. C189 and R201 set the floor.",
            ["C189", "C189", "R201"],
        ),
        ("Serikat buruh mendesak pemerintah segera meratifikasi Konvensi 189 dan K190 bagi pekerja.", ["C189", "C190"]),
        ("Workers demand that the government ratify the Domestic Workers Convention.", ["C189"]),
        (
            "C190 is the first treaty against violence and harassment at work. Unions have seen it ratified.",
            ["C190"],
        ),
        ("La convention 189 protège les travailleuses domestiques. Quarante pays l'ont ratifiée.", ["C189"]),
        (
            "Los sindicatos piden ratificar el Convenio 189 sobre las trabajadoras del hogar y el Convenio 190.",
            ["C189", "C190"],
        ),
        ("Chính phủ đã phê chuẩn Công ước 98 và Công ước 105; người lao động hoan nghênh.", ["C098", "C105"]),
        ("Übereinkommen ratifizieren! Das Übereinkommen 189 schützt Hausangestellte und ihre Arbeit.", ["C189"]),
        ("The Domestic Workers Convention (C189) is here. C189 is ours.", ["C189", "C189"]),
        ("The Minimum Age Convention, room 138. The Work in Fishing Convention (188 pages).", []),
        ("Malaysia has yet to ratify Convention 87 on freedom of association. Workers cannot strike.", ["C087"]),
        ("Convention No. 189 has been ratified by 30 countries. Workers hail C189.", ["C189", "C189"]),
        (
            "Convention No. 102 sets minimum standards for social security. Few workers know that it is ratified.",
            ["C102"],
        ),
        ("Gratified workers of Convention 87 and the convention 29; they ratified the pay deal in room C98.", []),
    ],
)
def test_a_text_of_the_field_shows_by_one_citation_that_its_numbers_are_the_ilos(text, targets):
    assert [target for _, target in instruments(text)] == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Die IAO: Ratifizierung des Übereinkommens Nr. 189 der Internationalen Arbeitsorganisation.", ["C189"]),
        (
            "L'OIT : la convention n° 102 du BIT, la n° 87 de l'Organisation internationale du travail.",
            ["C102", "C087"],
        ),
        ("El Convenio 169 de los Pueblos Indígenas y Tribales de la OIT", ["C169"]),
        ("A Convenção 189 das Trabalhadoras Domésticas da OIT", ["C189"]),
        ("Konvensi 188 dari ILO, Konvensi No. 87 dari Organisasi Buruh Internasional", ["C188", "C087"]),
        ("Công ước số 98 của ILO; Công ước 105 của Tổ chức Lao động Quốc tế", ["C098", "C105"]),
        ("Het verdrag nr. 189 van de IAO, verdrag 190 van de Internationale Arbeidsorganisatie", ["C189", "C190"]),
        ("The ILO: the Governance Convention No. 81, the Violence Convention No. 190", ["C081", "C190"]),
        ("The ILO on the Bangkok C189 workshop and the Asia Pacific C190 network", ["C189", "C190"]),
        ("ILO Convention No. 138 as well as No. 182. Neither No. 87 nor No. 98 is.", ["C138", "C182", "C087", "C098"]),
        ("ILO standards (C29/C105, C87/98, C100/111)", ["C029", "C105", "C087", "C098", "C100", "C111"]),
        ("The ILO met. Recommendation 204 on informality, Recommendation No. 202 on floors.", ["R204", "R202"]),
        ("The ILO met. Of Recommendation 1 and Recommendation 2: ILO Recommendation 202 is one.", ["R202"]),
        ("L’OIT : la recommandation n° 202 ainsi que la n° 204", ["R202", "R204"]),
    ],
)
def test_what_stands_beside_a_number_leaves_it_the_ilos(text, targets):
    assert [target for _, target in instruments(text)] == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("The ASEAN Charter. The TAC of ASEAN binds; the TAC has 50 parties.", ["charter", "treaty", "treaty"]),
        ("The ASEAN Charter (2008). APA style, 7th edition; a DOC and a PDF; HPA axis; VAP rates.", ["charter"]),
        ("ASEAN adopted Vision 2020.", ["vision"]),
        ("ASEAN heard of it. Rwanda's Vision 2020, the Botswana Vision 2020. Vision 2020 is for sight.", []),
    ],
)
def test_a_short_name_that_others_share_is_aseans_in_a_sentence_of_its_own(text, targets):
    assert [target.split("-")[1] for _, target in instruments(text)] == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "The Declaration of Philadelphia of the ILO, and the Centenary Declaration of the ILC.",
            ["ILO-DECL-1944", "ILO-DECL-2019"],
        ),
        (
            "ASEAN: the Bangkok Declaration of the founding fathers; the Bangkok Declaration of August 1967.",
            ["asean-bangkok-declaration-1967"] * 2,
        ),
        (
            "ASEAN: the Cebu Declaration on the rights of migrants, the Cebu Declaration on behalf of all.",
            ["asean-declaration-migrant-workers-2007"] * 2,
        ),
        ("La Déclaration de Philadelphie de l'OIT, celle de 1944", ["ILO-DECL-1944"]),
        ("A Treaty of Amity and Cooperation was signed by ASEAN.", ["asean-treaty-amity-cooperation-1976"]),
        (
            "ASEAN adopted an ASEAN Declaration on Social Protection and an ASEAN charter.",
            ["asean-declaration-strengthening-social-protection-2013"],
        ),
        ("ASEAN: the Five-Point Consensus of the leaders", ["asean-five-point-consensus-2021"]),
        ("The ILO's MNE Declaration of the Governing Body", ["ILO-DECL-MNE-1977"]),
    ],
)
def test_what_follows_a_short_name_leaves_it_to_its_body(text, targets):
    assert [target for _, target in instruments(text)] == targets
