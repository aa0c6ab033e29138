"""Wordings of real pages that a pattern once read wrongly: what is found, and as which instrument."""

from pathlib import Path

import pytest

from archivist.glossary import load
from archivist.recognise import Recogniser

RECOGNISER = Recogniser(load(Path(__file__).parent.parent.parent / "source" / "glossary"))


def instruments(text):
    return [(text[m.start : m.end], m.target) for m in RECOGNISER.mentions(text) if m.kind in ("ilo", "asean")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ILO's Convetion No. 189 binds.", [("Convetion No. 189", "C189")]),
        ("ILO Recomendation No 201", [("ILO Recomendation No 201", "R201")]),
        ("The ILO: Convection 29 heats the room.", []),
        (
            "ASEAN's Bali Concord I, II and III",
            [
                ("Bali Concord I", "asean-bali-concord-i-1976"),
                ("II", "asean-bali-concord-ii-2003"),
                ("III", "asean-bali-concord-iii-2011"),
            ],
        ),
        ("Of ASEAN's Bali Concord II and I have read.", [("Bali Concord II", "asean-bali-concord-ii-2003")]),
        ("ASEAN's Bali Concord II and IX", [("Bali Concord II", "asean-bali-concord-ii-2003")]),
        (
            "ASEAN's IAI Work Plan III (2016-2020) and IV",
            [
                ("IAI Work Plan III (2016-2020)", "asean-iai-work-plan-iii-2016"),
                ("IV", "asean-iai-work-plan-iv-2020"),
            ],
        ),
        ("The ILO says: #C190Now, #RatifyC190Now and #C189", [("C190", "C190"), ("C190", "C190"), ("C189", "C189")]),
        ("The ILO's colour is #C190Fa, and #C999Now is none", []),
        ("ILO Convention No.: 189", [("ILO Convention No.: 189", "C189")]),
        (
            "theSocial Security (Minimum Standards) Convention, 1952 (No. 102)",
            [("Social Security (Minimum Standards) Convention, 1952 (No. 102)", "C102")],
        ),
        ("The ILO's Minimum Age Convention , 1973", [("Minimum Age Convention , 1973", "C138")]),
        ("The ILO's Minimum Age Convention,1973", [("Minimum Age Convention,1973", "C138")]),
        ("the ILO’s Forced Labour Convention, 1930\n15:07:2005", [("Forced Labour Convention, 1930", "C029")]),
        (
            "ILO Convention no. 182 (Worst Forms of Child Labour), Convention no. 98",
            [("ILO Convention no. 182", "C182"), ("Convention no. 98", "C098")],
        ),
        ("ILO Protocol of 2014 (P029)", [("ILO Protocol of 2014 (P029)", "P029")]),
        ("ILO Protocol of 2013 (P029)", [("P029", "P029")]),
        ("The Kuala Lumpur Declaration of ASEAN", [("Kuala Lumpur Declaration", "asean-zopfan-declaration-1971")]),
        (
            "ASEAN Plan of Action for Energy Cooperation (APAEC) 2016-2025",
            [("ASEAN Plan of Action for Energy Cooperation", "asean-plan-action-energy-cooperation")],
        ),
        ("ILO-Kernübereinkommen 29, 87", [("ILO-Kernübereinkommen 29", "C029"), ("87", "C087")]),
        ("ASEAN Agreement on Customs", [("ASEAN Agreement on Customs", "asean-agreement-customs")]),
        (
            "the ASEAN Socio-Cultural Community (Ascc) Blueprint",
            [
                (
                    "ASEAN Socio-Cultural Community (Ascc) Blueprint",
                    "asean-socio-cultural-community-blueprint-2009",
                )
            ],
        ),
        ("the ASEAN Socio-Cultural Community (Rome) Blueprint", []),
        (
            "die Sicherheit der IAO, Empfehlung (Nr. 202), Sozialen Schutz, Empfehlung (Nr. 202)",
            [("Empfehlung (Nr. 202)", "R202"), ("Empfehlung (Nr. 202)", "R202")],
        ),
        (
            "ILO: Konvensyen Pekerja Domestik 2011 (No. 189)",
            [("Konvensyen Pekerja Domestik 2011 (No. 189)", "C189")],
        ),
    ],
)
def test_slips_and_spacings_leave_the_span_exact(text, expected):
    assert instruments(text) == expected


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("ILO C.87/98", ["C087", "C098"]),
        ("La OIT y el Convenio Nro. 189; ratifikasi KILO 190, kata ILO", ["C189", "C190"]),
        ("ILO: các công ước 87, 98 và 105", ["C087", "C098", "C105"]),
        ("ILO Convention No.s 87 and 98", ["C087", "C098"]),
        ("the ILO Convention, No. 189, and convention c190", ["C189", "C190"]),
        ("The ILO on case C87/98", []),
        ("The Industrial Liaison Office (ILO) has posts C189, C190 and R202.", []),
        ("The ILO (Innovation Lab Office) has posts C189 and R202.", []),
        ("The ILO (International Labour Organization) has C189 and R202.", ["C189", "R202"]),
        ("The ILO calls C 29 and C 87 fundamental.", ["C029", "C087"]),
        ("The ILO lists C 29 and C 31 as waxes.", []),
        ("ILO: ratifikasi Konvensi K-188 dan K190", ["C188", "C190"]),
        ("ratifikasi Konvensi ILO 2011 (No. 189)", ["C189"]),
        ("The ILO met in block K-188.", []),
        ("ILO Conventions. With regard to No. 189, more time is needed.", ["C189"]),
        ("The ILO has Conventions. With regard to Order No. 189, more time is needed.", []),
        ("La OIT revisó la Declaración EMN.", ["ILO-DECL-MNE-1977"]),
        ("OIT: Convenios 107 (1957) y 169 (1989)", ["C107", "C169"]),
        ("ILO: Right to Organise Convention, 1948 (No. 87), 68 UNTS 17", ["C087"]),
        ("ILO Convention No. 151 on public service, No. 154 on collective bargaining", ["C151", "C154"]),
        ("ILO Convention No. 151 on public service, No. 154 on the shelf", ["C151"]),
        ("ILO Protocol to C29 of 2014", ["P029", "C029"]),
        ("The ILO praised Protocol 29 on Monday.", ["P029"]),
        ("The bus has it. Protocol 29 frames start late. Conventions of the ILO are other things.", []),
        ("OIT : la convention n° 12 conclue avec la caisse", []),
        ("OIT : la convention n° 12, adoptée en 1921", ["C012"]),
        ("ILO Convention 87 on freedom of association, 98 on collective bargaining", ["C087", "C098"]),
        ("ILO Convention 189 on domestic work and 20 on the agenda", ["C189"]),
        ("ILO Conventions on forced labour (Nos. 29 & 105)", ["C029", "C105"]),
        ("ILO: Violence & Harassment Convention; Safety & Health in Mines Convention", ["C190", "C176"]),
        ("The ILO came. They support recommendation 189 by Peru and Recommendation 102 of the Working Group.", []),
        ("The ILO came. Recommendation 202 of the International Labour Conference.", ["R202"]),
        ("The ILO on workers: annex C98, seats C189, the building R202, Basel Convention No. 98", []),
        ("ILO: Konvensi Penangkapan Ikan No. 188", ["C188"]),
        ("Konvensyen 98 sejak 1961, kata ILO", ["C098"]),
        ("ILO instruments\nNo. 144 Tripartite Consultation\nConventions nos. 155 & 161", ["C155", "C161"]),
        ("ILO: Minimum Age Conventions Nos. 138 and 182", ["C138", "C182"]),
        ("The ILO moved its servers to RACK C102 / ROW R202, has board P029 and a printer C189.", []),
        ("The ILO chartered a C130 Hercules and an R44 helicopter, and has EOS R5 and R100 cameras.", []),
        ("The ILO took up Rec. 202 of the auditors", []),
        (
            "ILO Conventions 29 and 105 on forced labour, 87 and 98 on freedom of association",
            ["C029", "C105", "C087", "C098"],
        ),
        ("ILO Conventions 29 and 105 on forced labour, 20 and 44 on the shelf", ["C029", "C105"]),
        ("Viet Nam has ratified C29, C 98, C-138 and C182.", ["C029", "C098", "C138", "C182"]),
        ("Viet Nam has rented C29, C 98, C-138 and C182.", []),
        ("Status of ratification\nFundamental Conventions: C029, C087, C098", ["C029", "C087", "C098"]),
        ("The ILO has ordered C 98, and C 138 too", ["C138"]),
        ("ASEAN: Hanoi Declaration on Social Protection by trade unions", []),
        (
            "ASEAN: The Declaration on Strengthening Social Protection",
            ["asean-declaration-strengthening-social-protection-2013"],
        ),
        ("The ILO met. Convention No. 87 in this guide is that of 1948.", ["C087"]),
        ("A C189 campaign of the ILO, and an R202 debate", ["C189", "R202"]),
    ],
)
def test_numbers_of_lists_and_agreements_of_others_are_told_apart(text, targets):
    assert [target for _, target in instruments(text)] == targets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ASEAN texts\n2007  ASEAN Charter", "ASEAN Charter"),
        ("ASEAN texts\nthe 2007 ASEAN Charter", "2007 ASEAN Charter"),
        ("See 2007 ASEAN Charter, art. 4", "2007 ASEAN Charter"),
        ("In November 2007 ASEAN Charter talks ended", "ASEAN Charter"),
        (
            "Deklarasi ASEAN tentang Perlindungan dan Pemajuan Hak-Hak Pekerja Migran 2007",
            "Deklarasi ASEAN tentang Perlindungan dan Pemajuan Hak-Hak Pekerja Migran 2007",
        ),
    ],
)
def test_a_year_belongs_to_a_name_but_not_the_column_of_a_table(text, expected):
    assert [words for words, _ in instruments(text)] == [expected]


