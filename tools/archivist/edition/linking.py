"""Links of mentions to their entries, and the pages of documents for the links of other volumes.

A link by label in a paragraph makes Typst lay the paragraph out anew, at 0.25 MB and 1.5 ms each. So a mention is a
link to an address, `entry:R202`, and becomes one to the named destination of that entry here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SCHEME = "entry:"
DOCUMENT = "document:"  # begins the name of a document's place


def lead_to_entries(document: pikepdf.Pdf, names: Mapping[str, str]) -> None:
    """Make every link to an entry's address one to its place in the file (ISO 32000-2, 12.3.2.4).

    `names`: of the entries, by their ids: a link says where it leads (ISO 14289-1, 7.18.5).
    """
    for annotation in _links(document):
        address = str(annotation.A.URI)
        name = names.get(address.removeprefix(SCHEME)) if address.startswith(SCHEME) else None
        if name is not None:
            del annotation.A
            annotation.Dest = pikepdf.String(address)
            annotation.Contents = pikepdf.String(f"Glossary: {name}")


def pages_of_places(document: pikepdf.Pdf) -> dict[str, str]:
    """Read on which page, by its label, each document and each entry of the glossary begins, by the names of places."""
    labels = {page.objgen: page.label for page in document.pages}
    places: Mapping[str, Any] = pikepdf.NameTree(document.Root.Names.Dests)
    return {name: labels[place[0].objgen] for name, place in places.items() if name.startswith((DOCUMENT, SCHEME))}


def join_labels(document: pikepdf.Pdf) -> None:
    """Leave those rules for page labels that change something (ISO 32000-2, 12.4.2), without their optional type.

    Typst begins a rule with each chapter; and PyMuPDF takes `/Type /PageLabel` for a prefix of the labels.
    """
    rules: list[Any] = list(document.Root.PageLabels.Nums)
    kept: list[Any] = []
    before = None
    for first, rule in zip(map(int, rules[::2]), rules[1::2], strict=True):
        start = int(rule.get("/St", 1))
        if (rule.get("/S"), start - first) != before:
            kept += [first, pikepdf.Dictionary(S=rule.S, St=start)]
        before = rule.get("/S"), start - first
    document.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array(kept))


def _links(document: pikepdf.Pdf) -> Iterator[Any]:
    """Give the annotations that lead to addresses."""
    for page in document.pages:
        for annotation in page.obj.get("/Annots", []):
            if "/A" in annotation and annotation.A.get("/S") == "/URI":
                yield annotation
