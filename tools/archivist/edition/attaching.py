"""Files into a PDF, as PDF/A-3 asks (ISO 19005-3, 6.8), and out of it again."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from archivist.edition.enclosures import Enclosure

_LEAF = 64  # names in a leaf of the name tree


def attach(document: pikepdf.Pdf, enclosures: Iterable[Enclosure], *, date: dt.date) -> None:
    """Put files into a PDF, dated midnight UTC; each says what it is to the document."""
    files = [(pikepdf.String(one.name), _specification(document, one, date=date)) for one in enclosures]
    files.sort(key=lambda file: bytes(file[0]))  # as a name tree is ordered (ISO 32000-2, 7.9.6)
    leaves = [_leaf(document, files[at : at + _LEAF]) for at in range(0, len(files), _LEAF)]
    names = document.Root.get("/Names", pikepdf.Dictionary())
    names.EmbeddedFiles = document.make_indirect(pikepdf.Dictionary(Kids=pikepdf.Array(leaves)))
    document.Root.Names = names
    document.Root.AF = pikepdf.Array([file for _, file in files])


def _leaf(document: pikepdf.Pdf, files: Sequence[tuple[pikepdf.String, pikepdf.Object]]) -> pikepdf.Object:
    limits = pikepdf.Array([files[0][0], files[-1][0]])
    names = pikepdf.Array([each for pair in files for each in pair])
    return document.make_indirect(pikepdf.Dictionary(Limits=limits, Names=names))


def _specification(document: pikepdf.Pdf, enclosure: Enclosure, *, date: dt.date) -> pikepdf.Object:
    data = enclosure.read()
    stream = document.make_stream(
        data,
        Type=pikepdf.Name.EmbeddedFile,
        Subtype=pikepdf.Name(f"/{enclosure.media_type}"),
        Params=pikepdf.Dictionary(
            Size=len(data),
            ModDate=pikepdf.String(f"D:{date:%Y%m%d}000000Z"),
            CheckSum=pikepdf.String(hashlib.md5(data, usedforsecurity=False).digest()),
        ),
    )
    return document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Filespec,
            F=pikepdf.String(enclosure.name),
            UF=pikepdf.String(enclosure.name),
            EF=pikepdf.Dictionary(F=stream, UF=stream),
            AFRelationship=pikepdf.Name(f"/{enclosure.relationship}"),
            Desc=pikepdf.String(enclosure.description),
        )
    )
