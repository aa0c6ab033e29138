"""What has a code without being an instrument: roads, rooms, parts, vehicles, told by the words beside the code."""

from __future__ import annotations

import re

from archivist.recognise.company import labels_nothing, names_ilo, sentence_around

# In English, French, German, Dutch, Spanish, Portuguese, Indonesian, Malay and Vietnamese. Not "floor", "drive" or
# "platform", nor their like, which are also words of this field: "the social protection floor R202".
_ROADS = (
    r"roads?|routes?|highways?|motorways?|freeways?|expressways?|streets?|avenues?|lanes?|bridges?|tunnels?"
    r"|junctions?|exits?"
    r"|autoroutes?|rues?|départementale|(?:[a-zß]+)?stra(?:ß|ss)en?|autobahn|ausfahrt|(?:[a-z]+)?weg"
    r"|(?:[a-z]+)?straat|afrit"
    r"|autopistas?|autov[ií]as?|carreteras?|calles?|avenidas?|rutas?|rodovias?|autoestradas?|estradas?|ruas?"
    r"|jalan(?:[\s\xa0]raya|[\s\xa0]tol)?|tol|lebuh(?:[\s\xa0]?raya)?|lorong|gang|rute|đường|ถนน|ផ្លូវ"
    r"|quốc[\s\xa0]lộ|tỉnh[\s\xa0]lộ|cao[\s\xa0]tốc"
)
_ROOMS = (
    r"rooms?|halls?|buildings?|blocks?|offices?|suites?|apartments?|stands?|booths?|gates?|seats?|boxe?s?|ward|sector"
    r"|berths?|docks?|piers?|quays?|helipad|hangars?|lockers?|desks?|canteen|corridor|lifts?|elevators?|kitchen|garage|parking|bays?|wing|extension|shelf|shelves|quai|liegeplatz|kade|muelle|dermaga|bến|kệ"
    r"|salles?|bâtiments?|immeubles?|bureaux?|raum|saal|zimmer|halle|gebäude|haus|zaal|kamer|lokaal|gebouw|kantoor"
    r"|salas?|aulas?|oficinas?|despachos?|edificios?|habitaci(?:ón|ones)|edif[ií]cios?|prédios?|gabinetes?"
    r"|(?:im|ins|dem|das|zum)[\s\xa0]labor|lab(?:s|orator(?:y|ies|ium|io|ios|ire|ires))?|studios?|groups?"
    r"|groupes?|gruppen?|groep(?:en)?|grupos?|kelompok|kumpulan|nhóm|rak|makmal"
    r"|ruang(?:an|[\s\xa0]sidang)?|kamar|bilik|gedung|bangunan|blok|phòng|t(?:òa|oà)[\s\xa0]nhà"
)
_VEHICLES = (
    r"bus(?:es)?|tram(?:way)?s?|trains?|metro|ferry|flights?|aircraft|helicopters?|lockheed|hercules|canon|commodore"
    r"|engines?|printers?|cameras?|line|ligne|linie|lijn|línea|linha|vols?|vuelos?|voos?|autob[uú]s|ônibus"
    r"|comboio|kereta|xe[\s\xa0]buýt|tuyến|tàu|khoang|toa"
)
_PARTS = (
    r"machines?|drawings?|bolts?|screws?|resistors?|capacitors?|condensateur|pins?|models?|vitamine?s?|vitaminas?|hepatitis|grades?|parts?|keys?|unit"
    r"|class|type|items?|sheets?|racks?|boards?|samples?|lots?|batch(?:es)?|placas?|plaques?"
    r"|steels?|alloys?|glues?|paints?|acier|stahl|staal|acero|aço|baja|thép|peptides?|proteins?"
)
_PAPERS = (
    r"articles?|art\.|section|§|pages?|regulations?|figures?|tables?|annex(?:es)?|appendix|slides?|acts?"
    r"|circulars?|bonds?"
    r"|papers?|exhibits?|files?|borang|formulir|formulario|chapter|version|channel|cases?|forms?|clauses?"
    r"|schedules?|plots?|rows?|cells?|zeile|rij"
    r"|(?:errors?|faults?|alarms?|events?|erreur|panne|fehler|störung|fout|storing|falla|avería|galat"
    r"|lỗi)(?:[\s\xa0]codes?)?"
)
# In small letters, among which the engine finds its way faster than where it must leave case aside.
_FOREIGN = re.compile(
    rf"\b(?:{_ROADS}|{_ROOMS}|{_VEHICLES}|{_PARTS}|{_PAPERS})[\s\xa0]+(?:(?:the|no\.?|number|número|numéro|nomor"
    rf"|nummer|số)[\s\xa0]+)?"
    r"(?:[a-z]{1,3}-?\d+(?:/\d+)?,?[\s\xa0]+(?:(?:and|or|to|et|y|e|dan|und)[\s\xa0]+)?){0,3}\Z"
)
# After a code: what it is the name of. Not "the C190 road to ratification", "R202 building blocks".
_THING = re.compile(
    r"[ \xa0](?:Hercules|(?:helicopter|airplane|plane|camera|lens|printer|engine|server|router|laptop|connector"
    r"|capacitor|resistor|motorway|highway|freeway|expressway|street|avenue|junction|interchange|exit|tunnel"
    r"|roundabout"
    r"|building(?![ \xa0]blocks?)|room|hall|classroom|apartment|flight"
    r"|road(?![ \xa0]?-?maps?|[ \xa0]to[ \xa0][a-z])|bus|tram|truck|tractor|lab|laborator(?:y|ie)|bottle|drum"
    r"|lathe)(?:e?s)?"
    r"|aircraft|steel|stainless|alloy|transport|ampoules?)(?!\w)(?![ \xa0](?:workers?|drivers?|unions?|sector"
    r"|industry|operators?|crews?)\b)"
)
# What codes are of in texts that are not of this field, though workers and unions have such things, too
_GOODS = (
    r"cassettes?|tapes?|records?|locomotives?|wagons?|carriages?|lorr(?:y|ies)|vans?|cars?|motor(?:bikes?|cycles?)"
    r"|scooters?|bicycles?|bikes?|mopeds?|boats?|yachts?|ships?"
    r"|gal[ay]x(?:y|ies)|clusters?|nebulae?|stars?|comets?|asteroids?|planets?|globulars?"
    r"|gas(?:es)?|refrigerants?|markers?|genes?|mutants?|antibod(?:y|ies)|reagents?|compounds?|cells?|specimens?"
    r"|fabrics?|concrete|cement|timber|tyres?|valves?|compressors?|amplifiers?|receivers?|radios?|telephones?|phones?"
    r"|laptops?|tablets?|watch(?:es)?|lens(?:es)?|films?|toners?|cartridges?|batter(?:y|ies)"
    r"|lokomotiven?|loks?|baureihen?|kassetten?|sterne?|sternhaufen|galaxien?|gase?|kältemittel|marker|gene"
    r"|locomotoras?|locomotivas?|casetes?|estrellas?|estrelas?|galaxias?|galáxias?|gaz|gás|étoiles?|gènes?|genen?"
    r"|locomotieven?|sterren(?:stelsel)?s?|bintang|galaksi|lokomotif|kaset"
)
_HOLDERS = (
    r"units?|plots?|players?|runners?|riders?|swimmers?|dancers?|pupils?|patients?|guests?|teams?|houses?|homes?|flats?"
    r"|cabins?|tents?|pitch(?:es)?|courts?|tables?|chairs?|sites?|graves?|allotments?|tracks?|levels?|bins?|crates?"
    r"|joueurs?|joueuses?|coureurs?|équipes?|parcelles?|lots?|logements?|échantillons?|spieler(?:innen)?|läufer"
    r"|proben?|parzellen?|wohnung(?:en)?|speler?s|lopers?|percelen?|kavels?|woning(?:en)?|monsters?"
    r"|jugador(?:es|as)?|jogador(?:es|as)?|corredores?|equipos?|equipes?|parcelas?|viviendas?|muestras?|amostras?"
    r"|pemain|pelari|regu|sampel|kavling|tenda|cầu[\s\xa0]thủ|mẫu|lô"
)
_PASSING_BEFORE = re.compile(rf"\b(?:{_GOODS}|{_HOLDERS})[\s\xa0]+\Z")
_PASSING_AFTER = re.compile(
    r"(?:[ \xa0](?:is|was|are|were|ist|est|es|é|adalah)[ \xa0]"
    r"(?:(?:an?|the|one[ \xa0]of[ \xa0]the|une?|eine?|een|una?|uma)"
    rf"[ \xa0])?(?:[\w-]+[ \xa0]){{0,2}}|[ \xa0])(?:{_GOODS})(?![\w-])"
)
# "the printer in R202", "OJ C 189": a room's, and a number of the Official Journal of the European Union
_WHERE = re.compile(
    r"(?:(?i:\b(?:printer|copier|scanner|projector|light|lamp|door|window|heater|heating|toilet|whiteboard|socket)s?"
    r"[\s\xa0]+(?:in|at|of|near|outside)[\s\xa0]+(?:the[\s\xa0]+)?)"
    r"|\b(?:OJ|JO|ABl\.?|DO(?:UE|CE)?|PB|GU)(?:[ \xa0](?:EU|EC|UE|CE))?,?[ \xa0])\Z"
)
# "we drove the R55", "along the C190": where one goes; "drives the C190 campaign" is none, since the code labels that.
_TRAVELLED = re.compile(
    r"(?i:\b(?:(?:drove|driving|walk(?:ed|ing)?|travel(?:l?ed|l?ing)?|cycl(?:ed|ing)|turn(?:ed"
    r"|ing)?[\s\xa0](?:left|right)"
    r"|condujo|condujimos|conducimos|manejamos|dirigimos|menyetir|mengemudi|berkendara|memandu|fuhr(?:en)?|reden"
    r"|lái[\s\xa0]xe)[\s\xa0]+"
    r"(?:(?:on|onto|down|up|via|from|past|along|por|pel[oa]|op|over|langs|auf|über|trên|melalui|lewat|di"
    r"|de)[\s\xa0]+)?"
    r"|(?:along|alongside)[\s\xa0]+)(?:(?:the|l[ae]|el|[ao]|de|het|de[rn]|die)[\s\xa0]+)?\Z)"
)
# "take the C189 from Hexham"
_TAKEN = re.compile(r"\b[Tt](?:ake|akes|aking|ook)[\s\xa0](?:the|a)[\s\xa0]\Z")
_TO_A_PLACE = re.compile(r"[\s\xa0](?:from|to|towards?|into|at|until|as[\s\xa0]far[\s\xa0]as)[\s\xa0][A-Z]")
# "Error codes: C105 = bad column", "Bottles marked R22, R36/37/38", and the groups of a key: "0x5F1D C029 A105"
_CODES_OF_A_THING = re.compile(
    r"\b(?i:error|fault|exit|status|diagnostic|trouble|exam|postal)[ \xa0]?codes?\b"
    r"|\b(?:ICD|ECO|ATC|CPT|HS|SIC|NACE)(?:-\d{1,2})?[ \xa0](?:[Cc]odes?|[Cc]hapters?|[Hh]eadings?)\b"
    r"|\b(?i:fehlercodes?|foutcodes?|codes? d.erreur|códigos? de err?or?|kode galat|kod ralat|mã lỗi)\b"
    r"|\b(?i:risk[ \xa0-]phrase|hazard[ \xa0-]statement)s?\b"
    r"|\bEUH\d{3}\b"
)
# Of which the sentence of such a code has one: they are found much faster than all those words
_MARKS_OF_CODES = ("ode", "hrase", "tatement", "EUH", "hapter", "eading", "alat", "mã lỗi")
_RISKS = re.compile(r"[RS]\d(?<!\w[RS]\d)\d?/\d{1,2}(?:/\d{1,2})*(?![\w/])")
_HEXADECIMAL = r"(?:0x[0-9A-F]{4,}|(?![CRP]\d{3}(?!\w))(?=\d{0,3}[A-F])(?=[A-F]{0,3}\d)[0-9A-F]{4})"
_KEY_BEFORE = re.compile(rf"(?<!\w){_HEXADECIMAL}[ \xa0:]\Z")
_KEY_AFTER = re.compile(rf"[ \xa0:]{_HEXADECIMAL}(?!\w)")
_CIRCUITS = re.compile(
    r"\b(?:[Rr]esistor|[Cc]apacitor|[Ff]use|[Dd]iode|[Tt]ransistor|[Ii]nductor|[Oo]scillator"
    r"|[Mm]icrocontroller)s?\b|\bPCB|\bPLL\b"
    r"|\b(?:0201|0402|0603|0805|1206)[ \xa0](?:parts?|packages?|size)"
)


