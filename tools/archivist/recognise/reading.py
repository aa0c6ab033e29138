"""Letters in one text: those of the glossary, those that it expands, and those that only look like an acronym."""

from __future__ import annotations

import re
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from archivist.recognise.beside import is_opened, may_lead
from archivist.recognise.company import sentence_around
from archivist.recognise.compounds import Division, find_compounds, singular
from archivist.recognise.elsewhere import means_another
from archivist.recognise.evidence import Evidence
from archivist.recognise.found import Found
from archivist.recognise.horizons import of_other_years, read_horizon
from archivist.recognise.initials import are_initials
from archivist.recognise.letters import ALNUM, GAP
from archivist.recognise.register import MARITIME
from archivist.recognise.remembered import Remembered
from archivist.recognise.senses import expansion_after, expansion_before, expansion_led, is_name
from archivist.recognise.spelled import year_of
from archivist.recognise.spellings import Spellings
from archivist.recognise.suffixes import read_head, read_tail
from archivist.recognise.unlisted import id_of_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.model import Entry, Kind
    from archivist.recognise.acronyms import Acronyms
    from archivist.recognise.context import Context
    from archivist.recognise.tokens import Token

_NOUN_AFTER = re.compile(rf"{GAP}(?i:treaty|convention|declaration|charter|agreement|framework|statement)(?![{ALNUM}])")
_MLC = re.compile(r"MLC,?[ \xa0]2006(?!\d)")  # known by its letters and year, in a glossary that lacks it, too
# "MLC, 2006 model"
_MODEL = re.compile(rf"{GAP}(?:models?|editions?|series|versions?|conferences?|workshops?)(?![{ALNUM}])")
_TELLING_LETTERS = 4  # letters that are seldom used for anything else
_ILO = "international-labour-organization"  # the id of the body whose name a text may say but once
_FULL_OF_INSTRUMENTS = 3  # a text that names so many others means one by letters of that look, too
_ASEAN = re.compile(rf"(?<![{ALNUM}])(?:ASEAN|ANASE)(?![{ALNUM}])|Southeast Asia|South-East Asia|Asia Tenggara")
_PART = re.compile(r"(?!I2C)[A-Z]{1,3}\d{1,3}[A-Z]?")  # I²C is a bus by name
_YEAR_AFTER = re.compile(r",?[ \xa0]\(?(\d{4})(?!\d)")
# What may stand between letters and what they stand for: a bracket, a mark, or "stands for"
_LEADS_TO_NAME = re.compile(r"[ \xa0]?(?:[(–—=,]|- )|[ \xa0](?:st|is short|means|sig|adalah|singkatan|kepanjangan)")


class Acronym(NamedTuple):
    """What letters mean in a document, in the order of the fields of `Found`."""

    kind: Kind
    target: str  # as in Mention.target
    candidates: tuple[str, ...]  # the entry that it is linked to, if any
    anaphora: bool = False
    sense: str = ""  # the document's own expansion


