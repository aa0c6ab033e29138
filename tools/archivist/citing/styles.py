"""The citation styles: CSL 1.0.2 files of the Citation Style Language project (CC BY-SA 3.0, see NOTICE).

The files stand here as they were published. What in them makes one citation depend on others (year suffixes, dashes for
a repeated author, names added to tell works apart) is taken out when they are used: each citation here stands alone.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_FOLDER = Path(__file__).parent / "styles"
_CONTEXT = re.compile(
    r' (?:disambiguate-[a-z-]+|subsequent-author-substitute(?:-rule)?|collapse|givenname-disambiguation-rule)="[^"]*"'
)
_BEFORE_LAST = re.compile(r'delimiter-precedes-last="(?:always|after-inverted-name)"')


class Style(NamedTuple):
    """A style that citations are offered in."""

    key: str  # on the command line and in the reader's browser
    name: str  # for people
    file: str  # in styles/, without its ending
    locale: str  # BCP 47: the English that the style is written in
    cited: str  # what a citation within a text is called: "In the text" or "Note"; empty: only a number stands there
    # Whether the file tells unsure dates from sure ones as its manual does: that of Chicago's notes drops a comma
    # before such a date, that of MLA writes "Circa" after one.
    asks_surety: bool = True
    parts_dates: bool = False  # whether a date's year stands apart from its month and day


_STYLES = (
    Style("apa", "APA 7th", "apa", "en-US", "In the text", parts_dates=True),
    Style("chicago-notes", "Chicago 18th, notes", "chicago-notes-bibliography", "en-US", "Note", asks_surety=False),
    Style(
        "chicago-author-date",
        "Chicago 18th, author-date",
        "chicago-author-date",
        "en-US",
        "In the text",
        parts_dates=True,
    ),
    Style("mla", "MLA 9th", "modern-language-association", "en-US", "In the text", asks_surety=False),
    Style("oscola", "OSCOLA", "oscola", "en-GB", "Note", asks_surety=False),
    Style(
        "harvard",
        "Harvard (Cite Them Right)",
        "harvard-cite-them-right",
        "en-GB",
        "In the text",
        asks_surety=False,
        parts_dates=True,
    ),
    Style("vancouver", "Vancouver (NLM)", "nlm-citation-sequence", "en-US", "", asks_surety=False),
)
STYLES: Mapping[str, Style] = {style.key: style for style in _STYLES}


@cache
def style_text(style: Style) -> str:
    """Give a style as it is used: each citation by itself, and no name turned around, since bodies have one part."""
    text = _CONTEXT.sub("", (_FOLDER / f"{style.file}.csl").read_text(encoding="utf-8"))
    text = text.replace('disambiguate="true"', 'locator="chapter"')  # a locator that is never given
    return _BEFORE_LAST.sub('delimiter-precedes-last="contextual"', text)