def is_of_a_thing(text: str, start: int, end: int) -> bool:
    """Tell whether the words beside a code say what else it is of: "room C102", "a C130 Hercules"."""
    low = max(0, start - 60)
    spaced = text[start - 1 : start].isspace()
    if spaced and (_FOREIGN.search(text[low:start].lower()) or _WHERE.search(text, low, start)):
        return True
    if _THING.match(text, end):
        return True
    if spaced and _TRAVELLED.search(text, low, start) and labels_nothing(text, end):
        return True
    if _TO_A_PLACE.match(text, end) and _TAKEN.search(text, max(0, start - 12), start):
        return True
    if _KEY_BEFORE.search(text, max(0, start - 24), start) or _KEY_AFTER.match(text, end):
        return True
    low, high = sentence_around(text, start, end)
    return not names_ilo(text, low, high) and _lists_codes(text[low:high])


def is_of_a_passing_thing(text: str, first: int, end: int) -> bool:
    """Tell whether words beside a code, whose list begins at `first`, say what it is of in a text of another field.

    "players C87 and ⟨C98⟩", "the ⟨C189⟩ is a faint galaxy"
    """
    before = text[max(0, first - 30) : first].lower()
    return _PASSING_BEFORE.search(before) is not None or _PASSING_AFTER.match(text, end) is not None


def _lists_codes(sentence: str) -> bool:
    """Tell whether a sentence is about circuits, or about codes of other things."""
    if any(mark in sentence for mark in _MARKS_OF_CODES) and _CODES_OF_A_THING.search(sentence):
        return True
    return _CIRCUITS.search(sentence) is not None or ("/" in sentence and _RISKS.search(sentence) is not None)
