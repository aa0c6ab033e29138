"""A line in a clustered script as one marked content, each phrase in it with its text given once.

Three kinds of programs read the text. Those that take an ActualText as it is (poppler) need nothing more. Those that
order what is shown by its place on the line (PDFium) need one ActualText a phrase, since marks that are moved stand out
of order. MuPDF takes the glyphs' own texts as long as they agree with the ActualText, then what is left of it, then
once more what the glyphs at the end agree with: so a blank that disagrees is shown after a phrase whose glyphs do not
make up its text. It takes up no room.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf

from archivist.edition.glyphs import Glyph, in_clusters, is_right_to_left, is_spelt

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from archivist.edition.lines import Instruction, Line

_CLOSING = ("ET", "Q", "EMC")


class Blank(NamedTuple):
    """A font's space."""

    code: int
    width: Decimal  # thousandths of the font's size


class Edge(NamedTuple):
    """What begins before a glyph, and what ends after it."""

    text: str = ""  # of the ActualText that begins
    ends: bool = False  # an ActualText ends
    odd: bool = False  # its glyphs do not make up its text in their order


class Font(NamedTuple):
    """What is known of a font that draws clustered scripts."""

    known: Mapping[int, str]  # what each glyph stands for by itself
    blank: Blank | None
    marks: Container[int] = ()  # glyphs of Arabic that are parts of letters


def written(line: Line, font: Font) -> Iterator[Instruction]:
    """Write a line; what it looks like does not change."""
    writer = _Writer(font.blank)
    clusters = in_clusters(line.glyphs(), font.marks)
    edges = (edge for phrase in _phrases(clusters, font.known) for edge in _edges(phrase, font.known))
    yield from line.opening
    for item in line.items:
        if isinstance(item, Glyph):
            yield from writer.glyph(item, next(edges))
        elif isinstance(item, Decimal):
            writer.shown.append(item)
        else:
            yield from (*writer.drain(), item)
    yield from writer.drain()
    yield from map(_instruction, _CLOSING)


def _phrases(clusters: Iterable[Sequence[Glyph]], known: Mapping[int, str]) -> Iterator[Sequence[Sequence[Glyph]]]:
    """Part the clusters of a line at its blanks.

    A phrase whose glyphs do not make up its text is parted between two equal letters too, of which MuPDF would drop
    one. No others are: PDFium takes the end of a phrase for a blank there.
    """
    for phrase in _parted(clusters, _is_at_blank):
        spelt = all(is_spelt(cluster, known) for cluster in phrase)
        yield from (phrase,) if spelt else _parted(phrase, _is_between_equals)


def _parted(
    clusters: Iterable[Sequence[Glyph]], is_end: Callable[[str, str], bool]
) -> Iterator[Sequence[Sequence[Glyph]]]:
    """Part clusters where the text of one and that of the next say so."""
    phrase: list[Sequence[Glyph]] = []
    for cluster in clusters:
        if phrase and is_end(phrase[-1][0].text, cluster[0].text):
            yield phrase
            phrase = []
        phrase.append(cluster)
    if phrase:
        yield phrase


def _is_at_blank(last: str, following: str) -> bool:
    return bool(last) and (following.isspace() or last.isspace())


def _is_between_equals(last: str, following: str) -> bool:
    return bool(last) and last[-1] == following[:1]


def _edges(phrase: Sequence[Sequence[Glyph]], known: Mapping[int, str]) -> Iterator[Edge]:
    count = sum(map(len, phrase))
    text = "".join(_as_shown(cluster[0].text) for cluster in phrase)
    odd = not all(is_spelt(cluster, known) for cluster in phrase)
    if count == 1:  # Å may be drawn for A and a ring too
        yield Edge(text=text, ends=True, odd=True) if odd else Edge()
        return
    yield Edge(text=text)
    yield from [Edge()] * (count - 2)
    yield Edge(ends=True, odd=odd)


def _as_shown(text: str) -> str:
    """Give a cluster's text in the order of what is shown, which programs turn round where it is Arabic."""
    return text[::-1] if is_right_to_left(text) else text


class _Writer:
    """Collects what is shown, and writes it when something else stands between."""

    def __init__(self, blank: Blank | None) -> None:
        self.shown: list[Any] = []  # of the `TJ` to come
        self.blank = blank

    def glyph(self, glyph: Glyph, edge: Edge) -> Iterator[Instruction]:
        if edge.text:
            properties = pikepdf.Dictionary(ActualText=pikepdf.String(edge.text))
            yield from (*self.drain(), _instruction("BDC", pikepdf.Name.Span, properties))
        self.shown.append(_string(glyph.code))
        if edge.odd and self.blank and not is_right_to_left(glyph.text):
            self.shown += [self.blank.width, _string(self.blank.code)]
        if edge.ends:
            yield from (*self.drain(), _instruction("EMC"))

    def drain(self) -> Iterator[Instruction]:
        if self.shown:
            yield _instruction("TJ", pikepdf.Array(self.shown))
            self.shown = []


def _string(code: int) -> pikepdf.String:
    return pikepdf.String(code.to_bytes(2, "big"))


def _instruction(operator: str, *operands: Any) -> Instruction:  # noqa: ANN401 - what pikepdf takes
    return pikepdf.ContentStreamInstruction(list(operands), pikepdf.Operator(operator))
