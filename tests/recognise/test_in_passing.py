"""Texts of other fields that name the ILO once, in passing: their codes, numbers and letters are their own."""

from pathlib import Path

import pytest

from archivist.glossary import load
from archivist.recognise import Recogniser

RECOGNISER = Recogniser(load(Path(__file__).parents[2] / "source" / "glossary"))
CHOIR = "The choir sang in May. A guest of the ILO clapped. Then we ate soup and went home by tram.\n\n"


def ilo(text):
    return [one.target for one in RECOGNISER.mentions(text) if one.kind == "ilo"]


def acronyms(text):
    return [one.target for one in RECOGNISER.mentions(text) if one.kind == "acronym"]


@pytest.mark.parametrize(
    "text",
    [
        "The altos practise in C131, the basses in R201. Scores lie under C102.",
        "Group C105 moves to lab R204.",
        "Kelompok C102 pindah ke laboratorium R201; rak C189 kosong.",
        "Le groupe C102 va au laboratoire R201.",
        "Die Gruppe C102 geht ins Labor R201, das Regal ist aus C190.",
        "El grupo C102 pasa al laboratorio R201.",
        "The Stockholm Convention bans some of it. Cans marked R22 are blue.",
        "Physics stays in C029 and maths in C087.",
        "My copy of convention 131 was signed by the tenor.",
        "The fair, Convention 98, was loud.",
    ],
)
def test_a_code_or_a_number_with_nothing_of_the_field_near_is_no_instrument(text):
    assert ilo(CHOIR + text) == []


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Peru has ratified C131.", ["C131"]),
        ("The ILO told us of C189 and R201.", ["C189", "R201"]),
        ("Workers know C102.", ["C102"]),
        ("Pekerja menunggu C189.", ["C189"]),
        ("Người lao động cần C102.", ["C102"]),
        ("Les travailleuses attendent C189.", ["C189"]),
        ("The new convention is called C190.", ["C190"]),
        ("Workers know Convention 98.", ["C098"]),
    ],
)
def test_a_code_with_the_field_near_it_is_one(text, targets):
    assert ilo(CHOIR + text) == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("The ILO sang. White chose C87 and then C98.", []),
        ("The ILO sang. It noted progress on C87.", ["C087"]),
        ("The ILO sang. Its conventions are old. So is C98.", ["C098"]),
        ("The ILO sang, as C98 wants.", ["C098"]),
        ("The ILO of workers. ICD-10 codes C18 and C87 are those of tumours.", []),
        ("L'OIT des travailleurs: la convention n° 29 du 12 mars entre la ville et nous.", []),
    ],
)
def test_the_ilo_in_the_paragraph_is_not_enough_for_a_code_in_another_sentence(text, targets):
    assert ilo(CHOIR + text) == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("The ILO's C190 is new.\n\nMore on it next week.\n\nRead C190 and R206.", ["C190", "C190", "R206"]),
        ("The ILO's Governing Body sat. C190 was read out.\n\nC190 again.", ["C190", "C190"]),
        ("The ILO counts.\n\nC189 – 36 states\nC188 – 20 states", ["C189", "C188"]),
        ("OIT : la C190 est là. Voir aussi R206.", ["C190", "R206"]),
        ("L'OIT compte.\n\nLa C189 est en vigueur.", ["C189"]),
        ("The ILO counts.\n\nConvention No. 189 is good.", ["C189"]),
    ],
)
def test_what_is_said_once_to_be_the_ilos_holds_elsewhere_and_treaties_are_spoken_of_in_their_own_words(text, targets):
    assert ilo(CHOIR.replace("A guest of the ILO clapped. ", "") + text) == targets


def test_a_text_of_the_field_needs_nothing_near_its_codes():
    text = "Labour law: workers and employment.\n\nThe ILO spoke.\n\nOf C131 more next week. So too of R201."
    assert ilo(text) == ["C131", "R201"]


