"""Character classes that the patterns share.

Word boundaries are drawn between Latin letters and anything else, so that a Latin code beside a script without word
spaces (Thai, Khmer, Lao, Burmese) stands free.
"""

LATIN = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
CAPITAL = "A-ZÀ-ÖØ-ÞĐƠƯẠ-Ỹ"  # a superset beyond Latin-1: the Vietnamese block mixes both cases
ALNUM = LATIN + "0-9"
# An underscore is emphasis beside a word and part of the word between two ("MAX_SIZE").
NOT_AFTER_WORD = f"(?<![{ALNUM}])(?<![{ALNUM}_]_)"
NOT_BEFORE_WORD = f"(?![{ALNUM}]|_[{ALNUM}_])"
# White space that may stand inside a mention: at most one line break, and no blanks without end. Both take what is
# there once and for all and reach so far only, so that a long run of blanks costs no more than a short one.
_BLANKS = r"[^\S\r\n]{0,100}+"
_BREAK = r"(?:\r\n|\n|\r)"
BLANK = rf"(?:{_BLANKS}(?:{_BREAK}{_BLANKS})?+)"
GAP = rf"(?:(?:{_BLANKS}{_BREAK}|[^\S\r\n]){_BLANKS})"
