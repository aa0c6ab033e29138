"""Acronyms by their looks (annotation rules, section 6)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from archivist.recognise.lexicon import (
    CLIPPINGS,
    CURRENCY_CODES,
    NAMED_WITH_NUMBERS,
    NEVER,
    NOT_WORDS,
    POSTAL_COUNTRIES,
    UNITS_ALWAYS,
    WHOLE_CLIPPINGS,
    WITH_NUMBERS,
)
from archivist.recognise.words import ALL_WORDS

if TYPE_CHECKING:
    from collections.abc import Container

# Endings (and Indonesian affixes) that words have and acronyms have not.
_WORD_ENDING = re.compile(
    r"[A-Z]{3,}(?:ING|TIONS?|SIONS?|MENTS?|NESS|ABLE|IBLE|ALLY|OUS|IVE|IZED?|ISED?|ITY|ITIES|IES|UNGEN|UNG|LICH"
    r"|KEIT|SCHAFT|EREN|IDADES?"
    r"|CIÓN|ÇÃO|MENTE|EURS?|EMENT)\Z|(?:MEM|MEN|PEM|PEN|PER|BER|KE|TER)[A-Z]{3,}(?:AN|KAN|NYA)\Z"
)
_ROMAN = re.compile(
    r"(?:X{0,3}(?:IX|IV|V?I{0,3})|[LC]?X{1,3}(?:IX|IV|V?I{0,3})|LVI{1,3}|(?=[CLXVI]{4})C{1,3}(?:XC|XL"
    r"|L?X{0,3})(?:IX|IV|V?I{0,3})|(?=M(?:M|CM|DC))M{1,3}(?:CM|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))[ab]?"
)
_PARTS = re.compile(r"[A-ZÀ-ÞĐ]+(?![a-zà-ÿ])|[A-ZÀ-ÞĐ]?[a-zà-ÿ]+|\d+|[A-ZÀ-ÞĐ]")
_HAS_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-Ýaeiouyà-öø-ý]")
_OPENING = re.compile(
    r"(?!S[CPT]R|SPL|SCH|[CPST]HR)[BCDFGHJKLMNPQRSTVWXZ]{3,}"
    r"|(?![BCDFGKPST][LRHNW]|S[CKMNPTW]|[TC]H|PH|WH|WR|RH|KN|GN|NG|PS|SCH)[BCDFGHJKLMNPQRSTVWXZ]{2}"
)
_CLUSTER = re.compile(r"(?!NSTR)[BCDFGHJKLMNPQRSTVWXZ]{4,}")
_TONE = re.compile("[Ạ-ỹ]")  # of a Vietnamese syllable: letters that abbreviate have none
# A syllable of Vietnamese with the mark of its vowel, which letters that abbreviate seldom spell: VĂN, THƯƠNG, ÁN
_MARKED = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĨŨƠƯ"
_SYLLABLE = re.compile(
    r"(?:NGH?|GH|GI|KH|NH|PH|QU|TH|TR|CH|[BCDĐGHKLMNPRSTVX])?"
    rf"(?=[AEIOUY]{{0,2}}[{_MARKED}])[AEIOUY{_MARKED}]{{1,3}}(?:NG|NH|CH|[CMNPT])?"
)
_SPLIT_COMPOUND = re.compile(r"[a-z]")
_YEAR_END = re.compile(r"(?:19|20)\d\d\Z")
_AMOUNT = re.compile(r"(?P<before>[A-Z]{3})\d+|\d+(?P<after>[A-Z]{3})")
_BANK_CODE = re.compile(r"[A-Z]{4}(?P<country>[A-Z]{2})[A-Z0-9]{2}(?:[A-Z0-9]{3})?")  # ISO 9362
_PRICE = re.compile(r"RM\d+")  # ringgit
_SUMMITS = frozenset("G7 G8 G20 G77 B20 L20 C20 Y20 T20 W20 4IR 5G 4G 3G 3D 2D CO2 4P B40 M40".split())
_LONGEST_CLIPPING = 12
_LONGEST_BEFORE_LETTER = 3  # of a clipping's first part before a single capital: MoU
_LEAST_VOWELS = 0.16  # of a word's letters: STRICT has one of six


def is_roman(word: str) -> bool:
    """Tell whether a word is a Roman numeral: IV, XIV, MCMXLV; CD and MM stay open to other readings."""
    return _ROMAN.fullmatch(word) is not None and word != ""


def speakable(word: str) -> bool:
    """Tell whether a word in capitals could be a word of some language by its vowels and clusters."""
    if len(word) < 4 or not _HAS_VOWEL.search(word):
        return False
    vowels = len(_HAS_VOWEL.findall(word))
    return not _OPENING.match(word) and not _CLUSTER.search(word) and vowels / len(word) > _LEAST_VOWELS


def is_common(word: str, words: Container[str] = ALL_WORDS) -> bool:
    """Tell whether a word in capitals is an ordinary word: one of `words`, its plural, or one by its ending."""
    lower = word.lower()
    return word not in NOT_WORDS and (
        lower in words
        or (len(lower) > 3 and lower.endswith("s") and not lower.endswith("ss") and lower[:-1] in words)
        or _WORD_ENDING.match(word) is not None
    )


def is_word(word: str) -> bool:
    """Tell whether a word in capitals is a word, though it may also be an acronym: WHO, US, IT."""
    return word in NOT_WORDS or is_common(word)


def is_marked_syllable(word: str) -> bool:
    """Tell whether letters in capitals are a word of Vietnamese, by a mark that the language sets on its vowels."""
    return not word.isascii() and (_TONE.search(word) is not None or _SYLLABLE.fullmatch(word) is not None)


@lru_cache(maxsize=65536)
def looks_like_acronym(word: str) -> bool:
    """Tell whether a token has the shape: two capitals, a clipping of names, a capital and a digit that abbreviate.

    Words of ordinary language pass: whether they are acronyms depends on what stands around them.
    """
    capitals = sum(c.isupper() for c in word)
    if word in WITH_NUMBERS or word.upper().replace("‑", "-") in NAMED_WITH_NUMBERS:
        return True
    if _TONE.search(word) or is_marked_syllable(word):
        return False
    if word in NEVER or word in UNITS_ALWAYS or is_roman(word):
        return False
    if any(c.isdigit() for c in word):
        return _with_digits(word, capitals)
    if capitals < 2:
        return False
    return word.isupper() or "&" in word or "!" in word or _is_clipping(word)


def _with_digits(word: str, capitals: int) -> bool:
    if word in _SUMMITS:
        return True
    letters = re.sub(r"\d", "", word)
    if capitals < 2 or not letters.isupper() or _PRICE.fullmatch(word):
        return False
    if _YEAR_END.search(word):
        return True
    if (bank := _BANK_CODE.fullmatch(word)) and bank["country"] in POSTAL_COUNTRIES:
        return False
    digits = sum(c.isdigit() for c in word)
    return (
        word[0].isalpha()
        and digits <= 2
        and len(letters) >= (2 if digits == 1 else 3)
        and not re.search(r"\d[A-Z]+\d|\d\d[A-Z]", word)
    )


def _is_clipping(word: str) -> bool:
    if len(word) > _LONGEST_CLIPPING:
        return False
    parts = _PARTS.findall(word)
    if parts[0] in WHOLE_CLIPPINGS and len(parts) == 2 and len(parts[1]) > 3:  # a surname: DeSantis
        return False
    if len(parts) == 2 and len(parts[0]) > _LONGEST_BEFORE_LETTER and len(parts[1]) == 1:  # a name's initial: PeterK
        return False
    if any(len(part) > 1 and part.isupper() for part in parts):
        return True
    return any(len(part) == 1 or part in CLIPPINGS for part in parts if part[0].isupper())


def find_currency(word: str) -> tuple[int, int] | None:
    """Give the place of a currency code in an amount that it is glued to: "USD100", "30NPR"."""
    match = _AMOUNT.fullmatch(word)
    if match is None:
        return None
    code = match.lastgroup or ""
    return match.span(code) if match[code] in CURRENCY_CODES else None
