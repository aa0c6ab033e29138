"""Writing the index: one unit after another, then what is known once all are counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from archivist.search.coding import gaps, length_code, number
from archivist.search.counting import Column, Counted, described, pieces
from archivist.search.expansions import SpeltOut
from archivist.search.files import IndexFolder
from archivist.search.runs import as_postings, frequent_terms, place_runs, place_terms, run_terms
from archivist.search.shards import Kept, Shards
from archivist.search.small_words import asking_words, small_words
from archivist.search.stems import stem, stemmer_of
from archivist.search.terms import fold, terms
from archivist.search.units import FACETS
from archivist.search.words import suggestions, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from archivist.search.counting import Piece
    from archivist.search.units import Collection, Named, Unit

VERSION = 7  # of the format; the engine refuses another one
_COMMON_TERMS, _COMMON = 100, 0.8  # as many words, which such a share of units has, are passed over in questions
_FEW = 50  # units: of fewer, a word that most have can be what a question is about
_UNDATED = "9999-99-99"
_SURFACES = 40  # forms of an entry that are taken from the texts


def write_index(root: Path, units: Iterable[Unit], collection: Collection, *, state: Mapping[str, str]) -> str:
    """Write the index of units, which come by date, and give the name of its folder.

    `state` goes into `search/current.js`: of what and when the index is.

    The texts are read once and not kept: memory grows with the number of different words and of postings.
    """
    folder = IndexFolder(root)
    writer = _Writer(folder, collection)
    for unit in units:
        writer.add(unit)
    folder.write("meta", writer.finish())
    return folder.close({"version": VERSION, **state})


class _Writer:
    def __init__(self, folder: IndexFolder, collection: Collection) -> None:
        self.folder = folder
        self.shards = Shards(folder)
        self.collection = collection
        self.counted = Counted()
        self.entries = Column()
        self.numbers = {entry.id: number for number, entry in enumerate(collection.entries)}
        self.surfaces: defaultdict[str, Counter[str]] = defaultdict(Counter)  # as the texts name entries
        self.spelt_out = SpeltOut([entry.spelt_out for entry in collection.entries])
        self.facets: dict[str, defaultdict[str, list[int]]] = {name: defaultdict(list) for name in FACETS}
        self.titles: list[tuple[str, str]] = []
        self.documents: dict[str, list[str | int]] = {}  # title, page, digest, paragraphs and code points, by id
        self.dated = 0
        self.languages: set[str] = set()

    def add(self, unit: Unit) -> None:
        index = len(self.titles)
        laid = list(pieces(unit.passages))
        self.counted.add(unit, laid, stemmer_of(unit.language))
        self._add_entries(index, unit, laid)
        for name, values in unit.facets.items():
            for value in sorted(set(values)):
                self.facets[name][value].append(index)
        self._write_text(index, unit, laid)
        self.languages.add(unit.language)
        self.titles.append((unit.title, unit.address))
        about = (unit.heading or unit.title, unit.address.partition("#")[0], unit.digest, *unit.size)
        self.documents[unit.document] = list(about)
        self.dated += unit.day != _UNDATED

    def _add_entries(self, index: int, unit: Unit, laid: list[Piece]) -> None:
        start = {piece.passage.number: piece.start for piece in reversed(laid)}
        found: dict[int, list[int]] = {}
        for id, mentions in unit.mentioned.items():
            found[self.numbers[id]] = [start[mention.paragraph] for mention in mentions]
            self.surfaces[id].update(mention.words for mention in mentions if mention.words)
        for piece in laid:
            for entry, position in self.spelt_out.find(piece):
                found.setdefault(entry, []).append(position)
        self.entries.add(index, ((entry, described(sorted(found[entry]))) for entry in sorted(found)))

    def _write_text(self, index: int, unit: Unit, laid: list[Piece]) -> None:
        about = [
            unit.document,
            unit.digest,
            unit.address,
            unit.title,
            unit.heading,
            unit.date,
            unit.type,
            unit.language,
        ]
        blocks: defaultdict[int, list[list[Any]]] = defaultdict(list)
        for piece in laid:
            blocks[piece.block].append([piece.passage.number, piece.passage.text, *piece.passage.notes])
        for block in sorted(blocks) or [1]:
            self.folder.write(text_name(index, block), [*about, blocks[block]])

    def finish(self) -> dict[str, Any]:
        """Write all but the texts, and give what every query needs."""
        counted = self.counted
        names = [term for term, _ in sorted(counted.ids.items(), key=lambda pair: pair[1])]
        frequencies = {names[key]: count for key, count in counted.units.items()}
        entries = [self._with_surfaces(entry) for entry in self.collection.entries]
        stemmers = sorted(name for name in counted.postings if name)
        words = dict(vocabulary(frequencies, units=len(self.titles)))
        for letter, written in words.items():
            self.folder.write(f"v/{ord(letter)}", written)
        terms_ = self._terms(names, entries, main=stemmers[0] if stemmers else "")
        shards = {"t": self.shards.write("t", terms_), "s": self.shards.write("s", suggestions(entries, self.titles))}
        frequent = frequent_terms(counted)
        places = place_terms(counted, frequent)
        runs = place_runs(counted, places)
        shards["n"] = self.shards.write("n", _named(((key, as_postings(runs[key], counted)) for key in runs), names))
        shards["p"] = self.shards.write("p", _named(((key, gaps(found)) for key, found in places.items()), names))
        return {
            "version": VERSION,
            "code": self.collection.code,
            "words": sorted(filter(str.isalpha, self.documents)),
            "units": len(self.titles),
            "dated": self.dated,
            "average": round(sum(counted.lengths) / max(1, len(counted.lengths)), 3) or 1,
            "lengths": "".join(map(length_code, counted.lengths)),
            "blocks": "".join(map(number, counted.blocks)),
            "stemmers": stemmers,
            "plain": "" in counted.postings,
            "frequent": sorted(names[key] for key in frequent),
            "common": _common(frequencies, units=len(self.titles)),
            "small": sorted(small_words(self.languages) & frequencies.keys()),
            "asking": sorted(asking_words(self.languages)),
            "shards": shards,
            "letters": sorted(map(ord, words)),
            "facets": list(self._write_facets()),
        }

    def _with_surfaces(self, entry: Named) -> Named:
        """Add the commonest forms that texts have; of forms that come to the same terms the first is kept."""
        found = self.surfaces[entry.id]
        common = sorted(found, key=lambda form: (-found[form], form))[:_SURFACES]
        forms: dict[tuple[str, ...], str] = {}
        for form in (*entry.forms, *common):
            forms.setdefault(tuple(terms(form)), form)
        return entry._replace(forms=tuple(forms.values()))

    def _terms(self, names: list[str], entries: Sequence[Named], *, main: str) -> Iterator[Kept]:
        for stemmer in sorted(self.counted.postings):
            for key, written in self.counted.postings[stemmer].written.items():
                yield Kept(stem(names[key], stemmer), 0, names[key], written.decode())
        for form, id in sorted(_forms(entries).items()):
            yield Kept(stem(form.partition(" ")[0], main), 1, form, id)
        yield from self._variants(names, main)
        for id, about in self.documents.items():
            yield Kept(f"#{id}", 2, f"#{id}", about)
        for entry in entries:
            written = self.entries.written.get(self.numbers[entry.id], bytearray())
            about = [entry.name, entry.address, *entry.forms]
            yield Kept(f"@{entry.id}", 2, entry.id, [written.decode(), *about])

    def _variants(self, names: list[str], main: str) -> Iterator[Kept]:
        """Give words with their accents, and compounds that texts have in one word too, by their words apart."""
        counted = self.counted
        for surface, key in counted.surfaces.items():
            yield Kept(stem(fold(surface), main), 3, surface, counted.accented.written[key].decode())
        for apart, key in counted.compounds.items():
            if key in counted.totals:
                yield Kept(stem(apart.partition(" ")[0], main), 4, apart, names[key])

    def _write_facets(self) -> Iterator[list[Any]]:
        for name, values in self.facets.items():
            if values:
                size = self.folder.write(f"f/{name}", {value: gaps(values[value]) for value in sorted(values)})
                yield [name, FACETS[name], size]


def text_name(unit: int, block: int) -> str:
    """Name the file of a block of a unit's text."""
    return f"x/{unit >> 8}/{unit}-{block}"


def _named(written: Iterable[tuple[int, str]], names: list[str]) -> Iterator[Kept]:
    """Name runs by their terms."""
    for key, value in written:
        run = " ".join(names[term] for term in run_terms(key))
        yield Kept(run, 1, run, value)


def _forms(entries: Iterable[Named]) -> dict[str, str]:
    """Give the forms that name one entry, as terms; one that two entries share names neither."""
    found: dict[str, str | None] = {}
    for entry in entries:
        for form in {" ".join(terms(form)) for form in entry.forms}:
            found[form] = entry.id if found.get(form, entry.id) == entry.id else None
    return {form: entry for form, entry in found.items() if entry and form and not form.replace(" ", "").isdecimal()}


def _common(frequencies: dict[str, int], *, units: int) -> list[str]:
    """Give the words that nearly all texts have, where there are enough of these to tell."""
    if units < _FEW:
        return []
    common = [term for term, frequency in frequencies.items() if frequency > units * _COMMON]
    return sorted(sorted(common, key=lambda term: (-frequencies[term], term))[:_COMMON_TERMS])