@pytest.mark.parametrize(
    "text",
    [
        "The ILO on workers and social security: employment is rising.\n\n```\nstat=1 C189 R202\n```\n",
        "The ILO on workers and employment of labour. It signs with the key 0x7AB1 C029 B1F5.",
        "The ILO on workers and employment of labour. Error codes: C105 = no paper, C182 = no ink.",
        "The ILO on workers and employment of labour. The jar bears R22 and R36/37/38.",
        "The ILO on workers and employment of labour. The C190 steel came late.",
        "The ILO on workers and employment of labour. Take the C189 from Ripon to the mill.",
        "The ILO on workers and employment of labour. Fehlercode C105 heißt: kein Papier.",
    ],
)
def test_programs_keys_errors_and_goods_have_codes_of_their_own_in_any_text(text):
    assert ilo(text) == []


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("The ILO on workers: C190 transport workers' unions march; take the C190 to heart.", ["C190", "C190"]),
        ("The ILO on workers and labour. Error codes aside, the ILO says that C105 binds.", ["C105"]),
        ("The ILO on workers and employment of labour.\n\n```\nprint\n```\n\nThen C189.", ["C189"]),
    ],
)
def test_words_of_the_field_beside_such_things_leave_a_code_to_it(text, targets):
    assert ilo(text) == targets


def test_the_letters_of_servers_are_none_of_the_ilos():
    text = (
        "Reset the iLO of the second rack first, then boot it with the old image. " * 4
        + "The ILO page asks for a password; the log shows C189 and R202. "
        + "Nothing else in this long note is of any use to those who do not run machines. " * 4
    )
    assert acronyms(text) == ["iLO@other"] * 4 + ["ILO@other"]
    assert ilo(text) == []


def test_one_ilo_among_words_of_computing_is_not_the_body():
    text = "We put the firmware on the router, and Linux on the server. The ILO hung. The log had C189 and R202."
    assert ilo(text) == []
    assert ilo(f"{text} Workers wait.") == ["C189", "R202"]


@pytest.mark.parametrize(
    "text",
    [
        "The ILO met. He cites Convention 108 of the Council of Europe. Convention 108 is old.",
        "The ILO met. Convention 108 is old. He cites Convention 108 of the Council of Europe.",
        "The ILO met. The GDPR and Convention 108 guard the files of workers.",
        "The ILO met. Workers' privacy is the matter of Convention No. 108.",
        "L'OIT s'est réunie. La convention 108 et le RGPD protègent les travailleurs.",
        "Die IAO tagte. Das Übereinkommen 108 zum Datenschutz hilft den Beschäftigten.",
        "ILO bertemu. Konvensi 108 melindungi data pribadi pekerja.",
        "The ILO met. Workers fear cybercrime, the matter of Convention 185. Convention 185 is signed.",
    ],
)
def test_a_number_that_the_text_says_to_be_anothers_is_so_throughout(text):
    assert ilo(text) == []


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("The ILO met workers. The Council of Europe has Convention No. 173 on corruption.", []),
        ("The ILO met workers. The ETS are many. Convention No. 141 on laundering is one.", []),
        ("The ILO met workers. The ETS are many. Convention No. 141 on rural workers is none.", ["C141"]),
        ("The ILO met workers. Convention No. 141 on the land is good.", ["C141"]),
        ("Les travailleuses et l'OIT: la convention 66 (IDCC 66) les couvre.", []),
        ("The ILO met workers and labour unions. See desk R190, bolt R97 and drawing C138.", []),
    ],
)
def test_a_number_on_what_its_title_has_not_is_anothers_where_another_body_is_named(text, targets):
    assert ilo(text) == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("ILO Convention 108 is on seafarers. Convention 108 was revised.", ["C108", "C108"]),
        ("Data protection is by Convention 108 of the Council of Europe. ILO Convention 108 is another.", ["C108"]),
        ("The ILO met. Convention 185 is on the papers of seafarers.", ["C185"]),
    ],
)
def test_a_number_that_is_said_with_the_ilo_stays_the_ilos(text, targets):
    assert ilo(text) == targets


FILLER = "Nothing in this note is about anything but sand, sea, tents, maps, boats and the long way back home. " * 6


@pytest.mark.parametrize(
    "text",
    [
        "The ILO sent a card. Bring cream (SPF 50).",
        "ASEAN sent a card. Mail without an SPF record is lost.",
        "The ILO and ASEAN sent a card. We like SPF 30.",
    ],
)
def test_letters_that_others_use_are_others_where_a_body_is_named_in_passing(text):
    assert [one for one in acronyms(FILLER + text) if "SPF" in one] == ["SPF@other"]


