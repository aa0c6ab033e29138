"""bib/sources.bib: one BibTeX entry a document, written from its record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import regex

from archivist.export.dating import biblatex_date, csl_date, date_words, first_day
from archivist.export.item import stated_rights
from archivist.export.kinds import KINDS
from archivist.export.numbers import Numbers, numbers
from archivist.export.wording import one_line, web_address
from archivist.store.record import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from archivist.export.imprint import Edition
    from archivist.export.item import Item
    from archivist.store import Record

_HEAD = "% Written by archivist from the records in archive/; changes made here are lost.\n"
_ENTRY = re.compile(r"^@[a-z]+\{([a-z0-9-]+),\n.*?^\}\n", re.MULTILINE | re.DOTALL)
# Between these TeX would draw one character for two: dashes, quotation marks, and what begins a Spanish question.
_LIGATURES = re.compile("(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')|(?<=[?!])(?=`)")
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "&%$#_"},
}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # words that BibTeX's styles and its readers know
# BibTeX counts \{ as a brace, so one without its other needs a name. Pandoc knows the names not, and drops them.
_LONE_BRACES = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
_UNHELD = re.compile(r"[{}\\]")  # what a field that is read as it stands cannot hold
_AND = re.compile(r"\band\b", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|[IVX]{2,}")  # of which styles would make an initial
# A word that readers of names leave as it is: it does not begin small, as a "von" does.
_PLAIN_NAME = regex.compile(r"[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.’'-]*")


def bibtex(records: Mapping[str, Record]) -> str:
    """Print the records, by document id, as a BibTeX file, sorted by id."""
    return _file({id: bibtex_entry(id, record) for id, record in records.items()})


def spliced(text: str, records: Mapping[str, Record]) -> str:
    """Give a BibTeX file made by `bibtex` with the entries of these records added or replaced."""
    kept = {match[1]: match[0] for match in _ENTRY.finditer(text)}
    return _file(kept | {id: bibtex_entry(id, record) for id, record in records.items()})


def _file(entries: Mapping[str, str]) -> str:
    return "\n".join([_HEAD, *(entries[id] for id in sorted(entries))])


def bibtex_entry(id: str, record: Record, **further: str) -> str:
    """Print one record as a BibTeX entry; `further` fields come last, in the place of empty ones of that name."""
    kind = "incollection" if "booktitle" in further else _kind(record, url=further.get("url", record.capture.url))
    fields = {name: value for name, value in _fields(kind, record).items() if value}
    fields |= {name: value for name, value in further.items() if value and name not in fields}
    return _entry(kind, id, fields)


def _entry(kind: str, key: str, fields: Mapping[str, str]) -> str:
    """Write an entry. A month stands without braces: styles print what BibTeX's own word for it means to them."""
    rows = (f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n" for name, value in fields.items())
    return f"@{kind}{{{key},\n{''.join(rows)}}}\n"


def piece(item: Item) -> str:
    """Print a document's entry; styles leave out `abstract`, `library` (biblatex) and `copyright`."""
    within = {"booktitle": f"{{{_escaped(item.container)}}}"} if item.container else {}
    return bibtex_entry(
        item.id,
        item.record,
        **within,
        url=item.address,
        **_numbered(numbers(item), item.record),
        abstract=_escaped(item.record.description),
        library=_escaped(item.identifier),  # pandoc reads it as it stands: what has to be escaped is left out
        copyright=_escaped(f"{stated_rights(item.record)}. {item.imprint.label}"),
    )


def _numbered(found: Numbers, record: Record) -> dict[str, str]:
    """Give the fields of numbers. A DOI is taken as it stands, without escapes, but for what would end the field.

    A number of its own only a @techreport has: styles and BibLaTeX know none of a @misc.
    """
    is_report = _kind(record, url="") == "techreport"
    doi = _UNHELD.sub(lambda sign: f"%{ord(sign[0]):02X}", found.doi)
    return {"doi": doi, "isbn": found.isbn, "issn": found.issn, "number": _escaped(found.number) if is_report else ""}


def edition_entry(edition: Edition) -> str:
    """Print the archive itself as an entry."""
    imprint = edition.imprint
    fields = {
        "author": f"{{{_escaped(imprint.editors)}}}",
        "title": f"{{{_escaped(imprint.title)}}}",
        "year": edition.date[:4],
        "month": _MONTHS[int(edition.date[5:7]) - 1],
        "day": str(int(edition.date[8:10])),
        "edition": _escaped(imprint.version),
        "url": imprint.home,
        "note": _escaped(f"SHA-256 of archive-manifest.txt: {edition.digest}"),
        "copyright": _escaped(imprint.rights),
    }
    return _entry("dataset", f"{imprint.code}-edition", {name: value for name, value in fields.items() if value})


def whole(edition: Edition, pieces: Iterable[str]) -> Iterator[str]:
    """Join the entries, the edition's own first, under a comment that says whose they are.

    BibTeX passes over what stands outside of entries.
    """
    imprint = edition.imprint
    said = (f"{imprint.label}, {edition.date}.", imprint.rights, f"SHA-256 of archive-manifest.txt: {edition.digest}")
    yield "".join(f"% {one_line(line).replace('@', '(at)')}\n" for line in said)
    yield "\n" + edition_entry(edition)
    for one in pieces:
        yield "\n" + one


def _kind(record: Record, *, url: str) -> str:
    """Give the entry type; what lacks a field that its type must have is a @misc.

    A @techreport must have a year and an institution, an @online an address.
    """
    kind = KINDS[record.type].bibtex
    is_complete = {"techreport": bool(first_day(record) and _known(record.publisher)), "online": bool(url)}
    return kind if is_complete.get(kind, True) else "misc"


# The field that names the publisher. BibTeX's styles and pybtex print @online and @dataset as a @misc, and with it
# `howpublished`; BibLaTeX has `organization` for it there, but pandoc would read both as two publishers.
_PUBLISHER = {"techreport": "institution", "incollection": "publisher"}


def _fields(kind: str, record: Record) -> dict[str, str]:
    """Give the fields in their order, empty where the record does not know."""
    write = _listed if kind in _PUBLISHER else _escaped  # `howpublished` is no list
    publisher = " and ".join(map(write, _known(record.publisher)))
    parts = first_day(record)
    return {
        "author": " and ".join(_name(name, record) for name in _known(record.creator)),
        "title": f"{{{_escaped(record.title)}}}",  # double braces: styles would change capitals
        "year": f"{parts[0]:04d}" if parts else "",
        # The day is none of BibTeX's own fields; JabRef, pandoc and citation-js read it.
        "month": _MONTHS[parts[1] - 1] if parts[1:] else "",
        "day": str(parts[2]) if parts[2:] else "",
        "date": biblatex_date(record.date),
        _PUBLISHER.get(kind, "howpublished"): publisher,
        "type": KINDS[record.type].genre or ("Report" if record.type == "report" else ""),
        "url": web_address(record.capture.url),
        "urldate": _visited(record),
        "language": "" if record.language == UNKNOWN else record.language,
        "note": _date_note(record),
    }


def _visited(record: Record) -> str:
    """Give the day on which the source was taken, as far as known: BibLaTeX's readers take it for that of access."""
    points = csl_date(record.capture.when, unsure=False).get("date-parts", [])
    return _hyphened(points[0]) if points else ""


def _hyphened(point: list[int]) -> str:
    return "-".join(f"{part:0{size}d}" for part, size in zip(point, (4, 2, 2), strict=False))


def _listed(name: str) -> str:
    """Write a body of a list; in braces where a word of its name would part it in two."""
    return f"{{{_escaped(name)}}}" if _AND.search(name) else _escaped(name)


def _name(creator: str, record: Record) -> str:
    """Write an author. In braces of its own a body, or who has but one name, is never split into first and last.

    A person's names are: styles that print initials make none of what stands in braces.
    """
    family, given = record.person(creator) or (creator, "")
    if not given:
        return f"{{{_escaped(family)}}}"
    words = family.split()
    return f"{_names(words) if len(words) == 1 else f'{{{_escaped(family)}}}'}, {_names(given.split())}"


def _names(words: list[str]) -> str:
    """Write the words of a name, in braces where readers would part them otherwise."""
    written = _escaped(" ".join(words))
    return written if written == " ".join(words) and all(map(_is_plain_name, words)) else f"{{{written}}}"


def _is_plain_name(word: str) -> bool:
    return word.lower() != "and" and _PLAIN_NAME.fullmatch(word) is not None and not _SUFFIX.fullmatch(word)


def _known(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name != UNKNOWN)


def _date_note(record: Record) -> str:
    """Say in words what year, month and day alone would hide."""
    if record.date == UNKNOWN:
        return "Date unknown"
    words = date_words(record)
    return f"Date: {_escaped(words)}" if words else ""


def _escaped(text: str) -> str:
    line = one_line(text)
    paired = _paired_braces(line)
    escaped = "".join(
        (f"\\{char}" if at in paired else _LONE_BRACES[char]) if char in _LONE_BRACES else _ESCAPES.get(char, char)
        for at, char in enumerate(line)
    )
    return _LIGATURES.sub("{}", escaped)


def _paired_braces(line: str) -> set[int]:
    """Give the places of the braces that have their other one."""
    begun: list[int] = []
    paired: set[int] = set()
    for at, char in enumerate(line):
        if char == "{":
            begun.append(at)
        elif char == "}" and begun:
            paired |= {begun.pop(), at}
    return paired
