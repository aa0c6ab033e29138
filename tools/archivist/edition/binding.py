"""An edition into volumes, and a document out of it by itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import groupby
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

from archivist.dates import earliest_year, printed_date
from archivist.edition.holding import counted, held
from archivist.edition.volume import Bound
from archivist.mentions import invert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from archivist.edition.enclosures import Enclosure
    from archivist.edition.volume import Chapter, Volume

Binding = Literal["", "year", "collection"]  # empty: all in one volume
_UNDATED, _ALONE = "undated", "other documents"


def bind(edition: Volume, *, by: Binding, size: int, file: str = "edition.pdf") -> tuple[Volume, ...]:
    """Part an edition into volumes of at most `size` documents; editors' pages stand in the first.

    By year: years that follow each other share a volume while they fit. By collection (what records are `part of`, and
    they): each begins a volume. `file`: the name of an edition in one volume, of which those of volumes are made.
    """
    if not by or not edition.chapters:
        return (edition,)
    groups = _years(edition.chapters, size) if by == "year" else _collections(edition.chapters, size)
    bound = tuple(_bound(groups, file, dated=by == "year"))
    place = {chapter.document.id: number for number, (_, chapters) in enumerate(groups, 1) for chapter in chapters}
    titles = {chapter.document.id: chapter.document.record.title for chapter in edition.chapters}
    enclosed = _by_volume(edition.enclosures, place)
    mentioning = _mentioning(edition.chapters, place)
    return tuple(
        replace(
            edition,
            imprint=replace(edition.imprint, number=number, bound=bound),
            chapters=tuple(chapters),
            pages=edition.pages if number == 1 else (),
            works=edition.works if number == 1 else (),
            pictures=edition.pictures if number == 1 else {},
            enclosures=tuple(enclosed[number]),
            placed=place,
            titles=titles,
            beyond={entry: tuple(at for at in numbers if at != number) for entry, numbers in mentioning.items()},
        )
        for number, (_, chapters) in enumerate(groups, 1)
    )


def alone(edition: Volume, id: str) -> Volume:
    """Take one document out of an edition, with its own files only."""
    chapters = tuple(chapter for chapter in edition.chapters if chapter.document.id == id)
    enclosures = tuple(one for one in edition.enclosures if one.path.startswith(f"archive/{id}/"))
    return replace(
        edition, chapters=chapters, pages=(), works=(), pictures=edition.pictures, enclosures=enclosures, alone=True
    )


def _years(chapters: Iterable[Chapter], size: int) -> list[tuple[str, list[Chapter]]]:
    """Fill volumes with years, in order; a year that is too long for one is cut."""
    volumes: list[list[Chapter]] = []
    for _, group in groupby(chapters, key=_year):
        for piece in _cut(list(group), size):
            if volumes and len(volumes[-1]) + len(piece) <= size:
                volumes[-1].extend(piece)
            else:
                volumes.append(piece)
    return [(_span(_year(volume[0]), _year(volume[-1])), volume) for volume in volumes]


def _collections(chapters: Sequence[Chapter], size: int) -> list[tuple[str, list[Chapter]]]:
    filed: defaultdict[str, list[Chapter]] = defaultdict(list)
    wholes = {whole for chapter in chapters if (whole := _whole(chapter))}
    for chapter in chapters:
        own = chapter.document.id if chapter.document.id in wholes else _ALONE
        filed[_whole(chapter) or own].append(chapter)
    titles = {chapter.document.id: chapter.document.record.title for chapter in chapters}
    names = sorted(filed, key=lambda name: (name == _ALONE, name))
    return [(titles.get(name, name), piece) for name in names for piece in _cut(filed[name], size)]


def _bound(groups: Sequence[tuple[str, list[Chapter]]], file: str, *, dated: bool) -> Iterator[Bound]:
    """Describe volumes; a file is `archive.pdf`, or `archive-01.pdf` and so on where there are several volumes.

    `dated`: names are of years, so that only parts of a year need say more.
    """
    path, digits = PurePath(file), max(2, len(str(len(groups))))
    names = _distinct([name for name, _ in groups])
    for number, (name, (whole, chapters)) in enumerate(zip(names, groups, strict=True), 1):
        numbered = f"{path.stem}-{number:0{digits}}{path.suffix}" if len(groups) > 1 else file
        plain = dated and name == whole
        yield Bound(name, counted(chapters) if plain else held(chapters, by_day=dated), numbered)


def _distinct(names: list[str]) -> Iterator[str]:
    """Tell volumes of one name apart by numbers."""
    count, seen = Counter(names), Counter[str]()
    for name in names:
        seen[name] += 1
        yield f"{name}, part {seen[name]}" if count[name] > 1 else name


def _cut(chapters: list[Chapter], size: int) -> Iterable[list[Chapter]]:
    return (chapters[at : at + size] for at in range(0, len(chapters), size))


def _year(chapter: Chapter) -> str:
    date = chapter.document.record.date
    return _UNDATED if date == "unknown" else printed_date(earliest_year(date))


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}" if last != _UNDATED else f"from {first}, and {_UNDATED}"


def _whole(chapter: Chapter) -> str:
    """Give what a document is part of; nothing where it is no part."""
    return next((one.target for one in chapter.document.record.relations if one.kind == "part of"), "")


def _by_volume(enclosures: Iterable[Enclosure], place: Mapping[str, int]) -> Mapping[int, list[Enclosure]]:
    """File what the edition carries: bags with their documents, all else in the first volume."""
    filed: defaultdict[int, list[Enclosure]] = defaultdict(list)
    for one in enclosures:
        root, _, rest = one.path.partition("/")
        filed[place.get(rest.partition("/")[0], 1) if root == "archive" else 1].append(one)
    return filed


def _mentioning(chapters: Sequence[Chapter], place: Mapping[str, int]) -> Mapping[str, list[int]]:
    """Give the volumes that mention each entry."""
    inverted = invert(located for chapter in chapters if not chapter.withheld for located in chapter.located)
    return {entry: sorted({place[one.document] for one in places}) for entry, places in inverted.items()}
