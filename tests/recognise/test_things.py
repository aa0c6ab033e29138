"""Roads, rooms and vehicles with codes like the ILO's, in texts that name the ILO."""

from pathlib import Path

import pytest

from archivist.glossary import load
from archivist.recognise import Recogniser

RECOGNISER = Recogniser(load(Path(__file__).parent.parent.parent / "source" / "glossary"))


def targets(text):
    return [m.target for m in RECOGNISER.mentions(text) if m.kind == "ilo"]


@pytest.mark.parametrize(
    "text",
    [
        "La oficina de la OIT: salga de la autovía C-102 por la calle R-190, edificio C190.",
        "O escritório da OIT fica na rodovia R202, prédio C102.",
        "Kantor ILO pindah ke gedung C102, jalan tol R202.",
        "Pejabat ILO di bilik C102, lebuh raya R202.",
        "Het kantoor van de ILO: neem de snelweg R202, lokaal C102.",
        "Văn phòng ILO ở tòa nhà C102, quốc lộ R202.",
        "Le bureau du BIT et de l’OIT : immeuble C102, rue R190.",
        "The ILO moved. Leave the R202 motorway at the C190 exit for the C102 building.",
        "The ILO team drove along the C190. Then we turned left onto R202.",
        "El equipo de la OIT: condujimos por la C190.",
        "The ILO's staff took a C17 and flew over the R55.",
    ],
)
def test_a_road_or_a_room_is_no_instrument_in_a_text_that_names_the_ilo(text):
    assert targets(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ILO: the social protection floor R202 is new.", ["R202"]),
        ("The ILO sees a C190 road to ratification, and R202 building blocks.", ["C190", "R202"]),
        ("The ILO: street vendors want C190; road workers drive the C155 campaign.", ["C190", "C155"]),
        ("The ILO: C17 and C18 were among the first that were ratified.", ["C017", "C018"]),
        ("The ILO: wages are set by law, as C26 on minimum wage fixing wants.", ["C026"]),
    ],
)
def test_words_of_roads_and_rooms_that_are_of_the_field_take_no_code_away(text, expected):
    assert targets(text) == expected
