"""The recogniser against annotated texts: those of the archive, and those written from the annotation rules."""

from pathlib import Path

import pytest
from marked import parse

from archivist.glossary import load
from archivist.gold import read_floor, read_gold, score_gold
from archivist.recognise import Recogniser
from archivist.score import Reading, score

TESTS = Path(__file__).parent.parent
FOLDERS = ("texts", "unseen")  # those that the recogniser was made with; those that somebody wrote who had not seen it
TEXTS = [path for folder in FOLDERS for path in sorted((Path(__file__).parent / folder).glob("*.txt"))]
RECOGNISER = Recogniser(load(TESTS.parent / "source" / "glossary"))
# Exactly what is known to go wrong, by text: a new error does not hide behind a mended one.
KNOWN_ERRORS = {
    # REST is a word of English
    "31-lookalike-synthetic-data": ["missed acronym REST: REST"],
    # the stop in C.CAWDU
    "37-khmer-labour": ["missed acronym C.CAWDU: C.CAWDU"],
    # "compared Convention No. 100 with No. 111": no word for its type, and "with" also joins what is of two types
    "64-forms-of-many-houses": ["missed ilo C111: No. 111"],
    # UP is a word of English
    "06-abstract-footnotes": ["missed acronym UP: UP"],
    # "No. 138 with No. 146": no word for their type, which is not the same
    "08-faq-ratification": ["missed ilo R146: No. 146"],
    # MC13 looks like a part number
    "12-chair-press-release": ["missed acronym MC13: MC13"],
    # WASH is a word of English
    "13-disaster-management": ["missed acronym WASH: WASH"],
    # My-PEC is taken apart
    "14-child-labour-release": ["missed acronym My-PEC: My-PEC", "wrong acronym PEC: PEC"],
    # DO and UP are words of English
    "15-osh-circular": ["missed acronym DO: DO", "missed acronym UP: UP"],
    # a number after an aside
    "24-es-trabajo-domestico": ["missed ilo C156: 156"],
    # C1 could be anything
    "30-other-conventions": ["missed ilo C001: C1"],
    # OPPO is a brand that abbreviates nothing
    "31-lookalike-weekend-sports": ["wrong acronym OPPO: OPPO"],
    # PD-L1 is taken apart
    "32-lookalike-patents-pharma-tax": ["missed acronym PD-L1: PD-L1", "wrong acronym PD: PD"],
    # SPF-I is taken apart
    "2-06-ocr-floors-report": ["missed acronym SPF-I: SPF-I", "wrong acronym SPF: SPF"],
    # ILO-OSH is taken apart
    "2-07-osh-table": ["missed acronym ILO-OSH: ILO-OSH", "wrong acronym ILO: ILO", "wrong acronym OSH: OSH"],
    # "Nos. 189 and 177": no word for their type
    "2-08-faq-violence-campaign": ["missed ilo C177: 177", "missed ilo C189: Nos. 189"],
    # IV is a Roman numeral
    "2-09-abstract-informal-economy": ["missed acronym IV: IV"],
    # "a 158": a number alone
    "2-12-sindicato-pt": ["missed ilo C158: 158"],
    # IMHO and ADAC side by side
    "2-19-lookalike-car-forum": ["missed acronym ADAC: ADAC", "missed acronym IMHO: IMHO"],
    # part codes, 8-BIT, and MCU in a line of capitals
    "2-20-lookalike-chip-datasheet": [
        "missed acronym MCU: MCU",
        "wrong acronym BIT: BIT",
        "wrong acronym XR2044: XR2044",
        "wrong acronym XR2044: XR2044",
        "wrong acronym XR2044: XR2044",
    ],
    # FAT is a word of English
    "2-21-lookalike-football": ["missed acronym FAT: FAT"],
    # PET is a word of English
    "2-22-lookalike-medicine": ["missed acronym PET: PET"],
    # SDG, spelt out only in an answer
    "2-23-lookalike-programming": ["missed acronym SDG@other: SDG", "wrong acronym SDG: SDG"],
    # TRIANGLE is a word; unsigned "Recommendations 86 and 151"; 188 alone
    "3-05-recruitment-webinar": [
        "missed acronym TRIANGLE: TRIANGLE",
        "missed ilo C188: 188",
        "missed ilo R086: Recommendations 86",
        "missed ilo R151: 151",
    ],
    # a number after a clause
    "4-02-union-statement": ["missed ilo C183: 183"],
    # the zone itself, within the treaty's name
    "4-06-legal-commentary": ["wrong acronym SEANWFZ: SEANWFZ"],
    # a number after a title
    "4-07-ratification-table": ["missed ilo C167: 167"],
    # one event or two names
    "4-12-newsletter": ["missed acronym ACSC/APF: ACSC/APF", "wrong acronym ACSC: ACSC", "wrong acronym APF: APF"],
    # SA is known by itself; SEA stands alone on its line
    "4-14-lookalike-roads-aviation": [
        "missed acronym ALPA-SA: ALPA-SA",
        "wrong acronym ALPA: ALPA",
        "wrong acronym SA: SA",
        "wrong acronym SEA: SEA",
    ],
    # long and can be spoken
    "4-23-spanish": [
        "missed acronym CONLACTRAHO: CONLACTRAHO",
        "missed acronym FENATRAHOB: FENATRAHOB",
    ],
    # no letter e in the name that is spelt out
    "4-24-vietnamese": ["missed acronym Mnet: Mnet"],
    # part codes; the T of ITU-T is taken off
    "5-23-lookalike-microcontrollers-it": [
        "missed acronym ITU-T: ITU-T",
        "wrong acronym ITU: ITU",
        "wrong acronym MLC: MLC",
        "wrong acronym PB7: PB7",
        "wrong acronym SDG: SDG",
        "wrong acronym X5R: X5R",
    ],
    # "ce" is a word of French
    "5-24-lookalike-code-articles": ["missed acronym CE: CE"],
    # a number alone
    "6-03-blog-care-work": ["missed ilo C102: 102"],
    # DO is a word of English
    "6-14-country-law-digest": ["missed acronym DO: DO"],
    # an isotope before a hyphen; two letters and a number are like a model's
    "6-16-lookalike-chemistry-steel": ["missed acronym NMR: NMR", "missed acronym RP: RP"],
    # a class of racing cars
    "6-17-lookalike-sports-law-reports": ["wrong acronym RC2: RC2"],
    # a clipping that ends in one capital, as a name with an initial does
    "7-02-ngo-page-crlf": ["missed acronym KontraS: KontraS"],
    # a country's name is none in a heading, though its code looks the same
    "7-04-scanned-report": ["missed acronym LAO: LAO"],
    # SE is a point of the compass
    "7-06-berita-id": ["missed acronym SE: SE"],
    # "the other Cebu Declaration, that on migrant workers" refers back to the one before
    "7-13-asean-timeline": [
        "missed asean asean-declaration-migrant-workers-2007: Cebu Declaration",
        "wrong asean asean-cebu-declaration-acceleration-community-2007: Cebu Declaration",
    ],
    # NICE is a word of English
    "7-16-lookalike-local-paper": ["missed acronym NICE: NICE"],
    # AS and CAT are words of English; a letter and an age
    "7-17-school-letter": ["missed acronym AS: AS", "missed acronym CAT: CAT", "missed acronym U15: U15s"],
}