def test_letters_after_a_treatys_name_are_the_treaty_and_elsewhere_the_zone():
    text = "ASEAN: Treaty on the Southeast Asia Nuclear Weapon-Free Zone (SEANWFZ). The SEANWFZ is free."
    found = [(m.target, m.kind) for m in RECOGNISER.mentions(text) if text[m.start : m.end] == "SEANWFZ"]
    assert found == [("asean-seanwfz-treaty-1995", "asean"), ("SEANWFZ", "acronym")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 1998 ILO Declaration binds all.", [("1998 ILO Declaration", "ILO-DECL-1998", False)]),
        ("ILO 1998 Declaration", [("ILO 1998 Declaration", "ILO-DECL-1998", False)]),
        ("the ILO’s 2008 Declaration", [("2008 Declaration", "ILO-DECL-2008", False)]),
        ("the ILO Declaration of 1998 is old", [("ILO Declaration of 1998", "ILO-DECL-1998", False)]),
        ("Déclaration de l'OIT de 1998", [("Déclaration de l'OIT de 1998", "ILO-DECL-1998", False)]),
        ("la Déclaration de 1998 de l’OIT", [("Déclaration de 1998", "ILO-DECL-1998", False)]),
        ("the 2017 ASEAN Consensus", [("2017 ASEAN Consensus", "asean-consensus-migrant-workers-2017", False)]),
        ("The ILO: the 1998 Declaration, which is not named before.", []),
        ("The ILO: the 1998 Declaration on cheese, of 1998.", []),
        ("In 1998 ILO Declarations of intent were made.", []),
        (
            "Declaration on Social Justice for a Fair Globalization of the ILO; the 2008 Declaration says so",
            [
                ("Declaration on Social Justice for a Fair Globalization", "ILO-DECL-2008", False),
                ("2008 Declaration", "ILO-DECL-2008", True),
            ],
        ),
        (
            "Centenary Declaration for the Future of Work, not the UN Declaration of 2019, the Oslo Declaration (2019)",
            [("Centenary Declaration for the Future of Work", "ILO-DECL-2019", False)],
        ),
        (
            "2013 ASEAN Declaration",
            [("2013 ASEAN Declaration", "asean-declaration-strengthening-social-protection-2013", True)],
        ),
        ("The ASEAN Declaration (1999)", [("ASEAN Declaration (1999)", "asean-declaration-1999", False)]),
        (
            "The ASEAN Declaration (1967)",
            [("ASEAN Declaration (1967)", "asean-bangkok-declaration-1967", False)],
        ),
        (
            "ASEAN Declaration on Strengthening Social Protection, the 2013 ASEAN Declaration",
            [
                (
                    "ASEAN Declaration on Strengthening Social Protection",
                    "asean-declaration-strengthening-social-protection-2013",
                    False,
                ),
                ("2013 ASEAN Declaration", "asean-declaration-strengthening-social-protection-2013", True),
            ],
        ),
    ],
)
def test_a_year_and_a_type_name_what_only_one_text_can_be_or_what_was_named(text, expected):
    found = [
        (text[m.start : m.end], m.target, m.anaphora) for m in RECOGNISER.mentions(text) if m.kind in ("ilo", "asean")
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("During the Covid-19 crisis and the COVID years, post-COVID", ["Covid-19", "COVID", "COVID"]),
        ("COVID\u201119 came, and Covid19", ["COVID\u201119", "Covid19"]),
        ("In 2020 COVID 19 came, but not Covid alone, nor covid-19", ["COVID 19"]),
        ("The G-20 and the G7 met on flight G-35", ["G-20", "G7"]),
        ("FARMING. The fields are wet", []),
        ("TRAFFIC & TRAVEL today", []),
        ("set CONV.189 before", []),
        ("s.k. CUEPACS, NUBE, TUC Sarawak", ["CUEPACS", "NUBE", "TUC"]),
    ],
)
def test_acronyms_with_numbers_and_lines_of_capitals(text, expected):
    assert [text[m.start : m.end] for m in RECOGNISER.mentions(text) if m.kind == "acronym"] == expected


