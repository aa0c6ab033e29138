"""Text into Typst code: as string literals only, so that nothing in a text can become markup."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archivist.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f-\x9f]')
# Never drawn, whatever the font has. Controls but tab, carriage return and line feed; other ends of lines and controls
# of the writing direction, which would change the page; characters that Typst drops in silence, and the soft hyphen,
# which it obeys; private use and noncharacters, which PDF/A forbids (ISO 19005-3, 6.2.11.7.2); surrogates, which have
# no encoding.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u00ad\u034f\u061c\u070f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200e\u200f\u2028-\u202e\u2061-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0xF0000, 0x10000))
    + "]"
)
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")  # of them those that stand for a letter, of no known font
# Blanks that are drawn as others: programs that copy take a narrow one for a gap between letters.
_BLANKS = str.maketrans({"\t": " ", "\u2009": " ", "\u200a": " ", "\u202f": "\u00a0"})
_LINE_END = re.compile("(\r\n|[\r\n])")
# Scripts that break without spaces: Thai, Lao, Burmese, Khmer, Chinese, Japanese, Korean. Typst knows where.
_SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\ua9e0-\ua9ff\uaa60-\uaa7f\u2e80-\ud7ff\uf900-\ufaff"
    "\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
)
_LONGEST_WORD = 40  # characters that surely fit the measure
_BREAKING = f" \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u200b{_SPACELESS}"
_MANY_WIDE = 15  # of the widest characters a word may overrun the measure although it is shorter
_WIDE = re.compile(
    "[@%MWmw\u0416\u041c\u0424\u0428\u0429\u042b\u042e\u0436\u043c\u0444\u0448\u0449\u044b\u044e\u2000-\U0010ffff]"
)
_LONGISH = re.compile(f"[^{_BREAKING}]{{{_MANY_WIDE},}}")
# What Typst finds no place to break in although the script has no spaces: the same over and over, consonants stacked
# without end, and signs that never begin a line (Unicode Standard Annex 14: CL, EX, NS, CJ).
_CLOSING = (
    "\u3001\u3002\u3005\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u30fb-\u30fe"
    "\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d"
)
_STUCK = re.compile(
    f"(?:[{_SPACELESS}][\u1039\u17d2]){{12,}}|[{_CLOSING}]{{12,}}"
    f"|(?P<unit>[{_SPACELESS}\u200d\u2060]{{1,8}}?)(?P=unit){{11,}}"
)
_UNSPACED = re.compile(f"[{_SPACELESS}]")
# A word with a sign before a letter or digit, at which Typst would break: "re-skilling", "ILO/Japan", "INSP!R". Poppler
# drops a hyphen at a line's end: so a word with a hyphen before anything, "-->", and one that ends in a hyphen, with
# the word after it.
_HYPHENS = "\u2010-"
_SIGNS = "!#%&)*+/:;=>?@\\\\\\]|}~\u2010\u2012-\u2015\u2026-"
_SIGN = re.compile(f"[{_SIGNS}]")
_BLANK = " \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"
# A word is looked for at its first character only: at each of them the search would be quadratic.
_SIGNED = re.compile(
    f"(?<![^{_BREAKING}])((?:[^{_BREAKING}]*[{_HYPHENS}][{_BLANK}]+)+(?:[^{_BREAKING}]+|[{_SPACELESS}])"
    f"|[^{_BREAKING}]*(?:[{_SIGNS}]\\w|[{_HYPHENS}][^{_BLANK}])[^{_BREAKING}]*)"
)
# After no-break spaces and after the signs that part an identifier, but before "@" and "#"; at no hyphen.
_AFTER = "\u00a0\u202f\u2007/?&=_.:;,"
_PARTED = re.compile(f"(?<=[{_AFTER}])(?![{_AFTER}])|(?<![@#])(?=[@#])")
# The pieces of an address: a line may end after a slash. A piece that no line may hold is cut before the other signs,
# so that none seems to be a hyphen or a full stop of the line.
_SLASHED = re.compile("(?<=[^/]/)(?=[^/])")
_SIGNS_OF_ADDRESS = re.compile(r"(?<=[\w/])(?=[.?&=#_%~-])")
_CHUNK = 10  # letters, or other characters that take room, between two places where an overlong word may be cut
_JOINERS = "\u200d\u2060\u1039\u17d2"  # the last two stack consonants
_HELD = _JOINERS + _HYPHENS  # what is never the last of a line
# After a hyphen that is the last of its line all the same; `copying.py` lets programs copy a no-break space instead.
KEPT = "\u2063"
_LAST_HYPHEN = re.compile(f'(?<=[{_HYPHENS}])(?= *"\\)?;(?:" +";)?$)')
_LONGEST_CLUSTER = 12  # characters that joiners hold together; a picture of a family has 11
_DIGEST_GROUP = 8  # hexadecimal digits


def literal(text: str) -> str:
    """Write a string literal whose value in Typst is exactly `text`."""
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def digest_code(digest: str) -> str:
    """Write a digest in groups of eight digits, between which its line may break."""
    groups = (digest[at : at + _DIGEST_GROUP] for at in range(0, len(digest), _DIGEST_GROUP))
    return f"digest({', '.join(map(literal, groups))})"


@dataclass(frozen=True)
class Ink:
    """Knows which characters the fonts cannot draw; these and the hidden ones are shown by their code points."""

    undrawable: frozenset[str] = frozenset()

    def drawn(self, text: str) -> str:
        """Give a text for a place that takes a string: one line, stand-ins as plain text."""
        one_line = _LINE_END.sub(" ", text).translate(_BLANKS)
        return "".join(f"[U+{_point(piece)}]" if hidden else piece for hidden, piece in self._pieces(one_line))

    def hides(self, text: str) -> bool:
        """Tell whether any character of a text is shown by its code point."""
        return next(self._hidden_places(text), None) is not None

    def plain(self, text: str) -> str:
        """Write a text as one string literal."""
        return literal(self.drawn(text))

    def verbatim(self, text: str) -> str:
        """Write a text as content, in code mode: each character drawn, or shown by its code point.

        Line ends stay line ends, a tab or narrow space becomes a space, an overlong word may be cut where nothing shows
        it.
        """
        return "{" + "".join(self._statements(text)) + "}"

    def statements(self, text: str) -> str:
        """Write a text as statements to be joined with others inside a code block."""
        return "".join(self._statements(text))

    def _statements(self, text: str) -> Iterator[str]:
        for line in _LINE_END.split(text):
            if _LINE_END.fullmatch(line):
                yield "linebreak();"
                continue
            for hidden, piece in self._pieces(line):
                yield f'stand-in("{_point(piece)}");' if hidden else "".join(_breakable(piece.translate(_BLANKS)))

    def _pieces(self, text: str) -> Iterator[tuple[bool, str]]:
        """Split a text into hidden characters, one by one, and the runs between them."""
        start = 0
        for index in self._hidden_places(text):
            if start < index:
                yield False, text[start:index]
            yield True, text[index]
            start = index + 1
        if start < len(text):
            yield False, text[start:]

    def _hidden_places(self, text: str) -> Iterator[int]:
        if not self.undrawable.isdisjoint(text):
            yield from (at for at, char in enumerate(text) if char in self.undrawable or _HIDDEN.match(char))
        elif not (text.isascii() and text.isprintable()):  # as most are, and the faster question
            yield from (match.start() for match in _HIDDEN.finditer(text))


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    return _ESCAPES.get(char) or f"\\u{{{ord(char):x}}}"


def _point(char: str) -> str:
    return f"{ord(char):04X}"


def unbroken_words(text: str, span: Span) -> Iterator[Span]:
    """Find the words of a stretch of text that must not be broken at a sign inside them.

    Who copies from two lines gets a space between them, or loses the hyphen: then it is not the source's word.
    """
    start = span.start
    for index, piece in enumerate(_long_words(text[span.start : span.end])):
        if index % 2 == 0:
            yield from (Span(start + word.start(), start + word.end()) for word in _SIGNED.finditer(piece))
        start += len(piece)


def closed(code: str) -> str:
    """Keep the hyphen that ends a paragraph, given as statements: poppler would drop it."""
    return _LAST_HYPHEN.sub(KEPT, code)


def _breakable(text: str) -> Iterator[str]:
    """Write a run of drawable characters."""
    for index, piece in enumerate(_long_words(text)):
        if index % 2:
            yield "cut;".join(_address(piece) if "://" in piece else _identifier(piece))
        else:
            code = "".join(_unstuck(piece))
            yield closed(code) if piece.endswith(" ") else code  # an overlong word may begin the next line


def _long_words(text: str) -> list[str]:
    """Split a text at the words that may not fit the measure: every second piece is such a word."""
    pieces, start = [], 0
    for word in _LONGISH.finditer(text):
        if _is_long(word.group()):
            pieces += [text[start : word.start()], word.group()]
            start = word.end()
    return [*pieces, text[start:]]


def _is_long(word: str) -> bool:
    return len(word) >= _LONGEST_WORD or len(_WIDE.findall(word)) >= _MANY_WIDE


def _cut(pieces: Iterable[str]) -> str:
    return "cut;".join(closed(f"{literal(piece)};") for piece in pieces)


def _address(address: str) -> Iterator[str]:
    """Write an address in pieces that stay whole, but for one that is too long for a line."""
    for part in _SLASHED.split(address):
        for piece in _SIGNS_OF_ADDRESS.split(part) if _is_long(part) else (part,):
            yield _cut(_portions(piece)) if _is_long(piece) else f"whole({literal(piece)});"


def _identifier(long: str) -> Iterator[str]:
    """Write an overlong word in pieces: parted at no-break spaces and signs, and inside if one is still too long."""
    for piece in filter(None, _PARTED.split(long)):
        yield _cut(_portions(piece)) if _is_long(piece) else closed("".join(_unbroken(piece)))


def _unstuck(text: str) -> Iterator[str]:
    """Write a run without long words: what repeats without end in a script without spaces is cut."""
    start = 0
    for stuck in _STUCK.finditer(text) if not text.isascii() and _UNSPACED.search(text) else ():
        yield from _unbroken(text[start : stuck.start()])
        yield _cut(_portions(stuck.group()))
        start = stuck.end()
    yield from _unbroken(text[start:])


def _unbroken(text: str) -> Iterator[str]:
    if not _SIGN.search(text):  # most texts have none, and this is the faster question
        yield f"{literal(text)};" if text else ""
        return
    for index, piece in enumerate(_SIGNED.split(text)):
        if index % 2:
            yield f"whole({literal(piece)});"
        elif piece:
            yield f"{literal(piece)};"


def _portions(word: str) -> Iterator[str]:
    """Split a word between clusters, after so many characters that take room."""
    portion, size = "", 0
    for cluster in _clusters(word):
        room = sum(not _is_joining(char) for char in cluster)
        if portion and size + room > _CHUNK:
            yield portion
            portion, size = "", 0
        portion, size = portion + cluster, size + room
    yield portion


def _clusters(word: str) -> Iterator[str]:
    """Split a word before each character that is not a mark on the one before, nor joined to it.

    A chain of joined characters that is too long is split before a joiner: no line breaks after one.
    """
    start = 0
    for at, char in enumerate(word):
        joined = (word[at - 1] in _HELD and (char not in _HYPHENS or at - start < _LONGEST_CLUSTER)) or (
            _is_joining(char) and (char not in _JOINERS or at - start < _LONGEST_CLUSTER)
        )
        if at and not joined:
            yield word[start:at]
            start = at
    yield word[start:]


def _is_joining(char: str) -> bool:
    return char in _JOINERS or unicodedata.category(char)[0] == "M"