@pytest.mark.parametrize(
    "text",
    [
        "The ILO sent a card to the ILO, for the ILO. The SPF is there.",
        "The ILO on labour and workers: the SPF is there.",
        "Employment, workers and social security: the SPF is there.",
        "The ILO, Convention 102 and Recommendation 202: the SPF is there.",
    ],
)
def test_they_are_ours_where_the_text_is_of_the_field(text):
    assert [one for one in acronyms(FILLER + text) if "SPF" in one] == ["SPF"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("An ASEAN cup was played. The Vientiane Declaration of 11 May was read aloud.", []),
        ("An ASEAN cup was played. The Bangkok Declaration of the players was read aloud.", []),
        ("An ASEAN cup was played. ASEAN has its Bangkok Declaration.", ["Bangkok Declaration"]),
        ("ASEAN here, ASEAN there, ASEAN everywhere. The Bangkok Declaration is old.", ["Bangkok Declaration"]),
        ("An ASEAN cup was played. The Bangkok Declaration (1967) is old.", ["Bangkok Declaration (1967)"]),
    ],
)
def test_a_declaration_named_by_its_place_is_aseans_where_more_says_so(text, names):
    long = FILLER + text
    assert [long[m.start : m.end] for m in RECOGNISER.mentions(long) if m.kind == "asean"] == names


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Notre CDI (centre de documentation et d'information) ouvre.", "CDI@other"),
        ("Le CDI (centre de documentation et de lecture) ouvre.", "CDI@other"),
        ("The CDI (Centre for Dance and Improvisation) opens.", "CDI@other"),
        ("The CDI (Centre for Development and Integration) opens.", "CDI"),
        ("The Center for Development & Integration (CDI) opens.", "CDI"),
    ],
)
def test_the_words_that_all_bodies_names_have_do_not_make_two_senses_one(text, target):
    assert acronyms(text) == [target]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ILO met. Report on ILC 108, the Conference of 2019.", []),
        ("ILC 104 adopted R204, and the ILO was glad.", ["R204"]),
        ("Ratify ILC 102 and 190, says the ILO.", ["C102", "C190"]),
        ("The ILO asks states to ratify ILC102.", ["C102"]),
        ("Convention 108 of the Council of Europe was cited; later Convention No. 108, and then the ILO.", []),
        ("On personal data the Council of Europe spoke. Convention No. 108 and a code of the ILO were cited.", []),
        ("On personal data the Council of Europe spoke. Convention No. 108 of the ILO is on seafarers.", ["C108"]),
        ("The CoE is on privacy. Seafarers' Identity Documents Convention, 1958 (No. 108), of the ILO.", ["C108"]),
    ],
)
def test_a_session_of_the_conference_and_a_famous_number_of_others_are_none(text, expected):
    assert [m.target for m in RECOGNISER.mentions(text) if m.kind == "ilo"] == expected


LEAFLET = "A leaflet of the International Labour Office lay on the piano. Then we ate soup and went home by tram.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Ropes are kept from C131 downwards.",
        "Tom has swept C102: it holds nine drums.",
        "Parcels C87 to C98 lie by the brook; homes R201 and R202 are for workers.",
        "Workers swap C90 tapes. Sold: Corgi C100 or C110, says the union.",
        "The R202 locomotive took workers home.",
        "The C189 is a faint galaxy, workers say.",
        "Riders C87 and C98 won, as workers know.",
        "Wanted: Dinky C180, for workers.",
        "Workers smelt the gas R134 and saw the marker C87.",
        "La locomotive R202 tira les travailleuses.",
        "Die Spieler C87 und C98 sind Arbeitnehmer.",
        "De spelers C87 en C98 zijn arbeiders.",
        "Los jugadores C87 y C98 son trabajadores.",
        "Pemain C87 dan C98 adalah pekerja.",
        "Ask the Inner Loop Office (ILO). The ILO opens. The ILO shuts. Oh, ILO!\n\nRopes from C131 on.",
    ],
)
def test_its_name_spelt_out_once_makes_no_codes_of_goods_and_players_instruments(text):
    assert ilo(LEAFLET + text) == []


def test_a_thing_that_has_a_code_speaks_for_the_codes_around_it():
    assert ilo(f"{LEAFLET}The choir convention will use rooms C131 and R201. Ann has swept C131 for workers.") == []
    assert ilo(f"{LEAFLET}Workers: we met in room R204. The ILO's C131 was read.") == ["C131"]
    assert ilo(f"{LEAFLET}Peru ratified C131. Workers, come to room R204.") == ["C131"]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Workers know C131.", ["C131"]),
        ("The International Labour Office told us of C131 and R201.", ["C131", "R201"]),
        ("Unions of workers ask for C189. C189 again.", ["C189", "C189"]),
        ("Les travailleurs attendent la C131.", ["C131"]),
        ("Die Beschäftigten warten auf C189.", ["C189"]),
    ],
)
def test_its_name_spelt_out_counts_as_its_letters_do(text, targets):
    assert ilo(LEAFLET + text) == targets
