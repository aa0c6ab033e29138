"""What a document is about, as far as that decides how short forms are read."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from archivist.recognise.alone import ratifies
from archivist.recognise.letters import NOT_AFTER_WORD, NOT_BEFORE_WORD
from archivist.recognise.senses import expansion_after, expansion_before, expansion_led

if TYPE_CHECKING:
    from archivist.recognise.markup import Zones
    from archivist.recognise.official import OfficialTitles

_ILO_LETTERS = re.compile(rf"{NOT_AFTER_WORD}(?:ILO|OIT|IAO|ILC\d|NORMLEX|CEACR){NOT_BEFORE_WORD}|ILC\d")
_ILO_NAME = re.compile(
    r"International\s+Labou?r\s+(?:Organi[sz]ation|Conference|Office|Standard)"
    r"|Organi[sz]a(?:tion|ción|ção)\s+[Ii]nterna[ct]ional[e]?\s+d[uoe]l?\s+[Tt]ra[vb]"
    r"|Pertubuhan\s+Buruh\s+Antarabangsa|Organisasi\s+(?:Perburuhan|Buruh)\s+Internasional|Internationale\s+Arbe?i[td]s"
    r"|Tổ\s+chức\s+Lao\s+động\s+Quốc\s+tế|អង្គការអន្តរជាតិខាងការងារ|องค์การแรงงานระหว่างประเทศ"
)
# Words for the ILO's instruments; and those that speak of them even where the ILO is not named.
_INSTRUMENT = re.compile(
    r"\b(?:[Cc]onventions?|[Rr]ecomm[ae]ndations?|[Cc]onven[ic]os?|[Kk]onvensi|[Rr]ekomendasi|Übereinkommen|[Cc]onventie"
    r"|[Vv]erdrag|[Cc]onvenç|[Rr]ecomenda|[Rr]atif|[Cc]ông ước)|អនុសញ្ញា|อนุสัญญา"
)
_RATIFIED = re.compile(r"\b(?:[Rr]atif[iy]|[Rr]atifik|[Mm]eratifik|phê chuẩn)|សច្ចាប័ន|ให้สัตยาบัน")
_STANDARDS = re.compile(
    r"\b(?:[Ii]nternational labou?r standards|[Ss]ocial protection floor|socles? de protection|pisos? de protección"
    r"|(?:[Cc]ore|[Ff]undamental|[Ll]abou?r) (?:[Ll]abou?r )?[Cc]onventions)"
)
_MALAY = re.compile(r"\b[Kk]onven(?:si|syen)\b")
# How the ILO cites its instruments, and how its database writes their codes: in a text that is a list of them alone.
_CITED = re.compile(
    r"\b(?:Convention|Recommendation|Protocol|CONVENTION|RECOMMENDATION|PROTOCOL)(?: \((?:Revised|REVISED)\))?"
    r",\s(?:19|20)\d\d\s\(N[oO]\.\s?\d{1,3}\)"
)
_CODES_ALONE = re.compile(r"\s*+(?=[^\n]*\b[CR]0\d\d)[CRP]\d{3}(?:(?:,|;|,? and|,? or| &)\s[CRP]\d{3})+\.?\s*")
# A list of codes that are ratified, or called Conventions of the ILO's kinds.
_CODES_NAMED = re.compile(
    r"\b(?:[Rr]atif[^\W\d_]*|RATIF[A-Z]*)(?:\s(?:the|THE))?\sC[01]\d\d(?![\w.-])"
    r"|\b(?:[Rr]atif[^\W\d_]*|(?:[Ff]undamental|[Cc]ore|[Gg]overnance|[Pp]riority)\s[Cc]onventions"
    r"|(?:[Ss]ocial\s[Ss]ecurity|[Ss]ocial\s[Pp]rotection|[Ll]abou?r|[Mm]aritime)\s(?:[Ss]tandards|[Cc]onventions|[Ii]nstruments)):?\s"
    r"C\d{2,3}(?:,|;|,?\sand|\s&)\s[CRP][ -]?\d{2,3}\b"
)
_CODE = re.compile(r"C\d\d")
_PADDED = re.compile(r"[CR]0\d\d")
# The letters of the ILO are also those of a part of computer servers, of a circuit's pin, and of what a text says
# that they stand for: "Industrial Liaison Office (ILO)".
_NOT_ILO = re.compile(r"ights(?<=[Ll]ights)[- ][Oo]ut")
# What the ILO's letters stand for in languages whose name for it is not known: "Internationella arbetsorganisationen"
_LIKE_ITS_NAME = re.compile(r"(?i:interna[a-z]*\W.*(?:arb|labou?r|travail|trab|lavor|prac))")
# Each begins with a digit or with letters, which the engine finds fast: most texts are read to their end in vain.
_CIRCUIT = tuple(
    re.compile(pattern)
    for pattern in (
        r"\d(?<!\w\d)\d*+(?:\.\d+)?[ \xa0]?(?:[pnuµμ]F|[kM]?(?:[Oo]hms?\b|Ω))",
        r"apacitor(?<=\b[Cc]apacitor)s?\b",
        r"esistor(?<=\b[Rr]esistor)s?\b",
        r"ata(?<=\b[Dd]ata) ?sheet\b",
        r"ull(?<=\b[Pp]ull)-?up\b",
        r"PCB(?<=\bPCB)\b",
    )
)
_LABOUR = re.compile(
    r"\b(?:[Ll]abou?r\b|[Ww]orkers?\b|[Uu]nions\b|[Tt]rade union|[Ss]ocial (?:protection|security|insurance)"
    r"|[Ee]mployment|[Dd]ecent [Ww]ork"
    r"|[Tt]ravail|[Tt]ravailleurs?|[Pp]rotection sociale|[Ss]écurité sociale|[Tt]rabaj|[Tt]rabalh|[Ss]eguridad social"
    r"|[Bb]uruh|[Pp]ekerja|[Kk]etenagakerjaan|[Jj]aminan sosial|[Pp]erlindungan sosial|Arbeit|arbeid|Sozial|[Vv]akbond"
    r"|[Ll]ao động|[Aa]n sinh|[Bb]ảo hiểm xã hội)|ការងារ|คนงาน|แรงงาน"
)
_SHIPS = re.compile(
    r"\b(?:[Ss]hip(?:s|owners?|ping|board)?|[Ss]eafarers?|[Mm]aritime|[Cc]rews?|[Ff]lag [Ss]tates?|[Pp]orts? [Ss]tate"
    r"|[Vv]essels?|[Mm]arins|[Gg]ens de mer|[Nn]avires?|[Aa]rmateurs?|[Mm]arinos|[Gg]ente de mar|[Bb]uques?"
    r"|[Mm]arítimos?|[Pp]elaut|[Kk]apal|[Ss]eeleute|[Rr]eeder|[Zz]eevarenden|[Tt]huyền viên|[Tt]àu biển)\b"
)
_MLC_ALONE = re.compile(r"\W*MLC,? 2006\W*")
_ASEAN = re.compile(
    rf"{NOT_AFTER_WORD}(?:ASEAN|ANASE|AEC|ASCC|APSC)|South[- ]?[Ee]ast\s+Asian?\b|Asie du Sud-Est|Asia Tenggara"
    r"|Südostasi|Zuidoost-Az|Đông Nam Á|អាស៊ាន|อาเซียน"
)


_SHORT = 500  # code points
_NEAR = 500  # code points either side of a code in which the ILO's letters, in a text of no field, are its evidence
_ENOUGH = 3  # words of the field in a text that names none of its bodies
_CIRCUITS = 3  # words of electronics in a text that is about nothing else


class Context:
    """The subject of a text, read once, when somebody asks."""

    def __init__(self, text: str, zones: Zones, official: OfficialTitles) -> None:
        self._text = text
        self._zones = zones
        self._official = official
        self.cited: set[str] = set()  # ids of instruments that a citation has said to be the ILO's

    def _says(self, *cues: re.Pattern[str], times: int = 1) -> bool:
        """Tell whether cues stand in the text, outside its markup, so many times in all."""
        matches = (match for cue in cues for match in cue.finditer(self._text))
        said = (match for match in matches if not self._zones.hold(*match.span()))
        return len(list(islice(said, times))) == times

    @cached_property
    def is_short(self) -> bool:
        """Tell whether a text is too short for its silence to mean anything."""
        return len(self._text) < _SHORT

    @cached_property
    def names_ilo(self) -> bool:
        if self._says(_ILO_NAME):
            return not self._says(_NOT_ILO)
        if not self._says(_ILO_LETTERS) or self._says(_NOT_ILO) or self._spells_out_another:
            return False
        return not self.about_circuits

    @cached_property
    def _spells_out_another(self) -> bool:
        """Tell whether the text says that ILO stands for something else."""
        for match in _ILO_LETTERS.finditer(self._text):
            start, end = match.span()
            sense = match.group() == "ILO" and (
                expansion_before(self._text, start, end, "ILO")
                or expansion_after(self._text, end, "ILO")
                or expansion_led(self._text, end, "ILO")
            )
            if sense and not _LIKE_ITS_NAME.search(sense):
                return True
        return False

    @cached_property
    def about_circuits(self) -> bool:
        return self._says(*_CIRCUIT, times=_CIRCUITS)

    @cached_property
    def about_ilo_instruments(self) -> bool:
        """Tell whether titles may be the ILO's: it is named, or its field is spoken of, and a ratification."""
        return self._speaks_of_ilos or (self.about_labour and self._says(_RATIFIED))

    @property
    def numbers_ilos(self) -> bool:
        """Tell whether numbers may be the ILO's, and not another body's, which are ratified, too.

        In a text of the field that does not name the ILO, one citation must have said it.
        """
        return self._speaks_of_ilos or (bool(self.cited) and self.about_ilo_instruments)

    @cached_property
    def _speaks_of_ilos(self) -> bool:
        """Tell whether the ILO is named, or one of its instruments in a way that no other body's is."""
        if self.names_ilo or self._says(_CITED) or _CODES_ALONE.fullmatch(self._text):
            return True
        if (self.about_labour and (self._says(_STANDARDS) or self._ratifies)) or self._names_by_title:
            return True
        return _CODE.search(self._text) is not None and self._says(_CODES_NAMED)  # hardly any text has a code

    @cached_property
    def _names_by_title(self) -> bool:
        """Tell whether the official title of an instrument, with its year, stands in the text."""
        return any(not self._zones.hold(*place) for place in self._official.find(self._text))

    @cached_property
    def _ratifies(self) -> bool:
        """Tell whether the text says that a Convention which the ILO alone has is ratified."""
        return any(not self._zones.hold(*place) for place in ratifies(self._text))

    def may_cite(self, code: re.Match[str]) -> bool:
        """Tell whether a letter and a number may be a code of the ILO's, wherever it stands, however long the text.

        Where nothing but three letters speaks of the ILO they stand near the code, or it is written as the ILO's
        database writes it: "C029".
        """
        if not self.numbers_ilos:
            return code.group() in self.cited
        if self._is_of_the_field or _PADDED.fullmatch(code.group()):
            return True
        return _ILO_LETTERS.search(self._text, max(0, code.start() - _NEAR), code.end() + _NEAR) is not None

    @cached_property
    def speaks_malay(self) -> bool:
        """Tell whether a text speaks of Conventions in Indonesian or Malay, whose word for them begins with a K."""
        return self._says(_MALAY)

    @cached_property
    def _is_of_the_field(self) -> bool:
        """Tell whether more than the ILO's letters speaks of it, its instruments or its field."""
        return self._says(_ILO_NAME) or not self.names_ilo or self.about_labour or self._says(_INSTRUMENT)

    @cached_property
    def about_labour(self) -> bool:
        return self._says(_LABOUR)

    @cached_property
    def about_ships(self) -> bool:
        """Tell whether a text speaks of seafarers, the field of the convention that is known by letters and a year."""
        return self._says(_SHIPS) or self.about_labour or _MLC_ALONE.fullmatch(self._text) is not None

    @cached_property
    def about_asean(self) -> bool:
        return self._says(_ASEAN)

    @cached_property
    def in_the_field(self) -> bool:
        """Tell whether letters may be read as this archive's sources read them."""
        short = self.is_short and not self.about_circuits
        return short or self.names_ilo or self.about_asean or self._says(_LABOUR, times=_ENOUGH)
