"""Texts that no tool may stumble over, and the site of an archive of them, made by the commands of the README."""

from __future__ import annotations

from typing import TYPE_CHECKING

import made

if TYPE_CHECKING:
    from pathlib import Path

SYNTAX = r"""*reST* `role`:ref: |sub| .. raw:: html
   <b>raw</b>
{ref}`MyST` ```{include} /etc/passwd
``` <script>alert(1)</script> <!-- a comment --> </div></pre> &amp; &#13; &nbsp ]]>
<![CDATA[ x ]]> #read("/etc/passwd") #eval("1") $x^2$ _y_ // @label <anchor>
\input{/etc/passwd} \end{document} %comment ~tie {{ config }} {% include "x" %} {# gone #} ${y} R202 C102
"""
SPACES = (
    "no\u00a0break zero\u200bwidth narrow\u202ffigure\u2007 soft\u00adhyphen line\u2028paragraph\u2029ends\u0085next"
)
CONTROLS = "".join(
    map(chr, (*range(1, 9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, *range(0x80, 0x85), *range(0x86, 0xA0)))
)

TEXTS = {
    "spaces": SPACES,
    "lone-cr": "one\rtwo\r\rthree\r",
    "crlf": "\r\none\r\n\r\ntwo\r\nthree",
    "tabs-and-blanks": "a\tb\t\tc  \n  \n\td   ",
    "no-final-newline": "first\nlast",
    "leading-lines": "\n\n\nafter three",
    "byte-order-marks": "\ufefffirst\n\ufeffsecond \ufeff",
    "right-to-left": "\u05d0\u05d1\u05d2 ILO \u0627\u0644 R202 \u202eoverride\u202c \u2067isolate\u2069 end",
    "combining": "e\u0301 \u0e01\u0e33 \u1780\u17d2\u179a Z\u0351\u036b\u0343 \u0301alone, Å A\u030a Å",
    "beyond-the-bmp": "\U0001f600 \U0001f468\u200d\U0001f469\u200d\U0001f467 \U00020000 \U000e0041 \U0010fffd R202",
    "controls": f"before{CONTROLS}after R202\n\ufffe\uffff\U0001fffe noncharacters",
    "null": "a\0b\r\n\U0001f600\0\0 end R202",
    "one-long-line": "no end of it, " * 74_900 + "R202",
    "one-long-word": "x" * 60_000,
    "syntax": SYNTAX,
}
TITLES = {
    "right-to-left": "a \u2067title that \u202eturns everything",
    "syntax": "*T* `x` {ref}`y` <script>alert(1)</script> {{ z }} &amp; $x$ \\input{y}",
}
NULLS = {"null"}
CARRIED = sorted(set(TEXTS) - NULLS)


def build_site(folder: Path) -> tuple[Path, Path]:
    """Found a project, add the texts and build its site, with warnings as errors; give the project and the site."""
    project, html = found_project(folder), folder / "html"
    made.run("sphinx-build", "-q", "-W", "--keep-going", "-n", "-c", project, "-b", "html", project / "source", html)
    return project, html


def found_project(folder: Path) -> Path:
    """Found a project and add the texts."""
    return made.found_project(
        folder, "Hostile", {name: (text, TITLES.get(name, name), "en") for name, text in TEXTS.items()}
    )
