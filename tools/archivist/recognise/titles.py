"""Instruments named by title, by the opening words of a title, or by an alias."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archivist.recognise.alone import says_number
from archivist.recognise.claimed import goes_on, is_claimed, is_shared
from archivist.recognise.fold import WORD, fold_word, skeleton
from archivist.recognise.forms import Forms, Node
from archivist.recognise.found import Found
from archivist.recognise.horizons import is_vision_of_others, of_other_years, read_horizon
from archivist.recognise.letters import ALNUM, BLANK, CAPITAL, GAP, LATIN
from archivist.recognise.numerals import Series
from archivist.recognise.spelled import asean_forms, ilo_forms, ordinal_start, pair_off, shortened, year_of
from archivist.recognise.suffixes import NUMBER_SIGN, read_head, read_other_year, read_tail
from archivist.recognise.unlisted import find_unlisted, id_of_title, id_of_words, may_be_unlisted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.glossary import Glossary
    from archivist.model import Entry
    from archivist.recognise.context import Context
    from archivist.recognise.forms import Match
    from archivist.recognise.suffixes import OtherYear
    from archivist.recognise.tokens import Token

_DRAFT = re.compile(rf"[Dd]raft{GAP}\Z")
# The words without which the beginning of a title names nothing.
TYPE_WORD = re.compile(
    r"(?i)declaration|d[ée]claration|deklarasi|erklärung|tuyên bố|convention|konvensi|consensus|konsensus"
    r"|treaty|charter|blueprint|master ?plan|roadmap|framework|action plan|plan of action|work plan|statement"
    r"|recommendations|agreement|outlook|strategy|vision|protocol|concord|programme"
)
_OTHERS = re.compile(
    rf"(?:(?<![{ALNUM}])(?!ILO|OIT|IAO|ASEAN|ANASE|(?:THE|AND|OF|TO)(?![A-Z]))[A-Z]{{2,8}}|European|American|African|Arab|Hague|Geneva|Vienna|Nations|UN"
    rf"|Europe|Nordic|Islamic|Universal|[Dd]raft){GAP}\Z"
)
_PLACE = re.compile(
    rf"(?<![{ALNUM}])(?!(?:The|This|That|Its|Their|Our|In|On|Under|By|Of|And|With|For|To|See|Also|Joint|Summit|Leaders|Ministers|Ministerial"
    rf"|ASEAN|ANASE){GAP})"
    rf"[{CAPITAL}][{LATIN}-]*(?<!ed)(?<!ing)[ \xa0]\Z"
)
_CAPITAL_NEXT = re.compile(rf"{GAP}(?:(?:of|on|in|for|to|and|the|against|with){GAP}){{0,3}}[{CAPITAL}]")
_IN_ASEAN = re.compile(rf"{GAP}in{GAP}ASEAN(?![{ALNUM}])")  # the end of many a title, also of one cut short
_TWIN_AFTER = re.compile(rf"{GAP}(?:and|&){GAP}(?P<type>Convention|Recommendation)(?![{ALNUM}])")
_TWIN_BEFORE = re.compile(rf"(?<![{ALNUM}])(?P<type>Convention|Recommendation){GAP}(?:and|&){GAP}\Z")
_ANY_YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)\b")
_YEAR_AFTER = re.compile(
    rf"(?:{GAP}(?:(?:of|de|von|van|tahun){GAP})?|,{GAP}|{BLANK}[(\[]{BLANK})(?P<year>(?:19|20)\d\d)(?![\d–-])"
)
_BODIES = ("ASEAN", "ILO")
_LONG_WORD = re.compile(r"[^\W\d_]{12,}")  # a title in one word: "vijfpuntenconsensus", "Seearbeitsübereinkommen"
_PLURALS = ("conventions", "recommendations", "convenios")  # "Conventions on forced labour" names none
_HEADED = re.compile(rf"{BLANK}\(?(?:{NUMBER_SIGN}{BLANK})?(?P<number>\d{{1,3}})(?!\d)")
# "They signed the ASEAN ⟨Declaration in Bangkok⟩": of no name of two words
# or two of them: "the Verklaring van ⟨Bangkok, Declaración⟩ de …"
_APART = re.compile(rf"{GAP}(?:in|at|en|im|à|di|te|tại){GAP}[{CAPITAL}][{LATIN}-]*\Z|[,:]")
_LETTERS_AFTER = re.compile(rf"{BLANK}\((?P<letters>[A-Z]{{3,8}})(?:,?[ \xa0]\d{{4}})?\)")
_NEAR = 60  # code points either side of a name in which words of its title stand
_OF_ANYBODY = frozenset({"&", "declaration", "protection", "promotion", "right", "international", "regional"})
_SHORT = 2  # telling words of a name that several texts may share
_TELLING = 4  # telling words of a title that need no further evidence
_NOWHERE = Node()  # where titles of ASEAN's go on in a glossary that has none
_FULL_TAIL = 10  # code points: at least a year and a number


class Begun(NamedTuple):
    """The titles that begin with a word: where those of the ILO and of ASEAN go on, and if it is one by itself."""

    ilo: Node | None
    asean: Node | None
    single: bool


class Titles:
    """The titles of all instruments, ready to be looked up at any word of a text."""

    def __init__(self, glossary: Glossary) -> None:
        self._entries = glossary.entries
        ilo, asean = glossary.of_kind("ilo"), glossary.of_kind("asean")
        self._ilo = Forms(pair for entry in ilo for pair in ilo_forms(entry))
        self._asean = Forms(((form, e.id) for e in asean for form in asean_forms(e)), opening_words=4)
        self._twins = pair_off(ilo)
        self._shortened: dict[tuple[str, int], list[Entry]] = {}  # by title without its brackets, and year
        for entry in ilo:
            self._shortened.setdefault((shortened(entry), year_of(entry)), []).append(entry)
        self._series = Series(asean)
        self._single = {fold_word(form): e for e in (*ilo, *asean) for form in e.forms if _LONG_WORD.fullmatch(form)}

    def begins(self, word: str) -> Begun:
        """Say which titles begin with a word."""
        asean = self._asean.begins(word) or (_NOWHERE if word == "ASEAN" else None)
        return Begun(self._ilo.begins(word), asean, fold_word(word) in self._single)

    def may_go_on(self, begun: Begun, word: str, following: str) -> Begun:
        """Say which of the titles that begin with a word can go on with another."""
        unlisted = word == "ASEAN" and may_be_unlisted(following)
        return Begun(
            begun.ilo if self._ilo.may_go_on(word, following) else None,
            begun.asean if unlisted or self._asean.may_go_on(word, following) else None,
            begun.single,
        )

    def find(self, text: str, token: Token, begun: Begun, context: Context) -> list[Found]:
        """Find the longest title of each kind that begins at a token."""
        found: list[Found] = []
        if token.word in _BODIES and text[token.end : token.end + 2] in ("’s", "'s"):
            return found  # a possessive stays outside: ASEAN's ⟦Five-Point Consensus⟧
        if begun.single:
            entry = self._single[fold_word(token.word)]
            tail = read_tail(text, token.end, years_wanted=frozenset({year_of(entry)}), bare_number=True)
            found.append(Found(read_head(text, token.start), tail.end, entry.kind, entry.id, (entry.id,)))
        if begun.ilo and (match := self._match(self._ilo, text, token, begun.ilo)):
            found += self._find_ilo(text, token, match, context)
        if begun.asean:
            match = self._match(self._asean, text, token, begun.asean)
            if match or token.word == "ASEAN":
                found += self._find_asean(text, token, match, context)
        return found

    def _find_ilo(self, text: str, token: Token, match: Match, context: Context) -> Iterator[Found]:
        if self._fits_ilo(text, token, match):
            found = self._read_ilo(text, token.start, match)
            tells = match.depth >= _TELLING or found.end - match.end >= _FULL_TAIL or self._is_abbreviated(text, found)
            if says_number(text, match.end, found):
                context.cited.add(found.target)
                tells = True
            if tells or context.about_ilo_instruments:
                yield found
                yield from self._twin(text, token, found)

    def _is_abbreviated(self, text: str, found: Found) -> bool:
        """Tell whether a title's own letters stand after it: "Maritime Labour Convention (MLC)"."""
        letters = _LETTERS_AFTER.match(text, found.end) if len(found.candidates) == 1 else None
        return letters is not None and letters["letters"] in self._entries[found.candidates[0]].forms

    def _find_asean(self, text: str, token: Token, match: Match | None, context: Context) -> Iterator[Found]:
        if match and self._fits_asean(text, token, match, context):
            found = self._read_asean(text, token.start, match)
            if not self._is_misdated(text, found, match):
                yield found
                yield from self._series.find_others(text, found)
        elif token.word == "ASEAN" and (item := find_unlisted(text, token.start)) and not _is_of_others(text, token):
            yield item

    def _match(self, forms: Forms, text: str, token: Token, node: Node) -> Match | None:
        match = forms.match(text, token.end, node)
        if match and not match.whole and (within := _IN_ASEAN.match(text, match.end)):
            match = match._replace(end=within.end())
        if match is not None and text.startswith(")", match.end) and _is_open(text[token.start : match.end]):
            return match._replace(end=match.end + 1)
        return match

    def _fits_ilo(self, text: str, token: Token, match: Match) -> bool:
        if _is_of_others(text, token) or token.word.lower() in _PLURALS:
            return False
        goes_on_as_other = (
            goes_on(text, match) or _heads_others(text, match) or is_claimed(text, token.start, match, self._entries)
        )
        return match.depth > 1 and not goes_on_as_other

    def _fits_asean(self, text: str, token: Token, match: Match, context: Context) -> bool:
        if _is_of_others(text, token) or _is_of_a_place(text, token):
            return False
        sure = context.about_asean and (context.in_the_field or not is_shared(text, token.start, match))
        if not sure and not self._tells_whose(text, token, match):
            return False
        apart = match.depth == _SHORT and _APART.search(text, token.end, match.end)
        if apart or is_vision_of_others(text, token.start, match.end):
            return False
        if not match.whole and not _names_enough(text, token.start, match.end):
            return False
        return match.depth > 1 and not goes_on(text, match) and not is_claimed(text, token.start, match, self._entries)

    def _tells_whose(self, text: str, token: Token, match: Match) -> bool:
        """Tell whether a whole name has its year, or words of its longer title, near it: a text may not name ASEAN."""
        if not match.whole or len(match.node.entries) > 1:
            return False
        entry = self._entries[match.node.entries[0]]
        near = text[max(0, token.start - _NEAR) : token.start], text[match.end : match.end + _NEAR]
        if entry.adopted[:4] in " ".join(near):
            return True
        said = {fold_word(word) for words in near for word in WORD.findall(words)}
        own = set(skeleton(text[token.start : match.end])) | _OF_ANYBODY
        return max(len(said & set(skeleton(name)) - own) for name in (entry.name, *entry.forms)) >= _SHORT

    def _read_ilo(self, text: str, start: int, match: Match) -> Found:
        entries = [self._entries[i] for i in match.node.entries]
        wanted = frozenset(year for e in entries for year in self._years(e))
        tail = read_tail(text, match.end, years_wanted=wanted, bare_number=True)
        by_number = [e for e in entries if e.id[1:] == f"{tail.number:03d}"] if tail.number else []
        by_year = [e for e in entries if year_of(e) in tail.years]
        told = wanted.intersection(map(int, _ANY_YEAR.findall(text, start, match.end)))  # "Protocol of 2014 to …"
        if not (tail.number or told) and (other := read_other_year(text, match.end, wanted)):
            return self._read_older(text, start, entries[0], other)
        chosen = by_number or by_year or entries
        end = _follow_up(text, tail.end) if chosen[0].id == "ILO-DECL-1998" else tail.end
        newest = max(chosen, key=lambda e: (e.adopted, e.id))
        return Found(read_head(text, start), end, "ilo", newest.id, tuple(e.id for e in chosen))

    def _read_older(self, text: str, start: int, entry: Entry, year: OtherYear) -> Found:
        """Read an entry's title with a year that is not its own: that of another with a bracket in its title, or none.

        "Minimum Age Convention, 1919" is the Minimum Age (Industry) Convention.
        """
        older = self._shortened.get((shortened(entry), year.year), ())
        target = older[-1].id if older else id_of_words(text[start : year.end])
        return Found(read_head(text, start), year.end, "ilo", target, tuple(e.id for e in older))

    def _twin(self, text: str, token: Token, found: Found) -> Iterator[Found]:
        """Find the other of two instruments that share a title: "Domestic Workers Convention and ⟦Recommendation⟧"."""
        twin = self._twins.get(found.target)
        if twin is None:
            return
        after, before = (
            _TWIN_AFTER.match(text, found.end),
            _TWIN_BEFORE.search(text, max(0, token.start - 24), token.start),
        )
        if after and after["type"][0].upper() == twin.id[0]:
            tail = read_tail(text, after.end(), years_wanted=frozenset({year_of(twin)}), bare_number=True)
            if tail.number in (None, int(twin.id[1:])):
                yield Found(after.start("type"), tail.end, "ilo", twin.id, (twin.id,))
        elif before and before["type"][0].upper() == twin.id[0] and token.word[0].upper() == found.target[0]:
            yield Found(read_head(text, before.start("type")), before.end("type"), "ilo", twin.id, (twin.id,))

    def _years(self, entry: Entry) -> tuple[int, ...]:
        """Give the years that may follow a title: for a protocol, also that of its Convention."""
        convention = self._entries.get(f"C{entry.id[1:]}") if entry.id[0] == "P" else None
        return (year_of(entry), year_of(convention)) if convention else (year_of(entry),)

    def _read_asean(self, text: str, start: int, match: Match) -> Found:
        ids = match.node.entries if match.whole else tuple(sorted(match.node.below))
        wanted = frozenset(year_of(self._entries[i]) for i in ids)
        tail = read_tail(text, match.end, years_wanted=wanted, bare_number=False)
        for year in tail.years:
            later = match.node.children.get(str(year))
            if later is not None and later.entries:
                ids = later.entries
        horizon = read_horizon(text, start, match.end)
        unknown = horizon and (not match.last or of_other_years(horizon, map(self._entries.__getitem__, ids)))
        if horizon and unknown:
            return Found(start, horizon.end, "asean", id_of_title(text[start : horizon.end]))
        head = ordinal_start(text, read_head(text, start), self._entries[ids[0]])
        return Found(head, tail.end, "asean", ids[0], ids)

    def _is_misdated(self, text: str, found: Found, match: Match) -> bool:
        """Tell whether a short name has another's year: "2013 ASEAN Declaration", not that of 1967.

        After a name that is for a declaration only: a charter's may be the year in which it came into force.
        """
        if match.depth != _SHORT or not found.candidates:
            return False
        entries = [self._entries[each] for each in found.candidates]
        years = tuple(map(year_of, entries))
        if before := _ANY_YEAR.match(text, found.start):
            return int(before["year"]) not in years
        after = _YEAR_AFTER.match(text, match.end)
        if after is None or entries[0].type.endswith("declaration"):
            return after is not None and int(after["year"]) not in years
        return int(after["year"]) < min(years)


