"""Words for the types of the ILO's instruments, in many languages, and what stands between them and a number."""

from __future__ import annotations

import re
from functools import lru_cache

from archivist.recognise.fold import is_one_slip
from archivist.recognise.letters import ALNUM, BLANK, GAP, LATIN
from archivist.recognise.suffixes import NUMBER_SIGN, YEAR

TYPES = re.compile(
    r"(?i:(?P<C>conventions?|convenios?|convenç(?:ão|ões)|konvensi|konvensyen|konventione?n?|conventies?|conv"
    r"|[\w-]*übereinkommens?|(?:[\w]+-)?verdrag(?:en)?|អនុសញ្ញា\w*|อนุสัญญา)"
    r"|(?P<R>recommendations?|recommandations?|recomendaci(?:ón|on|ones)|recomendaç(?:ão|ões)|rekomendasi"
    r"|empfehlung(?:en)?"
    r"|aanbeveling(?:en)?|saranan|syor|rec|អនុសាសន៍\w*|ข้อแนะ)"
    r"|(?P<P>protocols?|protocoles?|protocolos?|protokoll?s?|protokol|ពិធីសារ\w*|พิธีสาร))\Z"
)
# The words for a type that stand at the end of a title, which are those of English, misspelt or not; and French ones.
FOLLOWS_ITS_TITLE = re.compile(r"(?i:conv(?!en[iç])|re[ck]|prot)")


@lru_cache(maxsize=4096)
def type_of(word: str) -> str:
    """Give the letter that the ILO's codes have for a word for a type, without what stands before it; else ""."""
    typed = TYPES.match(word)
    return str(typed.lastgroup) if typed else ""


_SPELT = {"convention": "C", "conventions": "C", "recommendation": "R", "recommendations": "R"}


@lru_cache(maxsize=4096)
def misspelt_type(word: str) -> str:
    """Give the letter of the English or French word for a type that a word is by one slip: "Convetion"; else ""."""
    lower = word.lower()
    if len(lower) < _LEAST_MISSPELT or TYPES.match(lower):
        return ""
    return next((letter for spelt, letter in _SPELT.items() if is_one_slip(lower, spelt)), "")