def test_the_capitals_of_a_name_after_a_title_of_courtesy_are_no_acronyms():
    text = "Ms. TRAN THI LAN, H.E. SOK and Ms. Tan of the XQZ spoke for the ILO"
    assert [text[m.start : m.end] for m in RECOGNISER.mentions(text) if m.kind == "acronym"] == ["XQZ", "ILO"]


_REPORTS = "The ILO published its report.\n"


@pytest.mark.parametrize("code", ["C029", "C87", "C182", "R202"])
@pytest.mark.parametrize("times", [1, 20, 400])
def test_a_text_that_grows_keeps_its_codes(code, times):
    line = f"Peru: it noted with interest progress on {code}.\n"
    assert [words for words, _ in instruments(_REPORTS + line + "Peru: it noted this.\n" * times)] == [code]


def test_a_code_as_the_ilos_database_writes_it_is_read_far_from_the_ilos_letters():
    assert len(instruments(_REPORTS + "Peru: it noted with interest progress on C029.\n" * 40)) == 40


def test_a_code_far_from_letters_that_alone_could_be_the_ilos_is_left():
    assert instruments(_REPORTS + "Peru: it noted this.\n" * 40 + "The gate is by C87.") == []
    assert instruments(_REPORTS + "Peru: workers noted this.\n" * 40 + "Progress on C87.") != []


