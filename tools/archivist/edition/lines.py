"""The lines of a page of the PDF that are set in fonts of clustered scripts.

Typst parts a line wherever a mark stands higher or lower than the letters. Each piece is a marked content of its own:
`/Span <</MCID 4>> BDC q 1 0 0 -1 x y cm … BT … Tm … TJ ET Q EMC`. Here the pieces of a line become one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pikepdf

from archivist.edition.glyphs import Glyph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from archivist.edition.glyphs import FontId, Unicode

    Instruction = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage
    Item = Glyph | Decimal | Instruction  # a Decimal moves the next glyph, as in a `TJ` array

_UPRIGHT = (1, 0, 0, -1)  # the linear part of Typst's matrices, where nothing is scaled or turned
_SAME_LINE = 0.8  # of the font's size: marks are moved by less, lines lie further apart


@dataclass
class Content:
    """A marked content of a page, or what stands between two of them."""

    mcid: int | None = None
    instructions: list[Instruction] = field(default_factory=list)
    fonts: set[FontId] = field(default_factory=set)

    @property
    def origin(self) -> tuple[Decimal, Decimal] | None:
        """The point that the text is placed from, in points; None where it is not placed as Typst places text."""
        matrices = [operands_of(one) for one in self.instructions if str(one.operator) == "cm"]
        if len(matrices) != 1 or tuple(matrices[0][:4]) != _UPRIGHT:
            return None
        return Decimal(matrices[0][4]), Decimal(matrices[0][5])

    @property
    def colour(self) -> list[list[Any]]:
        """What sets its colour, as operands (ISO 32000-2, 8.6.8)."""
        return [operands_of(one) for one in self.instructions if str(one.operator) in ("cs", "scn")]

    @property
    def size(self) -> Decimal:
        """The size of its largest font, in points."""
        return max(Decimal(operands_of(one)[1]) for one in self.instructions if str(one.operator) == "Tf")


@dataclass(frozen=True)
class Line:
    """The text of a line, or of what stands on it in one font."""

    font: FontId
    mcids: tuple[int, ...]
    opening: Sequence[Instruction]  # up to and with `BT`
    before: Sequence[Instruction]  # all, as they stand in the file
    items: Sequence[Item]

    def glyphs(self) -> Iterator[Glyph]:
        return (item for item in self.items if isinstance(item, Glyph))


def read_lines(
    page: pikepdf.Page, fonts: Mapping[FontId, Unicode], elements: Sequence[Any]
) -> Iterator[Line | Sequence[Instruction]]:
    """Give the lines of a page in these fonts, and the instructions between them, in their order.

    `fonts`: the maps of the fonts. `elements`: the structure element of each marked content of the page.
    """
    for run in _runs(_contents(page), fonts.keys(), elements):
        only = next(iter(run[0].fonts)) if len(run[0].fonts) == 1 else None
        if only is not None and only in fonts and run[0].origin is not None:
            yield _line(run, only, fonts[only])
        else:
            yield from (content.instructions for content in run)


def named_fonts(page: pikepdf.Page) -> dict[str, FontId]:
    """Give the objects of a page's fonts by their names on the page."""
    resources = page.obj.get("/Resources")
    fonts = None if resources is None else resources.get("/Font")
    return {} if fonts is None else {name: font.objgen for name, font in fonts.items()}


def operands_of(instruction: Instruction) -> list[Any]:
    return list(instruction.operands)


def _contents(page: pikepdf.Page) -> list[Content]:
    fonts = named_fonts(page)
    contents, depth = [Content()], 0
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator in ("BDC", "BMC"):
            if depth == 0:
                contents.append(Content(_mcid(instruction)))
            depth += 1
        contents[-1].instructions.append(instruction)
        if operator == "Tf":
            contents[-1].fonts.add(fonts[str(instruction.operands[0])])
        elif operator == "EMC":
            depth -= 1
            if depth == 0:
                contents.append(Content())
    return [content for content in contents if content.instructions]


def _mcid(instruction: Instruction) -> int | None:
    found = _property(instruction, "/MCID")
    return None if found is None else int(found)


def _property(instruction: Instruction, name: str) -> Any:  # noqa: ANN401 - what pikepdf gives
    """Give a property of the marked content that an instruction begins; None where it has none of that name."""
    properties = operands_of(instruction)[-1]
    return properties.get(name) if isinstance(properties, pikepdf.Dictionary) else None


def _runs(contents: Iterable[Content], fonts: Iterable[FontId], elements: Sequence[Any]) -> Iterator[list[Content]]:
    """Join the contents that are pieces of one line; all others stay alone."""
    run: list[Content] = []
    for content in contents:
        if run and run[0].fonts == content.fonts and content.fonts <= set(fonts) and _joined(run[0], content, elements):
            run.append(content)
            continue
        if run:
            yield run
        run = [content]
    if run:
        yield run


def _joined(one: Content, other: Content, elements: Sequence[Any]) -> bool:
    """Tell whether two contents in the same font stand on one line of one structure element."""
    if one.mcid is None or other.mcid is None or one.origin is None or other.origin is None:
        return False
    near = abs(one.origin[1] - other.origin[1]) < Decimal(_SAME_LINE) * one.size
    return bool(near and one.colour == other.colour and elements[one.mcid].objgen == elements[other.mcid].objgen)


def _line(run: Sequence[Content], font: FontId, unicode: Unicode) -> Line:
    first = [str(one.operator) for one in run[0].instructions].index("BT")
    items = [item for content in run for item in _items(content, run[0].origin or (Decimal(), Decimal()), unicode)]
    mcids = tuple(content.mcid for content in run if content.mcid is not None)
    before = [instruction for content in run for instruction in content.instructions]
    return Line(font, mcids, run[0].instructions[: first + 1], before, items)


def _items(content: Content, start: tuple[Decimal, Decimal], unicode: Unicode) -> Iterator[Item]:
    """Give what a content draws, placed from another point than its own."""
    x, y = content.origin or start
    actual: list[str | None] = []  # of the marked contents that are open
    for instruction in content.instructions:
        operator, operands = str(instruction.operator), operands_of(instruction)
        if operator in ("BDC", "BMC"):
            text = _property(instruction, "/ActualText")
            actual.append(None if text is None else str(text))
        elif operator == "EMC":
            actual.pop()
        elif operator == "Tm":
            moved = [*operands[:4], Decimal(operands[4]) + x - start[0], Decimal(operands[5]) + start[1] - y]
            yield pikepdf.ContentStreamInstruction(moved, pikepdf.Operator("Tm"))
        elif operator in ("Tf", "Tr"):
            yield instruction
        elif operator in ("Tj", "TJ"):
            yield from _shown(operands[0], unicode, next((text for text in actual if text is not None), None))


def _shown(operand: Any, unicode: Unicode, actual: str | None) -> Iterator[Item]:  # noqa: ANN401 - what pikepdf gives
    """Give the glyphs and moves of a `Tj` or `TJ`: two bytes a glyph."""
    items: list[Any] = list(operand) if isinstance(operand, pikepdf.Array) else [operand]
    for item in items:
        if isinstance(item, pikepdf.String):
            pairs = bytes(item)
            codes = (int.from_bytes(pairs[at : at + 2], "big") for at in range(0, len(pairs), 2))
            yield from (Glyph(code, unicode.get(code, "") if actual is None else actual) for code in codes)
        else:
            yield Decimal(item)
