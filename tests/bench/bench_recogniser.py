"""Measure the recogniser: speed by number of forms, by length of text, on one long line, and on hostile input.

Run as a script: `python tests/bench/bench_recogniser.py [--quick]`. Prints a table; processor time of one core.
"Dense" is the archive's own sources, joined and repeated, and "plain" the same thinned by sentences without mentions.
"The sources" are read one by one, as a build reads them, and "the texts of the tests" are all different.
"""

from __future__ import annotations

import re
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from archivist.glossary import Glossary, collect, load
from archivist.model import Entry
from archivist.recognise import Recogniser

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parent.parent.parent
ENTRIES = 2_000
FORMS = (200, 2_000, 20_000)
MEGABYTE = 1_000_000
# Words from which names are made that no text holds, but that begin as names in the texts do.
BEGINNINGS = "National Social ASEAN International Convention General Asian Nepal Labour Declaration".split()
MARKS = re.compile(r"⟦(?:[^⟦⟧|]*\|)?|⟧")
KINDS = ("organisation", "ilo", "asean", "acronym")


class Figure(NamedTuple):
    """One measured run."""

    name: str
    size: int  # bytes of UTF-8
    seconds: float
    mentions: int

    @property
    def speed(self) -> float:
        """Megabytes a second."""
        return self.size / self.seconds / MEGABYTE

    @property
    def density(self) -> float:
        """Mentions a kilobyte."""
        return self.mentions / self.size * 1000


def sources() -> list[str]:
    """Give the archive's own sources."""
    return [path.read_bytes().decode() for path in sorted((PROJECT / "tests" / "gold").glob("*.txt"))]


def texts_of_tests() -> list[str]:
    """Give the texts that the recogniser is tested with, without the marks that say what is to be found."""
    folder = PROJECT / "tests" / "recognise"
    paths = [path for name in ("texts", "unseen") for path in sorted((folder / name).glob("*.txt"))]
    return [MARKS.sub("", path.read_bytes().decode()) for path in paths]


