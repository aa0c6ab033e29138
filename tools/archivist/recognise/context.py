"""What a document is about, as far as that decides how short forms are read."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from archivist.model import Span
from archivist.recognise.alone import ratifies
from archivist.recognise.company import listed_with
from archivist.recognise.cues import Cues
from archivist.recognise.itsname import ILO_LETTERS, ILO_NAME, is_in_its_name, letters_of_others
from archivist.recognise.letters import ALNUM, NOT_AFTER_WORD
from archivist.recognise.suffixes import NUMBER_SIGN

if TYPE_CHECKING:
    from archivist.recognise.found import Numbered
    from archivist.recognise.markup import Zones
    from archivist.recognise.official import OfficialTitles

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
    r"|(?:[Ss]ocial\s[Ss]ecurity|[Ss]ocial\s[Pp]rotection|[Ll]abou?r|[Mm]aritime)\s(?:[Ss]tandards"
    r"|[Cc]onventions|[Ii]nstruments)):?\s"
    r"C\d{2,3}(?:,|;|,?\sand|\s&)\s[CRP][ -]?\d{2,3}\b"
)
_CODE = re.compile(r"C\d\d")
_PADDED = re.compile(r"[CR]0\d\d")
# Numbers by which Conventions are cited, and others' less often; of their Recommendations bodies number few
_NUMBERED = re.compile(
    rf"\b(?:[Cc]onventions?|[Rr]ecomm[ae]ndations?(?=\s\(?(?:[^\W\d_]+[.°º]?\s?){{0,2}}\d{{3}})|[Cc]onven[ic]os?|[Kk]onvens\w+|[Rr]ekomendasi|Übereinkommen"
    rf"|[Vv]erdrag(?:en)?|[Cc]onvenç\w+"
    rf"|[Cc]ông ước|អនុសញ្ញា|อนุสัญญา)\s*\(?(?:(?:ILO|OIT|IAO)\s)?(?:{NUMBER_SIGN}\s?|[CR]\.?\s?)?\d{{2,3}}(?![\w+])"
)
# A code that stands with the letters: "the ILO's C190", "OIT : la C190"
_CODE_OF_BODY = re.compile(
    rf"{NOT_AFTER_WORD}(?:ILO|OIT|IAO)(?:['’]s)?[^.;?!\r\n]{{1,30}}\b[CR][ .-]?\d{{2,3}}(?![\w-])"
)
# The letters of the ILO are also those of a part of computer servers, of a circuit's pin, and of what a text says
# that they stand for: "Industrial Liaison Office (ILO)".
_NOT_ILO = re.compile(r"ights(?<=[Ll]ights)[- ][Oo]ut")
_SERVERS = re.compile(rf"iLO(?<![{ALNUM}]iLO)(?![a-z])")  # so spelt they are always those of the servers
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
_COMPUTING = re.compile(
    r"\b(?:BIOS|UEFI|[Ff]irmware|RAID|SSH|TLS|HTTPS?|JSON|YAML|SQL|CPU|GPU|RAM|GPIO|NVMe|SSD|DHCP|DNS|VLAN|ESXi"
    r"|Linux|Debian|Ubuntu|Windows|nginx"
    r"|[Ss]ervers?|[Rr]outers?|[Bb]rowsers?|[Bb]oot(?:ed|ing|s)?|[Kk]ernel|[Dd]atabases?|[Ss]oftware"
    r"|[Ss]erveurs?|[Ss]ervidor(?:es)?|[Pp]eladen)\b"
)
_LABOUR = re.compile(
    r"\b(?:[Ll]abou?r\b|[Ww]orkers?\b|[Uu]nions\b|[Tt]rade\s+union|[Ss]ocial\s+(?:protection|security|insurance)"
    r"|[Ee]mployment|[Dd]ecent [Ww]ork"
    r"|[Tt]ravail|[Tt]ravailleurs?|[Pp]rotection sociale|[Ss]écurité sociale|[Tt]rabaj|[Tt]rabalh|[Ss]eguridad social"
    r"|[Bb]uruh|[Pp]ekerja|[Kk]etenagakerjaan|[Jj]aminan sosial|[Pp]erlindungan sosial|Arbeit|arbeid|Sozial|[Vv]akbond"
    r"|[Ll]ao động|[Aa]n sinh|[Bb]ảo hiểm xã hội)|ការងារ|កម្មករ|សន្តិសុខសង្គម|คนงาน|แรงงาน"
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
_PROGRAM = re.compile(r"^[ \t]*```[^`]*```", re.MULTILINE)
_SHORT = 500  # code points
_ENOUGH = 3  # words of the field in a text that names none of its bodies, or bodies named in one that has no such word
_FIELD = 5  # of them all in a text whose bare codes need nothing near them
_TWICE = 2  # what a code that stands with the ILO's letters counts for
_CIRCUITS = 3  # words of electronics in a text that is about nothing else
_IN_PASSING = 2  # times that a text about computers may say the ILO's letters and mean a part of a server


class Context:
    """The subject of a text, read once, when somebody asks."""

    def __init__(self, text: str, zones: Zones, official: OfficialTitles) -> None:
        self._text = text
        self._zones = zones
        self._official = official
        self.held: list[tuple[str, Numbered]] = []  # letters and places of codes that the text may yet explain
        self.cited: set[str] = set()  # ids of instruments that a citation has said to be the ILO's
        self._said: set[str] = set()  # codes that something near one of their places says to be the ILO's
        self.refused: set[str] = set()  # ids whose number the text says to be another body's

    def _says(self, *cues: re.Pattern[str], times: int = 1) -> bool:
        """Tell whether cues stand in the text, outside its markup, so many times in all."""
        return self._count(*cues, at_most=times) == times

    def _count(self, *cues: re.Pattern[str], at_most: int = _ENOUGH) -> int:
        """Count the cues in the text, outside its markup, up to a number."""
        matches = (match for cue in cues for match in cue.finditer(self._text))
        said = (match for match in matches if not self._zones.hold(*match.span()))
        return sum(1 for _ in islice(said, at_most))

    @cached_property
    def is_short(self) -> bool:
        """Tell whether a text is too short for its silence to mean anything."""
        return len(self._text) < _SHORT

    @cached_property
    def names_ilo(self) -> bool:
        if self._says(ILO_NAME):
            return not self._says(_NOT_ILO)
        if not self._count_letters(1) or self._says(_NOT_ILO, _SERVERS):
            return False
        return not (self.about_circuits or self._is_about_computers)

    @cached_property
    def _is_about_computers(self) -> bool:
        """Tell whether a text that says the ILO's letters in passing is about computers, and not about labour."""
        if self._count_letters(_IN_PASSING + 1) > _IN_PASSING or self.about_labour:  # nearly always
            return False
        return self._says(_COMPUTING, times=_ENOUGH)

    @cached_property
    def letters_of_others(self) -> frozenset[str]:
        """Give those of the ILO's letters that the text says to stand for something else."""
        return letters_of_others(self._text)

    def _count_letters(self, at_most: int) -> int:
        """Count the ILO's letters, up to a number, where they do not stand for something else."""
        letters = (match for match in ILO_LETTERS.finditer(self._text) if not self._zones.hold(*match.span()))
        return sum(1 for _ in islice((one for one in letters if one.group() not in self.letters_of_others), at_most))

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

        Where the text as a whole is not of the field, something near the code is.
        """
        if not self.numbers_ilos:
            return code.group() in self.cited
        if any(block.start <= code.start() < block.end for block in self._program_blocks):
            return False
        return self._is_of_the_field or self._may_cite_in_passing(code)

    def _may_cite_in_passing(self, code: re.Match[str]) -> bool:
        """Tell whether something near a code says that it is the ILO's, there or at another of its places."""
        if self._cues.label_a_thing(*code.span()):
            return False
        if code.group() in self._said:
            return True
        listed = listed_with(self._text, *code.span())
        if any(said in listed for said in self._said) or self._cues.speak_for(*code.span()):
            self._said.add(code.group())  # a text means one instrument by it, also where nothing near it says so
            return True
        return False

    def may_number(self, start: int, end: int) -> bool:
        """Tell whether a word for a type and a number may be of the ILO's: in passing it is named near them."""
        return not self.numbers_ilos or self._is_of_the_field or self._cues.speak_of_field(start, end)

    @cached_property
    def _cues(self) -> Cues:
        return Cues(self._text)

    @cached_property
    def _program_blocks(self) -> tuple[Span, ...]:
        """Give the stretches that Markdown sets as programs, which nearly no text has."""
        if "`" not in self._text or "```" not in self._text:  # one character is looked for much faster
            return ()
        return tuple(Span(*block.span()) for block in _PROGRAM.finditer(self._text))

    @cached_property
    def speaks_malay(self) -> bool:
        """Tell whether a text speaks of Conventions in Indonesian or Malay, whose word for them begins with a K."""
        return self._says(_MALAY)

    @cached_property
    def _is_of_the_field(self) -> bool:
        """Tell whether a text is plainly of the ILO's field: by its words, the bodies that it names, and what it cites.

        One that is read as of the field, though it does not name the ILO, has shown it otherwise.
        """
        return not self.names_ilo or self._speaks_of_field(_ENOUGH if self.is_short else _FIELD)

    def _speaks_of_field(self, least: int) -> bool:
        """Tell whether a text says so much of the field's words, its bodies and the numbers of Conventions together."""
        said = self._count_labour()
        if said == _ENOUGH:  # nearly always
            return True
        for cue in (ILO_LETTERS, ILO_NAME, _RATIFIED, _NUMBERED, _CODE_OF_BODY):
            counted = self._count_letters(_ENOUGH) if cue is ILO_LETTERS else self._count(cue)
            said += counted * (_TWICE if cue is _CODE_OF_BODY else 1)
            if said >= least:
                return True
        return False

    def _count_labour(self) -> int:
        """Count the field's words up to a number; those in the ILO's own name say no more than its letters."""
        places = (word.span() for word in _LABOUR.finditer(self._text))
        said = (place for place in places if not (self._zones.hold(*place) or is_in_its_name(self._text, *place)))
        return sum(1 for _ in islice(said, _ENOUGH))

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
        """Tell whether letters may be read as this archive's sources read them: bodies named in passing are few."""
        if self.is_short and not self.about_circuits:
            return True
        if not (self.names_ilo or self.about_asean):
            return self._says(_LABOUR, times=_ENOUGH)
        return self._speaks_of_field(_ENOUGH - self._count(_ASEAN))
