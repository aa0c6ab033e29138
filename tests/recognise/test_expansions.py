"""What a document says that letters stand for, which goes before what the glossary means by them."""

from pathlib import Path

import pytest

from archivist.glossary import load
from archivist.recognise import Recogniser

RECOGNISER = Recogniser(load(Path(__file__).parent.parent.parent / "source" / "glossary"))


def instruments(text):
    return [m.target for m in RECOGNISER.mentions(text) if m.kind in ("ilo", "asean")]


@pytest.mark.parametrize(
    "text",
    [
        "Seafarers and the ILO: the Maritime League Championship (MLC) opened. The MLC ended.",
        "The ILO met. MLC (Marine Logistics Centre) moved; the MLC hired workers.",
        "The ILO and the Marine Labour Corporation (MLC) met; MLC staff.",
        "Het Maritiem Logistiek Centrum (MLC), en de ILO. Zeevarenden van het MLC.",
        "Das Maritime Logistik-Cluster (MLC) und die ILO: Seeleute im MLC.",
        "MLC – Mosque Liaison Committee. Seafarers and the ILO. The MLC met.",
        "The MLC, the Municipal Leisure Centre, has room for seafarers, the ILO says. MLC 2006.",
        "MLC stands for Mersey Lifeboat Crews, says the ILO. MLC 2006.",
        "Seafarers and the ILO. The MLC won. The Municipal Leisure Centre (MLC) opened.",
        "ASEAN: the Vientiane Agricultural Programme (VAP). The VAP grows.",
        "ASEAN: the Asian Human Resource Department (AHRD) met. AHRD staff.",
        "In ASEAN, the ASEAN Cancer Research Foundation (ACRF) met; ACRF doctors.",
        "ASEAN: the Department of Corrections (DOC) met. DOC 2002.",
    ],
)
def test_letters_that_the_document_spells_out_otherwise_are_no_instrument(text):
    assert instruments(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Maritime Labor Convention (MLC) of the ILO. The MLC.",
        "La convention du travail maritime, 2006 (MLC) de l'OIT. La MLC.",
        "The ILO Maritime Labour Convention 2006, as amended (MLC). MLC.",
        "Konvensi Ketenagakerjaan Maritim (MLC) ILO. MLC 2006.",
        "Das Seearbeitsübereinkommen (Maritime Labour Convention, MLC) der ILO.",
        "MLC – Maritime Labour Convention. Seafarers and the ILO. The MLC, 2006 binds.",
    ],
)
def test_letters_of_a_name_in_another_spelling_or_language_stay_the_instrument(text):
    assert set(instruments(text)) == {"MLC-2006"}


@pytest.mark.parametrize(
    "text",
    [
        "De Instelling voor Landbouw Onderzoek (ILO) is verhuisd. ILO 189.",
        "L'Institut de Lutherie d'Orléans (ILO) a la salle C189. ILO 189.",
        "El Instituto de Lenguas Orientales (ILO), puesto C189; convenio 87.",
        "ILO stands for Industry Liaison Officer. Each ILO has code C189.",
        "ILO, the International Lace Organisation, meets. C189 and Convention 87.",
        "ILO – Institute for Linguistic Outreach. C189 and Convention 87.",
        "ILO adalah singkatan dari Ikatan Lembaga Olahraga. Konvensi 87 dan C189.",
    ],
)
def test_a_body_that_shares_the_ilos_letters_has_none_of_its_instruments(text):
    assert instruments(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Internationella arbetsorganisationen (ILO) antog C189.",
        "The International Labour Organization (ILO) has C189.",
        "ILO, the Geneva body, adopted C189.",
        "ILO: In Lima, Ortega spoke of C189.",
    ],
)
def test_the_ilos_own_letters_keep_its_instruments(text):
    assert instruments(text) == ["C189"]


def test_the_words_after_a_mark_are_the_sense_of_letters_only_if_each_letter_begins_one():
    found = {m.target: m.sense for m in RECOGNISER.mentions("XQR – Xylophone Quartet of Rome, and ZPF, the Zinc Peak.")}
    assert found["XQR"] == "Xylophone Quartet of Rome"
    assert found["ZPF"] == ""
