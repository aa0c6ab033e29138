"""What a reader copies out of the PDF is what the source says, where several glyphs make up a cluster too.

That is so in the scripts of South and South-East Asia, in Arabic, whose dots are glyphs of their own, and where a
letter has a mark and Unicode no single character for both.

Typst 0.15 gives each glyph of a cluster the text of the whole cluster, so that programs copy clusters several times.
Here each glyph gets what it stands for by itself, in its font's map, and each phrase gets its text as an ActualText
(ISO 32000-2, 14.9.4). May go when krilla does so itself (its issues 411 and 425).
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pikepdf

from archivist.edition.glyphs import Cluster, Glyph, alike, in_clusters, learn, marks_of, read_unicode, rewritten
from archivist.edition.lines import Line, named_fonts, read_lines
from archivist.edition.phrases import Blank, Font, written

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from archivist.edition.glyphs import FontId, Unicode
    from archivist.edition.lines import Instruction

CLUSTERED = re.compile(
    "[\u0600-\u06ff\u0750-\u077f\u0900-\u09ff\u0b80-\u0bff\u0c00-\u0c7f"
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\ua9e0-\ua9ff\uaa60-\uaa7f]"
)


# Marks after letters of other scripts: a font that draws them is mended only on the lines that have such clusters.
_MARKED = re.compile("[^\u0300-\u036f][\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")


# The text that Typst gives a hyphen with the sign after it that `ink.py` puts there, in hexadecimal UTF-16: as an
# ActualText, or in the font's map if all hyphens before it have the sign too.
_KEPT = re.compile(rb"(?<=<)((?:FEFF)?(?:002D|2010))2063(?=>)", re.IGNORECASE)


def give_text_once(document: pikepdf.Pdf) -> None:
    """Mend the fonts of clustered scripts and the pages that use them; all others stay as they are."""
    maps = _clustered_fonts(document)
    if not maps:
        return
    pages = [page for page in document.pages if not maps.keys().isdisjoint(named_fonts(page).values())]
    elements = _elements_by_page(document)
    groups: Counter[Cluster] = Counter()
    for page in pages:
        for line in read_lines(page, maps, elements[_key(page)]):
            groups.update(_groups(line) if isinstance(line, Line) else ())
    marks = marks_of(groups)
    known = learn(_settled(_clusters(groups, marks), maps))
    fonts = {
        id_: Font(known[id_], _blank(document.get_object(id_), unicode), marks.get(id_, ()))
        for id_, unicode in maps.items()
    }
    for page in pages:
        instructions = list(_mended(page, maps, elements[_key(page)], fonts))
        page.obj["/Contents"] = document.make_stream(pikepdf.unparse_content_stream(instructions))
    for id_ in maps:
        table = document.get_object(id_).ToUnicode
        table.write(rewritten(table.read_bytes(), _mended_map(maps[id_], known[id_])))


def keep_hyphens(document: pikepdf.Pdf) -> None:
    """Let a no-break space follow each hyphen that ends a line of a source.

    Poppler drops one that is the last character; PDFium makes U+0002 of one that follows a letter, though there be
    spaces after it.
    """
    fonts = sorted({font for page in document.pages for font in named_fonts(page).values()})
    maps = [document.get_object(font).ToUnicode for font in fonts]
    for stream in (*(page.obj["/Contents"] for page in document.pages), *maps):
        content = stream.read_bytes()
        kept = _KEPT.sub(rb"\g<1>00A0", content)
        if kept != content:
            stream.write(kept)


def _clustered_fonts(document: pikepdf.Pdf) -> dict[FontId, Unicode]:
    """Give the maps of the fonts that draw clustered scripts, or letters with marks."""
    ids = sorted({font for page in document.pages for font in named_fonts(page).values()})
    maps = {font: read_unicode(document.get_object(font)) for font in ids}
    return {font: unicode for font, unicode in maps.items() if _is_clustered(unicode) or _has_marks(unicode)}


def _is_clustered(unicode: Unicode) -> bool:
    return CLUSTERED.search("".join(unicode.values())) is not None


def _has_marks(unicode: Unicode) -> bool:
    return any(map(_MARKED.match, unicode.values()))


def _mended_map(unicode: Unicode, known: Unicode) -> Unicode:
    """Give the texts to put into a font's map; of one that draws no clustered script, only those of marked letters."""
    if _is_clustered(unicode):
        return known
    return {code: text for code, text in known.items() if _MARKED.match(unicode.get(code, ""))}


