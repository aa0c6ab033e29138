"""Glossary, bibliography, index and colophon as Typst code."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from archivist.dates import printed_date
from archivist.edition.collation import initial, sort_key
from archivist.edition.ink import digest_code, literal
from archivist.edition.passage import paragraph_label
from archivist.export.citation import citation
from archivist.mentions import invert
from archivist.model import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from archivist.edition.ink import Ink
    from archivist.edition.volume import Volume
    from archivist.mentions import Located
    from archivist.model import Entry, Kind

KIND_TITLES: Mapping[Kind, str] = {
    "ilo": "Instruments of the ILO",
    "asean": "Instruments of ASEAN",
    "acronym": "Acronyms",
    "organisation": "Organisations",
    "place": "Places",
}
_FIELD_NAMES = {"same_as": "address", "in_force": "entry into force", "other_readings": "other readings"}
_COLOPHON = (
    "Set in Libertinus Serif; Thai, Lao, Khmer, Burmese in Noto Sans; Chinese, Japanese, Korean in Noto Sans CJK.",
    (
        "The file is PDF/A-3a and PDF/UA-1. It carries the original of every document printed here, byte by byte: any "
        "reader that shows attachments can save them."
    ),
    (
        "Programs copy every line as the source has it, in Thai, Lao, Khmer and Burmese too; where a line ends between "
        "words that the source does not part, some add a blank. The exact text lies in the attached original."
    ),
)
Places = dict[str, list[int]]  # numbers of paragraphs that mention an entry, by document, in the volume's order


def places_by_entry(volume: Volume) -> dict[str, Places]:
    """File the paragraphs that mention each entry, nested mentions included, in the order of the volume."""
    inverted = invert(place for chapter in volume.printed for place in chapter.located)
    return {entry: _places(located) for entry, located in inverted.items() if entry in volume.entries}


def _places(located: Iterable[Located]) -> Places:
    places: Places = {}
    for place in located:
        numbers = places.setdefault(place.document, [])
        if not numbers or numbers[-1] != place.paragraph:
            numbers.append(place.paragraph)
    return {document: sorted(set(numbers)) for document, numbers in places.items()}


def glossary_code(volume: Volume, places: Mapping[str, Places], *, ink: Ink) -> str:
    """Write the entries that the volume mentions, kind by kind, and count the others."""
    kinds = (_kind(volume, kind, places, ink=ink) for kind in KINDS)
    count = len(volume.entries) - len(places)
    rest = f"line-of(emph({literal(f'Entries of the glossary that no document here mentions, left out: {count}.')}));"
    return f'chapter("glossary", "Glossary", {{\n{"".join(kinds)}v(4mm);{rest if count else ""}}});\n'


def _kind(volume: Volume, kind: Kind, places: Mapping[str, Places], *, ink: Ink) -> str:
    entries = sorted(
        (entry for entry in volume.entries.values() if entry.kind == kind and entry.id in places),
        key=lambda entry: (sort_key(entry.name), entry.id),
    )
    if not entries:
        return ""
    return f"heading(level: 2, {literal(KIND_TITLES[kind])});\n" + "".join(
        _entry(entry, volume.entries, places[entry.id], ink=ink) for entry in entries
    )


def _entry(entry: Entry, entries: Mapping[str, Entry], places: Places, *, ink: Ink) -> str:
    lines = [f"line-of({ink.verbatim(line)});" for line in _facts(entry)]
    if entry.stands_for in entries:
        other = entries[entry.stands_for]
        lines.append(f'line-of({{"Stands for ";xref({literal(f"entry:{other.id}")}, {ink.verbatim(other.name)})}});')
    lines += [f"line-of({code});" for code in _authorities(entry, ink=ink)]
    documents = ", ".join(f"({literal(id_)}, ({_labels(id_, numbers)}))" for id_, numbers in places.items())
    identifier = entry.id if entry.kind == "ilo" else ""  # the only ids that are codes people use
    opening = f"entry({literal(f'entry:{entry.id}')}, {ink.verbatim(entry.name)}, {ink.plain(identifier)}, "
    return f"{opening}{{{''.join(lines)}mentioned({documents});}});\n"


def _facts(entry: Entry) -> Iterator[str]:
    """Give what is known of an entry, a line a fact; what was not seen in an opened source is marked."""
    adopted = f"adopted {printed_date(entry.adopted)}" if entry.adopted else ""
    force = f"in force {printed_date(entry.in_force)}" if entry.in_force else ""
    facts = [entry.type, entry.body, adopted, entry.place, entry.occasion, force, entry.country]
    if any(facts):
        line = "; ".join(fact for fact in facts if fact)
        yield f"{line[0].upper()}{line[1:]}."
    if entry.expansion and entry.expansion != entry.name:
        yield f"The letters stand for {entry.expansion}."
    if entry.other_readings:
        yield f"Elsewhere also: {'; '.join(entry.other_readings)}."
    yield from filter(None, (entry.summary, entry.remark))
    if not entry.verified:
        yield "Not verified: the name was not seen in an opened source."
    if entry.unverified:
        yield f"From memory or by rule: {', '.join(_FIELD_NAMES.get(name, name) for name in entry.unverified)}."


def _authorities(entry: Entry, *, ink: Ink) -> Iterator[str]:
    for same in entry.same_as:
        checked = f" (seen {printed_date(same.checked)})" if same.checked else " (not checked)"
        yield f"{{url({ink.plain(same.address)}, {ink.verbatim(same.address)});{literal(checked)}}}"


def _labels(document: str, numbers: Iterable[int]) -> str:
    """Write an array of (label, paragraph number); the trailing comma keeps one place an array."""
    return "".join(f"({literal(paragraph_label(document, number))}, {number})," for number in numbers)


def _with_id(entry: Entry) -> str:
    """Give the name of an entry, with its code where people know it by one."""
    return f"{entry.name} ({entry.id})" if entry.kind == "ilo" and entry.id != entry.name else entry.name


def bibliography_code(volume: Volume, *, ink: Ink) -> str:
    """Write the sources by their records, and the works cited."""
    code = volume.imprint.archive_code
    sources = sorted(
        (
            (citation(chapter.document.record, identifier=":".join(filter(None, (code, chapter.document.id)))), chapter)
            for chapter in volume.chapters
        ),
        key=lambda pair: (sort_key(pair[0]), pair[1].document.id),
    )
    lines = "".join(
        f"work({{{ink.statements(text)}{literal(' ')};page-ref({literal(f'document:{chapter.document.id}')})}});\n"
        for text, chapter in sources
    )
    works = "".join(f"cited({literal(work.name)}, {{{work.code(ink)}}});\n" for work in volume.works)
    cited = f'heading(level: 2, "Works cited");\n{works}' if works else ""
    return f'chapter("bibliography", "Bibliography", {{heading(level: 2, "Sources");\n{lines}{cited}}});\n'


def index_code(volume: Volume, places: Mapping[str, Places], *, ink: Ink) -> str:
    """Write one index of instruments, acronyms, organisations and places, with page and paragraph."""
    headings = sorted(_headings(volume, places, ink=ink), key=lambda pair: sort_key(pair[0]))
    letters = (
        f"index-letter({literal(letter)});\n" + "".join(code for _, code in group)
        for letter, group in groupby(headings, key=lambda pair: initial(pair[0]))
    )
    return (
        f'chapter("index", "Index", {{par({literal("Locators give page and paragraph: 12 ¶ 3.")});'
        f"index-columns({{\n{''.join(letters)}}})}});\n"
    )


def _headings(volume: Volume, places: Mapping[str, Places], *, ink: Ink) -> Iterator[tuple[str, str]]:
    for id_, documents in places.items():
        entry = volume.entries[id_]
        title = _with_id(entry)
        labels = "".join(_labels(document, numbers) for document, numbers in documents.items())
        yield title, f"index-entry({ink.verbatim(title)}, {labels});\n"
        if title != entry.name:
            see = f"index-see({ink.verbatim(entry.id)}, {ink.verbatim(entry.name)}, {literal(f'entry:{entry.id}')});\n"
            yield entry.id, see


def colophon_code(volume: Volume, *, ink: Ink) -> str:
    """Write how the edition was made, and the digest of every original."""
    tools = ", ".join(f"{name} {version}" for name, version in volume.imprint.tools)
    sentences = [*([f"Made with {tools}."] if tools else []), *([volume.imprint.score] if volume.imprint.score else [])]
    paragraphs = "".join(f"par({ink.verbatim(sentence)});\n" for sentence in (*sentences, *_COLOPHON))
    return (
        f'chapter("colophon", "Colophon", {{{paragraphs}heading(level: 2, "Fixity");\n{_fixity(volume, ink=ink)}}});\n'
    )


def _fixity(volume: Volume, *, ink: Ink) -> str:
    rows = "".join(
        f"{{{ink.verbatim(f'{chapter.document.id}/data/{chapter.document.record.original.file}')};"
        f"linebreak();{digest_code(chapter.document.original_sha256)}}},\n"
        for chapter in volume.chapters
    )
    return f"fixity({rows});\n"