class Reading:
    """One text, read for acronyms."""

    def __init__(
        self, text: str, tokens: Sequence[Token], acronyms: Acronyms, context: Context, named: Sequence[Found]
    ) -> None:
        """Take, beside the text and its tokens, what it names in full or by number."""
        self._text = text
        self._known = acronyms
        self._context = context
        self._named = frozenset(candidate for item in named for candidate in item.candidates)
        self._named_before = {item.end: item.target for item in named if item.kind == "asean"}
        self._plain_tokens, others = acronyms.beside.part(text, tokens)
        self._compounds = tuple(find_compounds(text, others))
        self._senses = self._read_senses()
        self._as_acronym = Remembered(self._read_acronym)
        self._plain = Remembered(self._read_plainly)
        self._parts = Remembered(self._is_part)
        self._with_asean = Remembered(self._is_said_of_asean)

    def find(self) -> Iterator[Found]:
        """Find all acronyms, in no order."""
        new = tuple.__new__  # what a named tuple's own constructor calls, at half the cost
        known = self._known
        alone = chain(self._plain_tokens, self._compounds)
        division = Division(self._text, alone, self._senses, known.is_known, known.instrument)
        tokens = list(division.tokens(self._compounds))
        spellings = partial(Spellings, known.judge, self._senses, known.place_words)
        evidence = Evidence(self._text, is_known=known.is_known, spellings=spellings)
        parts, plainly = self._parts, self._plain
        for token in chain(self._plain_tokens, evidence.sift(tokens)):
            start, end, word = token
            if plain := plainly[word]:
                yield new(Found, (start, end, *plain, False))
            elif not parts[word]:
                yield self._read(token)

    def keep(self, found: list[Found]) -> list[Found]:
        """Leave out instruments whose names begin with letters that the text says are another's: "MLC 2006"."""
        others = self._of_others
        if not others:  # nearly always
            return found
        return [item for item in found if not self._text[item.start : item.end].startswith(others)]

    @cached_property
    def _of_others(self) -> tuple[str, ...]:
        """Give the letters of instruments that the text spells out otherwise; nearly always none."""
        known = self._known.instrument
        return tuple(
            letters
            for letters, sense in self._senses.items()
            if (instrument := known(letters)) and not is_name(sense, (instrument.name, *instrument.forms))
        )

    def _is_part(self, base: str) -> bool:
        """Tell whether a spelling is the number of a part, in a text about circuits, or a person's initials."""
        if base not in self._senses and not self._known.is_known(base) and are_initials(self._text, base):
            return True
        if _PART.fullmatch(base) is None or self._known.is_known(base) or base in self._senses:
            return False
        return self._context.about_circuits

    def _read_senses(self) -> dict[str, str]:
        """Give what the document itself says that letters stand for; its first word counts."""
        senses: dict[str, str] = {}
        text = self._text
        opens, leads = Remembered(is_opened), Remembered(may_lead)
        for compound in self._compounds:
            start, end, _ = compound
            opened = opens[text[max(0, start - 2) : start]]
            followed = leads[text[end : end + 2]] and _LEADS_TO_NAME.match(text, end) is not None
            if not (opened or followed):  # nearly always
                continue
            base = singular(compound.word)
            if base not in senses and (sense := self._expansion(compound, base, opened=opened, followed=followed)):
                senses[base] = sense
        return senses

    def _expansion(self, compound: Token, base: str, *, opened: bool, followed: bool) -> str:
        sense = expansion_before(self._text, compound.start, compound.end, base) if opened else ""
        if not sense and followed:
            sense = expansion_after(self._text, compound.end, base) or expansion_led(self._text, compound.end, base)
        return "" if base in sense.split() else sense  # letters do not stand for themselves

    def _read(self, token: Token) -> Found:
        instrument = self._known.instrument(token.word) or self._alias(token)
        if instrument is not None and self._is_instrument(token, instrument):
            return self._read_instrument(token, instrument)
        if (
            instrument is None
            and (lacking := _MLC.match(self._text, token.start))
            and self._context.about_ilo_instruments
        ):
            return Found(*lacking.span(), "ilo", MARITIME)
        return Found(token.start, token.end, *self._as_acronym[token.word])

    def _read_plainly(self, base: str) -> Acronym | None:
        """Read letters that mean neither an instrument nor a part, wherever they stand; None for others."""
        if self._known.may_be_instrument(base) or base == "MLC" or self._parts[base]:
            return None
        return self._as_acronym[base]

    def _alias(self, token: Token) -> Entry | None:
        """Give the treaty whose name stands directly before its letters in brackets: "Treaty on the … (SEANWFZ)"."""
        start = token.start - 2
        target = self._named_before.get(start) if self._text.startswith(" (", start) else None
        return self._known.named_by(token.word, target) if target else None

    def _read_acronym(self, base: str) -> Acronym:
        entries, sense = self._known.entries(base), self._senses.get(base, "")
        meant = tuple(dict.fromkeys(one.stands_for or one.id for one in entries if not self._is_other(one, sense)))
        other = not meant and any(one.attested for one in entries)
        return Acronym("acronym", f"{base}@other" if other else base, meant, sense=sense)

    def _is_other(self, entry: Entry, sense: str) -> bool:
        if sense:
            return not self._known.means(entry, sense)
        if entry.stands_for == _ILO and self._context.names_ilo:
            return False
        if not entry.other_readings:  # nearly always
            return False
        return not self._context.in_the_field or means_another(entry.name, self._text)

    def _is_instrument(self, token: Token, instrument: Entry) -> bool:
        """Tell whether letters mean an instrument: the text spells it out, names it elsewhere, or is about such."""
        base = token.word
        if self._alias(token):
            return True
        if sense := self._senses.get(base):
            return is_name(sense, (instrument.name, *instrument.forms))
        if instrument.id in self._named:
            return True
        if instrument.kind == "ilo":
            dated = self._dated(token, instrument)
            enough = len(base) >= _TELLING_LETTERS or len(self._named & self._known.ilo) >= _FULL_OF_INSTRUMENTS
            return (enough or dated) and (self._context.about_ilo_instruments or (dated and self._context.about_ships))
        if not self._context.about_asean:
            return False
        enough = len(base) >= _TELLING_LETTERS or self._dated(token, instrument)
        return enough or len(self._named & self._known.asean) >= _FULL_OF_INSTRUMENTS or self._with_asean[base]

    def _is_said_of_asean(self, base: str) -> bool:
        """Tell whether letters stand somewhere in a sentence that names ASEAN, in a text that names its instruments."""
        if not self._named & self._known.asean:
            return False
        places = re.finditer(rf"(?<![{ALNUM}]){base}(?![{ALNUM}])", self._text)
        return any(_ASEAN.search(self._text, *sentence_around(self._text, *place.span())) for place in places)

    def _dated(self, token: Token, instrument: Entry) -> bool:
        """Tell whether the year of an instrument's adoption stands directly after its letters: "DOC 2002"."""
        year = _YEAR_AFTER.match(self._text, token.end)
        return year is not None and year[1] == instrument.adopted[:4] and not _MODEL.match(self._text, year.end())

    def _read_instrument(self, token: Token, instrument: Entry) -> Found:
        horizon = read_horizon(self._text, token.end, token.end)
        if horizon and of_other_years(horizon, (instrument,)):
            words = self._text[token.start : horizon.end]
            return Found(token.start, horizon.end, instrument.kind, id_of_title(words))
        noun = _NOUN_AFTER.match(self._text, token.end)
        end = noun.end() if noun else token.end
        tail = read_tail(self._text, end, years_wanted=frozenset({year_of(instrument)}), bare_number=False)
        return Found(read_head(self._text, token.start), tail.end, instrument.kind, instrument.id, (instrument.id,))


def read_pairs(pairs: dict[str, str], tokens: Iterable[Token], acronyms: Acronyms) -> Iterator[Found]:
    """Find the names with one capital that the text itself pairs with a body's full name."""
    for token in tokens:
        linked = tuple(dict.fromkeys(one.stands_for or one.id for one in acronyms.entries(token.word)))
        yield Found(token.start, token.end, "acronym", token.word, linked, sense=pairs[token.word])
