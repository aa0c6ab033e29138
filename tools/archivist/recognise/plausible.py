"""Whether a code or a number may be an ILO instrument's, where no body's name stands directly before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.recognise.bodies import OTHER_BODY, counts_its_own, maker_after, names_other_body
from archivist.recognise.company import (
    CODE,
    code_of,
    is_adopted,
    is_measured,
    is_of_named_type,
    labels_nothing,
    listed_with,
    name_after_article,
    name_before,
    sentence_around,
    sentence_names_ilo,
)
from archivist.recognise.fold import fold_word
from archivist.recognise.listed import COUNTED, telling_words
from archivist.recognise.register import FUNDAMENTAL
from archivist.recognise.typed import FOLLOWS_ITS_TITLE, TYPES

if TYPE_CHECKING:
    from archivist.model import Entry, Span
    from archivist.recognise.context import Context
    from archivist.recognise.register import Register

_CODE_DIGITS = 3
_FELLOW = re.compile(r"C\d{2,3}")  # what a code with a blank in it is listed with: "C29, C 98"
_SPACED_FELLOW = re.compile(r"C[ \xa0](\d{2,3})")
_PROTOCOL_NEAR = re.compile(r"[Pp]roto[ck]ol\w*[^.;\r\n]{0,40}\Z")
_PROTOCOL_NEXT = re.compile(r"[^.;\r\n\w]{1,8}[Pp]roto[ck]ol")
# Amounts of the Philippine peso are written as codes are: "P155 a day".
_PESOS = re.compile(r"₱|\b(?:[Pp]esos?|PHP|Php)\b|\bP ?\d{1,3},\d{3}")
_AMOUNT = re.compile(r"(?<![\w.-])P(?P<digits>\d{2,9})(?!\w)")
_PRICED_BEFORE = re.compile(
    r"(?i:\b(?:by|at|for|least|than|only|about|around|nearly|worth|another|extra)\s\Z"
    r"|\b(?:pa(?:y|ys|id|ying)|costs?|prices?|earn(?:s|ed)?|wages?|raises?|fares?|rents?|fees?|fines?|bonus(?:es)?"
    r"|allowances?|salar(?:y|ies))\b(?:(?!ratif|adopt|convention)[^.;\r\n]){0,60}\Z)"
)
_INSTRUMENT_NEAR = re.compile(
    r"(?i:ratif|conven[ctç]|konven|recomm|rekomend|empfehl|aanbevel|standard|norm[ea]|adopt|protoc|instrument|verdrag"
    r"|übereink|abkommen|công[ \xa0]ước|CEACR|MLC)|អនុ|อนุ|\b[CR][ .]?1\d\d\b"
)
_REACH = 200  # code points either side
_IDENTIFIER_BEFORE = re.compile(r"[A-Z]{2,}\d+-\Z")  # "XR2044-C155"
_LEAST_BARE = 10  # the least number of a code like "C29", where a text names the ILO
_OTHER_CODES = frozenset({"C20", "C40"})  # groups of citizens and of cities
_LIKE_A_TYPE = re.compile(r"(?:Abkommen|Kern|Norm|Standard|Instrument|Ratif)")  # "das Abkommen C189": no maker
# What a Convention is called that says nothing of its subject or its maker: "the Governance Convention No. 81"
_KINDS = frozenset(
    "core fundamental governance priority technical landmark new revised ratified key relevant said".split()
)
_SUBJECT = re.compile(
    r"[ \xa0](?:on|concerning|regarding)[ \xa0](?P<subject>[^.;:,()\d\r\n]{3,60})"
)  # each has an English title
_CONVENTION_NUMBERED = re.compile(
    r"\b[Cc]onventions?[ \xa0](?:Nos?\.?[ \xa0]?|n[°º][ \xa0]?)?\d{2,3}(?!\d)|\bC\d{2,3}\b"
)
_STEM = 5  # letters that tell words apart, whatever their ending
_FORCED_LABOUR = 29  # the one Protocol whose number is common without a nought, or a word for its type near
# The least number, after a word for a type, that is surely not another field's. The ILO's Conventions are cited with a
# sign from the first on; without one, small numbers count something. Audits and committees number their
# Recommendations from 1 on, with a sign or not, and seldom reach these.
_LEAST_SIGNED = {"C": 1, "R": 60}
_LEAST_UNSIGNED = {"C": 20, "R": 100}
_YET_TO_COME = 20  # numbers above the glossary's highest: what the Conference adopts in ten years or more


def plausible_code(match: re.Match[str], context: Context, register: Register) -> bool:
    """Tell whether a match of `CODE` may be an instrument's code, known or not."""
    if _IDENTIFIER_BEFORE.search(match.string, max(0, match.start() - 60), match.start()):
        return False
    if _counts(match) or _is_model(match, register):
        return False
    letter, number = code_of(match)
    if register.entry(letter, number) is None and number > register.highest[letter]:
        return _plausible_unknown(match, context, register)
    digits = len(match["digits"])
    if match["sep"] and match["sep"][0] != "." and not (context.names_ilo and digits == _CODE_DIGITS):
        said = match["letter"] != letter or _has_fellow(match, context)  # "K-87" says that it is a Convention
        return letter == "C" and number in FUNDAMENTAL and said
    if letter == "P":
        return _plausible_protocol(match, context, register)
    bare = number >= _LEAST_BARE and context.names_ilo and match.group() not in _OTHER_CODES
    sure = digits == _CODE_DIGITS or (letter == "C" and number in FUNDAMENTAL)
    return sure or (bare and _speaks_of_instruments(match, register))


