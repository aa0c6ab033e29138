"""Works as a style can print them: what its CSL file does not ask of a date is said beforehand.

CSL prints a date in words as a whole, wherever a style wants its year or its month and day: twice, or beside a comma
that is not meant for it. So a year that no work has stands in for such words, and they are put in its place when the
citation is printed.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from archivist.export.numbers import doi_path
from archivist.export.wording import isolated

if TYPE_CHECKING:
    from archivist.citing.styles import Style

Json = dict[str, Any]

STAND_IN = 7031592846  # a year


class Fitted(NamedTuple):
    """A work as a style takes it."""

    item: Json  # CSL-JSON
    date: str = ""  # what is printed in the place of the year `STAND_IN`


def fitted(item: Json, style: Style) -> Fitted:
    """Give a CSL-JSON item with a date that the style prints, and as its manual asks."""
    date = _words(item, style)
    issued = {"date-parts": [[STAND_IN]]} if date else _years(item.get("issued", {}), style)
    fit = _titled(item, style) | {"type": _printed_type(item, style, dated=bool(issued))}
    if "DOI" in fit and style.key != "vancouver":  # which alone prints no address
        fit |= {"DOI": doi_path(fit["DOI"])}
    if issued:
        fit |= {"issued": issued}
    if issued and style.key == "mla" and item["type"] == "speech":
        fit |= {"event-date": issued}  # the only date that the file prints of a speech
    return Fitted(fit, date)


def _titled(item: Json, style: Style) -> Json:
    """Say in the title what a speech is, where the file would go on with "presented at" and no event is known."""
    if style.key != "vancouver" or item["type"] != "speech" or "genre" not in item:
        return item
    said = item | {"title": f"{isolated(item['title'])} [{item['genre']}]"}
    return {key: value for key, value in said.items() if key != "genre"}


def _printed_type(item: Json, style: Style, *, dated: bool) -> str:
    """Give the type for a work of which a style's file would print too little as what it is."""
    kind: str = item["type"]
    if style.key == "oscola" and dated:  # the file prints no date of a dataset, and of a magazine a year at the most
        return {"dataset": "webpage", "article-magazine": "article-newspaper"}.get(kind, kind)
    # Without an author Harvard's file begins with the newspaper, and would print the date alone where there is none.
    is_bare = not (item.get("author") or item.get("container-title"))
    if style.key == "harvard" and is_bare and kind in ("article-magazine", "article-newspaper"):
        return "post-weblog"
    return kind


def _words(item: Json, style: Style) -> str:
    """Give what is printed for a date that the file would print otherwise; empty where it may."""
    issued = item.get("issued", {})
    if not issued:
        return _undated(item, style)
    if words := issued.get("literal", ""):
        # What the editors supply stands in brackets, as for "[2015?]"; the dash for what goes on is the manuals' own.
        return words if words.endswith("–") else f"[{words}]"
    if "circa" in issued and not style.asks_surety:
        return f"[{'–'.join(dict.fromkeys(_year(part[0]) for part in issued['date-parts']))}?]"
    return ""


def _year(number: int) -> str:
    return f"{number:04d}" if number > 0 else f"{-number} BC"


def _undated(item: Json, style: Style) -> str:
    """Give what a style's manual prints of an undated work, where its file prints something else, or nothing."""
    if style.key == "vancouver":  # Citing Medicine, 2nd edition, chapter 2, "Date of Publication"
        return "[date unknown]"
    # Where the day of access is not known either, APA's file would print "Retrieved ADDRESS".
    return "n.d." if style.key == "apa" and "accessed" not in item else ""


def placed(html: str, date: str) -> str:
    """Put a date where the year stands that stood in for it; brackets that are there already are enough."""
    words = escape(date)
    bracketed = words if words.startswith("[") else f"[{words}]"
    return html.replace(f"[{STAND_IN}]", bracketed).replace(str(STAND_IN), words)


def _years(issued: Json, style: Style) -> Json:
    """Leave the years alone of a date whose month would stand beside another year, or beside an unsure one as sure."""
    parts = issued.get("date-parts", [[0]])
    if style.parts_dates and ("circa" in issued or parts[0][0] != parts[-1][0]):
        years = {"date-parts": [part[:1] for part in parts]}
        return {key: value for key, value in (issued | years).items() if key != "season"}
    return issued
