"""The ILO's own name and letters, in many languages, and texts that say that the letters are another's."""

from __future__ import annotations

import re

from archivist.recognise.letters import NOT_AFTER_WORD, NOT_BEFORE_WORD
from archivist.recognise.senses import expansion_after, expansion_before, expansion_led

ILO_LETTERS = re.compile(rf"{NOT_AFTER_WORD}(?:ILO|OIT|IAO|ILC\d|NORMLEX|CEACR){NOT_BEFORE_WORD}|ILC\d")
ILO_NAME = re.compile(
    r"International\s+Labou?r\s+(?:Organi[sz]ation|Conference|Office|Standard)"
    r"|Organi[sz]a(?:tion|ción|ção)\s+[Ii]nterna[ct]ional[e]?\s+d[uoe]l?\s+[Tt]ra[vb]"
    r"|Pertubuhan\s+Buruh\s+Antarabangsa|Organisasi\s+(?:Perburuhan|Buruh)\s+Internasional"
    r"|Internationale\s+Arbe?i[td]s"
    r"|Tổ\s+chức\s+Lao\s+động\s+Quốc\s+tế|អង្គការអន្តរជាតិខាងការងារ|องค์การแรงงานระหว่างประเทศ"
)
_LONGEST_NAME = 60  # code points, with what may stand between its words
_ABBREVIATED = ("ILO", "OIT", "IAO")
# What the letters stand for in languages whose name for the ILO is not known: "Internationella arbetsorganisationen"
_LIKE_ITS_NAME = re.compile(r"(?i:interna[a-z]*\W.*(?:arb|labou?r|travail|trab|lavor|prac))")
# After a number: whose it is. "Convention No. 29 of the ILO", "Übereinkommen Nr. 29 der IAO"
_ITS_GENITIVE = re.compile(
    r"[)\]]?[\s\xa0]+(?:(?:of[\s\xa0]+the|de[\s\xa0]+la|d[aeo]|van[\s\xa0]+de|der|dari|daripada|của|dell[ae])[\s\xa0]+"
    rf"|de[\s\xa0]+l['’]|dell['’])?(?P<letters>ILO|OIT|IAO){NOT_BEFORE_WORD}"
)


def is_in_its_name(text: str, start: int, end: int) -> bool:
    """Tell whether a word stands in the ILO's name, spelt out: "International ⟨Labour⟩ Office"."""
    near = ILO_NAME.finditer(text, max(0, start - _LONGEST_NAME), end + _LONGEST_NAME)
    return any(name.start() < end and start < name.end() for name in near)


def letters_of_others(text: str) -> frozenset[str]:
    """Give those of the ILO's letters that a text says to stand for something else."""
    return frozenset(letters.group() for letters in ILO_LETTERS.finditer(text) if _stands_for_another(text, letters))


def _stands_for_another(text: str, letters: re.Match[str]) -> bool:
    start, end = letters.span()
    said = letters.group()
    if said not in _ABBREVIATED:
        return False
    sense = (
        expansion_before(text, start, end, said) or expansion_after(text, end, said) or expansion_led(text, end, said)
    )
    return bool(sense) and not _LIKE_ITS_NAME.search(sense)


def letters_after(text: str, end: int) -> str:
    """Give the ILO's letters to which a number belongs that ends at a place: "of the ILO"; empty if there are none."""
    match = _ITS_GENITIVE.match(text, end)
    return match["letters"] if match else ""
