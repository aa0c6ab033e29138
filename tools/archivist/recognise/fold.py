"""Folding of single words, for comparison only: no offset ever refers to a folded word."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WORD = re.compile(r"[^\W\d_]+|\d+|&(?=\s)")

# Words that may be there or not, in a title in any of the languages: articles, prepositions, conjunctions and what is
# left of an elided or possessive word.
STOP = frozenset(
    """a an the of on for in to and or s against with at by from towards toward concerning regarding relating its
    l d de la le les des du sur au aux un une pour contre dans relative relatif relatifs concernant
    o el los las del al sobre una para por contra relativa relativo relativas os as da do dos das no na nos nas
    untuk bagi tentang mengenai atas yang di dari pada
    der die das den dem des uber zur zum fur von im betreffend gegen
    het een van voor inzake betreffende op over
    ve cho tai cua""".split()
)
_VIETNAMESE = frozenset({"ve", "cho", "tai", "cua"})
_TONED = re.compile("[Ạ-ỹ]")  # of a Vietnamese word
_AND = dict.fromkeys("and et und en dan y e va serta".split(), "&")  # one word in all languages, and a telling one
# Words that are one in a title: spellings, numerals, and what one language calls a Convention by two names.
_SPELLING = {
    "conventie": "verdrag",
    "konvention": "ubereinkommen",
    "konvensyen": "konvensi",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "labor": "labour",
    "organization": "organisation",
    "program": "programme",
    "centre": "center",
}


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Fold case, accents, the plural s and American spelling."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
    plain = plain.replace("đ", "d").replace("ß", "ss").replace("isation", "ization").replace("ise", "ize")
    if len(plain) > 3 and plain.endswith("s") and not plain.endswith("ss"):
        plain = plain[:-1]
    if plain in STOP and plain not in _VIETNAMESE and _TONED.search(word):  # "thể" is not "the"
        return f"{plain}_"
    return _AND.get(plain) or _SPELLING.get(plain, plain)


@lru_cache(maxsize=65536)
def skeleton(title: str) -> tuple[str, ...]:
    """Give the folded telling words of a title, in order."""
    return tuple(word for word in map(fold_word, WORD.findall(title)) if word not in STOP)


@lru_cache(maxsize=65536)
def nearly(one: str, other: str) -> bool:
    """Tell whether two folded words are one word, misspelt or inflected: `strengthen`, `strenghtening`."""
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= 6 and longer.startswith(shorter) and len(longer) - len(shorter) <= 3:
        return True
    return len(shorter) >= 5 and is_one_slip(shorter, longer)


def is_one_slip(one: str, other: str) -> bool:
    """Tell whether one letter is missing, wrong, or swapped with its neighbour."""
    shorter, longer = sorted((one, other), key=len)
    at = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if len(longer) == len(shorter):
        swapped = shorter[:at] + shorter[at + 1 : at + 2] + shorter[at : at + 1] + shorter[at + 2 :]
        return shorter[at + 1 :] == longer[at + 1 :] or swapped == longer
    return len(longer) == len(shorter) + 1 and shorter[at:] == longer[at + 1 :]


def shared_with(titles: Iterable[frozenset[str]], written: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Give the words of each title that a written word (or a word of a bracket) is, and that one nearly is.

    Nothing if a written word tells nothing, or no title has it.
    """
    words = [word for word in map(fold_word, re.findall(r"[^\W\d_]+", written)) if word not in STOP and word != "&"]
    shared = [
        (title.intersection(words), frozenset(known for known in title if any(nearly(known, word) for word in words)))
        for title in titles
    ]
    return iter(shared if any(map(any, shared)) else ())