def test_a_title_that_is_cut_short_keeps_the_end_that_it_shares_with_the_whole_one():
    title = (
        "Vientiane Declaration on Transition from Informal Employment to Formal Employment towards Decent Work in ASEAN"
    )
    expected = [(title, "asean-vientiane-declaration-informal-formal-employment-2016")]
    assert instruments(f"the {title} 1") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ASEAN leaders signed the Kuala Lumpur Declaration on a People-Oriented, People-Centred ASEAN.",
            [],
        ),
        (
            "the ASEAN Declaration on the Protection of Migrant Workers",
            ["asean-declaration-migrant-workers-2007"],
        ),
        (
            "the ILO’s Convention on Decent Work for Domestic Workers (C189, 2011), Recommendation (R201)",
            ["C189", "R201"],
        ),
        ("the ASEAN Master Plan on Connectivity 2025", ["asean-master-plan-connectivity-2025"]),
        (
            "ASEAN-China Declaration on the Conduct of Parties in the South China Sea",
            ["asean-china-declaration-conduct-south-china-sea-2002"],
        ),
    ],
)
def test_what_begins_as_another_title_is_not_taken_for_it(text, expected):
    assert [target for _, target in instruments(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ASEAN Declaration (2013) is short.",
        "The ASEAN Declaration of 2013 on many things",
        "The 2013 ASEAN Declaration covers social protection.",
    ],
)
def test_a_year_that_two_declarations_share_leaves_open_which_is_meant(text):
    (mention,) = [m for m in RECOGNISER.mentions(text) if m.kind == "asean"]
    assert mention.state == "ambiguous"
    assert mention.candidates == (
        "asean-declaration-strengthening-social-protection-2013",
        "asean-declaration-violence-women-children-2013",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Công ước của ILO số 98", ("Công ước của ILO số 98", "C098")),
        ("Khuyến nghị của ILO số 202", ("Khuyến nghị của ILO số 202", "R202")),
        (
            "Công ước của Tổ chức Lao động Quốc tế số 159",
            ("Công ước của Tổ chức Lao động Quốc tế số 159", "C159"),
        ),
        (
            "Konvensi Organisasi Perburuhan Internasional (ILO) No. 182",
            ("Konvensi Organisasi Perburuhan Internasional (ILO) No. 182", "C182"),
        ),
        (
            "Konvensyen Pertubuhan Buruh Antarabangsa (ILO) No. 98",
            ("Konvensyen Pertubuhan Buruh Antarabangsa (ILO) No. 98", "C098"),
        ),
        (
            "Konsensus ASEAN tentang Pekerja Migran",
            ("Konsensus ASEAN tentang Pekerja Migran", "asean-consensus-migrant-workers-2017"),
        ),
        ("Konvensi dari ILO No. 190", ("Konvensi dari ILO No. 190", "C190")),
        ("la convention fondamentale n° 138 de l'OIT", ("convention fondamentale n° 138", "C138")),
        ("Convenio fundamental núm. 138 de la OIT", ("Convenio fundamental núm. 138", "C138")),
        (
            "la convention de l'Organisation internationale du Travail (n° 155)",
            ("convention de l'Organisation internationale du Travail (n° 155)", "C155"),
        ),
    ],
)
def test_a_kind_a_body_or_a_subject_may_follow_a_type(text, expected):
    assert instruments(text) == [expected]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("ASEAN Framework Agreement on Services", "asean-framework-agreement-services"),
        ("ASEAN Joint Statement on Social Protection", "asean-joint-statement-social-protection"),
        ("ASEAN Leaders’ Statement on the Future of Work", "asean-leaders-statement-future-work"),
        (
            "ASEAN Declaration on the Gender-Responsive Implementation of the Sustainable Development Goals",
            "asean-declaration-gender-responsive-implementation-sustainable-development-goals",
        ),
    ],
)
def test_a_text_of_asean_that_the_glossary_lacks_is_found_whole(text, target):
    assert instruments(text + ".") == [(text, target)]


