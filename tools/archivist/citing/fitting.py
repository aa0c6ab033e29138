"""Works as a style can print them: what its CSL file does not ask of a date is said beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from archivist.citing.styles import Style

Json = dict[str, Any]

# In styles that part dates these have year and day; words that stand for a date would be printed for both.
_DATED_TWICE = ("article-magazine", "article-newspaper", "post-weblog", "speech")


def fitted(item: Json, style: Style) -> Json:
    """Give a CSL-JSON item with a date that the style prints, and as its manual asks."""
    issued = item.get("issued", {})
    if "date-parts" not in issued:
        return item
    fit = item | {"issued": _fitted(issued, style)}
    if style.key == "mla" and item["type"] == "speech":
        return fit | {"event-date": fit["issued"]}  # the only date that the file prints of a speech
    # Of Harvard's, a chapter has the quotation marks that such a work has with a sure date.
    dated_once = "chapter" if style.key == "harvard" else "webpage"
    return fit | {"type": dated_once} if _is_misdated(fit, style) else fit


def _is_misdated(item: Json, style: Style) -> bool:
    """Tell whether the file prints the date of such a work twice, or never."""
    is_twice = style.parts_dates and "literal" in item["issued"] and item["type"] in _DATED_TWICE
    return is_twice or (style.key == "oscola" and item["type"] == "dataset")


def _fitted(issued: Json, style: Style) -> Json:
    parts = issued["date-parts"]
    is_unsure = "circa" in issued
    if is_unsure and not style.asks_surety:
        return {"literal": f"[{'–'.join(dict.fromkeys(f'{part[0]:04d}' for part in parts))}?]"}
    # Of years, months and days apart, an end's month would stand beside the other end's year, or an unsure one as sure.
    if style.parts_dates and (is_unsure or parts[0][0] != parts[-1][0]):
        return issued | {"date-parts": [part[:1] for part in parts]}
    return issued
