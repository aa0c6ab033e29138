"""What the file says of its glyphs: read by taking each ActualText, and the fonts' maps for the rest."""

import io
import re
import unicodedata
from itertools import permutations

import pikepdf
import pytest
from small_volumes import chapter, volume

from archivist.edition.copying import CLUSTERED
from archivist.edition.glyphs import read_unicode
from archivist.edition.printing import print_volume

TEXTS = {
    "km": "សេចក្ដីប្រកាសជាសកល ស្ដីពីសិទ្ធិមនុស្ស មិនមែននយោបាយ",
    "my": "အပြည်ပြည်ဆိုင်ရာ လူ့အခွင့်အရေး ကြေညာစာတမ်း",
    "th": "ปฏิญญาสากลว่าด้วยสิทธิมนุษยชน ทั้งหลายมีเกียรติศักดิ์ประจำตัว",
    "lo": "ປະກາດສາກົນ ກ່ຽວກັບສິດຂອງມະນຸດ ບົດນຳ",
    "hi": "मानव अधिकारों की सार्वभौम घोषणा चूंकि व्यक्ति के मौलिक",
    "bn": "মানবাধিকারের সার্বজনীন ঘোষণাপত্র রাষ্ট্র গোষ্ঠী",
    "ta": "மனித உரிமைகள் பற்றிய உலகப் பிரகடனம் கொண்டு",
    "te": "మానవ స్వత్వముల సార్వజనిక ప్రకటన గుర్తింపు",
}


def said(document):
    """Give all that a file says is written in it, in the order in which it is shown."""
    return "".join(text for page in document.pages for text in _said(page))


def _said(page):
    fonts = {name: read_unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
    open_texts, unicode = [], {}
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), list(instruction.operands)
        if operator in ("BDC", "BMC"):
            properties = operands[-1] if isinstance(operands[-1], pikepdf.Dictionary) else {}
            actual = properties.get("/ActualText")
            open_texts.append(actual is not None)
            yield "" if actual is None else str(actual)
        elif operator == "EMC":
            open_texts.pop()
        elif operator == "Tf":
            unicode = fonts[str(operands[0])]
        elif operator in ("Tj", "TJ") and not any(open_texts):
            yield from _glyphs(operands[0], unicode)


def _glyphs(shown, unicode):
    for string in shown if isinstance(shown, pikepdf.Array) else [shown]:
        if isinstance(string, pikepdf.String):
            pairs = bytes(string)
            yield from (unicode[int.from_bytes(pairs[at : at + 2], "big")] for at in range(0, len(pairs), 2))


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_clusters_are_said_once(language):
    pdf = print_volume(volume(chapter(TEXTS[language], language=language))).pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert TEXTS[language] in said(document)


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_a_script_in_a_document_of_another_language_has_a_blank_of_its_own_font(language):
    """Without one MuPDF copies the ends of phrases twice."""
    pdf = print_volume(volume(chapter(TEXTS[language], language="en"))).pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        fonts = [font for page in document.pages for font in page.Resources.get("/Font", {}).values()]
        texts = ["".join(read_unicode(font).values()) for font in fonts]
    assert all(re.search(r"\s", text) for text in texts if CLUSTERED.search(text))
    assert any(CLUSTERED.search(text) for text in texts)


MARKED = "Ẹ̀kọ́ ẹ̀kọ́ r̥̄ m̐ o̍ and ọ́ọ́, Việt Nam"


def test_letters_whose_marks_are_glyphs_of_their_own_are_said_once():
    pdf = print_volume(volume(chapter(f"{MARKED}\nPlain: ẹ, o, r.", language="yo"))).pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        text = said(document)
    assert MARKED in text
    assert "Plain: ẹ, o, r." in text


COMPOSED = "José Café résumé, Mãn, Å and Ω, ñ, Việt"
DECOMPOSED = unicodedata.normalize("NFD", COMPOSED)
MIXED = f"é{DECOMPOSED} é {COMPOSED}"


@pytest.mark.parametrize("texts", [*permutations((COMPOSED, DECOMPOSED, MIXED))])
@pytest.mark.parametrize("often", [COMPOSED, DECOMPOSED])
def test_letters_are_said_as_the_source_composes_them_whichever_stand_first_and_most_often(texts, often):
    chapters = [chapter(f"{text}\n{often}", name=f"2019-{at}") for at, text in enumerate((*texts, *[often] * 3))]
    with pikepdf.open(io.BytesIO(print_volume(volume(*chapters)).pdf)) as document:
        found = said(document)
    either = re.compile(f"{COMPOSED}|{DECOMPOSED}")
    assert either.findall(found) == either.findall("\n".join(one.document.text for one in chapters))


def test_each_marked_content_of_a_mended_page_stands_in_the_structure_tree():
    pdf = print_volume(volume(chapter("\n".join((*TEXTS.values(), MARKED)), language="km"))).pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        numbers = document.Root.StructTreeRoot.ParentTree.Nums
        by_page = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        for page in document.pages:
            elements = by_page[int(page.obj.StructParents)]
            marked = [
                int(one.operands[1].MCID)
                for one in pikepdf.parse_content_stream(page)
                if str(one.operator) == "BDC" and "/MCID" in one.operands[1]
            ]
            assert marked == [at for at, element in enumerate(elements) if element is not None]


def test_texts_in_other_scripts_are_not_touched(monkeypatch):
    one = volume(chapter("Plain words, Việt Nam, 社会保障"))
    mended = print_volume(one).pdf
    monkeypatch.setattr("archivist.edition.printing.give_text_once", lambda _document: None)
    assert print_volume(one).pdf == mended