def test_a_text_whose_title_names_a_vision_holds_it():
    text = "ASEAN Declaration on the Implementation of the ASEAN Community Vision 2025 and Development Goals"
    assert [target for _, target in instruments(text)] == [
        "asean-declaration-implementation-asean-community-vision-2025-development-goals",
        "asean-community-vision-2025",
    ]


def test_a_roman_numeral_is_no_acronym():
    found = [text for m in RECOGNISER.mentions("The ILO: Convention CLXXXIX, page CCXL") if (text := m.target)]
    assert found == ["ILO"]


def test_a_national_body_is_not_the_one_whose_name_its_own_holds():
    kinds = [m.kind for m in RECOGNISER.mentions("The National Social Security Fund, the Social Security Fund")]
    assert kinds == ["organisation"]


def test_another_bodys_declaration_of_another_year_is_not_aseans():
    assert instruments("ASEAN: the Bangkok Declaration (1993)") == []


@pytest.mark.parametrize(
    ("text", "words", "state", "target"),
    [
        (
            "the ASEAN Labour Ministers’ Work Programme 2021-2025,",
            "ASEAN Labour Ministers’ Work Programme 2021-2025",
            "unmatched",
            "asean-labour-ministers-work-programme-2021-2025",
        ),
        (
            "the ASEAN Labour Ministers’ Work Programme (2016–2020),",
            "ASEAN Labour Ministers’ Work Programme (2016–2020)",
            "linked",
            "asean-alm-work-programme-2016",
        ),
        ("the AEC Blueprint 2030.", "AEC Blueprint 2030", "unmatched", "asean-aec-blueprint-2030"),
        ("the AEC Blueprint 2025.", "AEC Blueprint 2025", "linked", "asean-economic-community-blueprint-2025"),
        ("the AEC Blueprint (2008).", "AEC Blueprint (2008)", "linked", "asean-economic-community-blueprint-2007"),
        ("the AEC Blueprint, 2030 jobs", "AEC Blueprint", "linked", "asean-economic-community-blueprint-2007"),
        ("ASEAN’s MPAC 2040", "MPAC 2040", "unmatched", "asean-mpac-2040"),
        ("the ASEAN Community Vision 2035", "ASEAN Community Vision 2035", "unmatched", "asean-community-vision-2035"),
        ("ASEAN Vision 2045", "ASEAN Vision 2045", "linked", "asean-community-vision-2045"),
        ("ASEAN: IAI Work Plan 2021-2025", "IAI Work Plan 2021-2025", "linked", "asean-iai-work-plan-iv-2020"),
        ("ASEAN: IAI Work Plan 2026-2030", "IAI Work Plan 2026-2030", "unmatched", "asean-iai-work-plan-2026-2030"),
        (
            "the ASEAN Roadmap on the Elimination of Worst Forms of Child Labour by 2035",
            "ASEAN Roadmap on the Elimination of Worst Forms of Child Labour by 2035",
            "unmatched",
            "asean-roadmap-elimination-worst-forms-child-labour-2035",
        ),
        (  # a year of adoption may be misprinted
            "the ASEAN Declaration on Strengthening Social Protection (2014)",
            "ASEAN Declaration on Strengthening Social Protection (2014)",
            "linked",
            "asean-declaration-strengthening-social-protection-2013",
        ),
        ("The ILO’s Minimum Age Convention, 1919.", "Minimum Age Convention, 1919", "linked", "C005"),
        ("The ILO’s Minimum Age Convention, 1921.", "Minimum Age Convention, 1921", "ambiguous", "C015"),
        (
            "The ILO’s Domestic Workers Convention, 2012.",
            "Domestic Workers Convention, 2012",
            "unmatched",
            "domestic-workers-convention-2012",
        ),
        ("The ILO’s Minimum Age Convention (1919)", "Minimum Age Convention (1919)", "linked", "C005"),
        ("The ILO’s Minimum Age Convention (1999)", "Minimum Age Convention (1999)", "linked", "C138"),  # ratified
        ("The ILO’s Domestic Workers Convention 2011.", "Domestic Workers Convention 2011", "linked", "C189"),
        (
            "The ILO’s Minimum Age Convention, 1919 (No. 138).",
            "Minimum Age Convention, 1919 (No. 138)",
            "linked",
            "C138",
        ),
    ],
)
def test_a_title_with_the_years_of_another_text_is_not_that_of_an_entry(text, words, state, target):
    read = [(text[m.start : m.end], m.state, m.target) for m in RECOGNISER.mentions(text) if m.kind in ("ilo", "asean")]
    assert read == [(words, state, target)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya ratified Convention No. 138 in 1979.", [("Convention No. 138", "C138")]),
        ("Convention No. 98 was ratified by Kenya.", [("Convention No. 98", "C098")]),
        (
            "Kenya ratified Conventions Nos. 87, 98 and 105.",
            [("Conventions Nos. 87", "C087"), ("98", "C098"), ("105", "C105")],
        ),
        ("El Perú ratificó el Convenio 169 sobre pueblos indígenas y tribales.", [("Convenio 169", "C169")]),
        ("Lào đã phê chuẩn Công ước 138.", [("Công ước 138", "C138")]),
        ("Malaysia meratifikasi Konvensi 98.", [("Konvensi 98", "C098")]),
        ("La France a ratifié la convention n° 190.", [("convention n° 190", "C190")]),
        ("See Convention No. 95 of 1949.", [("Convention No. 95", "C095")]),
        ("See Convention No. 95 on the protection of wages.", []),  # one word, and no ratification
        ("They ratified Convention 95 on the protection of wages.", [("Convention 95", "C095")]),
        ("Maritime standards: C147, C185, C188", [("C147", "C147"), ("C185", "C185"), ("C188", "C188")]),
        ("The CEACR’s observation on C.81 (1947)", [("C.81 (1947)", "C081")]),
        ("Crews know the MLC, 2006, well.", [("MLC, 2006", "MLC-2006")]),
        ("MLC 2006", [("MLC 2006", "MLC-2006")]),
    ],
)
def test_a_citation_says_by_itself_that_it_is_of_the_ilo(text, expected):
    assert instruments(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tunisia ratified Convention 108 of the Council of Europe.",
        "Tunisia ratified Convention 108 in 2017.",
        "Tunisia ratified Convention No. 108 (ETS No. 108).",
        "Italy ratified Convention No. 87 for the Protection of Animals kept for Farming Purposes.",
        "Italy ratified Convention No. 141 on laundering the proceeds from crime.",
        "CETS No. 111: Spain ratified Convention No. 111.",
        "Spain ratified the Hague Convention No. 34 and the UN Convention No. 105.",
        "They ratified Convention No. 5 in 1953, and Convention No. 5 of 1950.",
        "At the Comic Convention 105 delegates ratified the rules; Convention 105 ratified nothing.",
        "See Convention No. 111.",
        "The crew flashed MLC, 2006 model, and the MLC 2006 edition.",
    ],
)
def test_a_number_of_anybodys_convention_is_not_read_without_the_ilo(text):
    assert instruments(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Five ministers signed the ASEAN Declaration in Bangkok.",
            [("ASEAN Declaration", "asean-bangkok-declaration-1967")],
        ),
        (
            "the ASEAN Declaration (Bangkok, 1967) and",
            [("ASEAN Declaration (Bangkok, 1967)", "asean-bangkok-declaration-1967")],
        ),
        (
            "RATIFY THE DOMESTIC WORKERS CONVENTION, 2011 (NO. 189) AND THE MINIMUM AGE CONVENTION, 1973 (NO. 138)",
            [
                ("DOMESTIC WORKERS CONVENTION, 2011 (NO. 189)", "C189"),
                ("MINIMUM AGE CONVENTION, 1973 (NO. 138)", "C138"),
            ],
        ),
        ("RATIFY C189 NOW", [("C189", "C189")]),
        (
            "The Cebu Declaration protects migrant workers.",
            [("Cebu Declaration", "asean-declaration-migrant-workers-2007")],
        ),
        ("The Cebu Declaration was signed in 2007.", [("Cebu Declaration", "asean-declaration-migrant-workers-2007")]),
        ("The Cebu Declaration of the cooks", []),
        ("The Cebu Declaration on Energy Security of 2007", []),
    ],
)
def test_capitals_places_and_short_names(text, expected):
    assert instruments(text) == expected


