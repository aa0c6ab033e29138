"""How the edition was made, as Typst code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.edition.ink import literal
from archivist.edition.lists import fixity_code, score_line, scorecard_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.edition.ink import Ink
    from archivist.edition.volume import Volume

_PLAIN = "Fixity manifest, colophon"
_MADE = (
    (
        "Set in Libertinus Serif; Thai, Lao, Khmer, Burmese, Devanagari, Bengali, Tamil, Telugu and Arabic letters in "
        "Noto Sans; Chinese, Japanese, Korean in Noto Sans CJK; identifiers and digests in DejaVu Sans Mono; rare "
        "letters and signs in New Computer Modern and DejaVu; Hebrew in Libertinus. A script that none of these has, "
        "as Sinhala or Gujarati, is shown by its code points. The fonts are embedded; their licences let them be."
    ),
    "The file is PDF/A-3a (ISO 19005-3) for keeping and PDF/UA-1 (ISO 14289-1) for readers with screen readers.",
    (
        "Programs copy every letter as the source has it, in the scripts of South and South-East Asia and with any "
        "marks on letters too. Blanks are another matter: where a line ends in a script that writes words without "
        "blanks between them, its end is copied as one; and in the scripts of South and South-East Asia some programs "
        "add or lose blanks within lines. Words in Hebrew and Arabic letters some programs give in another order, or "
        "with marks of direction. The exact text lies in the attached original."
    ),
)
_CARRIED = (
    "The file carries the archive it was made from: originals, records, glossary, editors’ pages, bibliography and "
    "settings, byte by byte. Any program that shows attachments can save them, and “archivist restore” makes the "
    "archive of them again. edition.json lists each with its digest. The log of audits is not among them."
)
_WITHHELD = "What the records withhold is not among them either."
_OF_ALL = "Each volume carries a part; the archive comes out of all volumes together."
_CARRIED_ALONE = "The file carries the document’s folder of the archive, byte by byte, in its attachments."


def closing_code(volume: Volume, *, ink: Ink, scripts: Iterable[str]) -> str:
    """Write what ends a volume, one after the other: scorecard, digests, colophon; an offprint has no scorecard."""
    scorecard = "" if volume.alone else scorecard_code(volume)
    code = f"{scorecard}{fixity_code(volume, ink=ink)}{colophon_code(volume, ink=ink, scripts=scripts)}"
    first, running = ("scorecard", "Scorecard, fixity manifest, colophon") if scorecard else ("fixity", _PLAIN)
    return f"closing({literal(first)}, {literal(running)}, {{\n{code}}});\n"


def colophon_code(volume: Volume, *, ink: Ink, scripts: Iterable[str]) -> str:
    """Write with what the edition was made, in what form, and what it carries; `scripts`: whose blanks it needs."""
    sentences = (*_MADE, " ".join(_carried(volume)))
    paragraphs = (
        _tools(volume, ink=ink)
        + _scores(volume)
        + "".join(f"par({ink.verbatim(sentence)});\n" for sentence in sentences)
    )
    blanks = f"blanks({', '.join(map(literal, scripts))});\n"
    return f'closing-chapter("colophon", "Colophon", {{{paragraphs}{blanks}}});\n'


def _tools(volume: Volume, *, ink: Ink) -> str:
    """Name packages with their versions; the compiler in one of them has a version of its own, which it knows."""
    compiler = f"{literal(' (the compiler: Typst ')};str(sys.version);{literal(')')};"
    named = (
        ink.statements(f"{name} {version}") + (compiler if name == "typst" else "")
        for name, version in volume.imprint.tools
    )
    tools = f"{literal(', ')};".join(named)
    return f"par({{{literal('Made with ')};{tools}{literal('.')}}});\n" if tools else ""


def _scores(volume: Volume) -> str:
    """Say in a line how well mentions were found, where a page of the volume has the table: else it stands above."""
    card = volume.imprint.scorecard
    page = next((page for page in volume.pages if page.scored), None)
    if card is None or page is None:
        return ""
    figures = "; ".join(score_line(kind, score) for kind, score in card.kinds.items())
    known = f"Mentions were found by a program. F1, on {card.documents} annotated texts that its rules were made with"
    said = literal(
        f"{known}: {figures} (in brackets 95 % intervals). With texts that it had not seen: “{page.title}”, "
    )
    return f'par({{{said};page-ref(find, {literal(f"page:{page.name}")});"."}});\n'


def _carried(volume: Volume) -> Iterator[str]:
    if volume.alone:
        yield _CARRIED_ALONE
        return
    yield _CARRIED
    if any(chapter.withheld for chapter in volume.chapters):
        yield _WITHHELD
    if volume.imprint.volumes > 1:
        yield _OF_ALL
