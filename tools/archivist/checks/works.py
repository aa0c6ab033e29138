"""Rules about the works that the sources name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archivist.errors import ArchivistError
from archivist.model import Fault
from archivist.text import locate
from archivist.works import CITATIONS, REFERENCES, read_citations, work_keys

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from archivist.checks.holdings import Holdings
    from archivist.works import Citation

_ROLE = re.compile(r"\{(?:[a-z]+:)?(?:foot)?cite[a-z:]*\}`([^`]+)`")  # of sphinxcontrib-bibtex, in an editor's page

# A fence of code, which is no directive's, and a code span that holds backticks (CommonMark 0.31, 4.5 and 6.1).
_EXAMPLE = re.compile(r"^(`{3,}|~{3,})(?![`~{]).*?^\1|(?<!`)``(?!`).*?(?<!`)``(?!`)", re.MULTILINE | re.DOTALL)


def work_faults(holdings: Holdings) -> Iterator[Fault]:
    """Find entries that nothing cites, citations without an entry, and places that are not there."""
    try:
        citations = read_citations(holdings.project)
    except ArchivistError as error:
        yield from error.faults
        return
    keys = work_keys(holdings.project)
    for number, citation in enumerate(citations, 1):
        yield from _of_citation(citation, holdings, f"{CITATIONS}#{number}", known=citation.work in keys)
    by_editors = tuple(_cited_by_editors(holdings.project))
    yield from (_unknown(key, where) for where, key in by_editors if key not in keys)
    cited = {citation.work for citation in citations} | {key for _, key in by_editors}
    for key in keys:
        if key not in cited:
            yield Fault(
                "work-uncited",
                f"{REFERENCES}#{key}",
                f"nothing cites {key}",
                expected=f"a place in {CITATIONS}, or a {{cite}} on an editor's page",
                found="none",
                remedy="say where the work is named, or take the entry out",
            )


def _of_citation(citation: Citation, holdings: Holdings, where: str, *, known: bool) -> Iterator[Fault]:
    if not known:
        yield _unknown(citation.work, where)
    document = holdings.documents.get(citation.document)
    if document is None:
        if citation.document not in holdings.ids:  # one that is there and cannot be read has a fault of its own
            yield _stale(citation, where, expected="a document", found=f"no document {citation.document}")
    elif locate(document.text, citation.quote) is None:
        yield _stale(citation, where, expected="words that are in the text, once", found=repr(citation.quote.exact))


def _unknown(key: str, where: str) -> Fault:
    return Fault(
        "work-unknown",
        where,
        f"{key} is cited and has no entry",
        expected=f"a key of {REFERENCES}",
        found=key,
        remedy=f"write the entry into {REFERENCES}, or correct the key",
    )


def _stale(citation: Citation, where: str, *, expected: str, found: str) -> Fault:
    message = f"the place where {citation.document} names {citation.work} is not there"
    return Fault("citation-stale", where, message, expected, found, f"correct the words in {CITATIONS}")


def _cited_by_editors(project: Path) -> Iterator[tuple[str, str]]:
    """Give each page, as a path from the project's folder, and key that it cites; examples in code cite nothing."""
    for path in sorted((project / "source").rglob("*.md")):
        page = _EXAMPLE.sub("", path.read_text(encoding="utf-8", errors="replace"))
        for keys in _ROLE.findall(page):
            for key in re.split(r"\s*,\s*", re.sub(r"\{[^}]*\}", "", keys).strip()):
                yield path.relative_to(project).as_posix(), key
