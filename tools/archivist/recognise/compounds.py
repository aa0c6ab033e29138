"""From words with capitals to the tokens that may be acronyms: dotted letters, compounds, plurals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.recognise.beside import JOINTS
from archivist.recognise.letters import ALNUM, CAPITAL, GAP, LATIN
from archivist.recognise.letterwords import find_currency, is_common, looks_like_acronym, speakable
from archivist.recognise.lexicon import NAMED_WITH_NUMBERS, WITH_NUMBERS
from archivist.recognise.remembered import Remembered
from archivist.recognise.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

# "R&D", "INSP!R" (French sets a blank before the mark), "ACV-CSC", "CSO/TU"
_PIECE = rf"[{ALNUM}]+(?:&(?=[A-Z0-9])[{ALNUM}]+|[ \xa0]?![A-Z]+(?![{LATIN}]))*"
_COMPOUND = re.compile(rf"{_PIECE}(?:[-/–‑]{_PIECE})*")
_PLUS_AFTER = re.compile(rf"(?<=[A-Z]{{2}})\+(?![{ALNUM}+])")  # "LGBTI+"
_DOTTED = re.compile(rf"(?:[A-Z]\.){{2,}}(?:[A-Z](?![{ALNUM}.]))?")
_DOUBLED = re.compile(r"([A-Z])\1\.[ \xa0]?([A-Z])\2\.")  # the plural of Spanish: "EE.UU.", "RR. HH."
_WORD_PLAY = re.compile(r"![A-Z][a-z]")  # "INSP!Ring"
_SEPARATOR = re.compile(r"[-/–‑]")
_HYPHEN = re.compile(r"[-–‑]")
_TIED_WORD = re.compile(r"(?<=[A-Z])[-–‑][a-zà-ÿ]{3,}\Z")
_PART_CODE = re.compile(r"[A-Z]+\d+[A-Z]+\d+\Z")
# A number tied to letters in a longer compound: of "COVID-19-related", "SARS-CoV-2-Infektion"
_NUMBER_TIED = re.compile(rf"(?<![{ALNUM}])(?:SARS[-–‑])?[A-Z][A-Za-z]+[-–‑]\d{{1,4}}(?=[-/–‑]|\Z)")
_BRANCH_DOT = re.compile(rf"[A-Z]\.[A-Z]{{3,8}}(?![{ALNUM}.])")  # the C.CTU and the C.CAWDU, of Cambodia
_ARTICLE_BEFORE = re.compile(r"(?<![A-Za-zÀ-ÿ])(?:[Tt]he|[Ll][ae]s?|[Dd](?:er|ie|as|e)|het|el)[ \xa0]\Z")
_CAPITALS_COMMA = re.compile(r"[A-Z]{2,},[ \xa0]\Z")
_COMMA_CAPITALS = re.compile(r",?[ \xa0](?:(?:and|et|dan|und|en|y|&)[ \xa0])?[A-Z]{2,}")
_SPACED_MARK = re.compile(r"[ \xa0]![A-Z]")
_BLANKS = frozenset(" \xa0")
_LONGEST_DOUBLED = 2  # letters before the stop in "EE.UU."
_PARTNERS = frozenset("US USA UK EU UN ROK PRC GCC UAE NZ GB RF".split())  # of a body, in "ASEAN-US Summit"
_MAKERS = frozenset({"ASEAN", "ILO"})
_YEAR_AFTER = re.compile(rf"{GAP}(\d{{4}})(?!\d)")
_NUMBER_AFTER = re.compile(rf"{GAP}(\d{{1,2}})(?!\d|[.,]\d)")
_CAPITAL_AFTER = re.compile(rf"[ \xa0][{CAPITAL}]")
_TARGET = re.compile(r"(?P<letters>[A-Z]{3,})\d{1,2}(?=\.\d)")  # "SDG3.8": the number is not of the name
_NUMBER_OF_IT = re.compile(r"[ \xa0](?:No\.?[ \xa0])?\d")  # "G.R. No. 198587", "B.E. 2518": no person's initials
_KNOWN_DOTTED = frozenset("US USA UN UK EU UAE USSR DPR".split())
_UN_BODIES = frozenset("Women Habitat Water Energy Oceans Spider".split())
_NOT_OF_MODELS = 3  # letters before a hyphen and a number that are more likely an acronym
_LONGEST_BRANCH = 4  # letters of a body's branch that nobody writes alone: ITUC-AP, ITUC-NAC


def find_compounds(text: str, tokens: Sequence[Token]) -> Iterator[Token]:
    """Give the tokens with two capitals, or a capital and a digit, as long as their hyphens and slashes reach."""
    end = 0
    for token in tokens:
        if token.start < end:
            continue
        following = text[token.end : token.end + 2]
        if len(token.word) > _LONGEST_DOUBLED and following[:1] not in JOINTS and following[1:] != "!":  # nearly always
            yield token
        elif compound := _compound(text, token):
            end = compound.end
            yield compound


def _compound(text: str, token: Token) -> Token | None:
    word, following = token.word, text[token.end : token.end + 1]
    if len(word) == 2 and (doubled := _DOUBLED.match(text, token.start)):
        return Token(*doubled.span(), doubled.group())
    if len(word) > 1 and following not in JOINTS and not (following in _BLANKS and _SPACED_MARK.match(text, token.end)):
        return token
    if len(word) == 1 and (dotted := _BRANCH_DOT.match(text, token.start)) and _is_branch(text, dotted):
        return Token(*dotted.span(), dotted.group().replace(".", ""))
    match = (_DOTTED.match(text, token.start) if len(word) == 1 else None) or _COMPOUND.match(text, token.start)
    if (
        match is None
        or _WORD_PLAY.match(text, match.end())
        or (sum(map(str.isupper, match.group())) < 2 and not any(map(str.isdigit, match.group())))
    ):
        return None
    end = match.end() + bool(_PLUS_AFTER.match(text, match.end()))
    return Token(match.start(), end, text[match.start() : end])


def _is_branch(text: str, dotted: re.Match[str]) -> bool:
    """Tell whether a letter, a stop and letters are a body's, and no person's initial and name: "la C.CAWDU"."""
    if not speakable(dotted.group()[2:]) or _ARTICLE_BEFORE.search(text, max(0, dotted.start() - 6), dotted.start()):
        return True
    listed = _CAPITALS_COMMA.search(text, max(0, dotted.start() - 12), dotted.start())
    return listed is not None and _COMMA_CAPITALS.match(text, dotted.end()) is not None


def singular(word: str) -> str:
    """Take the plural s from capitals: "SPFs"."""
    plural = len(word) > 2 and word[-1] == "s" and (word[-2].isupper() or word[-2].isdigit())
    return word[:-1] if plural else word


class Division:
    """Says whether a compound names one thing or several, by what is known and by what the text writes alone."""

    def __init__(
        self,
        text: str,
        compounds: Iterable[Token],
        senses: Mapping[str, str],
        is_known: Callable[[str], bool],
        instrument: Callable[[str], object],
    ) -> None:
        self._text = text
        self._senses = senses
        self._is_known = is_known
        self._instrument = instrument
        spellings = {one.word for one in compounds}
        self._alone = {singular(word) for word in spellings if not _SEPARATOR.search(word)}
        self._singular: Remembered[str, str] = Remembered(lambda word: word if is_known(word) else singular(word))

    def tokens(self, compounds: Iterable[Token]) -> Iterator[Token]:
        """Give the tokens of all compounds, in order."""
        for compound in compounds:
            if compound.word.isalpha():  # nearly always
                yield self._single(compound)
            else:
                yield from self._divide(compound)

    def _divide(self, compound: Token) -> Iterator[Token]:
        """Give the tokens of a compound: itself, or its parts, without a word tied to it: "ACV-CSC-congres"."""
        text = _TIED_WORD.sub("", compound.word)
        compound = compound._replace(end=compound.end - len(compound.word) + len(text), word=text)
        if re.sub(r"[ \xa0!+]", "", text).isalnum() or (text[1] != "." and self._is_one(text)):
            yield self._single(compound)
        elif text[1] == ".":
            yield from self._undotted(compound)
        else:
            yield from self._parts(compound)

    def _undotted(self, compound: Token) -> Iterator[Token]:
        letters = compound.word.replace(".", "")
        numbered = _NUMBER_OF_IT.match(self._text, compound.end) is not None
        alone = len(letters) > 2 and not _CAPITAL_AFTER.match(self._text, compound.end)
        if letters in _KNOWN_DOTTED or alone or numbered:
            yield Token(compound.start, compound.end, letters)

    def _parts(self, compound: Token) -> Iterator[Token]:
        if named := self._named_with_number(compound.word):
            yield from self._around(compound, named)
            return
        at = compound.start
        names = compound.word.split("/")
        if len(names) > 1 and _HYPHEN.search(compound.word) and not any(map(str.isdigit, compound.word)):
            for name in names:  # each may be one with its hyphen: "ITUC/ITUC-AP/IDWN"
                if sum(map(str.isupper, name)) > 1:
                    yield from self._divide(Token(at, at + len(name), name))
                at += len(name) + 1
            return
        parts = _SEPARATOR.split(compound.word)
        numbers, letters = sum(map(str.isdigit, parts)), sum(len(part) == 1 and part.isupper() for part in parts)
        if numbers > 1 or (numbers and letters) or _PART_CODE.match(parts[-1]):
            return  # an identifier: "XM-DAC-2-10-8086", "A/RES/217", "EEU-FR1J471"
        for part, following in zip(parts, (*parts[1:], ""), strict=True):
            if part and not part.isdigit() and not (following.isdigit() and self._is_model(part)):
                yield self._single(Token(at, at + len(part), part))
            at += len(part) + 1

    def _named_with_number(self, word: str) -> re.Match[str] | None:
        """Give the name with a number of its own in a longer compound: "COVID-19" of "TB/COVID-19-related"."""
        return next((one for one in _NUMBER_TIED.finditer(word) if self._has_own_number(one.group())), None)

    def _around(self, compound: Token, named: re.Match[str]) -> Iterator[Token]:
        """Give the tokens before such a name, the name, and the tokens after it."""
        text, start = compound.word, compound.start
        for low, high in ((0, max(0, named.start() - 1)), named.span(), (named.end() + 1, len(text))):
            if any(map(str.isupper, text[low:high])):
                yield from self._divide(Token(start + low, start + high, text[low:high]))

    def _is_model(self, part: str) -> bool:
        """Tell whether letters before a number are those of a model: "TX-81", but not "ILC-99"."""
        return len(part) < _NOT_OF_MODELS and not self._is_free(part)

    def _single(self, place: Token) -> Token:
        start, end, word = place
        base = self._singular[word]
        following = self._text[end + 1 : end + 2]
        if (following.isdigit() or following.isspace()) and self._text[end : end + 4].lstrip()[:1].isdigit():
            year = _YEAR_AFTER.match(self._text, place.end)
            if year and self._is_known(base + year[1]):
                return Token(place.start, year.end(), base + year[1])
            number = _NUMBER_AFTER.match(self._text, place.end)
            if number and f"{base}-{number[1]}".upper() in NAMED_WITH_NUMBERS:
                return Token(place.start, number.end(), f"{base}-{number[1]}")  # "COVID 19"
        if base.isalpha():
            return place if base == word else Token(start, end, base)
        if amount := find_currency(base):
            return Token(place.start + amount[0], place.start + amount[1], base[slice(*amount)])
        if target := _TARGET.match(self._text, place.start, place.end + 2):
            return Token(*target.span("letters"), target["letters"])
        return Token(place.start, place.end, base)

    def _is_one(self, compound: str) -> bool:
        if _SEPARATOR.search(compound) is None or self._is_known(compound):
            return True
        if "/" in compound:
            return False
        if compound in self._senses:
            return True
        first, *rest = _SEPARATOR.split(compound)
        if rest[-1].isdigit():
            return self._has_own_number(compound)
        partners = first in _MAKERS and rest[0] in _PARTNERS
        return len(rest) == 1 and not partners and self._is_pair(first, rest[0])

    def _has_own_number(self, compound: str) -> bool:
        """Tell whether the number after a hyphen is part of a name, as it is of "COVID-19", and not of "ILC-99"."""
        plain = _HYPHEN.sub("-", compound)
        if plain in WITH_NUMBERS or plain.upper() in NAMED_WITH_NUMBERS:
            return True
        return compound in self._senses or self._is_known(plain)

    def _is_pair(self, first: str, second: str) -> bool:
        if first == "UN":
            return second in _UN_BODIES or (second.isupper() and len(second) > 2 and second not in _MAKERS)
        if self._instrument(second):  # a body that has to do with it: JWG-DOC
            return looks_like_acronym(first) and first not in _MAKERS and not self._instrument(first)
        if len(first) == 1:  # N-VA
            return looks_like_acronym(second) and not (is_common(second) or self._is_free(second))
        if not (looks_like_acronym(first) and looks_like_acronym(singular(second))) or _is_word(first, second):
            return False
        if self._is_free(first):
            return not (self._is_free(second) or len(second) > _LONGEST_BRANCH)
        return not self._is_known(singular(second))  # JALA-PRT, though PRT, a domestic worker, stands alone, too

    def _is_free(self, part: str) -> bool:
        return singular(part) in self._alone or self._is_known(singular(part))


def _is_word(first: str, second: str) -> bool:
    """Tell whether the second part is a word; after letters, one of two letters is none: "CGTP-IN"."""
    return is_common(second) and (len(second) > 2 or is_common(first) or speakable(first))