def sample(size: int, *, dense: bool = True) -> str:
    """Give about `size` bytes of the annotated texts, repeated; without `dense`, thinned by plain sentences."""
    text = "\n\n".join(sources())
    if not dense:
        filler = "The participants spoke at length about what they had seen in the villages, and agreed to meet again. "
        text = "\n".join(line + "\n" + filler * (1 + len(line) // 60) for line in text.split("\n") if line.strip())
    return text * (1 + size // len(text.encode()))


def glossary_of(forms: int) -> Glossary:
    """Give the project's glossary, cut or filled up to a number of forms."""
    entries: list[Entry] = []
    have = 0
    for entry in sorted(load(PROJECT / "source" / "glossary").entries.values(), key=lambda one: one.id[::-1]):
        if have < forms and not entry.stands_for:
            entries.append(entry)
            have += 1 + len(entry.forms)
    entries += (_made_up(number) for number in range(forms - have))
    return collect(entries)


def glossary_with(entries: int) -> Glossary:
    """Give the project's whole glossary, filled up to a number of entries that have several forms each, as its own."""
    own = tuple(load(PROJECT / "source" / "glossary").entries.values())
    more = (_made_up(number) for number in range(entries - len(own)))
    return collect([*own, *(replace(one, forms=(f"{one.name} of Asia", f"the {one.name}, 2000")) for one in more)])


def _made_up(number: int) -> Entry:
    kind = KINDS[number % len(KINDS)]
    name = f"{BEGINNINGS[number % len(BEGINNINGS)]} Council of Matter {number} and Form {number * 7}"
    spelling = f"Q{number:X}X" if kind == "acronym" else name
    return Entry(f"made-up-{number}", kind, spelling, verified=False, adopted="2000")


def hostile() -> Iterator[tuple[str, str]]:
    """Give texts that punish patterns which go back over what they have read."""
    n = 20_000
    yield "openings", "<!-- {{ {% <a ](  " * n
    yield "brackets", "(" * 200_000
    yield "capitals", "ABC-" * 50_000
    yield "one word", "A" * MEGABYTE
    yield "numbers", "Conventions Nos. " + "87, 98 and " * n
    yield "no numbers", "Convention on " * n
    yield "title words", "ASEAN Declaration on the Protection of " * n
    yield "items of a list", "Social Protection, the " * n
    yield "long words", " ".join(f"the {word} was" for word in _long_words(n))
    yield "years", "ILO Convention 102, 1952 (1952) [1952] " * n
    yield "expansions", "(A) " * 50_000 + "Aa Bb Cc (ABC) " * 10_000
    yield "distinct", " ".join(f"Q{number:X}Z" for number in range(60_000))
    yield "blanks", "ILO" + " " * 300_000 + "Convention 102" + "\n" * 300_000
    for name, blank in (("spaces", " "), ("tabs", "\t"), ("no-break spaces", "\xa0"), ("line ends", "\n")):
        yield f"{name} before a code", blank * 300_000 + "C189"
        yield f"{name} after a title's type", "ILO Konvensi" + blank * 300_000 + "No. 189"
        yield f"{name} in a bracket", "(" + blank * 300_000 + "Mnet"
    yield "codes", "C1 " * 100_000
    yield "letters in brackets", "(ABC) " * 50_000
    yield "style rules", ("{" + "a" * 1_999 + "}") * 150
    yield "dots", "A." * 200_000
    yield "paths", "a/b" * 200_000 + " ILO"


def _long_words(count: int) -> Iterator[str]:
    """Give different words in capitals, long ones that can be spoken."""
    syllables = "BA DE FI GO LU MA NE RI SO TU".split()
    for number in range(count):
        yield "".join(syllables[int(digit)] for digit in f"{number:05}")


def measure(name: str, recogniser: Recogniser, *texts: str, runs: int) -> Figure:
    """Time texts, the best of some runs, after one that warms up."""
    recogniser.mentions(texts[0][:100_000])
    best, count = float("inf"), 0
    for _ in range(runs):
        start = time.process_time()
        count = sum(len(recogniser.mentions(text)) for text in texts)
        best = min(best, time.process_time() - start)
    return Figure(name, sum(len(text.encode()) for text in texts), max(best, 1e-9), count)


def figures(*, quick: bool = False) -> Iterator[Figure]:
    """Give all measurements, one by one."""
    size, runs = (MEGABYTE // 4, 1) if quick else (MEGABYTE, 3)
    whole = Recogniser(glossary_with(ENTRIES))
    for dense in (True, False):
        name = f"{ENTRIES:,} entries, {'dense' if dense else 'plain'} text"
        yield measure(name, whole, sample(size, dense=dense), runs=runs)
    for forms in FORMS:
        recogniser = Recogniser(glossary_of(forms))
        for dense in (True, False):
            name = f"{forms:,} forms, {'dense' if dense else 'plain'} text"
            yield measure(name, recogniser, sample(size, dense=dense), runs=runs)
    own = Recogniser(load(PROJECT / "source" / "glossary"))
    yield measure("own glossary, the sources", own, *sources() * (size // 30_000), runs=runs)
    yield measure("own glossary, the texts of the tests", own, *texts_of_tests(), runs=runs)
    for factor in (1, 4):
        yield measure(f"own glossary, {factor} times the text", own, sample(size * factor), runs=runs)
    yield measure("own glossary, one line", own, " ".join(sample(size).split()), runs=runs)
    for name, text in hostile():
        yield measure(f"hostile: {name}", own, text, runs=1)


def main() -> None:
    print(f"{'input':<40} {'MB':>7} {'seconds':>9} {'MB/s':>7} {'mentions':>9} {'a kB':>6}", flush=True)
    for figure in figures(quick="--quick" in sys.argv):
        size = figure.size / MEGABYTE
        row = f"{figure.name:<40} {size:>7.2f} {figure.seconds:>9.3f} {figure.speed:>7.2f}"
        print(f"{row} {figure.mentions:>9} {figure.density:>6.1f}", flush=True)


if __name__ == "__main__":
    main()