def _is_of_others(text: str, token: Token) -> bool:
    """Tell whether the words before a title make it that of another body, or a draft."""
    before = _DRAFT if token.word in _BODIES else _OTHERS
    return before.search(text, max(0, token.start - 16), token.start) is not None


def _is_of_a_place(text: str, token: Token) -> bool:
    """Tell whether a name before a bare "Declaration" makes it another: "⟨Hanoi⟩ Declaration on Social Protection"."""
    return token.word == "Declaration" and _PLACE.search(text, max(0, token.start - 24), token.start) is not None


def _is_open(words: str) -> bool:
    """Tell whether a bracket that opens in a name has not closed yet."""
    return words.count("(") > words.count(")")


def _heads_others(text: str, match: Match) -> bool:
    """Tell whether a title ends in a plural that heads numbers of others: "Tripartite Consultation⏎Conventions 155"."""
    headed = _HEADED.match(text, match.end)
    if headed is None or not text[max(0, match.end - 16) : match.end].lower().endswith(_PLURALS):
        return False
    return all(entry[1:] != f"{int(headed['number']):03d}" for entry in match.node.entries)


def _names_enough(text: str, start: int, end: int) -> bool:
    """Tell whether the opening words of a title hold the type of text, and do not go on as another title does."""
    return TYPE_WORD.search(text, start, end) is not None and _CAPITAL_NEXT.match(text, end) is None


_FOLLOW_UP = re.compile(rf"{GAP}(?:and|&){GAP}its{GAP}[Ff]ollow-?[Uu]p")


def _follow_up(text: str, end: int) -> int:
    match = _FOLLOW_UP.match(text, end)
    return match.end() if match else end
