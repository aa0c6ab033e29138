"""Acronyms: those of the glossary, those that a document expands, and those that only look like one."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from archivist.recognise import lexicon
from archivist.recognise.found import Found
from archivist.recognise.letters import ALNUM, CAPITAL, GAP, LATIN
from archivist.recognise.letterwords import is_common, looks_like_acronym, speakable, split_currency
from archivist.recognise.lines import Lines
from archivist.recognise.senses import expansion_after, expansion_before, paired_names, same_sense
from archivist.recognise.suffixes import read_head, read_tail
from archivist.recognise.titles import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from archivist.glossary import Glossary
    from archivist.model import Entry
    from archivist.recognise.context import Context
    from archivist.recognise.tokens import Token

_COMPOUND = re.compile(rf"[{ALNUM}]+(?:[&!][{ALNUM}]+)*(?:[-/–‑][{ALNUM}]+(?:[&!][{ALNUM}]+)*)*")
_DOTTED = re.compile(rf"(?:[A-Z]\.){{2,}}(?:[A-Z](?![{ALNUM}.]))?")
_SEPARATOR = re.compile(r"[-/–‑]")
_YEAR_AFTER = re.compile(rf"{GAP}(\d{{4}})(?!\d)")
_IGNORED = re.compile(r"[\s.#\u00a0\u2010\u2011–-]")
_KNOWN_DOTTED = frozenset("US USA UN UK EU UAE USSR DPR".split())
_UN_BODIES = frozenset("Women Habitat Water Energy Oceans Spider Redd REDD".split())
_ADDRESS_NEAR = frozenset("/\\.@_=:#~?%&")
_ADDRESS = re.compile(
    r"://|www\.|@[A-Za-z]|\\|^[./~]+/|(?:/[^/\s]*){3}|[\w-]/[^/\s]*\.(?:html?|php|aspx?|pdf|jpe?g|png)|=[\w\"']|^#[\w-]+:"
)
_DOMAIN = re.compile(r"\.[A-Za-z]{2,10}(?:[/:.]|\b)")
_FILE_ENDINGS = frozenset(
    "pdf jpg jpeg png gif svg doc docx xls xlsx ppt pptx md txt html htm php js css csv zip json xml yml yaml py epub mp3 mp4".split()
)
_NUMBER_BEFORE = re.compile(r"\d[\s\xa0]?\Z")
_NUMBER_AFTER = re.compile(r"[\s\xa0]?\d")
_TITLE_WORD_BEFORE = re.compile(rf"(?<![{ALNUM}])[{CAPITAL}][a-zà-ÿ]+\.?(?P<comma>,)?[ \xa0]\Z")
_NAME_END = re.compile(r"[ \xa0]*(?:[,.;)\r\n]|\Z)")
_HONORIFIC_BEFORE = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Mme|Mlle|Bapak|Ibu|Sdr|Herr|Frau|Dhr|Sir|Lord|Ông|Bà)\.?)[ \xa0]\Z"
)
_HONORED_AFTER = re.compile(r"[ \xa0](?:Mr|Mrs|Ms|Dr|Prof|Madam|Samdech|[A-Z][a-z]+ [A-Z])")
_ZIP_AFTER = re.compile(r"[ \xa0]\d{4,6}\b|[ \xa0]*(?:[,.;)\r\n]|\Z)")
_DATELINE_AFTER = re.compile(rf"[ \xa0]*(?:\([A-Z]|[,–—]|--?[ \xa0]){GAP}?")
_CAPITAL_AFTER = re.compile(rf"[ \xa0][{CAPITAL}]")
_BYLINE = re.compile(r"(?:\b[Bb]y|\bauthors?:|\bPosted by|\bOleh:?|\bVon)[ \xa0]\Z")
_STRESSED_BEFORE = re.compile(rf"(?<![{ALNUM}])([A-Z]{{2,20}})[ \xa0]\Z")
_STRESSED_AFTER = re.compile(rf"[ \xa0]([A-Z]{{2,20}})(?![{ALNUM}])")
_NOUN_AFTER = re.compile(rf"{GAP}(?i:treaty|convention|declaration|charter|agreement|framework|statement)(?![{ALNUM}])")
_TELLING_LETTERS = 4  # letters that are seldom used for anything else
_ORDINARY_WORDS = re.compile(rf"(?<![{LATIN}])[{LATIN}][a-zà-ÿ]{{3,}}(?![{LATIN}])")


def key(spelling: str) -> str:
    """Fold what does not matter in an acronym's spelling: case, blanks, hyphens, full stops, "#"."""
    return _IGNORED.sub("", spelling).upper()


