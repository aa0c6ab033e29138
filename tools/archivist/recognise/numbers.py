"""ILO instruments named by a word for their type and a number: "Convention No. 189", in many languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.model import Span
from archivist.recognise.alone import says_whose
from archivist.recognise.backwards import may_be_title, title_start, unknown_title_start
from archivist.recognise.bodies import OTHER_BODY, is_by_others, is_said_of_others, speaks_of_others
from archivist.recognise.coordinated import Coordinated
from archivist.recognise.found import Found, Numbered
from archivist.recognise.itsname import letters_after
from archivist.recognise.listed import COUNTED, find_signed, is_led
from archivist.recognise.misread import Misread, read_misread
from archivist.recognise.plausible import is_of_another, plausible_number, says_subject
from archivist.recognise.register import FUNDAMENTAL, Register, entry_id
from archivist.recognise.suffixes import NUMBER_SIGN, read_head, read_tail
from archivist.recognise.typed import (
    AFTER_TYPE,
    CITED,
    CONCLUDED,
    DIGIT_NEAR,
    FIRST_OF_TWO,
    MONTH_AFTER,
    NUMBER_AT_END,
    PROTOCOL_TO,
    TITLED,
    TITLED_AT_ONCE,
    TWO_WORDS,
    TYPES,
    TYPES_BEFORE_TITLES,
    YEAR_NUMBER,
    convention_named,
    misspelt_type,
    type_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.recognise.context import Context
    from archivist.recognise.tokens import Token

_BODIES = frozenset({"ILO", "OIT", "IAO", "KILO"})  # "KILO 189": Konvensi ILO
_CODE_WORD = re.compile(r"(?:IL(?=C))?[CRP]\d{0,3}|K(?:1\d\d)?")
_DIGITS = "0123456789"
_SIGN_WITHIN = re.compile(NUMBER_SIGN)
_NUMBERS = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
_LEAST_LED = 100  # of a number with a sign after "to" or "under"; others may be those of laws
_MOST_DAYS = 31  # of a month


class Numbers:
    """Finds instruments by the word for their type."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._coordinated = Coordinated(register)

    @staticmethod
    def may_be_typed(word: str) -> bool:
        """Tell whether a word is one for a type of instrument, or begins one."""
        plain = word.rstrip(_DIGITS)
        return TYPES.match(plain) is not None or word.lower() in FIRST_OF_TWO or misspelt_type(plain) != ""

    def find_listed(self, text: str, context: Context) -> Iterator[Found]:
        """Find numbers in a list of Conventions that have a sign and no word for their type: "(Nos. 87 and 98)"."""
        for match in find_signed(text):
            if not context.numbers_ilos:
                return
            number = int(match["number"])
            known = self._register.entry("C", number)
            place = match.span("signed")
            surely = number in FUNDAMENTAL or (number >= _LEAST_LED and is_led(text, match))
            if (
                known
                and (surely or self._register.is_spoken_of(text, *place, known))
                and not speaks_of_others(text, *place)
            ):
                yield from self._coordinated.mentions(text, "C", Numbered(match.start("signed"), match.end(), number))

    def find_typed(self, text: str, token: Token, context: Context) -> Iterator[Found]:
        """Find "Convention No. 189", its like in other languages, and titles that end with a number."""
        word = token.word.rstrip(_DIGITS)  # "#Convenio189"
        letter, end = type_of(word), token.start + len(word)
        if not letter and (two := TWO_WORDS.match(text, token.start)):
            letter, end = str(two.lastgroup), two.end()
        if not context.numbers_ilos:
            yield from self._cited_alone(text, letter, Span(token.start, end), context)
        elif not letter:
            yield from self._misspelt(text, token, context)
        elif letter == "P" and (protocol := self._protocol_to(text, token.start, end)):
            yield protocol
        elif match := AFTER_TYPE.match(text, end):
            yield from self._number_first(text, letter, token.start, match, context)
        elif match := YEAR_NUMBER.match(text, end):
            yield from self._title_before(text, letter, token.start, match)
        elif misread := read_misread(text, end):
            yield from self._misread(text, letter, token.start, misread)
        else:
            yield from self._title_after(text, letter, token.start, end)

    def _cited_alone(self, text: str, letter: str, typed: Span, context: Context) -> Iterator[Found]:
        """Find what says by itself that it is the ILO's, in a text that does not: "ratified Convention No. 111".

        Said once, it holds for the same number with its sign elsewhere: a text means one instrument by it.
        """
        match = AFTER_TYPE.match(text, typed.end) if letter in ("C", "R") else None
        entry = self._register.entry(letter, int(match["number"])) if match and not match["open"] else None
        if match is None or entry is None:
            return
        letters = letters_after(text, match.end("number"))
        if (letters and letters not in context.letters_of_others) or says_whose(
            text, typed.start, match, entry, self._register
        ):
            context.cited.add(entry.id)
        elif not (
            says_subject(match, entry, context, self._register)
            or (entry.id in context.cited and match["sign"] and not COUNTED.match(text, match.end("number")))
        ):
            return
        yield from self._number_first(text, letter, typed.start, match, context)

    def _misspelt(self, text: str, token: Token, context: Context) -> Iterator[Found]:
        """Find "Convetion No. 189": with a slip in the word for its type, an instrument needs a number with a sign."""
        letter = misspelt_type(token.word)
        match = AFTER_TYPE.match(text, token.end) if letter else None
        if match is not None and match["sign"]:
            yield from self._number_first(text, letter, token.start, match, context)

    def _protocol_to(self, text: str, start: int, end: int) -> Found | None:
        """Read a protocol that is named by its Convention's number."""
        joined = PROTOCOL_TO.match(text, end)
        number = convention_named(text, joined) if joined else None
        known = self._register.entry("P", int(number.group("number"))) if number else None
        if number is None or known is None:
            return None
        tail = read_tail(text, number.end(), years_wanted=frozenset(), bare_number=None)
        return Found(read_head(text, start), tail.end, "ilo", known.id, (known.id,))

    def _number_first(
        self, text: str, letter: str, start: int, match: re.Match[str], context: Context
    ) -> Iterator[Found]:
        number = int(match["number"])
        if not match["sign"] and number <= _MOST_DAYS and MONTH_AFTER.match(text, match.end("number")):
            return
        unsure = (match["open"] and not match["sign"]) or self._register.entry(letter, number) is None
        if unsure and COUNTED.match(text, match.end("number")):
            return  # "Conventions (87 pages)"
        begin = title_start(text, start, self._register.entry(letter, number), self._register)
        head, end = read_head(text, begin), match.end("number")
        coded = letter == "P" and match["item"][:1] in ("P", "p") and self._register.entry("P", number) is not None
        named = head != begin or bool(match["body"]) or coded
        if not named and (
            not (match["sign"] or context.may_number(start, end))
            or not plausible_number(text, start, (letter, number), self._register, signed=bool(match["sign"]))
            or CONCLUDED.match(text, match.end())
            or (letter == "R" and is_by_others(text, match.end()))
            or speaks_of_others(text, start, match.end())
            or (begin == start and is_of_another(text, Span(start, end), end, (letter, number), self._register))
        ):
            if is_said_of_others(text, start, match.end()):
                context.refused.add(entry_id(letter, number))
            return
        if match["open"]:
            bracket = read_tail(text, match.start("open"), years_wanted=frozenset(), bare_number=None)
            # A bracket with more in it is a list, whose head stands outside: "core Conventions (⟦C29⟧, ⟦C105⟧)".
            alone = bracket.number == number and len(_NUMBERS.findall(text, end, bracket.end)) == 0
            head, end = (head, bracket.end) if alone else (match.start("item"), end)
        yield from self._coordinated.mentions(text, letter, Numbered(head, end, number))

    def _title_before(self, text: str, letter: str, start: int, match: re.Match[str]) -> Iterator[Found]:
        number = int(match["number"])
        begin = title_start(text, start, self._register.entry(letter, number), self._register)
        known = self._register.entry(letter, number)
        if known is None and letter != "P" and CITED.match(text, start):
            begin = unknown_title_start(text, start)
        if begin != start or (known and known.adopted.startswith(match["year"])):
            yield from self._coordinated.mentions(text, letter, Numbered(read_head(text, begin), match.end(), number))

    def _misread(self, text: str, letter: str, start: int, cited: Misread) -> Iterator[Found]:
        """Find a number whose figures a scanner took for letters, after its title or with the year of adoption."""
        known = self._register.entry(letter, cited.number)
        begin = title_start(text, start, known, self._register)
        if known and (begin != start or known.adopted.startswith(cited.year or "-") or cited.signed):
            yield Found(read_head(text, begin), cited.end, "ilo", known.id, (known.id,))

    def _title_after(self, text: str, letter: str, start: int, end: int) -> Iterator[Found]:
        titled = TITLED.match(text, end) if DIGIT_NEAR.match(text, end) else None
        if titled is None and text[start:end].lower() in TYPES_BEFORE_TITLES:
            titled = TITLED_AT_ONCE.match(text, end)
        match = NUMBER_AT_END.search(text, end, titled.end()) if titled else None
        if match is None:
            return
        if letter != "P" and any(map(TYPES.match, re.findall(r"\w+", text[end : match.start()]))):
            return  # another instrument stands between
        number = int(match["number"])
        known = self._register.entry(letter, number)
        written = text[end : match.start()]
        if OTHER_BODY.search(f"{written} "):
            return
        if known is None:
            fits = self._may_be_due(text, Span(start, match.end()), letter, number)
        else:
            fits = may_be_title(written, self._register.titles(known))
        if fits:
            opened = match.group().find("(")
            alone = opened < 0 or match.group().endswith(")")  # else the bracket is a list, whose head stands outside
            head = read_head(text, start) if alone else match.start() + opened + 1
            yield from self._coordinated.mentions(text, letter, Numbered(head, match.end(), number))

    def _may_be_due(self, text: str, span: Span, letter: str, number: int) -> bool:
        """Tell whether a title and a number that the glossary lacks, which end in a bracket, may be an instrument's."""
        if not text[span.start].isupper() or text[span.end - 1] != ")" or speaks_of_others(text, *span):
            return False
        return plausible_number(text, span.start, (letter, number), self._register, signed=True)