@pytest.mark.parametrize("text", ["The ILO says: RATIFY C189 NOW", "RATIFY C189!", "#C190 RATIFIED BY ALL"])
def test_a_stressed_word_beside_a_code_is_no_acronym(text):
    assert [text[m.start : m.end] for m in RECOGNISER.mentions(text) if m.kind == "acronym"] in ([], ["ILO"])


@pytest.mark.parametrize("body", ["ITC-ILO", "ITCILO"])
def test_a_body_of_the_ilo_is_one_mention(body):
    text = f"a course of the {body} in Turin"
    assert [text[m.start : m.end] for m in RECOGNISER.mentions(text)] == [body]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("COVID-19-related losses and the COVID-19–era", ["COVID-19", "COVID-19"]),
        ("COVID-19/HIV and TB/COVID-19-led work", ["COVID-19", "HIV", "TB", "COVID-19"]),
        ("die COVID-19-Pandemie und Covid-19-Hilfen", ["COVID-19", "Covid-19"]),
        ("SARS-CoV-2-Infektion, COVID\u201119-Impfung", ["SARS-CoV-2", "COVID\u201119"]),
        ("die USP-2030-Partnerschaft und USP-2030-Ziele, not ILC-99-sized", ["USP-2030", "USP-2030", "ILC"]),
        ("the XM-DAC-2-10 code and a TX-81-based set", []),
        (
            "a UN–ASEAN plan, UN-ASEAN and UN-ILO talks, UN-WOMEN",
            ["UN", "ASEAN", "UN", "ASEAN", "UN", "ILO", "UN-WOMEN"],
        ),
    ],
)
def test_a_number_that_is_of_a_name_stays_with_it_in_a_longer_compound(text, expected):
    assert [text[m.start : m.end] for m in RECOGNISER.mentions(text) if m.kind == "acronym"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We spoke of the Maritime Labour Convention, 2006 (MLC) at length.",
            [("Maritime Labour Convention, 2006", "MLC-2006"), ("MLC", "MLC-2006")],
        ),
        (
            "We spoke of the Maritime Labour Convention (MLC) at length.",
            [("Maritime Labour Convention", "MLC-2006"), ("MLC", "MLC-2006")],
        ),
        (
            "The Domestic Workers Convention, 2011 is about maids in Hong Kong.",
            [("Domestic Workers Convention, 2011", "C189")],
        ),
        ("THE BENZENE CONVENTION,\n1971 IS SHORT", [("BENZENE CONVENTION,\n1971", "C136")]),
        (
            "Pensions need the Work in Fishing Convention, 2007 and Convention No. 102.",
            [("Work in Fishing Convention, 2007", "C188"), ("Convention No. 102", "C102")],
        ),
        (
            "See “Workmen’s Compensation (Accidents) Convention, 1925”.",
            [("Workmen’s Compensation (Accidents) Convention, 1925", "C017")],
        ),
    ],
)
def test_an_official_title_with_its_year_needs_no_other_word_of_the_ilo(text, expected):
    assert instruments(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Minimum Age Convention, 1919 and Convention No. 102 are old.",
        "The Domestic Workers Convention, 2012 binds; the Domestic Workers Act, 2011 as well.",
        "the draft Domestic Workers Convention, 2011 and the Utah Minimum Age Convention, 1973; Convention No. 102",
        "At the Asbestos Convention, 1986 delegates met in Leeds.",
        "The Major Labour Conference (MLC); the Maritime Labour Convention met. Domestic Workers Convention (DWC)",
        "The European Forced Labour Convention, 1930; Convention No. 105",
        "<!-- Benzene Convention, 1971 --> Convention No. 105",
        "Old-age pensions: Convention 102 and Convention 128 set a minimum of 40 per cent.",
    ],
)
def test_titles_of_other_years_or_others_say_nothing_of_the_ilo(text):
    assert instruments(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Konvensi ILO No. 102 Tahun 1952.", [("Konvensi ILO No. 102 Tahun 1952", "C102")]),
        ("ratifikasi Konvensi No. 98 Tahun 1949 dan", [("Konvensi No. 98 Tahun 1949", "C098")]),
        ("Rekomendasi ILO No. 202 tahun 2012;", [("Rekomendasi ILO No. 202 tahun 2012", "R202")]),
        ("KONVENSI ILO NOMOR 87 TAHUN 1948", [("KONVENSI ILO NOMOR 87 TAHUN 1948", "C087")]),
        (
            "Konvensi ILO Nomor 87 tahun 1948 dan Nomor 98 tahun 1949",
            [("Konvensi ILO Nomor 87 tahun 1948", "C087"), ("Nomor 98 tahun 1949", "C098")],
        ),
        ("Indonesia meratifikasi Konvensi ILO No. 105 tahun 1999", [("Konvensi ILO No. 105", "C105")]),
        ("Konvensi ILO No. 87 dan 98 tahun berlalu", [("Konvensi ILO No. 87", "C087")]),
        ("The ILO: they ratified neither C97 nor 143.", [("C97", "C097"), ("143", "C143")]),
        ("The ILO: neither C97 nor C143", [("C97", "C097"), ("C143", "C143")]),
        ("L’OIT : ni la convention n° 87 ni la n° 98", [("convention n° 87", "C087"), ("n° 98", "C098")]),
    ],
)
def test_a_year_and_a_negation_do_not_break_a_list(text, expected):
    assert instruments(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ILO has a Protocol P155 of 2002.", [("Protocol P155", "P155")]),
        ("L’OIT et le protocole P029", [("protocole P029", "P029")]),
        ("The ILO adopted a Protocol, P155, and P110 is another instrument.", [("P155", "P155"), ("P110", "P110")]),
        ("The ILO notes that few States ratified P155.", [("P155", "P155")]),
        ("The ILO: wages rose from P350 to P155, a standard.", []),
        ("The ILO adopted it. The ministry paid P155, as its norms say.", []),
        ("The ILO met in Manila. A rice standard costs 20 pesos or P155.", []),
        ("The ILO met in room P155.", []),
        ("The ILO: they paid P110, as a standard, and then P155.", []),
        ("The ILO adopted norms; a fare of P110 and allowances of P155.", []),
        ("ILO: the bonus, P155, was adopted by the board as a standard.", []),
        ("The ILO paid tribute to the States that ratified P155.", [("P155", "P155")]),
    ],
)
def test_a_protocols_code_stands_after_its_type_or_among_words_of_instruments(text, expected):
    assert instruments(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ASEAN Declaration of 2013 on social protection covers migrants.",
            (
                "ASEAN Declaration of 2013 on social protection",
                "asean-declaration-strengthening-social-protection-2013",
            ),
        ),
        (
            "the ASEAN Declaration of 2013 on social protection and the ASEAN leaders",
            (
                "ASEAN Declaration of 2013 on social protection",
                "asean-declaration-strengthening-social-protection-2013",
            ),
        ),
        (
            "the ASEAN Declaration of 2013 on the elimination of violence against women, and more",
            (
                "ASEAN Declaration of 2013 on the elimination of violence against women",
                "asean-declaration-violence-women-children-2013",
            ),
        ),
        (
            "Tuyên bố năm 1998 của ILO về các nguyên tắc và quyền cơ bản trong lao động.",
            ("Tuyên bố năm 1998 của ILO về các nguyên tắc và quyền cơ bản trong lao động", "ILO-DECL-1998"),
        ),
        (
            "the ILO Declaration of 1998 on fundamental principles and rights at work binds members",
            ("ILO Declaration of 1998 on fundamental principles and rights at work", "ILO-DECL-1998"),
        ),
        (
            "a Declaração da OIT de 2008 sobre justiça social",
            ("Declaração da OIT de 2008 sobre justiça social", "ILO-DECL-2008"),
        ),
    ],
)
def test_a_subject_after_the_year_is_of_the_name_and_says_which_is_meant(text, expected):
    found = [(text[m.start : m.end], m.entry) for m in RECOGNISER.mentions(text) if m.kind in ("ilo", "asean")]
    assert found == [expected]
    assert not any(m.anaphora for m in RECOGNISER.mentions(text))


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("La Déclaration tripartite de principes sur les entreprises multinationales de l’OIT", "ILO-DECL-MNE-1977"),
        ("A OIT: Convenção sobre o Trabalho Doméstico Decente", "C189"),
        ("A OIT: Convenção sobre o Trabalho Decente para as Trabalhadoras e os Trabalhadores Domésticos", "C189"),
        ("het ILO-verdrag inzake huishoudpersoneel", "C189"),
        ("Tuyên bố về các nguyên tắc và quyền cơ bản trong lao động của ILO", "ILO-DECL-1998"),
        ("A Convenção da OIT: Convenção sobre Normas Mínimas da Seguridade Social", "C102"),
        ("L’OIT : convention sur la liberté syndicale", "C087"),
        ("ILO: Verdrag inzake sociale zekerheid (minimumnormen)", "C102"),
        (
            "A OIT: Declaração Tripartida de Princípios sobre Empresas Multinacionais e Política Social",
            "ILO-DECL-MNE-1977",
        ),
    ],
)
def test_titles_that_other_languages_use(text, target):
    assert [found for _, found in instruments(text)] == [target]


def test_a_title_ends_with_its_last_word_though_that_is_an_article_without_its_marks():
    title = "Công ước về Quyền tổ chức và thương lượng tập thể"
    assert instruments(f"ILO: {title} được thông qua") == [(title, "C098")]
