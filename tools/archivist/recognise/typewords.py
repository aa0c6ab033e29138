"""Words by which a text refers to an instrument again: for its type, in many languages, and what stands around them.

The words that a definite phrase begins with go by language, since "a" is an article of another kind in Portuguese.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from archivist.recognise.letters import BLANK, CAPITAL, GAP, LATIN
from archivist.recognise.suffixes import NUMBER_SIGN
from archivist.recognise.typed import CONCLUDED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from archivist.model import Entry

_DEFINITE_WORDS = {
    "en": "the this that said these those",
    "fr": "le la ce cette ladite ledit du au",
    "es": "el la este esta ese esa dicho dicha del al",
    "pt": "a o à ao da do na no pela pelo esta este essa esse desta deste dessa desse nesta neste nessa nesse",
    "de": "das des dem die der dieses diesem diese dieser im zum zur vom beim",
    "nl": "het dit dat de deze die",
}  # in Indonesian, Malay and Vietnamese it follows
DEFINITE: Mapping[str, frozenset[str]] = {each: frozenset(words.split()) for each, words in _DEFINITE_WORDS.items()}
_WORDS = {  # by type: the word of each language
    "C": "en:convention fr:convention pt:convenção es:convenio de:übereinkommen de:übereinkommens de:konvention"
    " nl:verdrag nl:conventie id:konvensi id:konvensyen",
    "R": "en:recommendation fr:recommandation es:recomendación pt:recomendação de:empfehlung nl:aanbeveling"
    " id:rekomendasi",
    "P": "en:protocol nl:protocol fr:protocole es:protocolo pt:protocolo de:protokoll de:protokolls id:protokol",
    "declaration": "en:declaration fr:déclaration es:declaración pt:declaração de:erklärung nl:verklaring id:deklarasi",
    "charter": "en:charter fr:charte de:charta nl:handvest id:piagam",
    "consensus": "en:consensus nl:consensus fr:consensus id:konsensus",
    "treaty": "en:treaty fr:traité es:tratado pt:tratado id:traktat",
    "recommendations": "en:recommendations",
    "statement": "en:statement",
    "agreement": "en:agreement",
    "blueprint": "en:blueprint",
    "roadmap": "en:roadmap",
    "plan": "en:plan",
}
# In English these are words of every day without their capital.
_NEEDS_CAPITAL = frozenset(
    "recommendation recommendations protocol charter consensus statement agreement blueprint roadmap plan".split()
)


class TypeWord(NamedTuple):
    """A word for a type of instrument."""

    type: str
    languages: frozenset[str]


def _by_word() -> Iterator[tuple[str, TypeWord]]:
    languages: dict[tuple[str, str], set[str]] = {}
    for type_, words in _WORDS.items():
        for language, _, word in (each.partition(":") for each in words.split()):
            languages.setdefault((word, type_), set()).add(language)
    for (word, type_), spoken in languages.items():
        yield word, TypeWord(type_, frozenset(spoken))


TYPE_WORDS: Mapping[str, TypeWord] = dict(_by_word())
_FIRST_OF_TWO = frozenset({"công", "khuyến", "nghị", "tuyên"})
_TWO_WORDS = re.compile(
    rf"(?i:(?P<C>công{GAP}ước)|(?P<R>khuyến{GAP}nghị)|(?P<P>nghị{GAP}định{GAP}thư)|(?P<declaration>tuyên{GAP}bố))"
)
_VIETNAMESE = frozenset({"vi"})
_PLAN = re.compile(rf"(?P<before>(?:Action|ACTION){GAP})?\Z")
_PLAN_OF_ACTION = re.compile(rf"Plan{GAP}of{GAP}Action(?![{LATIN}])")

# What follows the word where it names one text by itself: a subject, a number, a name, an adjective of its own.
_SUBJECT = (
    r"(?:of|on|against|concerning|regarding|relating|between|among|sur|contre|de|du|des|der|relati(?:ve|f)|concernant"
    r"|entre|sobre|contra|del|dos|das|da|do|relativ[oa]|über|gegen|von|vom|zwischen|betreffend|van|over|tegen|inzake|betreffende|tussen|tentang|mengenai|về)"
)
_PARTNER = r"(?:with|avec|con|com|mit|met)"
_ADDRESSEE = r"(?:to|for|pour|para|zu|zum|zur|für|voor|tot)"
_ARTICLE = r"(?:the|le|la|les|el|los|las|o|os|as|den|dem|der|die|das|de|het)"
_NAMES_ONE = re.compile(
    rf"{GAP}(?:{_SUBJECT}(?![{LATIN}])|d['’]|{_ADDRESSEE}{GAP}(?:{_ARTICLE}{GAP})?[{CAPITAL}]"
    rf"|{_PARTNER}{GAP}[{CAPITAL}]|\(?(?:{NUMBER_SIGN}{BLANK}\d|\d{{1,3}}(?!\d)))"
    rf"|[ \xa0](?:[{CAPITAL}]|\([{CAPITAL}])|-[{LATIN}]"
    rf"|{GAP}(?:cent(?:re|er)|hall|organi[sz]er|secretariat|delegate|floor|form)s?(?![{LATIN}])"
)
_ADJECTIVE = re.compile(
    rf"{GAP}(?:cadre|marco|quadro|type|tipo|modèle|modelo)(?![{LATIN}])|{GAP}(?!r?appelle)[{LATIN}]{{2,}}(?:ives?|iv[ao]s?|ales?|al|aux|ais|aires?|[aá]ri[ao]s?|éen(?:ne)?s?|enne"
    rf"|aine?s?|elles?|europe[ai]?[ao]|an[ao]s?|ense)(?![{LATIN}])"
)
_ROMANCE = frozenset({"fr", "es", "pt"})
_DEMONSTRATIVE = {
    "id": re.compile(rf"{GAP}(?:ini|itu|tersebut)(?![{LATIN}])"),
    "vi": re.compile(rf"{GAP}(?:này|đó)(?![{LATIN}])"),
}
_STOPS = re.compile(rf"\s*(?:[.,;:!?)\"”»]|\Z)|{GAP}(?:dan|atau|yang|oleh|và|hoặc)(?![{LATIN}])")


class Phrase(NamedTuple):
    """A word for a type as it stands in a text."""

    start: int
    end: int
    word: TypeWord
    written: str


def may_refer(word: str) -> bool:
    """Tell whether a word is one for a type, or begins one; in capitals alone it stands in a heading."""
    lower = word.lower()
    return not word.isupper() and (lower in TYPE_WORDS or lower in _FIRST_OF_TWO)


def read_phrase(text: str, start: int, end: int, written: str) -> Phrase | None:
    """Read the word for a type at a place, with the words that are part of it: "Plan of Action"."""
    word = TYPE_WORDS.get(written.lower())
    if word is None:
        two = _TWO_WORDS.match(text, start)
        return two and Phrase(start, two.end(), TypeWord(str(two.lastgroup), _VIETNAMESE), two.group())
    return _read_plan(text, start, end, word) if word.type == "plan" else Phrase(start, end, word, written)


def _read_plan(text: str, start: int, end: int, word: TypeWord) -> Phrase | None:
    if long := _PLAN_OF_ACTION.match(text, start):
        return Phrase(start, long.end(), word, long.group())
    before = _PLAN.search(text, max(0, start - len("Action  ")), start)
    return Phrase(before.start(), end, word, "Plan") if before and before["before"] else None


_YEAR_BEFORE = re.compile(rf"(?<![{LATIN}0-9])(?:19|20)\d\d[ \xa0]\Z")
_YEAR_AFTER = re.compile(
    rf"{GAP}(?:(?:of|de|von|van|tahun|năm){GAP}(?P<year>(?:19|20)\d\d)|\((?P<adopted>(?:19|20)\d\d)(?:[-–]\d{{4}})?\))(?![{LATIN}0-9])"
)


def year_of(text: str, phrase: Phrase) -> tuple[str, int]:
    """Give the year beside a word for a type, "" if there is none, and where the two begin."""
    if before := _YEAR_BEFORE.search(text, max(0, phrase.start - len("2000 ")), phrase.start):
        return before.group().strip(), before.start()
    after = _YEAR_AFTER.match(text, phrase.end)
    return (after["year"] or after["adopted"] if after else ""), phrase.start


@lru_cache(maxsize=4096)
def _definite_languages(word: TypeWord, before: str) -> frozenset[str]:
    return frozenset(each for each in word.languages if before in DEFINITE.get(each, ()))


def narrowed(phrase: Phrase, before: str) -> tuple[Phrase, bool]:
    """Take only the languages in which the word before makes a phrase definite; and tell whether there are such."""
    if fitting := _definite_languages(phrase.word, before):
        return Phrase(phrase.start, phrase.end, TypeWord(phrase.word.type, fitting), phrase.written), True
    return phrase, False


def names_one(text: str, phrase: Phrase) -> bool:
    """Tell whether what follows a word for a type makes it the name, or part of the name, of one text."""
    languages = phrase.word.languages
    if _NAMES_ONE.match(text, phrase.end) or CONCLUDED.match(text, phrase.end):
        return True
    if languages <= _DEMONSTRATIVE.keys():
        return not (is_shown(text, phrase) or _STOPS.match(text, phrase.end))
    return not _ROMANCE.isdisjoint(languages) and _ADJECTIVE.match(text, phrase.end) is not None


def is_shown(text: str, phrase: Phrase) -> bool:
    """Tell whether a demonstrative follows a word for a type, where languages have it there."""
    return any(_DEMONSTRATIVE[each].match(text, phrase.end) for each in phrase.word.languages & _DEMONSTRATIVE.keys())


def is_name_like(phrase: Phrase) -> bool:
    """Tell whether a word is written as a name is, in a language that does not write every noun so."""
    return phrase.written[0].isupper() and phrase.word.languages != {"de"}


def is_small(phrase: Phrase) -> bool:
    """Tell whether a word is written small in English, where names are not: "the convention"."""
    return phrase.written[0].islower() and "en" in phrase.word.languages


def is_everyday(phrase: Phrase) -> bool:
    """Tell whether a word, as it is written, is one of every day: "the recommendation"."""
    return phrase.written in _NEEDS_CAPITAL and phrase.word.languages <= {"en", "nl"} and "en" in phrase.word.languages


def type_of_entry(entry: Entry) -> str:
    """Give the type of an instrument of the glossary, as the words for types have it; "" if they have none."""
    if entry.kind == "ilo":
        return entry.type[0] if entry.type[:1].isupper() else entry.type
    last = entry.type.rpartition(" ")[2]
    if entry.type.endswith("plan of action"):
        return "plan"
    if entry.type.startswith("consensus"):
        return "consensus"
    if last == "treaty" and "Charter" in entry.name:
        return "charter"
    return {"convention": "C", "protocol": "P"}.get(last, last)
