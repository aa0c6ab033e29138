"""Words for a type that refer to the one instrument of that type named before: "the Convention", "Konvensi ini".

Refuses rather than guesses: another text of the type near by, of whomever, or several instruments, and nothing is
found (annotation rules, section 4; what is near was measured, decision 26).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from archivist.recognise.found import Found
from archivist.recognise.kin import Kin
from archivist.recognise.letters import LATIN
from archivist.recognise.named import ANY, OTHERS, Named, Paragraphs
from archivist.recognise.typewords import (
    TYPE_WORDS,
    Phrase,
    is_everyday,
    is_shown,
    names_one,
    narrowed,
    read_phrase,
    type_of_entry,
    year_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.glossary import Glossary
    from archivist.recognise.markup import Zones
    from archivist.recognise.tokens import Token

_INSTRUMENTS = ("ilo", "asean")
_LONGEST_WORD = 20  # code points
_WORD_BEFORE = re.compile(rf"(?<![{LATIN}0-9’'])([{LATIN}0-9’'.-]+)(?:[ \xa0]{{1,3}}|\r?\n)[\"“«„_*]{{0,3}}\Z")
_BODY_BEFORE = re.compile(rf"(?<![{LATIN}])(?:[Tt]he|[Tt]his)[ \xa0](?P<body>ILO|ASEAN)[ \xa0]\Z")
_POSSESSIVE = frozenset("its their his her our son sa leur su sus sua seu ihre ihr sein seine haar zijn hun".split())
_INDEFINITE = frozenset("a an any no another un une una um uma ein eine einem einen einer een geen kein".split())
# Words after which a word for a type stands without an article and says nothing of which is meant
_NEUTRAL = frozenset(
    "of and or to by under in with from as ratify ratifying ratified et ou en par y e o und oder aus pada dalam dan"
    " isi pasal atau dari oleh untuk terhadap op của theo và trong".split()
)
_ALONG = re.compile(r",?\s(?:and|with|et|avec|y|con|e|com|und|mit|en|met|dan)\s\Z")
# "its accompanying Recommendation", "the Recommendation that goes with it"
_ACCOMPANYING = frozenset("accompanying begleitende begleitenden zugehörige dazugehörige bijbehorende".split())
_ACCOMPANIES = re.compile(
    r"\s(?:(?:that|which)\s(?:goes|comes|went|came)\swith\sit|(?:that|which)\saccompanies\sit|qui\sl['’]accompagne"
    r"|que\s(?:lo|la|o|a)\sacompaña|que\so\sacompanha|yang\smenyertainya)(?!\w)"
)
_NEAR_KIN = 40  # code points between an instrument and what is called its own
_SENTENCE_ENDS = re.compile(r"[.;:!?\n]")
_COMPOUND = re.compile(r"[a-zß-ÿ-](?:verdrag|übereinkommen|konvention|empfehlung|erklärung|protokoll|aanbeveling)")
_ONLY_CAPITALISED = frozenset({"agreement", "blueprint", "roadmap", "statement"})  # types of which words are read
_COMPOUNDING = frozenset({"de", "nl"})


class Anaphora:
    """Finds what refers back by a word for its type."""

    def __init__(self, glossary: Glossary) -> None:
        instruments = (*glossary.of_kind("ilo"), *glossary.of_kind("asean"))
        self.kinds = {entry.id: entry.kind for entry in instruments}
        self.years = {entry.id: entry.adopted[:4] for entry in instruments}
        self._types = {entry.id: type_of_entry(entry) for entry in instruments}
        # Types of a year that hardly anybody else has; Conventions are of every year
        self.dated = {(type_, self.years[id]) for id, type_ in self._types.items() if type_ not in ("C", "R")}
        self.kin = Kin(instruments, self._types)
        spelt_out = ((entry.name, _type_spelt_out(entry.expansion)) for entry in glossary.of_kind("acronym"))
        self._others = {letters: type_ for letters, type_ in spelt_out if type_}
        self._types |= self._others

    def add(self, text: str, settled: list[Found], words: Sequence[Token], zones: Zones) -> list[Found]:
        """Add to what was found in a text that which refers to it, given the words for types in it."""
        items = [item for item in settled if item.kind in _INSTRUMENTS or item.target in self._others]
        if not words or not any(item.kind in _INSTRUMENTS for item in items):
            return settled
        reading = _Reading(text, self, items)
        spoken = [word for word in words if not zones.hold(word.start, word.end)] if zones else words
        for item in list(reading.read(sorted(spoken))):  # few beside what was found
            if _stands_free(item, settled):
                settled.insert(bisect_left(settled, (item.start,)), item)
        return settled

    def type_of(self, item: Found) -> str:
        """Give the type of an instrument that was found, or of one that letters stand for; "" if it is not known."""
        if type_ := self._types.get(item.candidates[0] if item.candidates else item.target):  # nearly always
            return type_
        return item.target[0] if item.kind == "ilo" and item.target[1:].isdigit() else ""


def _stands_free(item: Found, settled: list[Found]) -> bool:
    """Tell whether nothing that was found holds an item, or crosses it."""
    after = bisect_right(settled, (item.end,))
    return all(
        other.end <= item.start or (item.start <= other.start and other.end < item.end)
        for other in settled[max(0, after - 4) : after]
    )


def _type_spelt_out(expansion: str) -> str:
    """Give the type of the text that letters stand for: "Convention on the Rights of the Child"."""
    typed = (TYPE_WORDS.get(word.lower()) for word in expansion.split(" ")[:3])
    return next((word.type for word in typed if word), "")


def _is_spoken_of(between: str, phrase: Phrase) -> bool:
    """Tell whether words for a type of which no text is noted stand between: "Handelsverdrag", "a statement"."""
    if phrase.word.type in _ONLY_CAPITALISED:
        return phrase.written.lower() in between
    return not _COMPOUNDING.isdisjoint(phrase.word.languages) and _COMPOUND.search(between) is not None


class _Reading:
    """One text, read from its beginning to its end: what was named, and what refers to that."""

    def __init__(self, text: str, instruments: Anaphora, items: Sequence[Found]) -> None:
        self._text = text
        self._instruments = instruments
        self._items = items
        self._named: defaultdict[str, Named] = defaultdict(Named)
        self._paragraphs = Paragraphs(text)
        self._latest: Found | None = None  # the instrument named last

    def read(self, words: Iterable[Token]) -> Iterator[Found]:
        """Give what words for types refer to, in order; those within a name tell of its type, if nothing else does."""
        items = self._items
        position, reach, known = 0, 0, True
        for word in words:
            while position < len(items) and items[position].start <= word.start:
                item = items[position]
                reach, known = max(reach, item.end), bool(item.candidates)
                self._note(item)
                position += 1
            inside = word.start < reach
            if (inside and known) or (phrase := read_phrase(self._text, *word)) is None:
                continue
            if inside:
                self._note_others(phrase)
            elif referring := self._refer(phrase):
                self._note(referring)
                yield referring

    def _note(self, item: Found) -> None:
        """Note what was named by an instrument, or by the letters of one."""
        instrument = item.kind in _INSTRUMENTS
        if instrument:
            self._latest = item
        if type_ := self._instruments.type_of(item):
            sure = instrument and len(item.candidates) == 1 and not item.undecided
            paragraph = self._paragraphs.number(item.start)
            self._named[type_].note(item.candidates[0] if sure else OTHERS, paragraph, item.end)

    def _note_others(self, phrase: Phrase, entry: str = OTHERS) -> None:
        self._named[phrase.word.type].note(entry, self._paragraphs.number(phrase.start), phrase.end)

    def _refer(self, phrase: Phrase) -> Found | None:
        """Read a word for a type that stands outside of what was found; note it if it names a text of others."""
        year, start = year_of(self._text, phrase)
        before = _WORD_BEFORE.search(self._text, max(0, start - _LONGEST_WORD), start)
        word = before[1].lower() if before else ""
        phrase, definite = narrowed(phrase, word)
        if is_everyday(phrase):
            if not (definite or word in _NEUTRAL):
                self._note_others(phrase, ANY)
            return None
        if before and word in _POSSESSIVE and (own := self._own(phrase, before.start(), year)):
            return self._found(phrase.start, phrase.end, own)
        if year:
            return self._refer_to_year(phrase, start, year, definite=definite)
        accompanies = word in _ACCOMPANYING or _ACCOMPANIES.match(self._text, phrase.end) is not None
        if accompanies:
            partner = self._partner(phrase)
            return self._found(phrase.start, phrase.end, partner) if partner else None
        return self._refer_by_type(phrase, word, definite=definite)

    def _refer_by_type(self, phrase: Phrase, word: str, *, definite: bool) -> Found | None:
        """Read a word for a type without a year, after another word."""
        if not names_one(self._text, phrase):
            if definite or is_shown(self._text, phrase):
                return self._refer_to(phrase, phrase.start)
            if body := _BODY_BEFORE.search(self._text, max(0, phrase.start - _LONGEST_WORD), phrase.start):
                return self._refer_to(phrase, body.start("body"), body["body"].lower())
            if word in _NEUTRAL or not word:
                return None
        general = phrase.written[0].islower() and word in _INDEFINITE
        self._note_others(phrase, ANY if general else OTHERS)
        return None

    def _refer_to_year(self, phrase: Phrase, start: int, year: str, *, definite: bool) -> Found | None:
        """Give the only instrument of a year that was named so far; else note that a text of others is named."""
        years = self._instruments.years
        of_year = [entry for entry in self._named[phrase.word.type].all if years.get(entry) == year]
        if len(of_year) == 1 and definite:
            return self._found(start, phrase.end, of_year[0])
        if (phrase.word.type, year) not in self._instruments.dated:
            self._note_others(phrase)
        return None

    def _refer_to(self, phrase: Phrase, start: int, kind: str = "") -> Found | None:
        """Give what a definite phrase refers to, if that can be one instrument only."""
        named = self._named[phrase.word.type]
        entry = named.antecedent(phrase, self._paragraphs.number(phrase.start))
        if entry is None or kind not in ("", self._instruments.kinds[entry]):
            return None
        if _is_spoken_of(self._text[named.end : phrase.start], phrase):
            self._note_others(phrase)
            return None
        return self._found(start, phrase.end, entry)

    def _own(self, phrase: Phrase, end: int, year: str) -> str | None:
        """Give the instrument that belongs to the one named just before: "the Convention and its Protocol"."""
        latest = self._latest
        if latest is None or len(latest.candidates) != 1 or end - latest.end > _NEAR_KIN:
            return None
        between = self._text[latest.end : end]
        along = _ALONG.fullmatch(between) is not None
        if not along and (phrase.word.type not in ("P", "plan") or _SENTENCE_ENDS.search(between)):
            return None
        if not year and names_one(self._text, phrase):
            return None
        child = self._instruments.kin.child(latest.candidates[0], phrase.word.type)
        return child if child and year in ("", self._instruments.years[child]) else None

    def _partner(self, phrase: Phrase) -> str | None:
        """Give the instrument that was adopted with the only Convention that can be meant."""
        convention = self._named["C"].antecedent(phrase, self._paragraphs.number(phrase.start))
        return self._instruments.kin.child(convention, phrase.word.type) if convention else None

    def _found(self, start: int, end: int, entry: str) -> Found:
        return Found(start, end, self._instruments.kinds[entry], entry, (entry,), anaphora=True)
