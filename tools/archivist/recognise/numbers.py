"""ILO instruments named by number: codes ("C189", "R. 202", "ILC102") and "Convention No. 189" in many languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archivist.recognise.bodies import FOREIGN, OTHER_BODY, speaks_of_others
from archivist.recognise.fold import STOP, fold_word, without_words
from archivist.recognise.found import Found
from archivist.recognise.letters import ALNUM, BLANK, GAP, LATIN
from archivist.recognise.listed import COUNTED, NEXT, find_signed, shared_words
from archivist.recognise.markup import in_file_name
from archivist.recognise.suffixes import NUMBER_SIGN, read_head, read_tail
from archivist.recognise.titles import title_words
from archivist.recognise.typed import (
    AFTER_TYPE,
    DIGIT_NEAR,
    FIRST_OF_TWO,
    NUMBER_AT_END,
    TITLED,
    TWO_WORDS,
    TYPES,
    YEAR_NUMBER,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from archivist.glossary import Glossary
    from archivist.model import Entry
    from archivist.recognise.context import Context
    from archivist.recognise.tokens import Token

_BODIES = frozenset({"ILO", "OIT", "IAO"})
_CODE_WORD = re.compile(r"(?:IL(?=C))?[CRP]\d{0,3}")
_SIGN_WITHIN = re.compile(NUMBER_SIGN)
_CODE = re.compile(
    rf"(?:IL(?=C))?(?P<letter>[CRP])(?P<sep>\.[ \xa0]{{0,2}}|[ \xa0]|[-–])?(?:No\.?[ \xa0]?)?(?P<digits>\d{{1,3}})"
    rf"(?![{ALNUM}]|[-–.,]\d|[-–][A-Z](?![{ALNUM}])|/\d{{1,2}}(?!\d)|/\d{{4}}|[ \xa0]?(?:million|billion|bn|per)\b)"
)
# "ratify ILO 189": the body's name stands for its Convention.
_BODY_NUMBER = re.compile(
    rf"(?:ILO|OIT|IAO)[ \xa0](?:{NUMBER_SIGN}{BLANK})?(?P<number>\d{{3}})(?![{ALNUM}]|[.,%-]\d|%)"
)
_GLUED = re.compile(r"[CR](?:1\d\d|20\d)(?!\d|[A-Z])")
_WORD_BEFORE = re.compile(rf"(?P<word>[{LATIN}'’-]+|\([^()\r\n]{{1,60}}\)),?{GAP}\Z")
_MAX_TITLE_WORDS = 16
_MOST_KEPT = 100_000  # answers that are remembered
_MOST_FOREIGN = 2  # words in a row that are not of the title: "and the"
_CODE_DIGITS = 3
_PROTOCOL_NEAR = re.compile(r"[Pp]roto[ck]ol\w*[^.;\r\n]{0,40}\Z")
_PROTOCOL_NEXT = re.compile(r"[^.;\r\n\w]{1,8}[Pp]roto[ck]ol")
_IDENTIFIER_BEFORE = re.compile(r"[A-Z]{2,}\d+-\Z")  # "XR2044-C155"
_LEAST_BARE = 10  # the least number of a code like "C29", where a text names the ILO
_OTHER_CODES = frozenset({"C20", "C40"})  # groups of citizens and of cities
_FUNDAMENTAL = frozenset({29, 87, 98, 100, 105, 111, 138, 155, 182, 187})
_FORCED_LABOUR = 29  # the one Protocol whose code is common without its nought


class Numbered(NamedTuple):
    """One number of a list, with the characters that are its own."""

    start: int
    end: int
    number: int


class Numbers:
    """The numbered instruments."""

    def __init__(self, glossary: Glossary) -> None:
        self._words: dict[str, tuple[frozenset[str], ...]] = {}  # of titles, by entry id, filled as they are asked for
        self._belonging: dict[tuple[str, str], bool] = {}  # by entry id and word, filled in the same way
        self._entries: Mapping[str, Entry] = glossary.entries
        self._highest = {
            letter: max((int(e.id[1:]) for e in glossary.of_kind("ilo") if _is_code(e.id, letter)), default=0)
            for letter in "CRP"
        }

    def _may_belong(self, entry: Entry, written: str) -> bool:
        """Tell whether a word is, or is nearly, one of an entry's titles; remembered, since texts repeat themselves."""
        if len(self._belonging) > _MOST_KEPT:
            self._belonging.clear()
        if (entry.id, written) not in self._belonging:
            self._belonging[entry.id, written] = bool(without_words(self._titles(entry), written))
        return self._belonging[entry.id, written]

    def _titles(self, entry: Entry) -> tuple[frozenset[str], ...]:
        if entry.id not in self._words:
            self._words[entry.id] = title_words(entry)
        return self._words[entry.id]

    @staticmethod
    def may_be_code(word: str) -> bool:
        """Tell whether a code may begin with a word: "C189", "R", "ILC102"."""
        return _CODE_WORD.fullmatch(word) is not None or word in _BODIES

    @staticmethod
    def may_go_on(word: str, following: str) -> bool:
        """Tell whether a word before a blank and another word can begin a code: "C 189", "ILO No. 189"."""
        return any(map(str.isdigit, word)) or following[0].isdigit() or following[0] in "Nn"

    @staticmethod
    def may_be_typed(word: str) -> bool:
        """Tell whether a word is one for a type of instrument, or begins one."""
        return TYPES.match(word) is not None or word.lower() in FIRST_OF_TWO

    def find_code(self, text: str, token: Token, context: Context) -> Iterator[Found]:
        """Find a code at a token, and the bare numbers coordinated with it."""
        if token.word in _BODIES:
            yield from self._find_body_number(text, token, context)
            return
        match = _CODE.match(text, token.start)
        if match is None or not context.about_ilo_instruments or in_file_name(text, *match.span()):
            return
        letter, number = match["letter"], int(match["digits"])
        head = read_head(text, match.start())
        named = head != match.start() or text.startswith("IL", match.start())
        before = text[max(0, match.start() - 60) : match.start()]
        if not named and (
            FOREIGN.search(before) or _IDENTIFIER_BEFORE.search(before) or not self._plausible_code(match, context)
        ):
            return
        yield from self._mentions(text, letter, Numbered(head, match.end(), number))

    def find_glued(self, text: str, context: Context) -> Iterator[Found]:
        """Find codes that a slip ran together with the word before: "the⟦C189⟧and"."""
        if not context.about_ilo_instruments:
            return
        for match in _GLUED.finditer(text):
            before, entry_id = text[max(0, match.start() - 2) : match.start()], match.group()
            if len(before) > 1 and before.isalpha() and before.islower() and entry_id in self._entries:
                yield Found(*match.span(), "ilo", entry_id, (entry_id,))

    def find_listed(self, text: str, context: Context) -> Iterator[Found]:
        """Find numbers in a list of Conventions that have a sign and no word for their type: "(Nos. 87 and 98)"."""
        for match in find_signed(text) if context.about_ilo_instruments else ():
            number = int(match["number"])
            known = self._entries.get(f"C{number:03d}")
            surely = number in _FUNDAMENTAL or (known and self._is_spoken_of(text, match.start(), match.end(), known))
            if surely and not speaks_of_others(text, match.start(), match.end()):
                yield from self._mentions(text, "C", Numbered(match.start("signed"), match.end(), number))

    def _is_spoken_of(self, text: str, start: int, end: int, entry: Entry) -> bool:
        """Tell whether words of an entry's title stand near a number: "white lead: ⟦Convention 13⟧"."""
        return shared_words(text, start, end, self._titles(entry)) > 1

    def _find_body_number(self, text: str, token: Token, context: Context) -> Iterator[Found]:
        """Find "ILO 189", in a text that speaks of Conventions."""
        match = _BODY_NUMBER.match(text, token.start)
        if match is None or not context.about_ilo_instruments or COUNTED.match(text, match.end()):
            return
        number = int(match["number"])
        entry_id = self._entry_id("C" if number <= self._highest["C"] else "R", number)
        if entry_id in self._entries:
            yield Found(match.start(), match.end(), "ilo", entry_id, (entry_id,))

    def _plausible_code(self, match: re.Match[str], context: Context) -> bool:
        letter, number = match["letter"], int(match["digits"])
        if self._entry_id(letter, number) not in self._entries:
            return False
        digits = match.end() - match.start("digits")
        if match["sep"] and match["sep"] != "." and not (context.names_ilo and digits == _CODE_DIGITS):
            return False
        if letter == "P":
            before = match.string[max(0, match.start() - 60) : match.start()]
            near = _PROTOCOL_NEAR.search(before) or _PROTOCOL_NEXT.match(match.string, match.end())
            return match["digits"].startswith("0") or number == _FORCED_LABOUR or near is not None
        bare = number >= _LEAST_BARE and context.names_ilo and match.group() not in _OTHER_CODES
        return digits == _CODE_DIGITS or bare

    def find_typed(self, text: str, token: Token, context: Context) -> Iterator[Found]:
        """Find "Convention No. 189", its like in other languages, and titles that end with a number."""
        typed = TYPES.match(text, token.start, token.end) or TWO_WORDS.match(text, token.start)
        if typed is None or not context.about_ilo_instruments:
            return
        letter = str(typed.lastgroup)
        end = typed.end()
        if match := AFTER_TYPE.match(text, end):
            yield from self._number_first(text, letter, token.start, match)
        elif match := YEAR_NUMBER.match(text, end):
            yield from self._title_before(text, letter, token.start, match)
        else:
            yield from self._title_after(text, letter, token.start, end)

    def _number_first(self, text: str, letter: str, start: int, match: re.Match[str]) -> Iterator[Found]:
        if match["open"] and not match["sign"] and COUNTED.match(text, match.end("number")):
            return  # "Conventions (87 pages)"
        number = int(match["number"])
        end = match.end() if match["open"] and match["close"] else match.end("number")
        begin = self._title_start(text, start, letter, number)
        head = read_head(text, begin)
        named = head != begin or bool(match["body"])
        if not named and (
            not self._plausible_number(text, letter, number, start, signed=bool(match["sign"]))
            or speaks_of_others(text, start, match.end())
        ):
            return
        yield from self._mentions(text, letter, Numbered(head, end, number))

    def _plausible_number(self, text: str, letter: str, number: int, start: int, *, signed: bool) -> bool:
        if OTHER_BODY.search(text, max(0, start - 24), start):
            return False
        if letter == "P":
            return signed and number == 29
        least = {"C": 1 if signed else 20, "R": 60 if signed else 100}[letter]
        entry = self._entries.get(self._entry_id(letter, number))
        spoken_of = number < least and entry is not None and self._is_spoken_of(text, start, start, entry)
        return (number >= least or spoken_of) and number <= self._highest[letter]

    def _title_before(self, text: str, letter: str, start: int, match: re.Match[str]) -> Iterator[Found]:
        number = int(match["number"])
        begin = self._title_start(text, start, letter, number)
        if begin != start:
            yield from self._mentions(text, letter, Numbered(read_head(text, begin), match.end(), number))

    def _title_after(self, text: str, letter: str, start: int, end: int) -> Iterator[Found]:
        titled = TITLED.match(text, end) if DIGIT_NEAR.match(text, end) else None
        match = NUMBER_AT_END.search(text, end, titled.end()) if titled else None
        if match is None:
            return
        if letter != "P" and any(map(TYPES.match, re.findall(r"\w+", text[end : match.start()]))):
            return  # another instrument stands between
        number = int(match["number"])
        known = self._entries.get(self._entry_id(letter, number))
        said = {fold_word(word) for word in re.findall(r"[^\W\d_]+", text[end : match.start()])} - STOP
        if known is not None and (text.isascii() is False or any(said & title for title in self._titles(known))):
            yield from self._mentions(text, letter, Numbered(read_head(text, start), match.end(), number))

    def _title_start(self, text: str, start: int, letter: str, number: int) -> int:
        """Go back over the words of the instrument's own title, misspelt or not; `start` if there are none."""
        entry = self._entries.get(self._entry_id(letter, number))
        if entry is None:
            return start
        titles = self._titles(entry)
        at, first, foreign = start, start, 0
        for _ in range(_MAX_TITLE_WORDS):
            before = _WORD_BEFORE.search(text, max(0, at - 80), at)
            if before is None or TYPES.match(before["word"]) or not _may_stand_in_title(before["word"]):
                break
            at = before.start()
            going_on = without_words(titles, before["word"]) if self._may_belong(entry, before["word"]) else ()
            foreign = 0 if going_on else foreign + 1
            if going_on:
                titles, first = going_on, at
            elif foreign > _MOST_FOREIGN:
                break
        return first

    def _mentions(self, text: str, letter: str, first: Numbered) -> Iterator[Found]:
        yield self._mention(text, letter, first)
        at = first.end
        while (match := NEXT.match(text, at)) and not COUNTED.match(text, match.end()):
            number = int(match["number"])
            if number > self._highest[letter] or (
                match["sign"] and not _SIGN_WITHIN.search(text, first.start, first.end)
            ):
                return
            item = self._mention(text, letter, Numbered(match.start("whole"), match.end("whole"), number))
            yield item
            at = item.end

    def _mention(self, text: str, letter: str, place: Numbered) -> Found:
        entry_id = self._entry_id(letter, place.number)
        entry = self._entries.get(entry_id)
        wanted = frozenset({int(entry.adopted[:4])}) if entry and entry.adopted else frozenset({0})
        tail = read_tail(text, place.end, years_wanted=wanted, bare_number=None)
        return Found(place.start, tail.end, "ilo", entry_id, (entry_id,) if entry else ())

    def _entry_id(self, letter: str, number: int) -> str:
        return "MLC-2006" if (letter, number) == ("C", 186) else f"{letter}{number:03d}"


def _is_code(entry_id: str, letter: str) -> bool:
    return entry_id[0] == letter and entry_id[1:].isdigit()


def _may_stand_in_title(word: str) -> bool:
    return (
        word[0] == "("
        or word[0].isupper()
        or word.lower() in {"of", "and", "the", "to", "in", "for", "or", "with", "against", "on", "from"}
    )
