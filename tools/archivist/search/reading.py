"""Looking things up in an index that lies in a folder."""

from __future__ import annotations

from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from archivist.search.coding import hashed, length_of, numbers, postings, ungapped
from archivist.search.counting import BLOCK, densest
from archivist.search.files import Shelf
from archivist.search.stems import stem
from archivist.search.words import read_vocabulary
from archivist.search.writing import text_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from archivist.search.coding import Posting


class Hit(NamedTuple):
    """How a clause stands in a unit."""

    frequency: int
    named: bool  # in a title
    block: int  # of the text, the one with the most of it


Hits = dict[int, Hit]


class Described(NamedTuple):
    """An entry as the index describes it."""

    hits: Hits
    name: str
    address: str
    forms: Sequence[str]


class Text(NamedTuple):
    """A block of a unit's text."""

    document: str
    digest: str  # the digits of the whole reading text's SHA-256 that identifiers have
    address: str
    title: str
    heading: str
    date: str
    type: str
    language: str
    pieces: Sequence[Sequence[Any]]  # paragraph number, text, readings of notes


class Known(NamedTuple):
    """A document as the index describes it."""

    title: str
    address: str  # of its page, from the site's root
    digest: str  # the digits of its reading text's SHA-256 that identifiers have
    paragraphs: int  # 0 where its text is not published
    length: int  # code points; 0 where its text is not published


class Index:
    """An index; its files are read when they are asked for."""

    def __init__(self, folder: Path) -> None:
        self.shelf = Shelf(folder)
        self.meta: dict[str, Any] = self.shelf.take("meta")
        self.units: int = self.meta["units"]
        self.lengths = [length_of(character) for character in self.meta["lengths"]]
        self.stemmers: list[str] = self.meta["stemmers"]
        self.frequent = frozenset(self.meta["frequent"])
        blocks = list(numbers(self.meta["blocks"]))
        self.unit_of_block = [unit for unit, count in enumerate(blocks) for _ in range(count)]
        self.bases = [BLOCK * before for before in accumulate(blocks, initial=0)]

    def stems(self, term: str) -> list[str]:
        """Give the stems under which a term's forms are filed, that of the first stemmer first."""
        found = [stem(term, stemmer) for stemmer in self.stemmers]
        return list(dict.fromkeys([*found, term] if self.meta["plain"] or not found else found))

    def _shard(self, kind: str, key: str) -> list[dict[str, Any]]:
        shard: list[dict[str, Any]] = self.shelf.take(f"{kind}/{hashed(key) % self.meta['shards'][kind]}")
        return shard

    def _written(self, kind: str, value: Any) -> Any:  # noqa: ANN401 - what was kept, or the number of its file
        """Read what has a file of its own."""
        return self.shelf.take(f"{kind}/own-{value}") if isinstance(value, int) else value

    def word(self, term: str) -> tuple[Hits, list[str]]:
        """Find a word in all its forms, and give the forms."""
        hits: Hits = {}
        forms: list[str] = []
        for key in self.stems(term):
            listed = self._shard("t", key)[0].get(key, [])
            for form, value in zip(listed[::2], listed[1::2], strict=True):
                forms.append(form)
                join(hits, postings(self._written("t", value)))
        return hits, sorted(set(forms))

    def exact(self, term: str) -> Hits:
        """Find a word in this form only."""
        hits: Hits = {}
        for key in self.stems(term):
            listed = self._shard("t", key)[0].get(key, [])
            for form, value in zip(listed[::2], listed[1::2], strict=True):
                if form == term:
                    join(hits, postings(self._written("t", value)))
        return hits

    def accented(self, term: str, surface: str) -> Hits:
        """Find a word with its accents."""
        hits: Hits = {}
        listed = _slot(self._shard("t", self.stems(term)[0]), 3).get(surface)
        if listed is not None:
            join(hits, postings(self._written("t", listed)))
        return hits

    def compounds(self, first: str) -> dict[str, str]:
        """Give the compounds whose first word is a term, by their words apart."""
        return _slot(self._shard("t", self.stems(first)[0]), 4)

    def phrase(self, terms: Sequence[str]) -> Hits:
        """Find terms that follow one another."""
        if len(terms) == 1:
            return self.exact(terms[0])
        run = " ".join(terms)
        if len(terms) <= 3 and (listed := _slot(self._shard("n", run), 1).get(run)) is not None:
            hits: Hits = {}
            join(hits, postings(self._written("n", listed)))
            return hits
        return self._positioned(terms)

    def _positioned(self, terms: Sequence[str]) -> Hits:
        """Find a phrase by positions: those of its terms, or of pairs where a term is frequent."""
        found: set[int] | None = None
        for offset, run in self.cover(terms):
            listed = _slot(self._shard("p", run), 1).get(run)
            here = ungapped(self._written("p", listed)) if listed is not None else []
            begun = {position - offset for position in here}
            found = begun if found is None else found & begun
            if not found:
                return {}
        groups = groupby(sorted(found or ()), key=lambda position: self.unit_of_block[position // BLOCK])
        return {unit: Hit(*densest([at - self.bases[unit] for at in starts])) for unit, starts in groups}

    def cover(self, terms: Sequence[str]) -> list[tuple[int, str]]:
        """Give the runs whose positions tell a phrase, each with its place in it."""
        pairs = set()
        for at in range(len(terms) - 1):
            if terms[at] in self.frequent or terms[at + 1] in self.frequent:
                pairs.add(at)
        covered = pairs | {at + 1 for at in pairs}
        single = [(at, term) for at, term in enumerate(terms) if at not in covered]
        return single + [(at, f"{terms[at]} {terms[at + 1]}") for at in sorted(pairs)]

    def names(self, first: str) -> dict[str, str]:
        """Give the entries that a form beginning with a term names, by the form."""
        return _slot(self._shard("t", self.stems(first)[0]), 1)

    def entry(self, id: str) -> Described:
        written, name, address, *forms = self._written("t", _slot(self._shard("t", f"@{id}"), 2)[id])
        hits: Hits = {}
        join(hits, postings(written))
        return Described(hits, name, address, forms)

    def document(self, id: str) -> Known | None:
        """Give what is known of a document; None if there is no such document."""
        found = _slot(self._shard("t", f"#{id}"), 2).get(f"#{id}")
        return Known(*found) if found else None

    def words(self, letter: str) -> list[tuple[str, int]]:
        """Give the words that begin with a letter, and the power of two of their frequency."""
        if ord(letter) not in self.meta["letters"]:
            return []
        return list(read_vocabulary(self.shelf.take(f"v/{ord(letter)}")))

    def facet(self, name: str) -> dict[str, list[int]]:
        """Give the units of each value of a facet."""
        return {value: ungapped(written) for value, written in self.shelf.take(f"f/{name}").items()}

    def text(self, unit: int, block: int) -> Text:
        return Text(*self.shelf.take(text_name(unit, block)))


def join(hits: Hits, found: Iterable[Posting]) -> None:
    """Add postings to what is known of the same units; the block is that of the most frequent."""
    for unit, frequency, named, block in found:
        known = hits.get(unit)
        if known is None:
            hits[unit] = Hit(frequency, named, block)
        else:
            most = block if frequency > known.frequency else known.block
            hits[unit] = Hit(known.frequency + frequency, named or known.named, most)


def _slot(shard: list[dict[str, Any]], slot: int) -> dict[str, Any]:
    return shard[slot] if slot < len(shard) else {}
