"""What near a code shows that it is an instrument's, in a text that as a whole is not of the field.

Such a text names the ILO in passing: its rooms, steels and errors have codes, too.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from archivist.recognise.bodies import OTHER_BODY
from archivist.recognise.company import CODE, list_start, maker_before, sentence_around
from archivist.recognise.letters import NOT_AFTER_WORD, NOT_BEFORE_WORD
from archivist.recognise.remembered import Remembered
from archivist.recognise.things import is_of_a_passing_thing, is_of_a_thing

_REACH = 400  # code points either side of a code, at least, in which its paragraph is looked at
_BEFORE_NAME = 24  # code points before a word for a type in which another body's name stands
_BLANK_LINES = ("\n\n", "\n\r\n")
# In the paragraph of a code: the ILO's letters and the words of its field
_BODY = re.compile(
    rf"{NOT_AFTER_WORD}(?:ILO|OIT|IAO|ILC\d|NORMLEX|CEACR){NOT_BEFORE_WORD}"
    r"|International\s+Labou?r|internationale?\s+du\s+travail|[Ii]nterna[ct]ional\s+d[eo]l?\s+[Tt]raba"
    r"|Internationalen?\s+Arbe?i[td]s|Buruh\s+(?:Internasional|Antarabangsa)|Lao\s+động\s+Quốc\s+tế"
)
_FIELD = re.compile(
    r"\b(?:[Ll]abou?r(?!\s[A-Z]\d)|[Ww]orkers|[Tt]rade\s+[Uu]nions?|[Ss]ocial\s+(?:protection|security)"
    r"|[Ff]orced|[Tt]ravailleu\w+|[Tt]rabajador\w+"
    r"|[Tt]rabalhador\w+|[Bb]uruh|[Pp]ekerja|[Kk]etenagakerjaan|[Jj]aminan sosial|Arbeitnehm\w+|Beschäftigte\w*"
    r"|[Aa]rbeiders|[Ww]erknemers"
    r"|[Vv]akbond\w*|(?:[Rr]e|[Uu]n)?[Rr]atif\w+|[Mm]eratif\w+|phê chuẩn|[Ll]ao động|[Aa]n sinh)\b|ការងារ|កម្មករ"
    r"|សន្តិសុខសង្គម|แรงงาน"
)
# In its sentence: words for instruments and for what is done to them
_INSTRUMENT = re.compile(
    r"\b(?:[Cc]onventions?|[Rr]ecomm[ae]ndations?|[Cc]onven[ic]os?|[Kk]onvensi|[Kk]onvensyen|[Rr]ekomendasi"
    r"|Übereinkommen|[Cc]onventies?"
    r"|[Vv]erdrag(?:en)?|[Cc]onvenç(?:ão|ões)|[Rr]ecomenda\w+|(?:[Rr]e|[Uu]n)?[Rr]atif\w+|[Mm]eratifikasi"
    r"|[Cc]ông ước|phê chuẩn)\b|អនុសញ្ញា|សច្ចាប័ន|อนุสัญญา|ให้สัตยาบัน"
)

# In the paragraph, with the ILO: how treaties and their parties are spoken of
_TREATIES = re.compile(
    r"\b(?:Governing Body|[Mm]ember [Ss]tates|[Tt]ripartit\w+|[Tt]reat(?:y|ies)|[Ss]ignator(?:y|ies)|[Ii]nto [Ff]orce"
    r"|États [Mm]embres|Conseil d.administration|[Ee]n vigueur|[Tt]raités?|Estados [Mm]iembros|[Ee]n vigor"
    r"|[Tt]ratados?"
    r"|Mitgliedstaaten|in Kraft|[Ll]idstaten|van kracht|[Nn]egara [Aa]nggota|mulai berlaku|quốc gia thành viên"
    r"|hiệu lực)\b"
    r"|\b\d+ (?:[Ss]tates|[Cc]ountries|[Rr]atifications|[Pp]ays|[Pp]aíses|[Ll]änder|[Ll]anden|[Nn]egara)\b"
)
# How reports speak of what their codes are: "progress on C87", and on what they are about, as the ILO's database writes
# them, without its name: "progress on C029"
_PADDED = re.compile(r"[CR]0\d\d")
_SPOKEN_OF = re.compile(r"\b(?:on|under|with|concerning|regarding)\s\Z")


class Stretch(NamedTuple):
    """What a paragraph, or as much of a long one as is near, says."""

    body: bool  # names the ILO
    field: bool  # has words of its field
    treaties: bool  # speaks of treaties and their parties


class Cues:
    """The cues of one text, read where they are asked for; what places share is read once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._stretches = Remembered(self._read)
        self._labels = Remembered(self._labels_in)

    def label_a_thing(self, start: int, end: int) -> bool:
        """Tell whether a code is of a thing: by the words beside it, or by those beside another in its paragraph.

        A sentence of its own that names the ILO or is on instruments speaks for it against its neighbours.
        """
        if self._is_label(start, end):
            return True
        labels = self._labels[self._paragraph(start, end)]
        if not labels:  # nearly always
            return False
        low, high = sentence_around(self._text, start, end)
        if _BODY.search(self._text, low, high):
            return False
        return any(low <= label < high for label in labels) or not _INSTRUMENT.search(self._text, low, high)

    def _is_label(self, start: int, end: int) -> bool:
        text, first = self._text, list_start(self._text, start)
        if is_of_a_thing(text, start, end) or is_of_a_passing_thing(text, first, end):
            return True
        return maker_before(text, first) != "" and not self._is_on_instruments(start, end)

    def _is_on_instruments(self, start: int, end: int) -> bool:
        sentence = sentence_around(self._text, start, end)
        return _BODY.search(self._text, *sentence) is not None or _INSTRUMENT.search(self._text, *sentence) is not None

    def _labels_in(self, paragraph: tuple[int, int]) -> tuple[int, ...]:
        """Give where the codes of things stand in a paragraph."""
        places = (code.span() for code in CODE.finditer(self._text, *paragraph))
        return tuple(start for start, end in places if self._is_label(start, end))

    def speak_for(self, start: int, end: int) -> bool:
        """Tell whether the paragraph of a code is of the ILO's field, or its sentence names it or is on instruments.

        The rest of its paragraph may say that it is on instruments if it also names the ILO.
        """
        text, paragraph = self._text, self._paragraph(start, end)
        stretch = self._stretches[paragraph]
        if stretch.field or (stretch.body and stretch.treaties):
            return True
        if _SPOKEN_OF.search(text, max(0, start - 12), start) and (stretch.body or _PADDED.fullmatch(text, start, end)):
            return True
        sentence = sentence_around(text, start, end)
        if (stretch.body and _BODY.search(text, *sentence)) or (stretch.treaties and _TREATIES.search(text, *sentence)):
            return True
        cues = _INSTRUMENT.finditer(text, *(paragraph if stretch.body else sentence))
        return any(not _is_anothers(text, cue.start()) for cue in cues)

    def speak_of_field(self, start: int, end: int) -> bool:
        """Tell whether the paragraph of a number names the ILO, or speaks of its field or of treaties."""
        return any(self._stretches[self._paragraph(start, end)])

    def _paragraph(self, start: int, end: int) -> tuple[int, int]:
        """Give the bounds of the paragraph around a span, as far as they are near; near places share them."""
        low, high = max(0, start // _REACH - 1) * _REACH, (end // _REACH + 2) * _REACH
        before = max(self._text.rfind(blank, low, start) for blank in _BLANK_LINES)
        after = [at for blank in _BLANK_LINES if (at := self._text.find(blank, end, high)) >= 0]
        return max(low, before), min(after, default=high)

    def _read(self, paragraph: tuple[int, int]) -> Stretch:
        return Stretch(*(cue.search(self._text, *paragraph) is not None for cue in (_BODY, _FIELD, _TREATIES)))


def _is_anothers(text: str, start: int) -> bool:
    return OTHER_BODY.search(text, max(0, start - _BEFORE_NAME), start) is not None