def _elements_by_page(document: pikepdf.Pdf) -> dict[int, Any]:
    """Read the parent tree: by a page's key, the structure element of each marked content (ISO 32000-2, 14.7.5.4)."""
    tree = document.Root.StructTreeRoot.ParentTree
    numbers = list(tree.get("/Nums", []))
    for kid in tree.get("/Kids", []):
        numbers += list(kid.Nums)
    return dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))


def _key(page: pikepdf.Page) -> int:
    return int(page.obj["/StructParents"])


def _groups(line: Line) -> Iterator[Cluster]:
    """Give neighbours with the same text, which may be several clusters."""
    for group in alike(line.glyphs()):
        yield Cluster(line.font, tuple(glyph.code for glyph in group), group[0].text)


def _clusters(groups: Counter[Cluster], marks: Mapping[FontId, Container[int]]) -> Counter[Cluster]:
    """Count the clusters in groups of them."""
    found: Counter[Cluster] = Counter()
    for group, count in groups.items():
        glyphs = (Glyph(code, group.text) for code in group.codes)
        for cluster in in_clusters(glyphs, marks.get(group.font, ())):
            found[group._replace(codes=tuple(glyph.code for glyph in cluster))] += count
    return found


def _settled(found: Counter[Cluster], maps: Mapping[FontId, Unicode]) -> Counter[Cluster]:
    """Leave out what else a glyph stands for that stands by itself for the text that the map gives it.

    Typst gives "e" with U+0301 and U+00E9 one glyph, in the map what came first, and an ActualText to the other: if the
    map were to give the other, the first would be copied so.
    """
    single = {one for one in found if len(one.codes) == 1}
    own = {one for one in single if maps[one.font][one.codes[0]] == one.text}
    settled = {(one.font, one.codes) for one in own}
    others = {one for one in single - own if (one.font, one.codes) in settled}
    return Counter({one: count for one, count in found.items() if one not in others})


def _blank(font: pikepdf.Object, unicode: Unicode) -> Blank | None:
    """Give a font's space and its width; None where the file holds no space of it (ISO 32000-2, 9.7.4.3)."""
    code = next((code for code, text in unicode.items() if text.isspace()), None)
    if code is None:
        return None
    widths: list[Any] = list(font.DescendantFonts[0].W)
    return next((Blank(code, Decimal(width)) for first, last, width in _widths(widths) if first <= code <= last), None)


def _widths(entries: list[Any]) -> Iterator[tuple[int, int, Any]]:
    """Give the widths of a composite font: the first and the last code that they are of, and the width."""
    while entries:
        first, second, *rest = entries
        if isinstance(second, pikepdf.Array):
            yield from ((first + at, first + at, width) for at, width in enumerate(second))
            entries = rest
        else:
            yield first, second, rest[0]
            entries = rest[1:]


def _mended(
    page: pikepdf.Page,
    maps: Mapping[FontId, Unicode],
    elements: Any,  # noqa: ANN401 - an array of the file
    fonts: Mapping[FontId, Font],
) -> Iterator[Instruction]:
    for line in read_lines(page, maps, elements):
        if isinstance(line, Line) and not _is_plain(line, maps[line.font]):
            _forget(line, elements)
            yield from written(line, fonts[line.font])
        else:
            yield from line.before if isinstance(line, Line) else line


def _is_plain(line: Line, unicode: Unicode) -> bool:
    """Tell whether a line can stay as it is: no clustered script, and no letter that has its mark from a glyph."""
    return not _is_clustered(unicode) and all(
        len(cluster) == 1 or not _MARKED.match(cluster[0].text) for cluster in in_clusters(line.glyphs(), ())
    )


def _forget(line: Line, elements: Any) -> None:  # noqa: ANN401 - an array of the file
    """Take the marked contents that were joined to the line's first one out of the structure tree."""
    for mcid in line.mcids[1:]:
        element = elements[mcid]
        kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
        element.K = pikepdf.Array([kid for kid in kids if not _is_content(kid, mcid)])
        elements[mcid] = None


def _is_content(kid: Any, mcid: int) -> bool:  # noqa: ANN401 - a number, a reference to a marked content, or an element
    if isinstance(kid, pikepdf.Dictionary):
        return kid.get("/Type") == "/MCR" and kid["/MCID"] == mcid
    return bool(kid == mcid)