def _speaks_of_instruments(match: re.Match[str], register: Register) -> bool:
    """Tell whether the words around a code of two digits, as roads and aircraft have them, are about instruments."""
    text, (start, end) = match.string, match.span()
    if _INSTRUMENT_NEAR.search(text, max(0, start - _REACH), end + _REACH) or listed_with(text, start, end):
        return True
    entry = register.entry(*code_of(match))
    return entry is not None and register.is_spoken_of(text, start, end, entry)


def _has_fellow(match: re.Match[str], context: Context) -> bool:
    """Tell whether a code with a blank in it is listed with one that has none, or with another fundamental one."""
    listed = listed_with(match.string, *match.span())
    if _FELLOW.search(listed) is not None:
        return True
    return context.names_ilo and any(int(number) in FUNDAMENTAL for number in _SPACED_FELLOW.findall(listed))


def _counts(match: re.Match[str]) -> bool:
    """Tell whether a letter's number counts or measures something: "C. 102 pages", "vitamin C 100 mg"."""
    text, end = match.string, match.end()
    return bool(match["sep"]) and (COUNTED.match(text, end) is not None or is_measured(text, end))


def _is_model(match: re.Match[str], register: Register) -> bool:
    """Tell whether a maker's name, which the glossary's field does not know, stands before a code: "Cisco C190"."""
    maker = name_before(match.string, match.start())
    if not maker or register.has_word(maker) or TYPES.match(maker) or _LIKE_A_TYPE.match(maker):
        return False
    return not is_adopted(match.string, match.start())


def _plausible_protocol(match: re.Match[str], context: Context, register: Register) -> bool:
    text, (start, end) = match.string, match.span()
    if match["digits"].startswith("0") or int(match["digits"]) == _FORCED_LABOUR:
        return True
    if _PROTOCOL_NEAR.search(text, max(0, start - 60), start) or _PROTOCOL_NEXT.match(text, end):
        return True
    if not context.names_ilo:
        return False
    return CODE.search(listed_with(text, start, end)) is not None or _is_spoken_of(match, register)


def _is_spoken_of(match: re.Match[str], register: Register) -> bool:
    """Tell whether the sentence of a Protocol's code is about instruments, in a text that has no pesos: "P155"."""
    text, (start, end) = match.string, match.span()
    if match["sep"] or len(match["digits"]) != _CODE_DIGITS or not labels_nothing(text, end):
        return False
    if _PRICED_BEFORE.search(text, max(0, start - 80), start) or _PESOS.search(text):
        return False
    if any(register.entry("P", int(other["digits"])) is None for other in _AMOUNT.finditer(text)):
        return False
    return _INSTRUMENT_NEAR.search(text, *sentence_around(text, start, end)) is not None


