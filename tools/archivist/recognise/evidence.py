"""Evidence that a token is an acronym where it stands (annotation rules, sections 6 and 7)."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from archivist.recognise import lexicon
from archivist.recognise.addresses import is_in_address, is_in_code, is_in_path
from archivist.recognise.beside import TELLING
from archivist.recognise.languages import words_of
from archivist.recognise.letters import ALNUM, CAPITAL, GAP
from archivist.recognise.letterwords import is_common, is_marked_syllable, is_word, speakable
from archivist.recognise.lines import Lines, follows_small_word, stands_in_other_script
from archivist.recognise.ordinary import OrdinaryWords, RepeatedWords
from archivist.recognise.remembered import Remembered
from archivist.recognise.series import begins_series, heads_item, is_introduced, is_listed
from archivist.recognise.spellings import LONGEST_INITIALS, LONGEST_SPEAKABLE, is_telling
from archivist.recognise.statistics import is_statistic, is_version
from archivist.recognise.verbs import opens_clause

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from archivist.recognise.spellings import Spelling, Spellings
    from archivist.recognise.tokens import Token

_NUMBER_BEFORE = re.compile(r"\d[\s\xa0]?\Z")
_CURRENCY_SIGN_AFTER = re.compile(r"\$|[ \xa0]\$[ \xa0]?\d")
_NUMBER_AFTER = re.compile(r"[\s\xa0]?\d")
_TITLE_WORD_BEFORE = re.compile(rf"(?<![{ALNUM}])[{CAPITAL}][a-zà-ÿ]+\.?(?P<comma>,)?[ \xa0]\Z")
_NAME_END = re.compile(r"[ \xa0]*(?:[,.;)\r\n]|\Z)")
_HONORIFIC = (
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|M\.|Mme|Mlle|Bapak|Ibu(?! (?:[Pp]ejabat|[Kk]ota))|Sdr"
    r"|Herr|Frau|Dhr|Sir|Lord|Ông|Bà|Sr|Sra)\.?)[ \xa0]"
)
_HONORIFIC_BEFORE = re.compile(_HONORIFIC + r"(?:(?:[A-Z][a-zà-ÿ]+|[A-Z]\.)[ \xa0]){0,3}\Z")
_HONOURED_CAPITALS = re.compile(rf"(?:{_HONORIFIC}|\bH\.E\.[ \xa0])(?:[{CAPITAL}]{{2,12}}[ \xa0-]){{0,4}}\Z")
_DOUBLE_NAME = re.compile(r"[A-Z][a-zà-ÿ]+-[A-Z][a-zà-ÿ]+[ \xa0]\Z")  # "Jean-Paul DUBOIS"
_HONORED_AFTER = re.compile(r"[ \xa0](?:Mr|Mrs|Ms|Dr|Prof|Madam|Samdech|[A-Z][a-z]+ [A-Z])")
_ZIP_AFTER = re.compile(r"[ \xa0]\d{4,6}\b|[ \xa0]*(?:[,.;)\r\n]|\Z)")
_DATELINE_AFTER = re.compile(rf"[ \xa0]*(?:\([A-Z]|[,–—]|--?[ \xa0]|\.[ \xa0]){GAP}?")
_CAPITALISED_AFTER = re.compile(rf"[ \xa0][{CAPITAL}][a-zà-ÿ]")
_CAPITAL_AFTER = re.compile(rf"[ \xa0][{CAPITAL}]")
_BYLINE = re.compile(
    r"(?:\bBy|(?:^|[\n|•·–\d*_])[ \xa0]?by"
    r"|\bauthors?:|\b(?:[Pp]hotos?|[Pp]osted|[Ww]ritten) by|\bOleh:?|\bVon)[ \xa0]\Z"
)
_INITIALS_BEFORE = re.compile(r"(?:(?<![A-Za-z.])[A-Z]\.[ \xa0]){2,3}\Z")  # B. E. LAGUESMA
_PROGRAM_AFTER = re.compile(r"[ \xa0](?:Office|Word|Excel|Teams|Windows|Outlook|PowerPoint|Project|Access|SQL)\b")
_CAPITALS_BEFORE = re.compile(rf"(?<![{ALNUM}])(?:[{CAPITAL}]{{2,20}}(?:[ \xa0-]|[ \xa0]&[ \xa0])){{1,4}}\Z")
# Over a code in the run: "RATIFY C189 NOW"
_CAPITALS_AFTER = re.compile(
    rf"(?:(?:[ \xa0-]|[ \xa0]&[ \xa0])(?:[CRP]\d{{2,3}}[ \xa0])?[{CAPITAL}]{{2,20}}(?![{ALNUM}])){{1,4}}"
)
# A long word in capitals beside a short one
_NAME_BEFORE = re.compile(rf"(?<![{ALNUM}])(?P<word>[A-Z]{{5,20}}(?:[ \xa0][A-Z]{{4}})?)[ \xa0]\Z")
_NAME_AFTER = re.compile(rf"[ \xa0](?P<word>[A-Z]{{5,20}})(?![{ALNUM}])")
_WORDS_OF_RUN = re.compile(r"[ \xa0&-]+")
_APOSTROPHE_BEFORE = re.compile(r"[A-CE-KM-Z][’']\Z")  # N’DIAYE, but L’OIT
_JOINS = frozenset(" \xa0-")  # what stands between letters and a name of which they are a part
_BYLINE_ENDS = frozenset("yn:h")  # of "by", "Von", "author:" and "Oleh"
_LONGEST_NAMED = 4  # letters of a word that may be an acronym by what stands beside it


class Evidence:
    """What speaks for and against a token, in one text."""

    def __init__(
        self,
        text: str,
        *,
        is_known: Callable[[str], bool],
        spellings: Callable[[Callable[[], Container[str]]], Spellings],
    ) -> None:
        """Take the text, what the glossary knows, and what judges spellings, given its languages' words."""
        self._text = text
        self._is_known = is_known
        self._ordinary = OrdinaryWords(text)
        self._repeated = RepeatedWords(text)
        self._spellings = spellings(lambda: self._words)
        self._in_prose = Remembered(self._stands_in_prose_elsewhere)

    @cached_property
    def _words(self) -> frozenset[str]:
        return words_of(self._text)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._text, lambda: self._words)

    def sift(self, tokens: Sequence[Token]) -> Iterable[Token]:
        """Keep the acronyms: those in lines of capitals last, by the evidence of the others."""
        shouted = []
        spoken = set()
        text, spellings = self._text, self._spellings
        for token in tokens:
            spelling = spellings[token.word]
            start, end, word = token
            before, after = text[start - 1 : start], text[end : end + 1]
            alone = before not in TELLING and after not in TELLING
            if spelling.sure:
                if alone or not is_in_path(text, token):
                    yield token
                continue
            led = before in _JOINS and not follows_small_word(text, start)
            if alone and spelling.firm and not led and self._is_free(token):
                yield token
                continue
            if not self._may_stand(token, spelling, led=led):
                continue
            if self._lines.shouts(start, end) or self._is_stressed(token, led=led):
                shouted.append(token)
            elif self._stands_in_prose(token, spelling, led=led):
                spoken.add(word)
                yield token
        for token in shouted:
            if self._stands_in_capitals(token.word, spoken):
                yield token

    def _is_free(self, token: Token) -> bool:
        """Tell whether there is neither an amount nor a name beside letters, which no run of capitals leads to."""
        if self._text[token.start - 1 : token.start].isdigit() or "$" in self._text[token.end : token.end + 2]:
            return False
        return not self._is_byline(token, led=False)

    def _stands_in_capitals(self, base: str, spoken: Container[str]) -> bool:
        if is_common(base):
            return False
        if is_word(base):
            return base in spoken
        if (
            base in lexicon.CURRENCY_CODES
            or self._spellings[base].given
            or base in spoken
            or "&" in base
            or self._has_known_part(base)
        ):
            return True
        return not speakable(base) and is_telling(base)

    def _has_known_part(self, base: str) -> bool:
        """Tell whether letters joined by a hyphen are those of the glossary and more: "ITUC-AP"."""
        return "-" in base and any(self._is_known(part) and not is_word(part) for part in base.split("-"))

    def _stands_in_prose(self, token: Token, spelling: Spelling, *, led: bool) -> bool:
        if spelling.given or not spelling.capitals:
            return token.word != "WHO" or not _asks_who(self._text, token)
        if not (spelling.ordinary or spelling.speakable or self._is_byline(token, led=led)):  # nearly always
            return self._may_stand_in_run(token, led=led)
        if is_listed(self._text, token) or self._is_named(token) or _is_dotted(self._text, token):
            return True
        if stands_in_other_script(self._text, token.start, token.end) and not self._is_in_name(token, led=led):
            return True
        if spelling.ordinary or self._is_byline(token, led=led):
            return False
        return not spelling.speakable or token.word in lexicon.NOT_WORDS or not self._is_word(token, led=led)

    def _may_stand_in_run(self, token: Token, *, led: bool) -> bool:
        """Tell whether letters that cannot be spoken are no short word in a name of others: "KILUSANG MAYO UNO"."""
        base = token.word
        if len(base) > LONGEST_INITIALS or (len(base) == LONGEST_INITIALS and is_telling(base)):
            return True
        before = _NAME_BEFORE.search(self._text, max(0, token.start - 24), token.start) if led else None
        beside = [match["word"] for match in (before, _NAME_AFTER.match(self._text, token.end)) if match]
        return not any(speakable(word) and not self._is_known(word) for word in beside)

    def _may_stand(self, token: Token, spelling: Spelling, *, led: bool) -> bool:
        before, after = self._text[token.start - 1 : token.start], self._text[token.end : token.end + 2]
        if before.isdigit():  # "200NPR"
            return token.word in lexicon.CURRENCY_CODES
        if not (spelling.doubtful or led or before in TELLING or after[:1] in TELLING or "$" in after):
            return spelling.shaped or is_statistic(self._text, token)  # nearly always
        if not spelling.shaped:
            return is_statistic(self._text, token)
        if is_in_path(self._text, token) or is_in_code(self._text, token):
            return False
        if self._is_measure(token) or is_version(self._text, token, given=spelling.given):
            return False
        return not self._is_beside_name(token, led=led)

    def _is_word(self, token: Token, *, led: bool) -> bool:
        """Tell whether a token that can be spoken is a word: long, a name, a dateline, or a word elsewhere."""
        base = token.word
        seldom = len(base) > LONGEST_SPEAKABLE and base not in self._repeated
        if (seldom and not is_introduced(self._text, token)) or heads_item(self._text, token):
            return True
        if self._is_in_name(token, led=led) or base.lower() in self._ordinary or opens_clause(self._text, token):
            return True
        opens = 4 < len(base) <= LONGEST_SPEAKABLE and self._lines.opens(token.start)
        dated = opens and _DATELINE_AFTER.match(self._text, token.end) is not None
        return dated and not begins_series(self._text, token) and not self._in_prose[base]

    def _stands_in_prose_elsewhere(self, base: str) -> bool:
        """Tell whether letters stand within a line of prose, too, as the place of a dateline does not: "GRETA"."""
        places = re.finditer(rf"(?<=[a-z0-9,] ){base}(?![{ALNUM}])", self._text)
        return any(not self._lines.shouts(*place.span()) for place in places)

    def _is_named(self, token: Token) -> bool:
        """Tell whether "the" and a name on either side show that a word is one, and not stressed: "the TIP Report"."""
        if len(token.word) > _LONGEST_NAMED or token.word in lexicon.STRESSED:
            return False
        after = _CAPITALISED_AFTER.match(self._text, token.end)
        return after is not None and self._text[max(0, token.start - 5) : token.start] in (" the ", "\nthe ")

    def _is_byline(self, token: Token, *, led: bool) -> bool:
        """Tell whether a token is part of a person's name: initials after "by", or capitals after a "Ms."."""
        start = token.start
        initials = len(token.word) <= LONGEST_INITIALS and self._text[start - 2 : start - 1] in _BYLINE_ENDS
        if initials and _BYLINE.search(self._text, max(0, start - 16), start):
            return True
        return led and _HONOURED_CAPITALS.search(self._text, max(0, start - 50), start) is not None

    def _is_stressed(self, token: Token, *, led: bool) -> bool:
        """Tell whether a word stands in a run of stressed words: DO NOT STIR, ALL RIGHTS RESERVED."""
        before = self._capitals_before(token) if led else None
        after = _CAPITALS_AFTER.match(self._text, token.end)
        if before is None and after is None:  # nearly always
            return False
        return any(
            is_marked_syllable(word) or (is_common(word) and is_common(word, self._words))
            for run in (before, after)
            if run
            for word in _WORDS_OF_RUN.split(run.group())
            if word
        )

    def _capitals_before(self, token: Token) -> re.Match[str] | None:
        if "a" <= self._text[token.start - 2 : token.start - 1] <= "z":  # nearly always
            return None
        return _CAPITALS_BEFORE.search(self._text, max(0, token.start - 50), token.start)

    def _is_in_name(self, token: Token, *, led: bool) -> bool:
        """Tell whether a token is part of a person's name in capitals: JOKO WIDODO, N’DIAYE."""
        if _APOSTROPHE_BEFORE.search(self._text, max(0, token.start - 2), token.start):
            return True
        if led and _INITIALS_BEFORE.search(self._text, max(0, token.start - 12), token.start):
            return True
        before = self._capitals_before(token) if led else None
        after = _CAPITALS_AFTER.match(self._text, token.end)
        if before is None and after is None:  # nearly always
            return False
        beside = [_WORDS_OF_RUN.split(run.group()) for run in (before, after) if run]
        return any(
            speakable(word) and not (self._is_known(word) or word in lexicon.SPOKEN)
            for words in beside
            for word in words
        )

    def _is_measure(self, token: Token) -> bool:
        base = token.word
        if base in lexicon.UNITS and _NUMBER_BEFORE.search(self._text, max(0, token.start - 3), token.start):
            return True
        if _CURRENCY_SIGN_AFTER.match(self._text, token.end):  # "US$", "US $ 249"
            return True
        return base in lexicon.CURRENCY_SIGNS and _NUMBER_AFTER.match(self._text, token.end) is not None

    def _is_beside_name(self, token: Token, *, led: bool) -> bool:
        """Tell whether letters belong to a name or an address: a State, a title, a degree, a company form."""
        base, text = token.word, self._text
        if base in lexicon.TITLES_BEFORE_NAMES and _CAPITAL_AFTER.match(text, token.end):
            return base != "MS" or _PROGRAM_AFTER.match(text, token.end) is None
        if len(base) == 2 and is_in_address(text, token):
            return True
        if base in lexicon.HONOURS and _HONORED_AFTER.match(text, token.end):
            return True
        if base == "DC":
            return text[max(0, token.start - 14) : token.start].rstrip(" \xa0,").endswith("Washington")
        before = None if not led else _TITLE_WORD_BEFORE.search(text, max(0, token.start - 40), token.start)
        return before is not None and self._is_after_name(token, comma=before["comma"] is not None)

    def _is_after_name(self, token: Token, *, comma: bool) -> bool:
        base, text = token.word, self._text
        if base in lexicon.STATES and comma and _ZIP_AFTER.match(text, token.end):
            return not self._is_known(base)
        if base in lexicon.AFTER_NAMES and _NAME_END.match(text, token.end):
            return comma or base in {"MP", "OBE", "SC", "JP"}
        if base in lexicon.COMPANY_FORMS and not comma and not self._is_known(base):
            return base not in {"PT", "AS", "CO", "CV"}
        if _DOUBLE_NAME.search(text, max(0, token.start - 40), token.start) and speakable(base):
            return not self._is_known(base)
        honoured = _HONORIFIC_BEFORE.search(text, max(0, token.start - 40), token.start) is not None
        followed = len(base) > 2 or _CAPITAL_AFTER.match(text, token.end) is not None  # "Dr. LE Thi Hoa"
        return honoured and followed and not self._is_known(base)


def _asks_who(text: str, token: Token) -> bool:
    """Tell whether the World Health Organization's letters are a word of a heading: "WHO'S WHO"."""
    after, before = text[token.end : token.end + 6], text[max(0, token.start - 6) : token.start]
    return after.replace("’", "'") == "'S WHO" or before.replace("’", "'") == "WHO'S "


def _is_dotted(text: str, token: Token) -> bool:
    """Tell whether letters have their stops: "B.E. 2518" is no word, though "be" is one."""
    return text.startswith(".", token.start + 1)
