"""The glyphs that a page of a PDF shows, and the text of each.

Typst 0.15 gives each glyph of a cluster the text of the whole cluster. Here each glyph gets its share of it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    import pikepdf

FontId = tuple[int, int]  # number and generation of a font's object in the file
Unicode = dict[int, str]  # what a font's glyphs stand for, by two-byte code
_ENTRY = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]*)>")  # of `beginbfchar` (Adobe Technical Note 5411)
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")
_READ = 248  # hexadecimal digits, eight a character: poppler drops an entry with more than 255
_ROUNDS = 4  # of learning: clusters of one glyph, then what they leave over in longer ones, and so on


class Glyph(NamedTuple):
    """A glyph that is shown."""

    code: int
    text: str  # of the cluster that it is part of


class Cluster(NamedTuple):
    """The codes of a cluster's glyphs in the order in which they are shown, and its text."""

    font: FontId
    codes: tuple[int, ...]
    text: str


def read_unicode(font: pikepdf.Object) -> Unicode:
    """Read a font's ToUnicode map; empty where it has none. Typst writes single characters, no ranges."""
    table = font.get("/ToUnicode")
    entries = _ENTRY.findall(table.read_bytes()) if table is not None else ()
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in entries}


def rewritten(table: bytes, unicode: Mapping[int, str]) -> bytes:
    """Put other texts into a ToUnicode map; codes that have none keep theirs, or as much of it as programs read."""

    def entry(match: re.Match[bytes]) -> bytes:
        text = unicode.get(int(match[1], 16))
        if text is None and len(match[2]) <= _READ:
            return match[0]
        text = text or bytes.fromhex(match[2].decode()).decode("utf-16-be")
        return b"<%b> <%b>" % (match[1], text[: _READ // 8].encode("utf-16-be").hex().upper().encode())

    return _ENTRY.sub(entry, table)


def is_right_to_left(text: str) -> bool:
    """Tell whether a text begins with an Arabic letter or sign: what is shown first of it is what is read last."""
    return _ARABIC.match(text) is not None


def alike(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Part glyphs into neighbours with the same text: a cluster, or several alike."""
    return (list(group) for _, group in groupby(glyphs, key=lambda glyph: glyph.text))


def in_clusters(glyphs: Iterable[Glyph], marks: Container[int]) -> Iterator[list[Glyph]]:
    """Part the glyphs of a stretch of text into clusters.

    Neighbours with the same text are one cluster, but where the first glyph comes again, the cluster does. Of Arabic,
    each glyph but one of the `marks` ends one.
    """
    for group in alike(glyphs):
        right_to_left = is_right_to_left(group[0].text)
        cluster: list[Glyph] = []
        for glyph in group:
            if cluster and (cluster[-1].code not in marks if right_to_left else glyph.code == cluster[0].code):
                yield cluster
                cluster = []
            cluster.append(glyph)
        yield cluster


def marks_of(groups: Iterable[Cluster]) -> Mapping[FontId, AbstractSet[int]]:
    """Find the dots and signs of Arabic letters, which are shown before their letters.

    `groups`: neighbours with the same text. The last of a group is a letter; what never is the last of any is a mark.
    """
    shown: defaultdict[FontId, set[int]] = defaultdict(set)
    letters: defaultdict[FontId, set[int]] = defaultdict(set)
    for group in groups:
        if is_right_to_left(group.text):
            shown[group.font].update(group.codes)
            letters[group.font].add(group.codes[-1])
    return {font: codes - letters[font] for font, codes in shown.items()}


def learn(found: Counter[Cluster]) -> dict[FontId, Unicode]:
    """Find what each glyph stands for by itself, from all clusters of a file.

    A cluster of one glyph tells; in a longer one, what the known glyphs leave over tells.
    """
    learnt: defaultdict[FontId, Unicode] = defaultdict(dict)
    for _ in range(_ROUNDS):
        votes: defaultdict[tuple[FontId, int], Counter[str]] = defaultdict(Counter)
        for cluster, count in found.items():
            for code, text in _told(cluster, learnt[cluster.font]):
                votes[cluster.font, code][text] += count
        for (font, code), texts in votes.items():
            learnt[font][code] = max(sorted(texts), key=texts.__getitem__)
    return learnt


def _told(cluster: Cluster, known: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Give the one glyph of a cluster that is unknown, and the text that is left for it."""
    unknown = [at for at, code in enumerate(cluster.codes) if code not in known]
    if len(unknown) != 1:
        return
    at = unknown[0]
    before = "".join(known[code] for code in cluster.codes[:at])
    after = "".join(known[code] for code in cluster.codes[at + 1 :])
    left = cluster.text[len(before) : len(cluster.text) - len(after)]
    if left and before + left + after == cluster.text:
        yield cluster.codes[at], left


def is_spelt(cluster: Sequence[Glyph], known: Mapping[int, str]) -> bool:
    """Tell whether what the glyphs stand for makes up the cluster's text in the order in which they are shown."""
    return "".join(known.get(glyph.code, glyph.text) for glyph in cluster) == cluster[0].text
