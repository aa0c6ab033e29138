"""The forms in which the title of an entry may stand in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.recognise.fold import skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.model import Entry

_YEAR_AND_NUMBER = re.compile(r",? \d{4}(?: \(No\. ?\d{1,3}\))?$")
_IN_BRACKETS = re.compile(r" \([^()]*\)")
_TITLE = re.compile(r"^(?P<subject>.+?) (?P<type>Convention|Recommendation)(?P<revised> \(Revised\))?$")
_BODYS_TEXT = re.compile(r"ASEAN (?:Declaration|Convention|Consensus) (?:on|[Aa]gainst) ")
_TELLING_WITHOUT_BODY = 5  # words, with the body's name, of a title that may go without it
_ORDINAL = re.compile(r"\d+[a-z]{2} ")
_OF_BODY = "ASEAN Declaration on "
_SPELT_TWICE = (("Cooperation", "Co-operation"), ("Southeast", "South-East"))
_BRUNEI = ("Brunei", "Brunei Darussalam")
# Bangkok's, in the languages that the texts are in
_DECLARATIONS = (
    "Déclaration de {}",
    "Declaración de {}",
    "Declaração de {}",
    "Deklarasi {}",
    "{}-Erklärung",
    "Erklärung von {}",
    "{}er Erklärung",
    "{}-Deklaration",
    "Verklaring van {}",
    "Tuyên bố {}",
)
_BLUEPRINT = re.compile(r"([A-Z]{3,4}) Blueprint((?: \d{4})?)")
_BLUEPRINTS = ("Cetak Biru {}", "Kế hoạch tổng thể {}")
LETTERS = re.compile(r"[A-Z0-9]{3,8}")


def ordinal_start(text: str, start: int, entry: Entry) -> int:
    """Give the start of the figure that opens an entry's name, if it stands before the rest: "⟦7th ASEAN Summit …⟧"."""
    ordinal = _ORDINAL.match(entry.name)
    return start - ordinal.end() if ordinal and text.endswith(ordinal.group(), 0, start) else start


def _names(entry: Entry) -> Iterator[str]:
    for form in (entry.name, *entry.forms):
        if not LETTERS.fullmatch(form):
            yield form


def asean_forms(entry: Entry) -> Iterator[str]:
    """Give a title that tells enough also without the body's name before it: "Declaration on the Rights of …".

    With the place of its adoption instead: "Cebu Declaration on …". Short names also in the other languages.
    """
    places = _places(entry)
    for form in _names(entry):
        yield from _spellings(form)
        if _BODYS_TEXT.match(form) and len(skeleton(form)) > _TELLING_WITHOUT_BODY:
            yield form.removeprefix("ASEAN ")
        if form == entry.name and form.startswith(_OF_BODY):
            yield from (f"{place} {form.removeprefix('ASEAN ')}" for place in places)
        yield from _translated(form, places)


def _spellings(form: str) -> Iterator[str]:
    """Give a title with each spelling of words that have two, of which a text may choose any."""
    forms = [form]
    for one, other in _SPELT_TWICE:
        forms += [each.replace(one, other) for each in forms if one in each]
    return iter(forms)


def _places(entry: Entry) -> tuple[str, ...]:
    """Give the names of the town in which an entry was adopted, or of the State that texts name for its capital."""
    town = re.split(r", |/| \(", entry.place)[0]
    return tuple(dict.fromkeys((town, *(name for name in _BRUNEI if name in entry.place))))


def _translated(form: str, places: Iterable[str]) -> Iterator[str]:
    """Give a declaration that is named by its place, and a blueprint by its letters, as other languages name them."""
    name = form.removesuffix(" Declaration")
    if name != form and name in places:
        yield from (declaration.format(name) for declaration in _DECLARATIONS)
    if blueprint := _BLUEPRINT.fullmatch(form):
        yield from (each.format(blueprint[1]) + blueprint[2] for each in _BLUEPRINTS)


def ilo_forms(entry: Entry) -> Iterator[tuple[str, str]]:
    """File a title without year and number, with and without "(Revised)", and turned round: "Convention on …"."""
    for form in _names(entry):
        plain = _YEAR_AND_NUMBER.sub("", form)
        yield plain, entry.id
        title = _TITLE.match(plain)
        if title and form == entry.name:
            yield f"{title['subject']} {title['type']}", entry.id
            yield f"{title['type']} on {title['subject']}", entry.id


def shortened(entry: Entry) -> str:
    """Give a title without year and number, and without what is bracketed in it: "Minimum Age Convention"."""
    return _IN_BRACKETS.sub("", _YEAR_AND_NUMBER.sub("", entry.name))


def pair_off(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Pair a Convention and a Recommendation of one year and one subject, both ways."""
    by_subject: dict[tuple[str, int], list[Entry]] = {}
    for entry in entries:
        title = _TITLE.match(_YEAR_AND_NUMBER.sub("", entry.name))
        if title:
            by_subject.setdefault((title["subject"], year_of(entry)), []).append(entry)
    pairs = [pair for pair in by_subject.values() if len(pair) == 2 and pair[0].type != pair[1].type]
    return {one.id: other for first, second in pairs for one, other in ((first, second), (second, first))}


def year_of(entry: Entry) -> int:
    """Give the year in which an instrument was adopted; 0 where that is not known, or only about: "201X" (EDTF)."""
    year = entry.adopted[:4]
    return int(year) if year.isdecimal() else 0