TWO_WORDS = re.compile(rf"(?i:(?P<C>công{GAP}ước)|(?P<R>khuyến{GAP}nghị)|(?P<P>nghị{GAP}định{GAP}thư))")
_LEAST_MISSPELT = 9  # letters
FIRST_OF_TWO = frozenset({"công", "khuyến", "nghị"})
# "Convention of the International Labour Organization No. 87" in scripts without word spaces: Khmer, Thai
_UNSPACED = r"(?!ว่าด้วย)[\u0e00-\u0e7f\u1780-\u17d3]{1,40}?(?:[ \xa0]?ILO)?(?=[ \xa0]?(?:លេខ|ฉบับที่|หมายเลข))"
# "Konvensi Dasar ILO No. 29"
_KIND = rf"(?:{GAP}(?:Dasar|[Ff][uo]ndamenta(?:l|le|les|is|ux)|[Cc]ore|Inti|prioritaires?|prioritari[oa]s?))"
_NAME = (
    rf"(?:ILO|OIT|IAO|(?:International{GAP}Labou?r{GAP}Organi[sz]ation"
    rf"|[Oo]rganisation{GAP}internationale{GAP}du{GAP}[Tt]ravail"
    rf"|[Oo]rgani[zs]a(?:ción|ção){GAP}[Ii]nternacional{GAP}d[eo]l?{GAP}[Tt]raba(?:jo|lho)"
    rf"|Internationalen{GAP}Arbeitsorganisation|Internationale{GAP}Arbeidsorganisatie"
    rf"|Organisasi{GAP}(?:Perburuhan|Buruh){GAP}Internasional|Pertubuhan{GAP}Buruh{GAP}Antarabangsa"
    rf"|Tổ{GAP}chức{GAP}Lao{GAP}động{GAP}Quốc{GAP}tế)(?:{GAP}\((?:ILO|OIT|IAO)\))?)"
)
# "convenio de la OIT núm. 190", "convention internationale du travail n° 87", before a number with a sign
_OF_ITS_BODY = (
    rf"{GAP}(?:(?:of{GAP}the|de{GAP}la|d[aeo]|van{GAP}de|der|des?|của|dari|daripada){GAP}|de{GAP}l['’])?{_NAME}"
    rf"(?={BLANK}[(\[]?{BLANK}(?:{NUMBER_SIGN}|[12]\d\d(?!\d)))"
    rf"|{GAP}(?:internationales?{GAP}du{GAP}travail|interna[ct]ionales{GAP}d[eo]l?{GAP}tra(?:bajo|balho)"
    rf"|interna[ct]ional{GAP}d[eo]l?{GAP}tra(?:bajo|balho))(?={BLANK}[(\[]?{BLANK}{NUMBER_SIGN})"
)
AFTER_TYPE = re.compile(
    rf"\.?{_KIND}?(?P<body>{BLANK}\(?(?:ILO|OIT|IAO)\)?|{_OF_ITS_BODY}"
    rf"|{_UNSPACED})?(?:,(?={GAP}{NUMBER_SIGN}))?{BLANK}(?P<open>[(\[]{BLANK})?"
    rf"(?P<item>(?P<sign>{NUMBER_SIGN}{BLANK}|[CRPcrp]\.?{BLANK})?0*(?P<number>\d{{1,3}}))"
    rf"(?!\d|[OolI](?:\d|(?![{ALNUM}]))|[.,]\d|%|[ \xa0](?:per cent|percent|%))"
)
TITLED = re.compile(
    rf"(?:{GAP}(?:ILO|OIT|IAO))?{GAP}"
    rf"(?:(?:on|concerning|regarding|relating{GAP}to|sur|concernant|relative{GAP}(?:à|aux?)|sobre"
    rf"|relativ[oa]{GAP}a|tentang|mengenai|über"
    rf"|betreffend|inzake|betreffende|về)(?![{ALNUM}]))(?:[^.;:\r\n]|\.(?=[ºo°]|[ \xa0]?\d)){{3,200}}"
)
# "Konvensi Penangkapan Ikan No. 188": in Indonesian and Malay a title follows its type at once
TITLED_AT_ONCE = re.compile(
    rf"(?:{GAP}(?:ILO|[A-Z][a-z]+(?:-[a-z]+)?|dan|dalam|untuk|bagi|di|\([A-Z][^()\r\n]{{3,40}}\))){{1,8}}"
    rf"(?:,?{GAP}{YEAR})?{BLANK}\(?{NUMBER_SIGN}{BLANK}\d{{2,3}}\)?"
)
TYPES_BEFORE_TITLES = frozenset({"konvensi", "konvensyen", "rekomendasi"})
DIGIT_NEAR = re.compile(r"[^;:\r\n\d]{4,200}+\d")
NUMBER_AT_END = re.compile(
    rf",?{BLANK}(?:{YEAR})?{BLANK}(?:\(?{NUMBER_SIGN}|\([CRP]\.?){BLANK}(?P<number>\d{{1,3}})\)?"
)
# What is after the number of a day: "the Work in Fishing Convention (30 January 2019)"
MONTH_AFTER = re.compile(rf"\.?{GAP}[A-Za-zÀ-ÿ]{{3,10}}\.?,?{GAP}{YEAR}(?!\d)")
# What is concluded between two parties is an agreement of theirs: "convention n° 12 conclue avec la caisse"
CONCLUDED = re.compile(
    rf"\)?,?{GAP}(?:(?:du|of|vom|van|del|dated){GAP}(?:the{GAP})?\d{{1,2}}(?:er|th"
    rf"|st)?\.?{GAP}[{LATIN}]{{3,10}}(?:{GAP}\d{{4}})?,?{GAP})?"
    rf"(?:(?:conclue?s?|signée?s?|passée?s?|celebrado|suscrito|firmado|celebrada|assinada|geschlossen"
    rf"|gesloten"
    rf"|concluded|signed){GAP}(?:with|avec|entre|con|com|mit|met|between)|entre|between|zwischen|tussen|antara){GAP}"
)
YEAR_NUMBER = re.compile(
    rf"(?:{BLANK}\([Rr]evised\))?(?:,?{BLANK}|{GAP}of{GAP})(?P<year>{YEAR}){BLANK}"
    rf"[(\[]{BLANK}(?:{NUMBER_SIGN}{BLANK}|[CRP])?(?P<number>\d{{1,3}}){BLANK}[)\]]"
)
# How the ILO cites its instruments
CITED = re.compile(r"(?i:convention|recommendation)(?: \((?i:revised)\))?,\s(?:19|20)\d\d\s\(N[oO]\.\s?\d{1,3}\)")
# "Protocol of 2014 to ⟨Convention No. 29⟩"
PROTOCOL_TO = re.compile(
    rf"(?:{GAP}(?:of|de|von|van|dari){GAP}{YEAR})?{GAP}(?:to|à|au|relatif{GAP}à|relativo{GAP}al?|zum|bij|untuk)"
    rf"(?:{GAP}(?:the|la|le|el|het))?{GAP}(?P<type>[{LATIN}-]+)"
)
PROTOCOL_AFTER = re.compile(rf"{GAP}Protocol(?:{GAP}of{GAP}{YEAR})?(?![{ALNUM}])(?!{GAP}to(?![{ALNUM}]))")
# "ratify ILO 189": the body's name stands for its Convention.
BODY_NUMBER = re.compile(
    rf"(?:K?ILO|OIT|IAO)[ \xa0](?:{NUMBER_SIGN}{BLANK})?(?P<number>\d{{3}})(?![{ALNUM}]|[.,%-]\d|%)"
)
_TO_NUMBER = re.compile(r".*?(?P<number>\d{1,3})\Z", re.DOTALL)
_CODE_NUMBER = re.compile(rf"\.?[ \xa0]?0?(?P<number>\d{{2,3}})(?!\d)(?:{GAP}of{GAP}{YEAR})?")


def convention_named(text: str, joined: re.Match[str]) -> re.Match[str] | None:
    """Read the number of the Convention that a protocol is to: "Convention No. 29", "C29 of 2014"."""
    if joined["type"] == "C":
        return _CODE_NUMBER.match(text, joined.end())
    typed = TYPES.match(joined["type"])
    match = AFTER_TYPE.match(text, joined.end()) if typed and typed.lastgroup == "C" else None
    return _TO_NUMBER.match(text, joined.end(), match.end("number")) if match and not match["open"] else None