class Letters(NamedTuple):
    """A token that may be an acronym, without its plural s, with its span (the plural s in)."""

    start: int
    end: int
    base: str


class Acronyms:
    """The acronyms of a glossary, filed by spelling."""

    def __init__(self, glossary: Glossary) -> None:
        self.by_key: dict[str, Entry] = {}
        for entry in glossary.of_kind("acronym"):
            for form in (entry.name, *entry.forms):
                self.by_key.setdefault(key(form), entry)
        self.names: dict[str, tuple[str, ...]] = {e.id: _names_of(glossary, e) for e in glossary.of_kind("acronym")}
        self.instruments: dict[str, Entry] = {
            form: e
            for kind in ("ilo", "asean")
            for e in glossary.of_kind(kind)
            for form in e.forms
            if LETTERS.fullmatch(form)
        }
        self.place_words = frozenset(
            word.upper()
            for e in glossary.of_kind("place")
            for form in (e.name, *e.forms)
            for word in form.split()
            if not word.isupper()
        )


def _names_of(glossary: Glossary, entry: Entry) -> tuple[str, ...]:
    shown = glossary.resolve(entry.id)
    return (*entry.forms, shown.name, *shown.forms)


class Reading:
    """One text, read for acronyms."""

    def __init__(
        self, text: str, tokens: Sequence[Token], acronyms: Acronyms, context: Context, named: frozenset[str]
    ) -> None:
        """Take, beside the text and its tokens, the ids of the instruments that it names by title."""
        self._named = named
        self._text = text
        self._tokens = tokens
        self._known = acronyms
        self._context = context
        self._lines = Lines(text)
        self._alone: set[str] = set()  # bases that stand outside compounds
        self._spoken: set[str] = set()  # acronyms of the lines that are not printed in capitals
        self.senses: dict[str, str] = {}  # what the document says that letters stand for

    def find(self) -> Iterator[Found]:
        """Find all acronyms: those in lines of capitals last, by the evidence of the others."""
        compounds = list(self._compounds())
        self._note(compounds)
        parts = [letters for compound in compounds for letters in self._divide(compound)]
        spoken = [letters for letters in parts if not self._lines.shouts(letters.start, letters.end)]
        standing = [letters for letters in spoken if self._stands(letters, shouted=False)]
        self._spoken = {letters.base for letters in standing}
        shouted = (letters for letters in parts if self._lines.shouts(letters.start, letters.end))
        standing += (letters for letters in shouted if self._stands(letters, shouted=True))
        yield from map(self._read, standing)
        yield from self._paired()

    # Pass one: what is there.

    def _compounds(self) -> Iterator[Letters]:
        end = 0
        for token in self._tokens:
            word = token.word
            if token.start < end or (
                word[1:].islower() and len(word) > 1 and self._text[token.end : token.end + 1] not in "&!-"
            ):
                continue
            dotted = _DOTTED.match(self._text, token.start) if len(word) == 1 else None
            match = dotted or _COMPOUND.match(self._text, token.start)
            if match is None:
                continue
            if sum(map(str.isupper, match.group())) < 2 and not any(map(str.isdigit, match.group())):
                continue
            end = match.end()
            yield Letters(match.start(), end, match.group())

    def _note(self, compounds: Sequence[Letters]) -> None:
        for compound in compounds:
            base, _ = _singular(compound.base)
            if _SEPARATOR.search(base) is None:
                self._alone.add(base)
            sense = self._expansion(compound, base)
            if sense:
                self.senses.setdefault(base, sense)

    def _expansion(self, compound: Letters, base: str) -> str:
        before = self._text[compound.start - 1 : compound.start]
        after = self._text[compound.end : compound.end + 2]
        sense = ""
        if before and before in "([#“\"'‘« ":
            sense = expansion_before(self._text, compound.start, base)
        if not sense and "(" in after:
            sense = expansion_after(self._text, compound.end, base)
        return sense

    # Pass two: one token or several?

    def _divide(self, compound: Letters) -> Iterator[Letters]:
        text = compound.base
        if "." in text:
            yield from self._undotted(compound)
        elif _SEPARATOR.search(text) is None or self._is_one(text):
            yield self._single(compound)
        else:
            at = 0
            parts = _SEPARATOR.split(text)
            for part, following in zip(parts, (*parts[1:], ""), strict=True):
                if part and not part.isdigit() and not (following.isdigit() and not self._is_free(part)):
                    yield self._single(Letters(compound.start + at, compound.start + at + len(part), part))
                at += len(part) + 1

    def _undotted(self, compound: Letters) -> Iterator[Letters]:
        letters = compound.base.replace(".", "")
        if letters in _KNOWN_DOTTED or (len(letters) > 2 and not _CAPITAL_AFTER.match(self._text, compound.end)):
            yield Letters(compound.start, compound.end, letters)

    def _single(self, place: Letters) -> Letters:
        base, end = _singular(place.base) if key(place.base) not in self._known.by_key else (place.base, 0)
        year = _YEAR_AFTER.match(self._text, place.end)
        if year and key(base + year[1]) in self._known.by_key:
            return Letters(place.start, year.end(), f"{base}{year[1]}")
        glued = split_currency(base)
        if glued:
            return Letters(place.start, place.start + glued, base[:glued])
        return Letters(place.start, place.end - 0 * end, base)

    def _is_one(self, compound: str) -> bool:
        if key(compound) in self._known.by_key or (compound in self.senses and "/" not in compound):
            return True
        if "/" in compound:
            return False
        first, *rest = _SEPARATOR.split(compound)
        if len(rest) != 1:
            return compound.upper().startswith("SARS-")
        second = rest[0]
        if second.isdigit():
            return first.upper() == "COVID"
        if first == "UN":
            return second in _UN_BODIES or (second.isupper() and len(second) > 2)
        if not (looks_like_acronym(first) and looks_like_acronym(_singular(second)[0])):
            return False
        return not (self._is_free(second) or (self._is_free(first) and len(second) > 4))

    def _is_free(self, part: str) -> bool:
        base, _ = _singular(part)
        return base in self._alone or key(base) in self._known.by_key

    # Pass three: is it an acronym, here?

    def _stands(self, letters: Letters, *, shouted: bool) -> bool:
        base = letters.base
        known = (key(base) in self._known.by_key and not base[1:].islower()) or base in self._known.instruments
        if base in self.senses and sum(map(str.isupper, base)) > 1:
            return not self._is_address(letters)
        if not (known or looks_like_acronym(base)) or self._is_address(letters):
            return False
        if self._is_measure(letters) or self._is_beside_name(letters):
            return False
        if shouted:
            return self._stands_in_capitals(base, known=known)
        return known or self._stands_in_prose(letters)

    def _stands_in_capitals(self, base: str, *, known: bool) -> bool:
        if is_common(base):
            return False
        if known or base in self._spoken:
            return True
        return not speakable(base) and (len(base) > 3 or not re.search("[AEIOU]", base))

    def _stands_in_prose(self, letters: Letters) -> bool:
        base = letters.base
        if not base.isalpha() or not base.isupper():
            return True
        if is_common(base) or base in self._known.place_words or self._is_byline(letters):
            return False
        if not speakable(base):
            return True
        if len(base) > 8 or base.lower() in self._ordinary or self._is_stressed(letters):
            return False
        return not (
            len(base) > 4 and self._lines.opens(letters.start) and _DATELINE_AFTER.match(self._text, letters.end)
        )

    def _is_byline(self, letters: Letters) -> bool:
        return (
            len(letters.base) <= 3 and _BYLINE.search(self._text, max(0, letters.start - 16), letters.start) is not None
        )

    def _is_stressed(self, letters: Letters) -> bool:
        """Tell whether a word stands in a run of stressed words: DO NOT STIR, ALL RIGHTS RESERVED."""
        before = _STRESSED_BEFORE.search(self._text, max(0, letters.start - 24), letters.start)
        after = _STRESSED_AFTER.match(self._text, letters.end)
        return any(match is not None and is_common(match[1]) for match in (before, after))

    @cached_property
    def _ordinary(self) -> frozenset[str]:
        return frozenset(word.lower() for word in set(_ORDINARY_WORDS.findall(self._text)))

    def _is_address(self, letters: Letters) -> bool:
        before, after = self._text[letters.start - 1 : letters.start], self._text[letters.end : letters.end + 1]
        if after == "_" and self._text[letters.end + 1 : letters.end + 2].isalnum():
            return True
        if before not in _ADDRESS_NEAR and after not in _ADDRESS_NEAR:
            return False
        head = re.search(r"\S{0,80}\Z", self._text[max(0, letters.start - 80) : letters.start])
        tail = re.match(r"\S{0,80}", self._text[letters.end : letters.end + 80])
        chunk = (head.group() if head else "") + letters.base + (tail.group() if tail else "")
        if _ADDRESS.search(chunk):
            return True
        domain = _DOMAIN.match(self._text, letters.end)
        if domain and domain.group().strip("./:").islower():
            return True
        return before == "." and letters.start > 1 and self._text[letters.start - 2].isalnum()

    def _is_measure(self, letters: Letters) -> bool:
        base = letters.base
        if base in lexicon.UNITS and _NUMBER_BEFORE.search(self._text, max(0, letters.start - 3), letters.start):
            return True
        if self._text.startswith("$", letters.end):
            return True
        return base in {"RM", "RS", "RP"} and _NUMBER_AFTER.match(self._text, letters.end) is not None

    def _is_beside_name(self, letters: Letters) -> bool:
        base, text = letters.base, self._text
        before = _TITLE_WORD_BEFORE.search(text, max(0, letters.start - 40), letters.start)
        if base == "DC":
            return text[max(0, letters.start - 14) : letters.start].rstrip(" \xa0,").endswith("Washington")
        if base in lexicon.STATES and before and before["comma"] and _ZIP_AFTER.match(text, letters.end):
            return key(base) not in self._known.by_key
        if base in lexicon.AFTER_NAMES and before and _NAME_END.match(text, letters.end):
            return before["comma"] is not None or base in {"MP", "OBE", "SC", "JP"}
        if base in {"PT", "MS", "MR", "DR"} and _CAPITAL_AFTER.match(text, letters.end):
            return True
        if base in lexicon.COMPANY_FORMS and before and not before["comma"] and key(base) not in self._known.by_key:
            return base not in {"PT", "AS", "CO"}
        if base in {"HE", "HRH", "HM", "HH"} and _HONORED_AFTER.match(text, letters.end):
            return True
        return (
            len(base) > 2
            and key(base) not in self._known.by_key
            and _HONORIFIC_BEFORE.search(text, max(0, letters.start - 8), letters.start) is not None
        )

    # What it stands for.

    def _read(self, letters: Letters) -> Found:
        entry = self._known.by_key.get(key(letters.base))
        sense = self.senses.get(letters.base, "")
        instrument = self._known.instruments.get(letters.base)
        if instrument is not None and self._is_instrument(letters, instrument, sense):
            return self._read_instrument(letters, instrument)
        if entry is None:
            return Found(letters.start, letters.end, "acronym", letters.base, (), sense=sense)
        if self._is_other(entry, sense):
            target = f"{letters.base}@other" if entry.attested else letters.base
            return Found(letters.start, letters.end, "acronym", target, (), sense=sense)
        return Found(letters.start, letters.end, "acronym", letters.base, (entry.stands_for or entry.id,), sense=sense)

    def _is_instrument(self, letters: Letters, instrument: Entry, sense: str) -> bool:
        """Tell whether letters mean an instrument: the text spells it out, names it elsewhere, or is about such."""
        if sense:
            return same_sense(sense, instrument, (instrument.name, *instrument.forms))
        if instrument.id in self._named:
            return True
        fits = self._context.about_ilo_instruments if instrument.kind == "ilo" else self._context.about_asean
        return fits and len(letters.base) >= _TELLING_LETTERS

    def _read_instrument(self, letters: Letters, instrument: Entry) -> Found:
        noun = _NOUN_AFTER.match(self._text, letters.end)
        end = noun.end() if noun else letters.end
        tail = read_tail(self._text, end, years_wanted=frozenset({int(instrument.adopted[:4])}), bare_number=False)
        return Found(read_head(self._text, letters.start), tail.end, instrument.kind, instrument.id, (instrument.id,))

    def _is_other(self, entry: Entry, sense: str) -> bool:
        if sense:
            return bool(entry.expansion) and not same_sense(sense, entry, self._known.names[entry.id])
        return bool(entry.other_readings) and not self._context.in_the_field

    def _paired(self) -> Iterator[Found]:
        pairs = paired_names(self._text)
        if not pairs:
            return
        for token in self._tokens:
            if token.word in pairs and not self._is_address(Letters(*token)):
                entry: Mapping[str, Entry] | Entry | None = self._known.by_key.get(key(token.word))
                linked = (entry.stands_for or entry.id,) if entry is not None else ()
                yield Found(token.start, token.end, "acronym", token.word, linked, sense=pairs[token.word])


def _singular(word: str) -> tuple[str, int]:
    """Take the plural s from capitals: the word without it, and its length."""
    if len(word) > 2 and word[-1] == "s" and (word[-2].isupper() or word[-2].isdigit()):
        return word[:-1], 1
    return word, 0