def is_of_another(text: str, typed: Span, end: int, instrument: tuple[str, int], register: Register) -> bool:
    """Tell whether a name before a type's word, or a genitive after its number, which ends at `end`, is no title's.

    "the Harbour Recommendation No. 87", "die Empfehlung Nr. 102 der Reaktor-Sicherheitskommission"
    """
    entry = register.entry(*instrument)
    own = frozenset[str]().union(*register.titles(entry)) if entry else frozenset()
    if instrument[0] == "R" and not sentence_names_ilo(text, *typed) and _is_of_a_report(text, end, own):
        return True
    if _is_on_another_subject(text, typed, end, own):
        return True
    maker = maker_after(text, end)
    if maker and fold_word(maker) not in own:
        return True
    name = name_after_article(text, typed.start) if FOLLOWS_ITS_TITLE.match(text, *typed) else ""
    return bool(name) and not (fold_word(name) in own or register.has_word(name) or name.lower() in _KINDS)


def _is_on_another_subject(text: str, typed: Span, end: int, own: frozenset[str]) -> bool:
    """Tell whether a number is on what its title has not, where another body is named near and the ILO is not."""
    subject = _SUBJECT.match(text, end)
    if subject is None or not names_other_body(text, typed.start, end) or sentence_names_ilo(text, *typed):
        return False
    said = telling_words(subject["subject"])
    return bool(said) and not any(word[:_STEM] == other[:_STEM] for word in said for other in own)


def _is_of_a_report(text: str, end: int, own: frozenset[str]) -> bool:
    """Tell whether a Recommendation, whose number ends at `end`, is of a report, or is on what its title has not."""
    if subject := _SUBJECT.match(text, end):
        said = telling_words(subject["subject"])
        return bool(said) and not any(word[:_STEM] == other[:_STEM] for word in said for other in own)
    return counts_its_own(text, end)


def says_subject(cited: re.Match[str], entry: Entry | None, context: Context, register: Register) -> bool:
    """Tell whether words of an entry's title stand near its number or code, and take note of it.

    They show whose it is in a text of the field that speaks of a ratification and does not name the ILO.
    """
    if entry is None or context.numbers_ilos or not context.about_ilo_instruments:
        return False
    said = register.is_spoken_of(cited.string, *cited.span(), entry)
    if said:
        context.cited.add(entry.id)
    return said


def _plausible_unknown(match: re.Match[str], context: Context, register: Register) -> bool:
    """Tell whether a code that the glossary lacks is an instrument's: by what is listed with it, or its sentence."""
    text, (start, end) = match.string, match.span()
    if match["sep"] or len(match["digits"]) != _CODE_DIGITS or not context.names_ilo or not labels_nothing(text, end):
        return False
    fellows = CODE.finditer(listed_with(text, start, end))
    if is_of_named_type(text, start) or any(register.entry(*code_of(one)) for one in fellows):
        return True
    first = start - len(listed_with(text, start, start))
    return is_adopted(text, first) and sentence_names_ilo(text, start, end)


def _stands_with_convention(text: str, start: int) -> bool:
    """Tell whether the sentence of a Recommendation names the ILO, and a Convention with its number."""
    low, high = sentence_around(text, start, start)
    return _CONVENTION_NUMBERED.search(text, low, high) is not None and sentence_names_ilo(text, start, start)


def plausible_number(text: str, start: int, instrument: tuple[str, int], register: Register, *, signed: bool) -> bool:
    """Tell whether a number after a word for a type, at `start`, may be that of an instrument (letter and number).

    A number that the glossary lacks needs a sign, and is soon due or stands in a sentence that names the ILO.
    """
    letter, number = instrument
    if OTHER_BODY.search(text, max(0, start - 24), start):
        return False
    if letter == "P":
        return number == _FORCED_LABOUR and (signed or sentence_names_ilo(text, start, start))
    highest = register.highest[letter]
    if number > highest:
        return signed and (number <= highest + _YET_TO_COME or sentence_names_ilo(text, start, start))
    passing = not signed and text.startswith("recommendation", start)  # in English and small, it may be anybody's
    if number >= (_LEAST_SIGNED if signed else _LEAST_UNSIGNED)[letter] and not passing:
        return True
    entry = register.entry(letter, number)
    if passing and sentence_names_ilo(text, start, start):
        return True
    beside = letter == "R" and number >= _LEAST_SIGNED["R"] and _stands_with_convention(text, start)
    return entry is not None and (beside or register.is_spoken_of(text, start, start, entry))