def found(text):
    return [Reading(m.start, m.end, m.kind, m.target, text[m.start : m.end]) for m in RECOGNISER.mentions(text)]


def test_the_archives_own_texts_score_at_least_what_is_recorded():
    card = score_gold(read_gold(TESTS / "gold"), RECOGNISER.mentions)
    floor = read_floor(TESTS / "gold")
    assert {kind: card.kinds[kind].f1 >= least for kind, least in floor.items()} == dict.fromkeys(floor, True)
    assert dict(floor) == {"ilo": 1.0, "asean": 1.0, "acronym": 0.98}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_is_read_as_it_is_marked(path):
    marked = parse(path.read_bytes().decode())
    card = score({path.stem: marked.readings}, {path.stem: found(marked.text)})
    errors = [f"{e.sort} {e.reading.kind} {e.reading.target}: {e.reading.text}" for e in card.errors]
    assert sorted(errors) == KNOWN_ERRORS.get(path.stem, [])


def test_no_instrument_is_found_in_texts_of_other_fields():
    texts = [path for path in TEXTS if "lookalike" in path.stem or "offtopic" in path.stem]
    instruments = [
        (path.stem, one.text)
        for path in texts
        for one in found(parse(path.read_bytes().decode()).text)
        if one.kind in ("ilo", "asean")
    ]
    assert len(texts) > 3
    assert instruments == []
